use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Failure;
use super::answer_question::entry;
use super::ask_question::save;
use super::concerned::concerned;
use crate::domain::errand::Errand;
use crate::domain::ids::{QuestionId, RoundId};
use crate::domain::journal::By;
use crate::domain::rounds::notes::Note;
use crate::domain::rounds::questions::{Question, QuestionRefusal};
use crate::store::{self, StoreError, Tx};

/// Publishes these answers together as the next note, and tells everybody who bids or asked. Each
/// question comes with the version that was looked at. Answers the number of the note.
pub fn publish_note(
    tx: &mut Tx,
    id: RoundId,
    chosen: &BTreeMap<QuestionId, i32>,
    by: &By,
    now: Timestamp,
) -> Result<i32, Failure<QuestionRefusal>> {
    if chosen.is_empty() {
        return Err(QuestionRefusal::NothingChosen.into());
    }
    let round = store::rounds::find(tx, id)?;
    let owner = store::accounts::organisation(tx, round.municipality)?;
    let notes = store::questions::notes_of(tx, id)?;
    let number = notes.last().map_or(0, |last| last.note.number) + 1;
    let all = store::questions::of_round(tx, id)?;
    let mut answered = vec![];
    for question in all.into_iter().filter(|question| chosen.contains_key(&question.id)) {
        if chosen.get(&question.id) != Some(&question.version) {
            return Err(QuestionRefusal::Changed.into());
        }
        answered.push(question.publish(&round, number, (by.0, now))?);
    }
    if answered.len() != chosen.len() {
        return Err(StoreError::Missing.into());
    }
    let before = notes.iter().map(|earlier| earlier.note.entries.len()).sum();
    let lots = store::rounds::lots_of(tx, id)?;
    let together: Vec<&Question> = answered.iter().collect();
    let note = Note::compile(number, (&round, &owner.name), &lots, (before, together));
    match store::questions::add_note(tx, id, &note, (by.0, now)) {
        // Somebody else published a note at the same moment.
        Err(StoreError::Taken) => return Err(QuestionRefusal::Changed.into()),
        done => done?,
    }
    for question in &answered {
        save(tx, question)?;
    }
    let told = entry(&round, by, "published_note", now)
        .with("number", number.to_string())
        .with("hash", note.hash());
    store::journal::add(tx, &told)?;
    for to in concerned(tx, id)? {
        store::outbox::add(tx, &Errand::NotePublished { round: id, number, to }, now)?;
    }
    Ok(number)
}
