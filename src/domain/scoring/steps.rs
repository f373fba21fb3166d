//! What one step on a worded scale would change for one bid. For the process lead and the file:
//! it shows where reasons must be strongest, never how a grade should have been.

use serde::Serialize;

use super::bids::{BidGrades, BidOutcome, ScoreError};
use super::draw::Seed;
use super::exact::Exact;
use super::scheme::{Grade, Scheme};
use super::score::{checked, judge};
use super::ties;

/// What the next better and the next worse grade on one criterion would change.
///
/// Source: `evaluation.md` 4.3: sensitivity to score changes of one grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepEffect {
    /// The criterion.
    pub criterion: String,
    /// The grade the bid has.
    pub grade: Exact,
    /// One grade better; `None` on the best grade and on a scale without listed grades.
    pub up: Option<StepChange>,
    /// One grade worse; `None` on the worst grade and on a scale without listed grades.
    pub down: Option<StepChange>,
}

/// What another grade would change while everything else stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepChange {
    /// The other grade.
    pub grade: Exact,
    /// Its label.
    pub label: String,
    /// The points it would add; below zero for a worse grade.
    pub points: Exact,
    /// The rounded total the bid would have; `None` while something is missing.
    pub total: Option<Exact>,
    /// The place the bid would have; `None` when it would fall out, has no result or no order.
    pub place: Option<usize>,
}

/// What one grade step would change for one bid, per criterion that has a grade, in the order of
/// the scheme. Empty when no bid has this id.
///
/// Errors: as `score_bids`.
/// Source: `evaluation.md` 4.3.
pub fn step_effects(
    scheme: &Scheme,
    bids: &[BidGrades],
    id: &str,
    seed: Option<&Seed>,
) -> Result<Vec<StepEffect>, ScoreError> {
    checked(scheme, bids)?;
    let Some(bid) = bids.iter().find(|bid| bid.id == id) else { return Ok(Vec::new()) };
    let rest = bids.iter().filter(|other| other.id != id);
    let others: Vec<_> = rest.map(|other| (other, judge(scheme, other))).collect();
    let place = |changed: &BidGrades, outcome: BidOutcome| {
        outcome.place()?;
        Some(ties::place_among(scheme, &(changed, outcome), &others, seed))
    };
    let change = |code: &str, from: &Exact, to: &Grade| {
        let mut changed = bid.clone();
        changed.grades.insert(code.to_owned(), to.value.clone());
        let outcome = judge(scheme, &changed);
        let criterion = scheme.criterion(code)?;
        Some(StepChange {
            grade: to.value.clone(),
            label: to.label.clone(),
            points: &criterion.points(&to.value) - &criterion.points(from),
            total: outcome.total.clone(),
            place: place(&changed, outcome),
        })
    };
    let effects = scheme.criteria.iter().filter_map(|criterion| {
        let grade = bid.grades.get(&criterion.code)?;
        let step = |to: Option<&Grade>| to.and_then(|to| change(&criterion.code, grade, to));
        Some(StepEffect {
            criterion: criterion.code.clone(),
            grade: grade.clone(),
            up: step(criterion.scale.one_up(grade)),
            down: step(criterion.scale.one_down(grade)),
        })
    });
    Ok(effects.collect())
}
