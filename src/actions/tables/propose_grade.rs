use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::domain::tables::{Decision, ItemKey};
use crate::store::Tx;

/// Lays a grade with its reason before everybody, for a yes or a no.
pub fn propose_grade(
    tx: &mut Tx,
    table: TableId,
    (key, decision): (&ItemKey, Decision),
    by: &By,
    now: Timestamp,
) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    let ground = sitting.ground(tx, key)?;
    let (grade, reason) = (decision.grade.plain(), decision.reason.clone());
    sitting.table.propose((key, decision), &ground.basis(), by.0, now)?;
    sitting.save_item(tx, key)?;
    let mut words = sitting.words(tx, key)?;
    words.extend([("grade", grade), ("reason", reason)]);
    Ok(sitting.finish(tx, ("proposed_grade", words), by, now)?)
}
