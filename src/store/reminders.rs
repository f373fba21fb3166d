//! Who does not want to be reminded of a deadline, and the links by which one says so.

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{reminder_links, reminder_mutes};
use super::time::micros;
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{BidId, PersonId};

pub fn mute(tx: &mut Tx, bid: BidId, person: PersonId, now: Timestamp) -> Result<(), StoreError> {
    let row = (
        reminder_mutes::bid_id.eq(bid.as_str()),
        reminder_mutes::person_id.eq(person.as_str()),
        reminder_mutes::muted_at.eq(micros(now)),
    );
    crate::on_each!(tx.link(), |c| diesel::insert_into(reminder_mutes::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(())
}

pub fn unmute(tx: &mut Tx, bid: BidId, person: PersonId) -> Result<(), StoreError> {
    diesel::delete(reminder_mutes::table.find((bid.as_str(), person.as_str())))
        .execute(tx.link())?;
    Ok(())
}

pub fn is_muted(conn: &mut Conn, bid: BidId, person: PersonId) -> Result<bool, StoreError> {
    Ok(diesel::select(diesel::dsl::exists(
        reminder_mutes::table.find((bid.as_str(), person.as_str())),
    ))
    .get_result(conn.link())?)
}

pub fn add_link(tx: &mut Tx, hash: &str, bid: BidId, person: PersonId) -> Result<(), StoreError> {
    diesel::insert_into(reminder_links::table)
        .values((
            reminder_links::hash.eq(hash),
            reminder_links::bid_id.eq(bid.as_str()),
            reminder_links::person_id.eq(person.as_str()),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Whose reminders of which bid a link is about.
pub fn by_link(conn: &mut Conn, hash: &str) -> Result<Option<(BidId, PersonId)>, StoreError> {
    let row: Option<(String, String)> = reminder_links::table
        .find(hash)
        .select((reminder_links::bid_id, reminder_links::person_id))
        .first(conn.link())
        .optional()?;
    let both = |(bid, person): (String, String)| {
        Ok((
            bid.parse().map_err(StoreError::unreadable)?,
            person.parse().map_err(StoreError::unreadable)?,
        ))
    };
    row.map(both).transpose()
}
