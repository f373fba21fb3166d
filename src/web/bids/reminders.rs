//! Reminders of the deadline: when they come, and the choice to have none, signed in or by the link
//! in a reminder.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::desk::{Below, Desk, reader};
use crate::actions::{self, Wish};
use crate::domain::bids::reminders::to_come;
use crate::domain::ids::{BidId, PersonId};
use crate::domain::journal::sha256_hex;
use crate::domain::permission::Act;
use crate::rendering::layout::Page;
use crate::store::{self, Conn, StoreError};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct RemindersPage {
    page: Page,
    lot: String,
    back: Option<String>,
    action: String,
    muted: bool,
    closes_at: jiff::Timestamp,
    /// Moments that are still to come.
    moments: Vec<jiff::Timestamp>,
}

/// `GET /bids/{bid}/reminders`
pub async fn show(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let (bid, asker, person) = (bid.into_inner(), me.me.clone(), me.id);
    let load = move |conn: &mut Conn| {
        let desk = Desk::load(conn, &asker, bid, Act::WriteBid)?;
        Ok::<_, Error>((desk, store::reminders::is_muted(conn, bid, person)?))
    };
    let (desk, muted) = app.read(load).await?;
    let r = reader(&app, &me);
    let closes_at = desk.round.closes_at();
    let page = RemindersPage {
        page: desk.page(&app, &me, r.say("reminders-title"), Below::Bid),
        lot: desk.lot_name(r),
        back: Some(urls::bid(bid)),
        action: format!("{}/reminders", urls::bid(bid)),
        muted,
        closes_at,
        moments: to_come(closes_at, me.now).into_iter().map(|(_, at)| at).collect(),
    };
    pages::html(&app, &me, "bids/reminders.html", &page)
}

/// `POST /bids/{bid}/reminders`
pub async fn wish(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let bid = bid.into_inner();
    Desk::open(&app, &me, bid, Act::WriteBid).await?;
    keep(&app, &me, (bid, me.id), form.typed.text("wish")).await?;
    Ok(pages::see_other(format!("{}/reminders", urls::bid(bid))))
}

async fn keep(app: &App, me: &Me, of: (BidId, PersonId), wish: &str) -> Result<(), Error> {
    let wish = if wish == "remind" { Wish::Remind } else { Wish::Mute };
    let now = me.now;
    app.write::<_, StoreError, _>(move |tx| actions::wish_reminders(tx, of, wish, now)).await?;
    Ok(())
}

/// `GET /reminders/{secret}`: from a mail, without signing in. Only the button changes anything:
/// programs that read mail open links too.
pub async fn by_link(me: Me, secret: Path<String>, app: Data<App>) -> Answer {
    let hash = sha256_hex(secret.as_bytes());
    let now = me.now;
    let load = move |conn: &mut Conn| {
        let (bid, person) = store::reminders::by_link(conn, &hash)?.ok_or(Error::Gone)?;
        let muted = store::reminders::is_muted(conn, bid, person)?;
        let bid = store::bids::find(conn, bid)?;
        let round = store::rounds::find(conn, bid.round)?;
        Ok::<_, Error>((store::rounds::find_lot(conn, bid.lot)?, round.closes_at(), muted))
    };
    let (lot, closes_at, muted) = app.read(load).await?;
    let page = RemindersPage {
        page: pages::frame(&app, &me, "reminders-title"),
        lot: lot.label(),
        back: None,
        action: format!("/reminders/{secret}"),
        muted,
        closes_at,
        moments: to_come(closes_at, now).into_iter().map(|(_, at)| at).collect(),
    };
    pages::html(&app, &me, "bids/reminders.html", &page)
}

/// `POST /reminders/{secret}`
pub async fn wish_by_link(
    me: Me,
    secret: Path<String>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let hash = sha256_hex(secret.as_bytes());
    let load = move |conn: &mut Conn| store::reminders::by_link(conn, &hash);
    let of = app.read::<_, StoreError, _>(load).await?.ok_or(Error::Gone)?;
    keep(&app, &me, of, form.typed.text("wish")).await?;
    Ok(pages::see_other(format!("/reminders/{secret}")))
}
