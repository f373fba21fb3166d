use jiff::Timestamp;

use super::cast_vote::counted;
use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::domain::tables::ItemKey;
use crate::store::Tx;

/// Ends a vote in which somebody does not take part.
pub fn close_vote(tx: &mut Tx, table: TableId, key: &ItemKey, by: &By, now: Timestamp) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    let voters = sitting.voters(tx, key.bid)?;
    sitting.table.close_vote(key, &voters, now)?;
    sitting.save_item(tx, key)?;
    Ok(counted(tx, &sitting, key, by, now)?)
}
