//! Questions about a round and their answers. Who asked stays with the service: a name would tell
//! the municipality who is writing a bid. An answer is prepared first and reaches everybody with
//! others in one numbered note; a private question is answered to its asker alone.

use jiff::{SignedDuration, Timestamp};

use super::Round;
use crate::domain::accounts::words;
use crate::domain::ids::{LotId, OrganisationId, PersonId, QuestionId, RoundId};
use crate::domain::refusal::Refusal;

words! {
    Secrecy {
        Public = "public",
        /// Commercially sensitive, says the asker: answered to the asker alone.
        Private = "private",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub id: QuestionId,
    pub round: RoundId,
    /// None: about the round as a whole.
    pub lot: Option<LotId>,
    pub asked_by: PersonId,
    pub cooperative: Option<OrganisationId>,
    pub body: String,
    pub asked_at: Timestamp,
    pub secrecy: Secrecy,
    /// Why others may not read it, in the words of the asker; empty for a public one.
    pub secrecy_reason: String,
    /// Why the municipality wants to answer a private question to everybody; the asker did not say yes yet.
    pub disclosure: Option<String>,
    /// The colleague who is asked for an answer.
    pub handler: Option<PersonId>,
    /// Questions of one topic stand together in a note.
    pub topic: String,
    /// The answer while it is prepared.
    pub draft: String,
    pub withdrawn_at: Option<Timestamp>,
    pub answer: Option<Answer>,
    /// Counts changes, so that two people who work at once notice.
    pub version: i32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub text: String,
    pub by: PersonId,
    pub at: Timestamp,
    /// The note it was published in; none for a private one, and for those of before there were notes.
    pub note: Option<i32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuestionRefusal {
    #[error("the time for questions is over")]
    TooLate,
    #[error("the bids are closed, so the terms can no longer be explained")]
    RoundClosed,
    #[error("the last day for a note is over")]
    NoteDayOver,
    #[error("this question was answered already")]
    Answered,
    #[error("the asker took the question back")]
    Withdrawn,
    #[error("a private question without a reason")]
    NoReason,
    #[error("more signs than anybody reads")]
    TooLong,
    #[error("there is no answer yet")]
    NoAnswer,
    #[error("the question is private")]
    Private,
    #[error("the question is public")]
    Public,
    #[error("the asker was not asked whether everybody may read it")]
    NotAsked,
    #[error("no question was chosen")]
    NothingChosen,
    #[error("that is no colleague of this municipality")]
    NoColleague,
    #[error("somebody changed it at the same moment")]
    Changed,
}

impl Refusal for QuestionRefusal {
    fn key(&self) -> &'static str {
        match self {
            QuestionRefusal::TooLate => "refusal-question-too-late",
            QuestionRefusal::RoundClosed => "refusal-answer-too-late",
            QuestionRefusal::NoteDayOver => "refusal-note-day-over",
            QuestionRefusal::Answered => "refusal-question-answered",
            QuestionRefusal::Withdrawn => "refusal-question-withdrawn",
            QuestionRefusal::NoReason => "question-secrecy-no-reason",
            QuestionRefusal::TooLong => "refusal-question-too-long",
            QuestionRefusal::NoAnswer => "answer-empty",
            QuestionRefusal::Private => "refusal-question-private",
            QuestionRefusal::Public => "refusal-question-public",
            QuestionRefusal::NotAsked => "refusal-question-not-asked",
            QuestionRefusal::NothingChosen => "note-nothing-chosen",
            QuestionRefusal::NoColleague => "handler-unknown",
            QuestionRefusal::Changed => "refusal-changed",
        }
    }
}

/// The longest question and the longest reason, in characters; a limit in words alone lets one
/// endless word through.
pub const LONGEST: usize = 4_000;

/// The text, if it is no longer than anybody reads.
pub fn fits(text: &str) -> Result<&str, QuestionRefusal> {
    match text.chars().count() {
        0..=LONGEST => Ok(text),
        _ => Err(QuestionRefusal::TooLong),
    }
}

/// So long before the closing time the last answers are there (Aanbestedingswet 2012 art. 2.54: six
/// days), so that everybody can still do something with them.
const LAST_ANSWERS: SignedDuration = SignedDuration::from_hours(6 * 24);

impl Round {
    /// The last moment for answers. A round that takes questions even later may answer until it closes.
    pub fn answers_until(&self) -> Timestamp {
        let closes = self.closes_at();
        let last = closes.checked_sub(LAST_ANSWERS).unwrap_or(closes);
        if self.questions_until() > last { closes } else { last }
    }
}

/// Questions are taken up to the published moment.
pub fn may_ask(round: &Round, now: Timestamp) -> Result<(), QuestionRefusal> {
    if round.takes_questions(now) { Ok(()) } else { Err(QuestionRefusal::TooLate) }
}

/// Answers explain the terms. They end some days before the closing time; a longer term gives room again.
pub fn may_answer(round: &Round, now: Timestamp) -> Result<(), QuestionRefusal> {
    if !round.takes_bids(now) {
        return Err(QuestionRefusal::RoundClosed);
    }
    match now.as_second() <= round.answers_until().as_second() {
        true => Ok(()),
        false => Err(QuestionRefusal::NoteDayOver),
    }
}

words! {
    /// How far a question is.
    Standing {
        Waiting = "waiting",
        /// There is an answer, which nobody outside has read.
        Prepared = "prepared",
        /// The asker is asked whether everybody may read a private question.
        Disclosing = "disclosing",
        Withdrawn = "withdrawn",
        /// Answered to the asker alone.
        Told = "told",
        Published = "published",
    }
}

impl Question {
    pub fn standing(&self) -> Standing {
        match (&self.answer, self.secrecy) {
            (Some(_), Secrecy::Private) => Standing::Told,
            (Some(_), Secrecy::Public) => Standing::Published,
            (None, _) if self.withdrawn_at.is_some() => Standing::Withdrawn,
            (None, _) if self.disclosure.is_some() => Standing::Disclosing,
            (None, _) if self.draft.is_empty() => Standing::Waiting,
            (None, _) => Standing::Prepared,
        }
    }

    pub fn is_public(&self) -> bool {
        self.standing() == Standing::Published
    }

    fn open(self) -> Result<Question, QuestionRefusal> {
        match (&self.answer, self.withdrawn_at) {
            (Some(_), _) => Err(QuestionRefusal::Answered),
            (None, Some(_)) => Err(QuestionRefusal::Withdrawn),
            (None, None) => Ok(self),
        }
    }

    /// The asker takes it back; nobody of the municipality reads it any more.
    pub fn withdraw(self, now: Timestamp) -> Result<Question, QuestionRefusal> {
        Ok(Question { withdrawn_at: Some(now), disclosure: None, ..self.open()? })
    }

    /// What a colleague writes towards the answer; not final, so it may be empty.
    pub fn prepare(
        self,
        round: &Round,
        (topic, draft): (&str, &str),
        now: Timestamp,
    ) -> Result<Question, QuestionRefusal> {
        may_answer(round, now)?;
        let open = self.open()?;
        Ok(Question { topic: one_line(topic), draft: draft.trim().to_owned(), ..open })
    }

    pub fn hand_to(self, handler: Option<PersonId>) -> Result<Question, QuestionRefusal> {
        Ok(Question { handler, ..self.open()? })
    }

    /// The municipality thinks everybody should read a private question, and says why. The asker hears
    /// it first, and can say yes, take the question back, or leave it: then the answer stays private.
    pub fn ask_disclosure(self, reason: &str) -> Result<Question, QuestionRefusal> {
        let open = self.open()?;
        if open.secrecy == Secrecy::Public {
            return Err(QuestionRefusal::Public);
        }
        match fits(reason.trim())? {
            "" => Err(QuestionRefusal::NoReason),
            reason => Ok(Question { disclosure: Some(reason.to_owned()), ..open }),
        }
    }

    /// The asker says that everybody may read it.
    pub fn disclose(self) -> Result<Question, QuestionRefusal> {
        let open = self.open()?;
        match open.disclosure {
            None => Err(QuestionRefusal::NotAsked),
            Some(_) => Ok(Question { secrecy: Secrecy::Public, disclosure: None, ..open }),
        }
    }

    /// A private question is answered to its asker alone.
    pub fn tell(
        self,
        round: &Round,
        by: PersonId,
        now: Timestamp,
    ) -> Result<Question, QuestionRefusal> {
        may_answer(round, now)?;
        match self.secrecy {
            Secrecy::Public => Err(QuestionRefusal::Public),
            Secrecy::Private => {
                Ok(Question { disclosure: None, ..self.answered((by, now), None)? })
            }
        }
    }

    /// A public question is answered to everybody, in the note with this number.
    pub fn publish(
        self,
        round: &Round,
        note: i32,
        (by, now): (PersonId, Timestamp),
    ) -> Result<Question, QuestionRefusal> {
        may_answer(round, now)?;
        match self.secrecy {
            Secrecy::Private => Err(QuestionRefusal::Private),
            Secrecy::Public => self.answered((by, now), Some(note)),
        }
    }

    fn answered(
        self,
        (by, at): (PersonId, Timestamp),
        note: Option<i32>,
    ) -> Result<Question, QuestionRefusal> {
        let open = self.open()?;
        if open.draft.is_empty() {
            return Err(QuestionRefusal::NoAnswer);
        }
        Ok(Question { answer: Some(Answer { text: open.draft.clone(), by, at, note }), ..open })
    }
}

/// A text of one line, without spaces around it.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
#[path = "questions_tests.rs"]
mod tests;
