//! Who assesses which lot.

use jiff::{SignedDuration, Timestamp};

use crate::domain::ids::{AssignmentId, BidId, LotId, PersonId};
use crate::domain::journal::sha256_hex;
use crate::domain::permission::Stage;
use crate::domain::refusal::Refusal;

/// One person on one lot; the sheet of scores belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assignment {
    pub id: AssignmentId,
    pub lot: LotId,
    pub person: PersonId,
    pub locked_at: Option<Timestamp>,
    pub reminded_at: Option<Timestamp>,
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
}

impl Refusal for AssignmentRefusal {
    fn key(&self) -> &'static str {
        match self {
            AssignmentRefusal::NoAssessor => "refusal-assignment-no-assessor",
            AssignmentRefusal::NotNow => "refusal-review-not-now",
            AssignmentRefusal::HasScores => "refusal-assignment-has-scores",
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

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
