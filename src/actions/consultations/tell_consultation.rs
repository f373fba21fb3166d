use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::domain::consultations::{Item, Seat};
use crate::domain::errand::{Errand, News};
use crate::domain::ids::{ConsultationId, ItemId, PersonId};
use crate::store::{self, StoreError, Tx};

/// Turns news for the whole table into a mail for everybody who sits there now.
pub fn tell_consultation(
    tx: &mut Tx,
    consultation: ConsultationId,
    (item, news): (ItemId, News),
    now: Timestamp,
) -> Result<(), StoreError> {
    let seats: Vec<Item<Seat>> = store::consultations::items(tx, consultation)?;
    let sitting = seats.iter().filter(|seat| seat.body.sits(now));
    let people: BTreeSet<PersonId> =
        sitting.flat_map(|seat| seat.body.people.iter().map(|one| one.person)).collect();
    let errands: Vec<Errand> = people
        .into_iter()
        .map(|to| Errand::ConsultationNews { consultation, item, news, to })
        .collect();
    store::outbox::add_all(tx, &errands, now)
}
