//! What keeps a scheme from being published, and what keeps bids from being scored.

use std::collections::BTreeSet;

use thiserror::Error;

use super::bids::BidGrades;
use super::exact::Exact;
use super::methods::{Method, PriceLimits, PriceRule, Unit};
use super::scheme::{Criterion, Scale, Scheme, TieKey};

/// The code that names the price in tie keys and analyses; no criterion may use it.
const PRICE: &str = "price";

/// One thing in a scheme that must be mended before it can be published or used.
///
/// Source: `evaluation.md` 8 (weights sum to the published total exactly; grade lists) and 1.5.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SchemeProblem {
    /// There is nothing to score on.
    #[error("there are no criteria")]
    NoCriteria,
    /// A criterion has an empty code or the code `price`.
    #[error("criterion {place} needs a code of its own")]
    NoCode {
        /// Its place in the list, from 0.
        place: usize,
    },
    /// Two criteria have the same code.
    #[error("two criteria have the code {code}")]
    SameCode {
        /// The code.
        code: String,
    },
    /// A weight is below zero.
    #[error("the weight of {code} is below zero")]
    NegativeWeight {
        /// The criterion, or `price`.
        code: String,
    },
    /// The weights do not add up to the published total.
    #[error("the weights add up to {sum}, not to {full_marks}")]
    WeightSum {
        /// What they add up to.
        sum: Exact,
        /// What they must add up to.
        full_marks: Exact,
    },
    /// The lowest value of a scale is not below its highest.
    #[error("the scale of {code} has no range")]
    NoRange {
        /// The criterion.
        code: String,
    },
    /// Two grades of a scale have the same value.
    #[error("two grades of {code} have the value {value}")]
    SameGrade {
        /// The criterion.
        code: String,
        /// The value.
        value: Exact,
    },
    /// A grade lies outside the range of its scale.
    #[error("the grade {value} of {code} lies outside its scale")]
    GradeOutsideScale {
        /// The criterion.
        code: String,
        /// The value.
        value: Exact,
    },
    /// A knock-out grade stands above a grade that is none, or every grade is one.
    #[error("the knock-out grades of {code} are not its lowest grades")]
    KnockOutNotLowest {
        /// The criterion.
        code: String,
    },
    /// A threshold lies outside the scale, or above all points there are.
    #[error("the threshold of {code} cannot be reached")]
    ThresholdOutOfReach {
        /// The criterion, or `total`.
        code: String,
    },
    /// The floor of the price is not below its ceiling, or below zero.
    #[error("the floor of the price must be below its ceiling, and not below zero")]
    PriceRange,
    /// A method that divides by the weight of the price has none.
    #[error("the price needs a weight above zero")]
    NoPriceWeight,
    /// The price that earns nothing is not above the lowest price.
    #[error("the multiple of the lowest price must be above 1")]
    MultipleTooSmall,
    /// A factor that would make every outcome the same or turn the order around.
    #[error("the factor must be above zero")]
    FactorNotPositive,
    /// No criterion has a weight although the method divides by all of them.
    #[error("the criteria need a weight above zero")]
    NoQualityWeight,
    /// A group names a code that is no criterion and no group before it.
    #[error("the group {group} names {code}, which is no criterion and no group before it")]
    UnknownPart {
        /// The group.
        group: String,
        /// The code.
        code: String,
    },
    /// A criterion or group is named twice by groups.
    #[error("{code} is part of two groups")]
    PartTwice {
        /// The code.
        code: String,
    },
    /// A group has no parts.
    #[error("the group {code} has no parts")]
    EmptyGroup {
        /// The group.
        code: String,
    },
    /// A tie key names a criterion that does not exist.
    #[error("the tie rule names {code}, which is not a criterion")]
    UnknownTieKey {
        /// The code.
        code: String,
    },
    /// A tie key stands in the chain twice.
    #[error("the tie rule names {code} twice")]
    SameTieKey {
        /// The code, or `price`.
        code: String,
    },
    /// A tie key asks for the price although every bid has the same or none.
    #[error("the tie rule names the price, but the price does not differ")]
    TieKeyWithoutPrice,
}

/// One thing in the bids that the scheme does not allow.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("bid {bid}: {kind}")]
pub struct BidProblem {
    /// The place of the bid in the list, from 0.
    pub bid: usize,
    /// What is wrong with it.
    pub kind: BidProblemKind,
}

/// What can be wrong with a bid as input. None of these is a judgement on the bid.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BidProblemKind {
    /// An earlier bid has the same id.
    #[error("an earlier bid has the same id")]
    SameId,
    /// A grade for a criterion that does not exist.
    #[error("there is no criterion {criterion}")]
    UnknownCriterion {
        /// The code.
        criterion: String,
    },
    /// A grade that is not on the published scale.
    #[error("{value} is not on the scale of {criterion}")]
    NotOnScale {
        /// The criterion.
        criterion: String,
        /// The value.
        value: Exact,
    },
    /// A price below zero.
    #[error("the price is below zero")]
    NegativePrice,
    /// A price of zero where the method divides by it.
    #[error("the price must be above zero")]
    ZeroPrice,
}

impl Scheme {
    /// Everything that keeps this scheme from being published, in reading order.
    pub fn problems(&self) -> Vec<SchemeProblem> {
        let mut found = Vec::new();
        if self.criteria.is_empty() {
            found.push(SchemeProblem::NoCriteria);
        }
        check_codes(&self.criteria, &mut found);
        for criterion in &self.criteria {
            check_criterion(criterion, self.method.unit(), &mut found);
        }
        self.check_groups(&mut found);
        check_method(&self.method, &mut found);
        if self.method.divides_by_quality() && !self.quality_weight().is_positive() {
            found.push(SchemeProblem::NoQualityWeight);
        }
        self.check_totals(&mut found);
        self.check_ties(&mut found);
        found
    }

    fn check_groups(&self, found: &mut Vec<SchemeProblem>) {
        let mut known: BTreeSet<&str> =
            self.criteria.iter().map(|criterion| criterion.code.as_str()).collect();
        let mut used = BTreeSet::new();
        for (place, group) in self.groups.iter().enumerate() {
            let code = || group.code.clone();
            for part in &group.parts {
                if !known.contains(part.as_str()) {
                    let (group, code) = (code(), part.clone());
                    found.push(SchemeProblem::UnknownPart { group, code });
                } else if !used.insert(part.as_str()) {
                    found.push(SchemeProblem::PartTwice { code: part.clone() });
                }
            }
            if group.parts.is_empty() {
                found.push(SchemeProblem::EmptyGroup { code: code() });
            }
            if group.code.trim().is_empty() || group.code == PRICE {
                found.push(SchemeProblem::NoCode { place: self.criteria.len() + place });
            } else if !known.insert(&group.code) {
                found.push(SchemeProblem::SameCode { code: code() });
            }
        }
    }

    fn check_totals(&self, found: &mut Vec<SchemeProblem>) {
        // Admission without a threshold on the total needs no points, so no weights either; and
        // money does not add up to a published total.
        let unweighed = self.method == Method::Admission && self.threshold.is_none();
        if unweighed || self.method.unit() == Unit::Money {
            return;
        }
        let sum = self.weight_sum();
        if sum != self.full_marks {
            let full_marks = self.full_marks.clone();
            found.push(SchemeProblem::WeightSum { sum, full_marks });
        }
        let out_of_reach = |threshold| self.method.adds_points() && threshold > &self.full_marks;
        if self.threshold.as_ref().is_some_and(out_of_reach) {
            found.push(SchemeProblem::ThresholdOutOfReach { code: "total".into() });
        }
    }

    fn check_ties(&self, found: &mut Vec<SchemeProblem>) {
        let mut seen = BTreeSet::new();
        for key in &self.ties.keys {
            let code = match key {
                TieKey::Criterion(code) => code.as_str(),
                TieKey::Price => PRICE,
            };
            if !seen.insert(code) {
                found.push(SchemeProblem::SameTieKey { code: code.into() });
            }
            match key {
                TieKey::Criterion(code) if self.criterion(code).is_none() => {
                    found.push(SchemeProblem::UnknownTieKey { code: code.clone() });
                }
                TieKey::Price if !self.method.needs_price() => {
                    found.push(SchemeProblem::TieKeyWithoutPrice);
                }
                TieKey::Criterion(_) | TieKey::Price => {}
            }
        }
    }

    /// Everything in these bids that the scheme does not allow.
    pub fn bid_problems(&self, bids: &[BidGrades]) -> Vec<BidProblem> {
        // In the order of the codes, as the grades of a bid are: one pass finds all.
        let mut criteria: Vec<&Criterion> = self.criteria.iter().collect();
        criteria.sort_by_key(|criterion| &criterion.code);
        let divides = self.method.divides_by_price();
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        for (place, bid) in bids.iter().enumerate() {
            let mut note = |kind| found.push(BidProblem { bid: place, kind });
            if !seen.insert(&bid.id) {
                note(BidProblemKind::SameId);
            }
            if bid.price.as_ref().is_some_and(Exact::is_negative) {
                note(BidProblemKind::NegativePrice);
            }
            if divides && bid.price.as_ref().is_some_and(Exact::is_zero) {
                note(BidProblemKind::ZeroPrice);
            }
            let mut left = criteria.iter().peekable();
            for (code, value) in &bid.grades {
                while left.next_if(|criterion| criterion.code < *code).is_some() {}
                match left.next_if(|criterion| criterion.code == *code) {
                    None => note(BidProblemKind::UnknownCriterion { criterion: code.clone() }),
                    Some(criterion) if !self.allows(criterion, value) => {
                        let (criterion, value) = (code.clone(), value.clone());
                        note(BidProblemKind::NotOnScale { criterion, value });
                    }
                    Some(_) => {}
                }
            }
        }
        found
    }
}

fn check_codes(criteria: &[Criterion], found: &mut Vec<SchemeProblem>) {
    let mut seen = BTreeSet::new();
    for (place, criterion) in criteria.iter().enumerate() {
        let code = criterion.code.as_str();
        if code.trim().is_empty() || code == PRICE {
            found.push(SchemeProblem::NoCode { place });
        } else if !seen.insert(code) {
            found.push(SchemeProblem::SameCode { code: code.into() });
        }
    }
}

fn check_criterion(criterion: &Criterion, unit: Unit, found: &mut Vec<SchemeProblem>) {
    let Criterion { code, weight, scale, threshold } = criterion;
    if weight.is_negative() {
        found.push(SchemeProblem::NegativeWeight { code: code.clone() });
    }
    if scale.min >= scale.max {
        found.push(SchemeProblem::NoRange { code: code.clone() });
    }
    check_grades(code, scale, unit, found);
    let below = |threshold| threshold < &scale.min && unit == Unit::Points;
    let outside = |threshold| below(threshold) || threshold > &scale.max;
    if threshold.as_ref().is_some_and(outside) {
        found.push(SchemeProblem::ThresholdOutOfReach { code: code.clone() });
    }
}

fn check_grades(code: &str, scale: &Scale, unit: Unit, found: &mut Vec<SchemeProblem>) {
    let mut seen = BTreeSet::new();
    for grade in &scale.grades {
        let (code, value) = (code.to_owned(), grade.value.clone());
        // Where weights are money, a grade below the scale costs money.
        if (value < scale.min && unit == Unit::Points) || value > scale.max {
            found.push(SchemeProblem::GradeOutsideScale { code, value });
        } else if !seen.insert(&grade.value) {
            found.push(SchemeProblem::SameGrade { code, value });
        }
    }
    let values = |knock_out| {
        let of_kind = scale.grades.iter().filter(move |grade| grade.knock_out == knock_out);
        of_kind.map(|grade| &grade.value)
    };
    if let Some(highest) = values(true).max()
        && values(false).min().is_none_or(|lowest| highest >= lowest)
    {
        found.push(SchemeProblem::KnockOutNotLowest { code: code.to_owned() });
    }
}

fn check_method(method: &Method, found: &mut Vec<SchemeProblem>) {
    if method.price_weight().is_some_and(Exact::is_negative) {
        found.push(SchemeProblem::NegativeWeight { code: PRICE.into() });
    }
    match method {
        Method::WeightedAbsolute(rule) => check_line(rule, found),
        Method::LogPrice { multiple, .. } | Method::LowBidLinear { multiple, .. } => {
            if multiple <= &Exact::one() {
                found.push(SchemeProblem::MultipleTooSmall);
            }
        }
        Method::ValueForMoney { factor, .. } if !factor.is_positive() => {
            found.push(SchemeProblem::FactorNotPositive);
        }
        Method::UtilityIndex(rule) if rule.weight.is_zero() => {
            found.push(SchemeProblem::NoPriceWeight);
        }
        Method::QualityOnly { .. }
        | Method::Admission
        | Method::AwardOnValue { .. }
        | Method::ValueForMoney { .. }
        | Method::PricePerPoint { .. }
        | Method::LowBidInverse(_)
        | Method::UtilityIndex(_) => {}
    }
    // The line has been checked already, with its ends.
    let PriceLimits { floor, ceiling } = match method {
        Method::WeightedAbsolute(_) => PriceLimits::default(),
        other => other.limits(),
    };
    let turned =
        floor.as_ref().zip(ceiling.as_ref()).is_some_and(|(floor, ceiling)| floor > ceiling);
    if turned || [floor, ceiling].iter().flatten().any(Exact::is_negative) {
        found.push(SchemeProblem::PriceRange);
    }
}

fn check_line(rule: &PriceRule, found: &mut Vec<SchemeProblem>) {
    if rule.floor >= rule.ceiling || rule.floor.is_negative() {
        found.push(SchemeProblem::PriceRange);
    }
}
