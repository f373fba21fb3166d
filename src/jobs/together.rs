//! Mails between the writers of a bid.

use super::Worker;
use super::bids::about;
use super::errands::{ErrandError, post, sender};
use crate::domain::bids::answers::{Form, section_of};
use crate::domain::bids::comments::CommentState;
use crate::domain::ids::{BidId, CommentId, PersonId, TodoId};
use crate::mail;
use crate::store::outbox::Claimed;
use crate::store::{self, StoreError};

/// A comment that was taken back meanwhile needs no reader.
pub fn mention(
    worker: &Worker,
    claimed: &Claimed,
    (bid, comment): (BidId, CommentId),
    to: PersonId,
) -> Result<(), ErrandError> {
    let (comment, about) = worker.db.read_now::<_, StoreError>(|conn| {
        Ok((store::comments::find(conn, bid, comment)?, about(conn, bid, to)?))
    })?;
    if comment.state == CommentState::TakenBack {
        return Ok(());
    }
    let form = Form::new(&about.round.definition, &about.lot.details);
    let question = form.question(&comment.field).map(|q| q.label.clone());
    let section = section_of(&comment.field);
    let letter = mail::BidMention {
        sender: sender(worker, about.lang, &about.owner.name),
        lang: about.lang,
        to: about.person.email,
        name: about.person.name,
        by: comment.by_name,
        question: question.unwrap_or_default(),
        lot: about.lot.label(),
        href: format!("{}/bids/{bid}/sections/{section}#talk-{}", worker.public_url, comment.field),
    };
    post(worker, claimed, &letter)
}

/// Something that is done already asks for no mail.
pub fn todo(
    worker: &Worker,
    claimed: &Claimed,
    (bid, todo): (BidId, TodoId),
    (by, to): (&str, PersonId),
) -> Result<(), ErrandError> {
    let (todo, about) = worker.db.read_now::<_, StoreError>(|conn| {
        Ok((store::todos::find(conn, bid, todo)?, about(conn, bid, to)?))
    })?;
    if !todo.is_open() {
        return Ok(());
    }
    let letter = mail::BidTodo {
        sender: sender(worker, about.lang, &about.owner.name),
        lang: about.lang,
        to: about.person.email,
        name: about.person.name,
        by: by.to_owned(),
        due: todo.due.map(|day| worker.renderer.day(about.lang, day)),
        lot: about.lot.label(),
        href: format!("{}/bids/{bid}/todos", worker.public_url),
    };
    post(worker, claimed, &letter)
}
