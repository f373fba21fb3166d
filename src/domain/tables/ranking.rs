//! From settled grades and opened prices to an order. Everything that knows a price asks for
//! `OpenPrice`, and only a table whose quality was signed and whose price was opened has one.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::table::Table;
use crate::domain::ids::{BidId, LotId};
use crate::domain::money::Cents;
use crate::domain::scoring::{BidGrades, Scheme, ScoreError, Seed, StepEffect, step_effects};

/// Proof that the price of a lot may be read. Only a table makes one, `Table::open_price`, and
/// only after its quality was signed and its price opened; whatever knows a price asks for it.
///
/// Source: invariant 17 of `evaluation.md` chapter 8, as a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenPrice {
    lot: LotId,
    at: Timestamp,
}

impl OpenPrice {
    pub(super) fn new(lot: LotId, at: Timestamp) -> OpenPrice {
        OpenPrice { lot, at }
    }

    pub fn lot(&self) -> LotId {
        self.lot
    }

    pub fn at(&self) -> Timestamp {
        self.at
    }
}

/// Everything an order follows from. The draw goes by code letter, so nobody can know its
/// outcome from a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priced {
    bids: Vec<BidGrades>,
}

impl Priced {
    /// Joins the grades of the table with the opened prices. `codes` has the admitted bids.
    pub fn new(
        table: &Table,
        _proof: &OpenPrice,
        codes: &BTreeMap<BidId, String>,
        prices: &BTreeMap<BidId, Cents>,
    ) -> Priced {
        let bids = codes.iter().map(|(bid, code)| {
            let of_bid = table.items.iter().filter(|item| &item.key.bid == bid);
            let grades = of_bid.filter_map(|item| {
                Some((item.key.criterion.clone(), item.consensus()?.grade.clone()))
            });
            let price = prices.get(bid).map(|price| price.euros());
            BidGrades { id: code.clone(), price, grades: grades.collect(), ..BidGrades::default() }
        });
        Priced { bids: bids.collect() }
    }
}

impl Priced {
    /// The settled grades and prices, by code letter.
    pub fn bids(&self) -> &[BidGrades] {
        &self.bids
    }
}

/// What one grade more or less would change for one bid; for the process lead and the file.
pub fn steps_of(
    scheme: &Scheme,
    priced: &Priced,
    code: &str,
    seed: Option<&Seed>,
) -> Result<Vec<StepEffect>, ScoreError> {
    step_effects(scheme, &priced.bids, code, seed)
}
