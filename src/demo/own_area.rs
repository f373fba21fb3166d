//! The part of its lot that a bid of the example takes on.

use jiff::Timestamp;

use super::DemoError;
use crate::actions::{self, PickArea};
use crate::domain::bids::own_area::{Pick, key};
use crate::domain::ids::{BidId, PersonId};
use crate::store::{self, Tx};

/// One that still writes took the first area of the list, one that handed in took everything.
pub(super) fn load(
    tx: &mut Tx,
    (bid, name): (BidId, &str),
    by: (PersonId, String),
    now: Timestamp,
) -> Result<(), DemoError> {
    let pick = match name {
        "open-1-dijkgenoten" => Pick::Areas { keys: first_area(tx, bid)? },
        "open-2-kolkhuis" => Pick::Whole,
        _ => return Ok(()),
    };
    actions::pick_area(tx, PickArea { bid, pick, seen: 0, by }, now)?;
    Ok(())
}

fn first_area(tx: &mut Tx, bid: BidId) -> Result<Vec<String>, DemoError> {
    let bid = store::bids::find(tx, bid)?;
    let (round, lot) = (store::rounds::find(tx, bid.round)?, store::rounds::find_lot(tx, bid.lot)?);
    let ground = store::own_areas::ground(tx, &round, &lot)?;
    Ok(ground.parts.first().map(key).into_iter().collect())
}
