use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::store::Tx;

/// All items are settled; from here on people sign.
pub fn fix_quality(tx: &mut Tx, table: TableId, by: &By, now: Timestamp) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    let meeting = sitting.round.definition.meeting;
    sitting.table.fix_quality(&meeting, now)?;
    let items = sitting.table.items.len().to_string();
    Ok(sitting.finish(tx, ("fixed_quality", vec![("items", items)]), by, now)?)
}
