//! Questions about a round and their answers. Who asked stays with the service: a name would tell
//! the municipality who is writing a bid.

use jiff::Timestamp;

use super::Round;
use crate::domain::ids::{LotId, OrganisationId, PersonId, QuestionId, RoundId};
use crate::domain::refusal::Refusal;

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
    pub answer: Option<Answer>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub text: String,
    pub by: PersonId,
    pub at: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuestionRefusal {
    #[error("the time for questions is over")]
    TooLate,
    #[error("the bids are closed, so the terms can no longer be explained")]
    RoundClosed,
    #[error("this question was answered already")]
    Answered,
}

impl Refusal for QuestionRefusal {
    fn key(&self) -> &'static str {
        match self {
            QuestionRefusal::TooLate => "refusal-question-too-late",
            QuestionRefusal::RoundClosed => "refusal-answer-too-late",
            QuestionRefusal::Answered => "refusal-question-answered",
        }
    }
}

/// Questions are taken up to the published moment.
pub fn may_ask(round: &Round, now: Timestamp) -> Result<(), QuestionRefusal> {
    if round.takes_questions(now) { Ok(()) } else { Err(QuestionRefusal::TooLate) }
}

impl Question {
    /// An answer is published at once, to everybody, and is final. After the closing time the
    /// terms cannot change any more.
    pub fn answered(self, round: &Round, answer: Answer) -> Result<Question, QuestionRefusal> {
        if !round.takes_bids(answer.at) {
            return Err(QuestionRefusal::RoundClosed);
        }
        match self.answer {
            Some(_) => Err(QuestionRefusal::Answered),
            None => Ok(Question { answer: Some(answer), ..self }),
        }
    }
}
