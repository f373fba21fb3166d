use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::domain::tables::ItemKey;
use crate::store::Tx;

/// Shows the first grades of one item to all seats at once.
pub fn reveal_item(tx: &mut Tx, table: TableId, key: &ItemKey, by: &By, now: Timestamp) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    sitting.table.reveal(key, now)?;
    sitting.save_item(tx, key)?;
    let words = sitting.words(tx, key)?;
    Ok(sitting.finish(tx, ("revealed_item", words), by, now)?)
}
