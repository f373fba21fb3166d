use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Failure;
use crate::domain::ids::{LotId, OrganisationId};
use crate::domain::journal::{By, Entry};
use crate::domain::review::conflicts::{ConflictRefusal, Declaration, Interest};
use crate::store::{self, StoreError, Tx};

/// What an assessor says, by bidder.
pub type Said = BTreeMap<OrganisationId, (Interest, String)>;

/// Keeps what an assessor declares about the bidders of a lot. Every bidder needs an answer the
/// first time; later the ones that change are enough.
pub fn declare_conflict(
    tx: &mut Tx,
    lot: LotId,
    by: &By,
    mut said: Said,
    now: Timestamp,
) -> Result<(), Failure<ConflictRefusal>> {
    let lot = store::rounds::find_lot(tx, lot)?;
    let assigned = store::assignments::on_lot(tx, lot.id, by.0)?;
    let round = store::rounds::find(tx, lot.round)?;
    if assigned.is_none() {
        return Err(StoreError::Missing.into());
    }
    if !round.is_under_review() {
        return Err(ConflictRefusal::NotNow.into());
    }
    let mut before = store::conflicts::of_person(tx, by.0, &[lot.id])?;
    for bidder in store::conflicts::bidders(tx, lot.id)? {
        let before = before.remove(&bidder.bid);
        let Some((interest, note)) = said.remove(&bidder.cooperative) else {
            before.ok_or(ConflictRefusal::Unanswered)?;
            continue;
        };
        let new = Declaration::new(interest, &note, now)?;
        let kept = match before.clone() {
            Some(old) => old.revised(new)?,
            None => new,
        };
        if before.as_ref() == Some(&kept) {
            continue;
        }
        store::conflicts::put(tx, by.0, bidder.bid, &kept)?;
        let entry = Entry::new(by, "declared_conflict", lot.label(), now)
            .in_round(round.id)
            .with("bidder", bidder.name)
            .with("interest", kept.interest.as_str())
            .with("note", kept.note);
        store::journal::add(tx, &entry)?;
    }
    Ok(())
}
