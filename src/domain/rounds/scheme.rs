//! From what a round publishes to what the engine scores with.

use super::definition::{Definition, PriceRule};
use super::lots::LotPrice;
use crate::domain::money::Cents;
use crate::domain::scoring::{self, Exact, Method, Outside, Scale, Scheme};

impl Definition {
    /// The scheme of one lot. Prices are cents per unit. A price below the floor or above the
    /// ceiling is invalid, which the lot page says beforehand.
    pub fn scheme(&self, price: &LotPrice) -> Scheme {
        let method = match (&self.price, price) {
            (PriceRule::WeightedAbsolute { weight }, LotPrice::Between { floor, ceiling }) => {
                Method::WeightedAbsolute(scoring::PriceRule {
                    weight: weight.clone(),
                    floor: exact(*floor),
                    ceiling: exact(*ceiling),
                    below: Outside::Exclude,
                    above: Outside::Exclude,
                })
            }
            // With a fixed price no bid names one, so there is none to compare.
            (PriceRule::Fixed, _)
            | (PriceRule::WeightedAbsolute { .. }, LotPrice::Fixed { .. }) => {
                Method::QualityOnly { fixed_price: None }
            }
        };
        let mut scheme =
            Scheme::new(method, self.criteria.iter().map(|c| self.scored(c)).collect());
        scheme.rounding = self.rounding;
        scheme.ties = self.ties.clone();
        scheme
    }

    fn scored(&self, criterion: &super::definition::Criterion) -> scoring::Criterion {
        let grade = |g: &super::definition::Grade| scoring::Grade {
            value: g.value.clone(),
            label: g.label.clone(),
            text: g.text.clone(),
            knock_out: false,
        };
        scoring::Criterion {
            code: criterion.code.clone(),
            weight: criterion.weight.clone(),
            scale: Scale::worded(self.scale.iter().map(grade).collect()),
            threshold: criterion.threshold.clone(),
        }
    }
}

fn exact(cents: Cents) -> Exact {
    Exact::from(cents.0)
}
