//! How well a panel of assessors agrees on one criterion. For the file and for the next round:
//! never a gate, and with few bids hardly more than a hint, so that every answer carries the
//! number of bids it rests on. Statistics, so binary numbers (f64); nothing here touches a grade.
//!
//! Start at `Ratings` and `agreement`. The bands for the discussion are in `spread.rs`.

mod alpha;
mod assessors;
mod concordance;
mod correlation;
mod outlook;
mod ratings;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use correlation::Icc;

pub use assessors::{AssessorProfile, assessor_profiles};
pub use outlook::{assessors_needed, spearman_brown};
pub use ratings::{Ratings, RatingsError};

/// A measure of agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Statistic {
    /// Krippendorff's alpha, equal or not. Missing grades are allowed in every alpha.
    AlphaNominal,
    /// Krippendorff's alpha on the order of the grades: the one to use for worded scales.
    AlphaOrdinal,
    /// Krippendorff's alpha on the distance between grades.
    AlphaInterval,
    /// Krippendorff's alpha on the distance relative to the size of the grades.
    AlphaRatio,
    /// ICC(1,1): every bid has other assessors; one assessor.
    #[serde(rename = "icc_1_1")]
    Icc11,
    /// ICC(2,1): the same assessors, drawn from many; one assessor.
    #[serde(rename = "icc_2_1")]
    Icc21,
    /// ICC(3,1): the same assessors and no others; one assessor. Severity does not count.
    #[serde(rename = "icc_3_1")]
    Icc31,
    /// ICC(1,k): as ICC(1,1), for the mean of all assessors.
    #[serde(rename = "icc_1_k")]
    Icc1k,
    /// ICC(2,k): as ICC(2,1), for the mean of all assessors.
    #[serde(rename = "icc_2_k")]
    Icc2k,
    /// ICC(3,k): as ICC(3,1), for the mean of all assessors.
    #[serde(rename = "icc_3_k")]
    Icc3k,
    /// Kendall's W, corrected for ties.
    KendallW,
}

impl Statistic {
    /// The six forms of the intraclass correlation.
    pub const ICC: [Statistic; 6] = [
        Statistic::Icc11,
        Statistic::Icc21,
        Statistic::Icc31,
        Statistic::Icc1k,
        Statistic::Icc2k,
        Statistic::Icc3k,
    ];
}

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoValue {
    /// Fewer than two assessors.
    #[error("agreement needs at least two assessors")]
    TooFewAssessors,
    /// Fewer than two bids that can be used.
    #[error("agreement needs at least two bids with all grades")]
    TooFewBids,
    /// No bid has two grades.
    #[error("no bid has two grades")]
    NoPairs,
    /// All grades are the same (for Kendall's W: each assessor's are), so agreement and chance
    /// cannot be told apart.
    #[error("all grades are the same")]
    NoVariation,
    /// The bids do not differ at all on average, so the statistic would divide by zero.
    #[error("the bids do not differ on average")]
    NoVariationBetweenBids,
    /// A grade below zero has no ratio.
    #[error("a ratio needs grades that are not below zero")]
    NotARatioScale,
    /// The reliability it starts from is not above 0 and below 1.
    #[error("the reliability of one assessor must lie between 0 and 1")]
    NotAReliability,
}

/// A statistic with what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// The value, or why there is none. 1 is perfect agreement.
    pub value: Result<f64, NoValue>,
    /// How many bids it rests on: for alpha those with at least two grades, for the others those
    /// that every assessor graded.
    pub bids: usize,
    /// How many assessors there are.
    pub assessors: usize,
}

/// With so many bids or fewer every statistic of a panel is hugely uncertain.
///
/// Source: `evaluation.md` 3.4.
pub const FEW_BIDS: usize = 8;

/// How high an agreement is, in one word. Only a help for reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Too low to rest on one panel's grades without their reasons.
    Low,
    /// Good enough for careful conclusions.
    Fair,
    /// High.
    High,
}

impl Level {
    /// The level of a value.
    ///
    /// Sources: alpha .667 and .800: Krippendorff, Content Analysis, 2nd edition 2004, p. 241;
    /// ICC .50 and .75: Koo and Li, Journal of Chiropractic Medicine 15(2), 2016, 155-163; W .50
    /// and .70: Schmidt, Decision Sciences 28(3), 1997, 763-774.
    pub fn of(statistic: Statistic, value: f64) -> Level {
        let (fair, high) = match statistic {
            Statistic::AlphaNominal
            | Statistic::AlphaOrdinal
            | Statistic::AlphaInterval
            | Statistic::AlphaRatio => (0.667, 0.8),
            Statistic::Icc11
            | Statistic::Icc21
            | Statistic::Icc31
            | Statistic::Icc1k
            | Statistic::Icc2k
            | Statistic::Icc3k => (0.5, 0.75),
            Statistic::KendallW => (0.5, 0.7),
        };
        if value < fair {
            Level::Low
        } else if value < high {
            Level::Fair
        } else {
            Level::High
        }
    }
}

/// One statistic of one criterion.
pub fn agreement(ratings: &Ratings, statistic: Statistic) -> Agreement {
    let (value, bids) = match statistic {
        Statistic::AlphaNominal => alpha::nominal(ratings),
        Statistic::AlphaOrdinal => alpha::ordinal(ratings),
        Statistic::AlphaInterval => alpha::interval(ratings),
        Statistic::AlphaRatio => alpha::ratio(ratings),
        Statistic::Icc11 => correlation::icc(ratings, Icc::OneWaySingle),
        Statistic::Icc21 => correlation::icc(ratings, Icc::TwoWayRandomSingle),
        Statistic::Icc31 => correlation::icc(ratings, Icc::TwoWayMixedSingle),
        Statistic::Icc1k => correlation::icc(ratings, Icc::OneWayMean),
        Statistic::Icc2k => correlation::icc(ratings, Icc::TwoWayRandomMean),
        Statistic::Icc3k => correlation::icc(ratings, Icc::TwoWayMixedMean),
        Statistic::KendallW => concordance::kendall_w(ratings),
    };
    Agreement { value, bids, assessors: ratings.assessors() }
}
