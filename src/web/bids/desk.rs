//! What somebody has before them who writes a bid, read in one go after the permission.

use super::facts::Facts;
use crate::domain::bids::Shut;
use crate::domain::bids::answers::{Answers, Form};
use crate::domain::bids::gaps::{Files, Meter};
use crate::domain::bids::parties::{Joint, statement};
use crate::domain::ids::{BidId, OrganisationId, PartyId};
use crate::domain::permission::{Act, Place};
use crate::domain::rounds::sections::Section;
use crate::rendering::layout::{Notice, NoticeKind, Page};
use crate::store::answers::At;
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
    /// The others in a joint bid.
    pub joint: Joint,
    /// Whose people write what is on this desk: the cooperative, or a party its part.
    pub writers: OrganisationId,
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
        let writers = facts.bid.cooperative;
        let pen = pen(me, &facts, (Act::WriteBid, &Place::organisation(writers)));
        Desk::of(conn, facts, (pen, writers))
    }

    /// For everybody in a joint bid: what they may read of it is up to the page.
    pub fn joint(conn: &mut Conn, me: &Me, id: BidId) -> Result<Desk, Error> {
        me.may(Act::ReadJointBid, &store::places::joint(conn, id, None, me.now)?)?;
        let facts = Facts::read(conn, me, id)?;
        let writers = facts.bid.cooperative;
        let pen = pen(me, &facts, (Act::WriteBid, &Place::organisation(writers)));
        Desk::of(conn, facts, (pen, writers))
    }

    /// For the people of one party, at its part.
    pub fn part(
        conn: &mut Conn,
        me: &Me,
        (id, party): (BidId, PartyId),
        act: Act,
    ) -> Result<Desk, Error> {
        let place = store::places::joint(conn, id, Some(party), me.now)?;
        me.may(act, &place)?;
        let facts = Facts::read(conn, me, id)?;
        let pen = pen(me, &facts, (Act::WriteOwnPart, &place));
        Desk::of(conn, facts, (pen, place.part.ok_or(Error::Missing)?))
    }

    /// At one field: of a section, for the cooperative; of a part, for the people of that party.
    pub fn at(conn: &mut Conn, me: &Me, place: &At, act: Act) -> Result<Desk, Error> {
        let desk = match (statement::party_of(&place.field), act) {
            (Some(party), Act::WriteBid) => {
                Desk::part(conn, me, (place.bid, party), Act::WriteOwnPart)?
            }
            (Some(party), _) => Desk::part(conn, me, (place.bid, party), Act::ReadOwnPart)?,
            (None, act) => Desk::load(conn, me, place.bid, act)?,
        };
        desk.form().field(&place.field).ok_or(Error::Missing)?;
        Ok(desk)
    }

    fn of(
        conn: &mut Conn,
        facts: Facts,
        (pen, writers): (Pen, OrganisationId),
    ) -> Result<Desk, Error> {
        let id = facts.bid.id;
        Ok(Desk {
            answers: store::answers::of_bid(conn, id)?,
            joint: store::parties::of_bid(conn, id)?,
            facts,
            pen,
            writers,
        })
    }

    pub fn form(&self) -> Form<'_> {
        Form::new(&self.round.definition, &self.lot.details)
    }

    pub fn meter(&self) -> Meter {
        let mut files = Files::new();
        for file in self.files.iter().filter(|file| file.removed_at.is_none()) {
            *files.entry(file.section.clone()).or_default() += 1;
        }
        let parties = self.joint.gaps(&self.answers, &self.lot.details);
        Meter::of(&self.form(), &self.answers, &files).with_parties(parties)
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
        // The task list has the way to it.
        if self.terms.is_behind() && matches!(below, Below::Bid) {
            let text = r.say("terms-behind-note");
            page.notice = Some(Notice { kind: NoticeKind::Warning, text });
        }
        page
    }
}

fn pen(me: &Me, facts: &Facts, (act, place): (Act, &Place)) -> Pen {
    match facts.bid.may_change(&facts.round, me.now) {
        Err(Shut::Closed) => Pen::Closed,
        Err(Shut::Submitted) => Pen::Submitted,
        Ok(()) if me.can(act, place) => Pen::Ready,
        Ok(()) => Pen::ReadsAlong,
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
