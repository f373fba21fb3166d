//! The members of a cooperative vote on its plan: what they vote on, who may, when it counts, and
//! what of it is handed in. Who votes has no account, only a link.

mod members;
mod outcome;

use jiff::{SignedDuration, Timestamp};

use super::Shut;
use crate::domain::accounts::words;
use crate::domain::ids::{BidId, VoteId};
use crate::domain::moments::MomentError;
use crate::domain::refusal::Refusal;
use crate::domain::words::count_words;

pub use members::{MemberList, members};
pub use outcome::{Count, Mandate, Quorum, Turnout};

words! {
    /// Whether anybody can find out who voted what.
    Secrecy {
        /// Nobody can, so a vote cannot be changed either.
        Secret = "secret",
        /// The board sees it after the closing; a vote can be changed until then.
        Open = "open",
    }
}

words! {
    BallotChoice {
        InFavour = "for",
        Against = "against",
        Blank = "blank",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    pub id: VoteId,
    pub bid: BidId,
    pub question: String,
    /// What is voted on, as it was when the vote was set up.
    pub about: String,
    pub secrecy: Secrecy,
    pub quorum: Quorum,
    pub opens_at: Timestamp,
    /// Inclusive to the second.
    pub closes_at: Timestamp,
    pub ending: Ending,
    pub reminded_at: Option<Timestamp>,
    /// What was said about it, in the words of the board.
    pub minutes: String,
    /// The conclusion of the board.
    pub statement: String,
}

/// How a vote ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// At the moment that was announced.
    AsAnnounced,
    /// The board closed it before that.
    Early { at: Timestamp },
    /// It was called off and has no outcome.
    Stopped { at: Timestamp, reason: String },
}

/// How far a vote is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VoteStage {
    /// Set up, not open yet.
    Planned,
    Open,
    Closed {
        at: Timestamp,
    },
    Stopped {
        at: Timestamp,
        reason: String,
    },
}

pub const MOST_QUESTION_CHARS: usize = 200;
pub const MOST_ABOUT_WORDS: usize = 500;
pub const MOST_MINUTES_WORDS: usize = 1000;
pub const MOST_STATEMENT_CHARS: usize = 500;
pub const MOST_REASON_CHARS: usize = 500;
/// Members get some time to read.
const SHORTEST: SignedDuration = SignedDuration::from_hours(1);
/// Between two reminders.
const REMINDER_PAUSE: SignedDuration = SignedDuration::from_hours(24);
/// With fewer ballots, a secret vote may show how somebody voted all the same.
pub const WEAK_BELOW: u32 = 5;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VoteRefusal {
    #[error(transparent)]
    Shut(#[from] Shut),
    #[error("another vote of this bid is planned or open")]
    Running,
    #[error("there is no question, or it is too long")]
    Question,
    #[error("there is nothing to vote on, or it is too long")]
    About,
    #[error("neither secret nor open")]
    Secrecy,
    #[error("no such quorum")]
    Quorum,
    #[error("a quorum of more members than there are")]
    QuorumTooHigh,
    #[error(transparent)]
    Moment(#[from] MomentError),
    #[error("closes less than an hour after it opens")]
    TooShort,
    #[error("opens in the past")]
    OpensInPast,
    #[error("closes after the round does")]
    AfterRound,
    #[error("fewer than two members")]
    FewMembers,
    #[error("more members than can be invited")]
    ManyMembers,
    #[error("a line that is no address")]
    Address,
    #[error("the vote is not open")]
    NotOpen,
    #[error("the vote is not closed")]
    NotClosed,
    #[error("this member voted already")]
    Voted,
    #[error("not one of the choices")]
    Choice,
    #[error("no reason given")]
    Reason,
    #[error("there was a reminder less than a day ago")]
    RemindedLately,
    #[error("everybody voted")]
    EverybodyVoted,
    #[error("minutes or statement too long")]
    TooLong,
}

impl Refusal for VoteRefusal {
    fn key(&self) -> &'static str {
        match self {
            VoteRefusal::Shut(why) => why.key(),
            VoteRefusal::Running => "vote-refused-running",
            VoteRefusal::Question => "vote-refused-question",
            VoteRefusal::About => "vote-refused-about",
            VoteRefusal::Secrecy => "vote-refused-secrecy",
            VoteRefusal::Quorum => "vote-refused-quorum",
            VoteRefusal::QuorumTooHigh => "vote-refused-quorum-high",
            VoteRefusal::Moment(MomentError::Day) => "error-date",
            VoteRefusal::Moment(MomentError::Time) => "error-time",
            VoteRefusal::Moment(MomentError::Skipped) => "moment-skipped",
            VoteRefusal::Moment(MomentError::Twice) => "moment-twice",
            VoteRefusal::TooShort => "vote-refused-short",
            VoteRefusal::OpensInPast => "vote-refused-past",
            VoteRefusal::AfterRound => "vote-refused-after-round",
            VoteRefusal::FewMembers => "vote-refused-few",
            VoteRefusal::ManyMembers => "vote-refused-many",
            VoteRefusal::Address => "vote-refused-address",
            VoteRefusal::NotOpen => "vote-refused-not-open",
            VoteRefusal::NotClosed => "vote-refused-not-closed",
            VoteRefusal::Voted => "vote-refused-voted",
            VoteRefusal::Choice => "error-choose",
            VoteRefusal::Reason => "vote-refused-reason",
            VoteRefusal::RemindedLately => "vote-refused-reminded",
            VoteRefusal::EverybodyVoted => "vote-refused-everybody",
            VoteRefusal::TooLong => "vote-refused-too-long",
        }
    }
}

impl Vote {
    pub fn stage(&self, now: Timestamp) -> VoteStage {
        match &self.ending {
            Ending::Stopped { at, reason } => {
                VoteStage::Stopped { at: *at, reason: reason.clone() }
            }
            Ending::Early { at } => VoteStage::Closed { at: *at },
            Ending::AsAnnounced if now.as_second() > self.closes_at.as_second() => {
                VoteStage::Closed { at: self.closes_at }
            }
            Ending::AsAnnounced if now < self.opens_at => VoteStage::Planned,
            Ending::AsAnnounced => VoteStage::Open,
        }
    }

    /// When it closed, if it did.
    pub fn closed_at(&self, now: Timestamp) -> Option<Timestamp> {
        match self.stage(now) {
            VoteStage::Closed { at } => Some(at),
            VoteStage::Planned | VoteStage::Open | VoteStage::Stopped { .. } => None,
        }
    }

    fn is_running(&self, now: Timestamp) -> bool {
        matches!(self.stage(now), VoteStage::Planned | VoteStage::Open)
    }

    pub fn must_be_open(&self, now: Timestamp) -> Result<(), VoteRefusal> {
        match self.stage(now) {
            VoteStage::Open => Ok(()),
            VoteStage::Planned | VoteStage::Closed { .. } | VoteStage::Stopped { .. } => {
                Err(VoteRefusal::NotOpen)
            }
        }
    }

    /// May a new vote be set up beside this one?
    pub fn must_be_over(&self, now: Timestamp) -> Result<(), VoteRefusal> {
        if self.is_running(now) { Err(VoteRefusal::Running) } else { Ok(()) }
    }

    pub fn close(self, now: Timestamp) -> Result<Vote, VoteRefusal> {
        self.must_be_open(now)?;
        Ok(Vote { ending: Ending::Early { at: now }, ..self })
    }

    pub fn stop(self, reason: &str, now: Timestamp) -> Result<Vote, VoteRefusal> {
        if !self.is_running(now) {
            return Err(VoteRefusal::NotOpen);
        }
        let reason = line(reason);
        if reason.is_empty() || reason.chars().count() > MOST_REASON_CHARS {
            return Err(VoteRefusal::Reason);
        }
        Ok(Vote { ending: Ending::Stopped { at: now, reason }, ..self })
    }

    /// Once a day at most: members must not be pestered.
    pub fn remind(self, now: Timestamp) -> Result<Vote, VoteRefusal> {
        self.must_be_open(now)?;
        match self.reminded_at {
            Some(last) if now.duration_since(last) < REMINDER_PAUSE => {
                Err(VoteRefusal::RemindedLately)
            }
            Some(_) | None => Ok(Vote { reminded_at: Some(now), ..self }),
        }
    }

    pub fn record(
        self,
        (minutes, statement): (&str, &str),
        now: Timestamp,
    ) -> Result<Vote, VoteRefusal> {
        if self.closed_at(now).is_none() {
            return Err(VoteRefusal::NotClosed);
        }
        let statement = line(statement);
        if count_words(minutes) > MOST_MINUTES_WORDS
            || statement.chars().count() > MOST_STATEMENT_CHARS
        {
            return Err(VoteRefusal::TooLong);
        }
        Ok(Vote { minutes: minutes.to_owned(), statement, ..self })
    }
}

/// The question as it is kept: on one line.
pub fn question(text: &str) -> Result<String, VoteRefusal> {
    let text = line(text);
    match text.chars().count() {
        1..=MOST_QUESTION_CHARS => Ok(text),
        _ => Err(VoteRefusal::Question),
    }
}

pub fn about(text: &str) -> Result<String, VoteRefusal> {
    match count_words(text) {
        1..=MOST_ABOUT_WORDS => Ok(text.trim().to_owned()),
        _ => Err(VoteRefusal::About),
    }
}

/// When it opens and closes: there must be time to vote, and time left to hand the bid in.
pub fn between(
    (opens_at, closes_at): (Timestamp, Timestamp),
    round_closes_at: Timestamp,
    now: Timestamp,
) -> Result<(), VoteRefusal> {
    if opens_at < now {
        return Err(VoteRefusal::OpensInPast);
    }
    if closes_at.duration_since(opens_at) < SHORTEST {
        return Err(VoteRefusal::TooShort);
    }
    if closes_at >= round_closes_at {
        return Err(VoteRefusal::AfterRound);
    }
    Ok(())
}

/// Without line ends: it may stand in the subject of a mail.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
