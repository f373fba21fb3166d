//! The cost sheet: six legal elements, their sum, and what that means per unit.

use super::answers::{Answers, CostElement};
use super::rule::whole_number;
use crate::domain::money::Cents;
use crate::domain::rounds::lots::{LotDetails, LotPrice};

/// The sheet as far as it can be read; what is missing or unreadable is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Costs {
    /// Per year, in the order of the law.
    pub elements: Vec<(CostElement, Option<Cents>)>,
    /// Units per year.
    pub volume: Option<i64>,
    /// Price per unit that the bidder asks; only where the round lets price count.
    pub rate: Option<Cents>,
}

/// What a bidder had better look at again. Only a rate outside the limits keeps a bid back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostWarning {
    RateTooHigh {
        ceiling: Cents,
    },
    RateTooLow {
        floor: Cents,
    },
    /// What the municipality pays in a year does not cover the costs.
    Short {
        by: Cents,
    },
    /// More than the municipality has for this lot.
    AboveBudget {
        budget: Cents,
        by: Cents,
    },
    /// Another number of units than the lot has.
    OtherVolume {
        lot: u32,
    },
}

impl Costs {
    /// Reads the answers below `name`, such as `price.costs`.
    pub fn read(answers: &Answers, name: &str) -> Costs {
        let text = |tail: &str| answers.text(&format!("{name}.{tail}"));
        let amount = |tail: &str| Cents::parse(text(tail)).ok();
        Costs {
            elements: CostElement::ALL.iter().map(|e| (*e, amount(e.as_str()))).collect(),
            volume: whole_number(text("volume")).filter(|n| *n > 0),
            rate: amount("rate"),
        }
    }

    /// Sum of the elements that can be read, per year.
    pub fn total(&self) -> Cents {
        self.elements.iter().filter_map(|(_, amount)| *amount).sum()
    }

    pub fn has_all_elements(&self) -> bool {
        self.elements.iter().all(|(_, amount)| amount.is_some())
    }

    /// Costs per unit, rounded half up to a cent; none without a volume.
    pub fn per_unit(&self) -> Option<Cents> {
        let volume = self.volume?;
        Some(Cents((2 * self.total().0 + volume) / (2 * volume)))
    }

    /// What a unit brings in: the price of the lot, or the one the bidder asks.
    pub fn price(&self, lot: &LotDetails) -> Option<Cents> {
        match lot.price {
            LotPrice::Fixed { rate } => Some(rate),
            LotPrice::Between { .. } => self.rate,
        }
    }

    /// What the municipality would pay in a year.
    pub fn income(&self, lot: &LotDetails) -> Option<Cents> {
        let paid = i128::from(self.price(lot)?.0) * i128::from(self.volume?);
        Some(Cents(i64::try_from(paid).unwrap_or(i64::MAX)))
    }

    pub fn warnings(&self, lot: &LotDetails) -> Vec<CostWarning> {
        let mut found: Vec<CostWarning> = self.outside_limits(lot).into_iter().collect();
        if let Some(income) = self.income(lot) {
            let short = self.total().0 - income.0;
            if self.has_all_elements() && short > 0 {
                found.push(CostWarning::Short { by: Cents(short) });
            }
            if income > lot.budget {
                let by = Cents(income.0 - lot.budget.0);
                found.push(CostWarning::AboveBudget { budget: lot.budget, by });
            }
        }
        if self.volume.is_some_and(|v| v != i64::from(lot.volume)) {
            found.push(CostWarning::OtherVolume { lot: lot.volume });
        }
        found
    }

    /// A rate that the municipality may not accept.
    pub fn outside_limits(&self, lot: &LotDetails) -> Option<CostWarning> {
        let LotPrice::Between { floor, ceiling } = lot.price else { return None };
        match self.rate? {
            rate if rate > ceiling => Some(CostWarning::RateTooHigh { ceiling }),
            rate if rate < floor => Some(CostWarning::RateTooLow { floor }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;
    use proptest::prelude::*;

    /// The bid on Elsbroek of the example.
    const SHEET: [(&str, &str); 8] = [
        ("price.costs.pay", "338750"),
        ("price.costs.overhead", "58.300"),
        ("price.costs.non_productive", "84700,00"),
        ("price.costs.travel_training", "23000"),
        ("price.costs.indexation", "15900"),
        ("price.costs.other", "9155"),
        ("price.costs.volume", "13.550"),
        ("price.costs.rate", "39,10"),
    ];

    fn sheet(changes: &[(&'static str, &'static str)]) -> Costs {
        Costs::read(
            &Answers::of_texts(SHEET.into_iter().chain(changes.iter().copied())),
            "price.costs",
        )
    }

    fn lot() -> LotDetails {
        example::lot(LotPrice::Between { floor: Cents(3_500), ceiling: Cents(4_100) })
    }

    #[test]
    fn a_sheet_that_fits_gives_no_warning() {
        let costs = sheet(&[]);
        assert_eq!(costs.total(), Cents(52_980_500));
        assert_eq!(costs.per_unit(), Some(Cents(3_910)));
        assert_eq!(costs.income(&lot()), Some(Cents(52_980_500)));
        assert_eq!(costs.warnings(&lot()), []);
    }

    #[test]
    fn every_warning_has_its_numbers() {
        let rate = |rate| sheet(&[("price.costs.rate", rate)]).warnings(&lot());
        let budget =
            CostWarning::AboveBudget { budget: Cents(54_000_000), by: Cents(1_555_001 - 1) };
        let too_high = CostWarning::RateTooHigh { ceiling: Cents(4_100) };
        assert_eq!(rate("41,00"), [budget]);
        assert_eq!(rate("41,01")[0], too_high);
        let short = CostWarning::Short { by: Cents(52_980_500 - 3_499 * 13_550) };
        assert_eq!(rate("34,99"), [CostWarning::RateTooLow { floor: Cents(3_500) }, short]);
        let other = sheet(&[("price.costs.volume", "13549")]).warnings(&lot());
        assert!(other.contains(&CostWarning::OtherVolume { lot: 13_550 }), "{other:?}");
    }

    #[test]
    fn a_fixed_price_is_what_a_unit_brings_in() {
        let lot = example::lot(LotPrice::Fixed { rate: Cents(3_900) });
        assert_eq!(sheet(&[]).warnings(&lot), [CostWarning::Short { by: Cents(135_500) }]);
    }

    #[test]
    fn an_empty_sheet_warns_of_nothing() {
        let costs = Costs::read(&Answers::default(), "price.costs");
        assert_eq!((costs.total(), costs.per_unit()), (Cents(0), None));
        assert_eq!(costs.warnings(&lot()), []);
    }

    proptest! {
        #[test]
        fn the_rate_is_the_nearest_cent(total in 0i64..10_000_000_000_000, volume in 1i64..100_000_000) {
            let costs = Costs {
                elements: vec![(CostElement::Pay, Some(Cents(total)))],
                volume: Some(volume),
                rate: None,
            };
            let rate = i128::from(costs.per_unit().unwrap().0);
            let (total, volume) = (i128::from(total), i128::from(volume));
            let double_error = 2 * (rate * volume - total);
            prop_assert!(-volume < double_error && double_error <= volume);
        }
    }
}
