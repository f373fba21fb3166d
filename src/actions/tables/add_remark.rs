use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::store::{self, Tx};

/// Adds a remark to the minutes, as long as the meeting is not closed.
pub fn add_remark(tx: &mut Tx, table: TableId, text: &str, by: &By, now: Timestamp) -> Done {
    let sitting = Sitting::at(tx, table)?;
    let remark = sitting.table.remark(text, &by.1, now)?;
    store::minute_remarks::add(tx, table, by, &remark)?;
    let words = vec![("remark", remark.text)];
    Ok(sitting.finish(tx, ("added_remark", words), by, now)?)
}
