//! Taking a bid back. Until the deadline it can be changed and handed in again.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::desk::{Below, Desk, reader};
use crate::actions;
use crate::domain::bids::Standing;
use crate::domain::ids::BidId;
use crate::domain::permission::Act;
use crate::domain::words::count_words;
use crate::rendering::layout::{FieldError, Page};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

const MOST_WORDS: usize = 200;

#[derive(Serialize)]
struct WithdrawalPage {
    page: Page,
    errors: Vec<FieldError>,
    lot: String,
    closes_at: jiff::Timestamp,
    left: Option<String>,
    /// There is something to take back, and time.
    may: bool,
    submitted: bool,
    reason: String,
    words: usize,
    most_words: usize,
    confirmed: bool,
    action: String,
    receipt: String,
    tasks: String,
}

/// `GET /bids/{bid}/withdrawal`
pub async fn page(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let desk = Desk::open(&app, &me, bid.into_inner(), Act::WithdrawBid).await?;
    let page = view(&app, &me, &desk, &Typed::default());
    pages::html(&app, &me, "bids/withdrawal.html", &page)
}

/// `POST /bids/{bid}/withdrawal`
pub async fn withdraw(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (bid, typed) = (bid.into_inner(), form.typed);
    let desk = Desk::open(&app, &me, bid, Act::WithdrawBid).await?;
    let errors = wrong(&app, (&me, &desk), &typed);
    if !errors.is_empty() {
        let mut page = WithdrawalPage { errors, ..view(&app, &me, &desk, &typed) };
        page.page.fault = true;
        return pages::faulty(&app, &me, "bids/withdrawal.html", &page);
    }
    let (by, now) = ((me.id, me.name().to_owned()), form.at);
    let reason = typed.text("reason").to_owned();
    app.write(move |tx| actions::withdraw_bid(tx, bid, by, &reason, now))
        .await
        .map_err(Error::from)?;
    Ok(pages::see_other(urls::bid(bid)))
}

/// Nothing where there is no form: then the action says why.
fn wrong(app: &App, (me, desk): (&Me, &Desk), typed: &Typed) -> Vec<FieldError> {
    if !can_be_withdrawn(me, desk) {
        return vec![];
    }
    let error = |field: &str, key: &str, count: usize| FieldError {
        field: field.to_owned(),
        text: app.renderer.translate(
            me.lang,
            key,
            &[("count", i64::try_from(count).unwrap_or(i64::MAX).into())],
        ),
    };
    let words = count_words(typed.text("reason"));
    let mut errors = vec![];
    if words == 0 {
        errors.push(error("reason", "bid-withdrawal-reason-empty", 0));
    } else if words > MOST_WORDS {
        errors.push(error("reason", "error-words-over", words - MOST_WORDS));
    }
    if typed.text("confirmed") != "yes" {
        errors.push(error("confirmed", "bid-withdrawal-confirm-open", 0));
    }
    errors
}

fn can_be_withdrawn(me: &Me, desk: &Desk) -> bool {
    desk.bid.standing == Standing::Submitted && desk.round.takes_bids(me.now)
}

fn view(app: &App, me: &Me, desk: &Desk, typed: &Typed) -> WithdrawalPage {
    let r = reader(app, me);
    let bid = desk.bid.id;
    WithdrawalPage {
        page: desk.page(app, me, r.say("bid-withdrawal-title"), Below::Bid),
        errors: vec![],
        lot: desk.lot_name(r),
        closes_at: desk.round.closes_at(),
        left: crate::web::public::views::left(&desk.round, r),
        may: can_be_withdrawn(me, desk),
        submitted: desk.bid.standing == Standing::Submitted,
        reason: typed.text("reason").to_owned(),
        words: count_words(typed.text("reason")),
        most_words: MOST_WORDS,
        confirmed: typed.text("confirmed") == "yes",
        action: urls::bid_withdrawal(bid),
        receipt: urls::bid_receipt(bid),
        tasks: urls::bid(bid),
    }
}
