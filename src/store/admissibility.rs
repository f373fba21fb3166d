//! Verdicts on requirements and on whole bids.

use std::collections::BTreeMap;

use diesel::dsl::count_star;
use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{admissions, bids, organisations, people, requirement_checks};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{BidId, LotId, PersonId, RoundId};
use crate::domain::review::admissibility::{Admission, AdmissionVerdict, Check, CheckVerdict};

/// A verdict with who gave it and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given<T> {
    pub what: T,
    pub by: String,
    pub at: Timestamp,
}

pub fn checks(conn: &mut Conn, bid: BidId) -> Result<Vec<Given<Check>>, StoreError> {
    type Row = (String, String, String, (String, i64), (Option<String>, Option<String>));
    let rows: Vec<Row> = requirement_checks::table
        .inner_join(people::table)
        .filter(requirement_checks::bid_id.eq(bid.as_str()))
        .order(requirement_checks::requirement)
        .select((
            requirement_checks::requirement,
            requirement_checks::verdict,
            requirement_checks::reason,
            (people::name, requirement_checks::checked_at),
            (requirement_checks::condition_by, requirement_checks::ground),
        ))
        .load(conn.link())?;
    let read = |(requirement, verdict, reason, (by, time), (due, ground)): Row| {
        let verdict = verdict.parse().map_err(StoreError::unreadable)?;
        let due = due.map(|day| day.parse().map_err(StoreError::unreadable)).transpose()?;
        let what = Check { requirement, verdict, reason, due, ground };
        Ok(Given { what, by, at: at(time) })
    };
    rows.into_iter().map(read).collect()
}

/// Codes of the requirements on which the bids of a round were refused, for bids that are out.
pub fn refused_of_round(
    conn: &mut Conn,
    round: RoundId,
) -> Result<Vec<(BidId, String)>, StoreError> {
    let rows: Vec<(String, String)> = requirement_checks::table
        .inner_join(bids::table.inner_join(admissions::table))
        .filter(bids::round_id.eq(round.as_str()))
        .filter(admissions::verdict.eq(AdmissionVerdict::Refused.as_str()))
        .filter(requirement_checks::verdict.eq(CheckVerdict::Refused.as_str()))
        .select((requirement_checks::bid_id, requirement_checks::requirement))
        .load(conn.link())?;
    rows.into_iter()
        .map(|(bid, code)| Ok((bid.parse().map_err(StoreError::unreadable)?, code)))
        .collect()
}

/// Adds the verdict on a requirement, or replaces it.
pub fn put_check(
    tx: &mut Tx,
    bid: BidId,
    check: &Check,
    by: PersonId,
    now: Timestamp,
) -> Result<(), StoreError> {
    diesel::delete(requirement_checks::table.find((bid.as_str(), &check.requirement)))
        .execute(tx.link())?;
    diesel::insert_into(requirement_checks::table)
        .values((
            requirement_checks::bid_id.eq(bid.as_str()),
            requirement_checks::requirement.eq(&check.requirement),
            requirement_checks::verdict.eq(check.verdict.as_str()),
            requirement_checks::reason.eq(&check.reason),
            requirement_checks::checked_by.eq(by.as_str()),
            requirement_checks::checked_at.eq(micros(now)),
            requirement_checks::condition_by.eq(check.due.map(|day| day.to_string())),
            requirement_checks::ground.eq(&check.ground),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// The decision that is in force; the ground of a refusal stands with the refusal.
pub fn admission(conn: &mut Conn, bid: BidId) -> Result<Option<Given<Admission>>, StoreError> {
    let row: Option<(String, String, String, i64)> = admissions::table
        .inner_join(people::table)
        .filter(admissions::bid_id.eq(bid.as_str()))
        .select((admissions::verdict, admissions::reason, people::name, admissions::decided_at))
        .first(conn.link())
        .optional()?;
    row.map(|(verdict, reason, by, time)| {
        let verdict = verdict.parse().map_err(StoreError::unreadable)?;
        Ok(Given { what: Admission { verdict, reason, ground: None }, by, at: at(time) })
    })
    .transpose()
}

pub fn put_admission(
    tx: &mut Tx,
    bid: BidId,
    admission: &Admission,
    by: PersonId,
    now: Timestamp,
) -> Result<(), StoreError> {
    diesel::delete(admissions::table.find(bid.as_str())).execute(tx.link())?;
    diesel::insert_into(admissions::table)
        .values((
            admissions::bid_id.eq(bid.as_str()),
            admissions::verdict.eq(admission.verdict.as_str()),
            admissions::reason.eq(&admission.reason),
            admissions::decided_by.eq(by.as_str()),
            admissions::decided_at.eq(micros(now)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Takes a decision back; the journal keeps it.
pub fn remove_admission(tx: &mut Tx, bid: BidId) -> Result<(), StoreError> {
    diesel::delete(admissions::table.find(bid.as_str())).execute(tx.link())?;
    Ok(())
}

/// An opened bid as the list of the process lead shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub bid: BidId,
    pub lot: LotId,
    pub code: String,
    pub cooperative: String,
    /// How many requirements have a verdict.
    pub checked: usize,
    pub verdict: Option<AdmissionVerdict>,
}

/// All opened bids of a round with how far they are, by lot and code.
pub fn lines(conn: &mut Conn, round: RoundId) -> Result<Vec<Line>, StoreError> {
    type Row = (String, String, Option<String>, String, Option<String>);
    let rows: Vec<Row> = bids::table
        .inner_join(organisations::table)
        .left_join(admissions::table)
        .filter(bids::round_id.eq(round.as_str()))
        .filter(bids::code.is_not_null())
        .order((bids::lot_id, bids::code))
        .select((
            bids::id,
            bids::lot_id,
            bids::code,
            organisations::name,
            admissions::verdict.nullable(),
        ))
        .load(conn.link())?;
    let counts: Vec<(String, i64)> = requirement_checks::table
        .inner_join(bids::table)
        .filter(bids::round_id.eq(round.as_str()))
        .group_by(requirement_checks::bid_id)
        .select((requirement_checks::bid_id, count_star()))
        .load(conn.link())?;
    let counts: BTreeMap<String, i64> = counts.into_iter().collect();
    let read = |(bid, lot, code, cooperative, verdict): Row| {
        Ok(Line {
            checked: usize::try_from(counts.get(&bid).copied().unwrap_or(0)).unwrap_or(0),
            bid: bid.parse().map_err(StoreError::unreadable)?,
            lot: lot.parse().map_err(StoreError::unreadable)?,
            code: code.unwrap_or_default(),
            cooperative,
            verdict: verdict.map(|v| v.parse().map_err(StoreError::unreadable)).transpose()?,
        })
    };
    rows.into_iter().map(read).collect()
}
