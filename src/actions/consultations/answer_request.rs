use jiff::Timestamp;

use super::{Done, keep, note};
use crate::domain::consultations::{Item, Meeting, Request, RequestState};
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::journal::By;
use crate::store::{self, Tx};

/// Puts a request on the agenda of a meeting, or says why not.
pub fn answer_request(
    tx: &mut Tx,
    (of, id): (ConsultationId, ItemId),
    state: RequestState,
    by: By,
    now: Timestamp,
) -> Done {
    let table = store::consultations::find_to_change(tx, of)?;
    let request: Item<Request> = store::consultations::one(tx, of, id)?;
    if let RequestState::Accepted { meeting } = &state {
        let meeting: Item<Meeting> = store::consultations::one(tx, of, *meeting)?;
        meeting.body.still_changes()?;
    }
    let body = request.body.clone().answer(state)?;
    let title = body.title.clone();
    keep(tx, of, &Item { body, ..request })?;
    Ok(note(tx, &table, (&by, "answered_request"), &[("title", &title)], now)?)
}
