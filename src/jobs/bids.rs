//! Mails to a cooperative about its own bid.

use jiff::Timestamp;

use super::Worker;
use super::errands::{ErrandError, post, sender};
use crate::domain::accounts::Organisation;
use crate::domain::bids::Receipt;
use crate::domain::ids::{BidId, PersonId, SubmissionId};
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
        number: receipt.number,
        by: receipt.by_name,
        hash: receipt.hash,
        href: format!("{}/bids/{}/receipt", worker.public_url, receipt.bid),
    };
    post(worker, claimed, &letter)
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
        reason: withdrawn.reason,
        href: format!("{}/bids/{bid}", worker.public_url),
    };
    post(worker, claimed, &letter)
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

/// It has no page about the bid any more, so the mail says why.
pub fn party_removed(
    worker: &Worker,
    claimed: &Claimed,
    (bid, reason): (BidId, &str),
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
        reason: reason.to_owned(),
    };
    post(worker, claimed, &letter)
}
