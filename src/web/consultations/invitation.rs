//! The link by which somebody takes a seat. It is for one address, and asks for an account.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::desk::{self, Said, href};
use crate::actions::Failure;
use crate::actions::consultations::{self as acts, OfferRefusal};
use crate::domain::journal::sha256_hex;
use crate::store::tokens::Purpose;
use crate::web::App;
use crate::web::accounts::{InvitationWay, invitation_facts};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::Me;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct Invitation {
    email: String,
    organisation: String,
    way: InvitationWay,
    action: String,
    sign_in: String,
}

fn address(secret: &str) -> String {
    format!("/consultation-invitations/{secret}")
}

/// `GET /consultation-invitations/{secret}`
pub async fn show(me: Me, secret: Path<String>, app: Data<App>) -> Answer {
    let facts = invitation_facts(&app, &me, (&secret, Purpose::Consultation)).await?;
    let body = Invitation {
        email: facts.token.email,
        organisation: facts.organisation,
        way: facts.way,
        action: address(&secret),
        sign_in: urls::sign_in(&address(&secret)),
    };
    let page = pages::frame(&app, &me, "consultation-invitation-title");
    let typed = Typed::default();
    desk::show((&app, &me), "consultations/invitation.html", (page, body), &Said::nothing(&typed))
}

/// `POST /consultation-invitations/{secret}`
pub async fn accept(
    me: Me,
    secret: Path<String>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let facts = invitation_facts(&app, &me, (&secret, Purpose::Consultation)).await?;
    let Some(person) = me.person.clone().filter(|_| facts.way.accept) else {
        return Err(match facts.way.other {
            true => Error::Refused("refusal-invitation-other"),
            false => Error::SignIn { next: address(&secret) },
        });
    };
    let (hash, now) = (sha256_hex(secret.as_bytes()), me.now);
    let done = app.write(move |tx| acts::take_offered_seat(tx, &hash, &person, now)).await;
    match done {
        Ok(id) => Ok(pages::see_other(href(id, "desk"))),
        Err(Failure::Refused(OfferRefusal::Dead)) => Err(Error::Gone),
        Err(other) => Err(other.into()),
    }
}
