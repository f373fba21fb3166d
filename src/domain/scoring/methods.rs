//! The ways to turn quality and price into an order. What each one needs is data here; what it
//! computes stands in `price.rs`.

use serde::{Deserialize, Serialize};

use super::exact::Exact;

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
    /// The price that earns the whole weight, in the same unit as the bids (euros on the pages).
    pub floor: Exact,
    /// The price that earns nothing.
    pub ceiling: Exact,
    /// What a price below the floor means.
    pub below: Outside,
    /// What a price above the ceiling means.
    pub above: Outside,
}

/// The prices that are valid where no line is published. A bid outside falls out.
///
/// Source: art. 5.4 Uitvoeringsbesluit Wmo 2015: a real price may be the floor of a bid.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceLimits {
    /// The lowest valid price.
    #[serde(default)]
    pub floor: Option<Exact>,
    /// The highest valid price.
    #[serde(default)]
    pub ceiling: Option<Exact>,
}

/// What happens to the other bids when a bid falls away after the ranking.
///
/// Source: `evaluation.md` 1.4. Keeping the order is allowed where it was announced (Hoge Raad
/// 9 May 2014, ECLI:NL:HR:2014:1078); a relative method must publish one of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FallsAway {
    /// The lowest price and the best quality of all bids stay what they were, so the others keep
    /// their points and their order.
    KeepOrder,
    /// Points are computed anew from the bids that are left; the order may turn around.
    Recompute,
}

/// A method in which the points of a bid depend on the other bids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelativeRule {
    /// The most points the price can earn.
    pub weight: Exact,
    /// The valid prices.
    #[serde(default)]
    pub limits: PriceLimits,
    /// The published choice for when a bid falls away.
    pub falls_away: FallsAway,
}

/// How grades and prices become an order.
///
/// Source: `evaluation.md` 8. In the first six no bid can turn the order of two others around,
/// nor in `log_price`; in the last three it can (`evaluation.md` 1.4, `reversal.rs`).
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
    /// Quality points plus points for the price on a published line (F5).
    WeightedAbsolute(PriceRule),
    /// Everyone who meets all thresholds is admitted; there is no order.
    Admission,
    /// Gunnen op waarde: price less the money value of the quality; the lowest outcome wins (F6).
    /// The weight of a criterion is its value in money, and a grade below `min` costs money.
    AwardOnValue {
        /// The valid prices.
        #[serde(default)]
        limits: PriceLimits,
    },
    /// Factor x quality / price, quality from 0 to 1; the highest outcome wins (F7).
    ValueForMoney {
        /// A number near the expected price, so that outcomes are easy to read. It never changes
        /// the order.
        factor: Exact,
        /// The valid prices.
        #[serde(default)]
        limits: PriceLimits,
    },
    /// Price / (100 x quality), quality from 0 to 1; the lowest outcome wins (F8). A bid without
    /// quality has no outcome and comes last.
    PricePerPoint {
        /// The valid prices.
        #[serde(default)]
        limits: PriceLimits,
    },
    /// Quality points plus weight x (1 - ln(price / lowest) / ln(multiple)), never clamped (F4):
    /// clamping at 0 would let a third bid turn the order of two others around. How the
    /// logarithm is computed, and what that means for ranks, stands in `logarithm.rs`.
    LogPrice {
        /// The points of the lowest price.
        weight: Exact,
        /// How many times the lowest price earns nothing; above 1.
        multiple: Exact,
        /// The valid prices.
        #[serde(default)]
        limits: PriceLimits,
    },
    /// Legacy: quality points plus weight x lowest / price (F1).
    LowBidInverse(RelativeRule),
    /// Legacy: quality points plus weight x (multiple x lowest - price) / ((multiple - 1) x
    /// lowest), zero above the multiple (F2).
    LowBidLinear {
        /// Weight, limits and choice.
        rule: RelativeRule,
        /// How many times the lowest price earns nothing; above 1.
        multiple: Exact,
    },
    /// Legacy: (1 - (best quality - quality) x N) / price x lowest, with N = weight of quality /
    /// weight of price; the highest outcome wins (F9). Below zero, which takes an N above 1, a
    /// lower price makes the outcome worse; `SchemeWarning::CheaperCanRankLower` says so.
    UtilityIndex(RelativeRule),
}

impl Default for Method {
    fn default() -> Method {
        Method::QualityOnly { fixed_price: None }
    }
}

/// Which outcome wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wins {
    /// The highest.
    Highest,
    /// The lowest: an evaluation price.
    Lowest,
}

/// What the weights of the criteria are measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Points, which add up to a published total.
    Points,
    /// Money.
    Money,
}

impl Method {
    /// Which outcome wins.
    pub fn wins(&self) -> Wins {
        match self {
            Method::AwardOnValue { .. } | Method::PricePerPoint { .. } => Wins::Lowest,
            Method::QualityOnly { .. }
            | Method::WeightedAbsolute(_)
            | Method::Admission
            | Method::ValueForMoney { .. }
            | Method::LogPrice { .. }
            | Method::LowBidInverse(_)
            | Method::LowBidLinear { .. }
            | Method::UtilityIndex(_) => Wins::Highest,
        }
    }

    /// What the weights of the criteria are measured in.
    pub fn unit(&self) -> Unit {
        if matches!(self, Method::AwardOnValue { .. }) { Unit::Money } else { Unit::Points }
    }

    /// The weight of the price among the points, where it has one.
    pub fn price_weight(&self) -> Option<&Exact> {
        match self {
            Method::WeightedAbsolute(rule) => Some(&rule.weight),
            Method::LogPrice { weight, .. } => Some(weight),
            Method::LowBidInverse(rule)
            | Method::LowBidLinear { rule, .. }
            | Method::UtilityIndex(rule) => Some(&rule.weight),
            Method::QualityOnly { .. }
            | Method::Admission
            | Method::AwardOnValue { .. }
            | Method::ValueForMoney { .. }
            | Method::PricePerPoint { .. } => None,
        }
    }

    /// Whether a bid without a price has no result.
    pub fn needs_price(&self) -> bool {
        !matches!(self, Method::QualityOnly { .. } | Method::Admission)
    }

    /// Whether a price must be above zero, because the method divides by it.
    pub fn divides_by_price(&self) -> bool {
        match self {
            Method::ValueForMoney { .. }
            | Method::PricePerPoint { .. }
            | Method::LogPrice { .. }
            | Method::LowBidInverse(_)
            | Method::LowBidLinear { .. }
            | Method::UtilityIndex(_) => true,
            Method::QualityOnly { .. }
            | Method::WeightedAbsolute(_)
            | Method::Admission
            | Method::AwardOnValue { .. } => false,
        }
    }

    /// Whether the outcome is a sum of points, with the full marks as its most.
    pub fn adds_points(&self) -> bool {
        match self {
            Method::QualityOnly { .. }
            | Method::WeightedAbsolute(_)
            | Method::Admission
            | Method::LogPrice { .. }
            | Method::LowBidInverse(_)
            | Method::LowBidLinear { .. } => true,
            Method::AwardOnValue { .. }
            | Method::ValueForMoney { .. }
            | Method::PricePerPoint { .. }
            | Method::UtilityIndex(_) => false,
        }
    }

    /// Whether the outcome needs the part of the quality points that a bid earned.
    pub fn divides_by_quality(&self) -> bool {
        match self {
            Method::ValueForMoney { .. }
            | Method::PricePerPoint { .. }
            | Method::UtilityIndex(_) => true,
            Method::QualityOnly { .. }
            | Method::WeightedAbsolute(_)
            | Method::Admission
            | Method::AwardOnValue { .. }
            | Method::LogPrice { .. }
            | Method::LowBidInverse(_)
            | Method::LowBidLinear { .. } => false,
        }
    }

    /// The published choice of a method in which bids change each other's points.
    pub fn falls_away(&self) -> Option<FallsAway> {
        match self {
            Method::LowBidInverse(rule)
            | Method::LowBidLinear { rule, .. }
            | Method::UtilityIndex(rule) => Some(rule.falls_away),
            Method::QualityOnly { .. }
            | Method::WeightedAbsolute(_)
            | Method::Admission
            | Method::AwardOnValue { .. }
            | Method::ValueForMoney { .. }
            | Method::PricePerPoint { .. }
            | Method::LogPrice { .. } => None,
        }
    }

    /// Whether a place needs the lowest price or the best quality among the bids.
    pub fn looks_at_others(&self) -> bool {
        self.falls_away().is_some() || matches!(self, Method::LogPrice { .. })
    }

    /// The valid prices: the published limits, or the ends of the line where they exclude.
    pub fn limits(&self) -> PriceLimits {
        match self {
            Method::WeightedAbsolute(rule) => PriceLimits {
                floor: (rule.below == Outside::Exclude).then(|| rule.floor.clone()),
                ceiling: (rule.above == Outside::Exclude).then(|| rule.ceiling.clone()),
            },
            Method::AwardOnValue { limits }
            | Method::ValueForMoney { limits, .. }
            | Method::PricePerPoint { limits }
            | Method::LogPrice { limits, .. } => limits.clone(),
            Method::LowBidInverse(rule)
            | Method::LowBidLinear { rule, .. }
            | Method::UtilityIndex(rule) => rule.limits.clone(),
            Method::QualityOnly { .. } | Method::Admission => PriceLimits::default(),
        }
    }
}
