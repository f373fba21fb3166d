use jiff::Timestamp;

use super::Failure;
use crate::domain::ids::{LotId, RoundId};
use crate::domain::journal::{By, Entry};
use crate::domain::rounds::amendment::AmendRefusal;
use crate::domain::rounds::{Lot, Phase, Round};
use crate::store::{self, Tx};

/// Begins a draft of new terms: a copy of what is published, under the id `draft`. When there is one
/// already, that one is gone on with; the answer is its id.
pub fn begin_amendment(
    tx: &mut Tx,
    (of, draft): (RoundId, RoundId),
    by: By,
    now: Timestamp,
) -> Result<RoundId, Failure<AmendRefusal>> {
    let round = store::rounds::find(tx, of)?;
    if !round.takes_bids(now) {
        return Err(AmendRefusal::NotOpen.into());
    }
    if let Some(begun) = store::rounds::amendment_of(tx, of)? {
        return Ok(begun);
    }
    let copy = Round { id: draft, phase: Phase::Amending(of), version: 1, extended: None, ..round };
    store::rounds::add(tx, &copy, now)?;
    for lot in store::rounds::lots_of(tx, of)? {
        let id = LotId::new(store::new_id());
        store::rounds::put_lot(tx, &Lot { id, round: draft, ..lot })?;
    }
    store::journal::add(tx, &entry((of, by), "began_amendment", &copy, now))?;
    Ok(draft)
}

/// Takes the draft away; the terms stay as they are.
pub fn drop_amendment(
    tx: &mut Tx,
    (draft, seen): (RoundId, i32),
    by: By,
    now: Timestamp,
) -> Result<RoundId, Failure<AmendRefusal>> {
    let round = store::rounds::find(tx, draft)?;
    let of = round.amends().ok_or(AmendRefusal::Nothing)?;
    if round.version != seen || !store::rounds::save(tx, &round)? {
        return Err(AmendRefusal::Changed.into());
    }
    store::rounds::drop_amendment(tx, draft)?;
    store::journal::add(tx, &entry((of, by), "dropped_amendment", &round, now))?;
    Ok(of)
}

fn entry((of, by): (RoundId, By), verb: &str, round: &Round, now: Timestamp) -> Entry {
    Entry::new(&by, verb, &round.definition.title, now).in_round(of)
}
