use jiff::Timestamp;

use super::Failure;
use super::inner_act::{note, open_bid, section};
use crate::domain::bids::comments::{Comment, CommentRefusal, CommentState};
use crate::domain::ids::{BidId, CommentId};
use crate::domain::journal::By;
use crate::store::{self, Tx};

/// Takes one's own comment back; that there was one stays. Twice is once.
pub fn take_back_comment(
    tx: &mut Tx,
    (bid, comment): (BidId, CommentId),
    by: By,
    now: Timestamp,
) -> Result<Comment, Failure<CommentRefusal>> {
    let (bid, round) = open_bid(tx, bid, now)?;
    let comment = store::comments::find(tx, bid.id, comment)?;
    if comment.by != by.0 {
        return Err(CommentRefusal::NotYours.into());
    }
    if comment.state != CommentState::TakenBack {
        store::comments::take_back(tx, comment.id, now)?;
        note(tx, (&bid, by), "took_back_comment", &section(&round, &comment.field), now)?;
    }
    Ok(comment)
}
