use std::collections::BTreeSet;

use jiff::Timestamp;

use super::Failure;
use super::remind_of_deadline::schedule_reminders;
use crate::domain::accounts::Role;
use crate::domain::errand::Errand;
use crate::domain::ids::{PersonId, RoundId};
use crate::domain::journal::{By, Entry};
use crate::domain::rounds::Round;
use crate::domain::rounds::extension::{Extension, ExtensionRefusal, reason};
use crate::store::{self, StoreError, Tx};

/// Moves the deadline of a round forward, for everybody. Who has a bid there, handed in or not, and
/// who asked a question hears it by mail.
pub fn extend_deadline(
    tx: &mut Tx,
    id: RoundId,
    (closes_at, why): (Timestamp, &str),
    by: By,
    now: Timestamp,
) -> Result<(), Failure<ExtensionRefusal>> {
    let why = reason(why)?;
    let round = store::rounds::find(tx, id)?;
    let previous = round.closes_at();
    let extended = round.extend(closes_at, now)?;
    if !store::rounds::save(tx, &extended)? {
        return Err(ExtensionRefusal::Changed.into());
    }
    let extension = Extension { previous, closes_at, reason: why, at: now };
    store::extensions::add(tx, id, &extension, by.0)?;
    for to in concerned(tx, &extended)? {
        store::outbox::add(tx, &Errand::DeadlineMoved { round: id, to }, now)?;
    }
    schedule_reminders(tx, &extended, now)?;
    // How many mails went out stays unsaid: it would tell how many bids there are.
    let entry = Entry::new(&by, "extended_deadline", &extended.definition.title, now)
        .in_round(id)
        .with("before", previous.to_string())
        .with("after", closes_at.to_string())
        .with("reason", extension.reason);
    Ok(store::journal::add(tx, &entry)?)
}

/// Everybody who makes a bid in this round, or asked about it; each once.
fn concerned(tx: &mut Tx, round: &Round) -> Result<BTreeSet<PersonId>, StoreError> {
    let mut people: BTreeSet<PersonId> =
        store::questions::of_round(tx, round.id)?.iter().map(|q| q.asked_by).collect();
    for (_, cooperative, _) in store::extensions::bids_to_tell(tx, round.id)? {
        let members = store::accounts::members(tx, cooperative)?;
        people.extend(members.iter().filter(|m| m.role != Role::Member).map(|m| m.person));
    }
    Ok(people)
}
