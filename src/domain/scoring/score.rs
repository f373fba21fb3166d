//! From grades and prices to an outcome. Every bid is judged by itself first; only then are
//! the bids that count put in order (`ties.rs`).

use super::bids::{BidGrades, BidOutcome, Exclusion, Missing, Outcome, ScoreError, Standing};
use super::draw::Seed;
use super::exact::Exact;
use super::scheme::{Criterion, Method, Outside, PriceRule, Scheme};
use super::ties;
use super::trace::{Contribution, Source};

/// Scores and ranks the bids of one lot.
///
/// The answer depends on nothing but the arguments. `seed` is the committed seed of the draw;
/// without one, bids that need the draw share their place and are marked so.
///
/// Errors: a scheme or bids with problems; no bid is judged then.
/// Source: `evaluation.md` 8.
pub fn score_bids(
    scheme: &Scheme,
    bids: &[BidGrades],
    seed: Option<&Seed>,
) -> Result<Outcome, ScoreError> {
    checked(scheme, bids)?;
    let judged = bids.iter().map(|bid| (bid, judge(scheme, bid))).collect();
    Ok(Outcome { bids: ties::in_order(scheme, judged, seed) })
}

/// Refuses a scheme that cannot be used and bids that do not fit it.
pub(super) fn checked(scheme: &Scheme, bids: &[BidGrades]) -> Result<(), ScoreError> {
    let problems = scheme.problems();
    if !problems.is_empty() {
        return Err(ScoreError::Scheme(problems));
    }
    let problems = scheme.bid_problems(bids);
    if !problems.is_empty() {
        return Err(ScoreError::Bids(problems));
    }
    Ok(())
}

/// Judges one bid without looking at any other. A bid that counts is given no place yet.
pub(super) fn judge(scheme: &Scheme, bid: &BidGrades) -> BidOutcome {
    let missing = missing(scheme, bid);
    if !missing.is_empty() {
        let standing = Standing::Unsettled { missing };
        return BidOutcome { id: bid.id.clone(), standing, trace: None, total: None };
    }
    let trace = trace(scheme, bid);
    let total = scheme.rounding.round(&trace.points);
    let reasons = exclusions(scheme, bid, &total);
    let standing = if !reasons.is_empty() {
        Standing::Excluded { reasons }
    } else if scheme.method == Method::Admission {
        Standing::Admitted
    } else {
        Standing::Ranked { place: 0, tie: None }
    };
    BidOutcome { id: bid.id.clone(), standing, trace: Some(trace), total: Some(total) }
}

fn missing(scheme: &Scheme, bid: &BidGrades) -> Vec<Missing> {
    let codes = scheme.criteria.iter().map(|criterion| &criterion.code);
    let open = codes.filter(|code| !bid.grades.contains_key(*code));
    let mut missing: Vec<Missing> = open.map(|code| Missing::Grade(code.clone())).collect();
    if scheme.price_rule().is_some() && bid.price.is_none() {
        missing.push(Missing::Price);
    }
    missing
}

fn trace(scheme: &Scheme, bid: &BidGrades) -> Contribution {
    let graded = graded(scheme, bid).map(|(criterion, grade)| criterion_part(criterion, grade));
    let mut parts = vec![Contribution::sum(Source::Quality, graded.collect())];
    if let (Some(rule), Some(price)) = (scheme.price_rule(), &bid.price) {
        parts.push(price_part(rule, price));
    }
    Contribution::sum(Source::Total, parts)
}

fn graded<'a>(
    scheme: &'a Scheme,
    bid: &'a BidGrades,
) -> impl Iterator<Item = (&'a Criterion, &'a Exact)> {
    let criteria = scheme.criteria.iter();
    criteria.filter_map(|criterion| Some((criterion, bid.grades.get(&criterion.code)?)))
}

fn criterion_part(criterion: &Criterion, grade: &Exact) -> Contribution {
    let source = Source::Criterion {
        code: criterion.code.clone(),
        weight: criterion.weight.clone(),
        grade: grade.clone(),
        label: criterion.scale.grade(grade).map(|grade| grade.label.clone()),
        min: criterion.scale.min.clone(),
        max: criterion.scale.max.clone(),
    };
    Contribution::leaf(source, criterion.points(grade))
}

fn price_part(rule: &PriceRule, price: &Exact) -> Contribution {
    let counted = rule.counted(price);
    let points = rule.points(price);
    let source = Source::Price {
        weight: rule.weight.clone(),
        price: price.clone(),
        counted: counted.clone(),
        floor: rule.floor.clone(),
        ceiling: rule.ceiling.clone(),
    };
    Contribution::leaf(source, points)
}

impl PriceRule {
    /// The price that counts: the bid's own, or the end of the range where the rule clamps.
    pub fn counted<'a>(&'a self, price: &'a Exact) -> &'a Exact {
        if self.below == Outside::Clamp && price < &self.floor {
            return &self.floor;
        }
        if self.above == Outside::Clamp && price > &self.ceiling {
            return &self.ceiling;
        }
        price
    }

    /// The points a price earns: weight x (ceiling - counted price) / (ceiling - floor).
    /// Zero when the range is empty, which the checks refuse.
    pub fn points(&self, price: &Exact) -> Exact {
        let left = &self.ceiling - self.counted(price);
        let share = left.divided_by(&(&self.ceiling - &self.floor));
        share.map_or_else(Exact::zero, |share| &self.weight * &share)
    }
}

fn exclusions(scheme: &Scheme, bid: &BidGrades, total: &Exact) -> Vec<Exclusion> {
    let mut reasons: Vec<Exclusion> = graded(scheme, bid)
        .flat_map(|(criterion, grade)| grade_exclusions(criterion, grade))
        .collect();
    if let Some(price) = &bid.price {
        reasons.extend(price_exclusion(&scheme.method, price));
    }
    if let Some(threshold) = scheme.threshold.as_ref().filter(|threshold| total < threshold) {
        let (total, threshold) = (total.clone(), threshold.clone());
        reasons.push(Exclusion::TotalBelowThreshold { total, threshold });
    }
    reasons
}

fn grade_exclusions(criterion: &Criterion, grade: &Exact) -> Vec<Exclusion> {
    let mut reasons = Vec::new();
    if criterion.scale.grade(grade).is_some_and(|grade| grade.knock_out) {
        let criterion = criterion.code.clone();
        reasons.push(Exclusion::KnockOutGrade { criterion, grade: grade.clone() });
    }
    if let Some(threshold) = criterion.threshold.as_ref().filter(|threshold| grade < threshold) {
        let (criterion, grade) = (criterion.code.clone(), grade.clone());
        let threshold = threshold.clone();
        reasons.push(Exclusion::BelowThreshold { criterion, grade, threshold });
    }
    reasons
}

fn price_exclusion(method: &Method, price: &Exact) -> Option<Exclusion> {
    let price = price.clone();
    match method {
        Method::QualityOnly { fixed_price: Some(fixed) } if &price != fixed => {
            Some(Exclusion::OtherThanFixedPrice { price, fixed: fixed.clone() })
        }
        Method::WeightedAbsolute(rule) => {
            if rule.below == Outside::Exclude && price < rule.floor {
                return Some(Exclusion::PriceBelowFloor { price, floor: rule.floor.clone() });
            }
            let ceiling = rule.ceiling.clone();
            (rule.above == Outside::Exclude && price > ceiling)
                .then_some(Exclusion::PriceAboveCeiling { price, ceiling })
        }
        Method::QualityOnly { .. } | Method::Admission => None,
    }
}
