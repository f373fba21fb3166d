//! Mails to a cooperative about its own bid.

use jiff::Timestamp;

use super::Worker;
use super::errands::{ErrandError, post, post_from, post_with, sender};
use crate::documents::paper::{Paper, pdf};
use crate::documents::receipt_paper::{ReceiptFacts, receipt_paper};
use crate::domain::accounts::Organisation;
use crate::domain::bids::{FileKind, Receipt};
use crate::domain::errand::DrawNews;
use crate::domain::ids::{BidId, DrawId, LetterId, PersonId, SubmissionId};
use crate::domain::rounds::{Lot, Round};
use crate::mail;
use crate::rendering::Lang;
use crate::store::accounts::Person;
use crate::store::outbox::Claimed;
use crate::store::{self, Conn, StoreError};

/// What every one of these mails needs.
pub(super) struct About {
    pub(super) round: Round,
    pub(super) lot: Lot,
    pub(super) owner: Organisation,
    pub(super) cooperative: Organisation,
    pub(super) person: Person,
    pub(super) lang: Lang,
}

pub(super) fn about(conn: &mut Conn, bid: BidId, to: PersonId) -> Result<About, StoreError> {
    let bid = store::bids::find(conn, bid)?;
    let round = store::rounds::find(conn, bid.round)?;
    let person = store::accounts::person_by_id(conn, to)?;
    Ok(About {
        lot: store::rounds::find_lot(conn, bid.lot)?,
        owner: store::accounts::organisation(conn, round.municipality)?,
        cooperative: store::accounts::organisation(conn, bid.cooperative)?,
        lang: person.lang.parse().unwrap_or_default(),
        person,
        round,
    })
}

impl About {
    fn exact(&self, worker: &Worker, at: Timestamp) -> String {
        worker.renderer.exact_moment(self.lang, at)
    }

    fn closes_at(&self, worker: &Worker) -> String {
        self.exact(worker, self.round.closes_at())
    }
}

pub fn receipt(
    worker: &Worker,
    claimed: &Claimed,
    submission: SubmissionId,
    to: PersonId,
) -> Result<(), ErrandError> {
    let (receipt, about) = worker.db.read_now::<_, StoreError>(|conn| {
        let receipt = store::submissions::receipt(conn, submission)?.ok_or(StoreError::Missing)?;
        let about = about(conn, receipt.bid, to)?;
        Ok((receipt, about))
    })?;
    let paper = paper(worker, &receipt, &about);
    let file = mail::MailFile {
        name: format!("{}.pdf", receipt.number),
        media_type: FileKind::Pdf.media_type(),
        bytes: pdf(&paper)?,
    };
    let letter = mail::BidReceipt {
        at: about.exact(worker, receipt.at),
        closes_at: about.closes_at(worker),
        sender: sender(worker, about.lang, &about.owner.name),
        lang: about.lang,
        to: about.person.email,
        name: about.person.name,
        cooperative: about.cooperative.name,
        lot: about.lot.label(),
        round: about.round.definition.title,
        verification: format!("{}/receipts/{}", worker.public_url, receipt.number),
        number: receipt.number,
        by: receipt.by_name,
        hash: receipt.hash,
        href: format!("{}/bids/{}/receipt", worker.public_url, receipt.bid),
    };
    post_with(worker, claimed, (&about.owner, &letter), vec![file])
}

/// The receipt on one page. It says nothing of what the bid says, so it may go by mail.
fn paper(worker: &Worker, receipt: &Receipt, about: &About) -> Paper {
    let lot = &about.lot;
    let args = [("number", i64::from(lot.number).into()), ("name", (&*lot.details.name).into())];
    let facts = ReceiptFacts {
        receipt,
        municipality: &about.owner.name,
        round: &about.round.definition.title,
        lot: &worker.renderer.translate(about.lang, "lot-named", &args),
        cooperative: &about.cooperative.name,
        public_url: &worker.public_url,
    };
    receipt_paper(&worker.renderer, about.lang, &facts)
}

/// Tells of the last one that was taken back.
pub fn withdrawn(
    worker: &Worker,
    claimed: &Claimed,
    bid: BidId,
    to: PersonId,
) -> Result<(), ErrandError> {
    let (receipts, about) = worker.db.read_now::<_, StoreError>(|conn| {
        Ok((store::submissions::receipts(conn, &[bid])?, about(conn, bid, to)?))
    })?;
    let last = |r: &Receipt| r.withdrawn.clone().map(|withdrawn| (r.clone(), withdrawn));
    let (receipt, withdrawn) = receipts.iter().find_map(last).ok_or(StoreError::Missing)?;
    let letter = mail::BidWithdrawn {
        at: about.exact(worker, withdrawn.at),
        closes_at: about.closes_at(worker),
        sender: sender(worker, about.lang, &about.owner.name),
        lang: about.lang,
        to: about.person.email,
        name: about.person.name,
        cooperative: about.cooperative.name,
        lot: about.lot.label(),
        round: about.round.definition.title,
        number: receipt.number,
        by: receipt.by_name,
        href: format!("{}/bids/{bid}", worker.public_url),
    };
    post_from(worker, claimed, &about.owner, &letter)
}

/// What has to be done is on the page of the bid.
pub fn party_left(
    worker: &Worker,
    claimed: &Claimed,
    bid: BidId,
    to: PersonId,
) -> Result<(), ErrandError> {
    let about = worker.db.read_now::<_, StoreError>(|conn| about(conn, bid, to))?;
    let letter = mail::PartyLeft {
        closes_at: about.closes_at(worker),
        sender: sender(worker, about.lang, &about.owner.name),
        lang: about.lang,
        to: about.person.email,
        name: about.person.name,
        lot: about.lot.label(),
        href: format!("{}/bids/{bid}", worker.public_url),
    };
    post(worker, claimed, &letter)
}

/// Why it was stands on its page with bids.
pub fn party_removed(
    worker: &Worker,
    claimed: &Claimed,
    bid: BidId,
    to: PersonId,
) -> Result<(), ErrandError> {
    let about = worker.db.read_now::<_, StoreError>(|conn| about(conn, bid, to))?;
    let letter = mail::PartyRemoved {
        sender: sender(worker, about.lang, &about.owner.name),
        lang: about.lang,
        to: about.person.email,
        name: about.person.name,
        lot: about.lot.label(),
        cooperative: about.cooperative.name,
        href: format!("{}/bids", worker.public_url),
    };
    post(worker, claimed, &letter)
}

/// When a draw is, or that it is not; where and before whom stands on the page.
pub fn draw_told(
    worker: &Worker,
    claimed: &Claimed,
    (bid, draw, news): (BidId, DrawId, DrawNews),
    to: PersonId,
) -> Result<(), ErrandError> {
    let (plans, about) = worker.db.read_now::<_, StoreError>(|conn| {
        Ok((store::draws::of_bid(conn, bid)?, about(conn, bid, to)?))
    })?;
    let plan = plans.into_iter().find(|plan| plan.id == draw).ok_or(StoreError::Missing)?;
    // Nobody is asked to come to a moment that is no longer that of the draw.
    let stale = !plan.stands() && !matches!(news, DrawNews::Cancelled);
    if stale {
        return Ok(());
    }
    let letter = mail::DrawTold {
        at: worker.renderer.datetime(about.lang, plan.at),
        news: news.as_str(),
        sender: sender(worker, about.lang, &about.owner.name),
        lang: about.lang,
        to: about.person.email,
        name: about.person.name,
        lot: about.lot.label(),
        round: about.round.definition.title,
        href: format!("{}/bids/{bid}/draw", worker.public_url),
    };
    post(worker, claimed, &letter)
}

/// Says that the letter is there, and nothing of what it says.
pub fn decision_letter(
    worker: &Worker,
    claimed: &Claimed,
    letter: LetterId,
    to: PersonId,
) -> Result<(), ErrandError> {
    let (bid, about) = worker.db.read_now::<_, StoreError>(|conn| {
        let bid = store::letters::find(conn, letter)?.bid;
        Ok((bid, about(conn, bid, to)?))
    })?;
    let letter = mail::DecisionLetter {
        sender: sender(worker, about.lang, &about.owner.name),
        lang: about.lang,
        to: about.person.email,
        name: about.person.name,
        lot: about.lot.label(),
        round: about.round.definition.title,
        href: format!("{}/bids/{bid}/result", worker.public_url),
    };
    post_from(worker, claimed, &about.owner, &letter)
}
