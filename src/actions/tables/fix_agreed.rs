use jiff::Timestamp;

use super::fix_item::fix;
use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::domain::tables::{Decision, ItemKey};
use crate::store::{self, Tx};

/// Settles items without a difference worth a talk in one go, each with its own reason. All of
/// them, or none.
pub fn fix_agreed(
    tx: &mut Tx,
    table: TableId,
    decisions: Vec<(ItemKey, Decision)>,
    by: &By,
    now: Timestamp,
) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    let first = store::first_grades::of_lot(tx, sitting.lot.id)?;
    let talked_about = sitting.table.current.clone();
    for (key, mut decision) in decisions {
        sitting.table.reveal(&key, now)?;
        // Showing it is part of this act, so the version that was seen is the one before.
        decision.seen += 1;
        fix(tx, &mut sitting, (&key, decision, &first), by, now)?;
    }
    sitting.table.current =
        talked_about.filter(|key| sitting.table.item(key).is_some_and(|item| !item.is_fixed()));
    Ok(store::tables::save(tx, &sitting.table)?)
}
