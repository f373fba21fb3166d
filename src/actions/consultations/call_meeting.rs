use jiff::Timestamp;

use super::{Done, keep, note, tell_all};
use crate::domain::consultations::{Called, Item, Meeting};
use crate::domain::errand::News;
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::journal::By;
use crate::store::{self, Tx};

/// Calls the table together; all seats hear it by mail and in their calendar.
pub fn call_meeting(
    tx: &mut Tx,
    (of, id): (ConsultationId, ItemId),
    called: Called,
    by: By,
    now: Timestamp,
) -> Done {
    let table = store::consultations::find_to_change(tx, of)?;
    let meeting = Meeting::new(called, now)?;
    let title = meeting.called.title.clone();
    keep(tx, of, &Item::new(id, now, meeting))?;
    tell_all(tx, of, (id, News::MeetingCalled), now)?;
    Ok(note(tx, &table, (&by, "called_meeting"), &[("meeting", &title)], now)?)
}

/// Another time or place, for who had the newest before them (`seen`).
pub fn move_meeting(
    tx: &mut Tx,
    (of, id): (ConsultationId, ItemId),
    (called, seen): (Called, i32),
    by: By,
    now: Timestamp,
) -> Done {
    let table = store::consultations::find_to_change(tx, of)?;
    let meeting: Item<Meeting> = store::consultations::one(tx, of, id)?;
    let body = meeting.body.clone().move_to(called, now)?;
    let title = body.called.title.clone();
    keep(tx, of, &Item { body, version: seen.max(1), ..meeting })?;
    tell_all(tx, of, (id, News::MeetingMoved), now)?;
    Ok(note(tx, &table, (&by, "moved_meeting"), &[("meeting", &title)], now)?)
}

pub fn cancel_meeting(
    tx: &mut Tx,
    (of, id): (ConsultationId, ItemId),
    reason: String,
    by: By,
    now: Timestamp,
) -> Done {
    let table = store::consultations::find_to_change(tx, of)?;
    let meeting: Item<Meeting> = store::consultations::one(tx, of, id)?;
    let body = meeting.body.clone().cancel(reason, now)?;
    let title = body.called.title.clone();
    keep(tx, of, &Item { body, ..meeting })?;
    tell_all(tx, of, (id, News::MeetingCancelled), now)?;
    Ok(note(tx, &table, (&by, "cancelled_meeting"), &[("meeting", &title)], now)?)
}
