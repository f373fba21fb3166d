use jiff::Timestamp;

use super::Failure;
use super::ask_question::save;
use crate::domain::errand::Errand;
use crate::domain::ids::{PersonId, QuestionId};
use crate::domain::journal::{By, Entry};
use crate::domain::rounds::Round;
use crate::domain::rounds::questions::{Question, QuestionRefusal};
use crate::store::{self, Tx};

/// What somebody writes towards an answer.
pub struct PrepareAnswer {
    pub question: QuestionId,
    /// Version of the question that this person saw.
    pub seen: i32,
    pub topic: String,
    pub text: String,
}

/// Keeps the answer as it is now; nobody outside reads it yet.
pub fn prepare_answer(
    tx: &mut Tx,
    new: &PrepareAnswer,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<QuestionRefusal>> {
    let (question, round) = seen(tx, (new.question, new.seen))?;
    let question = question.prepare(&round, (&new.topic, &new.text), now)?;
    save(tx, &question)?;
    Ok(store::journal::add(tx, &entry(&round, by, "prepared_answer", now))?)
}

/// Asks a colleague for an answer, or nobody any more.
pub fn hand_question(
    tx: &mut Tx,
    at: (QuestionId, i32),
    handler: Option<PersonId>,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<QuestionRefusal>> {
    let (question, round) = seen(tx, at)?;
    let before = question.handler;
    let question = question.hand_to(handler)?;
    let colleagues = store::accounts::members(tx, round.municipality)?;
    let name = match handler {
        None => String::new(),
        Some(person) => {
            let found = colleagues.iter().find(|member| member.person == person);
            found.ok_or(QuestionRefusal::NoColleague)?.name.clone()
        }
    };
    save(tx, &question)?;
    let told = entry(&round, by, "handed_question", now).with("person", name);
    store::journal::add(tx, &told)?;
    if let Some(to) = handler.filter(|to| before != Some(*to) && *to != by.0) {
        let errand = Errand::QuestionHanded { round: round.id, question: question.id, to };
        store::outbox::add(tx, &errand, now)?;
    }
    Ok(())
}

/// Answers a private question, to its asker alone.
pub fn tell_answer(
    tx: &mut Tx,
    at: (QuestionId, i32),
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<QuestionRefusal>> {
    let (question, round) = seen(tx, at)?;
    let question = question.tell(&round, by.0, now)?;
    save(tx, &question)?;
    store::journal::add(tx, &entry(&round, by, "answered_privately", now))?;
    let errand = Errand::QuestionAnswered { round: round.id, to: question.asked_by };
    Ok(store::outbox::add(tx, &errand, now)?)
}

/// The question in the version that somebody saw, and its round.
pub(super) fn seen(
    tx: &mut Tx,
    (id, version): (QuestionId, i32),
) -> Result<(Question, Round), Failure<QuestionRefusal>> {
    let question = store::questions::find(tx, id)?;
    let round = store::rounds::find(tx, question.round)?;
    if question.withdrawn_at.is_some() {
        return Err(QuestionRefusal::Withdrawn.into());
    }
    if question.answer.is_some() {
        return Err(QuestionRefusal::Answered.into());
    }
    match question.version == version {
        true => Ok((question, round)),
        false => Err(QuestionRefusal::Changed.into()),
    }
}

pub(super) fn entry(round: &Round, by: &By, verb: &str, now: Timestamp) -> Entry {
    Entry::new(by, verb, &round.definition.title, now).in_round(round.id)
}
