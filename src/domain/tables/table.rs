//! One assessment table and every verb that moves it.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::deliberation::{Answer, Ballot};
use super::items::{Basis, Decision, Item, ItemKey, says_something};
use super::keys::KeysTurned;
use super::meeting::{Meeting, Settling};
use super::phase::{Phase, SignedQuality};
use super::ranking::OpenPrice;
use super::refusal::TableRefusal;
use super::seats::{Seat, is_quorum};
use crate::domain::ids::{LotId, PersonId, TableId};
use crate::domain::permission::SeatRole;

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
    /// Criteria of which the grades of all bids were laid side by side.
    pub compared: BTreeSet<String>,
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

    /// Asks for a secret vote on the item that is talked about.
    pub fn ask_vote(
        &mut self,
        key: &ItemKey,
        basis: &Basis<'_>,
        now: Timestamp,
    ) -> Result<(), TableRefusal> {
        self.must_meet()?;
        self.item_mut(key)?.ask(basis, now)
    }

    /// One ballot; `voters` are the assessors present who may hear of the bid.
    pub fn cast(
        &mut self,
        key: &ItemKey,
        ballot: Ballot,
        of: (&[PersonId], &Basis<'_>),
    ) -> Result<(), TableRefusal> {
        self.must_meet()?;
        self.item_mut(key)?.cast(ballot, of)
    }

    /// The chair ends a vote that somebody does not take part in.
    pub fn close_vote(
        &mut self,
        key: &ItemKey,
        voters: &[PersonId],
        now: Timestamp,
    ) -> Result<(), TableRefusal> {
        self.must_meet()?;
        self.item_mut(key)?.close_vote(voters, now)
    }

    /// Lays a grade with its reason before everybody.
    pub fn propose(
        &mut self,
        (key, decision): (&ItemKey, Decision),
        basis: &Basis<'_>,
        by: PersonId,
        now: Timestamp,
    ) -> Result<(), TableRefusal> {
        self.must_meet()?;
        self.item_mut(key)?.propose(decision, basis, by, now)
    }

    /// A yes or no to the proposal. The last yes settles the item.
    pub fn answer(
        &mut self,
        key: &ItemKey,
        answer: Answer,
        voters: &[PersonId],
    ) -> Result<(), TableRefusal> {
        self.must_meet()?;
        self.item_mut(key)?.answer(answer, voters)?;
        if self.item(key).is_some_and(Item::is_fixed) {
            self.release(key);
        }
        Ok(())
    }

    /// Takes the proposal off the table.
    pub fn take_back(&mut self, key: &ItemKey) -> Result<(), TableRefusal> {
        self.must_meet()?;
        self.item_mut(key)?.take_back()
    }

    /// The assessors who are here, without who may not hear of a bid.
    pub fn voters(&self, barred: &BTreeSet<PersonId>) -> Vec<PersonId> {
        let here = self.seats.iter().filter(|s| s.role == SeatRole::Assessor && s.is_present());
        here.map(|seat| seat.person).filter(|person| !barred.contains(person)).collect()
    }

    /// The grades of all bids on one criterion were compared: the same finding has the same grade.
    pub fn compare(&mut self, criterion: &str) -> Result<(), TableRefusal> {
        self.must_discuss()?;
        let mut of = self.items.iter().filter(|item| item.key.criterion == criterion).peekable();
        of.peek().ok_or(TableRefusal::UnknownItem)?;
        if !of.all(Item::is_fixed) {
            return Err(TableRefusal::ItemsOpen);
        }
        self.compared.insert(criterion.to_owned());
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
        self.compared.remove(&key.criterion);
        Ok(())
    }

    /// All items are settled; from here on those present sign. Where votes were announced, every
    /// criterion was compared across the bids first.
    pub fn fix_quality(&mut self, meeting: &Meeting, now: Timestamp) -> Result<(), TableRefusal> {
        let opened_at = self.must_discuss()?;
        if !self.is_settled() {
            return Err(TableRefusal::ItemsOpen);
        }
        if meeting.settling != Settling::Chair && !self.is_compared() {
            return Err(TableRefusal::NotCompared);
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

    /// Whether the table may draw now: the price is open and the meeting is not over.
    pub fn may_draw(&self) -> Result<(), TableRefusal> {
        match &self.phase {
            Phase::Ranked { .. } => Ok(()),
            Phase::Discussing { .. }
            | Phase::QualityFixed { .. }
            | Phase::Signed(_)
            | Phase::Closed { .. } => Err(TableRefusal::OtherPhase),
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

    fn is_compared(&self) -> bool {
        self.items.iter().all(|item| self.compared.contains(&item.key.criterion))
    }

    /// The table talks, and enough people are here.
    fn must_meet(&self) -> Result<(), TableRefusal> {
        self.must_discuss()?;
        if self.has_quorum() { Ok(()) } else { Err(TableRefusal::NoQuorum) }
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
