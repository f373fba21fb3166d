use jiff::Timestamp;

use super::Failure;
use super::save_score::own_sheet;
use crate::domain::ids::AssignmentId;
use crate::domain::journal::{By, Entry};
use crate::domain::review::sheet::SheetRefusal;
use crate::store::{self, Tx};

/// Makes the scores of one assessor final. The journal gets their hash and their number, and no
/// grade.
pub fn lock_sheet(
    tx: &mut Tx,
    id: AssignmentId,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<SheetRefusal>> {
    let (sheet, round) = own_sheet(tx, id, by.0)?;
    let hash = sheet.lock(&round.definition.criteria)?;
    store::assignments::set_locked(tx, id, Some(now))?;
    let assignment = store::assignments::find(tx, id)?;
    let lot = store::rounds::find_lot(tx, assignment.lot)?;
    let marks = sheet.progress(&round.definition.criteria).0;
    let entry = Entry::new(by, "locked_sheet", lot.label(), now)
        .in_round(round.id)
        .with("marks", marks.to_string())
        .with("hash", hash);
    store::journal::add(tx, &entry)?;
    Ok(())
}
