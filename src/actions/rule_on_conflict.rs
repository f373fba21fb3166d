use jiff::Timestamp;

use super::Failure;
use crate::domain::ids::{BidId, PersonId};
use crate::domain::journal::{By, Entry};
use crate::domain::review::conflicts::{ConflictRefusal, Ruled, Ruling};
use crate::store::{self, StoreError, Tx};

/// Who declared about which party of a bid; an empty party is the bidder.
pub type About<'a> = (PersonId, BidId, &'a str);

/// The process lead rules what an interest in a party means for assessing the bid.
pub fn rule_on_conflict(
    tx: &mut Tx,
    (person, bid, party): About<'_>,
    (ruling, reason): (Ruling, String),
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<ConflictRefusal>> {
    let declared = store::conflicts::find(tx, person, (bid, party))?.ok_or(StoreError::Missing)?;
    let bid = store::bids::find(tx, bid)?;
    let round = store::rounds::find(tx, bid.round)?;
    if !round.is_under_review() {
        return Err(ConflictRefusal::NotNow.into());
    }
    if by.0 == person {
        return Err(ConflictRefusal::Own.into());
    }
    let subjects = store::conflicts::subjects(tx, bid.lot)?;
    let subject = subjects.iter().find(|s| s.bid == bid.id && s.party == party);
    let subject = subject.ok_or(StoreError::Missing)?;
    let near = subject
        .organisation
        .map(|of| store::accounts::actor(tx, person).map(|actor| actor.belongs_to(of)));
    if ruling == Ruling::Harmless && near.transpose()?.unwrap_or(false) {
        return Err(ConflictRefusal::OwnParty.into());
    }
    let reason = reason.trim().to_owned();
    let ruled = declared.ruled(Ruled { ruling, reason: reason.clone(), by: by.0, at: now })?;
    store::conflicts::put(tx, person, subject, &ruled, &subjects)?;
    store::tables::touch(tx, bid.lot)?;
    let lot = store::rounds::find_lot(tx, bid.lot)?;
    let entry = Entry::new(by, "ruled_on_conflict", lot.label(), now)
        .in_round(round.id)
        .with("assessor", store::accounts::person_by_id(tx, person)?.name)
        .with("bidder", subject.name.clone())
        .with("ruling", ruling.as_str())
        .with("reason", reason);
    store::journal::add(tx, &entry)?;
    Ok(())
}
