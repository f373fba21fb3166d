use jiff::Timestamp;

use super::{keep, note};
use crate::actions::{DeadLink, Failure};
use crate::domain::accounts::OrganisationKind;
use crate::domain::consultations::{
    Consultation, ConsultationRefusal, Item, Seat, SeatKind, Sitter, may_sit,
};
use crate::domain::ids::{ConsultationId, OrganisationId, PersonId};
use crate::domain::journal::By;
use crate::domain::moments::day_of;
use crate::domain::refusal::Refusal;
use crate::store::accounts::Person;
use crate::store::tokens::Purpose;
use crate::store::{self, StoreError, Tx};

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OfferRefusal {
    #[error("the link no longer works")]
    Dead,
    #[error(transparent)]
    Table(#[from] ConsultationRefusal),
}

impl Refusal for OfferRefusal {
    fn key(&self) -> &'static str {
        match self {
            OfferRefusal::Dead => DeadLink.key(),
            OfferRefusal::Table(why) => why.key(),
        }
    }
}

/// Takes the seat that the mail offered. The link is for one address and works once.
pub fn take_offered_seat(
    tx: &mut Tx,
    hash: &str,
    person: &Person,
    now: Timestamp,
) -> Result<ConsultationId, Failure<OfferRefusal>> {
    let token = store::tokens::good(tx, (hash, Purpose::Consultation), now)?;
    if token.ok_or(OfferRefusal::Dead)?.email != person.email {
        return Err(OfferRefusal::Dead.into());
    }
    let (table, seats, seat) = offered(tx, hash)?.ok_or(OfferRefusal::Dead)?;
    may_sit(&seats, person.id).map_err(OfferRefusal::from)?;
    let who = Sitter { person: person.id, name: person.name.clone() };
    let mut body = seat.body.clone().take(hash, who, day_of(now)).map_err(OfferRefusal::from)?;
    if body.kind == SeatKind::Buyer && body.organisation.is_none() {
        body.organisation = buyer(tx, &table, person.id)?;
    }
    let holder = body.holder.clone();
    keep(tx, table.id, &Item { body, ..seat }).map_err(|why| why.map(OfferRefusal::Table))?;
    store::tokens::use_up(tx, hash, now)?;
    let by: By = (person.id, person.name.clone());
    note(tx, &table, (&by, "took_seat_offered"), &[("holder", &holder)], now)?;
    Ok(table.id)
}

/// The municipality of the region for which this person sits down.
fn buyer(
    tx: &mut Tx,
    table: &Consultation,
    person: PersonId,
) -> Result<Option<OrganisationId>, StoreError> {
    let actor = store::accounts::actor(tx, person)?;
    let mut own = actor.memberships.iter().filter(|m| m.kind == OrganisationKind::Municipality);
    Ok(own.find(|m| table.details.region.contains(&m.organisation)).map(|m| m.organisation))
}

type Offered = (Consultation, Vec<Item<Seat>>, Item<Seat>);

/// The table and the seat to which a link leads.
fn offered(tx: &mut Tx, hash: &str) -> Result<Option<Offered>, StoreError> {
    for table in store::consultations::all(tx)? {
        let has = |seat: &&Item<Seat>| seat.body.offers.iter().any(|offer| offer.hash == hash);
        let seats: Vec<Item<Seat>> = store::consultations::items(tx, table.id)?;
        if !seats.iter().any(|seat| has(&seat)) {
            continue;
        }
        let table = store::consultations::find_to_change(tx, table.id)?;
        let seats: Vec<Item<Seat>> = store::consultations::items(tx, table.id)?;
        let seat = seats.iter().find(has).cloned();
        return Ok(seat.map(|seat| (table, seats, seat)));
    }
    Ok(None)
}
