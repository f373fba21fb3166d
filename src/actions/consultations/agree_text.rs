use jiff::Timestamp;

use super::{Done, keep, note};
use crate::domain::consultations::{Agreement, Item};
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::journal::By;
use crate::store::{self, Tx};

/// A new version of the base agreement, for who had the newest before them.
pub fn agree_text(
    tx: &mut Tx,
    (of, id): (ConsultationId, ItemId),
    (text, why, seen): (String, String, i32),
    by: By,
    now: Timestamp,
) -> Done {
    let table = store::consultations::find_to_change(tx, of)?;
    let versions: Vec<Item<Agreement>> = store::consultations::items(tx, of)?;
    let next = Agreement::next(&versions, seen, (text, why), by.1.clone())?;
    let number = next.number.to_string();
    keep(tx, of, &Item::new(id, now, next))?;
    Ok(note(tx, &table, (&by, "changed_agreement"), &[("number", &number)], now)?)
}
