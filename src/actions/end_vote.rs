use jiff::Timestamp;

use super::Failure;
use super::inner_act::note;
use super::set_up_vote::{Secret, send_links};
use crate::domain::bids::mandate::{Vote, VoteRefusal};
use crate::domain::errand::Errand;
use crate::domain::ids::{BidId, VoteId};
use crate::domain::journal::By;
use crate::store::{self, StoreError, Tx};

/// Closes a vote before the moment that was announced.
pub fn close_vote(
    tx: &mut Tx,
    place: (BidId, VoteId),
    by: By,
    now: Timestamp,
) -> Result<(), Failure<VoteRefusal>> {
    let closed = own(tx, place)?.close(now)?;
    store::votes::save(tx, &closed)?;
    tell(tx, (place.0, by), ("closed_vote", &[]), now)
}

/// Calls a vote off: it gets no outcome, and its links say why.
pub fn stop_vote(
    tx: &mut Tx,
    place: (BidId, VoteId),
    reason: &str,
    by: By,
    now: Timestamp,
) -> Result<(), Failure<VoteRefusal>> {
    let stopped = own(tx, place)?.stop(reason, now)?;
    store::votes::save(tx, &stopped)?;
    tell(tx, (place.0, by), ("stopped_vote", &[("reason", reason)]), now)
}

/// Keeps what the board says about a vote that is closed.
pub fn record_vote(
    tx: &mut Tx,
    place: (BidId, VoteId),
    words: (&str, &str),
    by: By,
    now: Timestamp,
) -> Result<(), Failure<VoteRefusal>> {
    let recorded = own(tx, place)?.record(words, now)?;
    store::votes::save(tx, &recorded)?;
    tell(tx, (place.0, by), ("recorded_vote", &[]), now)
}

/// Sends who did not vote yet one more link. `members` are those who were silent a moment ago.
pub fn remind_voters(
    tx: &mut Tx,
    place: (BidId, VoteId),
    members: Vec<Secret>,
    by: By,
    now: Timestamp,
) -> Result<(), Failure<VoteRefusal>> {
    let reminded = own(tx, place)?.remind(now)?;
    let silent = store::votes::silent(tx, place.1)?;
    let mut members = members;
    members.retain(|one| silent.contains(&one.member));
    if members.is_empty() {
        return Err(VoteRefusal::EverybodyVoted.into());
    }
    store::votes::save(tx, &reminded)?;
    send_links(tx, &members, now, |voter, secret| Errand::VoteReminder { voter, secret })?;
    let mails = members.len().to_string();
    tell(tx, (place.0, by), ("reminded_voters", &[("mails", &mails)]), now)
}

/// The vote, if it is one of this bid.
fn own(tx: &mut Tx, (bid, vote): (BidId, VoteId)) -> Result<Vote, StoreError> {
    let vote = store::votes::find_to_change(tx, vote)?;
    if vote.bid == bid { Ok(vote) } else { Err(StoreError::Missing) }
}

fn tell(
    tx: &mut Tx,
    (bid, by): (BidId, By),
    (verb, facts): (&str, &[(&str, &str)]),
    now: Timestamp,
) -> Result<(), Failure<VoteRefusal>> {
    let bid = store::bids::find(tx, bid)?;
    Ok(note(tx, (&bid, by), verb, facts, now)?)
}
