use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Failure;
use crate::domain::accounts::Actor;
use crate::domain::ids::{BidId, LotId};
use crate::domain::journal::{By, Entry};
use crate::domain::review::conflicts::{
    ConflictRefusal, Declaration, Interest, Subject, SubjectKey,
};
use crate::domain::rounds::{Lot, Round};
use crate::store::{self, StoreError, Tx};

/// What somebody says, by bidder, partner and subcontractor.
pub type Said = BTreeMap<SubjectKey, (Interest, String)>;

type Before = BTreeMap<(BidId, String), Declaration>;

/// Keeps what an assessor declares about the parties of the bids on a lot. Every party needs an
/// answer the first time; later the ones that change are enough.
pub fn declare_conflict(
    tx: &mut Tx,
    lot: LotId,
    by: &By,
    said: Said,
    now: Timestamp,
) -> Result<(), Failure<ConflictRefusal>> {
    let (lot, round) = open(tx, lot)?;
    if store::assignments::on_lot(tx, lot.id, by.0)?.is_none() {
        return Err(StoreError::Missing.into());
    }
    Declaring::load(tx, (lot, round), by, now)?.declare(tx, said, IfSilent::Refuse)
}

/// What somebody says again when taking a seat at the table of a lot: what they said before still
/// holds, but for the parties named here. Who was never asked says so about all.
pub fn renew_declaration(
    tx: &mut Tx,
    lot: LotId,
    by: &By,
    changed: Said,
    now: Timestamp,
) -> Result<(), Failure<ConflictRefusal>> {
    let (lot, round) = open(tx, lot)?;
    let entry = Entry::new(by, "renewed_declaration", lot.label(), now)
        .in_round(round.id)
        .with("changes", changed.len().to_string());
    Declaring::load(tx, (lot, round), by, now)?.declare(tx, changed, IfSilent::AsBefore)?;
    Ok(store::journal::add(tx, &entry)?)
}

fn open(tx: &mut Tx, lot: LotId) -> Result<(Lot, Round), Failure<ConflictRefusal>> {
    let lot = store::rounds::find_lot(tx, lot)?;
    let round = store::rounds::find(tx, lot.round)?;
    match round.is_under_review() {
        true => Ok((lot, round)),
        false => Err(ConflictRefusal::NotNow.into()),
    }
}

/// What a party without an answer means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum IfSilent {
    /// It has to be said, unless it was before.
    Refuse,
    /// What was said before; nothing, if it was never asked.
    AsBefore,
}

struct Declaring<'a> {
    lot: Lot,
    round: Round,
    by: &'a By,
    actor: Actor,
    subjects: Vec<Subject>,
    before: Before,
    now: Timestamp,
}

impl<'a> Declaring<'a> {
    fn load(
        tx: &mut Tx,
        (lot, round): (Lot, Round),
        by: &'a By,
        now: Timestamp,
    ) -> Result<Declaring<'a>, StoreError> {
        let actor = store::accounts::actor(tx, by.0)?;
        let subjects = store::conflicts::subjects(tx, lot.id)?;
        let before = store::conflicts::of_parties(tx, by.0, lot.id)?;
        Ok(Declaring { lot, round, by, actor, subjects, before, now })
    }

    fn declare(
        &self,
        tx: &mut Tx,
        mut said: Said,
        silent: IfSilent,
    ) -> Result<(), Failure<ConflictRefusal>> {
        let mut changed = false;
        for subject in &self.subjects {
            let before = self.before.get(&(subject.bid, subject.party.clone()));
            let (interest, note) = match (said.remove(&subject.key()), before, silent) {
                (Some(said), ..) => said,
                (None, Some(_), _) => continue,
                (None, None, IfSilent::AsBefore) => (Interest::None, String::new()),
                (None, None, IfSilent::Refuse) => return Err(ConflictRefusal::Unanswered.into()),
            };
            let own = subject.organisation.is_some_and(|of| self.actor.belongs_to(of));
            if own && interest != Interest::Yes {
                return Err(ConflictRefusal::OwnParty.into());
            }
            let new = Declaration::new(interest, &note, self.now)?;
            let kept = match before.cloned() {
                Some(old) => old.revised(new)?,
                None => new,
            };
            if before != Some(&kept) {
                self.keep(tx, subject, kept)?;
                changed = true;
            }
        }
        if changed {
            store::tables::touch(tx, self.lot.id)?;
        }
        Ok(())
    }

    fn keep(&self, tx: &mut Tx, subject: &Subject, kept: Declaration) -> Result<(), StoreError> {
        store::conflicts::put(tx, self.by.0, subject, &kept, &self.subjects)?;
        let entry = Entry::new(self.by, "declared_conflict", self.lot.label(), self.now)
            .in_round(self.round.id)
            .with("bidder", subject.name.clone())
            .with("interest", kept.interest.as_str())
            .with("note", kept.note);
        store::journal::add(tx, &entry)
    }
}
