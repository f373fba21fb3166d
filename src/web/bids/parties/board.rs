//! What the lead decides for all: the matrix, and what it keeps to itself.

use std::collections::BTreeSet;

use actix_web::web::{Data, Path};

use super::overview::{Shown, refused};
use crate::actions::{self, Failure};
use crate::domain::bids::parties::PartyRefusal;
use crate::domain::bids::parties::work::{Cell, Hand};
use crate::domain::ids::BidId;
use crate::web::App;
use crate::web::errors::Answer;
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

/// `POST /bids/{bid}/parties/work`
pub async fn save_work(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let bid = bid.into_inner();
    let shown = Shown::to_change(&app, &me, bid).await?;
    let cells = match cells(&form.typed) {
        Ok(cells) => cells,
        Err(why) => return refused(&app, &me, &shown, (&form.typed, "work", why)),
    };
    let (by, now, seen) = ((me.id, me.name().to_owned()), form.at, form.typed.number("work"));
    match app.write(move |tx| actions::chart_work(tx, bid, (cells, seen), by, now)).await {
        Ok(()) => Ok(pages::see_other(format!("{}#work", urls::bid_parties(bid)))),
        Err(Failure::Refused(why)) => refused(&app, &me, &shown, (&form.typed, "work", why)),
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

/// Every box that is ticked is an area, a service and a hand.
fn cells(typed: &Typed) -> Result<Vec<(Cell, Hand)>, PartyRefusal> {
    let read = |value: &String| {
        let mut parts = value.split('|').map(str::to_owned);
        let (area, service, hand) = (parts.next()?, parts.next()?, parts.next()?);
        Some((Cell { area, service }, Hand::try_from(hand).ok()?))
    };
    typed.all("cell").iter().map(|value| read(value).ok_or(PartyRefusal::NoSuchWork)).collect()
}

/// `POST /bids/{bid}/parties/walls`
pub async fn save_walls(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let bid = bid.into_inner();
    let shown = Shown::to_change(&app, &me, bid).await?;
    let chosen = form.typed.all("kept").iter();
    let kept: BTreeSet<String> =
        chosen.filter(|code| shown.desk.form().section(code).is_some()).cloned().collect();
    let (by, now, seen) = ((me.id, me.name().to_owned()), form.at, form.typed.number("walls"));
    match app.write(move |tx| actions::share_sections(tx, bid, (kept, seen), by, now)).await {
        Ok(()) => Ok(pages::see_other(format!("{}#walls", urls::bid_parties(bid)))),
        Err(Failure::Refused(why)) => refused(&app, &me, &shown, (&form.typed, "kept", why)),
        Err(Failure::Store(error)) => Err(error.into()),
    }
}
