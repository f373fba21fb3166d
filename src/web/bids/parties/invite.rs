//! The lead invites organisations, and takes them out again.

use actix_web::web::{Data, Path};

use super::overview::{Shown, refused};
use crate::actions::{self, Failure, InviteParty};
use crate::domain::accounts::credentials::Email;
use crate::domain::accounts::throttle::Gate;
use crate::domain::bids::parties::{PartyRefusal, PartyRole};
use crate::domain::ids::{BidId, PartyId};
use crate::store;
use crate::web::App;
use crate::web::accounts::pass_gate;
use crate::web::errors::Answer;
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

/// `POST /bids/{bid}/parties`
pub async fn invite(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let bid = bid.into_inner();
    let shown = Shown::to_change(&app, &me, bid).await?;
    let open = shown.desk.bid.may_change(&shown.desk.round, me.now);
    let open = open.map_err(|why| ("name", PartyRefusal::Shut(why)));
    let invite = match open.and_then(|()| read(&form.typed)) {
        Ok(invite) => invite,
        Err((field, why)) => return refused(&app, &me, &shown, (&form.typed, field, why)),
    };
    pass_gate(&app, &me, Gate::Invite, me.id.as_str()).await?;
    let (by, now) = ((me.id, me.name().to_owned()), form.at);
    match app.write(move |tx| actions::invite_party(tx, bid, invite, by, now)).await {
        Ok(()) => Ok(pages::see_other(format!("{}#who", urls::bid_parties(bid)))),
        Err(Failure::Refused(why)) => refused(&app, &me, &shown, (&form.typed, "email", why)),
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

fn read(typed: &Typed) -> Result<InviteParty, (&'static str, PartyRefusal)> {
    let name = typed.text("name").split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(("name", PartyRefusal::Name));
    }
    let email = Email::parse(typed.text("email"));
    let role: Result<PartyRole, _> = typed.text("role").parse();
    Ok(InviteParty {
        id: PartyId::new(store::new_id()),
        role: role.map_err(|_| ("role", PartyRefusal::Role))?,
        name,
        email: email.map_err(|_| ("email", PartyRefusal::Address))?,
        secret: actions::new_secret(),
    })
}

/// `POST /bids/{bid}/parties/{party}/removal`
pub async fn remove(
    me: SignedIn,
    ids: Path<(BidId, PartyId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let ids = ids.into_inner();
    let shown = Shown::to_change(&app, &me, ids.0).await?;
    let reason = form.typed.text("reason").to_owned();
    let (by, now) = ((me.id, me.name().to_owned()), form.at);
    match app.write(move |tx| actions::remove_party(tx, ids, &reason, by, now)).await {
        Ok(()) => Ok(pages::see_other(urls::bid_parties(ids.0))),
        Err(Failure::Refused(why)) => {
            let field = format!("reason-{}", ids.1);
            refused(&app, &me, &shown, (&form.typed, &field, why))
        }
        Err(Failure::Store(error)) => Err(error.into()),
    }
}
