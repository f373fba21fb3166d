//! How price and quality come together: the rule a round publishes, and the method of the engine
//! that it stands for.

use serde::{Deserialize, Serialize};

use super::lots::LotPrice;
use crate::domain::scoring::{
    Exact, FallsAway, Method, Outside, PriceLimits, PriceRule as Line, RelativeRule, Unit,
};

/// The Wmo asks for a fixed price or a real price as floor (Uitvoeringsbesluit Wmo 2015 art. 5.4).
/// With every rule but the first, bids name a price per unit between the floor and the ceiling of
/// their lot. The formulas stand with `Method`, the source in `evaluation.md` 1.2.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum PriceRule {
    /// The lot names the price; only quality counts.
    Fixed,
    /// Points for the price on a straight line from the floor to the ceiling.
    WeightedAbsolute { weight: Exact },
    /// Quality lowers the price; the weight of a criterion is its value in euros per unit.
    AwardOnValue,
    /// Quality divided by price.
    ValueForMoney,
    /// Price divided by quality.
    PricePerPoint,
    /// Points fall with the logarithm of the price; `multiple` times the lowest price earns none.
    LogPrice { weight: Exact, multiple: Exact },
    /// Points for the lowest price divided by the price.
    LowBidInverse { weight: Exact, falls_away: FallsAway },
    /// Points on a line from the lowest price to `multiple` times it.
    LowBidLinear { weight: Exact, multiple: Exact, falls_away: FallsAway },
    /// Quality beside the best quality, divided by the price beside the lowest price.
    UtilityIndex { weight: Exact, falls_away: FallsAway },
}

/// What the outcome of a bid is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomeUnit {
    /// Points, of a hundred.
    Points,
    /// Euros per unit; the lowest wins.
    Euros,
    /// Euros per point of quality; the lowest wins.
    EurosPerPoint,
    /// A number that says nothing by itself; the highest wins.
    Index,
}

impl PriceRule {
    /// Its name, as in data and texts.
    pub fn word(&self) -> &'static str {
        match self {
            PriceRule::Fixed => "fixed",
            PriceRule::WeightedAbsolute { .. } => "weighted_absolute",
            PriceRule::AwardOnValue => "award_on_value",
            PriceRule::ValueForMoney => "value_for_money",
            PriceRule::PricePerPoint => "price_per_point",
            PriceRule::LogPrice { .. } => "log_price",
            PriceRule::LowBidInverse { .. } => "low_bid_inverse",
            PriceRule::LowBidLinear { .. } => "low_bid_linear",
            PriceRule::UtilityIndex { .. } => "utility_index",
        }
    }

    /// The points a price can earn, where it earns any.
    pub fn weight(&self) -> Option<&Exact> {
        match self {
            PriceRule::WeightedAbsolute { weight }
            | PriceRule::LogPrice { weight, .. }
            | PriceRule::LowBidInverse { weight, .. }
            | PriceRule::LowBidLinear { weight, .. }
            | PriceRule::UtilityIndex { weight, .. } => Some(weight),
            PriceRule::Fixed
            | PriceRule::AwardOnValue
            | PriceRule::ValueForMoney
            | PriceRule::PricePerPoint => None,
        }
    }

    /// How many times the lowest price earns nothing.
    pub fn multiple(&self) -> Option<&Exact> {
        match self {
            PriceRule::LogPrice { multiple, .. } | PriceRule::LowBidLinear { multiple, .. } => {
                Some(multiple)
            }
            PriceRule::Fixed
            | PriceRule::WeightedAbsolute { .. }
            | PriceRule::AwardOnValue
            | PriceRule::ValueForMoney
            | PriceRule::PricePerPoint
            | PriceRule::LowBidInverse { .. }
            | PriceRule::UtilityIndex { .. } => None,
        }
    }

    /// The published choice of a rule by which bids change each other's points.
    pub fn falls_away(&self) -> Option<FallsAway> {
        match self {
            PriceRule::LowBidInverse { falls_away, .. }
            | PriceRule::LowBidLinear { falls_away, .. }
            | PriceRule::UtilityIndex { falls_away, .. } => Some(*falls_away),
            PriceRule::Fixed
            | PriceRule::WeightedAbsolute { .. }
            | PriceRule::AwardOnValue
            | PriceRule::ValueForMoney
            | PriceRule::PricePerPoint
            | PriceRule::LogPrice { .. } => None,
        }
    }

    /// Whether bids name a price of their own.
    pub fn bids_name_prices(&self) -> bool {
        !matches!(self, PriceRule::Fixed)
    }

    /// What the weights of the criteria are measured in.
    pub fn weight_unit(&self) -> Unit {
        if matches!(self, PriceRule::AwardOnValue) { Unit::Money } else { Unit::Points }
    }

    /// What the outcome of a bid is measured in.
    pub fn outcome_unit(&self) -> OutcomeUnit {
        match self {
            PriceRule::Fixed
            | PriceRule::WeightedAbsolute { .. }
            | PriceRule::LogPrice { .. }
            | PriceRule::LowBidInverse { .. }
            | PriceRule::LowBidLinear { .. } => OutcomeUnit::Points,
            PriceRule::AwardOnValue => OutcomeUnit::Euros,
            PriceRule::PricePerPoint => OutcomeUnit::EurosPerPoint,
            PriceRule::ValueForMoney | PriceRule::UtilityIndex { .. } => OutcomeUnit::Index,
        }
    }

    /// The method for a lot with this price. Prices are euros per unit. A price below the floor or
    /// above the ceiling is invalid, which the lot page says beforehand.
    pub fn method(&self, price: &LotPrice) -> Method {
        let LotPrice::Between { floor, ceiling } = price else {
            // With a fixed price no bid names one, so there is none to compare.
            return Method::QualityOnly { fixed_price: None };
        };
        let (floor, ceiling) = (floor.euros(), ceiling.euros());
        let limits = PriceLimits { floor: Some(floor.clone()), ceiling: Some(ceiling.clone()) };
        let relative = |weight: &Exact, falls_away: &FallsAway| RelativeRule {
            weight: weight.clone(),
            limits: limits.clone(),
            falls_away: *falls_away,
        };
        match self {
            PriceRule::Fixed => Method::QualityOnly { fixed_price: None },
            PriceRule::WeightedAbsolute { weight } => Method::WeightedAbsolute(Line {
                weight: weight.clone(),
                floor,
                ceiling,
                below: Outside::Exclude,
                above: Outside::Exclude,
            }),
            PriceRule::AwardOnValue => Method::AwardOnValue { limits },
            // Full quality for the ceiling makes a hundred.
            PriceRule::ValueForMoney => {
                Method::ValueForMoney { factor: &Exact::from(100) * &ceiling, limits }
            }
            PriceRule::PricePerPoint => Method::PricePerPoint { limits },
            PriceRule::LogPrice { weight, multiple } => {
                Method::LogPrice { weight: weight.clone(), multiple: multiple.clone(), limits }
            }
            PriceRule::LowBidInverse { weight, falls_away } => {
                Method::LowBidInverse(relative(weight, falls_away))
            }
            PriceRule::LowBidLinear { weight, multiple, falls_away } => Method::LowBidLinear {
                rule: relative(weight, falls_away),
                multiple: multiple.clone(),
            },
            PriceRule::UtilityIndex { weight, falls_away } => {
                Method::UtilityIndex(relative(weight, falls_away))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Cents;

    fn x(text: &str) -> Exact {
        text.parse().unwrap()
    }

    fn rules() -> [PriceRule; 9] {
        let (weight, multiple, falls_away) = (x("40"), x("2"), FallsAway::KeepOrder);
        [
            PriceRule::Fixed,
            PriceRule::WeightedAbsolute { weight: weight.clone() },
            PriceRule::AwardOnValue,
            PriceRule::ValueForMoney,
            PriceRule::PricePerPoint,
            PriceRule::LogPrice { weight: weight.clone(), multiple: multiple.clone() },
            PriceRule::LowBidInverse { weight: weight.clone(), falls_away },
            PriceRule::LowBidLinear { weight: weight.clone(), multiple, falls_away },
            PriceRule::UtilityIndex { weight, falls_away },
        ]
    }

    #[test]
    fn a_rule_and_its_method_say_the_same() {
        let price = LotPrice::Between { floor: Cents(3_000), ceiling: Cents(4_050) };
        for rule in rules() {
            let method = rule.method(&price);
            assert_eq!(method.price_weight(), rule.weight(), "{rule:?}");
            assert_eq!(method.falls_away(), rule.falls_away(), "{rule:?}");
            assert_eq!(method.unit(), rule.weight_unit(), "{rule:?}");
            assert_eq!(method.needs_price(), rule.bids_name_prices(), "{rule:?}");
            assert_eq!(method.adds_points(), rule.outcome_unit() == OutcomeUnit::Points);
            let limits = method.limits();
            let named = rule.bids_name_prices().then(|| (x("30"), x("40.5")));
            assert_eq!(limits.floor.zip(limits.ceiling), named, "{rule:?}");
            let fixed = rule.method(&LotPrice::Fixed { rate: Cents(3_000) });
            assert_eq!(fixed, Method::QualityOnly { fixed_price: None });
        }
    }

    #[test]
    fn the_word_of_a_rule_is_its_name_in_data() {
        for rule in rules() {
            let data = serde_json::to_value(&rule).unwrap();
            assert_eq!(data["type"], rule.word());
            assert_eq!(serde_json::from_value::<PriceRule>(data).unwrap(), rule);
        }
    }
}
