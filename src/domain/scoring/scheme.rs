//! What a round publishes about scoring: criteria, weights, scales, method, rounding and ties.
//! A scheme may be half finished while it is set up; `Scheme::problems` (in `problems.rs`) says
//! what keeps it from being published, and the engine refuses a scheme that has any.

use serde::{Deserialize, Serialize};

use super::exact::Exact;
use super::rounding::Rounding;

/// One step of a worded scale.
///
/// Source: `evaluation.md` 8, grade lists: ordered labels with text and an optional knock-out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grade {
    /// The value that counts, on the scale's own range.
    pub value: Exact,
    /// The short name, such as "good".
    pub label: String,
    /// What a bid must show for this grade, in the words of the publication.
    pub text: String,
    /// A bid with this grade falls out, whatever its other grades are.
    #[serde(default)]
    pub knock_out: bool,
}

/// The range of a criterion and the grades on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale {
    /// The value that earns no points.
    pub min: Exact,
    /// The value that earns the whole weight.
    pub max: Exact,
    /// The published grades; empty when every value from `min` to `max` may be given.
    #[serde(default)]
    pub grades: Vec<Grade>,
}

impl Scale {
    /// A scale on which every value from `min` to `max` may be given.
    pub fn range(min: Exact, max: Exact) -> Scale {
        Scale { min, max, grades: Vec::new() }
    }

    /// A worded scale that runs from its lowest to its highest grade.
    pub fn worded(grades: Vec<Grade>) -> Scale {
        let values = grades.iter().map(|grade| &grade.value);
        let min = values.clone().min().cloned().unwrap_or_else(Exact::zero);
        let max = values.max().cloned().unwrap_or_else(Exact::zero);
        Scale { min, max, grades }
    }

    /// The part of the weight that a value earns: (value - min) / (max - min).
    /// `None` when the scale has no range.
    pub fn share(&self, value: &Exact) -> Option<Exact> {
        (value - &self.min).divided_by(&self.width())
    }

    /// The distance between the lowest and the highest value.
    pub fn width(&self) -> Exact {
        &self.max - &self.min
    }

    /// Whether a value may be given on this scale.
    pub fn has(&self, value: &Exact) -> bool {
        if self.grades.is_empty() {
            return &self.min <= value && value <= &self.max;
        }
        self.grade(value).is_some()
    }

    /// The published grade with this value.
    pub fn grade(&self, value: &Exact) -> Option<&Grade> {
        self.grades.iter().find(|grade| &grade.value == value)
    }

    /// The next better grade of a worded scale.
    pub fn one_up(&self, value: &Exact) -> Option<&Grade> {
        let better = self.grades.iter().filter(|grade| &grade.value > value);
        better.min_by(|one, two| one.value.cmp(&two.value))
    }

    /// The next worse grade of a worded scale.
    pub fn one_down(&self, value: &Exact) -> Option<&Grade> {
        let worse = self.grades.iter().filter(|grade| &grade.value < value);
        worse.max_by(|one, two| one.value.cmp(&two.value))
    }
}

/// Something bids are scored on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// The short code that grades and tie keys use; unique in the scheme, never `price`.
    pub code: String,
    /// The most points this criterion can earn.
    pub weight: Exact,
    /// The scale its grades are on.
    pub scale: Scale,
    /// The lowest value with which a bid stays in.
    #[serde(default)]
    pub threshold: Option<Exact>,
}

impl Criterion {
    /// The points a value earns: weight x (value - min) / (max - min). Zero on a scale without
    /// a range, which the checks refuse.
    pub fn points(&self, value: &Exact) -> Exact {
        self.scale.share(value).map_or_else(Exact::zero, |share| &self.weight * &share)
    }

    /// Whether a value keeps the bid out: below the threshold or on a knock-out grade.
    pub fn fails(&self, value: &Exact) -> bool {
        self.threshold.as_ref().is_some_and(|threshold| value < threshold)
            || self.scale.grade(value).is_some_and(|grade| grade.knock_out)
    }
}

/// What a price outside floor and ceiling means.
///
/// Source: `evaluation.md` 8, `weighted_absolute`: clamp is a published setting; a price below
/// the floor is invalid, above the ceiling it earns nothing or is invalid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outside {
    /// It counts as the nearest end of the range.
    Clamp,
    /// The straight line goes on, above the weight or below zero.
    Extend,
    /// The bid falls out.
    Exclude,
}

/// Points for the price on a published straight line: formula F5 of `evaluation.md` 1.2,
/// weight x (ceiling - price) / (ceiling - floor). Never looks at other bids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceRule {
    /// The most points the price can earn between floor and ceiling.
    pub weight: Exact,
    /// The price that earns the whole weight, in the same unit as the bids (cents on the pages).
    pub floor: Exact,
    /// The price that earns nothing.
    pub ceiling: Exact,
    /// What a price below the floor means.
    pub below: Outside,
    /// What a price above the ceiling means.
    pub above: Outside,
}

/// How grades and prices become an order.
///
/// Source: `evaluation.md` 8. Later methods are further variants; none of these three looks at
/// other bids, so none can turn an order around when a bid falls away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Only quality counts, at a fixed price where one is published; a bid with another price
    /// is invalid. The usual method for the Wmo (art. 5.4 Uitvoeringsbesluit Wmo 2015).
    QualityOnly {
        /// The published price, in the same unit as the bids.
        #[serde(default)]
        fixed_price: Option<Exact>,
    },
    /// Quality points plus points for the price on a published line.
    WeightedAbsolute(PriceRule),
    /// Everyone who meets all thresholds is admitted; there is no order.
    Admission,
}

impl Default for Method {
    fn default() -> Method {
        Method::QualityOnly { fixed_price: None }
    }
}

/// One step of the chain that separates bids with the same rounded total.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieKey {
    /// The higher grade on this criterion goes first.
    Criterion(String),
    /// The lower price goes first.
    Price,
}

/// What happens when the keys do not separate two bids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieEnd {
    /// They share the place; the next place is skipped.
    #[default]
    StaysTied,
    /// A draw with a seed that was committed beforehand decides.
    Draw,
}

/// The published rule for equal totals: keys in order, then the end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TieRule {
    /// The keys, first one first.
    #[serde(default)]
    pub keys: Vec<TieKey>,
    /// What happens after the last key.
    #[serde(default)]
    pub end: TieEnd,
}

/// Everything a round publishes about scoring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scheme {
    /// The published method.
    pub method: Method,
    /// The criteria, in the order of the publication.
    pub criteria: Vec<Criterion>,
    /// What all weights must add up to, exactly; 100 unless published otherwise.
    pub full_marks: Exact,
    /// The lowest rounded total with which a bid stays in.
    #[serde(default)]
    pub threshold: Option<Exact>,
    /// The published rounding.
    #[serde(default)]
    pub rounding: Rounding,
    /// The published rule for equal totals.
    #[serde(default)]
    pub ties: TieRule,
}

impl Scheme {
    /// A scheme with the usual settings: 100 points, two digits half up, ties share a place.
    pub fn new(method: Method, criteria: Vec<Criterion>) -> Scheme {
        Scheme {
            method,
            criteria,
            full_marks: Exact::from(100),
            threshold: None,
            rounding: Rounding::default(),
            ties: TieRule::default(),
        }
    }

    /// The criterion with this code.
    pub fn criterion(&self, code: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.code == code)
    }

    /// The price rule, where the price earns points.
    pub fn price_rule(&self) -> Option<&PriceRule> {
        match &self.method {
            Method::WeightedAbsolute(rule) => Some(rule),
            Method::QualityOnly { .. } | Method::Admission => None,
        }
    }

    /// What all weights, the price's included, add up to.
    pub fn weight_sum(&self) -> Exact {
        let weights = self.criteria.iter().map(|criterion| &criterion.weight);
        weights.chain(self.price_rule().map(|rule| &rule.weight)).sum()
    }
}
