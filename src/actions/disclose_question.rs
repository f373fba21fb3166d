use jiff::Timestamp;

use super::Failure;
use super::answer_question::{entry, seen};
use super::ask_question::{save, sealed};
use crate::domain::errand::Errand;
use crate::domain::ids::QuestionId;
use crate::domain::journal::By;
use crate::domain::rounds::questions::QuestionRefusal;
use crate::store::{self, Tx};

/// Asks the asker of a private question whether everybody may read it; says why.
pub fn ask_disclosure(
    tx: &mut Tx,
    at: (QuestionId, i32),
    reason: &str,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<QuestionRefusal>> {
    let (question, round) = seen(tx, at)?;
    let question = question.ask_disclosure(reason)?;
    save(tx, &question)?;
    store::journal::add(tx, &entry(&round, by, "asked_disclosure", now).with("reason", reason))?;
    let errand = Errand::DisclosureAsked { round: round.id, to: question.asked_by };
    Ok(store::outbox::add(tx, &errand, now)?)
}

/// The asker says yes: everybody may read it.
pub fn disclose_question(
    tx: &mut Tx,
    id: QuestionId,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<QuestionRefusal>> {
    let question = store::questions::find(tx, id)?.disclose()?;
    save(tx, &question)?;
    let round = store::rounds::find(tx, question.round)?;
    let entry = sealed(&question, by, "disclosed_question", &round.definition.title, now);
    Ok(store::journal::add(tx, &entry)?)
}
