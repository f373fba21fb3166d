//! Who assesses which lot, and whether the sheet is locked. Who was replaced is in `former` only: no
//! other query here knows them.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use jiff::Timestamp;

use super::db::Link;
use super::schema::{assignments, lots, memberships, people, rounds, scores, tables};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::accounts::Role;
use crate::domain::ids::{AssignmentId, LotId, OrganisationId, PersonId, RoundId};
use crate::domain::review::assignment::{Assignment, Scope};

type Row = (String, String, String, String, Option<i64>, Option<i64>);

columns!(ASSIGNMENT:
    assignments::id,
    assignments::lot_id,
    assignments::person_id,
    assignments::criteria,
    assignments::locked_at,
    assignments::reminded_at,
);

fn assignment(row: Row) -> Result<Assignment, StoreError> {
    Ok(Assignment {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        lot: row.1.parse().map_err(StoreError::unreadable)?,
        person: row.2.parse().map_err(StoreError::unreadable)?,
        scope: Scope::from_words(&row.3),
        locked_at: row.4.map(at),
        reminded_at: row.5.map(at),
    })
}

/// Somebody new on a lot, with the record of why they can judge it. Who was replaced there before
/// goes on with the same sheet. `Taken` when this person assesses this lot already.
pub fn add(
    tx: &mut Tx,
    (new, expertise): (&Assignment, &str),
    by: PersonId,
    now: Timestamp,
) -> Result<(), StoreError> {
    let words = new.scope.words();
    let back = diesel::update(
        assignments::table
            .filter(assignments::lot_id.eq(new.lot.as_str()))
            .filter(assignments::person_id.eq(new.person.as_str()))
            .filter(assignments::ended_at.is_not_null()),
    )
    .set((
        assignments::ended_at.eq(None::<i64>),
        assignments::ended_by.eq(None::<String>),
        assignments::end_reason.eq(None::<String>),
        assignments::taken_over_by.eq(None::<String>),
        assignments::locked_at.eq(None::<i64>),
        assignments::criteria.eq(&words),
        assignments::expertise.eq(expertise),
        assignments::assigned_by.eq(by.as_str()),
        assignments::assigned_at.eq(micros(now)),
    ))
    .execute(tx.link())?;
    if back == 1 {
        return Ok(());
    }
    diesel::insert_into(assignments::table)
        .values((
            assignments::id.eq(new.id.as_str()),
            assignments::lot_id.eq(new.lot.as_str()),
            assignments::person_id.eq(new.person.as_str()),
            assignments::criteria.eq(words),
            assignments::expertise.eq(expertise),
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
    let wanted = assignments::table.find(id.as_str()).filter(assignments::ended_at.is_null());
    assignment(wanted.select(ASSIGNMENT).first(conn.link())?)
}

pub fn on_lot(
    conn: &mut Conn,
    lot: LotId,
    person: PersonId,
) -> Result<Option<Assignment>, StoreError> {
    let row: Option<Row> = assignments::table
        .filter(assignments::lot_id.eq(lot.as_str()))
        .filter(assignments::person_id.eq(person.as_str()))
        .filter(assignments::ended_at.is_null())
        .select(ASSIGNMENT)
        .first(conn.link())
        .optional()?;
    row.map(assignment).transpose()
}

/// The assignment, kept by this transaction until it ends: two windows of one person take turns,
/// and nothing is saved while the sheet is being locked.
pub fn hold(tx: &mut Tx, id: AssignmentId) -> Result<Assignment, StoreError> {
    let wanted = assignments::table.find(id.as_str()).filter(assignments::ended_at.is_null());
    let wanted = wanted.select(ASSIGNMENT);
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

pub fn set_scope(tx: &mut Tx, id: AssignmentId, scope: &Scope) -> Result<(), StoreError> {
    diesel::update(assignments::table.find(id.as_str()))
        .set(assignments::criteria.eq(scope.words()))
        .execute(tx.link())?;
    Ok(())
}

/// Takes somebody off a lot whose marks stay in the file.
pub fn end(tx: &mut Tx, id: AssignmentId, ended: &Ended) -> Result<(), StoreError> {
    diesel::update(assignments::table.find(id.as_str()))
        .set((
            assignments::ended_at.eq(micros(ended.at)),
            assignments::ended_by.eq(ended.by.as_str()),
            assignments::end_reason.eq(&ended.reason),
            assignments::taken_over_by.eq(ended.to.map(|p| p.as_str().to_owned())),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Why somebody stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    pub reason: String,
    pub by: PersonId,
    pub at: Timestamp,
    /// Who goes on.
    pub to: Option<PersonId>,
}

/// Somebody who assessed a lot and does not any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    pub lot: LotId,
    pub person: PersonId,
    pub name: String,
    pub ended: Ended,
    /// Marks that stay in the file.
    pub marks: usize,
}

/// Everybody who was replaced in a round, by the time of it.
pub fn former(conn: &mut Conn, round: RoundId) -> Result<Vec<Former>, StoreError> {
    type Row =
        (String, String, String, Option<i64>, Option<String>, Option<String>, Option<String>);
    let rows: Vec<(Row, i64)> = assignments::table
        .inner_join(lots::table)
        .inner_join(people::table.on(people::id.eq(assignments::person_id)))
        .filter(lots::round_id.eq(round.as_str()))
        .filter(assignments::ended_at.is_not_null())
        .order((assignments::ended_at, assignments::id))
        .select((
            (
                assignments::lot_id,
                assignments::person_id,
                people::name,
                assignments::ended_at,
                assignments::ended_by,
                assignments::end_reason,
                assignments::taken_over_by,
            ),
            scores::table
                .filter(scores::assignment_id.eq(assignments::id))
                .filter(scores::grade.is_not_null())
                .count()
                .single_value()
                .assume_not_null(),
        ))
        .load(conn.link())?;
    let broken = || StoreError::unreadable("an end without its facts");
    let read = |(row, marks): (Row, i64)| {
        Ok(Former {
            lot: row.0.parse().map_err(StoreError::unreadable)?,
            person: row.1.parse().map_err(StoreError::unreadable)?,
            name: row.2,
            ended: Ended {
                at: at(row.3.ok_or_else(broken)?),
                by: row.4.ok_or_else(broken)?.parse().map_err(StoreError::unreadable)?,
                reason: row.5.unwrap_or_default(),
                to: row.6.map(|p| p.parse().map_err(StoreError::unreadable)).transpose()?,
            },
            marks: usize::try_from(marks).unwrap_or(0),
        })
    };
    rows.into_iter().map(read).collect()
}

/// Why people can judge their lots, as it was written down when they were chosen.
pub fn records(
    conn: &mut Conn,
    round: RoundId,
) -> Result<BTreeMap<(LotId, PersonId), String>, StoreError> {
    let rows: Vec<(String, String, String)> = assignments::table
        .inner_join(lots::table)
        .filter(lots::round_id.eq(round.as_str()))
        .filter(assignments::ended_at.is_null())
        .select((assignments::lot_id, assignments::person_id, assignments::expertise))
        .load(conn.link())?;
    let read = |(lot, person, record): (String, String, String)| {
        let person = person.parse().map_err(StoreError::unreadable)?;
        Ok(((lot.parse().map_err(StoreError::unreadable)?, person), record))
    };
    rows.into_iter().map(read).collect()
}

/// Lots that wait for somebody in the rounds of a municipality other than this one.
pub fn elsewhere(
    conn: &mut Conn,
    municipality: OrganisationId,
    but: RoundId,
) -> Result<BTreeMap<PersonId, usize>, StoreError> {
    let rows: Vec<(String, i64)> = assignments::table
        .inner_join(lots::table.inner_join(rounds::table))
        .filter(rounds::organisation_id.eq(municipality.as_str()))
        .filter(rounds::id.ne(but.as_str()))
        .filter(rounds::phase.eq_any(["published", "opened"]))
        .filter(assignments::ended_at.is_null())
        .filter(assignments::locked_at.is_null())
        .group_by(assignments::person_id)
        .select((assignments::person_id, diesel::dsl::count_star()))
        .load(conn.link())?;
    let read = |(person, lots): (String, i64)| {
        let person = person.parse().map_err(StoreError::unreadable)?;
        Ok((person, usize::try_from(lots).unwrap_or(0)))
    };
    rows.into_iter().map(read).collect()
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
        .filter(assignments::ended_at.is_null())
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
        .filter(assignments::ended_at.is_null())
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
        .filter(assignments::ended_at.is_null())
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
