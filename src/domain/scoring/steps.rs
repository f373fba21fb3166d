//! What one step on a worded scale would change for one bid. For the process lead and the file:
//! it shows where reasons must be strongest, never how a grade should have been.

use serde::Serialize;

use super::bids::{BidGrades, ScoreError};
use super::draw::Seed;
use super::exact::Exact;
use super::scheme::{Grade, Scheme};
use super::score::{checked, judged};
use super::ties::{self, Judged};

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
    let rest: Vec<BidGrades> = bids.iter().filter(|other| other.id != id).cloned().collect();
    let field = Field { scheme, seed, rest: &rest, judged: judged(scheme, &rest) };
    let change = |code: &str, from: &Exact, to: &Grade| {
        let mut changed = bid.clone();
        changed.grades.insert(code.to_owned(), to.value.clone());
        let (total, place) = field.with(&changed);
        let criterion = scheme.criterion(code)?;
        Some(StepChange {
            grade: to.value.clone(),
            label: to.label.clone(),
            points: &criterion.points(&to.value) - &criterion.points(from),
            total,
            place,
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

/// The other bids, in front of which a changed bid is put.
struct Field<'a> {
    scheme: &'a Scheme,
    seed: Option<&'a Seed>,
    rest: &'a [BidGrades],
    judged: Vec<Judged<'a>>,
}

impl Field<'_> {
    /// The total and the place of a bid among the others. Where bids change each other's points
    /// everything is judged anew.
    fn with(&self, changed: &BidGrades) -> (Option<Exact>, Option<usize>) {
        let all: Vec<BidGrades>;
        let mut anew = Vec::new();
        if self.scheme.method.looks_at_others() {
            all = self.rest.iter().chain([changed]).cloned().collect();
            anew = judged(self.scheme, &all);
        }
        let alone = || judged(self.scheme, std::slice::from_ref(changed)).pop();
        let Some(bid) = anew.pop().or_else(alone) else { return (None, None) };
        let others = if self.scheme.method.looks_at_others() { &anew } else { &self.judged };
        let place = bid.1.place().map(|_| ties::place_among(self.scheme, &bid, others, self.seed));
        (bid.1.total, place)
    }
}
