//! Texts that lost the race: kept until their writer chooses, and after that to look back at.

use diesel::prelude::*;
use jiff::Timestamp;

use super::answers::At;
use super::schema::{clashes, people};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{BidId, PersonId};

/// A text that waits for its writer to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub value: String,
    /// Version on which it was based.
    pub seen: i32,
    pub at: Timestamp,
}

/// A text that was set aside for another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    pub value: String,
    pub by_name: String,
    pub at: Timestamp,
}

/// Keeps what somebody typed over a text that had changed. While they have not chosen, what they
/// type on takes the place of what they typed before.
pub fn keep(
    tx: &mut Tx,
    place: &At,
    by: PersonId,
    (value, seen): (&str, i32),
    now: Timestamp,
) -> Result<(), StoreError> {
    let (bid, field) = (place.bid.as_str(), place.field.as_str());
    let open = clashes::table
        .filter(clashes::bid_id.eq(bid))
        .filter(clashes::field.eq(field))
        .filter(clashes::person_id.eq(by.as_str()))
        .filter(clashes::settled_at.is_null());
    let again = diesel::update(open)
        .set((clashes::value.eq(value), clashes::seen.eq(seen)))
        .execute(tx.link())?;
    if again > 0 {
        return Ok(());
    }
    diesel::insert_into(clashes::table)
        .values((
            clashes::bid_id.eq(bid),
            clashes::field.eq(field),
            clashes::person_id.eq(by.as_str()),
            clashes::kept_at.eq(micros(now)),
            clashes::seen.eq(seen),
            clashes::value.eq(value),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Marks the open clash of this person as settled; its text stays to look back at.
pub fn settle(tx: &mut Tx, place: &At, by: PersonId, now: Timestamp) -> Result<(), StoreError> {
    diesel::update(
        clashes::table
            .filter(clashes::bid_id.eq(place.bid.as_str()))
            .filter(clashes::field.eq(&place.field))
            .filter(clashes::person_id.eq(by.as_str()))
            .filter(clashes::settled_at.is_null()),
    )
    .set(clashes::settled_at.eq(micros(now)))
    .execute(tx.link())?;
    Ok(())
}

pub fn waiting(
    conn: &mut Conn,
    place: &At,
    person: PersonId,
) -> Result<Option<Waiting>, StoreError> {
    let row: Option<(String, i32, i64)> = clashes::table
        .filter(clashes::bid_id.eq(place.bid.as_str()))
        .filter(clashes::field.eq(&place.field))
        .filter(clashes::person_id.eq(person.as_str()))
        .filter(clashes::settled_at.is_null())
        .select((clashes::value, clashes::seen, clashes::kept_at))
        .first(conn.link())
        .optional()?;
    Ok(row.map(|(value, seen, kept)| Waiting { value, seen, at: at(kept) }))
}

/// Fields of a bid on which this person still has to choose.
pub fn fields_of(conn: &mut Conn, bid: BidId, person: PersonId) -> Result<Vec<String>, StoreError> {
    Ok(clashes::table
        .filter(clashes::bid_id.eq(bid.as_str()))
        .filter(clashes::person_id.eq(person.as_str()))
        .filter(clashes::settled_at.is_null())
        .order(clashes::field)
        .select(clashes::field)
        .load(conn.link())?)
}

/// Texts of one field that were not chosen, newest first.
pub fn set_aside(conn: &mut Conn, place: &At) -> Result<Vec<SetAside>, StoreError> {
    let rows: Vec<(String, String, i64)> = clashes::table
        .inner_join(people::table)
        .filter(clashes::bid_id.eq(place.bid.as_str()))
        .filter(clashes::field.eq(&place.field))
        .filter(clashes::settled_at.is_not_null())
        .order(clashes::kept_at.desc())
        .select((clashes::value, people::name, clashes::kept_at))
        .load(conn.link())?;
    let text = |(value, by_name, kept)| SetAside { value, by_name, at: at(kept) };
    Ok(rows.into_iter().map(text).collect())
}
