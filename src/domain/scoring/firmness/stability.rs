//! How far one weight could move before another bid would be first.

use serde::Serialize;
use thiserror::Error;

use super::super::exact::Exact;
use super::problem::Problem;

/// The range of one weight in which the winner stays first, as a share of all weights.
///
/// Within the range and at its ends nobody has a higher total than the winner. At an end other
/// than 0 and 1 somebody has the same total.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stability {
    /// The lowest share.
    pub low: Exact,
    /// The highest share.
    pub high: Exact,
}

/// Why there is no range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NoStability {
    /// No bid stands at this place.
    #[error("there is no such bid")]
    NoSuchBid,
    /// Another bid has a higher exact total (it may be equal after rounding).
    #[error("another bid has a higher total before rounding")]
    NotFirst,
}

/// For every criterion the range of its share in which `winner` stays first, while the other
/// weights keep their proportions. Always contains the published share.
///
/// A criterion that has all the weight gets the range from 1 to 1: the others have no
/// proportions to keep.
///
/// Errors: `winner` is not a bid, or is not first.
/// Source: one-at-a-time weight stability intervals, `evaluation.md` 4.1: with
/// R = the total of the other criteria per unit of their weight, two bids cross at
/// t = (R_j - R_i) / ((s_ik - s_jk) + (R_j - R_i)).
pub fn weight_stability(problem: &Problem, winner: usize) -> Result<Vec<Stability>, NoStability> {
    let totals = problem.totals();
    let first = totals.get(winner).ok_or(NoStability::NoSuchBid)?;
    if totals.iter().any(|total| total > first) {
        return Err(NoStability::NotFirst);
    }
    let leads: Vec<Exact> = totals.iter().map(|total| first - total).collect();
    let criteria = 0..problem.weights().len();
    Ok(criteria.map(|criterion| range(problem, winner, &leads, criterion)).collect())
}

/// The range of one criterion; `leads` holds by how much the winner leads each bid.
fn range(problem: &Problem, winner: usize, leads: &[Exact], criterion: usize) -> Stability {
    let one = Exact::from(1);
    let share = &problem.weights()[criterion];
    let rest = &one - share;
    if rest.is_zero() {
        return Stability { low: one.clone(), high: one };
    }
    let value = |bid: usize| &problem.bids()[bid].values[criterion];
    let (mut low, mut high) = (Exact::zero(), one);
    for (rival, lead) in leads.iter().enumerate() {
        // At share t the winner leads by t x here + (1 - t) x there / rest, with what it leads
        // by on this criterion and on all others; both are never below zero at once.
        let here = value(winner) - value(rival);
        let there = lead - &(share * &here);
        if !here.is_negative() && !there.is_negative() {
            continue;
        }
        let Some(crossing) = there.divided_by(&(&there - &(&rest * &here))) else { continue };
        if here.is_negative() {
            high = high.min(crossing);
        } else {
            low = low.max(crossing);
        }
    }
    Stability { low, high }
}
