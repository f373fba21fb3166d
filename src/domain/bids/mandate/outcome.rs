//! What came out of a vote.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{BallotChoice, Ending, Secrecy, Vote, VoteRefusal, WEAK_BELOW};
use crate::domain::accounts::UnknownWord;
use crate::domain::moments::day_of;

/// How many members must vote for it to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quorum {
    None,
    Number(u32),
    /// Percent of the members, from 1 to 100.
    Share(u8),
}

impl Quorum {
    /// So many members must vote; a share of a member counts as a whole one.
    pub fn needed(self, members: u32) -> u32 {
        match self {
            Quorum::None => 0,
            Quorum::Number(number) => number,
            Quorum::Share(percent) => {
                let parts = u64::from(members) * u64::from(percent);
                u32::try_from(parts.div_ceil(100)).unwrap_or(u32::MAX)
            }
        }
    }

    /// As somebody fills it in: the kind, and its number or percentage.
    pub fn read(kind: &str, typed: &str, members: u32) -> Result<Quorum, VoteRefusal> {
        let number = typed.trim().trim_end_matches('%').trim().parse::<u32>().ok();
        match (kind, number) {
            ("none", _) => Ok(Quorum::None),
            ("number", Some(number)) if number > members => Err(VoteRefusal::QuorumTooHigh),
            ("number", Some(number)) if number > 0 => Ok(Quorum::Number(number)),
            ("share", Some(share @ 1..=100)) => {
                u8::try_from(share).map(Quorum::Share).map_err(|_| VoteRefusal::Quorum)
            }
            _ => Err(VoteRefusal::Quorum),
        }
    }
}

impl fmt::Display for Quorum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Quorum::None => f.write_str("none"),
            Quorum::Number(number) => write!(f, "number:{number}"),
            Quorum::Share(percent) => write!(f, "share:{percent}"),
        }
    }
}

impl FromStr for Quorum {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Quorum, UnknownWord> {
        let unknown = || UnknownWord(text.to_owned());
        match text.split_once(':') {
            None if text == "none" => Ok(Quorum::None),
            Some(("number", n)) => n.parse().map(Quorum::Number).map_err(|_| unknown()),
            Some(("share", n)) => n.parse().map(Quorum::Share).map_err(|_| unknown()),
            Some(_) | None => Err(unknown()),
        }
    }
}

/// How many may vote and how many did: all that anybody sees before the closing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turnout {
    pub invited: u32,
    pub voted: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub in_favour: u32,
    pub against: u32,
    pub blank: u32,
}

impl Count {
    pub fn one(choice: BallotChoice) -> Count {
        let mut count = Count::default();
        match choice {
            BallotChoice::InFavour => count.in_favour = 1,
            BallotChoice::Against => count.against = 1,
            BallotChoice::Blank => count.blank = 1,
        }
        count
    }

    pub fn cast(self) -> u32 {
        self.in_favour + self.against + self.blank
    }
}

/// The record of a vote that is handed in with a bid: counts, never a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mandate {
    /// Empty for assessors: it may name the bidder.
    pub question: String,
    pub secrecy: Secrecy,
    pub members: u32,
    pub in_favour: u32,
    pub against: u32,
    pub blank: u32,
    /// So many ballots were needed; 0 when none were.
    pub quorum: u32,
    pub quorum_reached: bool,
    pub opened_on: Date,
    pub closed_on: Date,
    /// The board closed it before the moment it had announced.
    pub closed_early: bool,
}

impl Mandate {
    /// None while the vote is not closed, or when it was stopped.
    pub fn of(vote: &Vote, members: u32, count: Count, now: Timestamp) -> Option<Mandate> {
        let closed_at = vote.closed_at(now)?;
        let quorum = vote.quorum.needed(members);
        Some(Mandate {
            question: vote.question.clone(),
            secrecy: vote.secrecy,
            members,
            in_favour: count.in_favour,
            against: count.against,
            blank: count.blank,
            quorum,
            quorum_reached: count.cast() >= quorum,
            opened_on: day_of(vote.opens_at),
            closed_on: day_of(closed_at),
            closed_early: matches!(vote.ending, Ending::Early { .. }),
        })
    }

    pub fn cast(&self) -> u32 {
        self.in_favour + self.against + self.blank
    }

    /// More for than against, and enough members who voted. Blank votes count for the quorum only.
    pub fn is_adopted(&self) -> bool {
        self.quorum_reached && self.in_favour > self.against
    }

    /// So few secret ballots, or so alike, that they show who voted what.
    pub fn is_weakly_secret(&self) -> bool {
        self.secrecy == Secrecy::Secret && self.cast() < WEAK_BELOW
    }
}
