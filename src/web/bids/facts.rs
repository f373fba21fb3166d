//! What every page of a bid needs, read in one go after the permission to see it.

use crate::domain::accounts::Organisation;
use crate::domain::bids::attachments::Check;
use crate::domain::bids::uploads::Upload;
use crate::domain::bids::{Attachment, Bid};
use crate::domain::ids::BidId;
use crate::domain::permission::Act;
use crate::domain::rounds::{Lot, Round};
use crate::rendering::layout::Page;
use crate::store::file_checks::Checks;
use crate::store::terms::BidTerms;
use crate::store::{self, Conn, StoreError};
use crate::web::App;
use crate::web::errors::Error;
use crate::web::me::Me;
use crate::web::{pages, urls};

pub struct Facts {
    pub bid: Bid,
    pub round: Round,
    pub lot: Lot,
    /// Under which number of the terms it is made.
    pub terms: BidTerms,
    pub municipality: Organisation,
    /// Also those taken out.
    pub files: Vec<Attachment>,
    /// What the virus scanner said of them.
    pub checks: Checks,
    /// Files that this person began to send and that are not whole.
    pub unfinished: Vec<Upload>,
}

impl Facts {
    pub fn load(conn: &mut Conn, me: &Me, id: BidId, act: Act) -> Result<Facts, Error> {
        me.may(act, &store::places::bid(conn, id, me.actor.person, me.now)?)?;
        Ok(Facts::read(conn, me, id)?)
    }

    /// The same for who asked already whether this person may see them.
    pub fn read(conn: &mut Conn, me: &Me, id: BidId) -> Result<Facts, StoreError> {
        let bid = store::bids::find(conn, id)?;
        let (round, lot, terms) = store::terms::as_known_to(conn, &bid)?;
        let files = store::attachments::of_bid(conn, id)?;
        let mut unfinished = match me.actor.person {
            Some(person) => store::uploads::of_person(conn, person)?,
            None => vec![],
        };
        unfinished.retain(|upload| upload.bid == id && !upload.is_over(me.now));
        Ok(Facts {
            checks: store::file_checks::of(conn, files.iter().map(|f| f.hash.as_str()))?,
            unfinished,
            municipality: store::accounts::organisation(conn, round.municipality)?,
            files,
            bid,
            round,
            lot,
            terms,
        })
    }

    pub fn check_of(&self, file: &Attachment) -> Check {
        self.checks.get(&file.hash).copied().unwrap_or(Check::Unchecked)
    }

    /// So many files of the bid wait for the virus scanner.
    pub fn waiting(&self) -> usize {
        let there = self.files.iter().filter(|file| file.removed_at.is_none());
        there.filter(|file| self.check_of(file) == Check::Waiting).count()
    }

    pub fn lot_title(&self) -> String {
        format!("{}. {}", self.lot.number, self.lot.details.name)
    }

    /// A page in the house style of the municipality, with the way to it: own bids, this bid,
    /// what `between` adds, and the page.
    pub fn frame(&self, app: &App, me: &Me, title: &str, between: &[(String, String)]) -> Page {
        let mut page = pages::frame_of(app, me, title, &self.municipality);
        let bids = app.renderer.translate(me.lang, "menu-bids", &[]);
        page.crumbs.push(pages::crumb("/bids", bids));
        page.crumbs.push(pages::crumb(urls::bid(self.bid.id), self.lot_title()));
        for (href, label) in between {
            page.crumbs.push(pages::crumb(href, label));
        }
        page.crumbs.push(pages::here(page.title.clone()));
        page
    }
}
