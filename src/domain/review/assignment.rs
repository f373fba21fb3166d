//! Who assesses which lot.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

use crate::domain::ids::{AssignmentId, BidId, LotId, PersonId};
use crate::domain::journal::sha256_hex;
use crate::domain::permission::Stage;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::definition::Criterion;

/// One person on one lot; the sheet of scores belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    pub id: AssignmentId,
    pub lot: LotId,
    pub person: PersonId,
    pub scope: Scope,
    pub locked_at: Option<Timestamp>,
    pub reminded_at: Option<Timestamp>,
}

/// What of a lot somebody is asked. Nothing else is shown to them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    #[default]
    Whole,
    /// Codes of the criteria.
    Only(BTreeSet<String>),
}

impl Scope {
    /// Some of these criteria; all of them is the whole lot.
    pub fn of(codes: BTreeSet<String>, criteria: &[Criterion]) -> Scope {
        match criteria.iter().all(|c| codes.contains(&c.code)) {
            true => Scope::Whole,
            false => Scope::Only(codes),
        }
    }

    /// As it is stored: codes with spaces between, nothing for the whole lot.
    pub fn words(&self) -> String {
        match self {
            Scope::Whole => String::new(),
            Scope::Only(codes) => codes.iter().map(String::as_str).collect::<Vec<_>>().join(" "),
        }
    }

    pub fn from_words(words: &str) -> Scope {
        let codes: BTreeSet<String> = words.split_whitespace().map(str::to_owned).collect();
        if codes.is_empty() { Scope::Whole } else { Scope::Only(codes) }
    }

    pub fn asks(&self, code: &str) -> bool {
        match self {
            Scope::Whole => true,
            Scope::Only(codes) => codes.contains(code),
        }
    }

    /// The criteria that this person is asked.
    pub fn asked(&self, criteria: &[Criterion]) -> Vec<Criterion> {
        criteria.iter().filter(|c| self.asks(&c.code)).cloned().collect()
    }

    /// Leaves only the criteria that this person is asked.
    pub fn narrow(&self, criteria: &mut Vec<Criterion>) {
        criteria.retain(|c| self.asks(&c.code));
    }
}

/// How well a lot is staffed.
///
/// Source: `evaluation.md` chapter 10: an odd number, at least 3, 5 advised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    TooFew,
    Even,
    Good,
}

impl Panel {
    pub fn of(assessors: usize) -> Panel {
        match assessors {
            0..3 => Panel::TooFew,
            more if more % 2 == 0 => Panel::Even,
            _ => Panel::Good,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AssignmentRefusal {
    #[error("this person is no assessor here")]
    NoAssessor,
    #[error("the round is a draft or decided")]
    NotNow,
    #[error("this assessor has given scores")]
    HasScores,
    #[error("an assignment to no criterion at all")]
    NoCriterion,
    #[error("no reason given")]
    NoReason,
    #[error("this person assesses this lot already")]
    Already,
    #[error("the minimum is a number from 1 to 15")]
    Minimum,
}

impl Refusal for AssignmentRefusal {
    fn key(&self) -> &'static str {
        match self {
            AssignmentRefusal::NoAssessor => "refusal-assignment-no-assessor",
            AssignmentRefusal::NotNow => "refusal-review-not-now",
            AssignmentRefusal::HasScores => "refusal-assignment-has-scores",
            AssignmentRefusal::NoCriterion => "refusal-assignment-no-criterion",
            AssignmentRefusal::NoReason => "refusal-no-reason",
            AssignmentRefusal::Already => "refusal-assignment-already",
            AssignmentRefusal::Minimum => "refusal-assignment-minimum",
        }
    }
}

/// Lots of a draft can still go away; after the decision there is nothing to assess.
pub fn may_assign(stage: Stage) -> Result<(), AssignmentRefusal> {
    match stage {
        Stage::Draft | Stage::Decided => Err(AssignmentRefusal::NotNow),
        Stage::Open | Stage::Closed | Stage::Opened => Ok(()),
    }
}

/// An assessor hears at most so often that work waits.
const REST: SignedDuration = SignedDuration::from_hours(12);

impl Assignment {
    /// Whether a reminder would not come too soon after the last.
    pub fn may_be_reminded(&self, now: Timestamp) -> bool {
        self.reminded_at.is_none_or(|last| now.duration_since(last) >= REST)
    }
}

/// The order in which one assessor reads the bids: another for everybody, the same every day, so
/// that no bid is always read last.
pub fn reading_order(assignment: AssignmentId, bids: &mut [(BidId, String)]) {
    bids.sort_by_cached_key(|(bid, _)| sha256_hex(format!("{assignment}{bid}").as_bytes()));
}

/// How many people have to judge every item, unless the round says otherwise.
pub const USUAL_MINIMUM: usize = 3;

/// The least that a round can ask, and the most.
pub fn minimum(typed: &str) -> Result<usize, AssignmentRefusal> {
    let number = typed.trim().parse().map_err(|_| AssignmentRefusal::Minimum)?;
    match number {
        1..=15 => Ok(number),
        _ => Err(AssignmentRefusal::Minimum),
    }
}

/// Why scoring stands still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    pub reason: String,
    pub by: PersonId,
    pub at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_is_written_and_read_the_same() {
        for words in ["", "q1", "q1 q3"] {
            assert_eq!(Scope::from_words(words).words(), words);
        }
        let some = Scope::from_words("q3 q1");
        assert!(some.asks("q1") && !some.asks("q2") && Scope::Whole.asks("q2"));
    }

    #[test]
    fn a_minimum_is_a_small_number() {
        assert_eq!(minimum(" 5 "), Ok(5));
        for typed in ["0", "16", "-1", "drie", ""] {
            assert_eq!(minimum(typed), Err(AssignmentRefusal::Minimum));
        }
    }

    #[test]
    fn three_is_enough_and_odd_is_better() {
        let panels = [0, 2, 3, 4, 5].map(Panel::of);
        use Panel::{Even, Good, TooFew};
        assert_eq!(panels, [TooFew, TooFew, Good, Even, Good]);
    }

    #[test]
    fn assessors_read_in_different_orders() {
        let order = |name: usize| {
            let mut bids = ["A", "B", "C"].map(|code| (BidId::named(code), code.to_owned()));
            reading_order(AssignmentId::named(&name.to_string()), &mut bids);
            bids.map(|(_, code)| code).concat()
        };
        assert_eq!(order(1), order(1));
        assert_eq!((0..60).map(order).collect::<BTreeSet<_>>().len(), 6);
    }

    #[test]
    fn assigning_is_for_rounds_under_way() {
        let possible: Vec<_> = Stage::ALL.iter().filter(|s| may_assign(**s).is_ok()).collect();
        assert_eq!(possible, [&Stage::Open, &Stage::Closed, &Stage::Opened]);
    }
}
