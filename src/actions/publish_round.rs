use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Failure;
use super::remind_of_deadline::schedule_reminders;
use crate::domain::ids::{PersonId, RoundId};
use crate::domain::journal::Entry;
use crate::domain::rounds::Round;
use crate::domain::rounds::publication::SetUpRefusal;
use crate::store::{self, Tx};

/// Freezes and hashes the round as this person saw it; from now on nothing of it changes.
pub fn publish_round(
    tx: &mut Tx,
    id: RoundId,
    by: (PersonId, String),
    seen: i32,
    now: Timestamp,
) -> Result<Round, Failure<SetUpRefusal>> {
    store::joined::hold(tx, id)?;
    let round = store::rounds::find(tx, id)?;
    let mandates = store::joined::mandates(tx, id)?;
    let lots = store::rounds::lots_of(tx, id)?;
    let round = round.publish(seen, &lots, &mandates, now)?;
    if !store::rounds::save(tx, &round)? {
        return Err(SetUpRefusal::Changed.into());
    }
    store::terms::add(tx, (&round, &lots), "", (by.0, now))?;
    let hash = round.publication().map(|p| p.hash.clone()).unwrap_or_default();
    let entry = Entry {
        at: now,
        actor: Some(by.0),
        actor_name: by.1,
        verb: "published_round".into(),
        object: round.definition.title.clone(),
        round: Some(id),
        organisation: None,
        sealed: false,
        particulars: BTreeMap::from([
            ("hash".into(), hash),
            ("lots".into(), lots.len().to_string()),
        ]),
    };
    store::journal::add(tx, &entry)?;
    schedule_reminders(tx, &round, now)?;
    Ok(round)
}
