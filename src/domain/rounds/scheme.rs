//! From what a round publishes to what the engine scores with.

use super::definition::Definition;
use super::lots::{LotDetails, LotPrice};
use crate::domain::scoring::{self, Exact, Scale, Scheme, Unit};

impl Definition {
    /// The scheme of one lot, with the weights that count for it. Prices are euros per unit.
    pub fn scheme(&self, lot: &LotDetails) -> Scheme {
        self.for_lot(lot).scheme_at(&lot.price)
    }

    /// The scheme with the weights that stand here, at these prices.
    pub(super) fn scheme_at(&self, price: &LotPrice) -> Scheme {
        let mut scheme = Scheme::new(
            self.price.method(price),
            self.criteria.iter().map(|c| self.scored(c)).collect(),
        );
        scheme.rounding = self.rounding;
        scheme.threshold = self.threshold.clone();
        scheme.ties = self.ties.clone();
        scheme
    }

    fn scored(&self, criterion: &super::definition::Criterion) -> scoring::Criterion {
        scoring::Criterion {
            code: criterion.code.clone(),
            weight: criterion.weight.clone(),
            scale: self.scored_scale(),
            threshold: criterion.threshold.clone(),
        }
    }

    /// Where quality has a price, a grade below zero costs money: the scale itself starts at zero.
    fn scored_scale(&self) -> Scale {
        let grade = |g: &super::definition::Grade| scoring::Grade {
            value: g.value.clone(),
            label: g.label.clone(),
            text: g.text.clone(),
            knock_out: false,
        };
        let mut scale = Scale::worded(self.scale.iter().map(grade).collect());
        if self.price.weight_unit() == Unit::Money && scale.min.is_negative() {
            scale.min = Exact::zero();
        }
        scale
    }
}
