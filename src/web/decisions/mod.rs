//! Deciding who gets which lot, and what everybody reads about it afterwards.

mod letters;
mod lot;
mod overview;
mod proofs;
mod publication;
mod ranking;
mod result;

pub use letters::{of_bid, of_round as letters, own_pdf};
pub use lot::{decide, show as lot};
pub use overview::show as overview;
pub use proofs::{judge as judge_proof, page as proofs};
pub use publication::{preview, publish};
pub use result::show as result;

use std::collections::BTreeMap;

use crate::documents::findings::Teller;
use crate::domain::accounts::Organisation;
use crate::domain::decisions::RoundFile;
use crate::domain::decisions::proofs::Proof;
use crate::domain::ids::{BidId, RoundId};
use crate::domain::journal::By;
use crate::domain::permission::{Act, Place};
use crate::rendering::layout::{Crumb, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::Error;
use crate::web::me::Me;
use crate::web::{pages, urls};

/// The file of a round with what a page around it needs.
struct Opened {
    file: RoundFile,
    owner: Organisation,
    place: Place,
    /// What was written down about proofs that winners may show late.
    proofs: BTreeMap<BidId, Vec<Proof>>,
}

impl Opened {
    fn proofs_of(&self, bid: BidId) -> &[Proof] {
        self.proofs.get(&bid).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Opens the file for somebody who may do this.
async fn open(app: &App, me: &Me, round: RoundId, act: Act) -> Result<Opened, Error> {
    let asker = me.clone();
    let read = move |conn: &mut Conn| {
        let place = store::places::round(conn, round, asker.now)?;
        asker.may(act, &place)?;
        let file = store::decisions::file(conn, round)?;
        let owner = store::accounts::organisation(conn, file.round.municipality)?;
        let proofs = store::award_proofs::of_round(conn, round)?;
        Ok::<_, Error>(Opened { file, owner, place, proofs })
    };
    app.read(read).await
}

/// The frame of a page below the decision of a round.
fn frame(app: &App, me: &Me, title: &str, opened: &Opened) -> Page {
    let round = &opened.file.round;
    let mut page = pages::frame_of(app, me, title, &opened.owner);
    page.crumbs = vec![
        pages::crumb("/manage", say(app, me, "menu-manage")),
        pages::crumb(urls::manage_round(round.id), round.definition.title.clone()),
    ];
    page
}

/// The way from the overview of the decision to a page below it.
fn below_overview(app: &App, me: &Me, round: RoundId) -> Crumb {
    pages::crumb(urls::decision(round), say(app, me, "decision-title"))
}

fn say(app: &App, me: &Me, key: &str) -> String {
    app.renderer.translate(me.lang, key, &[])
}

fn teller<'a>(app: &'a App, me: &Me, opened: &'a Opened) -> Teller<'a> {
    Teller::new(&app.renderer, me.lang, &opened.file)
}

/// Who acts, as the journal writes it down.
fn by(me: &Me) -> Result<By, Error> {
    let id = me.actor.person.ok_or(Error::Forbidden)?;
    Ok((id, me.name().to_owned()))
}
