use jiff::Timestamp;

use super::{Done, keep, note};
use crate::domain::accounts::Role;
use crate::domain::consultations::{Item, Seat, SeatKind, SeatState, Sitter, may_sit};
use crate::domain::errand::{Errand, News};
use crate::domain::ids::{ConsultationId, ItemId, OrganisationId};
use crate::domain::journal::By;
use crate::domain::moments::day_of;
use crate::store::{self, Tx};

pub struct AskSeat {
    pub id: ItemId,
    pub kind: SeatKind,
    pub holder: String,
    pub organisation: Option<OrganisationId>,
    pub why: String,
}

/// An organisation asks to join. The municipality in the chair decides, and hears it by mail.
pub fn ask_seat(tx: &mut Tx, of: ConsultationId, ask: AskSeat, by: By, now: Timestamp) -> Done {
    let table = store::consultations::find_to_change(tx, of)?;
    let seats: Vec<Item<Seat>> = store::consultations::items(tx, of)?;
    may_sit(&seats, by.0)?;
    let seat = Seat {
        kind: ask.kind,
        holder: ask.holder,
        organisation: ask.organisation,
        state: SeatState::Asked { why: ask.why },
        people: vec![Sitter { person: by.0, name: by.1.clone() }],
        offers: vec![],
    };
    keep(tx, of, &Item::new(ask.id, now, seat.clone()))?;
    let members = store::accounts::members(tx, table.municipality)?;
    let mut deciders: Vec<_> =
        members.iter().filter(|m| m.role == Role::ProcessLead).map(|m| m.person).collect();
    deciders.dedup();
    for to in deciders {
        let (item, news) = (ask.id, News::AskedToJoin);
        store::outbox::add(
            tx,
            &Errand::ConsultationNews { consultation: of, item, news, to },
            now,
        )?;
    }
    Ok(note(tx, &table, (&by, "asked_seat"), &[("holder", &seat.holder)], now)?)
}

/// Lets them in from the next entry moment, or not with a reason. They hear it by mail.
pub fn answer_seat(
    tx: &mut Tx,
    (of, id): (ConsultationId, ItemId),
    refused: Option<String>,
    by: By,
    now: Timestamp,
) -> Done {
    let table = store::consultations::find_to_change(tx, of)?;
    let seat: Item<Seat> = store::consultations::one(tx, of, id)?;
    let (answer, news, verb) = match refused {
        None => (Ok(table.details.entry.next(day_of(now))), News::SeatGiven, "gave_seat"),
        Some(reason) => (Err(reason), News::SeatDeclined, "declined_seat"),
    };
    let body = seat.body.clone().answer(answer, now)?;
    for one in &body.people {
        let errand = Errand::ConsultationNews { consultation: of, item: id, news, to: one.person };
        store::outbox::add(tx, &errand, now)?;
    }
    let holder = body.holder.clone();
    keep(tx, of, &Item { body, ..seat })?;
    Ok(note(tx, &table, (&by, verb), &[("holder", &holder)], now)?)
}
