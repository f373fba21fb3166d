//! The marks of assessors.

use std::collections::BTreeMap;

use diesel::dsl::exists;
use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{admissions, assignments, bids, conflicts, scores};
use super::time::micros;
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{AssignmentId, BidId, LotId, PersonId};
use crate::domain::review::assignment::Scope;
use crate::domain::review::sheet::{Mark, Marks};
use crate::domain::scoring::Exact;

type Row = (Option<String>, i32, String, i32, Option<String>, Option<String>);

columns!(MARK:
    scores::grade,
    scores::grade_version,
    scores::reason,
    scores::reason_version,
    scores::other_grade,
    scores::other_reason,
);

fn exact(text: Option<String>) -> Result<Option<Exact>, StoreError> {
    text.map(|t| t.parse().map_err(StoreError::unreadable)).transpose()
}

fn mark(row: Row) -> Result<Mark, StoreError> {
    Ok(Mark {
        grade: exact(row.0)?,
        grade_version: row.1,
        reason: row.2,
        reason_version: row.3,
        other_grade: exact(row.4)?,
        other_reason: row.5,
    })
}

/// All marks on some sheets.
pub fn of_sheets(
    conn: &mut Conn,
    sheets: &[AssignmentId],
) -> Result<BTreeMap<AssignmentId, Marks>, StoreError> {
    let ids: Vec<&str> = sheets.iter().map(AssignmentId::as_str).collect();
    let rows: Vec<(String, String, String, Row)> = scores::table
        .filter(scores::assignment_id.eq_any(ids))
        .select((scores::assignment_id, scores::bid_id, scores::criterion, MARK))
        .load(conn.link())?;
    let mut found: BTreeMap<AssignmentId, Marks> = BTreeMap::new();
    for (sheet, bid, criterion, row) in rows {
        let sheet = sheet.parse().map_err(StoreError::unreadable)?;
        let bid = bid.parse().map_err(StoreError::unreadable)?;
        let of_bid = found.entry(sheet).or_default().entry(bid).or_default();
        of_bid.insert(criterion, mark(row)?);
    }
    Ok(found)
}

pub fn put(
    tx: &mut Tx,
    sheet: AssignmentId,
    (bid, criterion): (BidId, &str),
    mark: &Mark,
    now: Timestamp,
) -> Result<(), StoreError> {
    let key = (sheet.as_str(), bid.as_str(), criterion);
    diesel::delete(scores::table.find(key)).execute(tx.link())?;
    let text = |grade: &Option<Exact>| grade.as_ref().map(Exact::to_string);
    diesel::insert_into(scores::table)
        .values((
            scores::assignment_id.eq(sheet.as_str()),
            scores::bid_id.eq(bid.as_str()),
            scores::criterion.eq(criterion),
            scores::grade.eq(text(&mark.grade)),
            scores::grade_version.eq(mark.grade_version),
            scores::reason.eq(&mark.reason),
            scores::reason_version.eq(mark.reason_version),
            scores::other_grade.eq(text(&mark.other_grade)),
            scores::other_reason.eq(&mark.other_reason),
            scores::saved_at.eq(micros(now)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// When this mark was last saved.
pub fn saved_at(
    conn: &mut Conn,
    sheet: AssignmentId,
    (bid, criterion): (BidId, &str),
) -> Result<Option<Timestamp>, StoreError> {
    let found: Option<i64> = scores::table
        .find((sheet.as_str(), bid.as_str(), criterion))
        .select(scores::saved_at)
        .first(conn.link())
        .optional()?;
    Ok(found.map(super::time::at))
}

pub fn any_on(conn: &mut Conn, sheet: AssignmentId) -> Result<bool, StoreError> {
    Ok(diesel::select(exists(scores::table.filter(scores::assignment_id.eq(sheet.as_str()))))
        .get_result(conn.link())?)
}

/// Grades on a sheet.
pub fn count_on(conn: &mut Conn, sheet: AssignmentId) -> Result<i64, StoreError> {
    Ok(scores::table
        .filter(scores::assignment_id.eq(sheet.as_str()))
        .filter(scores::grade.is_not_null())
        .count()
        .get_result(conn.link())?)
}

/// One grade as the table gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    pub person: PersonId,
    pub bid: BidId,
    pub criterion: String,
    pub grade: Exact,
    pub reason: String,
}

/// What counts at the tables of these lots: grades on locked sheets, for bids that were admitted, by
/// assessors who were cleared for them. Earlier grades of who was recused or replaced stay in the
/// file only.
pub fn locked_of_lots(conn: &mut Conn, lots: &[LotId]) -> Result<Vec<Locked>, StoreError> {
    let cleared = conflicts::ruling
        .eq("harmless")
        .or(conflicts::ruling.is_null().and(conflicts::answer.eq("none")));
    type Row = (String, String, String, String, Option<String>, String);
    let rows: Vec<Row> = scores::table
        .inner_join(assignments::table)
        .inner_join(bids::table.inner_join(admissions::table))
        .inner_join(
            conflicts::table.on(conflicts::bid_id
                .eq(scores::bid_id)
                .and(conflicts::person_id.eq(assignments::person_id))),
        )
        .filter(assignments::lot_id.eq_any(lots.iter().map(LotId::as_str)))
        .filter(assignments::locked_at.is_not_null())
        .filter(assignments::ended_at.is_null())
        .filter(admissions::verdict.ne("refused"))
        .filter(cleared)
        .order((bids::code, scores::criterion, assignments::assigned_at, assignments::id))
        .select((
            assignments::person_id,
            assignments::criteria,
            scores::bid_id,
            scores::criterion,
            scores::grade,
            scores::reason,
        ))
        .load(conn.link())?;
    let mut found = Vec::with_capacity(rows.len());
    for (person, asked, bid, criterion, grade, reason) in rows {
        // Who came back with a smaller part keeps the earlier marks in the file only.
        let asked = Scope::from_words(&asked).asks(&criterion);
        let Some(grade) = exact(grade)?.filter(|_| asked) else { continue };
        let person = person.parse().map_err(StoreError::unreadable)?;
        let bid = bid.parse().map_err(StoreError::unreadable)?;
        found.push(Locked { person, bid, criterion, grade, reason });
    }
    Ok(found)
}
