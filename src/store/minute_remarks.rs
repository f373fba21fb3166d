//! What chair or secretary added to the minutes of a table. Only added, never changed.

use diesel::prelude::*;

use super::schema::minute_remarks;
use super::time::{at, micros};
use super::{Conn, StoreError, Tx, new_id};
use crate::domain::ids::TableId;
use crate::domain::journal::By;
use crate::domain::tables::Remark;

pub fn add(tx: &mut Tx, table: TableId, by: &By, remark: &Remark) -> Result<(), StoreError> {
    diesel::insert_into(minute_remarks::table)
        .values((
            minute_remarks::id.eq(new_id().to_string()),
            minute_remarks::table_id.eq(table.as_str()),
            minute_remarks::written_by.eq(by.0.as_str()),
            minute_remarks::writer.eq(&remark.by),
            minute_remarks::body.eq(&remark.text),
            minute_remarks::written_at.eq(micros(remark.at)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// In the order of writing.
pub fn of_table(conn: &mut Conn, table: TableId) -> Result<Vec<Remark>, StoreError> {
    let rows: Vec<(String, String, i64)> = minute_remarks::table
        .filter(minute_remarks::table_id.eq(table.as_str()))
        .order((minute_remarks::written_at, minute_remarks::id))
        .select((minute_remarks::writer, minute_remarks::body, minute_remarks::written_at))
        .load(conn.link())?;
    Ok(rows.into_iter().map(|(by, text, time)| Remark { by, text, at: at(time) }).collect())
}
