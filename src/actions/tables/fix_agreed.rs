use jiff::Timestamp;

use super::fix_item::fix;
use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::domain::tables::{Decision, ItemKey};
use crate::store::{self, Tx};

/// Settles items without a difference worth a talk in one go, each with its own reason. Their first
/// grades were shown to all. All of them, or none.
pub fn fix_agreed(
    tx: &mut Tx,
    table: TableId,
    decisions: Vec<(ItemKey, Decision)>,
    by: &By,
    now: Timestamp,
) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    let first = store::first_grades::of_lot(tx, sitting.lot.id)?;
    for (key, decision) in decisions {
        fix(tx, &mut sitting, (&key, decision, &first), by, now)?;
    }
    Ok(())
}
