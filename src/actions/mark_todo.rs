use jiff::Timestamp;

use super::Failure;
use super::inner_act::{note, open_bid};
use crate::domain::bids::todos::TodoRefusal;
use crate::domain::ids::{BidId, TodoId};
use crate::domain::journal::By;
use crate::store::{self, Tx};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Done,
    /// It was not done after all.
    Open,
}

/// Marks something as done, or as open again. Twice is once.
pub fn mark_todo(
    tx: &mut Tx,
    (bid, todo): (BidId, TodoId),
    mark: Mark,
    by: By,
    now: Timestamp,
) -> Result<(), Failure<TodoRefusal>> {
    let (bid, _) = open_bid(tx, bid, now)?;
    let todo = store::todos::find(tx, bid.id, todo)?;
    let (was, done, verb) = match mark {
        Mark::Done => (true, Some((by.0, now)), "finished_todo"),
        Mark::Open => (false, None, "reopened_todo"),
    };
    if todo.is_open() == was {
        store::todos::set_done(tx, todo.id, done)?;
        note(tx, (&bid, by), verb, &[("name", &todo.name)], now)?;
    }
    Ok(())
}
