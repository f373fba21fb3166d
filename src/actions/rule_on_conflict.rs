use jiff::Timestamp;

use super::Failure;
use crate::domain::ids::{BidId, PersonId};
use crate::domain::journal::{By, Entry};
use crate::domain::review::conflicts::{ConflictRefusal, Ruled, Ruling};
use crate::store::{self, StoreError, Tx};

/// The process lead rules whether somebody may assess a bid.
pub fn rule_on_conflict(
    tx: &mut Tx,
    (person, bid): (PersonId, BidId),
    (ruling, reason): (Ruling, String),
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<ConflictRefusal>> {
    let declared = store::conflicts::find(tx, person, bid)?.ok_or(StoreError::Missing)?;
    let bid = store::bids::find(tx, bid)?;
    let round = store::rounds::find(tx, bid.round)?;
    if !round.is_under_review() {
        return Err(ConflictRefusal::NotNow.into());
    }
    let reason = reason.trim().to_owned();
    let ruled = declared.ruled(Ruled { ruling, reason: reason.clone(), by: by.0, at: now })?;
    store::conflicts::put(tx, person, bid.id, &ruled)?;
    let lot = store::rounds::find_lot(tx, bid.lot)?;
    let entry = Entry::new(by, "ruled_on_conflict", lot.label(), now)
        .in_round(round.id)
        .with("assessor", store::accounts::person_by_id(tx, person)?.name)
        .with("bidder", store::accounts::organisation(tx, bid.cooperative)?.name)
        .with("ruling", ruling.as_str())
        .with("reason", reason);
    store::journal::add(tx, &entry)?;
    Ok(())
}
