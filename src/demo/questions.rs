//! Questions of the example and their answers.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::DemoError;
use super::world::{World, organisation};
use crate::actions::{self, AskQuestion, Failure};
use crate::domain::ids::{LotId, PersonId, RoundId};
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
}

/// Asks and answers at the days after the publication that the content names.
pub fn load(db: &Database, world: &World) -> Result<(), DemoError> {
    let content: Content = toml::from_str(SCORES).map_err(DemoError::content)?;
    for asked in content.questions {
        let round = RoundId::named(&asked.round);
        let start = db
            .read_now::<_, StoreError>(|conn| store::rounds::find(conn, round))?
            .publication()
            .ok_or_else(|| DemoError::content("a question about an unpublished round"))?
            .at;
        put(db, world, &asked, start)?;
    }
    Ok(())
}

fn put(db: &Database, world: &World, asked: &Asked, start: Timestamp) -> Result<(), DemoError> {
    let days = |n: i64| start.saturating_add(SignedDuration::from_hours(24 * n)).unwrap_or(start);
    let name = |key: &str| (PersonId::named(key), world.name_of(key));
    let question = AskQuestion {
        round: RoundId::named(&asked.round),
        lot: asked.lot.map(|n| LotId::named(&format!("{}-{n}", asked.round))),
        by: name(&asked.asked_by),
        cooperative: world.cooperative_of(&asked.asked_by).map(organisation),
        body: asked.question.clone(),
    };
    let at = days(asked.asked_after_days);
    let id = db.write_now(move |tx| actions::ask_question(tx, question, at)).map_err(refused)?;
    if let (Some(text), Some(by), Some(after)) =
        (asked.answer.clone(), &asked.answered_by, asked.answered_after_days)
    {
        let (by, at) = (name(by), days(after));
        db.write_now(move |tx| actions::answer_question(tx, id, by, text, at)).map_err(refused)?;
    }
    Ok(())
}

fn refused(failure: Failure<QuestionRefusal>) -> DemoError {
    match failure {
        Failure::Refused(why) => DemoError::content(why),
        Failure::Store(error) => error.into(),
    }
}
