//! What a round publishes about scoring: criteria, weights, scales, method, rounding and ties.
//! A scheme may be half finished while it is set up; `Scheme::problems` (in `problems.rs`) says
//! what keeps it from being published, and the engine refuses a scheme that has any.

use serde::{Deserialize, Serialize};

use super::aggregation::Aggregate;
use super::exact::Exact;
use super::methods::{Method, PriceRule, Unit};
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

    /// A scale of unnamed points from `min` to `max`, each `step` above the one before: whole
    /// points, halves, and so on. `None` when the step is not above zero, does not fit the range
    /// a whole number of times, or makes more than 1,001 points.
    pub fn stepped(min: &Exact, max: &Exact, step: &Exact) -> Option<Scale> {
        let steps = (max - min).divided_by(step)?;
        let fits = step.is_positive() && steps.is_positive() && steps.is_whole();
        if !fits || steps > Exact::from(1000) {
            return None;
        }
        let mut grades = Vec::new();
        let mut value = min.clone();
        while &value <= max {
            let next = &value + step;
            let label = value.plain();
            grades.push(Grade { value, label, text: String::new(), knock_out: false });
            value = next;
        }
        Some(Scale { min: min.clone(), max: max.clone(), grades })
    }

    /// The highest grade that throws a bid out.
    pub fn highest_knock_out(&self) -> Option<&Exact> {
        let knock_outs = self.grades.iter().filter(|grade| grade.knock_out);
        knock_outs.map(|grade| &grade.value).max()
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
    /// The most points this criterion can earn; its value in money with `award_on_value`.
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
            || self.scale.highest_knock_out().is_some_and(|knock_out| value <= knock_out)
    }
}

/// Criteria that are weighed and judged together; its weight is the sum of theirs.
///
/// Source: `evaluation.md` 1.5 (thresholds per group, such as 65 % per criterion and 50 % per
/// sub-criterion) and 8 (sub-weights multiply).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The short code; unique among criteria and groups.
    pub code: String,
    /// The codes of its criteria and of groups that stand before it in the list.
    pub parts: Vec<String>,
    /// The least points (or money value) with which a bid stays in.
    #[serde(default)]
    pub threshold: Option<Exact>,
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
    /// Criteria that are judged together, parts before wholes; empty when there are none.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// How the grades of several assessors become one.
    #[serde(default)]
    pub aggregate: Aggregate,
    /// What all weights must add up to, exactly; 100 unless published otherwise. Not used where
    /// weights are money.
    pub full_marks: Exact,
    /// The rounded total with which a bid just stays in: the lowest one, or the highest where the
    /// lowest outcome wins.
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
            groups: Vec::new(),
            aggregate: Aggregate::default(),
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

    /// The price rule, where the price earns points on a published line.
    pub fn price_rule(&self) -> Option<&PriceRule> {
        if let Method::WeightedAbsolute(rule) = &self.method { Some(rule) } else { None }
    }

    /// What the weights of all criteria add up to.
    pub fn quality_weight(&self) -> Exact {
        self.criteria.iter().map(|criterion| &criterion.weight).sum()
    }

    /// What all weights, the price's included, add up to.
    pub fn weight_sum(&self) -> Exact {
        let weights = self.criteria.iter().map(|criterion| &criterion.weight);
        weights.chain(self.method.price_weight()).sum()
    }

    /// Whether an assessor may give this value: on a listed scale, one of the grades.
    pub fn offers(&self, criterion: &Criterion, value: &Exact) -> bool {
        let listed = !criterion.scale.grades.is_empty();
        if listed { criterion.scale.has(value) } else { self.is_within(criterion, value) }
    }

    /// Whether a settled value may stand for this criterion. An average may lie between two
    /// listed grades.
    pub fn allows(&self, criterion: &Criterion, value: &Exact) -> bool {
        match self.aggregate.keeps_to_grades() {
            true => self.offers(criterion, value),
            false => self.is_within(criterion, value),
        }
    }

    /// Where weights are money, a grade may cost as much as it can earn.
    fn is_within(&self, criterion: &Criterion, value: &Exact) -> bool {
        let scale = &criterion.scale;
        let listed = || scale.grades.iter().map(|grade| &grade.value);
        let low = match (listed().min(), self.method.unit()) {
            (Some(lowest), _) => lowest.clone(),
            (None, Unit::Points) => scale.min.clone(),
            (None, Unit::Money) => &scale.min - &scale.width(),
        };
        &low <= value && value <= listed().max().unwrap_or(&scale.max)
    }
}
