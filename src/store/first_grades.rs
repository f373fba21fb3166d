//! What the assessors gave alone, as the table meets it.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::schema::{admissions, assignments, bids, people};
use super::time::at;
use super::{Conn, StoreError, scores};
use crate::domain::ids::{BidId, LotId};
use crate::domain::tables::{Assessor, FirstGrade, ItemKey};

/// Who assesses each of these lots, by name.
pub fn assessors(
    conn: &mut Conn,
    lots: &[LotId],
) -> Result<BTreeMap<LotId, Vec<Assessor>>, StoreError> {
    type Row = (String, String, String, Option<i64>);
    let rows: Vec<Row> = assignments::table
        .inner_join(people::table.on(people::id.eq(assignments::person_id)))
        .filter(assignments::lot_id.eq_any(lots.iter().map(LotId::as_str)))
        .filter(assignments::ended_at.is_null())
        .order(people::name)
        .select((assignments::lot_id, people::id, people::name, assignments::locked_at))
        .load(conn.link())?;
    let mut found: BTreeMap<LotId, Vec<Assessor>> = BTreeMap::new();
    for (lot, id, name, locked) in rows {
        let person = id.parse().map_err(StoreError::unreadable)?;
        let lot = lot.parse().map_err(StoreError::unreadable)?;
        found.entry(lot).or_default().push(Assessor { person, name, locked_at: locked.map(at) });
    }
    Ok(found)
}

/// Admitted bids of each of these lots, by code.
pub fn admitted(
    conn: &mut Conn,
    lots: &[LotId],
) -> Result<BTreeMap<LotId, Vec<BidId>>, StoreError> {
    let rows: Vec<(String, String)> = admissions::table
        .inner_join(bids::table)
        .filter(bids::lot_id.eq_any(lots.iter().map(LotId::as_str)))
        .filter(bids::code.is_not_null())
        .filter(admissions::verdict.ne("refused"))
        .order(bids::code)
        .select((bids::lot_id, bids::id))
        .load(conn.link())?;
    let mut found: BTreeMap<LotId, Vec<BidId>> = BTreeMap::new();
    for (lot, bid) in rows {
        let lot = lot.parse().map_err(StoreError::unreadable)?;
        found.entry(lot).or_default().push(bid.parse().map_err(StoreError::unreadable)?);
    }
    Ok(found)
}

/// Every grade that counts at the table of a lot.
pub fn of_lot(conn: &mut Conn, lot: LotId) -> Result<Vec<FirstGrade>, StoreError> {
    let locked = scores::locked_of_lots(conn, &[lot])?;
    let first = locked.into_iter().map(|one| FirstGrade {
        assessor: one.person,
        item: ItemKey { bid: one.bid, criterion: one.criterion },
        grade: one.grade,
        reason: one.reason,
    });
    Ok(first.collect())
}
