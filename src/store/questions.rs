//! Questions about rounds.

use diesel::prelude::*;

use super::schema::questions;
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{QuestionId, RoundId};
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
        ))
        .execute(tx.link())?;
    Ok(())
}

/// False when somebody else answered first.
pub fn answer(tx: &mut Tx, id: QuestionId, answer: &Answer) -> Result<bool, StoreError> {
    let saved =
        diesel::update(questions::table.find(id.as_str()).filter(questions::answered_at.is_null()))
            .set((
                questions::answer.eq(&answer.text),
                questions::answered_by.eq(answer.by.as_str()),
                questions::answered_at.eq(micros(answer.at)),
            ))
            .execute(tx.link())?;
    Ok(saved == 1)
}

type Row = (
    String,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    String,
    i64,
    Option<String>,
    Option<String>,
    Option<i64>,
);

fn question(row: Row) -> Result<Question, StoreError> {
    let id = |text: Option<String>| text.ok_or_else(|| StoreError::unreadable(&row.0));
    let answer = match (row.7.clone(), row.9) {
        (Some(text), Some(time)) => {
            let by = id(row.8.clone())?.parse().map_err(StoreError::unreadable)?;
            Some(Answer { text, by, at: at(time) })
        }
        _ => None,
    };
    Ok(Question {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        round: row.1.parse().map_err(StoreError::unreadable)?,
        lot: row.2.clone().map(|t| t.parse().map_err(StoreError::unreadable)).transpose()?,
        cooperative: row
            .3
            .clone()
            .map(|t| t.parse().map_err(StoreError::unreadable))
            .transpose()?,
        asked_by: id(row.4.clone())?.parse().map_err(StoreError::unreadable)?,
        body: row.5.clone(),
        asked_at: at(row.6),
        answer,
    })
}

pub fn find(conn: &mut Conn, id: QuestionId) -> Result<Question, StoreError> {
    let row: Row = questions::table
        .find(id.as_str())
        .select((
            questions::id,
            questions::round_id,
            questions::lot_id,
            questions::organisation_id,
            questions::asked_by,
            questions::body,
            questions::asked_at,
            questions::answer,
            questions::answered_by,
            questions::answered_at,
        ))
        .first(conn.link())?;
    question(row)
}

/// All questions of a round, oldest first; also those without an answer.
pub fn of_round(conn: &mut Conn, round: RoundId) -> Result<Vec<Question>, StoreError> {
    let rows: Vec<Row> = questions::table
        .filter(questions::round_id.eq(round.as_str()))
        .order((questions::asked_at, questions::id))
        .select((
            questions::id,
            questions::round_id,
            questions::lot_id,
            questions::organisation_id,
            questions::asked_by,
            questions::body,
            questions::asked_at,
            questions::answer,
            questions::answered_by,
            questions::answered_at,
        ))
        .load(conn.link())?;
    rows.into_iter().map(question).collect()
}
