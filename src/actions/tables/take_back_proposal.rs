use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::domain::tables::ItemKey;
use crate::store::Tx;

/// Takes a proposal off the table, to word it better or to talk on.
pub fn take_back_proposal(
    tx: &mut Tx,
    table: TableId,
    key: &ItemKey,
    by: &By,
    now: Timestamp,
) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    sitting.table.take_back(key)?;
    sitting.save_item(tx, key)?;
    let words = sitting.words(tx, key)?;
    Ok(sitting.finish(tx, ("took_back_proposal", words), by, now)?)
}
