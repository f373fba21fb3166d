//! Bids. What they say is in `answers`, what was handed in is in `submissions`.

use diesel::prelude::*;
use jiff::Timestamp;

use super::db::Link;
use super::schema::bids;
use super::time::micros;
use super::{Conn, StoreError, Tx};
use crate::domain::bids::Bid;
use crate::domain::ids::{BidId, LotId, OrganisationId, PersonId, RoundId};

type Row = (String, String, String, String, String, i32, Option<String>, i32);

columns!(BID:
    bids::id,
    bids::round_id,
    bids::lot_id,
    bids::organisation_id,
    bids::standing,
    bids::preference,
    bids::code,
    bids::version,
);

fn bid(row: Row) -> Result<Bid, StoreError> {
    Ok(Bid {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        round: row.1.parse().map_err(StoreError::unreadable)?,
        lot: row.2.parse().map_err(StoreError::unreadable)?,
        cooperative: row.3.parse().map_err(StoreError::unreadable)?,
        standing: row.4.parse().map_err(StoreError::unreadable)?,
        preference: u16::try_from(row.5).map_err(StoreError::unreadable)?,
        code: row.6,
        version: row.7,
    })
}

/// `Taken` when this cooperative has a bid on this lot already.
pub fn add(tx: &mut Tx, bid: &Bid, by: PersonId, now: Timestamp) -> Result<(), StoreError> {
    diesel::insert_into(bids::table)
        .values((
            bids::id.eq(bid.id.as_str()),
            bids::round_id.eq(bid.round.as_str()),
            bids::lot_id.eq(bid.lot.as_str()),
            bids::organisation_id.eq(bid.cooperative.as_str()),
            bids::standing.eq(bid.standing.as_str()),
            bids::preference.eq(i32::from(bid.preference)),
            bids::code.eq(&bid.code),
            bids::version.eq(bid.version),
            bids::created_by.eq(by.as_str()),
            bids::created_at.eq(micros(now)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Saves standing, preference and code; false when somebody else changed the bid first.
pub fn save(tx: &mut Tx, bid: &Bid) -> Result<bool, StoreError> {
    let saved =
        diesel::update(bids::table.find(bid.id.as_str()).filter(bids::version.eq(bid.version)))
            .set((
                bids::standing.eq(bid.standing.as_str()),
                bids::preference.eq(i32::from(bid.preference)),
                bids::code.eq(&bid.code),
                bids::version.eq(bid.version + 1),
            ))
            .execute(tx.link())?;
    Ok(saved == 1)
}

pub fn find(conn: &mut Conn, id: BidId) -> Result<Bid, StoreError> {
    bid(bids::table.find(id.as_str()).select(BID).first(conn.link())?)
}

/// The same, and nobody else changes it before this transaction is over.
pub fn find_to_change(tx: &mut Tx, id: BidId) -> Result<Bid, StoreError> {
    let query = bids::table.find(id.as_str()).select(BID);
    bid(match tx.link() {
        // There is one writer.
        Link::Sqlite(c) => query.first(c)?,
        Link::Pg(c) => query.for_update().first(c)?,
    })
}

/// Bids of one cooperative, in all rounds.
pub fn of_cooperative(conn: &mut Conn, owner: OrganisationId) -> Result<Vec<Bid>, StoreError> {
    let rows: Vec<Row> = bids::table
        .filter(bids::organisation_id.eq(owner.as_str()))
        .order(bids::created_at)
        .select(BID)
        .load(conn.link())?;
    rows.into_iter().map(bid).collect()
}

/// Bids of a round that were opened: they have a code. Before the opening there are none, whoever
/// asks; this is the only way by which the municipality's side reads bids.
pub fn opened_of_round(conn: &mut Conn, round: RoundId) -> Result<Vec<Bid>, StoreError> {
    let rows: Vec<Row> = bids::table
        .filter(bids::round_id.eq(round.as_str()))
        .filter(bids::code.is_not_null())
        .order((bids::lot_id, bids::code))
        .select(BID)
        .load(conn.link())?;
    rows.into_iter().map(bid).collect()
}

/// The same for one lot.
pub fn opened_of_lot(conn: &mut Conn, lot: LotId) -> Result<Vec<Bid>, StoreError> {
    let rows: Vec<Row> = bids::table
        .filter(bids::lot_id.eq(lot.as_str()))
        .filter(bids::code.is_not_null())
        .order(bids::code)
        .select(BID)
        .load(conn.link())?;
    rows.into_iter().map(bid).collect()
}
