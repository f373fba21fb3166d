//! Who does what for a bid. Only pages of the cooperative read it.

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{people, todos};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::bids::todos::{Todo, TodoState};
use crate::domain::ids::{BidId, PersonId, TodoId};

type Row =
    (String, String, String, String, Option<String>, Option<String>, String, i64, Option<i64>);

columns!(ALL:
    todos::id,
    todos::what,
    todos::person_id,
    people::name,
    todos::due_on,
    todos::section,
    todos::asked_by,
    todos::asked_at,
    todos::done_at,
);

fn todo(row: Row) -> Result<Todo, StoreError> {
    let due = row.4.map(|day| day.parse().map_err(StoreError::unreadable)).transpose()?;
    Ok(Todo {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        what: row.1,
        person: row.2.parse().map_err(StoreError::unreadable)?,
        name: row.3,
        due,
        section: row.5,
        asked_by: row.6.parse().map_err(StoreError::unreadable)?,
        asked_at: at(row.7),
        state: row.8.map_or(TodoState::Open, |done| TodoState::Done { at: at(done) }),
    })
}

/// Everything to do for a bid: what has the nearest day first, then what has none.
pub fn of_bid(conn: &mut Conn, bid: BidId) -> Result<Vec<Todo>, StoreError> {
    let rows: Vec<Row> = todos::table
        .inner_join(people::table)
        .filter(todos::bid_id.eq(bid.as_str()))
        .order((todos::due_on.is_null(), todos::due_on, todos::asked_at, todos::id))
        .select(ALL)
        .load(conn.link())?;
    rows.into_iter().map(todo).collect()
}

/// One thing to do for this bid.
pub fn find(conn: &mut Conn, bid: BidId, id: TodoId) -> Result<Todo, StoreError> {
    let row: Row = todos::table
        .inner_join(people::table)
        .filter(todos::bid_id.eq(bid.as_str()))
        .filter(todos::id.eq(id.as_str()))
        .select(ALL)
        .first(conn.link())?;
    todo(row)
}

/// False when it is there already: the same form came twice.
pub fn add(tx: &mut Tx, bid: BidId, todo: &Todo) -> Result<bool, StoreError> {
    let row = (
        todos::id.eq(todo.id.as_str()),
        todos::bid_id.eq(bid.as_str()),
        todos::what.eq(&todo.what),
        todos::person_id.eq(todo.person.as_str()),
        todos::due_on.eq(todo.due.map(|day| day.to_string())),
        todos::section.eq(&todo.section),
        todos::asked_by.eq(todo.asked_by.as_str()),
        todos::asked_at.eq(micros(todo.asked_at)),
    );
    let added = crate::on_each!(tx.link(), |c| diesel::insert_into(todos::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(added == 1)
}

/// Marks it as done, or with none as not done after all.
pub fn set_done(
    tx: &mut Tx,
    id: TodoId,
    done: Option<(PersonId, Timestamp)>,
) -> Result<(), StoreError> {
    diesel::update(todos::table.find(id.as_str()))
        .set((
            todos::done_by.eq(done.map(|(by, _)| String::from(by))),
            todos::done_at.eq(done.map(|(_, at)| micros(at))),
        ))
        .execute(tx.link())?;
    Ok(())
}
