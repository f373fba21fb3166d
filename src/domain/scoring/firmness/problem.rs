//! The matrix that every analysis of firmness works on: weights, and a value per bid and
//! criterion.

use thiserror::Error;

use super::super::exact::Exact;

/// The most bids one problem may have.
pub const MOST_BIDS: usize = 1_000;
/// The most criteria one problem may have.
pub const MOST_CRITERIA: usize = 100;
/// The most assessors' values one bid may have on one criterion.
pub const MOST_ASSESSORS: usize = 50;

/// The values of one bid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BidValues {
    /// The settled value per criterion, on a scale from 0 (no points) to 1 (the whole weight).
    /// A price on a line that is not clamped may lie outside.
    pub values: Vec<Exact>,
    /// The values the assessors gave per criterion, on the same scale; empty, or empty for a
    /// criterion, where there are none (a price, for example).
    pub given: Vec<Vec<Exact>>,
}

impl BidValues {
    /// A bid of which only the settled values count.
    pub fn settled(values: Vec<Exact>) -> BidValues {
        BidValues { values, given: Vec::new() }
    }
}

/// The bids that have a place, and the weights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    weights: Vec<Exact>,
    bids: Vec<BidValues>,
}

/// Why weights and values are not a problem that can be analysed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ProblemError {
    /// There are no bids.
    #[error("there are no bids")]
    NoBids,
    /// There are no criteria.
    #[error("there are no criteria")]
    NoCriteria,
    /// More than [`MOST_BIDS`] bids.
    #[error("there are more than {MOST_BIDS} bids")]
    TooManyBids,
    /// More than [`MOST_CRITERIA`] criteria.
    #[error("there are more than {MOST_CRITERIA} criteria")]
    TooManyCriteria,
    /// More than [`MOST_ASSESSORS`] assessors.
    #[error("bid {0} has the values of more than {MOST_ASSESSORS} assessors")]
    TooManyAssessors(usize),
    /// The weight at this place is below zero.
    #[error("weight {0} is below zero")]
    NegativeWeight(usize),
    /// All weights are zero.
    #[error("all weights are zero")]
    NoWeight,
    /// The bid at this place has not one value, or list of values, per criterion.
    #[error("bid {0} does not have one value per criterion")]
    Uneven(usize),
}

impl Problem {
    /// A problem from weights in any unit and the values of the bids. Places in errors and
    /// results count from 0.
    ///
    /// Errors: numbers that do not fit together, or more of them than the limits allow.
    pub fn new(weights: &[Exact], bids: Vec<BidValues>) -> Result<Problem, ProblemError> {
        if weights.is_empty() {
            return Err(ProblemError::NoCriteria);
        }
        if weights.len() > MOST_CRITERIA {
            return Err(ProblemError::TooManyCriteria);
        }
        if let Some(at) = weights.iter().position(Exact::is_negative) {
            return Err(ProblemError::NegativeWeight(at));
        }
        check(&bids, weights.len())?;
        let sum = weights.iter().sum();
        let shares = weights.iter().map(|weight| weight.divided_by(&sum)).collect();
        let weights: Option<Vec<Exact>> = shares;
        Ok(Problem { weights: weights.ok_or(ProblemError::NoWeight)?, bids })
    }

    /// The share of each criterion in the total; together 1.
    pub fn weights(&self) -> &[Exact] {
        &self.weights
    }

    /// The bids, in the order they were given.
    pub fn bids(&self) -> &[BidValues] {
        &self.bids
    }

    /// The total of every bid, from 0 to 1 where all values are.
    pub fn totals(&self) -> Vec<Exact> {
        let total = |bid: &BidValues| {
            let parts: Vec<Exact> = self
                .weights
                .iter()
                .zip(&bid.values)
                .map(|(weight, value)| weight * value)
                .collect();
            parts.iter().sum()
        };
        self.bids.iter().map(total).collect()
    }

    /// The first bid with the highest total. A published tie rule may prefer another one with
    /// the same total; analyses take the winner as an argument for that reason.
    pub fn leader(&self) -> usize {
        let totals = self.totals();
        let best = totals.iter().max();
        totals.iter().position(|total| Some(total) == best).unwrap_or_default()
    }
}

fn check(bids: &[BidValues], criteria: usize) -> Result<(), ProblemError> {
    if bids.is_empty() {
        return Err(ProblemError::NoBids);
    }
    if bids.len() > MOST_BIDS {
        return Err(ProblemError::TooManyBids);
    }
    for (at, bid) in bids.iter().enumerate() {
        let uneven =
            bid.values.len() != criteria || !(bid.given.is_empty() || bid.given.len() == criteria);
        if uneven {
            return Err(ProblemError::Uneven(at));
        }
        if bid.given.iter().any(|given| given.len() > MOST_ASSESSORS) {
            return Err(ProblemError::TooManyAssessors(at));
        }
    }
    Ok(())
}
