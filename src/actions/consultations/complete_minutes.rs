use jiff::Timestamp;

use super::{Done, keep, note};
use crate::domain::consultations::{Item, Meeting};
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::journal::By;
use crate::store::{self, Tx};

/// The secretary adds who was there and what the acts do not say, over the version they `saw`.
pub fn complete_minutes(
    tx: &mut Tx,
    (of, id): (ConsultationId, ItemId),
    (attended, notes, seen): (Vec<ItemId>, String, i32),
    by: By,
    now: Timestamp,
) -> Done {
    let table = store::consultations::find_to_change(tx, of)?;
    let meeting: Item<Meeting> = store::consultations::one(tx, of, id)?;
    let title = meeting.body.called.title.clone();
    let body = meeting.body.clone().complete((attended, notes), now)?;
    keep(tx, of, &Item { body, version: seen.max(1), ..meeting })?;
    Ok(note(tx, &table, (&by, "completed_minutes"), &[("meeting", &title)], now)?)
}

/// From now on the minutes are public and stay as they are.
pub fn approve_minutes(
    tx: &mut Tx,
    (of, id, seen): (ConsultationId, ItemId, i32),
    by: By,
    now: Timestamp,
) -> Done {
    let table = store::consultations::find_to_change(tx, of)?;
    let meeting: Item<Meeting> = store::consultations::one(tx, of, id)?;
    let title = meeting.body.called.title.clone();
    let body = meeting.body.clone().approve(by.1.clone(), now)?;
    keep(tx, of, &Item { body, version: seen.max(1), ..meeting })?;
    Ok(note(tx, &table, (&by, "approved_minutes"), &[("meeting", &title)], now)?)
}
