//! The cost sheet: six legal elements, their sum, and what that means per unit, per year and with
//! another volume. Start at `Costs::read`; its fields are in `fields`.

pub mod exchange;
pub mod fields;
pub mod percent;
pub mod scenarios;
mod sums;
pub mod years;

use self::fields::{PAYERS, PaidWhen, PayerKind, required_tails, variable};
use self::percent::Percent;
use self::sums::{divided, left, sum, times};
use super::answers::{Answers, CostElement, Form};
use super::rule::whole_number;
use crate::domain::money::Cents;
use crate::domain::rounds::cost_terms::{CostTerms, Mode};
use crate::domain::rounds::lots::{LotDetails, LotPrice};

/// The sheet as far as it can be read; what is missing or unreadable is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Costs {
    /// In the order of the law.
    pub elements: Vec<Line>,
    /// Units per year, as expected, and with less or more to do.
    pub volume: Option<i64>,
    pub volume_low: Option<i64>,
    pub volume_high: Option<i64>,
    /// Price per unit that the bidder asks; only where the round lets price count.
    pub rate: Option<Cents>,
    /// Who pays beside that price.
    pub payers: Vec<Payer>,
    /// Per year; stands apart from what others pay.
    pub own_money: Option<Cents>,
    pub volunteers: Option<Volunteers>,
    /// Per year of the contract.
    pub rise_costs: Option<Percent>,
    pub rise_price: Option<Percent>,
    /// On the account at the start.
    pub cash_start: Option<Cents>,
    /// Paid once, before the first quarter ends.
    pub cash_once: Option<Cents>,
    pub cash_paid: PaidWhen,
    /// Years of the contract.
    pub years: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub element: CostElement,
    /// Per year, as it counts: what the bidder says, or what the municipality gives.
    pub amount: Option<Cents>,
    /// What the municipality gives, where it does.
    pub given: Option<(Mode, Option<Cents>)>,
    /// The part that follows the volume.
    pub variable: Percent,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payer {
    /// Number of its row.
    pub row: u8,
    pub kind: PayerKind,
    pub name: String,
    /// Per year.
    pub amount: Cents,
}

/// Work that nobody is paid for. Its worth is shown, and is no money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Volunteers {
    /// Per year.
    pub hours: i64,
    /// Of an hour.
    pub value: Cents,
}

/// What a bidder had better look at again. Only a price outside the limits and volumes that
/// contradict each other keep a bid back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostWarning {
    RateTooHigh {
        ceiling: Cents,
    },
    RateTooLow {
        floor: Cents,
    },
    /// Costs per unit below what the municipality worked out as a real price.
    CostsBelowFloor {
        tariff: Cents,
        floor: Cents,
    },
    CostsAboveCeiling {
        tariff: Cents,
        ceiling: Cents,
    },
    /// What comes in over a year does not cover the costs.
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
    /// A low volume above the expected one.
    LowNotLow,
    /// A high volume below the expected one.
    HighNotHigh,
}

impl Costs {
    /// Reads the answers below `name`, such as `price.costs`, as the round has them counted.
    pub fn read(form: &Form, answers: &Answers, name: &str) -> Costs {
        let text = |tail: &str| answers.text(&format!("{name}.{tail}"));
        let amount = |tail: &str| Cents::parse(text(tail)).ok();
        let units = |tail: &str| whole_number(text(tail)).filter(|n| *n > 0);
        let section = name.split('.').next().unwrap_or_default();
        let hours = whole_number(text("volunteers.hours")).filter(|n| *n >= 0);
        Costs {
            elements: lines(&form.definition.costs, text),
            volume: units("volume"),
            volume_low: units("volume_low"),
            volume_high: units("volume_high"),
            rate: amount("rate"),
            payers: (1..=PAYERS).filter_map(|row| payer(row, text)).collect(),
            own_money: Cents::parse(answers.text(&format!("{section}.{OWN_MONEY}"))).ok(),
            volunteers: hours
                .zip(amount("volunteers.value"))
                .map(|(hours, value)| Volunteers { hours, value }),
            rise_costs: Percent::parse(text("rise.costs")),
            rise_price: Percent::parse(text("rise.price")),
            cash_start: amount("cash.start"),
            cash_once: amount("cash.once"),
            cash_paid: text("cash.paid").parse().unwrap_or(PaidWhen::Same),
            years: form.definition.costs.years(),
        }
    }

    /// Sum of the elements that can be read, per year.
    pub fn total(&self) -> Cents {
        sum(self.elements.iter().filter_map(|line| line.amount))
    }

    pub fn has_all_elements(&self) -> bool {
        self.elements.iter().all(|line| line.amount.is_some())
    }

    /// Costs per unit, rounded half up to a cent; none without a volume.
    pub fn per_unit(&self) -> Option<Cents> {
        Some(divided(self.total().0.into(), self.volume?.into()))
    }

    /// What a unit brings in: the price of the lot, or the one the bidder asks.
    pub fn price(&self, lot: &LotDetails) -> Option<Cents> {
        match lot.price {
            LotPrice::Fixed { rate } => Some(rate),
            LotPrice::Between { .. } => self.rate,
        }
    }

    /// What the municipality would pay in a year for the help.
    pub fn income(&self, lot: &LotDetails) -> Option<Cents> {
        Some(times(self.price(lot)?, self.volume?))
    }

    /// What others pay in a year.
    pub fn payers_total(&self) -> Cents {
        sum(self.payers.iter().map(|payer| payer.amount))
    }

    pub fn warnings(&self, lot: &LotDetails) -> Vec<CostWarning> {
        let mut found = self.refused(lot);
        if self.has_all_elements() {
            found.extend(self.tariff_outside_limits(lot));
        }
        if let Some(income) = self.income(lot) {
            let short = left(self.total(), sum([income, self.payers_total()]));
            if self.has_all_elements() && short > Cents(0) {
                found.push(CostWarning::Short { by: short });
            }
            if income > lot.budget {
                found.push(CostWarning::AboveBudget {
                    budget: lot.budget,
                    by: left(income, lot.budget),
                });
            }
        }
        if self.volume.is_some_and(|v| v != i64::from(lot.volume)) {
            found.push(CostWarning::OtherVolume { lot: lot.volume });
        }
        found
    }

    /// Tails of the fields that have to be filled in and are not. A suggestion that stands counts.
    pub fn missing(&self, terms: &CostTerms, lot: &LotDetails) -> Vec<String> {
        let suggested = |tail: &str| {
            let line = self.elements.iter().find(|line| line.element.as_str() == tail);
            line.is_some_and(|line| line.given.is_some() && line.amount.is_some())
        };
        required_tails(terms, lot).into_iter().filter(|tail| !suggested(tail)).collect()
    }

    /// What keeps a bid back.
    pub fn refused(&self, lot: &LotDetails) -> Vec<CostWarning> {
        let above =
            |one: Option<i64>, other: Option<i64>| one.zip(other).is_some_and(|(a, b)| a > b);
        let low = above(self.volume_low, self.volume).then_some(CostWarning::LowNotLow);
        let high = above(self.volume, self.volume_high).then_some(CostWarning::HighNotHigh);
        self.outside_limits(lot).into_iter().chain(low).chain(high).collect()
    }

    /// A rate that the municipality may not accept.
    fn outside_limits(&self, lot: &LotDetails) -> Option<CostWarning> {
        let LotPrice::Between { floor, ceiling } = lot.price else { return None };
        match self.rate? {
            rate if rate > ceiling => Some(CostWarning::RateTooHigh { ceiling }),
            rate if rate < floor => Some(CostWarning::RateTooLow { floor }),
            _ => None,
        }
    }

    /// Costs can lie outside the limits for a good reason, so they only warn.
    fn tariff_outside_limits(&self, lot: &LotDetails) -> Option<CostWarning> {
        let LotPrice::Between { floor, ceiling } = lot.price else { return None };
        match self.per_unit()? {
            tariff if tariff > ceiling => Some(CostWarning::CostsAboveCeiling { tariff, ceiling }),
            tariff if tariff < floor => Some(CostWarning::CostsBelowFloor { tariff, floor }),
            _ => None,
        }
    }
}

impl CostWarning {
    /// The field to look at, below the name of the question.
    pub fn tail(self) -> &'static str {
        match self {
            CostWarning::RateTooHigh { .. } | CostWarning::RateTooLow { .. } => "rate",
            CostWarning::CostsBelowFloor { .. }
            | CostWarning::CostsAboveCeiling { .. }
            | CostWarning::Short { .. } => "pay",
            CostWarning::AboveBudget { .. } | CostWarning::OtherVolume { .. } => "volume",
            CostWarning::LowNotLow => "volume_low",
            CostWarning::HighNotHigh => "volume_high",
        }
    }
}

impl Volunteers {
    /// What the hours would cost if somebody were paid for them.
    pub fn worth(self) -> Cents {
        times(self.value, self.hours)
    }
}

/// Question of the same section with the money that the bidder adds.
const OWN_MONEY: &str = "own_money";

/// Pay first: what the municipality gives may be a share of it.
fn lines<'t>(terms: &CostTerms, text: impl Fn(&str) -> &'t str) -> Vec<Line> {
    let typed = |element: CostElement| Cents::parse(text(element.as_str())).ok();
    let own_pay = typed(CostElement::Pay);
    let pay = match terms.input(CostElement::Pay) {
        Some(input) if input.mode == Mode::Fixed => input.given.amount(None),
        Some(input) => own_pay.or(input.given.amount(None)),
        None => own_pay,
    };
    let line = |element: &CostElement| {
        let of = if *element == CostElement::Pay { None } else { pay };
        let given = terms.input(*element).map(|input| (input.mode, input.given.amount(of)));
        let empty = text(element.as_str()).is_empty();
        Line {
            element: *element,
            amount: match given {
                Some((Mode::Fixed, amount)) => amount,
                Some((Mode::Suggested, amount)) if empty => amount,
                Some((Mode::Suggested, _)) | None => typed(*element),
            },
            given,
            variable: Percent::parse(text(&variable(*element))).unwrap_or(usually(*element)),
        }
    };
    CostElement::ALL.iter().map(line).collect()
}

/// Pay, the hours around it, travel and their rise follow the volume; an office does not.
pub fn usually(element: CostElement) -> Percent {
    match element {
        CostElement::Pay
        | CostElement::NonProductive
        | CostElement::TravelTraining
        | CostElement::Indexation => Percent::ALL,
        CostElement::Overhead | CostElement::Other => Percent::NONE,
    }
}

fn payer<'t>(row: u8, text: impl Fn(&str) -> &'t str) -> Option<Payer> {
    let part = |part: &str| text(&format!("payer.{row}.{part}"));
    Some(Payer {
        row,
        kind: part("who").parse().ok()?,
        name: part("name").to_owned(),
        amount: Cents::parse(part("amount")).ok()?,
    })
}

#[cfg(test)]
mod tests;
