use std::collections::BTreeSet;

use jiff::Timestamp;

use super::Failure;
use crate::domain::errand::Errand;
use crate::domain::ids::{PersonId, RoundId};
use crate::domain::journal::{By, Entry};
use crate::domain::refusal::Refusal;
use crate::domain::review::assignment::Pause;
use crate::store::{self, StoreError, Tx};

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PauseRefusal {
    #[error("nothing is being scored now")]
    NotNow,
    #[error("no reason given")]
    NoReason,
    #[error("somebody else was first")]
    Changed,
}

impl Refusal for PauseRefusal {
    fn key(&self) -> &'static str {
        match self {
            PauseRefusal::NotNow => "refusal-review-not-now",
            PauseRefusal::NoReason => "refusal-no-reason",
            PauseRefusal::Changed => "refusal-changed",
        }
    }
}

/// Lets scoring stand still: nobody can give or change a grade until it starts again, and everybody
/// reads why. What was given stays.
pub fn pause_review(
    tx: &mut Tx,
    id: RoundId,
    reason: &str,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<PauseRefusal>> {
    let (entry, reason) = act(tx, (id, "paused_review"), reason, by, now)?;
    let pause = Pause { reason, by: by.0, at: now };
    match store::reviews::begin_pause(tx, id, &pause) {
        Err(StoreError::Taken) => return Err(PauseRefusal::Changed.into()),
        other => other?,
    }
    Ok(store::journal::add(tx, &entry)?)
}

/// Lets scoring go on; who has work left hears it by mail.
pub fn restart_review(
    tx: &mut Tx,
    id: RoundId,
    reason: &str,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<PauseRefusal>> {
    let (entry, reason) = act(tx, (id, "restarted_review"), reason, by, now)?;
    if !store::reviews::end_pause(tx, id, (by.0, &reason), now)? {
        return Err(PauseRefusal::Changed.into());
    }
    store::journal::add(tx, &entry)?;
    let at_work = store::assignments::of_round(tx, id)?;
    let to_tell: BTreeSet<PersonId> =
        at_work.into_iter().filter(|a| a.locked_at.is_none()).map(|a| a.person).collect();
    for to in to_tell {
        store::outbox::add(tx, &Errand::ReviewRestarted { round: id, to }, now)?;
    }
    Ok(())
}

fn act(
    tx: &mut Tx,
    (id, verb): (RoundId, &str),
    reason: &str,
    by: &By,
    now: Timestamp,
) -> Result<(Entry, String), Failure<PauseRefusal>> {
    let round = store::rounds::find(tx, id)?;
    if !round.is_under_review() {
        return Err(PauseRefusal::NotNow.into());
    }
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(PauseRefusal::NoReason.into());
    }
    let entry = Entry::new(by, verb, round.definition.title, now)
        .in_round(id)
        .with("reason", reason.clone());
    Ok((entry, reason))
}
