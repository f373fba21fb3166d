use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Failure;
use crate::domain::ids::{LotId, OrganisationId, PersonId, QuestionId, RoundId};
use crate::domain::journal::Entry;
use crate::domain::rounds::questions::{Question, QuestionRefusal, may_ask};
use crate::store::{self, Tx, new_id};

/// A question as somebody typed it.
pub struct AskQuestion {
    pub round: RoundId,
    pub lot: Option<LotId>,
    pub by: (PersonId, String),
    pub cooperative: Option<OrganisationId>,
    pub body: String,
}

/// Keeps the question; the journal hides who asked until the bids are opened.
pub fn ask_question(
    tx: &mut Tx,
    asked: AskQuestion,
    now: Timestamp,
) -> Result<QuestionId, Failure<QuestionRefusal>> {
    let round = store::rounds::find(tx, asked.round)?;
    may_ask(&round, now)?;
    let question = Question {
        id: QuestionId::new(new_id()),
        round: asked.round,
        lot: asked.lot,
        asked_by: asked.by.0,
        cooperative: asked.cooperative,
        body: asked.body,
        asked_at: now,
        answer: None,
    };
    store::questions::add(tx, &question)?;
    let entry = Entry {
        at: now,
        actor: Some(asked.by.0),
        actor_name: asked.by.1,
        verb: "asked_question".into(),
        object: round.definition.title.clone(),
        round: Some(round.id),
        organisation: asked.cooperative,
        sealed: true,
        particulars: BTreeMap::from([("question".into(), question.body.clone())]),
    };
    store::journal::add(tx, &entry)?;
    Ok(question.id)
}
