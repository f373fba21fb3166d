use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{open_joint, void_signatures};
use crate::actions::{Failure, inner_act::note};
use crate::domain::bids::parties::PartyRefusal;
use crate::domain::bids::parties::joint::Board;
use crate::domain::bids::parties::work::{Cell, Grid, Hand, Work};
use crate::domain::ids::BidId;
use crate::domain::journal::By;
use crate::store::{self, Tx};

/// Saves who does what where. A signature covers the row of its party, so a row that changed has
/// to be signed again.
pub fn chart_work(
    tx: &mut Tx,
    bid: BidId,
    (cells, seen): (Vec<(Cell, Hand)>, i32),
    by: By,
    now: Timestamp,
) -> Result<(), Failure<PartyRefusal>> {
    let (bid, joint) = open_joint(tx, bid, now)?;
    let (_, lot, _) = store::terms::as_known_to(tx, &bid)?;
    let grid = Grid::of(&lot.details);
    let mut work = Work::default();
    for (cell, hand) in cells {
        if !grid.has(&cell) || !joint.has(hand) {
            return Err(PartyRefusal::NoSuchWork.into());
        }
        work.put(cell, hand);
    }
    if work == joint.board.work {
        return Ok(());
    }
    let board = Board { work, version: seen, ..joint.board };
    if !store::parties::save_board(tx, bid.id, &board)? {
        return Err(PartyRefusal::Overtaken.into());
    }
    note(tx, (&bid, by.clone()), "saved_work", &[], now)?;
    void_signatures(tx, bid.id, by, now)?;
    Ok(())
}

/// Chooses the sections that the parties do not read.
pub fn share_sections(
    tx: &mut Tx,
    bid: BidId,
    (kept, seen): (BTreeSet<String>, i32),
    by: By,
    now: Timestamp,
) -> Result<(), Failure<PartyRefusal>> {
    let (bid, joint) = open_joint(tx, bid, now)?;
    if kept == joint.board.kept && joint.board.version > 0 {
        return Ok(());
    }
    let board = Board { kept, version: seen, ..joint.board };
    if !store::parties::save_board(tx, bid.id, &board)? {
        return Err(PartyRefusal::Overtaken.into());
    }
    note(tx, (&bid, by), "chose_shared", &[], now)?;
    Ok(())
}
