//! The receipt: number, time and hash of what was handed in, and the very text to keep.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::desk::{Below, Desk, reader};
use crate::domain::bids::Receipt;
use crate::domain::ids::{BidId, SubmissionId};
use crate::domain::permission::{Act, Place};
use crate::rendering::layout::Page;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::downloads;
use crate::web::errors::{Answer, Error};
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct ReceiptPage {
    page: Page,
    lot: String,
    municipality: String,
    round: String,
    cooperative: String,
    receipt: ReceiptView,
    /// Those of versions that were taken back, newest first.
    earlier: Vec<ReceiptView>,
    closes_at: jiff::Timestamp,
    /// It can still be taken back.
    open: bool,
    withdrawal: Option<String>,
    submission: String,
    documents: String,
    /// Where anybody can check the receipt.
    verification: String,
    tasks: String,
}

#[derive(Serialize)]
struct ReceiptView {
    number: String,
    /// To the second.
    at: String,
    by: String,
    hash: String,
    href: String,
    withdrawn_at: Option<String>,
    reason: String,
}

struct Facts {
    desk: Desk,
    cooperative: String,
    receipts: Vec<Receipt>,
}

/// `GET /bids/{bid}/receipt`
pub async fn page(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let (bid, asker) = (bid.into_inner(), me.me.clone());
    let load = move |conn: &mut Conn| {
        let desk = Desk::load(conn, &asker, bid, Act::ReadBid)?;
        Ok::<_, Error>(Facts {
            cooperative: store::accounts::organisation(conn, desk.bid.cooperative)?.name,
            receipts: store::submissions::receipts(conn, &[bid])?,
            desk,
        })
    };
    let facts = app.read(load).await?;
    let page = view(&app, &me, &facts).ok_or(Error::Missing)?;
    pages::html(&app, &me, "bids/receipt.html", &page)
}

fn view(app: &App, me: &Me, facts: &Facts) -> Option<ReceiptPage> {
    let desk = &facts.desk;
    let r = reader(app, me);
    let (newest, earlier) = facts.receipts.split_first()?;
    let place = Place::organisation(desk.bid.cooperative);
    let open = desk.round.takes_bids(me.now);
    let withdraws = open && newest.withdrawn.is_none() && me.can(Act::WithdrawBid, &place);
    Some(ReceiptPage {
        page: desk.page(app, me, r.say("receipt-title"), Below::Bid),
        lot: desk.lot_name(r),
        municipality: desk.municipality.name.clone(),
        round: desk.round.definition.title.clone(),
        cooperative: facts.cooperative.clone(),
        receipt: line(app, me, newest),
        earlier: earlier.iter().map(|receipt| line(app, me, receipt)).collect(),
        closes_at: desk.round.closes_at(),
        open,
        withdrawal: withdraws.then(|| urls::bid_withdrawal(desk.bid.id)),
        submission: urls::bid_check(desk.bid.id),
        documents: urls::bid_documents(desk.bid.id),
        verification: format!("{}/receipts/{}", app.limits.public_url, newest.number),
        tasks: urls::bid(desk.bid.id),
    })
}

fn line(app: &App, me: &Me, receipt: &Receipt) -> ReceiptView {
    let exact = |at| app.renderer.exact_moment(me.lang, at);
    let withdrawn = receipt.withdrawn.as_ref();
    ReceiptView {
        number: receipt.number.clone(),
        at: exact(receipt.at),
        by: receipt.by_name.clone(),
        hash: receipt.hash.clone(),
        href: format!("{}/{}", urls::bid_receipt(receipt.bid), receipt.id),
        withdrawn_at: withdrawn.map(|w| exact(w.at)),
        reason: withdrawn.map(|w| w.reason.clone()).unwrap_or_default(),
    }
}

/// `GET /bids/{bid}/receipt/{submission}`: the text whose hash is on the receipt, byte for byte.
pub async fn content(me: SignedIn, ids: Path<(BidId, SubmissionId)>, app: Data<App>) -> Answer {
    let ((bid, submission), asker) = (ids.into_inner(), me.me.clone());
    let load = move |conn: &mut Conn| {
        let place = store::places::bid(conn, bid, asker.actor.person, asker.now)?;
        asker.may(Act::ReadBid, &place)?;
        let receipt = store::submissions::receipt(conn, submission)?;
        let receipt = receipt.filter(|r| r.bid == bid).ok_or(Error::Missing)?;
        Ok::<_, Error>((receipt.number, store::submissions::text(conn, submission)?))
    };
    let (number, text) = app.read(load).await?;
    Ok(downloads::text(&format!("{number}.json"), "application/json", text))
}
