//! What somebody has before them who writes a bid, read in one go after the permission.

use super::facts::Facts;
use crate::domain::bids::Shut;
use crate::domain::bids::answers::{Answers, Form};
use crate::domain::bids::gaps::{Files, Meter};
use crate::domain::ids::BidId;
use crate::domain::permission::{Act, Place};
use crate::domain::rounds::sections::Section;
use crate::rendering::layout::Page;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::Error;
use crate::web::me::Me;
use crate::web::public::views::Reader;
use crate::web::{pages, urls};

pub struct Desk {
    pub facts: Facts,
    pub answers: Answers,
    pub pen: Pen,
}

impl std::ops::Deref for Desk {
    type Target = Facts;

    fn deref(&self) -> &Facts {
        &self.facts
    }
}

/// Can this person write here now?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pen {
    Ready,
    /// A member of the cooperative who does not write.
    ReadsAlong,
    /// The bid is handed in; to change it, it is withdrawn first.
    Submitted,
    /// The round takes no bids any more.
    Closed,
}

impl Pen {
    /// Why somebody only reads here; none for who can write.
    pub fn why_not(self, r: Reader<'_>) -> Option<String> {
        match self {
            Pen::Ready => None,
            Pen::ReadsAlong => Some(r.say("bid-reads-along")),
            Pen::Submitted => Some(r.say("bid-submitted")),
            Pen::Closed => Some(r.say("bid-closed")),
        }
    }
}

impl Desk {
    pub async fn open(app: &App, me: &Me, bid: BidId, act: Act) -> Result<Desk, Error> {
        let asker = me.clone();
        app.read(move |conn| Desk::load(conn, &asker, bid, act)).await
    }

    pub fn load(conn: &mut Conn, me: &Me, id: BidId, act: Act) -> Result<Desk, Error> {
        let facts = Facts::load(conn, me, id, act)?;
        let writer = Place::organisation(facts.bid.cooperative);
        let pen = match facts.bid.may_change(&facts.round, me.now) {
            Err(Shut::Closed) => Pen::Closed,
            Err(Shut::Submitted) => Pen::Submitted,
            Ok(()) if me.can(Act::WriteBid, &writer) => Pen::Ready,
            Ok(()) => Pen::ReadsAlong,
        };
        Ok(Desk { answers: store::answers::of_bid(conn, id)?, facts, pen })
    }

    pub fn form(&self) -> Form<'_> {
        Form::new(&self.round.definition, &self.lot.details)
    }

    pub fn meter(&self) -> Meter {
        let mut files = Files::new();
        for file in self.files.iter().filter(|file| file.removed_at.is_none()) {
            *files.entry(file.section.clone()).or_default() += 1;
        }
        Meter::of(&self.form(), &self.answers, &files)
    }

    /// A section that is not asked does not exist.
    pub fn section(&self, code: &str) -> Result<&Section, Error> {
        self.form().section(code).ok_or(Error::Missing)
    }

    /// `Perceel 6: Elsbroek`
    pub fn lot_name(&self, r: Reader<'_>) -> String {
        let name = self.lot.details.name.as_str().into();
        let args = [("number", i64::from(self.lot.number).into()), ("name", name)];
        r.renderer.translate(r.lang, "lot-named", &args)
    }

    /// A page in the house style of the municipality. The way to it is the list of own bids, this
    /// bid, and what `below` adds; the page itself comes last.
    pub fn page(&self, app: &App, me: &Me, title: String, below: Below) -> Page {
        let r = reader(app, me);
        let mut page = pages::frame_of(app, me, "menu-bids", &self.municipality);
        page.crumbs.push(pages::crumb("/bids", page.title.clone()));
        match below {
            Below::Bids => page.crumbs.push(pages::here(self.lot_name(r))),
            Below::Bid => {
                page.crumbs.push(pages::crumb(urls::bid(self.bid.id), self.lot_name(r)));
                page.crumbs.push(pages::here(title.clone()));
            }
        }
        page.title = title;
        page
    }
}

/// Where a page stands on the way to it.
#[derive(Clone, Copy)]
pub enum Below {
    Bids,
    Bid,
}

pub fn reader<'a>(app: &'a App, me: &Me) -> Reader<'a> {
    Reader { renderer: &app.renderer, lang: me.lang, now: me.now }
}
