//! A party signs its own part, or leaves.

use actix_web::web::{Data, Path};

use super::part::{Shown, can_be_signed, faulty, refused};
use crate::actions::{self, Failure, SignPart};
use crate::domain::bids::submission::signs_for;
use crate::domain::ids::{BidId, PartyId};
use crate::domain::permission::Act;
use crate::rendering::layout::FieldError;
use crate::web::App;
use crate::web::errors::Answer;
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

/// `POST /bids/{bid}/parties/{party}/signature`
pub async fn sign(
    me: SignedIn,
    ids: Path<(BidId, PartyId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let ids = ids.into_inner();
    let shown = Shown::own(&app, &me, ids, Act::SignOwnPart).await?;
    let wrong = if can_be_signed(&shown) { wrong(&app, &me, &form.typed) } else { vec![] };
    if !wrong.is_empty() {
        return faulty(&app, &me, &shown, (&form.typed, wrong));
    }
    let (now, by) = (form.at, (me.id, me.name().to_owned()));
    let (name, hash) = (form.typed.text("name").to_owned(), form.typed.text("shown").to_owned());
    let sign = SignPart { bid: ids.0, party: ids.1, by, name, shown: hash };
    match app.write(move |tx| actions::sign_part(tx, sign, now)).await {
        Ok(()) => Ok(pages::see_other(urls::bid_party(ids.0, ids.1))),
        Err(Failure::Refused(why)) => refused(&app, &me, &shown, (&form.typed, why)),
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

fn wrong(app: &App, me: &SignedIn, typed: &Typed) -> Vec<FieldError> {
    let error = |field: &str, key: &str| FieldError {
        field: field.to_owned(),
        text: app.renderer.translate(me.lang, key, &[("name", me.name().into())]),
    };
    let mut wrong = vec![];
    if typed.text("agree") != "yes" {
        wrong.push(error("agree", "party-agree-open"));
    }
    if !signs_for(typed.text("name"), me.name()) {
        wrong.push(error("name", "submission-name-wrong"));
    }
    wrong
}

/// `POST /bids/{bid}/parties/{party}/departure`
pub async fn leave(
    me: SignedIn,
    ids: Path<(BidId, PartyId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let ids = ids.into_inner();
    let shown = Shown::own(&app, &me, ids, Act::LeaveJointBid).await?;
    let reason = form.typed.text("reason").to_owned();
    let (by, now) = ((me.id, me.name().to_owned()), form.at);
    match app.write(move |tx| actions::leave_bid(tx, ids, &reason, by, now)).await {
        Ok(()) => Ok(pages::see_other("/bids")),
        Err(Failure::Refused(why)) => refused(&app, &me, &shown, (&form.typed, why)),
        Err(Failure::Store(error)) => Err(error.into()),
    }
}
