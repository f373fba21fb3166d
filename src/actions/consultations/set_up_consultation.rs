use jiff::Timestamp;

use super::{Done, note};
use crate::domain::consultations::Consultation;
use crate::domain::ids::ConsultationId;
use crate::domain::journal::By;
use crate::store::{self, Tx};

pub fn set_up_consultation(tx: &mut Tx, table: &Consultation, by: &By, now: Timestamp) -> Done {
    store::consultations::add(tx, table)?;
    Ok(note(tx, table, (by, "set_up_consultation"), &[], now)?)
}

/// A new secret address for the calendar; the old one stops working.
pub fn renew_calendar(
    tx: &mut Tx,
    id: ConsultationId,
    secret: String,
    by: &By,
    now: Timestamp,
) -> Done {
    let table = store::consultations::find_to_change(tx, id)?;
    let table = Consultation { calendar: secret, ..table };
    store::consultations::save(tx, &table)?;
    Ok(note(tx, &table, (by, "renewed_calendar"), &[], now)?)
}
