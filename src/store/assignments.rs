//! Who assesses which lot, and whether the sheet is locked.

use std::collections::BTreeSet;

use diesel::prelude::*;
use jiff::Timestamp;

use super::db::Link;
use super::schema::{assignments, lots, memberships, people, rounds, scores, tables};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::accounts::Role;
use crate::domain::ids::{AssignmentId, LotId, OrganisationId, PersonId, RoundId};
use crate::domain::review::assignment::Assignment;

type Row = (String, String, String, Option<i64>, Option<i64>);

columns!(ASSIGNMENT:
    assignments::id,
    assignments::lot_id,
    assignments::person_id,
    assignments::locked_at,
    assignments::reminded_at,
);

fn assignment(row: Row) -> Result<Assignment, StoreError> {
    Ok(Assignment {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        lot: row.1.parse().map_err(StoreError::unreadable)?,
        person: row.2.parse().map_err(StoreError::unreadable)?,
        locked_at: row.3.map(at),
        reminded_at: row.4.map(at),
    })
}

/// `Taken` when this person assesses this lot already.
pub fn add(tx: &mut Tx, new: &Assignment, by: PersonId, now: Timestamp) -> Result<(), StoreError> {
    diesel::insert_into(assignments::table)
        .values((
            assignments::id.eq(new.id.as_str()),
            assignments::lot_id.eq(new.lot.as_str()),
            assignments::person_id.eq(new.person.as_str()),
            assignments::assigned_by.eq(by.as_str()),
            assignments::assigned_at.eq(micros(now)),
        ))
        .execute(tx.link())?;
    Ok(())
}

pub fn remove(tx: &mut Tx, id: AssignmentId) -> Result<(), StoreError> {
    diesel::delete(assignments::table.find(id.as_str())).execute(tx.link())?;
    Ok(())
}

pub fn find(conn: &mut Conn, id: AssignmentId) -> Result<Assignment, StoreError> {
    assignment(assignments::table.find(id.as_str()).select(ASSIGNMENT).first(conn.link())?)
}

pub fn on_lot(
    conn: &mut Conn,
    lot: LotId,
    person: PersonId,
) -> Result<Option<Assignment>, StoreError> {
    let row: Option<Row> = assignments::table
        .filter(assignments::lot_id.eq(lot.as_str()))
        .filter(assignments::person_id.eq(person.as_str()))
        .select(ASSIGNMENT)
        .first(conn.link())
        .optional()?;
    row.map(assignment).transpose()
}

/// The assignment, kept by this transaction until it ends: two windows of one person take turns,
/// and nothing is saved while the sheet is being locked.
pub fn hold(tx: &mut Tx, id: AssignmentId) -> Result<Assignment, StoreError> {
    let wanted = assignments::table.find(id.as_str()).select(ASSIGNMENT);
    assignment(match tx.link() {
        Link::Sqlite(c) => wanted.first(c)?,
        Link::Pg(c) => wanted.for_update().first(c)?,
    })
}

pub fn set_locked(tx: &mut Tx, id: AssignmentId, at: Option<Timestamp>) -> Result<(), StoreError> {
    diesel::update(assignments::table.find(id.as_str()))
        .set(assignments::locked_at.eq(at.map(micros)))
        .execute(tx.link())?;
    Ok(())
}

pub fn set_reminded(tx: &mut Tx, id: AssignmentId, now: Timestamp) -> Result<(), StoreError> {
    diesel::update(assignments::table.find(id.as_str()))
        .set(assignments::reminded_at.eq(micros(now)))
        .execute(tx.link())?;
    Ok(())
}

pub fn of_round(conn: &mut Conn, round: RoundId) -> Result<Vec<Assignment>, StoreError> {
    let rows: Vec<Row> = assignments::table
        .inner_join(lots::table)
        .filter(lots::round_id.eq(round.as_str()))
        .order((lots::number, assignments::assigned_at, assignments::id))
        .select(ASSIGNMENT)
        .load(conn.link())?;
    rows.into_iter().map(assignment).collect()
}

/// The same of one person in all rounds that are not drafts, newest round first.
pub fn of_person(
    conn: &mut Conn,
    person: PersonId,
) -> Result<Vec<(RoundId, Assignment)>, StoreError> {
    let rows: Vec<(String, Row)> = assignments::table
        .inner_join(lots::table.inner_join(rounds::table))
        .filter(assignments::person_id.eq(person.as_str()))
        .filter(rounds::phase.ne("draft"))
        .order((rounds::closes_at.desc(), rounds::id, lots::number))
        .select((rounds::id, ASSIGNMENT))
        .load(conn.link())?;
    let read = |(round, row): (String, Row)| {
        Ok((round.parse().map_err(StoreError::unreadable)?, assignment(row)?))
    };
    rows.into_iter().map(read).collect()
}

/// Everybody who can assess for this municipality, by name.
pub fn assessors(
    conn: &mut Conn,
    municipality: OrganisationId,
) -> Result<Vec<(PersonId, String)>, StoreError> {
    let rows: Vec<(String, String)> = memberships::table
        .inner_join(people::table)
        .filter(memberships::organisation_id.eq(municipality.as_str()))
        .filter(memberships::role.eq(Role::Assessor.as_str()))
        .order((people::name, people::id))
        .select((people::id, people::name))
        .load(conn.link())?;
    let read =
        |(id, name): (String, String)| Ok((id.parse().map_err(StoreError::unreadable)?, name));
    rows.into_iter().map(read).collect()
}

/// Whether the table of this lot has met: from then on the single scores stand.
pub fn table_has_met(conn: &mut Conn, lot: LotId) -> Result<bool, StoreError> {
    Ok(diesel::select(diesel::dsl::exists(
        tables::table
            .filter(tables::lot_id.eq(lot.as_str()))
            .filter(tables::opened_at.is_not_null()),
    ))
    .get_result(conn.link())?)
}

/// Who has given scores already, and on which lot.
pub fn at_work(conn: &mut Conn, round: RoundId) -> Result<BTreeSet<(LotId, PersonId)>, StoreError> {
    let rows: Vec<(String, String)> = assignments::table
        .inner_join(lots::table)
        .filter(lots::round_id.eq(round.as_str()))
        .filter(diesel::dsl::exists(
            scores::table.filter(scores::assignment_id.eq(assignments::id)),
        ))
        .select((assignments::lot_id, assignments::person_id))
        .load(conn.link())?;
    let read = |(lot, person): (String, String)| {
        let person = person.parse().map_err(StoreError::unreadable)?;
        Ok((lot.parse().map_err(StoreError::unreadable)?, person))
    };
    rows.into_iter().map(read).collect()
}
