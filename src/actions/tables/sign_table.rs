use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::store::Tx;

/// One person signs for all grades and reasons.
pub fn sign_table(tx: &mut Tx, table: TableId, by: &By, now: Timestamp) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    sitting.table.sign(by.0, now)?;
    sitting.save_seats(tx)?;
    // The last signature seals the record.
    let record = sitting.table.record_hash();
    let words = record.map(|hash| ("record", hash)).into_iter().collect();
    Ok(sitting.finish(tx, ("signed_table", words), by, now)?)
}
