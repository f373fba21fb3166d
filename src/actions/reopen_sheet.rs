use jiff::Timestamp;

use super::Failure;
use super::save_score::own_sheet;
use crate::domain::errand::Errand;
use crate::domain::ids::AssignmentId;
use crate::domain::journal::{By, Entry};
use crate::domain::review::sheet::SheetRefusal;
use crate::store::{self, Tx};

/// Opens a locked sheet again, with a reason, as long as the table has not met.
pub fn reopen_sheet(
    tx: &mut Tx,
    id: AssignmentId,
    reason: &str,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<SheetRefusal>> {
    let assignment = store::assignments::hold(tx, id)?;
    let (sheet, round) = own_sheet(tx, id, assignment.person)?;
    sheet.reopen(reason)?;
    store::assignments::set_locked(tx, id, None)?;
    let lot = store::rounds::find_lot(tx, assignment.lot)?;
    let entry = Entry::new(by, "reopened_sheet", lot.label(), now)
        .in_round(round.id)
        .with("assessor", store::accounts::person_by_id(tx, assignment.person)?.name)
        .with("reason", reason.trim());
    store::journal::add(tx, &entry)?;
    let errand = Errand::AssessmentAssigned { round: round.id, to: assignment.person };
    store::outbox::add_once(tx, &errand, now)?;
    Ok(())
}
