use jiff::Timestamp;
use jiff::civil::Date;

use super::{Done, keep, note, speaking};
use crate::domain::consultations::{
    ConsultationRefusal, Decision, DecisionKind, Dissent, Item, Meeting, Paper, Seat, Task,
};
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::journal::By;
use crate::store::{self, StoreError, Tx};

pub struct NewDecision {
    pub id: ItemId,
    pub kind: DecisionKind,
    pub text: String,
    pub paper: Option<ItemId>,
}

/// What the table concluded in a meeting whose minutes are not approved yet.
pub fn record_decision(
    tx: &mut Tx,
    (of, meeting): (ConsultationId, ItemId),
    new: NewDecision,
    by: By,
    now: Timestamp,
) -> Done {
    let table = store::consultations::find_to_change(tx, of)?;
    held(tx, of, meeting, now)?;
    if let Some(paper) = new.paper {
        let paper: Item<Paper> = store::consultations::one(tx, of, paper)?;
        if !paper.body.is_out(now) {
            return Err(StoreError::Missing.into());
        }
    }
    let kind = new.kind.as_str();
    let body = Decision { kind: new.kind, text: new.text, paper: new.paper, dissents: vec![] };
    keep(tx, of, &Item::new(new.id, now, body).under(meeting))?;
    Ok(note(tx, &table, (&by, "recorded_decision"), &[("kind", kind)], now)?)
}

/// A meeting that began and whose minutes are still open.
fn held(tx: &mut Tx, of: ConsultationId, id: ItemId, now: Timestamp) -> Done<Item<Meeting>> {
    let meeting: Item<Meeting> = store::consultations::one(tx, of, id)?;
    meeting.body.held(now)?;
    Ok(meeting)
}

/// A seat thinks otherwise. Its name stands in the minutes only when it wishes so.
pub fn dissent(
    tx: &mut Tx,
    (of, decision): (ConsultationId, ItemId),
    (reason, named): (String, Named),
    by: By,
    now: Timestamp,
) -> Done {
    let own = speaking(tx, of, &by, now)?;
    let table = store::consultations::find(tx, of)?;
    let decision: Item<Decision> = store::consultations::one(tx, of, decision)?;
    held(tx, of, decision.parent.ok_or(StoreError::Missing)?, now)?;
    let name = match named {
        Named::ByName => Some(own.body.holder),
        Named::Nameless => None,
    };
    let body = decision.body.clone().dissent(Dissent { seat: own.id, name, reason });
    keep(tx, of, &Item { body, ..decision })?;
    Ok(note(tx, &table, (&by, "dissented"), &[], now)?)
}

/// Whether a dissent goes with the name of its seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    ByName,
    Nameless,
}

pub struct NewTask {
    pub id: ItemId,
    pub what: String,
    /// The seat that will do it.
    pub seat: ItemId,
    pub due: Date,
}

/// Somebody at the table will do something by a day.
pub fn give_task(
    tx: &mut Tx,
    (of, meeting): (ConsultationId, ItemId),
    new: NewTask,
    by: By,
    now: Timestamp,
) -> Done {
    let table = store::consultations::find_to_change(tx, of)?;
    held(tx, of, meeting, now)?;
    let seat: Item<Seat> = store::consultations::one(tx, of, new.seat)?;
    if !seat.body.sits(now) {
        return Err(ConsultationRefusal::Gone.into());
    }
    let (what, owner) = (new.what.clone(), seat.body.holder);
    let body = Task { what: new.what, seat: seat.id, owner, due: new.due, done_at: None };
    keep(tx, of, &Item::new(new.id, now, body).under(meeting))?;
    Ok(note(tx, &table, (&by, "gave_task"), &[("what", &what)], now)?)
}

/// The seat that has the task says that it is done.
pub fn finish_task(
    tx: &mut Tx,
    (of, task): (ConsultationId, ItemId),
    by: By,
    now: Timestamp,
) -> Done {
    let own = speaking(tx, of, &by, now)?;
    let table = store::consultations::find(tx, of)?;
    let task: Item<Task> = store::consultations::one(tx, of, task)?;
    if task.body.seat != own.id {
        return Err(ConsultationRefusal::NotYours.into());
    }
    if task.body.done_at.is_some() {
        return Ok(());
    }
    let body = Task { done_at: Some(now), ..task.body.clone() };
    let what = body.what.clone();
    keep(tx, of, &Item { body, ..task })?;
    Ok(note(tx, &table, (&by, "finished_task"), &[("what", &what)], now)?)
}
