use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Failure;
use crate::domain::errand::Errand;
use crate::domain::ids::{PersonId, QuestionId};
use crate::domain::journal::Entry;
use crate::domain::rounds::questions::{Answer, QuestionRefusal};
use crate::store::{self, Tx};

/// Publishes the answer to everybody at once, and tells the one who asked.
pub fn answer_question(
    tx: &mut Tx,
    id: QuestionId,
    by: (PersonId, String),
    text: String,
    now: Timestamp,
) -> Result<(), Failure<QuestionRefusal>> {
    let question = store::questions::find(tx, id)?;
    let round = store::rounds::find(tx, question.round)?;
    let asker = question.asked_by;
    let answer = Answer { text, by: by.0, at: now };
    let question = question.answered(&round, answer.clone())?;
    if !store::questions::answer(tx, id, &answer)? {
        return Err(QuestionRefusal::Answered.into());
    }
    let entry = Entry {
        at: now,
        actor: Some(by.0),
        actor_name: by.1,
        verb: "answered_question".into(),
        object: round.definition.title.clone(),
        round: Some(round.id),
        organisation: None,
        sealed: false,
        particulars: BTreeMap::from([
            ("question".into(), question.body),
            ("answer".into(), answer.text),
        ]),
    };
    store::journal::add(tx, &entry)?;
    store::outbox::add(tx, &Errand::QuestionAnswered { round: round.id, to: asker }, now)?;
    Ok(())
}
