use std::collections::BTreeSet;

use jiff::Timestamp;

use super::Failure;
use super::assign_assessor::assignable;
use crate::domain::accounts::Role;
use crate::domain::ids::{LotId, PersonId, RoundId};
use crate::domain::journal::{By, Entry};
use crate::domain::review::assignment::{AssignmentRefusal, may_assign};
use crate::store::expertise::Wanted;
use crate::store::{self, Tx};

/// Says how many people judge every item, and which of the questions ask for which knowledge.
pub fn set_review_terms(
    tx: &mut Tx,
    id: RoundId,
    (minimum, mut wanted): (usize, Wanted),
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<AssignmentRefusal>> {
    let round = store::rounds::find(tx, id)?;
    may_assign(round.stage(now))?;
    let known = |code: &String| round.definition.criteria.iter().any(|c| c.code == *code);
    wanted.retain(|code, fields| known(code) && !fields.is_empty());
    let same =
        store::reviews::minimum(tx, id)? == minimum && store::expertise::wanted(tx, id)? == wanted;
    if same {
        return Ok(());
    }
    store::reviews::set_minimum(tx, id, minimum)?;
    store::expertise::put_wanted(tx, id, &wanted)?;
    let criteria = round.definition.criteria.iter().filter(|c| wanted.contains_key(&c.code));
    let asked: Vec<String> = criteria.map(|c| c.name.clone()).collect();
    let entry = Entry::new(by, "set_review_terms", round.definition.title, now)
        .in_round(id)
        .with("minimum", minimum.to_string())
        .with("criteria", asked.join(", "));
    Ok(store::journal::add(tx, &entry)?)
}

/// Names who can take over on a lot, in place of those named before.
pub fn name_reserves(
    tx: &mut Tx,
    lot: LotId,
    all: &BTreeSet<PersonId>,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<AssignmentRefusal>> {
    let (lot, round) = assignable(tx, lot, now)?;
    let mut before = store::reviews::reserves(tx, round.id)?;
    let before = before.remove(&lot.id).unwrap_or_default();
    if before.iter().map(|(person, _)| *person).collect::<BTreeSet<_>>() == *all {
        return Ok(());
    }
    let mut names = vec![];
    for person in all {
        if !store::accounts::actor(tx, *person)?.has(Role::Assessor, round.municipality) {
            return Err(AssignmentRefusal::NoAssessor.into());
        }
        if store::assignments::on_lot(tx, lot.id, *person)?.is_some() {
            return Err(AssignmentRefusal::Already.into());
        }
        names.push(store::accounts::person_by_id(tx, *person)?.name);
    }
    store::reviews::set_reserves(tx, lot.id, all, (by.0, now))?;
    let entry = Entry::new(by, "named_reserves", lot.label(), now)
        .in_round(round.id)
        .with("reserves", names.join(", "));
    Ok(store::journal::add(tx, &entry)?)
}
