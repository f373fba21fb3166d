use jiff::Timestamp;

use super::Failure;
use super::forget_people::forget_later;
use super::inner_act::{note, open_bid};
use crate::domain::bids::mandate::{Vote, VoteRefusal, between};
use crate::domain::errand::Errand;
use crate::domain::ids::{VoteId, VoterId};
use crate::domain::journal::{By, sha256_hex};
use crate::store::votes::Invited;
use crate::store::{self, StoreError, Tx};

/// A member with the secret of a link, of which only the hash is kept.
pub struct Secret {
    pub member: Invited,
    pub secret: String,
}

/// Lets the members vote. Each gets a link of their own by mail once the vote opens; the same form
/// twice is one vote.
pub fn set_up_vote(
    tx: &mut Tx,
    vote: &Vote,
    members: &[Secret],
    by: By,
    now: Timestamp,
) -> Result<VoteId, Failure<VoteRefusal>> {
    let (bid, round) = open_bid(tx, vote.bid, now)?;
    let earlier = store::votes::of_bid(tx, bid.id)?;
    if earlier.iter().any(|one| one.id == vote.id) {
        return Ok(vote.id);
    }
    for one in &earlier {
        one.must_be_over(now)?;
    }
    between((vote.opens_at, vote.closes_at), round.closes_at(), now)?;
    if !store::votes::add(tx, vote, by.0, now)? {
        return Err(StoreError::Missing.into());
    }
    let invited: Vec<Invited> = members.iter().map(|one| one.member.clone()).collect();
    store::votes::add_voters(tx, vote.id, &invited)?;
    send_links(tx, members, vote.opens_at, |voter, secret| Errand::VoteInvitation {
        voter,
        secret,
    })?;
    forget_later(tx, (&bid, &round))?;
    let count = members.len().to_string();
    let facts = [("members", count.as_str()), ("secrecy", vote.secrecy.as_str())];
    note(tx, (&bid, by), "set_up_vote", &facts, now)?;
    Ok(vote.id)
}

/// A new link for each, and the mail that brings it.
pub(super) fn send_links(
    tx: &mut Tx,
    members: &[Secret],
    due: Timestamp,
    errand: impl Fn(VoterId, String) -> Errand,
) -> Result<(), StoreError> {
    let hash = |one: &Secret| (one.member.id, sha256_hex(one.secret.as_bytes()));
    store::votes::add_links(tx, &members.iter().map(hash).collect::<Vec<_>>())?;
    let errands: Vec<Errand> =
        members.iter().map(|one| errand(one.member.id, one.secret.clone())).collect();
    store::outbox::add_all(tx, &errands, due)
}
