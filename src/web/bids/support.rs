//! Residents who support a bid, as the cooperative sees them. The page where they sign is in
//! `web::public::support`.

use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::desk::Desk;
use super::support_page::{SECTION, page as view};
use crate::actions::{self, Failure};
use crate::domain::bids::support::{self, Statement, SupportPage, SupportRefusal};
use crate::domain::ids::{BidId, StatementId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::rendering::layout::FieldError;
use crate::store::{self, Conn};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::{App, pages, urls};

const TEMPLATE: &str = "bids/support.html";

/// What the page rests on.
pub struct Shown {
    pub desk: Desk,
    /// The newest, open or not.
    pub page: Option<SupportPage>,
    pub statements: Vec<Statement>,
}

#[derive(Clone, Copy, Deserialize)]
pub struct Part {
    #[serde(default)]
    pub page: usize,
}

impl Shown {
    async fn load(app: &App, me: &Me, bid: BidId, act: Act) -> Result<Shown, Error> {
        let asker = me.clone();
        let load = move |conn: &mut Conn| {
            Ok::<_, Error>(Shown {
                desk: Desk::load(conn, &asker, bid, act)?,
                page: store::support::page_of(conn, bid)?,
                statements: store::support::of_bid(conn, bid)?,
            })
        };
        app.read(load).await
    }
}

/// `GET /bids/{bid}/support`
pub async fn show(me: SignedIn, bid: Path<BidId>, part: Query<Part>, app: Data<App>) -> Answer {
    let shown = Shown::load(&app, &me, bid.into_inner(), Act::ReadBid).await?;
    let typed = Typed::default();
    pages::html(&app, &me, TEMPLATE, &view(&app, &me, (&shown, *part), (&typed, vec![])))
}

fn again(app: &App, me: &Me, shown: &Shown, typed: &Typed, (field, key): (&str, &str)) -> Answer {
    let text = app.renderer.translate(me.lang, key, &[]);
    let errors = vec![FieldError { field: field.to_owned(), text }];
    let part = Part { page: usize::try_from(typed.number("page")).unwrap_or(0) };
    pages::faulty(app, me, TEMPLATE, &view(app, me, (shown, part), (typed, errors)))
}

fn back(bid: BidId) -> Answer {
    Ok(pages::see_other(format!("{}/support", urls::bid(bid))))
}

/// `POST /bids/{bid}/support`: a page with a code of its own.
pub async fn open(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (bid, typed) = (bid.into_inner(), form.typed);
    let shown = Shown::load(&app, &me, bid, Act::WriteBid).await?;
    let about = match support::about(typed.text("about")) {
        Ok(about) => about,
        Err(why) => return again(&app, &me, &shown, &typed, ("about", why.key())),
    };
    let (by, now, code) = ((me.id, me.name().to_owned()), form.at, support::code(rand::random()));
    let page = SupportPage { code, bid, about, opened_at: now, closed_at: None };
    match app.write(move |tx| actions::open_support(tx, &page, by, now)).await {
        Ok(()) => back(bid),
        Err(Failure::Refused(why)) => again(&app, &me, &shown, &typed, ("about", why.key())),
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

/// `POST /bids/{bid}/support/closure`
pub async fn close(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let bid = bid.into_inner();
    Desk::open(&app, &me, bid, Act::WriteBid).await?;
    let (by, now) = ((me.id, me.name().to_owned()), form.at);
    let done = app.write(move |tx| actions::close_support(tx, bid, by, now)).await;
    done.map_err(Error::from)?;
    back(bid)
}

/// `POST /bids/{bid}/support/{statement}/hiding`
pub async fn hide(
    me: SignedIn,
    ids: Path<(BidId, StatementId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (ids, typed) = (ids.into_inner(), form.typed);
    let shown = Shown::load(&app, &me, ids.0, Act::WriteBid).await?;
    if !shown.statements.iter().any(|one| one.id == ids.1 && one.hidden.is_none()) {
        return Err(Error::Missing);
    }
    let (by, now) = ((me.id, me.name().to_owned()), form.at);
    let reason = typed.text("reason").split_whitespace().collect::<Vec<_>>().join(" ");
    match app.write(move |tx| actions::hide_statement(tx, ids, &reason, by, now)).await {
        Ok(()) => back(ids.0),
        Err(Failure::Refused(why @ SupportRefusal::Reason)) => {
            let field = format!("reason-{}", ids.1);
            again(&app, &me, &shown, &typed, (&field, why.key()))
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /bids/{bid}/support/{statement}/restoration`
pub async fn restore(
    me: SignedIn,
    ids: Path<(BidId, StatementId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (ids, by, now) = (ids.into_inner(), (me.id, me.name().to_owned()), form.at);
    Desk::open(&app, &me, ids.0, Act::WriteBid).await?;
    let done = app.write(move |tx| actions::show_statement(tx, ids, by, now)).await;
    done.map_err(Error::from)?;
    back(ids.0)
}

/// `POST /bids/{bid}/support/adoption`: the count becomes an answer.
pub async fn adopt(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let bid = bid.into_inner();
    let shown = Shown::load(&app, &me, bid, Act::WriteBid).await?;
    let answers = super::support_page::answers(&shown);
    let (by, now) = ((me.id, me.name().to_owned()), form.at);
    let act = move |tx: &mut store::Tx| {
        actions::adopt_answers(tx, (bid, by), answers, "adopted_support", now)
    };
    app.write(act).await.map_err(Error::from)?;
    Ok(pages::see_other(urls::bid_section(bid, SECTION)))
}
