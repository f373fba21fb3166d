//! What the lead shares with the others in a joint bid: its answers, to read.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::frame;
use crate::domain::ids::BidId;
use crate::domain::rounds::sections::Section;
use crate::rendering::layout::Page;
use crate::web::App;
use crate::web::bids::desk::{Desk, reader};
use crate::web::bids::words::{Fact, Words};
use crate::web::errors::{Answer, Error};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct ReadingPage {
    page: Page,
    lot: String,
    back: String,
    sections: Vec<Shared>,
}

#[derive(Serialize)]
struct Shared {
    id: String,
    title: String,
    facts: Vec<Fact>,
}

/// `GET /bids/{bid}/parties/reading`
pub async fn show(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let (bid, asker) = (bid.into_inner(), me.me.clone());
    let desk = app.read::<_, Error, _>(move |conn| Desk::joint(conn, &asker, bid)).await?;
    let words = Words::new(reader(&app, &me), desk.form());
    let kept = |section: &&Section| desk.joint.board.kept.contains(&section.code);
    let shared = desk.round.definition.sections.iter().filter(|section| !kept(section));
    let view = |section: &Section| Shared {
        id: section.code.clone(),
        title: section.title.clone(),
        facts: words.facts(section, &desk.answers),
    };
    let page = ReadingPage {
        page: frame(&app, &me, &desk, words.r.say("party-reading-title")),
        lot: desk.lot_name(words.r),
        back: urls::bid_parties(bid),
        sections: shared.map(view).collect(),
    };
    pages::html(&app, &me, "bids/parties_reading.html", &page)
}
