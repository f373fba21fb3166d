use jiff::Timestamp;
use jiff::civil::Date;

use super::remind_assessors::call;
use crate::domain::errand::Errand;
use crate::domain::ids::RoundId;
use crate::domain::review::reminders::{When, to_come};
use crate::domain::rounds::Round;
use crate::store::{self, StoreError, Tx};

/// A reminder for each moment that is still to come; whom it reaches is asked when it is due.
pub(super) fn schedule(tx: &mut Tx, round: &Round, now: Timestamp) -> Result<(), StoreError> {
    let due = round.definition.dates.scores_due;
    for (when, at) in to_come(due, now) {
        store::outbox::add(tx, &Errand::ScoresDue { round: round.id, when, due }, at)?;
    }
    Ok(())
}

/// Reminds everybody with open scores or declarations of the day. Nothing while scoring stands
/// still, once the decision is taken, or when the day moved.
pub fn remind_when_due(
    tx: &mut Tx,
    (round, when, due): (RoundId, When, Date),
    now: Timestamp,
) -> Result<(), StoreError> {
    let round = store::rounds::find(tx, round)?;
    let current = round.is_under_review() && round.definition.dates.scores_due == due;
    if !current || !when.is_due(due, now) || store::reviews::pause(tx, round.id)?.is_some() {
        return Ok(());
    }
    call(tx, &round, Some(when), now)?;
    Ok(())
}
