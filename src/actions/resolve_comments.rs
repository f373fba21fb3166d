use jiff::Timestamp;

use super::Failure;
use super::inner_act::{note, open_bid, section};
use crate::domain::bids::comments::CommentRefusal;
use crate::domain::journal::By;
use crate::store::answers::At;
use crate::store::{self, Tx};

/// What becomes of the comments about a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// Everything that is open is talked through.
    Resolved,
    /// What was resolved last is open again.
    Reopened,
}

pub fn resolve_comments(
    tx: &mut Tx,
    place: &At,
    resolution: Resolution,
    by: By,
    now: Timestamp,
) -> Result<(), Failure<CommentRefusal>> {
    let (bid, round) = open_bid(tx, place.bid, now)?;
    let (touched, verb) = match resolution {
        Resolution::Resolved => (store::comments::resolve(tx, place, now)?, "resolved_comments"),
        Resolution::Reopened => (store::comments::reopen(tx, place)?, "reopened_comments"),
    };
    if touched > 0 {
        note(tx, (&bid, by), verb, &section(&round, &place.field), now)?;
    }
    Ok(())
}
