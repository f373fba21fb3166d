use jiff::Timestamp;

use super::Failure;
use super::assign_assessor::assignable;
use crate::domain::ids::{LotId, PersonId};
use crate::domain::journal::{By, Entry};
use crate::domain::review::assignment::AssignmentRefusal;
use crate::store::{self, Tx};

/// Takes an assessor off a lot; only before the first score, because scores stay in the file.
pub fn unassign(
    tx: &mut Tx,
    lot: LotId,
    person: PersonId,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<AssignmentRefusal>> {
    let (lot, round) = assignable(tx, lot, now)?;
    let Some(assignment) = store::assignments::on_lot(tx, lot.id, person)? else {
        return Ok(());
    };
    if store::scores::any_on(tx, assignment.id)? {
        return Err(AssignmentRefusal::HasScores.into());
    }
    store::assignments::remove(tx, assignment.id)?;
    let name = store::accounts::person_by_id(tx, person)?.name;
    let entry = Entry::new(by, "removed_assessor", lot.label(), now)
        .in_round(round.id)
        .with("assessor", name);
    store::journal::add(tx, &entry)?;
    Ok(())
}
