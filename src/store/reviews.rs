//! How a round is assessed: the least number of people per item, who can take over, and pauses.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{lots, people, reserves, review_pauses, review_settings};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx, new_id};
use crate::domain::ids::{LotId, PersonId, RoundId};
use crate::domain::review::assignment::{Pause, USUAL_MINIMUM};

pub fn minimum(conn: &mut Conn, round: RoundId) -> Result<usize, StoreError> {
    let found: Option<i32> = review_settings::table
        .find(round.as_str())
        .select(review_settings::minimum)
        .first(conn.link())
        .optional()?;
    Ok(found.and_then(|n| usize::try_from(n).ok()).unwrap_or(USUAL_MINIMUM))
}

pub fn set_minimum(tx: &mut Tx, round: RoundId, minimum: usize) -> Result<(), StoreError> {
    diesel::delete(review_settings::table.find(round.as_str())).execute(tx.link())?;
    diesel::insert_into(review_settings::table)
        .values((
            review_settings::round_id.eq(round.as_str()),
            review_settings::minimum.eq(i32::try_from(minimum).unwrap_or(i32::MAX)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Who can take over, by lot and name.
pub type Reserves = BTreeMap<LotId, Vec<(PersonId, String)>>;

pub fn reserves(conn: &mut Conn, round: RoundId) -> Result<Reserves, StoreError> {
    let rows: Vec<(String, String, String)> = reserves::table
        .inner_join(lots::table.on(lots::id.eq(reserves::lot_id)))
        .inner_join(people::table.on(people::id.eq(reserves::person_id)))
        .filter(lots::round_id.eq(round.as_str()))
        .order((people::name, people::id))
        .select((reserves::lot_id, reserves::person_id, people::name))
        .load(conn.link())?;
    let mut found = Reserves::new();
    for (lot, person, name) in rows {
        let lot = lot.parse().map_err(StoreError::unreadable)?;
        let person = person.parse().map_err(StoreError::unreadable)?;
        found.entry(lot).or_default().push((person, name));
    }
    Ok(found)
}

/// Puts the reserves of a lot in place of those before.
pub fn set_reserves(
    tx: &mut Tx,
    lot: LotId,
    all: &BTreeSet<PersonId>,
    (by, now): (PersonId, Timestamp),
) -> Result<(), StoreError> {
    diesel::delete(reserves::table.filter(reserves::lot_id.eq(lot.as_str()))).execute(tx.link())?;
    for person in all {
        diesel::insert_into(reserves::table)
            .values((
                reserves::lot_id.eq(lot.as_str()),
                reserves::person_id.eq(person.as_str()),
                reserves::named_by.eq(by.as_str()),
                reserves::named_at.eq(micros(now)),
            ))
            .execute(tx.link())?;
    }
    Ok(())
}

pub fn drop_reserve(tx: &mut Tx, lot: LotId, person: PersonId) -> Result<(), StoreError> {
    diesel::delete(reserves::table.find((lot.as_str(), person.as_str()))).execute(tx.link())?;
    Ok(())
}

/// Why scoring stands still now, if it does.
pub fn pause(conn: &mut Conn, round: RoundId) -> Result<Option<Pause>, StoreError> {
    let row: Option<(String, String, i64)> = review_pauses::table
        .filter(review_pauses::round_id.eq(round.as_str()))
        .filter(review_pauses::restarted_at.is_null())
        .select((review_pauses::reason, review_pauses::paused_by, review_pauses::paused_at))
        .first(conn.link())
        .optional()?;
    let read = |(reason, by, since): (String, String, i64)| {
        Ok(Pause { reason, by: by.parse().map_err(StoreError::unreadable)?, at: at(since) })
    };
    row.map(read).transpose()
}

/// The same for several rounds.
pub fn pauses(conn: &mut Conn, rounds: &[RoundId]) -> Result<BTreeMap<RoundId, Pause>, StoreError> {
    let rows: Vec<(String, String, String, i64)> = review_pauses::table
        .filter(review_pauses::round_id.eq_any(rounds.iter().map(RoundId::as_str)))
        .filter(review_pauses::restarted_at.is_null())
        .select((
            review_pauses::round_id,
            review_pauses::reason,
            review_pauses::paused_by,
            review_pauses::paused_at,
        ))
        .load(conn.link())?;
    let read = |(round, reason, by, since): (String, String, String, i64)| {
        let by = by.parse().map_err(StoreError::unreadable)?;
        let round = round.parse().map_err(StoreError::unreadable)?;
        Ok((round, Pause { reason, by, at: at(since) }))
    };
    rows.into_iter().map(read).collect()
}

/// `Taken` when scoring stands still already.
pub fn begin_pause(tx: &mut Tx, round: RoundId, pause: &Pause) -> Result<(), StoreError> {
    diesel::insert_into(review_pauses::table)
        .values((
            review_pauses::id.eq(new_id().to_string()),
            review_pauses::round_id.eq(round.as_str()),
            review_pauses::reason.eq(&pause.reason),
            review_pauses::paused_by.eq(pause.by.as_str()),
            review_pauses::paused_at.eq(micros(pause.at)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Whether there was a pause to end.
pub fn end_pause(
    tx: &mut Tx,
    round: RoundId,
    (by, reason): (PersonId, &str),
    now: Timestamp,
) -> Result<bool, StoreError> {
    let ended = diesel::update(
        review_pauses::table
            .filter(review_pauses::round_id.eq(round.as_str()))
            .filter(review_pauses::restarted_at.is_null()),
    )
    .set((
        review_pauses::restart_reason.eq(reason),
        review_pauses::restarted_by.eq(by.as_str()),
        review_pauses::restarted_at.eq(micros(now)),
    ))
    .execute(tx.link())?;
    Ok(ended > 0)
}
