//! From grades and prices to an outcome. Every bid is judged by itself first (`Alone`); then,
//! where the method asks for it, beside the lowest price and the best quality; only then are the
//! bids that count put in order (`ties.rs`).

use std::collections::BTreeMap;

use super::bids::{
    BidGrades, BidOutcome, Exclusion, Missing, Outcome, Presence, ScoreError, Standing,
};
use super::draw::Seed;
use super::exact::Exact;
use super::methods::{FallsAway, Method, Unit, Wins};
use super::price::{Others, Quality};
use super::scheme::{Criterion, Group, Scheme};
use super::ties::{self, Judged};
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
    Ok(Outcome { bids: ties::in_order(scheme, judged(scheme, bids), seed) })
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

/// Judges all bids. A bid that counts is given no place yet.
pub(super) fn judged<'a>(scheme: &Scheme, bids: &'a [BidGrades]) -> Vec<Judged<'a>> {
    let judge = Judge::new(scheme);
    let alone: Vec<Alone<'a>> = bids.iter().map(|bid| judge.alone(bid)).collect();
    let others = judge.others(&alone);
    alone.into_iter().map(|alone| (alone.bid, judge.beside(alone, &others))).collect()
}

/// A bid as far as it can be judged without looking at any other.
struct Alone<'a> {
    bid: &'a BidGrades,
    missing: Vec<Missing>,
    quality: Quality,
    reasons: Vec<Exclusion>,
}

/// A scheme with what is the same for every bid.
struct Judge<'a> {
    scheme: &'a Scheme,
    criteria: Vec<Measure<'a>>,
    /// The groups and criteria that are in no group, in the order of the criteria.
    outermost: Vec<&'a str>,
    weight: Exact,
}

/// A criterion with what one unit of its scale earns, and its highest knock-out grade.
struct Measure<'a> {
    criterion: &'a Criterion,
    slope: Exact,
    weight: Exact,
    knock_out: Option<&'a Exact>,
}

impl<'a> Judge<'a> {
    fn new(scheme: &'a Scheme) -> Judge<'a> {
        let measure = |criterion: &'a Criterion| {
            let weight = match scheme.method.unit() {
                Unit::Points => criterion.weight.clone(),
                Unit::Money => -&criterion.weight,
            };
            let slope = weight.divided_by(&criterion.scale.width()).unwrap_or_default();
            let knock_out = criterion.scale.highest_knock_out();
            Measure { criterion, slope, weight, knock_out }
        };
        let mut outermost: Vec<&str> = Vec::new();
        for criterion in &scheme.criteria {
            let code = scheme.outermost(&criterion.code);
            if outermost.last() != Some(&code) && !outermost.contains(&code) {
                outermost.push(code);
            }
        }
        let criteria = scheme.criteria.iter().map(measure).collect();
        Judge { scheme, criteria, outermost, weight: scheme.quality_weight() }
    }

    fn alone<'b>(&self, bid: &'b BidGrades) -> Alone<'b> {
        let mut missing = Vec::new();
        let mut reasons = Vec::new();
        if bid.presence == Presence::FellAway {
            reasons.push(Exclusion::FellAway);
        }
        let mut leaves = Vec::with_capacity(self.criteria.len());
        for measure in &self.criteria {
            match bid.grades.get(&measure.criterion.code) {
                None => missing.push(Missing::Grade(measure.criterion.code.clone())),
                Some(grade) => {
                    leaves.push(measure.part(grade));
                    measure.exclude(grade, &mut reasons);
                }
            }
        }
        if self.scheme.method.needs_price() && bid.price.is_none() {
            missing.push(Missing::Price);
        }
        let points = self.grouped(leaves);
        let groups = self.scheme.groups.iter();
        let unit = self.scheme.method.unit();
        reasons.extend(groups.filter_map(|group| group_exclusion(unit, group, &points)));
        if let Some(price) = &bid.price {
            reasons.extend(price_exclusion(&self.scheme.method, price));
        }
        let share = match (self.scheme.method.divides_by_quality(), unit) {
            (true, Unit::Points) => points.points.divided_by(&self.weight).unwrap_or_default(),
            (false, _) | (_, Unit::Money) => Exact::zero(),
        };
        Alone {
            bid,
            missing,
            quality: Quality { points, share, weight: self.weight.clone() },
            reasons,
        }
    }

    fn grouped(&self, leaves: Vec<Contribution>) -> Contribution {
        if self.scheme.groups.is_empty() {
            return Contribution::sum(Source::Quality, leaves);
        }
        let named =
            leaves.into_iter().filter_map(|leaf| Some((leaf.source.criterion()?.to_owned(), leaf)));
        let mut parts: BTreeMap<String, Contribution> = named.collect();
        for Group { code, parts: inside, .. } in &self.scheme.groups {
            let inside = inside.iter().filter_map(|part| parts.remove(part)).collect();
            let whole = Contribution::sum(Source::Group { code: code.clone() }, inside);
            parts.insert(code.clone(), whole);
        }
        let outermost = self.outermost.iter().filter_map(|code| parts.remove(*code));
        Contribution::sum(Source::Quality, outermost.collect())
    }

    /// The lowest price and the best quality among the bids that stay in by themselves. A bid
    /// that fell away counts where the round published that the order is kept.
    fn others(&self, bids: &[Alone<'_>]) -> Others {
        if !self.scheme.method.looks_at_others() {
            return Others::default();
        }
        let keeps = self.scheme.method.falls_away() == Some(FallsAway::KeepOrder);
        let stays_in = |alone: &&Alone<'_>| {
            let gone = |reason: &Exclusion| keeps && matches!(reason, Exclusion::FellAway);
            alone.missing.is_empty() && alone.reasons.iter().all(gone)
        };
        let counted = || bids.iter().filter(stays_in);
        Others {
            lowest: counted().filter_map(|alone| alone.bid.price.as_ref()).min().cloned(),
            best: counted().map(|alone| &alone.quality.share).max().cloned(),
        }
    }

    /// The whole judgement. A bid that fell out is shown beside the others too, as far as the
    /// formula goes.
    fn beside(&self, alone: Alone<'_>, others: &Others) -> BidOutcome {
        let Alone { bid, missing, quality, mut reasons } = alone;
        let id = bid.id.clone();
        let fell_away = bid.presence == Presence::FellAway;
        if !missing.is_empty() && !fell_away {
            return BidOutcome {
                id,
                standing: Standing::Unsettled { missing },
                trace: None,
                total: None,
            };
        }
        let scheme = self.scheme;
        let complete = missing.is_empty();
        let trace = complete.then(|| scheme.method.outcome(quality, bid.price.as_ref(), others));
        let trace = trace.flatten();
        let total = trace.as_ref().map(|trace| scheme.rounding.round(&trace.points));
        if complete {
            reasons.extend(total_exclusion(scheme, total.as_ref()));
        }
        let standing = if !reasons.is_empty() {
            Standing::Excluded { reasons }
        } else if scheme.method == Method::Admission {
            Standing::Admitted
        } else {
            Standing::Ranked { place: 0, tie: None }
        };
        BidOutcome { id, standing, trace, total }
    }
}

impl Scheme {
    /// The group that a criterion is in, the group that one is in, and so on to the last; the
    /// code itself when it is in none.
    pub(super) fn outermost<'a>(&'a self, code: &'a str) -> &'a str {
        // Parts stand before wholes, so one pass climbs all the way.
        self.groups.iter().fold(code, |at, group| {
            if group.parts.iter().any(|part| part == at) { &group.code } else { at }
        })
    }
}

impl Measure<'_> {
    fn part(&self, grade: &Exact) -> Contribution {
        let Criterion { code, scale, .. } = self.criterion;
        let source = Source::Criterion {
            code: code.clone(),
            weight: self.weight.clone(),
            grade: grade.clone(),
            label: scale.grade(grade).map(|grade| grade.label.clone()),
            min: scale.min.clone(),
            max: scale.max.clone(),
        };
        Contribution::leaf(source, &self.slope * &(grade - &scale.min))
    }

    fn exclude(&self, grade: &Exact, reasons: &mut Vec<Exclusion>) {
        let Criterion { code, threshold, .. } = self.criterion;
        if self.knock_out.is_some_and(|knock_out| grade <= knock_out) {
            let criterion = code.clone();
            reasons.push(Exclusion::KnockOutGrade { criterion, grade: grade.clone() });
        }
        if let Some(threshold) = threshold.as_ref().filter(|threshold| grade < threshold) {
            let (criterion, grade) = (code.clone(), grade.clone());
            let threshold = threshold.clone();
            reasons.push(Exclusion::BelowThreshold { criterion, grade, threshold });
        }
    }
}

fn group_exclusion(unit: Unit, group: &Group, quality: &Contribution) -> Option<Exclusion> {
    let threshold = group.threshold.clone()?;
    let points = &quality.group(&group.code)?.points;
    let points = if unit == Unit::Money { -points } else { points.clone() };
    let group = group.code.clone();
    (points < threshold).then_some(Exclusion::GroupBelowThreshold { group, points, threshold })
}

fn price_exclusion(method: &Method, price: &Exact) -> Option<Exclusion> {
    let price = price.clone();
    if let Method::QualityOnly { fixed_price: Some(fixed) } = method {
        let fixed = fixed.clone();
        return (price != fixed).then_some(Exclusion::OtherThanFixedPrice { price, fixed });
    }
    let limits = method.limits();
    if let Some(floor) = limits.floor.filter(|floor| &price < floor) {
        return Some(Exclusion::PriceBelowFloor { price, floor });
    }
    let ceiling = limits.ceiling.filter(|ceiling| &price > ceiling)?;
    Some(Exclusion::PriceAboveCeiling { price, ceiling })
}

/// A bid without an outcome cannot reach a threshold either.
fn total_exclusion(scheme: &Scheme, total: Option<&Exact>) -> Option<Exclusion> {
    let threshold = scheme.threshold.clone()?;
    let total = total?.clone();
    let short = match scheme.method.wins() {
        Wins::Highest => total < threshold,
        Wins::Lowest => total > threshold,
    };
    short.then_some(Exclusion::TotalBelowThreshold { total, threshold })
}
