use jiff::Timestamp;

use super::{Done, keep, note};
use crate::domain::accounts::credentials::Email;
use crate::domain::consultations::{ConsultationRefusal, Item, Offer, Seat, SeatKind, SeatState};
use crate::domain::errand::Errand;
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::journal::{By, sha256_hex};
use crate::store::tokens::{Purpose, Token};
use crate::store::{self, Tx};

/// The seat that somebody is invited to.
pub enum OfferedSeat {
    New {
        id: ItemId,
        kind: SeatKind,
        holder: String,
    },
    /// One more person for a seat that is there.
    Known(ItemId),
}

pub struct InviteToSeat {
    pub seat: OfferedSeat,
    pub email: Email,
    /// Goes into the mail; only its hash is kept.
    pub secret: String,
}

/// Invites somebody by mail. The same address once more gets a new link in place of the old one.
pub fn invite_to_seat(
    tx: &mut Tx,
    of: ConsultationId,
    invite: InviteToSeat,
    by: By,
    now: Timestamp,
) -> Done {
    let table = store::consultations::find_to_change(tx, of)?;
    let seats: Vec<Item<Seat>> = store::consultations::items(tx, of)?;
    let email = invite.email.as_str().to_owned();
    if let Some(known) = store::accounts::person_by_email(tx, &email)? {
        crate::domain::consultations::may_sit(&seats, known.id)?;
    }
    let seat = match invite.seat {
        OfferedSeat::Known(id) => {
            seats.into_iter().find(|seat| seat.id == id).ok_or(ConsultationRefusal::Gone)?
        }
        OfferedSeat::New { id, kind, holder } => {
            let state = SeatState::Invited;
            let body =
                Seat { kind, holder, organisation: None, state, people: vec![], offers: vec![] };
            Item::new(id, now, body)
        }
    };
    let hash = sha256_hex(invite.secret.as_bytes());
    let body = seat.body.clone().offer(Offer { email: email.clone(), hash: hash.clone() })?;
    let holder = body.holder.clone();
    keep(tx, of, &Item { body, ..seat })?;
    let until = now.saturating_add(crate::actions::INVITATION_GOOD_FOR).unwrap_or(now);
    let token = Token {
        organisation: Some(table.municipality),
        ..Token::new(Purpose::Consultation, email.clone(), until)
    };
    store::tokens::add(tx, &token, &hash, now)?;
    let errand = Errand::ConsultationInvitation {
        email,
        consultation: of,
        secret: invite.secret,
        by: by.1.clone(),
    };
    store::outbox::add(tx, &errand, now)?;
    Ok(note(tx, &table, (&by, "invited_to_seat"), &[("holder", &holder)], now)?)
}
