use jiff::Timestamp;

use super::Failure;
use crate::domain::accounts::Role;
use crate::domain::errand::Errand;
use crate::domain::ids::{AssignmentId, LotId, PersonId};
use crate::domain::journal::{By, Entry};
use crate::domain::review::assignment::{Assignment, AssignmentRefusal, may_assign};
use crate::domain::rounds::{Lot, Round};
use crate::store::{self, Tx, new_id};

/// Lets somebody assess a lot; twice is once. After the opening they hear it at once, before it
/// they hear it with the opening.
pub fn assign_assessor(
    tx: &mut Tx,
    lot: LotId,
    person: PersonId,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<AssignmentRefusal>> {
    let (lot, round) = assignable(tx, lot, now)?;
    if !store::accounts::actor(tx, person)?.has(Role::Assessor, round.municipality) {
        return Err(AssignmentRefusal::NoAssessor.into());
    }
    if store::assignments::on_lot(tx, lot.id, person)?.is_some() {
        return Ok(());
    }
    let id = AssignmentId::new(new_id());
    let new = Assignment { id, lot: lot.id, person, locked_at: None, reminded_at: None };
    store::assignments::add(tx, &new, by.0, now)?;
    let name = store::accounts::person_by_id(tx, person)?.name;
    let entry = Entry::new(by, "assigned_assessor", lot.label(), now)
        .in_round(round.id)
        .with("assessor", name);
    store::journal::add(tx, &entry)?;
    if round.is_under_review() && !store::bids::opened_of_lot(tx, lot.id)?.is_empty() {
        let errand = Errand::AssessmentAssigned { round: round.id, to: person };
        store::outbox::add_once(tx, &errand, now)?;
    }
    Ok(())
}

/// The lot with its round, if assessors can still change.
pub(super) fn assignable(
    tx: &mut Tx,
    lot: LotId,
    now: Timestamp,
) -> Result<(Lot, Round), Failure<AssignmentRefusal>> {
    let lot = store::rounds::find_lot(tx, lot)?;
    let round = store::rounds::find(tx, lot.round)?;
    may_assign(round.stage(now))?;
    if store::assignments::table_has_met(tx, lot.id)? {
        return Err(AssignmentRefusal::NotNow.into());
    }
    Ok((lot, round))
}
