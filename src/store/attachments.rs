//! Files of bids: their rows. The contents stand on disk under their hashes (`documents::files`).

use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::attachments;
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::bids::{Attachment, FileKind};
use crate::domain::ids::{AttachmentId, BidId, PersonId};

type Row = (String, String, String, String, String, i64, String, i64, Option<i64>);

columns!(ATTACHMENT:
    attachments::id,
    attachments::bid_id,
    attachments::section,
    attachments::name,
    attachments::media_type,
    attachments::size,
    attachments::hash,
    attachments::added_at,
    attachments::removed_at,
);

fn attachment(row: Row) -> Result<Attachment, StoreError> {
    let kind = FileKind::ALL.iter().find(|kind| kind.media_type() == row.4);
    Ok(Attachment {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        bid: row.1.parse().map_err(StoreError::unreadable)?,
        section: row.2,
        name: row.3,
        kind: *kind.ok_or_else(|| StoreError::unreadable(&row.4))?,
        size: row.5,
        hash: row.6,
        added_at: at(row.7),
        removed_at: row.8.map(at),
    })
}

pub fn add(tx: &mut Tx, file: &Attachment, by: PersonId) -> Result<(), StoreError> {
    diesel::insert_into(attachments::table)
        .values((
            attachments::id.eq(file.id.as_str()),
            attachments::bid_id.eq(file.bid.as_str()),
            attachments::section.eq(&file.section),
            attachments::name.eq(&file.name),
            attachments::media_type.eq(file.kind.media_type()),
            attachments::size.eq(file.size),
            attachments::hash.eq(&file.hash),
            attachments::added_by.eq(by.as_str()),
            attachments::added_at.eq(micros(file.added_at)),
        ))
        .execute(tx.link())?;
    Ok(())
}

pub fn find(conn: &mut Conn, id: AttachmentId) -> Result<Attachment, StoreError> {
    attachment(attachments::table.find(id.as_str()).select(ATTACHMENT).first(conn.link())?)
}

/// None when there is no such file yet.
pub fn find_maybe(conn: &mut Conn, id: AttachmentId) -> Result<Option<Attachment>, StoreError> {
    let row: Option<Row> =
        attachments::table.find(id.as_str()).select(ATTACHMENT).first(conn.link()).optional()?;
    row.map(attachment).transpose()
}

/// All files with this content, of whatever bid.
pub fn of_content(conn: &mut Conn, hash: &str) -> Result<Vec<Attachment>, StoreError> {
    let rows: Vec<Row> = attachments::table
        .filter(attachments::hash.eq(hash))
        .order((attachments::bid_id, attachments::id))
        .select(ATTACHMENT)
        .load(conn.link())?;
    rows.into_iter().map(attachment).collect()
}

/// All files of a bid, also those taken out, by section and in the order in which they came.
pub fn of_bid(conn: &mut Conn, bid: BidId) -> Result<Vec<Attachment>, StoreError> {
    let rows: Vec<Row> = attachments::table
        .filter(attachments::bid_id.eq(bid.as_str()))
        .order((attachments::section, attachments::added_at, attachments::id))
        .select(ATTACHMENT)
        .load(conn.link())?;
    rows.into_iter().map(attachment).collect()
}

/// Files that count in one section.
pub fn present(conn: &mut Conn, bid: BidId, section: &str) -> Result<usize, StoreError> {
    let count: i64 = attachments::table
        .filter(attachments::bid_id.eq(bid.as_str()))
        .filter(attachments::section.eq(section))
        .filter(attachments::removed_at.is_null())
        .count()
        .get_result(conn.link())?;
    usize::try_from(count).map_err(StoreError::unreadable)
}

/// Files that count, per section; bids and sections without any are left out.
pub fn counts(
    conn: &mut Conn,
    bids: &[BidId],
) -> Result<BTreeMap<BidId, BTreeMap<String, u32>>, StoreError> {
    let names: Vec<&str> = bids.iter().map(BidId::as_str).collect();
    let rows: Vec<(String, String, i64)> = attachments::table
        .filter(attachments::bid_id.eq_any(names))
        .filter(attachments::removed_at.is_null())
        .group_by((attachments::bid_id, attachments::section))
        .select((attachments::bid_id, attachments::section, diesel::dsl::count_star()))
        .load(conn.link())?;
    let mut counts: BTreeMap<BidId, BTreeMap<String, u32>> = BTreeMap::new();
    for (bid, section, count) in rows {
        let bid = bid.parse().map_err(StoreError::unreadable)?;
        let count = u32::try_from(count).map_err(StoreError::unreadable)?;
        counts.entry(bid).or_default().insert(section, count);
    }
    Ok(counts)
}

/// Takes a file out, or puts it back with `None`.
pub fn set_removed(
    tx: &mut Tx,
    id: AttachmentId,
    removed_at: Option<Timestamp>,
) -> Result<(), StoreError> {
    diesel::update(attachments::table.find(id.as_str()))
        .set(attachments::removed_at.eq(removed_at.map(micros)))
        .execute(tx.link())?;
    Ok(())
}
