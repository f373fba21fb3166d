use jiff::Timestamp;

use super::Failure;
use super::inner_act::{note, open_bid, section};
use crate::domain::bids::comments::CommentRefusal;
use crate::domain::journal::By;
use crate::store::answers::At;
use crate::store::{self, Tx};

/// Everything that is open about a question is talked through.
pub fn resolve_comments(
    tx: &mut Tx,
    place: &At,
    by: By,
    now: Timestamp,
) -> Result<(), Failure<CommentRefusal>> {
    let (bid, round) = open_bid(tx, place.bid, now)?;
    if store::comments::resolve(tx, place, now)? > 0 {
        note(tx, (&bid, by), "resolved_comments", &section(&round, &place.field), now)?;
    }
    Ok(())
}

/// Opens what was resolved last about a question.
pub fn reopen_comments(
    tx: &mut Tx,
    place: &At,
    by: By,
    now: Timestamp,
) -> Result<(), Failure<CommentRefusal>> {
    let (bid, round) = open_bid(tx, place.bid, now)?;
    if store::comments::reopen(tx, place)? > 0 {
        note(tx, (&bid, by), "reopened_comments", &section(&round, &place.field), now)?;
    }
    Ok(())
}
