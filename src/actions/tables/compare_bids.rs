use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::store::Tx;

/// The table laid the grades of all bids on one criterion side by side.
pub fn compare_bids(tx: &mut Tx, table: TableId, criterion: &str, by: &By, now: Timestamp) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    sitting.table.compare(criterion)?;
    let known = sitting.round.definition.criteria.iter().find(|c| c.code == criterion);
    let name = known.map(|c| c.name.clone()).unwrap_or_default();
    Ok(sitting.finish(tx, ("compared_bids", vec![("criterion", name)]), by, now)?)
}
