//! Who runs a table now, and when its chair was heard last.

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{chair_lines, stand_ins};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{PersonId, TableId};
use crate::domain::tables::{Lead, StandIn};

pub fn of(conn: &mut Conn, table: TableId) -> Result<Lead, StoreError> {
    let row: Option<(String, i64)> = stand_ins::table
        .find(table.as_str())
        .select((stand_ins::person_id, stand_ins::since))
        .first(conn.link())
        .optional()?;
    let stand_in = row.map(|(person, since)| {
        Ok::<_, StoreError>(StandIn {
            person: person.parse().map_err(StoreError::unreadable)?,
            since: at(since),
        })
    });
    let heard: Option<i64> = chair_lines::table
        .find(table.as_str())
        .select(chair_lines::heard_at)
        .first(conn.link())
        .optional()?;
    Ok(Lead { stand_in: stand_in.transpose()?, heard_at: heard.map(at) })
}

/// Who stands in at this table; what the permission function asks.
pub(super) fn stand_in(conn: &mut Conn, table: TableId) -> Result<Option<PersonId>, StoreError> {
    let found: Option<String> = stand_ins::table
        .find(table.as_str())
        .select(stand_ins::person_id)
        .first(conn.link())
        .optional()?;
    found.map(|id| id.parse().map_err(StoreError::unreadable)).transpose()
}

/// Writes down who stands in; the table is locked by who calls.
pub fn save(tx: &mut Tx, table: TableId, lead: &Lead) -> Result<(), StoreError> {
    diesel::delete(stand_ins::table.find(table.as_str())).execute(tx.link())?;
    if let Some(stand_in) = &lead.stand_in {
        diesel::insert_into(stand_ins::table)
            .values((
                stand_ins::table_id.eq(table.as_str()),
                stand_ins::person_id.eq(stand_in.person.as_str()),
                stand_ins::since.eq(micros(stand_in.since)),
            ))
            .execute(tx.link())?;
    }
    Ok(())
}

/// The screen of the chair was heard.
pub fn heard(tx: &mut Tx, table: TableId, now: Timestamp) -> Result<(), StoreError> {
    let changed = diesel::update(chair_lines::table.find(table.as_str()))
        .set(chair_lines::heard_at.eq(micros(now)))
        .execute(tx.link())?;
    if changed == 0 {
        let row = (chair_lines::table_id.eq(table.as_str()), chair_lines::heard_at.eq(micros(now)));
        // Another window of the chair may have been first.
        crate::on_each!(tx.link(), |c| diesel::insert_into(chair_lines::table)
            .values(row)
            .on_conflict_do_nothing()
            .execute(c))?;
    }
    Ok(())
}
