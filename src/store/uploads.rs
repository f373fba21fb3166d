//! Files on their way in: their rows. The pieces stand on disk (`documents::parts_of_files`).

use diesel::prelude::*;

use super::schema::{attachments, bids, uploads};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::bids::Bid;
use crate::domain::bids::uploads::{Stock, Upload};
use crate::domain::ids::{BidId, PersonId, UploadId};

type Row = (String, String, String, String, String, i64, String, i64);

columns!(UPLOAD:
    uploads::id,
    uploads::bid_id,
    uploads::section,
    uploads::person_id,
    uploads::name,
    uploads::size,
    uploads::mark,
    uploads::begun_at,
);

fn upload(row: Row) -> Result<Upload, StoreError> {
    Ok(Upload {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        bid: row.1.parse().map_err(StoreError::unreadable)?,
        section: row.2,
        by: row.3.parse().map_err(StoreError::unreadable)?,
        name: row.4,
        size: row.5,
        mark: row.6,
        begun_at: at(row.7),
    })
}

pub fn add(tx: &mut Tx, new: &Upload) -> Result<(), StoreError> {
    diesel::insert_into(uploads::table)
        .values((
            uploads::id.eq(new.id.as_str()),
            uploads::bid_id.eq(new.bid.as_str()),
            uploads::section.eq(&new.section),
            uploads::person_id.eq(new.by.as_str()),
            uploads::name.eq(&new.name),
            uploads::size.eq(new.size),
            uploads::mark.eq(&new.mark),
            uploads::begun_at.eq(micros(new.begun_at)),
        ))
        .execute(tx.link())?;
    Ok(())
}

pub fn find(conn: &mut Conn, id: UploadId) -> Result<Option<Upload>, StoreError> {
    let row: Option<Row> =
        uploads::table.find(id.as_str()).select(UPLOAD).first(conn.link()).optional()?;
    row.map(upload).transpose()
}

/// What one person has on its way, in all bids.
pub fn of_person(conn: &mut Conn, person: PersonId) -> Result<Vec<Upload>, StoreError> {
    let rows: Vec<Row> = uploads::table
        .filter(uploads::person_id.eq(person.as_str()))
        .order((uploads::begun_at, uploads::id))
        .select(UPLOAD)
        .load(conn.link())?;
    rows.into_iter().map(upload).collect()
}

pub fn count_of_bid(conn: &mut Conn, bid: BidId) -> Result<usize, StoreError> {
    let count: i64 =
        uploads::table.filter(uploads::bid_id.eq(bid.as_str())).count().get_result(conn.link())?;
    usize::try_from(count).map_err(StoreError::unreadable)
}

/// One that is gone already is no error.
pub fn remove(tx: &mut Tx, id: UploadId) -> Result<(), StoreError> {
    diesel::delete(uploads::table.find(id.as_str())).execute(tx.link())?;
    Ok(())
}

/// What a cooperative has in a round, and what of it belongs to this bid; the upload `but` does not
/// count, because it is about to become a file.
pub fn stock(conn: &mut Conn, bid: &Bid, but: UploadId) -> Result<Stock, StoreError> {
    let own = bids::organisation_id
        .eq(bid.cooperative.as_str())
        .and(bids::round_id.eq(bid.round.as_str()));
    let files: Vec<(String, i64, Option<i64>)> = attachments::table
        .inner_join(bids::table)
        .filter(own)
        .select((attachments::bid_id, attachments::size, attachments::removed_at))
        .load(conn.link())?;
    let coming: Vec<(String, i64)> = uploads::table
        .inner_join(bids::table)
        .filter(own)
        .filter(uploads::id.ne(but.as_str()))
        .select((uploads::bid_id, uploads::size))
        .load(conn.link())?;
    let mut stock = Stock::default();
    let coming = coming.into_iter().map(|(of, size)| (of, size, None));
    for (of, size, removed) in files.into_iter().chain(coming) {
        let counts = if removed.is_none() { size } else { 0 };
        stock.with_taken_out += size;
        stock.cooperative += counts;
        stock.bid += if of == bid.id.as_str() { counts } else { 0 };
    }
    Ok(stock)
}
