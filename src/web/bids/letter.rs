//! The letter that a bid may not take part, for its own people.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::facts::Facts;
use crate::documents::letters::{self, Part};
use crate::domain::ids::BidId;
use crate::domain::permission::Act;
use crate::domain::review::rejection::Letter;
use crate::rendering::layout::Page;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct LetterPage {
    page: Page,
    back: String,
    subject: String,
    at: Timestamp,
    letter: Vec<Part>,
}

/// `GET /bids/{bid}/letter`
pub async fn page(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let (bid, asker) = (bid.into_inner(), me.me.clone());
    let load = move |conn: &mut Conn| {
        let facts = Facts::load(conn, &asker, bid, Act::ReadBid)?;
        let letter = store::rejections::letter(conn, bid)?.ok_or(Error::Missing)?;
        Ok::<_, Error>((facts, letter))
    };
    let (facts, (Letter { subject, body }, at)) = app.read(load).await?;
    let page = LetterPage {
        page: facts.frame(&app, &me, "own-letter-title", &[]),
        back: urls::bid(bid),
        at,
        letter: letters::parts(&body),
        subject,
    };
    pages::html(&app, &me, "bids/letter.html", &page)
}
