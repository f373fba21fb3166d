//! The process lead's list of a round's bids: five queries, however many bids there are.

use std::collections::BTreeMap;

use diesel::dsl::count_star;
use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{admissions, bids, lots, organisations, scores, submissions, table_items};
use super::time::at;
use super::{Conn, StoreError};
use crate::domain::ids::{BidId, RoundId};

/// One bid that was opened, with how far its review is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BidLine {
    pub bid: BidId,
    pub code: String,
    pub lot_number: u16,
    pub lot_name: String,
    pub cooperative: String,
    pub received_at: Option<Timestamp>,
    /// Word of the admission verdict; none while it is being checked.
    pub admission: Option<String>,
    /// Grades given by assessors, and grades settled at the table.
    pub given: i64,
    pub settled: i64,
}

type Row = (String, Option<String>, i32, String, String, Option<String>);

/// Bids with a code only: before the opening the list is empty.
pub fn of_round(conn: &mut Conn, round: RoundId) -> Result<Vec<BidLine>, StoreError> {
    let rows: Vec<Row> = bids::table
        .inner_join(lots::table)
        .inner_join(organisations::table)
        .left_join(admissions::table)
        .filter(bids::round_id.eq(round.as_str()))
        .filter(bids::code.is_not_null())
        .order((lots::number, bids::code))
        .select((
            bids::id,
            bids::code,
            lots::number,
            lots::name,
            organisations::name,
            admissions::verdict.nullable(),
        ))
        .load(conn.link())?;
    let received = received(conn, round)?;
    let given = given(conn, round)?;
    let settled = settled(conn, round)?;
    let line = |row: Row| {
        Ok(BidLine {
            bid: row.0.parse().map_err(StoreError::unreadable)?,
            code: row.1.unwrap_or_default(),
            lot_number: u16::try_from(row.2).map_err(StoreError::unreadable)?,
            lot_name: row.3,
            cooperative: row.4,
            received_at: received.get(&row.0).copied().map(at),
            admission: row.5,
            given: given.get(&row.0).copied().unwrap_or_default(),
            settled: settled.get(&row.0).copied().unwrap_or_default(),
        })
    };
    rows.into_iter().map(line).collect()
}

fn received(conn: &mut Conn, round: RoundId) -> Result<BTreeMap<String, i64>, StoreError> {
    let rows: Vec<(String, i64)> = submissions::table
        .inner_join(bids::table)
        .filter(bids::round_id.eq(round.as_str()))
        .filter(submissions::withdrawn_at.is_null())
        .order(submissions::submitted_at)
        .select((submissions::bid_id, submissions::submitted_at))
        .load(conn.link())?;
    Ok(rows.into_iter().collect())
}

fn given(conn: &mut Conn, round: RoundId) -> Result<BTreeMap<String, i64>, StoreError> {
    let rows: Vec<(String, i64)> = scores::table
        .inner_join(bids::table)
        .filter(bids::round_id.eq(round.as_str()))
        .filter(scores::grade.is_not_null())
        .group_by(scores::bid_id)
        .select((scores::bid_id, count_star()))
        .load(conn.link())?;
    Ok(rows.into_iter().collect())
}

fn settled(conn: &mut Conn, round: RoundId) -> Result<BTreeMap<String, i64>, StoreError> {
    let rows: Vec<(String, i64)> = table_items::table
        .inner_join(bids::table)
        .filter(bids::round_id.eq(round.as_str()))
        .filter(table_items::grade.is_not_null())
        .group_by(table_items::bid_id)
        .select((table_items::bid_id, count_star()))
        .load(conn.link())?;
    Ok(rows.into_iter().collect())
}
