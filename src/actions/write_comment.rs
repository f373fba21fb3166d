use jiff::Timestamp;

use super::Failure;
use super::inner_act::{note, open_bid, section};
use crate::domain::bids::comments::{Comment, CommentRefusal, mail_at};
use crate::domain::errand::Errand;
use crate::domain::ids::BidId;
use crate::store::answers::At;
use crate::store::{self, StoreError, Tx};

/// Keeps a comment and mails whoever it mentions, but nobody more than once per quarter of an hour
/// about the same question. The same form twice is one comment.
pub fn write_comment(
    tx: &mut Tx,
    bid: BidId,
    comment: &Comment,
    now: Timestamp,
) -> Result<(), Failure<CommentRefusal>> {
    let (bid, round) = open_bid(tx, bid, now)?;
    if !store::comments::add(tx, bid.id, comment)? {
        return Ok(());
    }
    let by = (comment.by, comment.by_name.clone());
    note(tx, (&bid, by), "wrote_comment", &section(&round, &comment.field), now)?;
    mail(tx, bid.id, comment, now)?;
    Ok(())
}

fn mail(tx: &mut Tx, bid: BidId, comment: &Comment, now: Timestamp) -> Result<(), StoreError> {
    let place = At { bid, field: comment.field.clone() };
    for to in comment.mentions.iter().copied().filter(|to| *to != comment.by) {
        let last = store::comments::last_mail(tx, &place, to)?;
        if let Some(due) = mail_at(last, now) {
            let errand = Errand::BidMention { bid, comment: comment.id, to };
            store::outbox::add(tx, &errand, due)?;
            store::comments::set_last_mail(tx, &place, to, due)?;
        }
    }
    Ok(())
}
