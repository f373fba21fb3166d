//! Complaints about the method: the rules of a round themselves. They are answered before the bids are
//! closed, by somebody who did not make the rules, so that what is wrong can still be put right for
//! everybody at once. Afterwards the terms cannot change.

use jiff::{SignedDuration, Timestamp};

use super::Round;
use crate::domain::accounts::words;
use crate::domain::ids::{ComplaintId, OrganisationId, PersonId, RoundId};
use crate::domain::refusal::Refusal;

words! {
    Ruling {
        Founded = "founded",
        Partly = "partly",
        Unfounded = "unfounded",
        /// It is about something else than the method, or about what this municipality cannot change.
        Inadmissible = "inadmissible",
    }
}

words! {
    /// What is done with a complaint.
    Measure {
        /// The terms change.
        Amendment = "amendment",
        /// Everybody gets more time.
        Extension = "extension",
        /// Said better in a note, without another rule.
        Explanation = "explanation",
        /// Better in a next round.
        NextRound = "next_round",
        Nothing = "nothing",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    pub id: ComplaintId,
    pub round: RoundId,
    /// Known to the service alone.
    pub filed_by: PersonId,
    pub cooperative: Option<OrganisationId>,
    pub body: String,
    pub filed_at: Timestamp,
    pub due_at: Timestamp,
    pub handler: Option<PersonId>,
    /// Why somebody handles it who leads rounds here; empty otherwise.
    pub handler_reason: String,
    pub answer: Option<ComplaintAnswer>,
    pub version: i32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComplaintAnswer {
    pub ruling: Ruling,
    pub grounds: String,
    pub measure: Measure,
    pub by: PersonId,
    pub at: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ComplaintRefusal {
    #[error("the terms cannot change any more")]
    TooLate,
    #[error("no complaint was written")]
    Empty,
    #[error("more signs than anybody reads")]
    TooLong,
    #[error("it was answered already")]
    Answered,
    #[error("that is no colleague of this municipality")]
    NoColleague,
    #[error("who leads rounds does not judge complaints about them without a reason")]
    Leads,
    #[error("no grounds")]
    NoGrounds,
    #[error("no ruling")]
    NoRuling,
    #[error("the measure does not follow from the ruling")]
    Measure,
    #[error("after the closing time this cannot be done")]
    TermsClosed,
    #[error("somebody changed it at the same moment")]
    Changed,
}

impl Refusal for ComplaintRefusal {
    fn key(&self) -> &'static str {
        match self {
            ComplaintRefusal::TooLate => "complaint-refused-late",
            ComplaintRefusal::Empty => "complaint-refused-empty",
            ComplaintRefusal::TooLong => "complaint-refused-signs",
            ComplaintRefusal::Answered => "complaint-refused-answered",
            ComplaintRefusal::NoColleague => "handler-unknown",
            ComplaintRefusal::Leads => "complaint-refused-leads",
            ComplaintRefusal::NoGrounds => "complaint-refused-grounds",
            ComplaintRefusal::NoRuling => "complaint-refused-ruling",
            ComplaintRefusal::Measure => "complaint-refused-measure",
            ComplaintRefusal::TermsClosed => "complaint-refused-closed",
            ComplaintRefusal::Changed => "refusal-changed",
        }
    }
}

/// The longest complaint and the longest answer, in characters: room for the words that the pages
/// allow, and not for one endless word.
const LONGEST: usize = 8_000;

/// What somebody complains of, if it is there and can be read.
pub fn written(body: &str) -> Result<&str, ComplaintRefusal> {
    if body.trim().is_empty() {
        return Err(ComplaintRefusal::Empty);
    }
    fits(body)
}

fn fits(text: &str) -> Result<&str, ComplaintRefusal> {
    match text.chars().count() {
        0..=LONGEST => Ok(text),
        _ => Err(ComplaintRefusal::TooLong),
    }
}

/// So long an answer may take.
const TERM: SignedDuration = SignedDuration::from_hours(7 * 24);
/// So long before the closing time it is there, or else nobody can do anything with it.
const BEFORE_CLOSING: SignedDuration = SignedDuration::from_hours(2 * 24);
/// So long before it is due somebody who waits is helped by a mail.
const AHEAD: SignedDuration = SignedDuration::from_hours(2 * 24);

impl Round {
    /// The last moment to complain about the rules: there must be time for an answer.
    pub fn complaints_until(&self) -> Timestamp {
        let closes = self.closes_at();
        closes.checked_sub(BEFORE_CLOSING).unwrap_or(closes)
    }
}

/// When a complaint of now is answered at the latest: always before the closing time.
pub fn due(round: &Round, now: Timestamp) -> Result<Timestamp, ComplaintRefusal> {
    let last = round.complaints_until();
    if !round.takes_bids(now) || now >= last {
        return Err(ComplaintRefusal::TooLate);
    }
    Ok(now.checked_add(TERM).map_or(last, |term| term.min(last)))
}

impl Complaint {
    /// When the handler is reminded; at once where that moment is over.
    pub fn remind_at(&self) -> Timestamp {
        self.due_at.checked_sub(AHEAD).map_or(self.filed_at, |at| at.max(self.filed_at))
    }

    pub fn is_late(&self, now: Timestamp) -> bool {
        self.answer.is_none() && now > self.due_at
    }

    fn open(self) -> Result<Complaint, ComplaintRefusal> {
        if self.answer.is_some() { Err(ComplaintRefusal::Answered) } else { Ok(self) }
    }

    /// Gives it to a named person. Who leads rounds here is not independent: that needs a reason.
    pub fn hand_to(
        self,
        handler: PersonId,
        independence: Independence,
        reason: &str,
    ) -> Result<Complaint, ComplaintRefusal> {
        let reason = reason.trim();
        let handler_reason = match independence {
            Independence::Independent => String::new(),
            Independence::LeadsRounds if reason.is_empty() => return Err(ComplaintRefusal::Leads),
            Independence::LeadsRounds => reason.to_owned(),
        };
        Ok(Complaint { handler: Some(handler), handler_reason, ..self.open()? })
    }

    /// The answer is final. What needs other terms can only be promised while there is time for it.
    pub fn answered(
        self,
        round: &Round,
        answer: ComplaintAnswer,
    ) -> Result<Complaint, ComplaintRefusal> {
        let open = self.open()?;
        if answer.grounds.trim().is_empty() {
            return Err(ComplaintRefusal::NoGrounds);
        }
        fits(&answer.grounds)?;
        let right = matches!(answer.ruling, Ruling::Founded | Ruling::Partly);
        if right == (answer.measure == Measure::Nothing) {
            return Err(ComplaintRefusal::Measure);
        }
        let needs_terms = match answer.measure {
            Measure::Amendment | Measure::Extension | Measure::Explanation => true,
            Measure::NextRound | Measure::Nothing => false,
        };
        if needs_terms && !round.takes_bids(answer.at) {
            return Err(ComplaintRefusal::TermsClosed);
        }
        Ok(Complaint { answer: Some(answer), ..open })
    }
}

/// How somebody stands to the rules that the complaint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Independence {
    Independent,
    LeadsRounds,
}

#[cfg(test)]
#[path = "complaints_tests.rs"]
mod tests;
