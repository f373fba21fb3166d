//! From a ranking to the matrix that the analyses work on.

use std::collections::BTreeMap;

use super::super::bids::{BidGrades, BidOutcome, Outcome};
use super::super::exact::Exact;
use super::super::scheme::{Criterion, Grade, Scheme};
use super::changes::{Landing, Steps};
use super::problem::{BidValues, Problem, ProblemError};

/// The bids of a ranking that have a place, in the order they were given, as a matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Names of the bids; their places are those of the problem.
    pub bids: Vec<String>,
    /// The place of the bid that is ranked first.
    pub winner: usize,
    /// Weights and values. Where price has points it is the last criterion.
    pub problem: Problem,
    /// The grades next to each settled grade, per bid and criterion; none for the price.
    pub steps: Vec<Vec<Steps>>,
}

impl Field {
    /// The matrix of a ranking. `alone` answers what the assessors gave alone, for the place of a
    /// bid in `bids` and of a criterion in the scheme.
    ///
    /// Errors: nobody has a place, or more bids or criteria than the analyses take.
    pub fn of(
        scheme: &Scheme,
        bids: &[BidGrades],
        outcome: &Outcome,
        alone: impl Fn(usize, usize) -> Vec<Exact>,
    ) -> Result<Field, ProblemError> {
        let placed: BTreeMap<&str, &BidOutcome> =
            outcome.ranking().map(|(_, bid)| (bid.id.as_str(), bid)).collect();
        let mut weights: Vec<Exact> = scheme.criteria.iter().map(|c| c.weight.clone()).collect();
        weights.extend(scheme.method.price_weight().cloned());
        let (mut names, mut rows, mut steps) = (vec![], vec![], vec![]);
        for (place, bid) in bids.iter().enumerate() {
            let Some(outcome) = placed.get(bid.id.as_str()) else { continue };
            let values = values(scheme, bid, outcome);
            names.push(bid.id.clone());
            rows.push(BidValues { given: given(scheme, &values, |at| alone(place, at)), values });
            steps.push(neighbours(scheme, bid));
        }
        let problem = Problem::new(&weights, rows)?;
        let first = outcome.ranking().next().map(|(_, bid)| bid.id.as_str());
        let winner = names.iter().position(|name| Some(name.as_str()) == first);
        Ok(Field { winner: winner.unwrap_or_default(), bids: names, problem, steps })
    }
}

fn values(scheme: &Scheme, bid: &BidGrades, outcome: &BidOutcome) -> Vec<Exact> {
    let settled = |c: &Criterion| c.scale.share(bid.grades.get(&c.code)?);
    let mut values: Vec<Exact> = scheme.criteria.iter().filter_map(settled).collect();
    values.extend(price_value(scheme, outcome));
    values
}

/// A list for each value; the price has none of the assessors.
fn given(
    scheme: &Scheme,
    values: &[Exact],
    alone: impl Fn(usize) -> Vec<Exact>,
) -> Vec<Vec<Exact>> {
    let criteria = scheme.criteria.iter().enumerate();
    let mut given: Vec<Vec<Exact>> = criteria
        .map(|(at, c)| alone(at).iter().filter_map(|grade| c.scale.share(grade)).collect())
        .collect();
    given.resize(values.len(), Vec::new());
    given
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
