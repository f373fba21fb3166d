use jiff::Timestamp;

use super::Failure;
use super::concerned::concerned;
use super::remind_of_deadline::schedule_reminders;
use crate::domain::errand::Errand;
use crate::domain::ids::RoundId;
use crate::domain::journal::{By, Entry};
use crate::domain::rounds::extension::{Extension, ExtensionRefusal, reason};
use crate::store::{self, Tx};

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
    for to in concerned(tx, id)? {
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
