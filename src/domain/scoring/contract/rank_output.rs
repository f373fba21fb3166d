//! Writes what became of a document for `rank`.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::super::aggregation::Unsettled;
use super::super::bids::{BidOutcome, Exclusion, Missing, Outcome, Standing, Tie};
use super::super::exact::Exact;
use super::super::logarithm;
use super::super::score::score_bids;
use super::super::trace::{Compared, Contribution, Source};
use super::super::warnings::SchemeWarning;
use super::analyses::Answers;
use super::bids::Given;
use super::json::Problems;
use super::rank_input::RankInput;
use super::written;

#[derive(Serialize)]
struct Answer<'a> {
    method: &'static str,
    ranking: Vec<Line<'a>>,
    trace: Traces<'a>,
    warnings: Vec<Value>,
    /// The seed in hexadecimal, for the minutes.
    seed: Option<String>,
    analyses: &'a Answers,
}

/// One bid. Those with a place come first, best first.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    standing: &'static str,
    rank: Option<usize>,
    total: Option<String>,
    /// Without rounding, as a reduced fraction; `null` where it is none.
    total_exact: Option<Exact>,
    tie: Option<Value>,
    excluded: &'a [Exclusion],
    unsettled: Vec<Value>,
}

/// The answer to a document.
///
/// Errors: an analysis that cannot be done with these settings.
pub fn answer(input: &RankInput, threads: NonZeroUsize) -> Result<String, Problems> {
    let outcome = score_bids(&input.scheme, &input.bids, input.seed.as_ref())
        .map_err(|error| Problems::one("", error))?;
    let answers = Answers::of(input, &outcome, threads)?;
    let mut warnings: Vec<Value> = input.scheme.warnings().iter().map(warning).collect();
    warnings.extend(outcome_warnings(&outcome));
    let without = answers.without.iter();
    warnings.extend(without.map(|(kind, message)| json!({"kind": kind, "message": message})));
    let given = input.bids.iter().zip(&input.given);
    let given = given.map(|(bid, given)| (bid.id.as_str(), given)).collect();
    written(&Answer {
        method: input.method.word(),
        ranking: outcome.bids.iter().map(|bid| line(input, &given, bid)).collect(),
        trace: Traces(&outcome),
        warnings,
        seed: input.seed.as_ref().map(ToString::to_string),
        analyses: &answers,
    })
}

fn line<'a>(input: &RankInput, given: &BTreeMap<&str, &Given>, bid: &'a BidOutcome) -> Line<'a> {
    let (standing, excluded, missing): (_, &[Exclusion], &[Missing]) = match &bid.standing {
        Standing::Ranked { .. } => ("ranked", &[], &[]),
        Standing::Admitted => ("admitted", &[], &[]),
        Standing::Excluded { reasons } => ("excluded", reasons, &[]),
        Standing::Unsettled { missing } => ("unsettled", &[], missing),
    };
    let given = given.get(bid.id.as_str()).copied();
    Line {
        id: &bid.id,
        standing,
        rank: bid.place(),
        total: bid.total.as_ref().map(|total| input.scheme.rounding.text(total)),
        total_exact: bid.trace.as_ref().and_then(rational),
        tie: bid.tie().map(tie),
        excluded,
        unsettled: missing.iter().map(|missing| unsettled(missing, given)).collect(),
    }
}

fn unsettled(missing: &Missing, given: Option<&Given>) -> Value {
    match missing {
        Missing::Price => json!({"missing": "price"}),
        Missing::Grade(code) => {
            let known = given.into_iter().flat_map(|given| &given.unsettled);
            let reason = known.filter(|(of, _)| of == code).map(|(_, why)| *why).next();
            let reason = reason.unwrap_or(Unsettled::NoGrade);
            json!({"missing": "grade", "criterion": code, "reason": reason})
        }
    }
}

/// How many bids had the same total, and what settled it; who they are shows in the ranking.
fn tie(tie: &Tie) -> Value {
    json!({"others": tie.with.len(), "settled": tie.settled})
}

/// The exact total, where it is a fraction. Points from a logarithm are one only where the price
/// is a power of the published multiple; then the engine's twelve digits are compared with it.
fn rational(trace: &Contribution) -> Option<Exact> {
    let Some(part) = trace.price() else { return Some(trace.points.clone()) };
    if let Source::ComparedPrice {
        formula: Compared::Logarithm { multiple },
        weight,
        price,
        lowest,
    } = &part.source
    {
        let power = logarithm::power_of(&price.divided_by(lowest)?, multiple)?;
        let points = weight - &(weight * &power);
        return (points == part.points).then(|| trace.points.clone());
    }
    Some(trace.points.clone())
}

/// The traces by bid.
struct Traces<'a>(&'a Outcome);

impl Serialize for Traces<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for bid in &self.0.bids {
            map.serialize_entry(&bid.id, &bid.trace.as_ref().map(Branch))?;
        }
        map.end()
    }
}

/// A node of a trace with its calculation in numbers and signs.
struct Branch<'a>(&'a Contribution);

impl Serialize for Branch<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Contribution { source, points, parts } = self.0;
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("source", source)?;
        map.serialize_entry("points", points)?;
        map.serialize_entry("formula", &self.0.formula())?;
        map.serialize_entry("parts", &parts.iter().map(Branch).collect::<Vec<_>>())?;
        map.end()
    }
}

/// A warning with one English sentence beside what a program can read.
fn warning(warning: &SchemeWarning) -> Value {
    let message = match warning {
        SchemeWarning::OrderCanTurn { .. } => {
            "a bid that falls away can turn the order of two others around"
        }
        SchemeWarning::PointsDependOnLowestPrice => {
            "points depend on the lowest price and can be below zero; ranks follow from points before rounding"
        }
        SchemeWarning::CheaperCanRankLower => {
            "an index below zero gets worse with a lower price; quality weighs more than the price"
        }
        SchemeWarning::UnequalScales { .. } => {
            "scales have different numbers of grades, so one step is not worth the same everywhere"
        }
        SchemeWarning::SqueezedScale { .. } => {
            "a threshold halfway the scale or higher leaves little to tell bids apart"
        }
        SchemeWarning::AverageWithoutText => {
            "an average may lie between two grades and then has no text to give reasons with"
        }
        SchemeWarning::PriceBeyondTheLine => "prices beyond an end of the line all earn the same",
    };
    let mut value = json!(warning);
    value["message"] = message.into();
    value
}

fn outcome_warnings(outcome: &Outcome) -> Vec<Value> {
    let mut found = Vec::new();
    if !outcome.is_settled() {
        let message = "a bid has no result yet, so the places of others may change";
        found.push(json!({"kind": "not_settled", "message": message}));
    }
    let shared = |bid: &BidOutcome| {
        use super::super::bids::Settled;
        bid.tie().is_some_and(|tie| tie.settled == Settled::Shared)
    };
    if outcome.bids.iter().any(shared) {
        let message = "bids share a place; give a seed to draw";
        found.push(json!({"kind": "shared_place", "message": message}));
    }
    found
}
