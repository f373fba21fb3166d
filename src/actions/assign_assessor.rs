use std::collections::BTreeSet;

use jiff::Timestamp;

use super::Failure;
use crate::domain::accounts::Role;
use crate::domain::errand::Errand;
use crate::domain::ids::{AssignmentId, LotId, PersonId};
use crate::domain::journal::{By, Entry};
use crate::domain::review::assignment::{Assignment, AssignmentRefusal, Scope, may_assign};
use crate::domain::review::expertise::{Field, read_record, record};
use crate::domain::rounds::{Lot, Round};
use crate::store::{self, StoreError, Tx, new_id};

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
    match store::assignments::on_lot(tx, lot.id, person)? {
        Some(_) => Ok(()),
        None => assign(tx, (&lot, &round), (person, Scope::Whole), by, now),
    }
}

/// Lets somebody assess some criteria of a lot, or changes which; the same twice is once. Only
/// before the first score, because scores stay in the file.
pub fn assign_part(
    tx: &mut Tx,
    (lot, person): (LotId, PersonId),
    criteria: &BTreeSet<String>,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<AssignmentRefusal>> {
    let (lot, round) = assignable(tx, lot, now)?;
    let asked = &round.definition.criteria;
    if criteria.is_empty() || !criteria.iter().all(|code| asked.iter().any(|c| c.code == *code)) {
        return Err(AssignmentRefusal::NoCriterion.into());
    }
    let scope = Scope::of(criteria.clone(), asked);
    let Some(before) = store::assignments::on_lot(tx, lot.id, person)? else {
        return assign(tx, (&lot, &round), (person, scope), by, now);
    };
    if before.scope == scope {
        return Ok(());
    }
    if store::scores::any_on(tx, before.id)? {
        return Err(AssignmentRefusal::HasScores.into());
    }
    store::assignments::set_scope(tx, before.id, &scope)?;
    let entry = Entry::new(by, "changed_assignment", lot.label(), now)
        .in_round(round.id)
        .with("assessor", store::accounts::person_by_id(tx, person)?.name)
        .with("criteria", names(&round, &scope));
    Ok(store::journal::add(tx, &entry)?)
}

pub(super) fn assign(
    tx: &mut Tx,
    (lot, round): (&Lot, &Round),
    (person, scope): (PersonId, Scope),
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<AssignmentRefusal>> {
    if !store::accounts::actor(tx, person)?.has(Role::Assessor, round.municipality) {
        return Err(AssignmentRefusal::NoAssessor.into());
    }
    let why = expertise(tx, round, person, &scope)?;
    let criteria = names(round, &scope);
    let id = AssignmentId::new(new_id());
    let new = Assignment { id, lot: lot.id, person, scope, locked_at: None, reminded_at: None };
    store::assignments::add(tx, (&new, &why), by.0, now)?;
    store::reviews::drop_reserve(tx, lot.id, person)?;
    let name = store::accounts::person_by_id(tx, person)?.name;
    let entry = Entry::new(by, "assigned_assessor", lot.label(), now)
        .in_round(round.id)
        .with("assessor", name)
        .with("criteria", criteria)
        .with("expertise", notes(&why));
    store::journal::add(tx, &entry)?;
    if round.is_under_review() && !store::bids::opened_of_lot(tx, lot.id)?.is_empty() {
        let errand = Errand::AssessmentAssigned { round: round.id, to: person };
        store::outbox::add_once(tx, &errand, now)?;
    }
    Ok(())
}

/// Names of the criteria; nothing for the whole lot.
fn names(round: &Round, scope: &Scope) -> String {
    match scope {
        Scope::Whole => String::new(),
        Scope::Only(_) => {
            let asked = scope.asked(&round.definition.criteria);
            asked.into_iter().map(|c| c.name).collect::<Vec<_>>().join(", ")
        }
    }
}

/// The record in the words of the person.
fn notes(record: &str) -> String {
    let notes = read_record(record).into_iter().map(|(.., note)| note);
    notes.collect::<Vec<_>>().join("; ")
}

/// Why this person can judge what is asked, as it is known now.
fn expertise(
    tx: &mut Tx,
    round: &Round,
    person: PersonId,
    scope: &Scope,
) -> Result<String, StoreError> {
    let wanted = store::expertise::wanted(tx, round.id)?;
    let asked = wanted.into_iter().filter(|(code, _)| scope.asks(code));
    let fields: BTreeSet<Field> = asked.flat_map(|(_, fields)| fields).collect();
    let mut known = store::expertise::of_people(tx, &[person])?;
    Ok(record(&known.remove(&person).unwrap_or_default(), &fields))
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
