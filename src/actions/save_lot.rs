use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Failure;
use crate::domain::areas::Shape;
use crate::domain::ids::{LotId, PersonId, RoundId};
use crate::domain::journal::Entry;
use crate::domain::rounds::changes::fingerprint;
use crate::domain::rounds::lots::LotDetails;
use crate::domain::rounds::publication::SetUpRefusal;
use crate::domain::rounds::{Lot, Round};
use crate::store::{self, StoreError, Tx};

/// A lot as somebody filled it in.
pub struct SaveLot {
    pub id: LotId,
    pub details: LotDetails,
    /// Fingerprint of the details that this person saw; none for a new lot.
    pub seen: Option<String>,
}

/// Adds a lot to a draft, or changes it. The lot gets its own copy of the shapes of its areas.
pub fn save_lot(
    tx: &mut Tx,
    round: RoundId,
    by: (PersonId, String),
    save: SaveLot,
    now: Timestamp,
) -> Result<(), Failure<SetUpRefusal>> {
    let round = changeable(tx, round)?;
    let lots = store::rounds::lots_of(tx, round.id)?;
    let (number, verb) = match &save.seen {
        Some(seen) => (unchanged(&lots, save.id, seen)?, "changed_lot"),
        None => {
            comes_or_goes(&round)?;
            (lots.last().map_or(1, |last| last.number + 1), "added_lot")
        }
    };
    let shapes = shapes(tx, &save.details)?;
    let lot = Lot { id: save.id, round: round.id, number, details: save.details, shapes };
    store::rounds::put_lot(tx, &lot)?;
    finish(tx, &round, by, (verb, &lot), now)
}

/// Takes a lot out of a draft; the ones after it move up.
pub fn remove_lot(
    tx: &mut Tx,
    round: RoundId,
    by: (PersonId, String),
    (id, seen): (LotId, String),
    now: Timestamp,
) -> Result<(), Failure<SetUpRefusal>> {
    let round = changeable(tx, round)?;
    comes_or_goes(&round)?;
    let lots = store::rounds::lots_of(tx, round.id)?;
    unchanged(&lots, id, &seen)?;
    store::rounds::remove_lot(tx, id)?;
    let mut removed = None;
    for lot in lots {
        if lot.id == id {
            removed = Some(lot);
        } else if removed.is_some() {
            store::rounds::put_lot(tx, &Lot { number: lot.number - 1, ..lot })?;
        }
    }
    let removed = removed.ok_or(StoreError::Missing)?;
    finish(tx, &round, by, ("removed_lot", &removed), now)
}

fn changeable(tx: &mut Tx, id: RoundId) -> Result<Round, Failure<SetUpRefusal>> {
    let round = store::rounds::find(tx, id)?;
    round.may_change()?;
    Ok(round)
}

/// New terms are for the lots that there are: bids stand on them.
fn comes_or_goes(round: &Round) -> Result<(), SetUpRefusal> {
    round.amends().map_or(Ok(()), |_| Err(SetUpRefusal::LotsAreFixed))
}

/// The number of the lot, if it still is what this person saw.
fn unchanged(lots: &[Lot], id: LotId, seen: &str) -> Result<u16, Failure<SetUpRefusal>> {
    let lot = lots.iter().find(|lot| lot.id == id).ok_or(SetUpRefusal::Changed)?;
    if fingerprint(&lot.details) != seen {
        return Err(SetUpRefusal::Changed.into());
    }
    Ok(lot.number)
}

fn shapes(tx: &mut Tx, details: &LotDetails) -> Result<Vec<Shape>, Failure<SetUpRefusal>> {
    let found = store::areas::find_all(tx, &details.areas)?;
    if found.len() != details.areas.len() {
        return Err(SetUpRefusal::UnknownArea.into());
    }
    Ok(found.into_iter().map(|area| area.shape).collect())
}

/// Counts the round up, so that who publishes has seen this lot, and writes it in the journal.
fn finish(
    tx: &mut Tx,
    round: &Round,
    by: (PersonId, String),
    (verb, lot): (&str, &Lot),
    now: Timestamp,
) -> Result<(), Failure<SetUpRefusal>> {
    if !store::rounds::save(tx, round)? {
        return Err(SetUpRefusal::Changed.into());
    }
    let name = format!("{}: {}", lot.details.theme, lot.details.name);
    let entry = Entry {
        at: now,
        actor: Some(by.0),
        actor_name: by.1,
        verb: verb.into(),
        object: round.definition.title.clone(),
        round: Some(round.amends().unwrap_or(round.id)),
        organisation: None,
        sealed: false,
        particulars: BTreeMap::from([
            ("lot".into(), name),
            ("number".into(), lot.number.to_string()),
        ]),
    };
    store::journal::add(tx, &entry)?;
    Ok(())
}
