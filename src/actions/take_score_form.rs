use jiff::Timestamp;

use super::Failure;
use super::save_score::own_sheet;
use crate::domain::ids::AssignmentId;
use crate::domain::journal::{By, Entry};
use crate::domain::review::sheet::SheetRefusal;
use crate::store::{self, Tx};

/// Notes that the form with the texts of the bids leaves the house. It tells no grade.
pub fn take_score_form(
    tx: &mut Tx,
    id: AssignmentId,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<SheetRefusal>> {
    let (sheet, round) = own_sheet(tx, id, by.0)?;
    sheet.may_change()?;
    let assignment = store::assignments::find(tx, id)?;
    let lot = store::rounds::find_lot(tx, assignment.lot)?;
    let entry = Entry::new(by, "took_score_form", lot.label(), now).in_round(round.id);
    store::journal::add(tx, &entry)?;
    Ok(())
}
