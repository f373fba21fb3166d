use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::domain::tables::ItemKey;
use crate::store::Tx;

/// Asks everybody for a grade once more, in secret.
pub fn ask_vote(tx: &mut Tx, table: TableId, key: &ItemKey, by: &By, now: Timestamp) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    let ground = sitting.ground(tx, key)?;
    sitting.table.ask_vote(key, &ground.basis(), now)?;
    sitting.save_item(tx, key)?;
    let words = sitting.words(tx, key)?;
    Ok(sitting.finish(tx, ("asked_vote", words), by, now)?)
}
