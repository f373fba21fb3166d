use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::domain::tables::ItemKey;
use crate::store::Tx;

/// Takes a grade back for a reason; who signed has to sign again. The journal keeps what stood.
pub fn reopen_item(
    tx: &mut Tx,
    table: TableId,
    (key, reason): (&ItemKey, &str),
    by: &By,
    now: Timestamp,
) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    sitting.table.reopen(key, reason)?;
    sitting.save_seats(tx)?;
    sitting.save_item(tx, key)?;
    let mut words = sitting.words(tx, key)?;
    words.push(("reason", reason.to_owned()));
    Ok(sitting.finish(tx, ("reopened_item", words), by, now)?)
}
