use jiff::Timestamp;

use super::{Done, keep, note, speaking};
use crate::domain::consultations::{Item, Request, RequestState};
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::journal::By;
use crate::store::{self, Tx};

/// A seat wants to talk about something.
pub fn ask_agenda(
    tx: &mut Tx,
    (of, id): (ConsultationId, ItemId),
    (title, why): (String, String),
    by: By,
    now: Timestamp,
) -> Done {
    let own = speaking(tx, of, &by, now)?;
    let table = store::consultations::find(tx, of)?;
    let (seat, holder, state) = (own.id, own.body.holder, RequestState::Open);
    let request = Request { seat, holder, title: title.clone(), why, state };
    keep(tx, of, &Item::new(id, now, request))?;
    Ok(note(tx, &table, (&by, "asked_agenda"), &[("title", &title)], now)?)
}
