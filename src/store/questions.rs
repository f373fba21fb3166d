//! Questions about rounds, and the notes in which they were answered.

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{notes, questions};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{PersonId, QuestionId, RoundId};
use crate::domain::rounds::notes::Note;
use crate::domain::rounds::questions::{Answer, Question};

pub fn add(tx: &mut Tx, question: &Question) -> Result<(), StoreError> {
    diesel::insert_into(questions::table)
        .values((
            questions::id.eq(question.id.as_str()),
            questions::round_id.eq(question.round.as_str()),
            questions::lot_id.eq(question.lot.map(String::from)),
            questions::organisation_id.eq(question.cooperative.map(String::from)),
            questions::asked_by.eq(question.asked_by.as_str()),
            questions::body.eq(&question.body),
            questions::asked_at.eq(micros(question.asked_at)),
            questions::secrecy.eq(question.secrecy.as_str()),
            questions::secrecy_reason.eq(&question.secrecy_reason),
            questions::topic.eq(&question.topic),
            questions::draft.eq(&question.draft),
            questions::version.eq(question.version),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Saves over the version that the question carries; false when somebody else saved first.
pub fn save(tx: &mut Tx, question: &Question) -> Result<bool, StoreError> {
    let answer = question.answer.as_ref();
    let found = questions::table.find(question.id.as_str());
    let saved = diesel::update(found.filter(questions::version.eq(question.version)))
        .set((
            questions::secrecy.eq(question.secrecy.as_str()),
            questions::disclosure.eq(&question.disclosure),
            questions::handler.eq(question.handler.map(String::from)),
            questions::topic.eq(&question.topic),
            questions::draft.eq(&question.draft),
            questions::withdrawn_at.eq(question.withdrawn_at.map(micros)),
            questions::answer.eq(answer.map(|answer| &answer.text)),
            questions::answered_by.eq(answer.map(|answer| String::from(answer.by))),
            questions::answered_at.eq(answer.map(|answer| micros(answer.at))),
            questions::note.eq(answer.and_then(|answer| answer.note)),
            questions::version.eq(question.version + 1),
        ))
        .execute(tx.link())?;
    Ok(saved == 1)
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = questions)]
struct Row {
    id: String,
    round_id: String,
    lot_id: Option<String>,
    organisation_id: Option<String>,
    asked_by: Option<String>,
    body: String,
    asked_at: i64,
    answer: Option<String>,
    answered_by: Option<String>,
    answered_at: Option<i64>,
    secrecy: String,
    secrecy_reason: String,
    disclosure: Option<String>,
    handler: Option<String>,
    topic: String,
    draft: String,
    withdrawn_at: Option<i64>,
    note: Option<i32>,
    version: i32,
}

fn question(row: Row) -> Result<Question, StoreError> {
    let answer = match (row.answer, row.answered_by, row.answered_at) {
        (Some(text), Some(by), Some(time)) => {
            let by = by.parse().map_err(StoreError::unreadable)?;
            Some(Answer { text, by, at: at(time), note: row.note })
        }
        _ => None,
    };
    let asked_by = row.asked_by.ok_or_else(|| StoreError::unreadable(&row.id))?;
    Ok(Question {
        id: row.id.parse().map_err(StoreError::unreadable)?,
        round: row.round_id.parse().map_err(StoreError::unreadable)?,
        lot: row.lot_id.map(|id| id.parse().map_err(StoreError::unreadable)).transpose()?,
        cooperative: row
            .organisation_id
            .map(|id| id.parse().map_err(StoreError::unreadable))
            .transpose()?,
        asked_by: asked_by.parse().map_err(StoreError::unreadable)?,
        body: row.body,
        asked_at: at(row.asked_at),
        secrecy: row.secrecy.parse().map_err(StoreError::unreadable)?,
        secrecy_reason: row.secrecy_reason,
        disclosure: row.disclosure,
        handler: row.handler.map(|id| id.parse().map_err(StoreError::unreadable)).transpose()?,
        topic: row.topic,
        draft: row.draft,
        withdrawn_at: row.withdrawn_at.map(at),
        answer,
        version: row.version,
    })
}

pub fn find(conn: &mut Conn, id: QuestionId) -> Result<Question, StoreError> {
    let row: Row =
        questions::table.find(id.as_str()).select(Row::as_select()).first(conn.link())?;
    question(row)
}

/// All questions of a round, oldest first; also private ones, and those without an answer.
pub fn of_round(conn: &mut Conn, round: RoundId) -> Result<Vec<Question>, StoreError> {
    let rows: Vec<Row> = questions::table
        .filter(questions::round_id.eq(round.as_str()))
        .order((questions::asked_at, questions::id))
        .select(Row::as_select())
        .load(conn.link())?;
    rows.into_iter().map(question).collect()
}

/// A note as it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedNote {
    pub note: Note,
    pub hash: String,
    pub at: Timestamp,
}

/// Fails as taken when another note got this number at the same moment.
pub fn add_note(
    tx: &mut Tx,
    round: RoundId,
    note: &Note,
    (by, now): (PersonId, Timestamp),
) -> Result<(), StoreError> {
    diesel::insert_into(notes::table)
        .values((
            notes::round_id.eq(round.as_str()),
            notes::number.eq(note.number),
            notes::content.eq(note.canonical()),
            notes::hash.eq(note.hash()),
            notes::published_by.eq(by.as_str()),
            notes::published_at.eq(micros(now)),
        ))
        .execute(tx.link())?;
    Ok(())
}

fn published((content, hash, moment): (String, String, i64)) -> Result<PublishedNote, StoreError> {
    let note = serde_json::from_str(&content).map_err(StoreError::unreadable)?;
    Ok(PublishedNote { note, hash, at: at(moment) })
}

/// All notes of a round, oldest first.
pub fn notes_of(conn: &mut Conn, round: RoundId) -> Result<Vec<PublishedNote>, StoreError> {
    let rows: Vec<(String, String, i64)> = notes::table
        .filter(notes::round_id.eq(round.as_str()))
        .order(notes::number)
        .select((notes::content, notes::hash, notes::published_at))
        .load(conn.link())?;
    rows.into_iter().map(published).collect()
}

pub fn note(conn: &mut Conn, round: RoundId, number: i32) -> Result<PublishedNote, StoreError> {
    let row: (String, String, i64) = notes::table
        .find((round.as_str(), number))
        .select((notes::content, notes::hash, notes::published_at))
        .first(conn.link())?;
    published(row)
}
