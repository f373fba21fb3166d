use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::domain::tables::ItemKey;
use crate::store::{self, Tx};

/// Shows the first grades of items without a difference to all seats at once. What the table talks
/// about stays.
pub fn reveal_agreed(
    tx: &mut Tx,
    table: TableId,
    keys: &[ItemKey],
    by: &By,
    now: Timestamp,
) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    let talked_about = sitting.table.current.clone();
    for key in keys {
        sitting.table.reveal(key, now)?;
        sitting.save_item(tx, key)?;
        let words = sitting.words(tx, key)?;
        sitting.journal(tx, ("revealed_item", words), by, now)?;
    }
    sitting.table.current = talked_about;
    Ok(store::tables::save(tx, &sitting.table)?)
}
