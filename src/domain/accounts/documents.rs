//! Papers of a cooperative, each with the day until which it holds.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use crate::domain::bids::FileKind;
use crate::domain::bids::rule::day;
use crate::domain::ids::{OrganisationId, ProfileFileId};
use crate::domain::refusal::Refusal;

/// A document of the profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileFile {
    pub id: ProfileFileId,
    pub organisation: OrganisationId,
    pub name: String,
    pub kind: FileKind,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of its bytes; also the name under which they are kept.
    pub hash: String,
    /// The last day on which it holds.
    pub valid_until: Option<Date>,
    pub added_at: Timestamp,
    pub removed_at: Option<Timestamp>,
}

/// How a document stands to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    NoEnd,
    Valid(Date),
    /// Within sixty days.
    EndsSoon(Date),
    /// Not longer than sixty days ago: a new one may be under way.
    JustEnded(Date),
    Ended(Date),
}

/// Days before and after the end in which a document asks for attention.
const ATTENTION: i64 = 60;

pub fn validity(until: Option<Date>, today: Date) -> Validity {
    let Some(until) = until else { return Validity::NoEnd };
    let soon = today.saturating_add(ATTENTION.days());
    let just = today.saturating_sub(ATTENTION.days());
    if until < just {
        Validity::Ended(until)
    } else if until < today {
        Validity::JustEnded(until)
    } else if until <= soon {
        Validity::EndsSoon(until)
    } else {
        Validity::Valid(until)
    }
}

/// The day on a document; empty when it has no end.
pub fn last_day(typed: &str) -> Result<Option<Date>, NoDay> {
    match typed.trim() {
        "" => Ok(None),
        text => day(text).map(Some).ok_or(NoDay),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a day")]
pub struct NoDay;

impl Refusal for NoDay {
    fn key(&self) -> &'static str {
        "error-date"
    }
}

/// So many documents a profile has at most.
pub const MOST_FILES: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_asks_for_attention_around_its_end() {
        let today: Date = "2026-11-23".parse().unwrap();
        let at = |text: &str| validity(Some(text.parse().unwrap()), today);
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(validity(None, today), Validity::NoEnd);
        assert_eq!(at("2027-01-23"), Validity::Valid(day("2027-01-23")));
        assert_eq!(at("2027-01-22"), Validity::EndsSoon(day("2027-01-22")));
        assert_eq!(at("2026-11-23"), Validity::EndsSoon(today));
        assert_eq!(at("2026-11-22"), Validity::JustEnded(day("2026-11-22")));
        assert_eq!(at("2026-09-24"), Validity::JustEnded(day("2026-09-24")));
        assert_eq!(at("2026-09-23"), Validity::Ended(day("2026-09-23")));
        assert_eq!(last_day(" "), Ok(None));
        assert_eq!(last_day("31-02-2027"), Err(NoDay));
    }
}
