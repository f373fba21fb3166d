use jiff::Timestamp;

use super::{Done, keep, note, speaking};
use crate::domain::consultations::{Comment, ConsultationRefusal, Item, Paper, Reply};
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::journal::By;
use crate::store::{self, StoreError, Tx};

pub struct CommentOn {
    pub id: ItemId,
    pub paper: ItemId,
    /// From 1; none for the whole.
    pub paragraph: Option<usize>,
    pub text: String,
}

/// A seat says something of a paper. The others read it when the round is over.
pub fn comment_on_paper(
    tx: &mut Tx,
    of: ConsultationId,
    comment: CommentOn,
    by: By,
    now: Timestamp,
) -> Done {
    let own = speaking(tx, of, &by, now)?;
    let table = store::consultations::find(tx, of)?;
    let paper = out(tx, of, comment.paper, now)?;
    let body = Comment {
        seat: own.id,
        holder: own.body.holder,
        by: by.0,
        by_name: by.1.clone(),
        paragraph: comment.paragraph,
        text: comment.text,
        reply: None,
    };
    body.fits(&paper.body, now)?;
    keep(tx, of, &Item::new(comment.id, now, body).under(paper.id))?;
    let title = paper.body.title;
    Ok(note(tx, &table, (&by, "commented_on_paper"), &[("title", &title)], now)?)
}

/// A paper that is not out yet does not exist for a seat.
fn out(
    tx: &mut Tx,
    of: ConsultationId,
    id: ItemId,
    now: Timestamp,
) -> Result<Item<Paper>, StoreError> {
    let paper: Item<Paper> = store::consultations::one(tx, of, id)?;
    if paper.body.is_out(now) { Ok(paper) } else { Err(StoreError::Missing) }
}

pub fn take_back_remark(
    tx: &mut Tx,
    of: ConsultationId,
    (paper, comment): (ItemId, ItemId),
    by: By,
    now: Timestamp,
) -> Done {
    let own = speaking(tx, of, &by, now)?;
    let paper = out(tx, of, paper, now)?;
    let comment = on(tx, of, (paper.id, comment))?;
    comment.may_go(&paper.body, own.id, now)?;
    store::consultations::remove(tx, comment.id)?;
    let table = store::consultations::find(tx, of)?;
    Ok(note(tx, &table, (&by, "took_back_remark"), &[("title", &paper.body.title)], now)?)
}

/// The municipality says what it did with a comment, for who had the newest answer before them.
pub fn answer_comment(
    tx: &mut Tx,
    of: ConsultationId,
    (paper, comment, seen): (ItemId, ItemId, i32),
    reply: Reply,
    by: By,
) -> Done {
    let table = store::consultations::find_to_change(tx, of)?;
    let paper: Item<Paper> = store::consultations::one(tx, of, paper)?;
    let comment = on(tx, of, (paper.id, comment))?;
    if comment.version != seen {
        return Err(ConsultationRefusal::Overtaken.into());
    }
    let at = reply.at;
    let body = comment.body.clone().answer(reply, &paper.body)?;
    keep(tx, of, &Item { body, ..comment })?;
    Ok(note(tx, &table, (&by, "answered_comment"), &[("title", &paper.body.title)], at)?)
}

fn on(
    tx: &mut Tx,
    of: ConsultationId,
    (paper, comment): (ItemId, ItemId),
) -> Result<Item<Comment>, StoreError> {
    let comment: Item<Comment> = store::consultations::one(tx, of, comment)?;
    if comment.parent == Some(paper) { Ok(comment) } else { Err(StoreError::Missing) }
}
