//! New terms for a bid that was begun: what changed since, and taking it over.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::desk::{Below, Desk, Pen};
use crate::actions::{self, Failure};
use crate::domain::ids::BidId;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::amendment::differences;
use crate::rendering::layout::{FieldError, Page};
use crate::store::terms::Published;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::differences::{self, Told};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::rounds::form::Words;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct TermsPage {
    page: Page,
    errors: Vec<FieldError>,
    lot: String,
    back: String,
    /// What the municipality said about each change since this bid was begun.
    reasons: Vec<Reason>,
    changes: Vec<ChangeView>,
    /// Where the new terms are taken over; none when nothing is to be done, or not by this person.
    action: Option<String>,
    /// The bid is handed in on the old terms.
    submitted: Option<String>,
    up_to_date: bool,
    version: i32,
    all: String,
}

#[derive(Serialize)]
struct Reason {
    title: String,
    text: String,
}

#[derive(Serialize)]
struct ChangeView {
    text: String,
    essential: bool,
    href: Option<String>,
}

async fn load(
    app: &App,
    me: &SignedIn,
    bid: BidId,
    act: Act,
) -> Result<(Desk, Vec<Published>), Error> {
    let asker = me.me.clone();
    app.read(move |conn: &mut Conn| {
        let desk = Desk::load(conn, &asker, bid, act)?;
        let published = store::terms::of_round(conn, desk.round.id)?;
        Ok((desk, published))
    })
    .await
}

/// `GET /bids/{bid}/terms`
pub async fn page(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let (desk, published) = load(&app, &me, bid.into_inner(), Act::ReadBid).await?;
    pages::html(&app, &me, "bids/terms.html", &view(&app, &me, &desk, &published))
}

/// `POST /bids/{bid}/terms`
pub async fn accept(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (desk, published) = load(&app, &me, bid.into_inner(), Act::WriteBid).await?;
    let (bid, seen) = (desk.bid.id, form.typed.number("version"));
    let (by, now) = ((me.id, me.name().to_owned()), form.at);
    match app.write(move |tx| actions::accept_terms(tx, (bid, seen), by, now)).await {
        Ok(()) => Ok(pages::see_other(urls::bid(bid))),
        Err(Failure::Refused(why)) => {
            let mut page = view(&app, &me, &desk, &published);
            page.errors = vec![Words::of(&app, &me).error("changes", why.key())];
            page.page.fault = true;
            pages::with_status(&app, &me, StatusCode::CONFLICT, ("bids/terms.html", &page))
        }
        Err(failure) => Err(failure.into()),
    }
}

fn view(app: &App, me: &SignedIn, desk: &Desk, published: &[Published]) -> TermsPage {
    let words = Words::of(app, me);
    let bid = urls::bid(desk.bid.id);
    let behind = desk.terms.is_behind();
    let newer = published.iter().filter(|one| one.number > desk.terms.own);
    TermsPage {
        // This is the page that the notice of the others leads to.
        page: Page { notice: None, ..desk.page(app, me, words.say("terms-title"), Below::Bid) },
        errors: vec![],
        lot: desk.lot_name(super::desk::reader(app, me)),
        reasons: newer.map(|one| reason(one, words)).collect(),
        changes: changes(desk, published, words),
        action: (behind && desk.pen == Pen::Ready).then(|| format!("{bid}/terms")),
        submitted: (behind && desk.pen == Pen::Submitted)
            .then(|| urls::bid_withdrawal(desk.bid.id)),
        up_to_date: !behind,
        version: desk.terms.latest,
        all: format!("{}/amendments", urls::round(desk.round.id)),
        back: bid,
    }
}

fn reason(one: &Published, words: Words<'_>) -> Reason {
    let number = i64::from(one.number - 1);
    let title = words.with("amendment-number", &[("number", number.into())]);
    Reason { title, text: one.reason.clone() }
}

/// Between the terms of the bid and those of now, each with the section where one meets it.
fn changes(desk: &Desk, published: &[Published], words: Words<'_>) -> Vec<ChangeView> {
    let with = |number| published.iter().find(|one| one.number == number);
    let (Some(own), Some(latest)) = (with(desk.terms.own), with(desk.terms.latest)) else {
        return vec![];
    };
    let found = differences(&own.terms, &latest.terms);
    let told = differences::told(&found, words, &latest.terms.definition);
    let link = |one: Told| ChangeView {
        href: one
            .section
            .filter(|code| desk.round.definition.section(code).is_some())
            .map(|code| urls::bid_section(desk.bid.id, &code)),
        text: one.text,
        essential: one.essential,
    };
    told.into_iter().map(link).collect()
}
