//! The consultation table (overlegtafel): an open table of municipalities, providers, cooperatives
//! and clients that talks about policy and about results, after the decision. It advises; it never
//! scores and shares nothing with the assessment table (`domain::tables`).

mod agreement;
mod details;
mod indicators;
mod lessons;
mod meetings;
mod papers;
mod refusal;
mod seats;
#[cfg(test)]
mod tests;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use crate::domain::accounts::words;
use crate::domain::ids::{ConsultationId, ItemId, OrganisationId};

pub use agreement::Agreement;
pub use details::{Changed, Detail, Details};
pub use indicators::{Commitment, Report, Value, commitments, put_report};
pub use lessons::{Lesson, LotLesson, Told, lessons_of};
pub use meetings::{Called, Decision, DecisionKind, Dissent, Meeting, Request, RequestState, Task};
pub use papers::{Comment, Outcome, Paper, Reply};
pub use refusal::ConsultationRefusal;
pub use seats::{Offer, Seat, SeatKind, SeatState, Sitter, may_sit, seat_of};

/// The longest title, name or place, in characters.
pub const TITLE_CHARS: usize = 150;
/// The longest comment, answer, reason or note, in characters.
pub const NOTE_CHARS: usize = 4_000;
/// The longest paper, agreement or minutes, in characters.
pub const TEXT_CHARS: usize = 60_000;

words! {
    /// When newcomers take their seat.
    Entry {
        /// At once, whenever.
        Continuous = "continuous",
        /// On the first day of a quarter.
        Quarterly = "quarterly",
        /// On the first of January.
        Yearly = "yearly",
    }
}

impl Entry {
    /// The first moment, on this day or later, on which somebody new can sit down.
    pub fn next(self, today: Date) -> Date {
        let months: &[i8] = match self {
            Entry::Continuous => return today,
            Entry::Quarterly => &[1, 4, 7, 10],
            Entry::Yearly => &[1],
        };
        let firsts = [today.year(), today.year().saturating_add(1)];
        let days = firsts.iter().flat_map(|y| months.iter().map(|m| Date::new(*y, *m, 1)));
        days.filter_map(Result::ok).find(|day| *day >= today).unwrap_or(today)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consultation {
    pub id: ConsultationId,
    /// The municipality in the chair.
    pub municipality: OrganisationId,
    /// Secret part of the address of the calendar.
    pub calendar: String,
    pub made_at: Timestamp,
    pub details: Details,
}

impl Consultation {
    /// Whether what came of the rounds of this municipality is told here: it is in the chair, or it
    /// sits here itself. The region says nothing of that: the chair alone writes it down.
    pub fn tells_of(
        &self,
        municipality: OrganisationId,
        seats: &[Item<Seat>],
        now: Timestamp,
    ) -> bool {
        let sits = |seat: &Seat| {
            seat.kind == SeatKind::Buyer
                && seat.organisation == Some(municipality)
                && seat.sits(now)
                && !seat.people.is_empty()
        };
        self.municipality == municipality || seats.iter().any(|seat| sits(&seat.body))
    }
}

/// Something that lies on the table. `version` is 0 before it was kept for the first time, and
/// counts the times it was kept since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item<T> {
    pub id: ItemId,
    /// What it belongs to: a comment to its paper.
    pub parent: Option<ItemId>,
    pub version: i32,
    pub at: Timestamp,
    pub body: T,
}

impl<T> Item<T> {
    pub fn new(id: ItemId, at: Timestamp, body: T) -> Item<T> {
        Item { id, parent: None, version: 0, at, body }
    }

    pub fn under(self, parent: ItemId) -> Item<T> {
        Item { parent: Some(parent), ..self }
    }
}

/// A kind of thing on the table, with the word by which it is kept.
pub trait Kept: Serialize + serde::de::DeserializeOwned {
    const KIND: &'static str;
}

macro_rules! kept {
    ($($name:ident $kind:literal),+ $(,)?) => { $(impl Kept for $name { const KIND: &'static str = $kind; })+ };
}

kept! {
    Seat "seat", Agreement "agreement", Meeting "meeting", Request "request", Paper "paper",
    Comment "comment", Decision "decision", Task "task", Report "report", Lesson "lesson",
}

/// A line that has to be there and has to fit.
pub fn line(text: &str) -> Result<String, ConsultationRefusal> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    fits(text, TITLE_CHARS)
}

/// A few paragraphs that have to be there.
pub fn note(text: &str) -> Result<String, ConsultationRefusal> {
    fits(text.trim().to_owned(), NOTE_CHARS)
}

/// A whole text that has to be there.
pub fn text(text: &str) -> Result<String, ConsultationRefusal> {
    fits(text.trim().to_owned(), TEXT_CHARS)
}

fn fits(text: String, most: usize) -> Result<String, ConsultationRefusal> {
    if text.is_empty() {
        return Err(ConsultationRefusal::Empty);
    }
    if text.chars().count() > most {
        return Err(ConsultationRefusal::TooLong);
    }
    Ok(text)
}
