//! What municipalities accepted in another way than usual. A row does not know whose bid it was.

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{accepted_equivalents, rounds};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{EquivalentId, OrganisationId};
use crate::domain::review::equivalents::{Accepted, TakenOut};

type Row = (
    String,
    String,
    String,
    String,
    String,
    String,
    String,
    String,
    String,
    Option<i64>,
    Option<String>,
);

columns!(ALL:
    accepted_equivalents::id,
    accepted_equivalents::organisation_id,
    accepted_equivalents::round_id,
    rounds::title,
    accepted_equivalents::requirement,
    accepted_equivalents::title,
    accepted_equivalents::what,
    accepted_equivalents::conditions,
    accepted_equivalents::accepted_on,
    accepted_equivalents::removed_at,
    accepted_equivalents::removed_because,
);

fn accepted(row: Row) -> Result<Accepted, StoreError> {
    let because = row.10.unwrap_or_default();
    Ok(Accepted {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        municipality: row.1.parse().map_err(StoreError::unreadable)?,
        round: row.2.parse().map_err(StoreError::unreadable)?,
        round_title: row.3,
        requirement: row.4,
        title: row.5,
        what: row.6,
        conditions: row.7,
        accepted_on: row.8.parse().map_err(StoreError::unreadable)?,
        taken_out: row.9.map(|removed| TakenOut { at: at(removed), because }),
    })
}

/// Everything of one municipality, also what was taken out, by requirement and the newest first.
pub fn of_municipality(
    conn: &mut Conn,
    municipality: OrganisationId,
) -> Result<Vec<Accepted>, StoreError> {
    let rows: Vec<Row> = accepted_equivalents::table
        .inner_join(rounds::table)
        .filter(accepted_equivalents::organisation_id.eq(municipality.as_str()))
        .order((
            accepted_equivalents::requirement,
            accepted_equivalents::accepted_on.desc(),
            accepted_equivalents::id,
        ))
        .select(ALL)
        .load(conn.link())?;
    rows.into_iter().map(accepted).collect()
}

/// What bidders in this municipality may lean on.
pub fn in_force(
    conn: &mut Conn,
    municipality: OrganisationId,
) -> Result<Vec<Accepted>, StoreError> {
    let mut all = of_municipality(conn, municipality)?;
    all.retain(|one| one.taken_out.is_none());
    Ok(all)
}

pub fn find(conn: &mut Conn, id: EquivalentId) -> Result<Accepted, StoreError> {
    accepted(
        accepted_equivalents::table
            .find(id.as_str())
            .inner_join(rounds::table)
            .select(ALL)
            .first(conn.link())?,
    )
}

/// False when it is there already: the same form came twice.
pub fn add(tx: &mut Tx, one: &Accepted, now: Timestamp) -> Result<bool, StoreError> {
    let row = (
        accepted_equivalents::id.eq(one.id.as_str()),
        accepted_equivalents::organisation_id.eq(one.municipality.as_str()),
        accepted_equivalents::round_id.eq(one.round.as_str()),
        accepted_equivalents::requirement.eq(&one.requirement),
        accepted_equivalents::title.eq(&one.title),
        accepted_equivalents::what.eq(&one.what),
        accepted_equivalents::conditions.eq(&one.conditions),
        accepted_equivalents::accepted_on.eq(one.accepted_on.to_string()),
        accepted_equivalents::added_at.eq(micros(now)),
    );
    let added = crate::on_each!(tx.link(), |c| diesel::insert_into(accepted_equivalents::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(added == 1)
}

/// False when somebody was first.
pub fn take_out(
    tx: &mut Tx,
    id: EquivalentId,
    because: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let there = accepted_equivalents::table
        .filter(accepted_equivalents::id.eq(id.as_str()))
        .filter(accepted_equivalents::removed_at.is_null());
    let changed = diesel::update(there)
        .set((
            accepted_equivalents::removed_at.eq(micros(now)),
            accepted_equivalents::removed_because.eq(because),
        ))
        .execute(tx.link())?;
    Ok(changed == 1)
}
