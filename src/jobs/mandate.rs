//! Mails to members who may vote, and forgetting them in time.

use super::Worker;
use super::errands::{ErrandError, post};
use crate::actions;
use crate::domain::bids::mandate::{Vote, VoteStage};
use crate::domain::ids::{BidId, VoterId};
use crate::mail::{VoteInvitation, VoteMail};
use crate::rendering::Lang;
use crate::store::outbox::Claimed;
use crate::store::{self, Conn, StoreError};

struct About {
    vote: Vote,
    email: String,
    cooperative: String,
    lang: Lang,
}

/// Nothing once somebody voted, or was forgotten.
fn about(conn: &mut Conn, voter: VoterId) -> Result<Option<About>, StoreError> {
    let Some((vote, email)) = store::votes::address(conn, voter)? else { return Ok(None) };
    let vote = store::votes::find(conn, vote)?;
    let bid = store::bids::find(conn, vote.bid)?;
    let known = store::accounts::person_by_email(conn, &email)?;
    Ok(Some(About {
        cooperative: store::accounts::organisation(conn, bid.cooperative)?.name,
        lang: known.and_then(|person| person.lang.parse().ok()).unwrap_or_default(),
        vote,
        email,
    }))
}

/// A link is only mailed while it is of use.
pub fn invite(
    worker: &Worker,
    claimed: &Claimed,
    (voter, secret): (VoterId, &str),
    kind: VoteMail,
) -> Result<(), ErrandError> {
    let found = worker.db.read_now::<_, StoreError>(|conn| about(conn, voter))?;
    let Some(about) = found else { return Ok(()) };
    match about.vote.stage(worker.clock.now()) {
        VoteStage::Planned | VoteStage::Open => {}
        VoteStage::Closed { .. } | VoteStage::Stopped { .. } => return Ok(()),
    }
    let letter = VoteInvitation {
        sender: worker.renderer.translate(about.lang, "product", &[]),
        lang: about.lang,
        to: about.email,
        cooperative: about.cooperative,
        closes_at: worker.renderer.datetime(about.lang, about.vote.closes_at),
        href: format!("{}/votes/{secret}", worker.public_url),
    };
    match kind {
        VoteMail::Invitation => post(worker, claimed, &letter),
        VoteMail::Reminder => post(worker, claimed, &letter.into_reminder()),
    }
}

pub fn forget(worker: &Worker, bid: BidId) -> Result<(), ErrandError> {
    let now = worker.clock.now();
    Ok(worker.db.write_now::<_, StoreError, _>(move |tx| actions::forget_people(tx, bid, now))?)
}
