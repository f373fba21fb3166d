//! Seats at tables, and who may be asked to one.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::schema::{bids, conflicts, lots, memberships, people, rounds, seats, tables};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::accounts::Role;
use crate::domain::ids::{BidId, LotId, OrganisationId, PersonId, RoundId, TableId};
use crate::domain::permission::SeatRole;
use crate::domain::tables::{Presence, Seat};

/// Adds a seat, or replaces the one this person has.
pub fn put(tx: &mut Tx, table: TableId, seat: &Seat) -> Result<(), StoreError> {
    let (since, left) = match seat.presence {
        Presence::Absent => (None, None),
        Presence::Present { since } => (Some(micros(since)), None),
        Presence::Left { since, at } => (Some(micros(since)), Some(micros(at))),
    };
    let values = (
        seats::present_at.eq(since),
        seats::left_at.eq(left),
        seats::signed_at.eq(seat.signed_at.map(micros)),
    );
    let key = (table.as_str(), seat.person.as_str());
    let changed = diesel::update(seats::table.find(key)).set(values).execute(tx.link())?;
    if changed == 0 {
        diesel::insert_into(seats::table)
            .values((
                seats::table_id.eq(table.as_str()),
                seats::person_id.eq(seat.person.as_str()),
                seats::role.eq(seat.role.as_str()),
                values,
            ))
            .execute(tx.link())?;
    }
    Ok(())
}

type Row = (String, String, Option<i64>, Option<i64>, Option<i64>);

/// Seats of one table, in the order of the people's ids: that order tells nobody anything.
pub fn of_table(conn: &mut Conn, table: TableId) -> Result<Vec<Seat>, StoreError> {
    let rows: Vec<Row> = seats::table
        .filter(seats::table_id.eq(table.as_str()))
        .order(seats::person_id)
        .select((
            seats::person_id,
            seats::role,
            seats::present_at,
            seats::left_at,
            seats::signed_at,
        ))
        .load(conn.link())?;
    rows.into_iter().map(seat).collect()
}

fn seat(row: Row) -> Result<Seat, StoreError> {
    let presence = match (row.2, row.3) {
        (None, _) => Presence::Absent,
        (Some(since), None) => Presence::Present { since: at(since) },
        (Some(since), Some(left)) => Presence::Left { since: at(since), at: at(left) },
    };
    Ok(Seat {
        person: row.0.parse().map_err(StoreError::unreadable)?,
        role: row.1.parse().map_err(StoreError::unreadable)?,
        presence,
        signed_at: row.4.map(at),
    })
}

/// Names of everybody with a seat.
pub fn names(conn: &mut Conn, table: TableId) -> Result<BTreeMap<PersonId, String>, StoreError> {
    let rows: Vec<(String, String)> = seats::table
        .inner_join(people::table)
        .filter(seats::table_id.eq(table.as_str()))
        .select((people::id, people::name))
        .load(conn.link())?;
    rows.into_iter()
        .map(|(id, name)| Ok((id.parse().map_err(StoreError::unreadable)?, name)))
        .collect()
}

/// Everybody of a municipality who has a role that brings a seat, with the name.
pub fn candidates(
    conn: &mut Conn,
    municipality: OrganisationId,
) -> Result<Vec<(PersonId, String, SeatRole)>, StoreError> {
    const SEATED: [(Role, SeatRole); 4] = [
        (Role::Chair, SeatRole::Chair),
        (Role::Secretary, SeatRole::Secretary),
        (Role::Adviser, SeatRole::Adviser),
        (Role::Observer, SeatRole::Observer),
    ];
    let rows: Vec<(String, String, String)> = memberships::table
        .inner_join(people::table)
        .filter(memberships::organisation_id.eq(municipality.as_str()))
        .filter(memberships::role.eq_any(SEATED.map(|(role, _)| role.as_str())))
        .order((memberships::role, people::name))
        .select((people::id, people::name, memberships::role))
        .load(conn.link())?;
    rows.into_iter()
        .filter_map(|(id, name, role)| {
            let (_, seat) = SEATED.iter().find(|(known, _)| known.as_str() == role)?;
            Some((id, name, *seat))
        })
        .map(|(id, name, seat)| Ok((id.parse().map_err(StoreError::unreadable)?, name, seat)))
        .collect()
}

/// One of the tables of somebody, as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatLine {
    pub table: TableId,
    pub lot_number: i32,
    pub lot_name: String,
    pub round_title: String,
    pub municipality: OrganisationId,
    pub phase: String,
    /// None for somebody who may look on without a seat.
    pub role: Option<SeatRole>,
}

type LineRow = (String, i32, String, String, String, String, Option<String>);

/// Tables at which this person sits, and all tables of the municipalities given, newest first.
pub fn lines(
    conn: &mut Conn,
    person: PersonId,
    overseen: &[OrganisationId],
) -> Result<Vec<SeatLine>, StoreError> {
    let mine = seats::table_id.eq(tables::id).and(seats::person_id.eq(person.as_str()));
    let rows: Vec<LineRow> = tables::table
        .inner_join(lots::table.inner_join(rounds::table))
        .left_join(seats::table.on(mine))
        .filter(
            seats::person_id
                .is_not_null()
                .or(rounds::organisation_id.eq_any(overseen.iter().map(OrganisationId::as_str))),
        )
        .order((rounds::created_at.desc(), lots::number))
        .select((
            tables::id,
            lots::number,
            lots::name,
            rounds::title,
            rounds::organisation_id,
            tables::phase,
            seats::role.nullable(),
        ))
        .load(conn.link())?;
    rows.into_iter()
        .map(|row| {
            Ok(SeatLine {
                table: row.0.parse().map_err(StoreError::unreadable)?,
                lot_number: row.1,
                lot_name: row.2,
                round_title: row.3,
                municipality: row.4.parse().map_err(StoreError::unreadable)?,
                phase: row.5,
                role: row.6.map(|r| r.parse().map_err(StoreError::unreadable)).transpose()?,
            })
        })
        .collect()
}

/// An interest that stands: it was declared and not ruled harmless, or it was ruled to be one.
macro_rules! an_interest {
    () => {
        conflicts::ruling
            .is_null()
            .and(conflicts::answer.ne("none"))
            .or(conflicts::ruling.is_not_null().and(conflicts::ruling.ne("harmless")))
    };
}

/// Bids of a lot that this person may not see or hear about: a conflict was declared, or the
/// process lead ruled so, and nobody ruled it harmless.
pub fn barred(
    conn: &mut Conn,
    lot: LotId,
    person: PersonId,
) -> Result<BTreeSet<BidId>, StoreError> {
    bids_of(against(conn, person)?.into_iter().filter(|(_, of, _)| of == lot.as_str()))
}

/// The same for all bids of a round.
pub fn barred_in(
    conn: &mut Conn,
    round: RoundId,
    person: PersonId,
) -> Result<BTreeSet<BidId>, StoreError> {
    bids_of(against(conn, person)?.into_iter().filter(|(.., of)| of == round.as_str()))
}

/// A bid, its lot and its round.
type Against = (String, String, String);

fn bids_of(rows: impl Iterator<Item = Against>) -> Result<BTreeSet<BidId>, StoreError> {
    rows.map(|(bid, ..)| bid.parse().map_err(StoreError::unreadable)).collect()
}

/// All bids in which this person has an interest: few, so they are read together.
fn against(conn: &mut Conn, person: PersonId) -> Result<Vec<Against>, StoreError> {
    Ok(conflicts::table
        .inner_join(bids::table)
        .filter(conflicts::person_id.eq(person.as_str()))
        .filter(an_interest!())
        .select((bids::id, bids::lot_id, bids::round_id))
        .load(conn.link())?)
}

/// Who may not hear of which bid of a lot.
pub fn kept_out(
    conn: &mut Conn,
    lot: LotId,
) -> Result<BTreeMap<BidId, BTreeSet<PersonId>>, StoreError> {
    let rows: Vec<(String, String)> = conflicts::table
        .inner_join(bids::table)
        .filter(bids::lot_id.eq(lot.as_str()))
        .filter(an_interest!())
        .select((conflicts::bid_id, conflicts::person_id))
        .load(conn.link())?;
    let mut found: BTreeMap<BidId, BTreeSet<PersonId>> = BTreeMap::new();
    for (bid, person) in rows {
        let bid = bid.parse().map_err(StoreError::unreadable)?;
        found.entry(bid).or_default().insert(person.parse().map_err(StoreError::unreadable)?);
    }
    Ok(found)
}
