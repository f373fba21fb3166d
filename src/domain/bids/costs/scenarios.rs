//! What the plan costs and brings in when there is less or more to do than expected.

use super::sums::{divided, left, sum, times};
use super::{Costs, Line};
use crate::domain::accounts::words;
use crate::domain::bids::answers::CostElement;
use crate::domain::money::Cents;
use crate::domain::rounds::lots::LotDetails;

words! {
    Volume {
        Low = "low",
        Expected = "expected",
        High = "high",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    pub volume: Volume,
    /// Units per year.
    pub units: i64,
    /// Per element, each rounded to a cent.
    pub costs: Vec<(CostElement, Cents)>,
    /// Sum of `costs`.
    pub total: Cents,
    /// Price times units, and what others pay. None without a price.
    pub income: Option<Cents>,
    /// Income less costs.
    pub result: Option<Cents>,
    /// Costs per unit.
    pub tariff: Cents,
}

impl Costs {
    /// One per volume that is filled in; none without an expected volume.
    pub fn scenarios(&self, lot: &LotDetails) -> Vec<Scenario> {
        let Some(expected) = self.volume else { return vec![] };
        let units = |volume: &Volume| match volume {
            Volume::Low => self.volume_low,
            Volume::Expected => Some(expected),
            Volume::High => self.volume_high,
        };
        let one = |volume: &Volume| Some(self.scenario(lot, *volume, (units(volume)?, expected)));
        Volume::ALL.iter().filter_map(one).collect()
    }

    fn scenario(
        &self,
        lot: &LotDetails,
        volume: Volume,
        (units, expected): (i64, i64),
    ) -> Scenario {
        let cost = |line: &Line| Some((line.element, line.at(units, expected)?));
        let costs: Vec<_> = self.elements.iter().filter_map(cost).collect();
        let total = sum(costs.iter().map(|(_, amount)| *amount));
        let income = self.price(lot).map(|price| sum([times(price, units), self.payers_total()]));
        Scenario {
            volume,
            units,
            total,
            income,
            result: income.map(|income| left(income, total)),
            tariff: divided(total.0.into(), units.into()),
            costs,
        }
    }
}

impl Line {
    /// The part that does not follow the volume, and the rest in proportion to it:
    /// `amount × (1 − part + part × units ÷ expected)`, to the nearest cent.
    pub fn at(&self, units: i64, expected: i64) -> Option<Cents> {
        let (amount, part) = (i128::from(self.amount?.0), self.variable.hundredths());
        let (units, expected) = (i128::from(units), i128::from(expected));
        let weight = (10_000 - part) * expected + part * units;
        Some(divided(amount * weight, 10_000 * expected))
    }
}
