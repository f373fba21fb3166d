//! Sheets with everything on them. However many sheets: the same number of statements.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::schema::{admissions, bids};
use super::{Conn, StoreError};
use crate::domain::ids::{AssignmentId, LotId};
use crate::domain::review::assignment::Assignment;
use crate::domain::review::sheet::{Entrant, Sheet};

type EntrantRow = (String, String, Option<String>, Option<String>);

/// Opened bids of some lots with their admission, by lot and code.
pub fn entrants(
    conn: &mut Conn,
    of: &[LotId],
) -> Result<BTreeMap<LotId, Vec<Entrant>>, StoreError> {
    let ids: Vec<&str> = of.iter().map(LotId::as_str).collect();
    let rows: Vec<EntrantRow> = bids::table
        .left_join(admissions::table)
        .filter(bids::lot_id.eq_any(ids))
        .filter(bids::code.is_not_null())
        .order((bids::lot_id, bids::code))
        .select((bids::lot_id, bids::id, bids::code, admissions::verdict.nullable()))
        .load(conn.link())?;
    let mut found: BTreeMap<LotId, Vec<Entrant>> = BTreeMap::new();
    for (lot, bid, code, verdict) in rows {
        let lot = lot.parse().map_err(StoreError::unreadable)?;
        found.entry(lot).or_default().push(Entrant {
            bid: bid.parse().map_err(StoreError::unreadable)?,
            code: code.unwrap_or_default(),
            verdict: verdict.map(|v| v.parse().map_err(StoreError::unreadable)).transpose()?,
        });
    }
    Ok(found)
}

/// The sheets of one person, in the order of the assignments.
pub fn of_one_person(conn: &mut Conn, of: &[Assignment]) -> Result<Vec<Sheet>, StoreError> {
    let Some(first) = of.first() else { return Ok(vec![]) };
    let lots: Vec<LotId> = of.iter().map(|a| a.lot).collect();
    let ids: Vec<AssignmentId> = of.iter().map(|a| a.id).collect();
    let mut entrants = entrants(conn, &lots)?;
    let declared = super::conflicts::of_person(conn, first.person, &lots)?;
    let mut marks = super::scores::of_sheets(conn, &ids)?;
    let sheet = |assignment: &Assignment| {
        let entrants = entrants.remove(&assignment.lot).unwrap_or_default();
        let marks = marks.remove(&assignment.id).unwrap_or_default();
        Sheet::of(assignment, &entrants, &declared, marks)
    };
    Ok(of.iter().map(sheet).collect())
}

pub fn of(conn: &mut Conn, assignment: &Assignment) -> Result<Sheet, StoreError> {
    let sheets = of_one_person(conn, std::slice::from_ref(assignment))?;
    sheets.into_iter().next().ok_or(StoreError::Missing)
}
