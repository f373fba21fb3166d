//! What an assessor writes down while reading: marks and notes for oneself, and the strong and weak
//! points from which the reason is made. Each belongs to a paragraph of what was handed in.

use jiff::Timestamp;

use super::places::Spot;
use crate::domain::accounts::words;
use crate::domain::ids::NoteId;
use crate::domain::refusal::Refusal;

/// Characters of one note.
pub const MOST_CHARS: usize = 500;
/// Notes of one assessor on one bid; more is a mistake.
pub const MOST_NOTES: usize = 200;

words! {
    NoteKind {
        /// A paragraph to find again, with or without words; for oneself alone.
        Mark = "mark",
        /// A point for the reason; fixed together with the grade.
        Strength = "strength",
        Weakness = "weakness",
    }
}

impl NoteKind {
    /// Part of the scores: fixed when the sheet is locked, and shown to its owner at the table.
    pub fn is_point(self) -> bool {
        match self {
            NoteKind::Strength | NoteKind::Weakness => true,
            NoteKind::Mark => false,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub id: NoteId,
    /// Code of the criterion at which it was written.
    pub criterion: String,
    pub spot: Spot,
    pub kind: NoteKind,
    pub text: String,
    /// Hash of what was handed in when it was written: the places are those of that text.
    pub version: String,
    pub at: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteRefusal {
    #[error("there is no such paragraph")]
    NoPlace,
    #[error("a strong or weak point needs words")]
    NoText,
    #[error("the note is too long")]
    TooLong,
    #[error("there are too many notes already")]
    TooMany,
    #[error("the sheet is locked")]
    Locked,
}

impl Refusal for NoteRefusal {
    fn key(&self) -> &'static str {
        match self {
            NoteRefusal::NoPlace => "refusal-note-no-place",
            NoteRefusal::NoText => "refusal-note-no-text",
            NoteRefusal::TooLong => "refusal-note-too-long",
            NoteRefusal::TooMany => "refusal-note-too-many",
            NoteRefusal::Locked => "refusal-sheet-locked",
        }
    }
}

/// Whether this can be written down, given how many notes there are.
pub fn check(kind: NoteKind, text: &str, there: usize) -> Result<(), NoteRefusal> {
    if text.chars().count() > MOST_CHARS {
        Err(NoteRefusal::TooLong)
    } else if kind.is_point() && text.trim().is_empty() {
        Err(NoteRefusal::NoText)
    } else if there >= MOST_NOTES {
        Err(NoteRefusal::TooMany)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_needs_no_words_and_a_point_does() {
        assert_eq!(check(NoteKind::Mark, "", 0), Ok(()));
        assert_eq!(check(NoteKind::Strength, " ", 0), Err(NoteRefusal::NoText));
        assert_eq!(check(NoteKind::Weakness, &"é".repeat(500), 199), Ok(()));
        assert_eq!(check(NoteKind::Weakness, &"é".repeat(501), 0), Err(NoteRefusal::TooLong));
        assert_eq!(check(NoteKind::Mark, "", 200), Err(NoteRefusal::TooMany));
    }
}
