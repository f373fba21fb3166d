//! What was handed in: kept as the canonical text whose hash is on the receipt.

use std::collections::BTreeSet;

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{bids, people, submissions};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::bids::{Content, HandedIn, Receipt, Withdrawn};
use crate::domain::ids::{BidId, LotId, RoundId, SubmissionId};

type Row = (String, String, String, String, String, String, i64);

columns!(SUBMISSION:
    submissions::id,
    submissions::bid_id,
    submissions::number,
    submissions::content,
    submissions::hash,
    submissions::submitted_by,
    submissions::submitted_at,
);

fn submission(row: Row) -> Result<HandedIn, StoreError> {
    Ok(HandedIn {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        bid: row.1.parse().map_err(StoreError::unreadable)?,
        number: row.2,
        content: serde_json::from_str(&row.3).map_err(StoreError::unreadable)?,
        hash: row.4,
        by: row.5.parse().map_err(StoreError::unreadable)?,
        at: at(row.6),
    })
}

pub fn add(tx: &mut Tx, handed_in: &HandedIn) -> Result<(), StoreError> {
    diesel::insert_into(submissions::table)
        .values((
            submissions::id.eq(handed_in.id.as_str()),
            submissions::bid_id.eq(handed_in.bid.as_str()),
            submissions::number.eq(&handed_in.number),
            submissions::content.eq(handed_in.content.canonical()),
            submissions::hash.eq(&handed_in.hash),
            submissions::submitted_by.eq(handed_in.by.as_str()),
            submissions::submitted_at.eq(micros(handed_in.at)),
        ))
        .execute(tx.link())?;
    Ok(())
}

type ReceiptRow =
    (String, String, String, String, String, String, i64, Option<i64>, Option<String>);

columns!(RECEIPT:
    submissions::id,
    submissions::bid_id,
    submissions::number,
    submissions::hash,
    people::id,
    people::name,
    submissions::submitted_at,
    submissions::withdrawn_at,
    submissions::withdrawn_reason,
);

fn receipt_from(row: ReceiptRow) -> Result<Receipt, StoreError> {
    let reason = row.8.unwrap_or_default();
    Ok(Receipt {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        bid: row.1.parse().map_err(StoreError::unreadable)?,
        number: row.2,
        hash: row.3,
        by: row.4.parse().map_err(StoreError::unreadable)?,
        by_name: row.5,
        at: at(row.6),
        withdrawn: row.7.map(|time| Withdrawn { at: at(time), reason }),
    })
}

/// The receipt of one submission, if there is one under this id.
pub fn receipt(conn: &mut Conn, id: SubmissionId) -> Result<Option<Receipt>, StoreError> {
    let row: Option<ReceiptRow> = submissions::table
        .inner_join(people::table)
        .filter(submissions::id.eq(id.as_str()))
        .select(RECEIPT)
        .first(conn.link())
        .optional()?;
    row.map(receipt_from).transpose()
}

/// All receipts of these bids, newest first.
pub fn receipts(conn: &mut Conn, bids: &[BidId]) -> Result<Vec<Receipt>, StoreError> {
    let names: Vec<&str> = bids.iter().map(BidId::as_str).collect();
    let rows: Vec<ReceiptRow> = submissions::table
        .inner_join(people::table)
        .filter(submissions::bid_id.eq_any(names))
        .order((submissions::submitted_at.desc(), submissions::id))
        .select(RECEIPT)
        .load(conn.link())?;
    rows.into_iter().map(receipt_from).collect()
}

/// The text whose hash is on the receipt, byte for byte.
pub fn text(conn: &mut Conn, id: SubmissionId) -> Result<String, StoreError> {
    Ok(submissions::table.find(id.as_str()).select(submissions::content).first(conn.link())?)
}

/// What one submission says, whether it still counts or not.
pub fn content(conn: &mut Conn, id: SubmissionId) -> Result<Content, StoreError> {
    serde_json::from_str(&text(conn, id)?).map_err(StoreError::unreadable)
}

/// The receipt with this number. Numbers are made by chance, so whoever has one was given it.
pub fn by_number(conn: &mut Conn, number: &str) -> Result<Option<Receipt>, StoreError> {
    let row: Option<ReceiptRow> = submissions::table
        .inner_join(people::table)
        .filter(submissions::number.eq(number))
        .select(RECEIPT)
        .first(conn.link())
        .optional()?;
    row.map(receipt_from).transpose()
}

/// The one that counts: the last that was not withdrawn.
pub fn standing(conn: &mut Conn, bid: BidId) -> Result<Option<HandedIn>, StoreError> {
    let row: Option<Row> = submissions::table
        .filter(submissions::bid_id.eq(bid.as_str()))
        .filter(submissions::withdrawn_at.is_null())
        .order(submissions::submitted_at.desc())
        .select(SUBMISSION)
        .first(conn.link())
        .optional()?;
    row.map(submission).transpose()
}

pub fn withdraw(
    tx: &mut Tx,
    bid: BidId,
    reason: &str,
    now: Timestamp,
) -> Result<usize, StoreError> {
    Ok(diesel::update(
        submissions::table
            .filter(submissions::bid_id.eq(bid.as_str()))
            .filter(submissions::withdrawn_at.is_null()),
    )
    .set((submissions::withdrawn_at.eq(micros(now)), submissions::withdrawn_reason.eq(reason)))
    .execute(tx.link())?)
}

/// Bids of a round of which a submission counts.
pub fn counted_of_round(conn: &mut Conn, round: RoundId) -> Result<BTreeSet<BidId>, StoreError> {
    let ids: Vec<String> = submissions::table
        .inner_join(bids::table)
        .filter(bids::round_id.eq(round.as_str()))
        .filter(submissions::withdrawn_at.is_null())
        .select(bids::id)
        .load(conn.link())?;
    ids.iter().map(|id| id.parse().map_err(StoreError::unreadable)).collect()
}

/// What counts of one bid, if it was opened.
pub fn opened(conn: &mut Conn, bid: BidId) -> Result<Option<HandedIn>, StoreError> {
    let row: Option<Row> = submissions::table
        .inner_join(bids::table)
        .filter(bids::id.eq(bid.as_str()))
        .filter(bids::code.is_not_null())
        .filter(submissions::withdrawn_at.is_null())
        .order(submissions::submitted_at.desc())
        .select(SUBMISSION)
        .first(conn.link())
        .optional()?;
    row.map(submission).transpose()
}

/// What counts on a lot, for bids that were opened.
pub fn opened_of_lot(conn: &mut Conn, lot: LotId) -> Result<Vec<HandedIn>, StoreError> {
    opened_of_lots(conn, &[lot])
}

/// What counts on these lots, for bids that were opened.
pub fn opened_of_lots(conn: &mut Conn, lots: &[LotId]) -> Result<Vec<HandedIn>, StoreError> {
    let rows: Vec<Row> = submissions::table
        .inner_join(bids::table)
        .filter(bids::lot_id.eq_any(lots.iter().map(LotId::as_str)))
        .filter(bids::code.is_not_null())
        .filter(submissions::withdrawn_at.is_null())
        .order((bids::lot_id, bids::code, submissions::submitted_at))
        .select(SUBMISSION)
        .load(conn.link())?;
    rows.into_iter().map(submission).collect()
}
