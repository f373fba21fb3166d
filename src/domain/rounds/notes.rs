//! A note (`nota van inlichtingen`): the answers that reach everybody together, under one number. It
//! says nothing of who asked, and is kept as exactly the text that was hashed.

use serde::{Deserialize, Serialize};

use super::questions::Question;
use super::{Lot, Round};
use crate::domain::journal::sha256_hex;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub number: i32,
    pub round: String,
    pub municipality: String,
    pub entries: Vec<NoteEntry>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteEntry {
    /// Counts on from note to note.
    pub number: usize,
    /// Empty: none was given.
    pub topic: String,
    /// Number and name; none for a question about the round as a whole.
    pub lot: Option<(u16, String)>,
    pub question: String,
    pub answer: String,
}

impl Note {
    /// Puts answers together: by topic, those without one last; within it by lot, and then as they were
    /// asked. `before` is how many answers the earlier notes have.
    pub fn compile(
        number: i32,
        (round, municipality): (&Round, &str),
        lots: &[Lot],
        (before, mut chosen): (usize, Vec<&Question>),
    ) -> Note {
        let lot = |question: &Question| {
            let found = lots.iter().find(|lot| Some(lot.id) == question.lot);
            found.map(|lot| (lot.number, lot.details.name.clone()))
        };
        chosen.sort_by_key(|question| {
            let topic = question.topic.to_lowercase();
            (topic.is_empty(), topic, lot(question), question.asked_at, question.id)
        });
        let entry = |(place, question): (usize, &Question)| NoteEntry {
            number: place,
            topic: question.topic.clone(),
            lot: lot(question),
            question: question.body.clone(),
            answer: question.draft.clone(),
        };
        Note {
            number,
            round: round.definition.title.clone(),
            municipality: municipality.to_owned(),
            entries: (before + 1..).zip(chosen).map(entry).collect(),
        }
    }

    /// JSON with keys in a fixed order.
    pub fn canonical(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    pub fn hash(&self) -> String {
        sha256_hex(self.canonical().as_bytes())
    }

    /// The entries under the heading of their topic, which is empty for the last ones.
    pub fn by_topic(&self) -> Vec<(&str, Vec<&NoteEntry>)> {
        let mut groups: Vec<(&str, Vec<&NoteEntry>)> = vec![];
        for entry in &self.entries {
            match groups.last_mut() {
                Some((topic, group)) if topic.to_lowercase() == entry.topic.to_lowercase() => {
                    group.push(entry);
                }
                _ => groups.push((&entry.topic, vec![entry])),
            }
        }
        groups
    }
}
