use jiff::Timestamp;

use super::{Done, keep, note};
use crate::domain::consultations::{Item, Seat};
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::journal::By;
use crate::store::{self, Tx};

/// A seat leaves the table, by its own wish or by that of the municipality in the chair.
pub fn leave_seat(
    tx: &mut Tx,
    (of, id): (ConsultationId, ItemId),
    reason: String,
    by: By,
    now: Timestamp,
) -> Done {
    let table = store::consultations::find_to_change(tx, of)?;
    let seat: Item<Seat> = store::consultations::one(tx, of, id)?;
    for offer in &seat.body.offers {
        store::tokens::use_up(tx, &offer.hash, now)?;
    }
    let body = seat.body.clone().leave(reason.clone(), now)?;
    let holder = body.holder.clone();
    keep(tx, of, &Item { body, ..seat })?;
    let what = [("holder", holder.as_str()), ("reason", reason.as_str())];
    Ok(note(tx, &table, (&by, "left_table"), &what, now)?)
}
