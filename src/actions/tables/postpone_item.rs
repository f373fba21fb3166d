use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::domain::tables::ItemKey;
use crate::store::Tx;

/// Puts an item off until the others are done.
pub fn postpone_item(tx: &mut Tx, table: TableId, key: &ItemKey, by: &By, now: Timestamp) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    sitting.table.postpone(key, now)?;
    sitting.save_item(tx, key)?;
    let words = sitting.words(tx, key)?;
    Ok(sitting.finish(tx, ("postponed_item", words), by, now)?)
}
