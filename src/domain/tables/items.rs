//! One bid on one criterion, as the table settles it.

use jiff::Timestamp;

use super::refusal::TableRefusal;
use crate::domain::ids::{BidId, PersonId};
use crate::domain::scoring::{Exact, Scale};
use crate::domain::words::count_words;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemKey {
    pub bid: BidId,
    /// Code of the criterion.
    pub criterion: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub key: ItemKey,
    pub state: ItemState,
    /// Counts changes, so that two screens of one chair notice each other.
    pub version: i32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// Nobody but the assessor saw a grade.
    Waiting,
    /// The first grades and their reasons lie on the table.
    Revealed {
        at: Timestamp,
    },
    /// Seen, and put off.
    Postponed {
        revealed_at: Timestamp,
        at: Timestamp,
    },
    Fixed {
        revealed_at: Timestamp,
        consensus: Consensus,
    },
}

/// The grade of the table with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consensus {
    pub grade: Exact,
    pub reason: String,
    pub outside: Outside,
    pub by: PersonId,
    pub at: Timestamp,
}

/// Where the grade of the table lies beside the first grades.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Between the lowest and the highest, or one of them.
    No,
    /// Lower or higher than any; what brought the table there.
    Because(String),
}

/// What the table wants to write down for one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub grade: Exact,
    pub reason: String,
    /// Why the grade lies outside the first grades; empty when it does not.
    pub outside: String,
    /// Version of the item that the chair saw.
    pub seen: i32,
}

/// What a decision is measured by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis<'a> {
    pub scale: &'a Scale,
    /// One grade per assessor who gave one.
    pub first: &'a [Exact],
}

/// Fewer words than this say nothing to the bidder who reads them.
const FEWEST_WORDS: usize = 3;

impl Item {
    pub fn new(bid: BidId, criterion: &str) -> Item {
        let key = ItemKey { bid, criterion: criterion.to_owned() };
        Item { key, state: ItemState::Waiting, version: 1 }
    }

    /// When the first grades were shown; none: nobody has seen them.
    pub fn revealed_at(&self) -> Option<Timestamp> {
        match &self.state {
            ItemState::Waiting => None,
            ItemState::Revealed { at } => Some(*at),
            ItemState::Postponed { revealed_at, .. } | ItemState::Fixed { revealed_at, .. } => {
                Some(*revealed_at)
            }
        }
    }

    pub fn consensus(&self) -> Option<&Consensus> {
        match &self.state {
            ItemState::Fixed { consensus, .. } => Some(consensus),
            ItemState::Waiting | ItemState::Revealed { .. } | ItemState::Postponed { .. } => None,
        }
    }

    pub fn is_fixed(&self) -> bool {
        self.consensus().is_some()
    }

    pub fn is_postponed(&self) -> bool {
        matches!(self.state, ItemState::Postponed { .. })
    }

    /// Shows the first grades to everybody at once. What was shown before keeps its first time.
    pub(super) fn reveal(&mut self, now: Timestamp) -> Result<(), TableRefusal> {
        if self.is_fixed() {
            return Err(TableRefusal::AlreadyFixed);
        }
        self.become_state(ItemState::Revealed { at: self.revealed_at().unwrap_or(now) });
        Ok(())
    }

    pub(super) fn postpone(&mut self, now: Timestamp) -> Result<(), TableRefusal> {
        if self.is_fixed() {
            return Err(TableRefusal::AlreadyFixed);
        }
        let revealed_at = self.revealed_at().ok_or(TableRefusal::NotRevealed)?;
        self.become_state(ItemState::Postponed { revealed_at, at: now });
        Ok(())
    }

    pub(super) fn fix(
        &mut self,
        decision: Decision,
        basis: &Basis<'_>,
        by: PersonId,
        now: Timestamp,
    ) -> Result<(), TableRefusal> {
        if self.is_fixed() {
            return Err(TableRefusal::AlreadyFixed);
        }
        if self.version != decision.seen {
            return Err(TableRefusal::Changed);
        }
        let revealed_at = self.revealed_at().ok_or(TableRefusal::NotRevealed)?;
        let consensus = basis.consensus(decision, by, now)?;
        self.become_state(ItemState::Fixed { revealed_at, consensus });
        Ok(())
    }

    pub(super) fn reopen(&mut self) -> Result<(), TableRefusal> {
        match &self.state {
            ItemState::Fixed { revealed_at, .. } => {
                self.become_state(ItemState::Revealed { at: *revealed_at });
                Ok(())
            }
            ItemState::Waiting | ItemState::Revealed { .. } | ItemState::Postponed { .. } => {
                Err(TableRefusal::NotFixed)
            }
        }
    }

    fn become_state(&mut self, state: ItemState) {
        self.state = state;
        self.version += 1;
    }
}

impl Basis<'_> {
    /// Lower or higher than any first grade. Without first grades there is no outside.
    pub fn is_outside(&self, grade: &Exact) -> bool {
        let (low, high) = (self.first.iter().min(), self.first.iter().max());
        low.is_some_and(|low| grade < low) || high.is_some_and(|high| grade > high)
    }

    /// The one grade that everybody gave.
    pub fn agreed(&self) -> Option<&Exact> {
        let first = self.first.first()?;
        self.first.iter().all(|grade| grade == first).then_some(first)
    }

    fn consensus(
        &self,
        decision: Decision,
        by: PersonId,
        at: Timestamp,
    ) -> Result<Consensus, TableRefusal> {
        if !self.scale.has(&decision.grade) {
            return Err(TableRefusal::NotOnScale);
        }
        says_something(&decision.reason)?;
        let outside = if self.is_outside(&decision.grade) {
            says_something(&decision.outside).map_err(|_| TableRefusal::OutsideRange)?;
            Outside::Because(decision.outside)
        } else {
            Outside::No
        };
        Ok(Consensus { grade: decision.grade, reason: decision.reason, outside, by, at })
    }
}

/// A reason is words, not a dot.
pub(super) fn says_something(reason: &str) -> Result<(), TableRefusal> {
    if count_words(reason) < FEWEST_WORDS { Err(TableRefusal::NoReason) } else { Ok(()) }
}
