//! What the permission function asks about everybody who listens to a live stream, for many at once.

use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{lots, rounds, seats, sessions, tables};
use super::time::at;
use super::{Conn, StoreError, accounts, places};
use crate::domain::accounts::Actor;
use crate::domain::ids::{PersonId, SessionId, TableId};
use crate::domain::permission::{Place, SeatRole};

/// Somebody at a table, and the session they listen with.
pub struct Facts {
    pub created_at: Timestamp,
    pub seen_at: Timestamp,
    pub actor: Actor,
    /// Only what decides whether the table may be seen.
    pub place: Place,
}

/// In the order asked for; None where the session or the table is gone.
pub fn facts(
    conn: &mut Conn,
    asked: &[(SessionId, TableId)],
    now: Timestamp,
) -> Result<Vec<Option<Facts>>, StoreError> {
    let sessions = sessions_of(conn, asked)?;
    let people: Vec<PersonId> = sessions.values().map(|(person, _, _)| *person).collect();
    let actors = accounts::actors(conn, &people)?;
    let places = places_of(conn, asked, now)?;
    let seats = seats_of(conn, asked, &people)?;
    let one = |(session, table): &(SessionId, TableId)| {
        let (person, created_at, seen_at) = *sessions.get(session)?;
        let seat = seats.get(&(*table, person)).copied();
        Some(Facts {
            created_at,
            seen_at,
            actor: actors.get(&person)?.clone(),
            place: Place { seat, ..places.get(table)?.clone() },
        })
    };
    Ok(asked.iter().map(one).collect())
}

type Sessions = BTreeMap<SessionId, (PersonId, Timestamp, Timestamp)>;

fn sessions_of(conn: &mut Conn, asked: &[(SessionId, TableId)]) -> Result<Sessions, StoreError> {
    let rows: Vec<(String, String, i64, i64)> = sessions::table
        .filter(sessions::id.eq_any(asked.iter().map(|(session, _)| session.as_str())))
        .select((sessions::id, sessions::person_id, sessions::created_at, sessions::seen_at))
        .load(conn.link())?;
    rows.into_iter()
        .map(|(id, person, created, seen)| {
            let id = id.parse().map_err(StoreError::unreadable)?;
            let person = person.parse().map_err(StoreError::unreadable)?;
            Ok((id, (person, at(created), at(seen))))
        })
        .collect()
}

fn tables_in(asked: &[(SessionId, TableId)]) -> Vec<&str> {
    let mut ids: Vec<&str> = asked.iter().map(|(_, table)| table.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn places_of(
    conn: &mut Conn,
    asked: &[(SessionId, TableId)],
    now: Timestamp,
) -> Result<BTreeMap<TableId, Place>, StoreError> {
    let rows: Vec<(String, String, String, Option<i64>)> = tables::table
        .inner_join(lots::table.inner_join(rounds::table))
        .filter(tables::id.eq_any(tables_in(asked)))
        .select((tables::id, rounds::organisation_id, rounds::phase, rounds::closes_at))
        .load(conn.link())?;
    rows.into_iter()
        .map(|(table, owner, phase, closes)| {
            let municipality = Some(owner.parse().map_err(StoreError::unreadable)?);
            let stage = places::stage((&phase, closes), now)?;
            let place = Place { municipality, stage, ..Place::nowhere() };
            Ok((table.parse().map_err(StoreError::unreadable)?, place))
        })
        .collect()
}

fn seats_of(
    conn: &mut Conn,
    asked: &[(SessionId, TableId)],
    people: &[PersonId],
) -> Result<BTreeMap<(TableId, PersonId), SeatRole>, StoreError> {
    let rows: Vec<(String, String, String)> = seats::table
        .filter(seats::table_id.eq_any(tables_in(asked)))
        .filter(seats::person_id.eq_any(people.iter().map(PersonId::as_str)))
        .select((seats::table_id, seats::person_id, seats::role))
        .load(conn.link())?;
    rows.into_iter()
        .map(|(table, person, role)| {
            let table = table.parse().map_err(StoreError::unreadable)?;
            let person = person.parse().map_err(StoreError::unreadable)?;
            Ok(((table, person), role.parse().map_err(StoreError::unreadable)?))
        })
        .collect()
}
