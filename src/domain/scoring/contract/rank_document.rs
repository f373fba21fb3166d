//! Writes the document for `rank` from a scheme and its bids, so that others can do a ranking of
//! ours again. Reading it gives the same scheme and bids.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::aggregation::Aggregate;
use super::super::bids::{BidGrades, Presence};
use super::super::draw::Seed;
use super::super::exact::Exact;
use super::super::methods::{FallsAway, Method, Outside, PriceLimits, PriceRule, Unit};
use super::super::rounding::Rounding;
use super::super::scheme::{Criterion, Grade, Group, Scheme, TieEnd, TieKey};
use super::json::{Problems, VERSION};
use super::method::Name;
use super::written;

#[derive(Serialize)]
struct Document<'a> {
    version: u64,
    title: &'a str,
    method: &'static str,
    criteria: Vec<Part<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    price: Option<Price<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when_a_bid_falls_away: Option<FallsAway>,
    bids: Vec<Bid<'a>>,
    aggregate: Aggregate,
    full_marks: &'a Exact,
    #[serde(skip_serializing_if = "Option::is_none")]
    threshold: Option<&'a Exact>,
    rounding: Rounding,
    ties: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<String>,
}

/// A criterion, or a group with its parts.
#[derive(Default, Serialize)]
struct Part<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<Exact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Exact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scale: Option<Scale<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    threshold: Option<&'a Exact>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    criteria: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Scale<'a> {
    min: &'a Exact,
    max: &'a Exact,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    grades: &'a [Grade],
}

#[derive(Default, Serialize)]
struct Price<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    fixed: Option<&'a Exact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<&'a Exact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    factor: Option<&'a Exact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    multiple: Option<&'a Exact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    floor: Option<&'a Exact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ceiling: Option<&'a Exact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    below: Option<Outside>,
    #[serde(skip_serializing_if = "Option::is_none")]
    above: Option<Outside>,
}

#[derive(Serialize)]
struct Bid<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    price: Option<&'a Exact>,
    grades: &'a BTreeMap<String, Exact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fell_away: Option<bool>,
}

/// The document. A seed says that equal totals are drawn for, so it is left out where they stay
/// equal, and as long as nothing was drawn.
///
/// Errors: text that cannot be written.
pub fn write(
    scheme: &Scheme,
    bids: &[BidGrades],
    seed: Option<&Seed>,
    title: &str,
) -> Result<String, Problems> {
    written(&Document {
        version: VERSION,
        title,
        method: Name::of(&scheme.method).word(),
        criteria: parts(scheme),
        price: price(&scheme.method),
        when_a_bid_falls_away: scheme.method.falls_away(),
        bids: bids.iter().map(bid).collect(),
        aggregate: scheme.aggregate,
        full_marks: &scheme.full_marks,
        threshold: scheme.threshold.as_ref(),
        rounding: scheme.rounding,
        ties: scheme.ties.keys.iter().map(tie_key).collect(),
        seed: seed.filter(|_| scheme.ties.end == TieEnd::Draw).map(Seed::to_string),
    })
}

fn bid(bid: &BidGrades) -> Bid<'_> {
    let fell_away = (bid.presence == Presence::FellAway).then_some(true);
    Bid { id: &bid.id, price: bid.price.as_ref(), grades: &bid.grades, fell_away }
}

fn tie_key(key: &TieKey) -> &str {
    match key {
        TieKey::Criterion(code) => code,
        TieKey::Price => "price",
    }
}

/// The criteria in their order, each within the groups that it is in.
fn parts(scheme: &Scheme) -> Vec<Part<'_>> {
    let mut codes: Vec<&str> = Vec::new();
    for criterion in &scheme.criteria {
        let code = scheme.outermost(&criterion.code);
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    let outer = codes.into_iter().filter_map(|code| part(scheme, &scheme.groups, code));
    match scheme.method.unit() {
        Unit::Points => outer.collect(),
        Unit::Money => {
            outer.map(|part| Part { value: part.weight, weight: None, ..part }).collect()
        }
    }
}

/// The criterion or group with this code; `groups` are those that it may be.
fn part<'a>(scheme: &'a Scheme, groups: &'a [Group], code: &str) -> Option<Part<'a>> {
    if let Some(criterion) = scheme.criterion(code) {
        return Some(single(criterion));
    }
    let at = groups.iter().position(|group| group.code == code)?;
    let Group { code, parts, threshold } = &groups[at];
    // Parts stand before wholes, so this comes to an end.
    let criteria = parts.iter().filter_map(|inside| part(scheme, &groups[..at], inside));
    let criteria: Vec<Part<'_>> = criteria.collect();
    Some(Part {
        id: code,
        weight: Some(criteria.iter().filter_map(|part| part.weight.as_ref()).sum()),
        threshold: threshold.as_ref(),
        criteria,
        ..Part::default()
    })
}

fn single(criterion: &Criterion) -> Part<'_> {
    let scale = &criterion.scale;
    Part {
        id: &criterion.code,
        weight: Some(criterion.weight.clone()),
        threshold: criterion.threshold.as_ref(),
        scale: Some(Scale { min: &scale.min, max: &scale.max, grades: &scale.grades }),
        ..Part::default()
    }
}

/// What the method publishes about the price; `None` where that is nothing.
fn price(method: &Method) -> Option<Price<'_>> {
    let weight = method.price_weight();
    match method {
        Method::Admission | Method::QualityOnly { fixed_price: None } => None,
        Method::QualityOnly { fixed_price } => {
            Some(Price { fixed: fixed_price.as_ref(), ..Price::default() })
        }
        Method::WeightedAbsolute(rule) => Some(line(rule)),
        Method::AwardOnValue { limits } | Method::PricePerPoint { limits } => Some(within(limits)),
        Method::ValueForMoney { factor, limits } => {
            Some(Price { factor: Some(factor), ..within(limits) })
        }
        Method::LogPrice { multiple, limits, .. } => {
            Some(Price { weight, multiple: Some(multiple), ..within(limits) })
        }
        Method::LowBidLinear { rule, multiple } => {
            Some(Price { weight, multiple: Some(multiple), ..within(&rule.limits) })
        }
        Method::LowBidInverse(rule) | Method::UtilityIndex(rule) => {
            Some(Price { weight, ..within(&rule.limits) })
        }
    }
}

fn within(limits: &PriceLimits) -> Price<'_> {
    let (floor, ceiling) = (limits.floor.as_ref(), limits.ceiling.as_ref());
    Price { floor, ceiling, ..Price::default() }
}

fn line(rule: &PriceRule) -> Price<'_> {
    Price {
        weight: Some(&rule.weight),
        floor: Some(&rule.floor),
        ceiling: Some(&rule.ceiling),
        below: Some(rule.below),
        above: Some(rule.above),
        ..Price::default()
    }
}
