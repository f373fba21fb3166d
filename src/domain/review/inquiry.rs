//! What the municipality asks one bidder after the opening. A supplement completes the proof of a
//! requirement; a clarification explains an answer to the assessors. Neither changes what was handed
//! in: nobody may improve what is scored after the bids are open.

use jiff::{SignedDuration, Timestamp};

use super::clock::Pause;
use super::rejection::Signed;
use crate::domain::accounts::words;
use crate::domain::bids::ListedAttachment;
use crate::domain::ids::{BidId, InquiryFileId, InquiryId};
use crate::domain::moments::day_of;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::definition::Definition;

words! {
    InquiryKind {
        /// About a requirement and its proof; the decision term stands still.
        Supplement = "supplement",
        /// About an answer that assessors read; the term runs on.
        Clarification = "clarification",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inquiry {
    pub id: InquiryId,
    pub bid: BidId,
    pub kind: InquiryKind,
    /// Code of the requirement, or of the criterion whose assessors wonder.
    pub about: String,
    /// What precisely is asked.
    pub question: String,
    pub asked: Signed,
    /// Name of the assessor for whom it is asked.
    pub on_behalf: Option<String>,
    /// Inclusive to the second.
    pub due_at: Timestamp,
    pub extension: Option<Extension>,
    /// What the bidder writes; nobody else reads it before it is sent.
    pub answer: String,
    pub files: Vec<File>,
    pub answered: Option<Signed>,
    pub ending: Option<Ending>,
}

/// More time was given, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    pub before: Timestamp,
    pub at: Timestamp,
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub id: InquiryFileId,
    /// Its section is the code of what it is about.
    pub file: ListedAttachment,
    pub added_at: Timestamp,
}

/// How it ended, beyond an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    pub by: Signed,
    pub reason: String,
    pub how: How,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// The time passed without an answer; the municipality goes on without it.
    Lapsed,
    /// The assessors read this text. It is the answer without names.
    Released(String),
    /// The answer improves the bid, so the assessors do not read it.
    Withheld,
}

/// What can happen to it now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The bidder can answer.
    Open,
    /// The time is over without an answer.
    Overdue,
    /// A clarification that the process lead has not judged yet.
    ToJudge,
    Done,
}

/// Characters of a question and of an answer.
pub const LONGEST: usize = 3_000;
/// Files with one answer.
pub const MOST_FILES: usize = 5;
/// A bidder has at least this long to answer, and at most.
pub const SHORTEST_TERM: SignedDuration = SignedDuration::from_hours(24);
pub const LONGEST_TERM: SignedDuration = SignedDuration::from_hours(42 * 24);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InquiryRefusal {
    #[error("nothing is asked or answered")]
    Empty,
    #[error("too long")]
    TooLong,
    #[error("this part is scored, or does not exist")]
    NotThis,
    #[error("the term is too short")]
    TooSoon,
    #[error("the term is too long")]
    TooLate,
    #[error("there is a question about this already")]
    Waiting,
    #[error("the bidder answered already")]
    Answered,
    #[error("the time to answer is over")]
    Over,
    #[error("there is still time to answer")]
    NotOver,
    #[error("there was more time once already")]
    ExtendedOnce,
    #[error("no reason given")]
    NoReason,
    #[error("this was decided already")]
    Ended,
    #[error("the bid was decided on")]
    BidDecided,
    #[error("as many files as may be")]
    TooManyFiles,
    #[error("only a clarification is released")]
    NoClarification,
    #[error("this cannot change at this stage")]
    NotNow,
}

impl Refusal for InquiryRefusal {
    fn key(&self) -> &'static str {
        match self {
            InquiryRefusal::Empty => "refusal-inquiry-empty",
            InquiryRefusal::TooLong => "refusal-inquiry-too-long",
            InquiryRefusal::NotThis => "refusal-inquiry-not-this",
            InquiryRefusal::TooSoon => "refusal-inquiry-too-soon",
            InquiryRefusal::TooLate => "refusal-inquiry-too-late",
            InquiryRefusal::Waiting => "refusal-inquiry-waiting",
            InquiryRefusal::Answered => "refusal-inquiry-answered",
            InquiryRefusal::Over => "refusal-inquiry-over",
            InquiryRefusal::NotOver => "refusal-inquiry-not-over",
            InquiryRefusal::ExtendedOnce => "refusal-inquiry-extended-once",
            InquiryRefusal::NoReason => "refusal-no-reason",
            InquiryRefusal::Ended => "refusal-inquiry-ended",
            InquiryRefusal::BidDecided => "refusal-inquiry-bid-decided",
            InquiryRefusal::TooManyFiles => "refusal-inquiry-too-many-files",
            InquiryRefusal::NoClarification => "refusal-inquiry-no-clarification",
            InquiryRefusal::NotNow => "refusal-review-not-now",
        }
    }
}

use InquiryRefusal as No;

/// A text that somebody wrote, without the spaces around it.
fn written(text: &str) -> Result<String, No> {
    match text.trim() {
        "" => Err(No::Empty),
        text if text.chars().count() > LONGEST => Err(No::TooLong),
        text => Ok(text.to_owned()),
    }
}

fn reason(text: &str) -> Result<String, No> {
    written(text).map_err(|why| if why == No::Empty { No::NoReason } else { why })
}

fn term(from: Timestamp, until: Timestamp) -> Result<(), No> {
    let length = until.duration_since(from);
    if length < SHORTEST_TERM {
        Err(No::TooSoon)
    } else if length > LONGEST_TERM {
        Err(No::TooLate)
    } else {
        Ok(())
    }
}

/// A supplement is only about a requirement; a clarification only about a question that is scored,
/// and its answer never counts for more than the bid.
pub fn may_ask(kind: InquiryKind, about: &str, definition: &Definition) -> Result<(), No> {
    let known = match kind {
        InquiryKind::Supplement => definition.requirements.iter().any(|r| r.code == about),
        InquiryKind::Clarification => definition.criteria.iter().any(|c| c.code == about),
    };
    if known { Ok(()) } else { Err(No::NotThis) }
}

/// A new question, beside those that were asked about the same bid.
pub fn ask(new: Inquiry, earlier: &[Inquiry]) -> Result<Inquiry, No> {
    let now = new.asked.at;
    let question = written(&new.question)?;
    term(now, new.due_at)?;
    let same = |one: &&Inquiry| (one.kind, &one.about) == (new.kind, &new.about);
    let waits = |one: &Inquiry| matches!(one.state(now), State::Open | State::Overdue);
    if earlier.iter().filter(same).any(waits) {
        return Err(No::Waiting);
    }
    Ok(Inquiry { question, ..new })
}

impl Inquiry {
    pub fn state(&self, now: Timestamp) -> State {
        match (&self.ending, &self.answered, self.kind) {
            (Some(_), _, _) | (None, Some(_), InquiryKind::Supplement) => State::Done,
            (None, Some(_), InquiryKind::Clarification) => State::ToJudge,
            (None, None, _) if now.as_second() <= self.due_at.as_second() => State::Open,
            (None, None, _) => State::Overdue,
        }
    }

    /// As long as the bidder may complete a requirement, nothing is decided about the bid.
    pub fn holds_up(&self, now: Timestamp) -> bool {
        self.kind == InquiryKind::Supplement
            && matches!(self.state(now), State::Open | State::Overdue)
    }

    /// The bidder can write and add files.
    pub fn may_answer(&self, now: Timestamp) -> Result<(), No> {
        match self.state(now) {
            State::Open => Ok(()),
            State::Overdue => Err(No::Over),
            State::ToJudge => Err(No::Answered),
            State::Done if self.answered.is_some() => Err(No::Answered),
            State::Done => Err(No::Over),
        }
    }

    /// Keeps what the bidder wrote so far.
    pub fn draft(self, text: &str, now: Timestamp) -> Result<Inquiry, No> {
        self.may_answer(now)?;
        if text.chars().count() > LONGEST {
            return Err(No::TooLong);
        }
        Ok(Inquiry { answer: text.trim().to_owned(), ..self })
    }

    /// Sends the answer; after that it stays as it is. A supplement may be files alone.
    pub fn answer(self, text: &str, by: Signed) -> Result<Inquiry, No> {
        let sent = self.draft(text, by.at)?;
        if sent.answer.is_empty() && sent.files.is_empty() {
            return Err(No::Empty);
        }
        Ok(Inquiry { answered: Some(by), ..sent })
    }

    /// A clarification is text alone: files are proof.
    pub fn may_add_file(&self, now: Timestamp) -> Result<(), No> {
        self.may_answer(now)?;
        match self.kind {
            InquiryKind::Clarification => Err(No::NotThis),
            InquiryKind::Supplement if self.files.len() >= MOST_FILES => Err(No::TooManyFiles),
            InquiryKind::Supplement => Ok(()),
        }
    }

    /// More time, once, also after the term.
    pub fn extend(self, until: Timestamp, why: &str, now: Timestamp) -> Result<Inquiry, No> {
        match self.state(now) {
            State::Open | State::Overdue => {}
            State::ToJudge => return Err(No::Answered),
            State::Done => return Err(No::Ended),
        }
        if self.extension.is_some() {
            return Err(No::ExtendedOnce);
        }
        let why = reason(why)?;
        if until <= self.due_at {
            return Err(No::TooSoon);
        }
        term(now, until)?;
        let extension = Some(Extension { before: self.due_at, at: now, reason: why });
        Ok(Inquiry { due_at: until, extension, ..self })
    }

    /// Goes on without an answer, once the time is over.
    pub fn lapse(self, by: Signed, why: &str) -> Result<Inquiry, No> {
        match self.state(by.at) {
            State::Overdue => {}
            State::Open => return Err(No::NotOver),
            State::ToJudge => return Err(No::Answered),
            State::Done => return Err(No::Ended),
        }
        let reason = reason(why)?;
        Ok(Inquiry { ending: Some(Ending { by, reason, how: How::Lapsed }), ..self })
    }

    /// The process lead says that a clarification is no improvement; the assessors read `text`.
    pub fn release(self, by: Signed, (text, why): (&str, &str)) -> Result<Inquiry, No> {
        self.may_judge(by.at)?;
        let (text, reason) = (written(text)?, reason(why)?);
        Ok(Inquiry { ending: Some(Ending { by, reason, how: How::Released(text) }), ..self })
    }

    /// It improves the bid: the assessors do not read it.
    pub fn withhold(self, by: Signed, why: &str) -> Result<Inquiry, No> {
        self.may_judge(by.at)?;
        let reason = reason(why)?;
        Ok(Inquiry { ending: Some(Ending { by, reason, how: How::Withheld }), ..self })
    }

    fn may_judge(&self, now: Timestamp) -> Result<(), No> {
        match (self.kind, self.state(now)) {
            (InquiryKind::Supplement, _) => Err(No::NoClarification),
            (_, State::ToJudge) => Ok(()),
            (_, State::Open | State::Overdue) => Err(No::NotOver),
            (_, State::Done) => Err(No::Ended),
        }
    }

    /// What assessors read, if they may.
    pub fn released(&self) -> Option<&str> {
        match &self.ending.as_ref()?.how {
            How::Released(text) => Some(text),
            How::Lapsed | How::Withheld => None,
        }
    }

    /// The days on which the decision term stands still for it.
    pub fn pause(&self, now: Timestamp) -> Option<Pause> {
        if self.kind == InquiryKind::Clarification {
            return None;
        }
        let over = match (&self.answered, self.state(now)) {
            (Some(answered), _) => Some(answered.at),
            (None, State::Open) => None,
            (None, State::Overdue | State::ToJudge | State::Done) => Some(self.due_at),
        };
        Some(Pause::new(day_of(self.asked.at), over.map(day_of)))
    }
}

#[cfg(test)]
mod tests;
