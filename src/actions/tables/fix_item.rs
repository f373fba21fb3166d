use jiff::Timestamp;

use super::sitting::{Ground, Sitting};
use super::{By, Done};
use crate::actions::Failure;
use crate::domain::ids::TableId;
use crate::domain::tables::{Decision, FirstGrade, ItemKey, Outside, TableRefusal, Way};
use crate::store::{self, Tx};

/// Writes down the grade of the table for one item, with its reason.
pub fn fix_item(
    tx: &mut Tx,
    table: TableId,
    (key, decision): (&ItemKey, Decision),
    by: &By,
    now: Timestamp,
) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    let first = store::first_grades::of_lot(tx, sitting.lot.id)?;
    fix(tx, &mut sitting, (key, decision, &first), by, now)
}

pub(super) fn fix(
    tx: &mut Tx,
    sitting: &mut Sitting,
    (key, decision, first): (&ItemKey, Decision, &[FirstGrade]),
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<TableRefusal>> {
    let ground = Ground::of(sitting, key, first)?;
    sitting.table.fix((key, decision), &ground.basis(), by.0, now)?;
    sitting.save_item(tx, key)?;
    let mut words = sitting.words(tx, key)?;
    if let Some(consensus) = sitting.table.item(key).and_then(|item| item.consensus()) {
        words.push(("grade", consensus.grade.plain()));
        words.push(("reason", consensus.reason.clone()));
        if let Outside::Because(why) = &consensus.outside {
            words.push(("outside", why.clone()));
        }
        if let Way::Fallback { minority } = &consensus.way {
            words.push(("minority", minority.clone()));
        }
    }
    Ok(sitting.finish(tx, ("fixed_item", words), by, now)?)
}
