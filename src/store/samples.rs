//! The sample answer of a round and who practised on it. Nothing else reads these tables.

use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{people, practices, samples};
use super::time::micros;
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{PersonId, RoundId};
use crate::domain::review::sample::{Practice, Sample};
use crate::domain::scoring::Exact;

pub fn find(conn: &mut Conn, round: RoundId) -> Result<Option<Sample>, StoreError> {
    let row: Option<(String, String, String, String, i32)> = samples::table
        .find(round.as_str())
        .select((
            samples::criterion,
            samples::body,
            samples::grade,
            samples::explanation,
            samples::version,
        ))
        .first(conn.link())
        .optional()?;
    row.map(|(criterion, text, grade, explanation, version)| {
        let grade = grade.parse().map_err(StoreError::unreadable)?;
        Ok(Sample { criterion, text, grade, explanation, version })
    })
    .transpose()
}

/// Adds the sample of a round, or replaces it.
pub fn put(
    tx: &mut Tx,
    round: RoundId,
    sample: &Sample,
    (by, now): (PersonId, Timestamp),
) -> Result<(), StoreError> {
    diesel::delete(samples::table.find(round.as_str())).execute(tx.link())?;
    diesel::insert_into(samples::table)
        .values((
            samples::round_id.eq(round.as_str()),
            samples::criterion.eq(&sample.criterion),
            samples::body.eq(&sample.text),
            samples::grade.eq(sample.grade.to_string()),
            samples::explanation.eq(&sample.explanation),
            samples::version.eq(sample.version),
            samples::made_by.eq(by.as_str()),
            samples::made_at.eq(micros(now)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// What one person made of it.
pub fn practice(
    conn: &mut Conn,
    round: RoundId,
    person: PersonId,
) -> Result<Option<Practice>, StoreError> {
    let row: Option<(String, String)> = practices::table
        .find((round.as_str(), person.as_str()))
        .select((practices::grade, practices::reason))
        .first(conn.link())
        .optional()?;
    row.map(|(grade, reason)| {
        Ok(Practice { grade: grade.parse().map_err(StoreError::unreadable)?, reason })
    })
    .transpose()
}

/// All grades, without who gave them, in their own order.
pub fn grades(conn: &mut Conn, round: RoundId) -> Result<Vec<Exact>, StoreError> {
    let rows: Vec<String> = practices::table
        .filter(practices::round_id.eq(round.as_str()))
        .select(practices::grade)
        .load(conn.link())?;
    let read = |text: String| text.parse().map_err(StoreError::unreadable);
    let mut grades: Vec<Exact> = rows.into_iter().map(read).collect::<Result<_, _>>()?;
    grades.sort();
    Ok(grades)
}

/// Names of who practised, without what they made of it.
pub fn names(conn: &mut Conn, round: RoundId) -> Result<Vec<String>, StoreError> {
    Ok(practices::table
        .inner_join(people::table)
        .filter(practices::round_id.eq(round.as_str()))
        .order((people::name, people::id))
        .select(people::name)
        .load(conn.link())?)
}

/// Which of these rounds have a sample, and whether this person practised on it.
pub fn of_rounds(
    conn: &mut Conn,
    rounds: &[RoundId],
    person: PersonId,
) -> Result<BTreeMap<RoundId, bool>, StoreError> {
    let ids: Vec<&str> = rounds.iter().map(RoundId::as_str).collect();
    let rows: Vec<(String, Option<String>)> = samples::table
        .left_join(practices::table.on(
            practices::round_id.eq(samples::round_id).and(practices::person_id.eq(person.as_str())),
        ))
        .filter(samples::round_id.eq_any(ids))
        .select((samples::round_id, practices::person_id.nullable()))
        .load(conn.link())?;
    rows.into_iter()
        .map(|(round, by)| Ok((round.parse().map_err(StoreError::unreadable)?, by.is_some())))
        .collect()
}

pub fn add_practice(
    tx: &mut Tx,
    (round, person): (RoundId, PersonId),
    practice: &Practice,
    now: Timestamp,
) -> Result<(), StoreError> {
    diesel::insert_into(practices::table)
        .values((
            practices::round_id.eq(round.as_str()),
            practices::person_id.eq(person.as_str()),
            practices::grade.eq(practice.grade.to_string()),
            practices::reason.eq(&practice.reason),
            practices::done_at.eq(micros(now)),
        ))
        .execute(tx.link())?;
    Ok(())
}
