//! What bidders and the budget still have room for.

use super::super::exact::Exact;
use super::field::Field;
use super::{BidderKind, Reason};

/// What has been given out so far.
pub(super) struct Room<'f, 'a> {
    field: &'f Field<'a>,
    held: Vec<Vec<usize>>,
    carried: Vec<Exact>,
    spent: Exact,
    spent_by_others: Exact,
}

/// What an award would run into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shortage {
    Lots,
    Capacity,
    Budget,
    Kept,
}

impl<'f, 'a> Room<'f, 'a> {
    pub(super) fn new(field: &'f Field<'a>) -> Room<'f, 'a> {
        let none = field.bidders.len();
        Room {
            field,
            held: vec![Vec::new(); none],
            carried: vec![Exact::zero(); none],
            spent: Exact::zero(),
            spent_by_others: Exact::zero(),
        }
    }

    /// The lots a bidder has.
    pub(super) fn held(&self, bidder: usize) -> &[usize] {
        &self.held[bidder]
    }

    /// What keeps a bidder from taking a lot, money aside.
    pub(super) fn own_shortage(&self, lot: usize, bidder: usize) -> Option<Shortage> {
        if self.held[bidder].len() >= self.field.limit(bidder) {
            return Some(Shortage::Lots);
        }
        let carried = &self.carried[bidder] + &self.field.lots[lot].size;
        let over = |capacity: &Exact| &carried > capacity;
        self.field.capacity(bidder).is_some_and(over).then_some(Shortage::Capacity)
    }

    /// What keeps a bidder from taking a lot.
    pub(super) fn shortage(&self, lot: usize, bidder: usize) -> Option<Shortage> {
        self.own_shortage(lot, bidder).or_else(|| self.money_shortage(lot, bidder))
    }

    /// Where the price of a bid does not fit in what is left of the budget.
    pub(super) fn money_shortage(&self, lot: usize, bidder: usize) -> Option<Shortage> {
        let budget = self.field.division.budget.as_ref()?;
        let price = self.field.price(lot, bidder)?;
        if &self.spent + price > budget.amount {
            return Some(Shortage::Budget);
        }
        let open = &budget.amount - &(&budget.amount * &budget.reserved);
        let other = self.field.bidders[bidder].kind == BidderKind::Provider;
        (other && &self.spent_by_others + price > open).then_some(Shortage::Kept)
    }

    /// Gives a lot to a bidder.
    pub(super) fn take(&mut self, lot: usize, bidder: usize) {
        self.held[bidder].push(lot);
        self.carried[bidder] = &self.carried[bidder] + &self.field.lots[lot].size;
    }

    /// Takes a lot back.
    pub(super) fn release(&mut self, lot: usize, bidder: usize) {
        self.held[bidder].retain(|held| *held != lot);
        self.carried[bidder] = &self.carried[bidder] - &self.field.lots[lot].size;
    }

    /// Pays for a lot.
    pub(super) fn pay(&mut self, lot: usize, bidder: usize) {
        let Some(price) = self.field.price(lot, bidder) else { return };
        self.spent = &self.spent + price;
        if self.field.bidders[bidder].kind == BidderKind::Provider {
            self.spent_by_others = &self.spent_by_others + price;
        }
    }

    /// The shortage as a reason.
    pub(super) fn reason(&self, shortage: Shortage, bidder: usize) -> Reason {
        let mut held = self.held[bidder].clone();
        held.sort_unstable();
        let lots = || held.iter().map(|lot| self.field.lots[*lot].lot.clone()).collect();
        match shortage {
            Shortage::Lots => Reason::HasItsMaximum { lots: lots() },
            Shortage::Capacity => Reason::NoCapacityLeft { lots: lots() },
            Shortage::Budget => Reason::OverBudget,
            Shortage::Kept => Reason::KeptForInitiatives,
        }
    }
}
