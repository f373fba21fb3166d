use jiff::Timestamp;

use super::Failure;
use super::concerned::concerned;
use super::remind_of_deadline::schedule_reminders;
use crate::domain::errand::Errand;
use crate::domain::ids::{PersonId, RoundId};
use crate::domain::journal::{By, Entry};
use crate::domain::rounds::amendment::{AmendRefusal, Amendment};
use crate::domain::rounds::{Lot, Round};
use crate::store::{self, StoreError, Tx};

pub struct AmendRound {
    pub draft: RoundId,
    /// Version of the draft that this person saw.
    pub seen: i32,
    /// What changed and why, for everybody who bids.
    pub reason: String,
    pub by: By,
}

/// Publishes new terms under the next number and tells everybody who bids or asked a question.
pub fn amend_round(
    tx: &mut Tx,
    amend: AmendRound,
    now: Timestamp,
) -> Result<(RoundId, i32), Failure<AmendRefusal>> {
    store::joined::hold(tx, amend.draft)?;
    let draft = store::rounds::find(tx, amend.draft)?;
    let of = draft.amends().ok_or(StoreError::Missing)?;
    // Saved as it is, so that nobody else changes it before this is over.
    if draft.version != amend.seen || !store::rounds::save(tx, &draft)? {
        return Err(AmendRefusal::Changed.into());
    }
    let (round, lots) = (store::rounds::find(tx, of)?, store::rounds::lots_of(tx, of)?);
    let draft_lots = store::rounds::lots_of(tx, amend.draft)?;
    let amendment = Amendment {
        round: &round,
        lots: &lots,
        draft: &draft,
        draft_lots: &draft_lots,
        mandates: &store::joined::mandates(tx, amend.draft)?,
    };
    let amended = amendment.publish(&amend.reason, now)?;
    keep_first(tx, (&round, &lots), amend.by.0)?;
    if !store::rounds::save(tx, &amended)? {
        return Err(AmendRefusal::Changed.into());
    }
    let lots = with_new_facts(lots, &draft_lots);
    for lot in &lots {
        store::rounds::save_lot(tx, lot)?;
    }
    let by = (amend.by.0, now);
    let number = store::terms::add(tx, (&amended, &lots), amend.reason.trim(), by)?;
    store::joined::move_mandates(tx, amend.draft, of)?;
    store::rounds::drop_amendment(tx, amend.draft)?;
    let hash = amended.publication().map(|publication| publication.hash.clone());
    let entry = Entry::new(&amend.by, "amended_round", &amended.definition.title, now)
        .in_round(of)
        .with("number", (number - 1).to_string())
        .with("hash", hash.unwrap_or_default());
    store::journal::add(tx, &entry)?;
    for to in concerned(tx, of)? {
        store::outbox::add(tx, &Errand::RoundAmended { round: of, number, to }, now)?;
    }
    schedule_reminders(tx, &amended, now)?;
    Ok((of, number))
}

/// Rounds that were published before terms had numbers get their first one now.
fn keep_first(
    tx: &mut Tx,
    (round, lots): (&Round, &[Lot]),
    by: PersonId,
) -> Result<(), StoreError> {
    if store::terms::of_round(tx, round.id)?.is_empty() {
        let at = round.publication().map(|publication| publication.at).unwrap_or_default();
        store::terms::add(tx, (round, lots), "", (by, at))?;
    }
    Ok(())
}

/// The lots on which there are bids, with what the draft says about them.
fn with_new_facts(lots: Vec<Lot>, drafts: &[Lot]) -> Vec<Lot> {
    let new = |lot: Lot| match drafts.iter().find(|draft| draft.number == lot.number) {
        Some(draft) => Lot { details: draft.details.clone(), shapes: draft.shapes.clone(), ..lot },
        None => lot,
    };
    lots.into_iter().map(new).collect()
}
