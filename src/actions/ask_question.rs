use jiff::Timestamp;

use super::Failure;
use crate::domain::ids::{LotId, OrganisationId, PersonId, QuestionId, RoundId};
use crate::domain::journal::{By, Entry};
use crate::domain::rounds::questions::{Question, QuestionRefusal, Secrecy, fits, may_ask};
use crate::store::{self, Tx, new_id};

/// A question as somebody typed it.
pub struct AskQuestion {
    pub round: RoundId,
    pub lot: Option<LotId>,
    pub by: (PersonId, String),
    pub cooperative: Option<OrganisationId>,
    pub body: String,
    /// Why nobody else may read it; none for a question that everybody may read.
    pub private: Option<String>,
}

/// Keeps the question; the journal hides who asked until the bids are opened.
pub fn ask_question(
    tx: &mut Tx,
    asked: AskQuestion,
    now: Timestamp,
) -> Result<QuestionId, Failure<QuestionRefusal>> {
    let round = store::rounds::find(tx, asked.round)?;
    may_ask(&round, now)?;
    let (secrecy, secrecy_reason) = match asked.private.as_deref().map(str::trim) {
        None => (Secrecy::Public, String::new()),
        Some("") => return Err(QuestionRefusal::NoReason.into()),
        Some(reason) => (Secrecy::Private, fits(reason)?.to_owned()),
    };
    fits(&asked.body)?;
    let question = Question {
        id: QuestionId::new(new_id()),
        round: asked.round,
        lot: asked.lot,
        asked_by: asked.by.0,
        cooperative: asked.cooperative,
        body: asked.body,
        asked_at: now,
        secrecy,
        secrecy_reason,
        disclosure: None,
        handler: None,
        topic: String::new(),
        draft: String::new(),
        withdrawn_at: None,
        answer: None,
        version: 1,
    };
    store::questions::add(tx, &question)?;
    let entry = sealed(&question, &asked.by, "asked_question", &round.definition.title, now);
    let entry = match question.secrecy {
        Secrecy::Public => entry.with("question", &question.body),
        // The journal is read by more people than the answer.
        Secrecy::Private => entry,
    };
    store::journal::add(tx, &entry)?;
    Ok(question.id)
}

/// The asker takes a question back that was not answered.
pub fn withdraw_question(
    tx: &mut Tx,
    id: QuestionId,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<QuestionRefusal>> {
    let question = store::questions::find(tx, id)?.withdraw(now)?;
    save(tx, &question)?;
    let round = store::rounds::find(tx, question.round)?;
    let entry = sealed(&question, by, "withdrew_question", &round.definition.title, now);
    Ok(store::journal::add(tx, &entry)?)
}

/// An act of the asker: the municipality learns who that was only when the bids are open.
pub(super) fn sealed(
    question: &Question,
    by: &By,
    verb: &str,
    title: &str,
    now: Timestamp,
) -> Entry {
    let entry = Entry::new(by, verb, title, now).in_round(question.round);
    Entry { organisation: question.cooperative, sealed: true, ..entry }
}

pub(super) fn save(tx: &mut Tx, question: &Question) -> Result<(), Failure<QuestionRefusal>> {
    match store::questions::save(tx, question)? {
        true => Ok(()),
        false => Err(QuestionRefusal::Changed.into()),
    }
}
