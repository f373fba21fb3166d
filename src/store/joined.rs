//! Who takes part in joint rounds, and the mandates they gave.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::db::Link;
use super::schema::{round_mandates, round_participants, rounds};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{OrganisationId, RoundId};
use crate::domain::rounds::Round;
use crate::domain::rounds::joined::{Mandate, Withdrawn};

/// Waits for everybody else who publishes this round or gives a mandate for it.
pub fn hold(tx: &mut Tx, round: RoundId) -> Result<(), StoreError> {
    let query = rounds::table.find(round.as_str()).select(rounds::id);
    let _: String = match tx.link() {
        // There is one writer.
        Link::Sqlite(c) => query.first(c)?,
        Link::Pg(c) => query.for_update().first(c)?,
    };
    Ok(())
}

/// The list that the definition has, to look up by municipality.
pub(super) fn keep(tx: &mut Tx, round: &Round) -> Result<(), StoreError> {
    let own =
        || round_participants::table.filter(round_participants::round_id.eq(round.id.as_str()));
    let mut before: Vec<String> =
        own().select(round_participants::organisation_id).load(tx.link())?;
    let mut now: Vec<String> =
        round.definition.participants.iter().map(|one| one.municipality.to_string()).collect();
    before.sort();
    now.sort();
    now.dedup();
    if before == now {
        return Ok(());
    }
    diesel::delete(own()).execute(tx.link())?;
    for municipality in now {
        diesel::insert_into(round_participants::table)
            .values((
                round_participants::round_id.eq(round.id.as_str()),
                round_participants::organisation_id.eq(municipality),
            ))
            .execute(tx.link())?;
    }
    Ok(())
}

/// The municipalities that take part in this round beside its own.
pub fn asked(conn: &mut Conn, round: RoundId) -> Result<Vec<OrganisationId>, StoreError> {
    let ids: Vec<String> = round_participants::table
        .filter(round_participants::round_id.eq(round.as_str()))
        .order(round_participants::organisation_id)
        .select(round_participants::organisation_id)
        .load(conn.link())?;
    ids.into_iter().map(|id| id.parse().map_err(StoreError::unreadable)).collect()
}

/// The rounds of others in which one of these municipalities takes part, newest first.
pub fn rounds_of(
    conn: &mut Conn,
    municipalities: &[OrganisationId],
) -> Result<Vec<RoundId>, StoreError> {
    let own: Vec<&str> = municipalities.iter().map(OrganisationId::as_str).collect();
    let ids: Vec<String> = rounds::table
        .filter(
            rounds::id.eq_any(
                round_participants::table
                    .filter(round_participants::organisation_id.eq_any(own))
                    .select(round_participants::round_id),
            ),
        )
        .order((rounds::created_at.desc(), rounds::id))
        .select(rounds::id)
        .load(conn.link())?;
    ids.into_iter().map(|id| id.parse().map_err(StoreError::unreadable)).collect()
}

type Row =
    (String, String, String, String, i64, String, String, String, Option<i64>, Option<String>);

columns!(MANDATE:
    round_mandates::id,
    round_mandates::organisation_id,
    round_mandates::given_by,
    round_mandates::given_by_name,
    round_mandates::given_at,
    round_mandates::reference,
    round_mandates::decided_on,
    round_mandates::terms,
    round_mandates::withdrawn_at,
    round_mandates::withdrawal_reason,
);

fn mandate(row: Row) -> Result<Mandate, StoreError> {
    let withdrawn =
        row.8.map(|moment| Withdrawn { at: at(moment), reason: row.9.unwrap_or_default() });
    Ok(Mandate {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        municipality: row.1.parse().map_err(StoreError::unreadable)?,
        by: (row.2.parse().map_err(StoreError::unreadable)?, row.3),
        at: at(row.4),
        reference: row.5,
        decided_on: row.6.parse().map_err(StoreError::unreadable)?,
        terms: row.7,
        withdrawn,
    })
}

/// All mandates for this round, oldest first.
pub fn mandates(conn: &mut Conn, round: RoundId) -> Result<Vec<Mandate>, StoreError> {
    Ok(mandates_of(conn, &[round])?.remove(&round).unwrap_or_default())
}

/// The same for several rounds at once.
pub fn mandates_of(
    conn: &mut Conn,
    rounds: &[RoundId],
) -> Result<BTreeMap<RoundId, Vec<Mandate>>, StoreError> {
    let ids: Vec<&str> = rounds.iter().map(RoundId::as_str).collect();
    let rows: Vec<(String, Row)> = round_mandates::table
        .filter(round_mandates::round_id.eq_any(ids))
        .order((round_mandates::given_at, round_mandates::id))
        .select((round_mandates::round_id, MANDATE))
        .load(conn.link())?;
    let mut all: BTreeMap<RoundId, Vec<Mandate>> = BTreeMap::new();
    for (round, row) in rows {
        let round = round.parse().map_err(StoreError::unreadable)?;
        all.entry(round).or_default().push(mandate(row)?);
    }
    Ok(all)
}

pub fn add(tx: &mut Tx, round: RoundId, mandate: &Mandate) -> Result<(), StoreError> {
    diesel::insert_into(round_mandates::table)
        .values((
            round_mandates::id.eq(mandate.id.as_str()),
            round_mandates::round_id.eq(round.as_str()),
            round_mandates::organisation_id.eq(mandate.municipality.as_str()),
            round_mandates::given_by.eq(mandate.by.0.as_str()),
            round_mandates::given_by_name.eq(&mandate.by.1),
            round_mandates::given_at.eq(micros(mandate.at)),
            round_mandates::reference.eq(&mandate.reference),
            round_mandates::decided_on.eq(mandate.decided_on.to_string()),
            round_mandates::terms.eq(&mandate.terms),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Keeps that, when and why it was withdrawn.
pub fn withdraw(tx: &mut Tx, mandate: &Mandate) -> Result<(), StoreError> {
    let Some(withdrawn) = &mandate.withdrawn else { return Ok(()) };
    diesel::update(round_mandates::table.find(mandate.id.as_str()))
        .set((
            round_mandates::withdrawn_at.eq(micros(withdrawn.at)),
            round_mandates::withdrawal_reason.eq(&withdrawn.reason),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// New terms are published: the mandates for their draft are now those of the round.
pub fn move_mandates(tx: &mut Tx, draft: RoundId, round: RoundId) -> Result<(), StoreError> {
    // Terms that come back take the new mandate, not the one of the first time.
    for one in mandates(tx, draft)?.into_iter().filter(|one| one.withdrawn.is_none()) {
        let same = round_mandates::table
            .filter(round_mandates::round_id.eq(round.as_str()))
            .filter(round_mandates::organisation_id.eq(one.municipality.as_str()))
            .filter(round_mandates::terms.eq(&one.terms))
            .filter(round_mandates::withdrawn_at.is_null());
        diesel::delete(same).execute(tx.link())?;
    }
    let of_draft = round_mandates::table.filter(round_mandates::round_id.eq(draft.as_str()));
    diesel::update(of_draft).set(round_mandates::round_id.eq(round.as_str())).execute(tx.link())?;
    Ok(())
}
