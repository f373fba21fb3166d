use jiff::Timestamp;

use super::Failure;
use super::inner_act::{note, open_bid};
use crate::domain::bids::todos::TodoRefusal;
use crate::domain::ids::{BidId, TodoId};
use crate::domain::journal::By;
use crate::store::{self, Tx};

/// Marks something as done. Twice is once.
pub fn finish_todo(
    tx: &mut Tx,
    (bid, todo): (BidId, TodoId),
    by: By,
    now: Timestamp,
) -> Result<(), Failure<TodoRefusal>> {
    let (bid, _) = open_bid(tx, bid, now)?;
    let todo = store::todos::find(tx, bid.id, todo)?;
    if todo.is_open() {
        store::todos::set_done(tx, todo.id, Some((by.0, now)))?;
        note(tx, (&bid, by), "finished_todo", &[("name", &todo.name)], now)?;
    }
    Ok(())
}

/// It was not done after all.
pub fn reopen_todo(
    tx: &mut Tx,
    (bid, todo): (BidId, TodoId),
    by: By,
    now: Timestamp,
) -> Result<(), Failure<TodoRefusal>> {
    let (bid, _) = open_bid(tx, bid, now)?;
    let todo = store::todos::find(tx, bid.id, todo)?;
    if !todo.is_open() {
        store::todos::set_done(tx, todo.id, None)?;
        note(tx, (&bid, by), "reopened_todo", &[("name", &todo.name)], now)?;
    }
    Ok(())
}
