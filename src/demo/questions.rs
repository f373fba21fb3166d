//! Questions of the example and their answers.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::DemoError;
use super::world::{World, organisation};
use crate::actions::{self, AskQuestion, Failure, PrepareAnswer};
use crate::domain::ids::{LotId, PersonId, QuestionId, RoundId};
use crate::domain::journal::By;
use crate::domain::rounds::questions::QuestionRefusal;
use crate::store::{self, Database, StoreError};

const SCORES: &str = include_str!("../../config/demo/scores.toml");

#[derive(Deserialize)]
struct Content {
    questions: Vec<Asked>,
}

#[derive(Clone, Deserialize)]
struct Asked {
    round: String,
    lot: Option<u16>,
    asked_by: String,
    asked_after_days: i64,
    question: String,
    answer: Option<String>,
    answered_by: Option<String>,
    answered_after_days: Option<i64>,
    /// Heading in the note.
    topic: Option<String>,
    /// Why nobody else may read it.
    private: Option<String>,
}

/// Asks and answers at the days after the publication that the content names. Answers of one day are
/// one note.
pub fn load(db: &Database, world: &World) -> Result<(), DemoError> {
    let content: Content = toml::from_str(SCORES).map_err(DemoError::content)?;
    let mut notes: BTreeMap<(Timestamp, RoundId), Prepared> = BTreeMap::new();
    for asked in content.questions {
        let round = RoundId::named(&asked.round);
        let start = start_of(db, round)?;
        let id = ask(db, world, (&asked, start))?;
        if let (Some(text), Some(by), Some(after)) =
            (&asked.answer, &asked.answered_by, asked.answered_after_days)
        {
            let by = (PersonId::named(by), world.name_of(by));
            let note = notes.entry((days(start, after), round)).or_insert((by, vec![]));
            note.1.push((id, asked.topic.clone().unwrap_or_default(), text.clone()));
        }
    }
    notes.into_iter().try_for_each(|((at, round), prepared)| publish(db, round, prepared, at))
}

/// Who answers, and what: question, topic and text.
type Prepared = (By, Vec<(QuestionId, String, String)>);

fn start_of(db: &Database, round: RoundId) -> Result<Timestamp, DemoError> {
    let found = db.read_now::<_, StoreError>(|conn| store::rounds::find(conn, round))?;
    let publication = found.publication();
    Ok(publication.ok_or_else(|| DemoError::content("a question about no published round"))?.at)
}

fn days(start: Timestamp, n: i64) -> Timestamp {
    start.saturating_add(SignedDuration::from_hours(24 * n)).unwrap_or(start)
}

fn ask(
    db: &Database,
    world: &World,
    (asked, start): (&Asked, Timestamp),
) -> Result<QuestionId, DemoError> {
    let question = AskQuestion {
        round: RoundId::named(&asked.round),
        lot: asked.lot.map(|n| LotId::named(&format!("{}-{n}", asked.round))),
        by: (PersonId::named(&asked.asked_by), world.name_of(&asked.asked_by)),
        cooperative: world.cooperative_of(&asked.asked_by).map(organisation),
        body: asked.question.clone(),
        private: asked.private.clone(),
    };
    let at = days(start, asked.asked_after_days);
    db.write_now(move |tx| actions::ask_question(tx, question, at)).map_err(refused)
}

fn publish(
    db: &Database,
    round: RoundId,
    (by, prepared): Prepared,
    at: Timestamp,
) -> Result<(), DemoError> {
    let write = move |tx: &mut store::Tx| {
        let mut chosen = BTreeMap::new();
        for (question, topic, text) in &prepared {
            let new = PrepareAnswer {
                question: *question,
                seen: 1,
                topic: topic.clone(),
                text: text.clone(),
            };
            actions::prepare_answer(tx, &new, &by, at)?;
            chosen.insert(*question, 2);
        }
        actions::publish_note(tx, round, &chosen, &by, at)
    };
    db.write_now(write).map_err(refused).map(drop)
}

fn refused(failure: Failure<QuestionRefusal>) -> DemoError {
    match failure {
        Failure::Refused(why) => DemoError::content(why),
        Failure::Store(error) => error.into(),
    }
}
