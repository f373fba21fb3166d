//! The process lead's list of a round's bids, page by page: three queries, however many bids there
//! are.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{
    admissions, assignments, bids, conflicts, lots, organisations, scores, submissions, table_items,
};
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

type Row = ((String, Option<String>), (i32, String), (String, Option<String>), Option<i64>);

/// So many bids stand on one page.
pub const PAGE: u32 = 300;

/// How many bids there are; before the opening none.
pub fn count(conn: &mut Conn, round: RoundId) -> Result<u32, StoreError> {
    let count: i64 = bids::table
        .filter(bids::round_id.eq(round.as_str()))
        .filter(bids::code.is_not_null())
        .count()
        .get_result(conn.link())?;
    u32::try_from(count).map_err(StoreError::unreadable)
}

/// One page, counted from 1. Bids with a code only: before the opening the list is empty.
pub fn of_round(conn: &mut Conn, round: RoundId, page: u32) -> Result<Vec<BidLine>, StoreError> {
    let settled = table_items::table
        .filter(table_items::bid_id.eq(bids::id).and(table_items::grade.is_not_null()))
        .select(count_star())
        .single_value();
    let rows: Vec<Row> = bids::table
        .inner_join(lots::table)
        .inner_join(organisations::table)
        .left_join(admissions::table)
        .filter(bids::round_id.eq(round.as_str()))
        .filter(bids::code.is_not_null())
        .order((lots::number, bids::code, bids::id))
        .offset(i64::from(PAGE) * i64::from(page.max(1) - 1))
        .limit(PAGE.into())
        .select((
            (bids::id, bids::code),
            (lots::number, lots::name),
            (organisations::name, admissions::verdict.nullable()),
            settled,
        ))
        .load(conn.link())?;
    let received = received(conn, rows.iter().map(|row| row.0.0.as_str()))?;
    let given = given(conn, round)?;
    rows.into_iter().map(|row| line(row, (&received, &given))).collect()
}

/// Grades that count, by bid: of who assesses it still and is cleared for it.
fn given(conn: &mut Conn, round: RoundId) -> Result<HashMap<String, i64>, StoreError> {
    let cleared = conflicts::ruling
        .eq("harmless")
        .or(conflicts::ruling.is_null().and(conflicts::answer.eq("none")));
    let rows: Vec<(String, i64)> = scores::table
        .inner_join(assignments::table)
        .inner_join(bids::table)
        .inner_join(
            conflicts::table.on(conflicts::bid_id
                .eq(scores::bid_id)
                .and(conflicts::person_id.eq(assignments::person_id))),
        )
        .filter(bids::round_id.eq(round.as_str()))
        .filter(scores::grade.is_not_null())
        .filter(assignments::ended_at.is_null())
        .filter(cleared)
        .group_by(scores::bid_id)
        .select((scores::bid_id, count_star()))
        .load(conn.link())?;
    Ok(rows.into_iter().collect())
}

type ByBid = HashMap<String, i64>;

fn line(row: Row, (received, given): (&ByBid, &ByBid)) -> Result<BidLine, StoreError> {
    let ((bid, code), (lot_number, lot_name), (cooperative, admission), settled) = row;
    Ok(BidLine {
        given: given.get(&bid).copied().unwrap_or_default(),
        received_at: received.get(&bid).copied().map(at),
        bid: bid.parse().map_err(StoreError::unreadable)?,
        code: code.unwrap_or_default(),
        lot_number: u16::try_from(lot_number).map_err(StoreError::unreadable)?,
        lot_name,
        cooperative,
        admission,
        settled: settled.unwrap_or_default(),
    })
}

fn received<'b>(
    conn: &mut Conn,
    bids: impl Iterator<Item = &'b str>,
) -> Result<HashMap<String, i64>, StoreError> {
    let rows: Vec<(String, i64)> = submissions::table
        .filter(submissions::bid_id.eq_any(bids))
        .filter(submissions::withdrawn_at.is_null())
        .order(submissions::submitted_at)
        .select((submissions::bid_id, submissions::submitted_at))
        .load(conn.link())?;
    Ok(rows.into_iter().collect())
}
