//! From a ranking to the matrix that the analyses work on.

use std::collections::BTreeMap;

use super::super::bids::{BidGrades, BidOutcome, Outcome};
use super::super::exact::Exact;
use super::super::scheme::{Criterion, Grade, Scheme};
use super::changes::{Landing, Steps};
use super::problem::{BidValues, Problem, ProblemError};

/// What the assessors gave alone, per bid and per code of a criterion.
pub type Given = BTreeMap<(String, String), Vec<Exact>>;

/// The bids of a ranking that have a place, best first, as a matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Names of the bids; their places are those of the problem. The first one is the winner.
    pub bids: Vec<String>,
    /// Weights and values. Where price has points it is the last criterion.
    pub problem: Problem,
    /// The grades next to each settled grade, per bid and criterion; none for the price.
    pub steps: Vec<Vec<Steps>>,
}

impl Field {
    /// The matrix of a ranking.
    ///
    /// Errors: nobody has a place, or more bids or criteria than the analyses take.
    pub fn of(
        scheme: &Scheme,
        bids: &[BidGrades],
        given: &Given,
        outcome: &Outcome,
    ) -> Result<Field, ProblemError> {
        let mut places: Vec<(usize, &BidOutcome)> = outcome.ranking().collect();
        places.sort_by_key(|(place, _)| *place);
        let mut weights: Vec<Exact> = scheme.criteria.iter().map(|c| c.weight.clone()).collect();
        weights.extend(scheme.method.price_weight().cloned());
        let (mut names, mut rows, mut steps) = (vec![], vec![], vec![]);
        for (_, placed) in places {
            let Some(bid) = bids.iter().find(|bid| bid.id == placed.id) else { continue };
            names.push(bid.id.clone());
            rows.push(values(scheme, bid, (placed, given)));
            steps.push(neighbours(scheme, bid));
        }
        Ok(Field { bids: names, problem: Problem::new(&weights, rows)?, steps })
    }
}

fn values(scheme: &Scheme, bid: &BidGrades, (placed, given): (&BidOutcome, &Given)) -> BidValues {
    let share = |criterion: &Criterion, grade: &Exact| criterion.scale.share(grade);
    let settled = |c: &Criterion| bid.grades.get(&c.code).and_then(|grade| share(c, grade));
    let mut values: Vec<Exact> = scheme.criteria.iter().filter_map(settled).collect();
    values.extend(price_value(scheme, placed));
    let alone = |c: &Criterion| {
        let grades = given.get(&(bid.id.clone(), c.code.clone()));
        grades.into_iter().flatten().filter_map(|grade| share(c, grade)).collect()
    };
    let mut panels: Vec<Vec<Exact>> = scheme.criteria.iter().map(alone).collect();
    panels.resize(values.len(), Vec::new());
    BidValues { values, given: panels }
}

/// The part of the weight of the price that a bid earned.
fn price_value(scheme: &Scheme, outcome: &BidOutcome) -> Option<Exact> {
    let weight = scheme.method.price_weight()?;
    let points = &outcome.trace.as_ref()?.price()?.points;
    Some(points.divided_by(weight).unwrap_or_else(Exact::zero))
}

fn neighbours(scheme: &Scheme, bid: &BidGrades) -> Vec<Steps> {
    let landing = |criterion: &Criterion, grade: &Grade| match criterion.fails(&grade.value) {
        true => Some(Landing::Out),
        false => criterion.scale.share(&grade.value).map(Landing::On),
    };
    let each = scheme.criteria.iter().map(|criterion| {
        let Some(grade) = bid.grades.get(&criterion.code) else { return Steps::default() };
        let near = |found: Option<&Grade>| found.and_then(|near| landing(criterion, near));
        let (up, down) = (criterion.scale.one_up(grade), criterion.scale.one_down(grade));
        Steps { up: near(up), down: near(down) }
    });
    each.chain(scheme.method.price_weight().map(|_| Steps::default())).collect()
}
