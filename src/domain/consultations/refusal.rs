//! Why the table says no.

use crate::domain::refusal::Refusal;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConsultationRefusal {
    #[error("this has to be filled in")]
    Empty,
    #[error("this text is too long")]
    TooLong,
    #[error("choose one of these")]
    Choice,
    #[error("this is no e-mail address")]
    Address,
    #[error("this day or time does not exist")]
    Moment,
    #[error("the end lies before the start")]
    Order,
    #[error("this moment has passed")]
    Past,
    #[error("this is not a number")]
    Number,
    #[error("somebody else changed it first")]
    Overtaken,
    #[error("nothing changed")]
    Same,
    #[error("this person sits at the table already")]
    TwoSeats,
    #[error("this seat is no longer at the table")]
    Gone,
    #[error("this seat is not waiting for an answer")]
    Answered,
    #[error("the comment round is not open")]
    RoundShut,
    #[error("the comment round is still open")]
    RoundOpen,
    #[error("the paper has no such paragraph")]
    NoParagraph,
    #[error("only who wrote it can take it back")]
    NotYours,
    #[error("the meeting was cancelled")]
    Cancelled,
    #[error("the minutes are approved")]
    Approved,
    #[error("the meeting has not begun")]
    NotYet,
    #[error("the meeting has begun")]
    Begun,
    #[error("this cooperative did not promise this")]
    NoPromise,
}

impl ConsultationRefusal {
    /// It stands at a field of the form; others are about the moment.
    pub fn is_about_a_field(self) -> bool {
        use ConsultationRefusal::*;
        match self {
            Empty | TooLong | Choice | Address | Moment | Order | Past | Number | NoParagraph
            | Same => true,
            Overtaken | TwoSeats | Gone | Answered | RoundShut | RoundOpen | NotYours
            | Cancelled | Approved | NotYet | Begun | NoPromise => false,
        }
    }
}

impl Refusal for ConsultationRefusal {
    fn key(&self) -> &'static str {
        use ConsultationRefusal::*;
        match self {
            Empty => "consultation-refusal-empty",
            TooLong => "consultation-refusal-too-long",
            Choice => "consultation-refusal-choice",
            Address => "consultation-refusal-address",
            Moment => "consultation-refusal-moment",
            Order => "consultation-refusal-order",
            Past => "consultation-refusal-past",
            Begun => "consultation-refusal-begun",
            Number => "consultation-refusal-number",
            Overtaken => "consultation-refusal-overtaken",
            Same => "consultation-refusal-same",
            TwoSeats => "consultation-refusal-two-seats",
            Gone => "consultation-refusal-gone",
            Answered => "consultation-refusal-answered",
            RoundShut => "consultation-refusal-round-shut",
            RoundOpen => "consultation-refusal-round-open",
            NoParagraph => "consultation-refusal-no-paragraph",
            NotYours => "consultation-refusal-not-yours",
            Cancelled => "consultation-refusal-cancelled",
            Approved => "consultation-refusal-approved",
            NotYet => "consultation-refusal-not-yet",
            NoPromise => "consultation-refusal-no-promise",
        }
    }
}
