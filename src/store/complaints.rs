//! Complaints about the method of rounds.

use diesel::prelude::*;

use super::schema::complaints;
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{ComplaintId, RoundId};
use crate::domain::rounds::complaints::{Complaint, ComplaintAnswer};

pub fn add(tx: &mut Tx, complaint: &Complaint) -> Result<(), StoreError> {
    diesel::insert_into(complaints::table)
        .values((
            complaints::id.eq(complaint.id.as_str()),
            complaints::round_id.eq(complaint.round.as_str()),
            complaints::filed_by.eq(complaint.filed_by.as_str()),
            complaints::organisation_id.eq(complaint.cooperative.map(String::from)),
            complaints::body.eq(&complaint.body),
            complaints::filed_at.eq(micros(complaint.filed_at)),
            complaints::due_at.eq(micros(complaint.due_at)),
            complaints::version.eq(complaint.version),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Saves over the version that the complaint carries; false when somebody else saved first.
pub fn save(tx: &mut Tx, complaint: &Complaint) -> Result<bool, StoreError> {
    let answer = complaint.answer.as_ref();
    let found = complaints::table.find(complaint.id.as_str());
    let saved = diesel::update(found.filter(complaints::version.eq(complaint.version)))
        .set((
            complaints::handler.eq(complaint.handler.map(String::from)),
            complaints::handler_reason.eq(&complaint.handler_reason),
            complaints::ruling.eq(answer.map(|answer| answer.ruling.as_str())),
            complaints::grounds.eq(answer.map(|answer| answer.grounds.as_str()).unwrap_or("")),
            complaints::measure.eq(answer.map(|answer| answer.measure.as_str())),
            complaints::answered_by.eq(answer.map(|answer| String::from(answer.by))),
            complaints::answered_at.eq(answer.map(|answer| micros(answer.at))),
            complaints::version.eq(complaint.version + 1),
        ))
        .execute(tx.link())?;
    Ok(saved == 1)
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = complaints)]
struct Row {
    id: String,
    round_id: String,
    filed_by: String,
    organisation_id: Option<String>,
    body: String,
    filed_at: i64,
    due_at: i64,
    handler: Option<String>,
    handler_reason: String,
    ruling: Option<String>,
    grounds: String,
    measure: Option<String>,
    answered_by: Option<String>,
    answered_at: Option<i64>,
    version: i32,
}

fn complaint(row: Row) -> Result<Complaint, StoreError> {
    let answer = match (row.ruling, row.measure, row.answered_by, row.answered_at) {
        (Some(ruling), Some(measure), Some(by), Some(time)) => Some(ComplaintAnswer {
            ruling: ruling.parse().map_err(StoreError::unreadable)?,
            measure: measure.parse().map_err(StoreError::unreadable)?,
            grounds: row.grounds,
            by: by.parse().map_err(StoreError::unreadable)?,
            at: at(time),
        }),
        _ => None,
    };
    Ok(Complaint {
        id: row.id.parse().map_err(StoreError::unreadable)?,
        round: row.round_id.parse().map_err(StoreError::unreadable)?,
        filed_by: row.filed_by.parse().map_err(StoreError::unreadable)?,
        cooperative: row
            .organisation_id
            .map(|id| id.parse().map_err(StoreError::unreadable))
            .transpose()?,
        body: row.body,
        filed_at: at(row.filed_at),
        due_at: at(row.due_at),
        handler: row.handler.map(|id| id.parse().map_err(StoreError::unreadable)).transpose()?,
        handler_reason: row.handler_reason,
        answer,
        version: row.version,
    })
}

pub fn find(conn: &mut Conn, id: ComplaintId) -> Result<Complaint, StoreError> {
    let row: Row =
        complaints::table.find(id.as_str()).select(Row::as_select()).first(conn.link())?;
    complaint(row)
}

/// All of a round, oldest first.
pub fn of_round(conn: &mut Conn, round: RoundId) -> Result<Vec<Complaint>, StoreError> {
    let rows: Vec<Row> = complaints::table
        .filter(complaints::round_id.eq(round.as_str()))
        .order((complaints::filed_at, complaints::id))
        .select(Row::as_select())
        .load(conn.link())?;
    rows.into_iter().map(complaint).collect()
}
