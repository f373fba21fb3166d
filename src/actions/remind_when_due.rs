use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::remind_assessors::call;
use crate::domain::errand::Errand;
use crate::domain::ids::RoundId;
use crate::domain::review::reminders::{When, to_come};
use crate::domain::rounds::Round;
use crate::store::{self, StoreError, Tx};

const A_DAY: SignedDuration = SignedDuration::from_hours(24);

/// A reminder for each moment that is still to come; whom it reaches is asked when it is due.
pub(super) fn schedule(tx: &mut Tx, round: &Round, now: Timestamp) -> Result<(), StoreError> {
    let due = round.definition.dates.scores_due;
    for (when, at) in to_come(due, now) {
        store::outbox::add(tx, &Errand::ScoresDue { round: round.id, when, due }, at)?;
    }
    Ok(())
}

/// Reminds everybody with open scores or declarations of the day. Nothing once the decision is taken
/// or when the day moved; while scoring stands still it asks again a day later.
pub fn remind_when_due(
    tx: &mut Tx,
    (round, when, due): (RoundId, When, Date),
    now: Timestamp,
) -> Result<(), StoreError> {
    let round = store::rounds::find(tx, round)?;
    let current = round.is_under_review() && round.definition.dates.scores_due == due;
    if !current || !when.is_due(due, now) {
        return Ok(());
    }
    if store::reviews::pause(tx, round.id)?.is_some() {
        let later = now.saturating_add(A_DAY).unwrap_or(now);
        return store::outbox::add(tx, &Errand::ScoresDue { round: round.id, when, due }, later);
    }
    call(tx, &round, Some(when), now)?;
    Ok(())
}
