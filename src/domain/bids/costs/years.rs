//! Money per year of the contract, and per quarter of the first year.

use super::Costs;
use super::fields::PaidWhen;
use super::percent::Percent;
use super::sums::{divided, left, sum};
use crate::domain::money::Cents;
use crate::domain::rounds::lots::LotDetails;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// 1 for the first.
    pub number: u8,
    pub costs: Cents,
    pub income: Cents,
    /// Income less costs.
    pub result: Cents,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quarter {
    /// 1 to 4.
    pub number: u8,
    pub comes_in: Cents,
    pub goes_out: Cents,
    /// What is there at its end.
    pub balance: Cents,
}

impl Costs {
    /// Costs and price rise from year to year, each year rounded to a cent before the next; what
    /// others pay stays the same. Empty without an income.
    pub fn years(&self, lot: &LotDetails) -> Vec<Year> {
        let Some(mut price) = self.income(lot) else { return vec![] };
        let (others, mut costs) = (self.payers_total(), self.total());
        let mut years = vec![];
        for number in 1..=self.years {
            let income = sum([price, others]);
            years.push(Year { number, costs, income, result: left(income, costs) });
            costs = raised(costs, self.rise_costs.unwrap_or(Percent::NONE));
            price = raised(price, self.rise_of_price());
        }
        years
    }

    /// How much the price rises per year; as much as the costs unless the bidder says otherwise.
    pub fn rise_of_price(&self) -> Percent {
        self.rise_price.or(self.rise_costs).unwrap_or(Percent::NONE)
    }

    /// The first year in quarters. Costs and what others pay spread evenly, and so does own money;
    /// the price of a quarter comes in when the bidder expects it. Empty without an income.
    pub fn quarters(&self, lot: &LotDetails) -> Vec<Quarter> {
        let Some(price) = self.income(lot) else { return vec![] };
        let steady = sum([self.payers_total(), self.own_money.unwrap_or_default()]);
        let mut balance = self.cash_start.unwrap_or_default();
        let mut quarters = vec![];
        for number in 1..=4 {
            let paid = match self.cash_paid {
                PaidWhen::Same => quarter_of(price, number),
                PaidWhen::After => quarter_of(price, number - 1),
            };
            let once = self.cash_once.filter(|_| number == 1).unwrap_or_default();
            let comes_in = sum([paid, quarter_of(steady, number)]);
            let goes_out = sum([quarter_of(self.total(), number), once]);
            balance = left(sum([balance, comes_in]), goes_out);
            quarters.push(Quarter { number, comes_in, goes_out, balance });
        }
        quarters
    }
}

/// The quarter with the least at its end; the first of equals.
pub fn lowest(quarters: &[Quarter]) -> Option<Quarter> {
    quarters.iter().min_by_key(|quarter| quarter.balance).copied()
}

fn raised(amount: Cents, rise: Percent) -> Cents {
    divided(i128::from(amount.0) * (10_000 + rise.hundredths()), 10_000)
}

/// The part of this quarter; the four make the whole to the cent, and before the first is nothing.
fn quarter_of(year: Cents, number: u8) -> Cents {
    let until =
        |quarters: i64| year.0.div_euclid(4) * quarters + year.0.rem_euclid(4) * quarters / 4;
    match i64::from(number) {
        0 => Cents(0),
        n => Cents(until(n) - until(n - 1)),
    }
}
