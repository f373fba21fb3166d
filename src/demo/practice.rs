//! What assessors of the example did before and beside their grades: practising on a sample answer, and
//! writing down points while reading.

use jiff::Timestamp;
use serde::Deserialize;

use super::DemoError;
use crate::actions;
use crate::domain::ids::{AssignmentId, BidId, NoteId, PersonId};
use crate::domain::journal::By;
use crate::domain::review::notes::{Note, NoteKind};
use crate::domain::review::places::{Spot, numbered};
use crate::domain::review::sample::{Practice, Sample};
use crate::domain::rounds::Round;
use crate::domain::rounds::sections::Kind;
use crate::domain::scoring::Exact;
use crate::store::{self, Tx};

#[derive(Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Beside {
    sample: Option<Told>,
    pub notes: Vec<Noted>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    criterion: String,
    text: String,
    grade: Exact,
    explanation: String,
    practised: Vec<Practised>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Practised {
    assessor: String,
    grade: Exact,
    reason: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noted {
    pub lot: u16,
    pub cooperative: String,
    pub assessor: String,
    criterion: String,
    kind: NoteKind,
    /// Of the first text that is read for the criterion.
    paragraph: u16,
    text: String,
}

/// The sample of the lead, and what assessors made of it, an hour after each other.
pub fn practise(
    tx: &mut Tx,
    (round, beside): (&Round, &Beside),
    lead: &By,
    at: impl Fn(i64) -> Timestamp,
) -> Result<(), DemoError> {
    let Some(told) = &beside.sample else { return Ok(()) };
    let sample = Sample {
        criterion: told.criterion.clone(),
        text: told.text.trim().to_owned(),
        grade: told.grade.clone(),
        explanation: told.explanation.clone(),
        version: 0,
    };
    actions::set_sample(tx, round.id, sample, lead, at(0))?;
    for (hour, one) in (1..).zip(&told.practised) {
        let practice = Practice { grade: one.grade.clone(), reason: one.reason.clone() };
        let person = PersonId::named(&one.assessor);
        actions::practise(tx, round.id, person, practice, at(hour))?;
    }
    Ok(())
}

/// Writes down a point on the sheet of its assessor.
pub fn note(
    tx: &mut Tx,
    (round, noted): (&Round, &Noted),
    (sheet, bid): (AssignmentId, BidId),
    at: Timestamp,
) -> Result<(), DemoError> {
    let definition = &round.definition;
    let asked = definition.criteria.iter().find(|c| c.code == noted.criterion);
    let asked = asked.ok_or_else(|| DemoError::content("a note on no criterion"))?;
    let mut spot = None;
    for (_, questions) in numbered(&definition.sections, &asked.sections) {
        for (question, mut counter) in questions {
            if matches!(question.kind, Kind::Text { .. }) && spot.is_none() {
                spot = Some(Spot { paragraph: noted.paragraph, ..counter.next_spot() });
            }
        }
    }
    let handed_in = store::submissions::opened(tx, bid)?;
    let note = Note {
        id: NoteId::named(&format!("{}{}", noted.assessor, noted.text)),
        criterion: noted.criterion.clone(),
        spot: spot.ok_or_else(|| DemoError::content("a note on no text"))?,
        kind: noted.kind,
        text: noted.text.clone(),
        version: handed_in.map(|one| one.hash).unwrap_or_default(),
        at,
    };
    let person = PersonId::named(&noted.assessor);
    actions::write_note(tx, (sheet, person), bid, note)?;
    Ok(())
}
