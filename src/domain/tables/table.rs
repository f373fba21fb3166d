//! One assessment table and every verb that moves it.

use jiff::Timestamp;

use super::items::{Basis, Decision, Item, ItemKey, says_something};
use super::keys::KeysTurned;
use super::phase::{Phase, SignedQuality};
use super::ranking::OpenPrice;
use super::refusal::TableRefusal;
use super::seats::{Seat, is_quorum};
use crate::domain::ids::{LotId, PersonId, TableId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub id: TableId,
    pub lot: LotId,
    pub phase: Phase,
    /// Counts every act at this table; screens follow it.
    pub version: i32,
    /// What the table talks about now.
    pub current: Option<ItemKey>,
    pub seats: Vec<Seat>,
    /// Every admitted bid on every criterion.
    pub items: Vec<Item>,
}

impl Table {
    pub fn seat(&self, person: PersonId) -> Option<&Seat> {
        self.seats.iter().find(|seat| seat.person == person)
    }

    pub fn item(&self, key: &ItemKey) -> Option<&Item> {
        self.items.iter().find(|item| &item.key == key)
    }

    pub fn has_quorum(&self) -> bool {
        is_quorum(&self.seats)
    }

    pub fn fixed_items(&self) -> usize {
        self.items.iter().filter(|item| item.is_fixed()).count()
    }

    /// Every item has its grade, so the table may fix them all.
    pub fn is_settled(&self) -> bool {
        self.items.iter().all(Item::is_fixed)
    }

    /// The proof that the price may be read; there is none before it was opened.
    pub fn open_price(&self) -> Option<OpenPrice> {
        match &self.phase {
            Phase::Discussing { .. } | Phase::QualityFixed { .. } | Phase::Signed(_) => None,
            Phase::Ranked { price_opened_at, .. } | Phase::Closed { price_opened_at, .. } => {
                Some(OpenPrice::new(self.lot, *price_opened_at))
            }
        }
    }

    /// Somebody sits down.
    pub fn take_seat(&mut self, person: PersonId, now: Timestamp) -> Result<(), TableRefusal> {
        self.may_still_change()?;
        self.seat_mut(person)?.take(now);
        Ok(())
    }

    /// Somebody leaves. When all who remain have signed, the quality is signed with that.
    pub fn leave_seat(&mut self, person: PersonId, now: Timestamp) -> Result<(), TableRefusal> {
        self.may_still_change()?;
        self.seat_mut(person)?.leave(now)?;
        self.sign_off(now);
        Ok(())
    }

    /// Lays the first grades of one item on the table and talks about it.
    pub fn reveal(&mut self, key: &ItemKey, now: Timestamp) -> Result<(), TableRefusal> {
        self.must_discuss()?;
        if !self.has_quorum() {
            return Err(TableRefusal::NoQuorum);
        }
        self.item_mut(key)?.reveal(now)?;
        self.current = Some(key.clone());
        Ok(())
    }

    /// Writes down the grade of the table.
    pub fn fix(
        &mut self,
        (key, decision): (&ItemKey, Decision),
        basis: &Basis<'_>,
        by: PersonId,
        now: Timestamp,
    ) -> Result<(), TableRefusal> {
        self.must_discuss()?;
        if !self.has_quorum() {
            return Err(TableRefusal::NoQuorum);
        }
        self.item_mut(key)?.fix(decision, basis, by, now)?;
        self.release(key);
        Ok(())
    }

    /// Puts an item off until the others are done.
    pub fn postpone(&mut self, key: &ItemKey, now: Timestamp) -> Result<(), TableRefusal> {
        self.must_discuss()?;
        self.item_mut(key)?.postpone(now)?;
        self.release(key);
        Ok(())
    }

    /// Takes a grade back, for a reason, as long as not everybody signed. Signatures stood under
    /// other grades, so they go.
    pub fn reopen(&mut self, key: &ItemKey, reason: &str) -> Result<(), TableRefusal> {
        let opened_at = match &self.phase {
            Phase::Discussing { opened_at } | Phase::QualityFixed { opened_at, .. } => *opened_at,
            Phase::Signed(_) | Phase::Ranked { .. } | Phase::Closed { .. } => {
                return Err(TableRefusal::OtherPhase);
            }
        };
        let item = self.item_mut(key)?;
        if item.is_fixed() {
            says_something(reason)?;
        }
        item.reopen()?;
        for seat in &mut self.seats {
            seat.signed_at = None;
        }
        self.phase = Phase::Discussing { opened_at };
        self.current = Some(key.clone());
        Ok(())
    }

    /// All items are settled; from here on those present sign.
    pub fn fix_quality(&mut self, now: Timestamp) -> Result<(), TableRefusal> {
        let opened_at = self.must_discuss()?;
        if !self.is_settled() {
            return Err(TableRefusal::ItemsOpen);
        }
        if !self.has_quorum() {
            return Err(TableRefusal::NoQuorum);
        }
        self.phase = Phase::QualityFixed { opened_at, fixed_at: now };
        self.current = None;
        Ok(())
    }

    /// One person signs. The last one who must makes the quality signed.
    pub fn sign(&mut self, person: PersonId, now: Timestamp) -> Result<(), TableRefusal> {
        match &self.phase {
            Phase::QualityFixed { .. } => {}
            Phase::Discussing { .. }
            | Phase::Signed(_)
            | Phase::Ranked { .. }
            | Phase::Closed { .. } => return Err(TableRefusal::OtherPhase),
        }
        self.seat_mut(person)?.sign(now)?;
        self.sign_off(now);
        Ok(())
    }

    /// The second key opens the price; `KeysTurned` is the proof of both.
    pub fn open_with(&mut self, keys: &KeysTurned) -> Result<(), TableRefusal> {
        match &self.phase {
            Phase::Signed(quality) => {
                self.phase = Phase::Ranked { quality: quality.clone(), price_opened_at: keys.at() };
                Ok(())
            }
            Phase::Discussing { .. }
            | Phase::QualityFixed { .. }
            | Phase::Ranked { .. }
            | Phase::Closed { .. } => Err(TableRefusal::OtherPhase),
        }
    }

    /// Whether this person may turn a key now: the quality is signed and they do not sit here.
    pub fn may_turn_key(&self, person: PersonId) -> Result<(), TableRefusal> {
        if !matches!(self.phase, Phase::Signed(_)) {
            return Err(TableRefusal::OtherPhase);
        }
        match self.seat(person) {
            Some(_) => Err(TableRefusal::KeyHolderSits),
            None => Ok(()),
        }
    }

    /// Ends the meeting; the minutes are complete.
    pub fn close(&mut self, now: Timestamp) -> Result<(), TableRefusal> {
        match &self.phase {
            Phase::Ranked { quality, price_opened_at } => {
                self.phase = Phase::Closed {
                    quality: quality.clone(),
                    price_opened_at: *price_opened_at,
                    closed_at: now,
                };
                Ok(())
            }
            Phase::Discussing { .. }
            | Phase::QualityFixed { .. }
            | Phase::Signed(_)
            | Phase::Closed { .. } => Err(TableRefusal::OtherPhase),
        }
    }

    fn must_discuss(&self) -> Result<Timestamp, TableRefusal> {
        match &self.phase {
            Phase::Discussing { opened_at } => Ok(*opened_at),
            Phase::QualityFixed { .. }
            | Phase::Signed(_)
            | Phase::Ranked { .. }
            | Phase::Closed { .. } => Err(TableRefusal::OtherPhase),
        }
    }

    /// After the quality is signed nobody comes or goes: that would change who had to sign.
    fn may_still_change(&self) -> Result<(), TableRefusal> {
        match &self.phase {
            Phase::Discussing { .. } | Phase::QualityFixed { .. } => Ok(()),
            Phase::Signed(_) | Phase::Ranked { .. } | Phase::Closed { .. } => {
                Err(TableRefusal::OtherPhase)
            }
        }
    }

    /// All present assessors and the chair signed: the quality is signed.
    fn sign_off(&mut self, now: Timestamp) {
        let Phase::QualityFixed { opened_at, fixed_at } = self.phase else { return };
        let all = self.seats.iter().filter(|s| s.must_sign()).all(|s| s.signed_at.is_some());
        if all && self.has_quorum() {
            self.phase = Phase::Signed(SignedQuality { opened_at, fixed_at, signed_at: now });
        }
    }

    fn release(&mut self, key: &ItemKey) {
        if self.current.as_ref() == Some(key) {
            self.current = None;
        }
    }

    fn seat_mut(&mut self, person: PersonId) -> Result<&mut Seat, TableRefusal> {
        self.seats.iter_mut().find(|s| s.person == person).ok_or(TableRefusal::NoSeat)
    }

    fn item_mut(&mut self, key: &ItemKey) -> Result<&mut Item, TableRefusal> {
        self.items.iter_mut().find(|i| &i.key == key).ok_or(TableRefusal::UnknownItem)
    }
}
