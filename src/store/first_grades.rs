//! What the assessors gave alone, as the table meets it.

use diesel::prelude::*;

use super::schema::{admissions, assignments, bids, people};
use super::time::at;
use super::{Conn, StoreError, scores};
use crate::domain::ids::{BidId, LotId};
use crate::domain::tables::{Assessor, FirstGrade, ItemKey};

/// Assessors of a lot, by name.
pub fn assessors(conn: &mut Conn, lot: LotId) -> Result<Vec<Assessor>, StoreError> {
    let rows: Vec<(String, String, Option<i64>)> = assignments::table
        .inner_join(people::table.on(people::id.eq(assignments::person_id)))
        .filter(assignments::lot_id.eq(lot.as_str()))
        .filter(assignments::ended_at.is_null())
        .order(people::name)
        .select((people::id, people::name, assignments::locked_at))
        .load(conn.link())?;
    rows.into_iter()
        .map(|(id, name, locked)| {
            let person = id.parse().map_err(StoreError::unreadable)?;
            Ok(Assessor { person, name, locked_at: locked.map(at) })
        })
        .collect()
}

/// Admitted bids of a lot.
pub fn admitted(conn: &mut Conn, lot: LotId) -> Result<Vec<BidId>, StoreError> {
    let rows: Vec<String> = admissions::table
        .inner_join(bids::table)
        .filter(bids::lot_id.eq(lot.as_str()))
        .filter(bids::code.is_not_null())
        .filter(admissions::verdict.ne("refused"))
        .order(bids::code)
        .select(bids::id)
        .load(conn.link())?;
    rows.into_iter().map(|id| id.parse().map_err(StoreError::unreadable)).collect()
}

/// Every grade that counts at the table of a lot.
pub fn of_lot(conn: &mut Conn, lot: LotId) -> Result<Vec<FirstGrade>, StoreError> {
    let locked = scores::locked_of_lot(conn, lot)?;
    let first = locked.into_iter().map(|one| FirstGrade {
        assessor: one.person,
        item: ItemKey { bid: one.bid, criterion: one.criterion },
        grade: one.grade,
        reason: one.reason,
    });
    Ok(first.collect())
}
