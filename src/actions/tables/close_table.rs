use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::store::Tx;

/// Ends the meeting. What happens with the ranking is decided elsewhere.
pub fn close_table(tx: &mut Tx, table: TableId, by: &By, now: Timestamp) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    sitting.table.close(now)?;
    Ok(sitting.finish(tx, ("closed_table", vec![]), by, now)?)
}
