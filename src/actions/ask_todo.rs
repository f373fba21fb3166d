use jiff::Timestamp;

use super::Failure;
use super::inner_act::{note, open_bid};
use crate::domain::bids::todos::{Todo, TodoRefusal};
use crate::domain::errand::Errand;
use crate::domain::ids::BidId;
use crate::domain::journal::By;
use crate::store::{self, Tx};

/// Asks a co-writer to do something, who hears it by mail; what one takes on oneself needs no mail.
/// The same form twice is one thing to do.
pub fn ask_todo(
    tx: &mut Tx,
    bid: BidId,
    todo: &Todo,
    by: By,
    now: Timestamp,
) -> Result<(), Failure<TodoRefusal>> {
    let (bid, _) = open_bid(tx, bid, now)?;
    if !store::todos::add(tx, bid.id, todo)? {
        return Ok(());
    }
    if todo.person != by.0 {
        let (id, todo, to) = (bid.id, todo.id, todo.person);
        store::outbox::add(tx, &Errand::BidTodo { bid: id, todo, by: by.1.clone(), to }, now)?;
    }
    note(tx, (&bid, by), "asked_todo", &[("name", &todo.name)], now)?;
    Ok(())
}
