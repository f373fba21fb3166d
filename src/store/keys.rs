//! Turns of keys, by subject (`round:…`). A subject holds the turns of one attempt only.

use diesel::prelude::*;

use super::schema::{key_turns, people};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::review::keys::Turn;

/// A turn with the name of who did it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedTurn {
    pub turn: Turn,
    pub name: String,
}

/// Turns of this attempt, oldest first.
pub fn turns(conn: &mut Conn, subject: &str) -> Result<Vec<NamedTurn>, StoreError> {
    let rows: Vec<(String, String, i64)> = key_turns::table
        .inner_join(people::table)
        .filter(key_turns::subject.eq(subject))
        .order(key_turns::turned_at)
        .select((people::id, people::name, key_turns::turned_at))
        .load(conn.link())?;
    let read = |(id, name, time): (String, String, i64)| {
        let by = id.parse().map_err(StoreError::unreadable)?;
        Ok(NamedTurn { turn: Turn { by, at: at(time) }, name })
    };
    rows.into_iter().map(read).collect()
}

/// Begins a new attempt: what was turned before is forgotten here (the journal keeps it).
pub fn first(tx: &mut Tx, subject: &str, turn: Turn) -> Result<(), StoreError> {
    diesel::delete(key_turns::table.filter(key_turns::subject.eq(subject))).execute(tx.link())?;
    second(tx, subject, turn)
}

pub fn second(tx: &mut Tx, subject: &str, turn: Turn) -> Result<(), StoreError> {
    diesel::insert_into(key_turns::table)
        .values((
            key_turns::subject.eq(subject),
            key_turns::person_id.eq(turn.by.as_str()),
            key_turns::turned_at.eq(micros(turn.at)),
        ))
        .execute(tx.link())?;
    Ok(())
}
