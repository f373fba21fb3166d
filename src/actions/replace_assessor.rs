use jiff::Timestamp;

use super::Failure;
use super::assign_assessor::{assign, assignable};
use crate::domain::ids::{AssignmentId, PersonId};
use crate::domain::journal::{By, Entry};
use crate::domain::review::assignment::AssignmentRefusal;
use crate::store::assignments::Ended;
use crate::store::{self, Tx};

/// Takes an assessor off a lot, mostly to let somebody else go on. The marks so far stay in the file
/// and count nowhere: who takes over judges alone, from the first bid on. The one who leaves has no
/// access from this moment.
pub fn replace_assessor(
    tx: &mut Tx,
    id: AssignmentId,
    (to, reason): (Option<PersonId>, &str),
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<AssignmentRefusal>> {
    let assignment = store::assignments::hold(tx, id)?;
    let (lot, round) = assignable(tx, assignment.lot, now)?;
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(AssignmentRefusal::NoReason.into());
    }
    if let Some(to) = to
        && store::assignments::on_lot(tx, lot.id, to)?.is_some()
    {
        return Err(AssignmentRefusal::Already.into());
    }
    let marks = store::scores::count_on(tx, id)?;
    let ended = Ended { reason: reason.clone(), by: by.0, at: now, to };
    store::assignments::end(tx, id, &ended)?;
    let mut entry = Entry::new(by, "replaced_assessor", lot.label(), now)
        .in_round(round.id)
        .with("assessor", store::accounts::person_by_id(tx, assignment.person)?.name)
        .with("reason", reason)
        .with("marks", marks.to_string());
    if let Some(to) = to {
        entry = entry.with("successor", store::accounts::person_by_id(tx, to)?.name);
    }
    store::journal::add(tx, &entry)?;
    match to {
        Some(to) => assign(tx, (&lot, &round), (to, assignment.scope), by, now),
        None => Ok(()),
    }
}
