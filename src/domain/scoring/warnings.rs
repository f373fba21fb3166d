//! What a process lead should know of a scheme that may be published all the same.

use std::collections::BTreeSet;

use serde::Serialize;

use super::aggregation::Aggregate;
use super::exact::Exact;
use super::methods::{FallsAway, Method, Outside};
use super::scheme::{Criterion, Scheme};

/// Something in a scheme that is allowed and seldom wise.
///
/// Source: `evaluation.md` 1.4 and 1.5.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum SchemeWarning {
    /// A bid that falls away can turn the order of two others around. `rank_reversal` makes an
    /// example from the round's own weights.
    OrderCanTurn {
        /// The published choice for when that happens.
        falls_away: FallsAway,
    },
    /// Points depend on the lowest price, although the order of two bids does not; expensive bids
    /// earn less than nothing.
    PointsDependOnLowestPrice,
    /// A bid that is far behind the best quality has an index below zero, and would rank higher
    /// with a higher price. Only where quality weighs more than the price.
    CheaperCanRankLower,
    /// Scales have different numbers of grades, so one step is not worth the same everywhere.
    UnequalScales {
        /// Each criterion with its number of grades.
        lengths: Vec<(String, usize)>,
    },
    /// A threshold halfway the scale or higher leaves only the upper part to tell bids apart.
    SqueezedScale {
        /// The criterion.
        criterion: String,
    },
    /// An average may lie between two grades and then has no text to give reasons with.
    AverageWithoutText,
    /// Prices beyond the ends of the line all earn the same.
    PriceBeyondTheLine,
}

impl Scheme {
    /// Everything worth a warning, most important first.
    pub fn warnings(&self) -> Vec<SchemeWarning> {
        let mut found = Vec::new();
        if let Some(falls_away) = self.method.falls_away() {
            found.push(SchemeWarning::OrderCanTurn { falls_away });
        }
        if matches!(self.method, Method::LogPrice { .. }) {
            found.push(SchemeWarning::PointsDependOnLowestPrice);
        }
        if let Method::UtilityIndex(rule) = &self.method
            && self.quality_weight() > rule.weight
        {
            found.push(SchemeWarning::CheaperCanRankLower);
        }
        found.extend(self.unequal_scales());
        let squeezed = self.criteria.iter().filter(|criterion| is_squeezed(criterion));
        found.extend(
            squeezed.map(|criterion| SchemeWarning::SqueezedScale {
                criterion: criterion.code.clone(),
            }),
        );
        let worded = self.criteria.iter().any(|criterion| !criterion.scale.grades.is_empty());
        if self.aggregate != Aggregate::Consensus && worded {
            found.push(SchemeWarning::AverageWithoutText);
        }
        let clamps = |rule: &super::methods::PriceRule| {
            rule.below == Outside::Clamp || rule.above == Outside::Clamp
        };
        if self.price_rule().is_some_and(clamps) {
            found.push(SchemeWarning::PriceBeyondTheLine);
        }
        found
    }

    fn unequal_scales(&self) -> Option<SchemeWarning> {
        let listed = self.criteria.iter().filter(|criterion| !criterion.scale.grades.is_empty());
        let length = |criterion: &Criterion| (criterion.code.clone(), criterion.scale.grades.len());
        let lengths: Vec<(String, usize)> = listed.map(length).collect();
        let different: BTreeSet<usize> = lengths.iter().map(|(_, length)| *length).collect();
        (different.len() > 1).then_some(SchemeWarning::UnequalScales { lengths })
    }
}

fn is_squeezed(criterion: &Criterion) -> bool {
    let Some(threshold) = &criterion.threshold else { return false };
    let halfway = Exact::one().divided_by(&Exact::from(2));
    criterion.scale.share(threshold) >= halfway && criterion.weight.is_positive()
}
