//! How far an assessor is, as the process lead may know it: how many, never which grade.

use super::assignment::Assignment;
use super::sheet::State;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    pub assignment: Assignment,
    /// Name of the assessor.
    pub assessor: String,
    pub lot_number: u16,
    pub lot_name: String,
    pub state: State,
    /// In the order of the criteria that this person is asked.
    pub items: Vec<ItemProgress>,
}

/// Marks given on one criterion, of how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemProgress {
    pub criterion: String,
    pub given: usize,
    pub of: usize,
}

impl Progress {
    /// Marks given.
    pub fn given(&self) -> usize {
        self.items.iter().map(|item| item.given).sum()
    }

    /// Marks to give.
    pub fn of(&self) -> usize {
        self.items.iter().map(|item| item.of).sum()
    }

    pub fn left(&self) -> u32 {
        u32::try_from(self.of().saturating_sub(self.given())).unwrap_or(u32::MAX)
    }

    /// There is something this assessor can do now: declare, score or lock.
    pub fn waits_for_assessor(&self) -> bool {
        if self.assignment.locked_at.is_some() {
            return false;
        }
        match self.state {
            State::NoBids => false,
            State::Undeclared => true,
            State::Unsettled => self.left() > 0,
            State::Settled => self.of() > 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{AssignmentId, LotId, PersonId};
    use crate::domain::review::assignment::Scope;
    use jiff::Timestamp;

    fn progress(state: State, given: usize, of: usize) -> Progress {
        Progress {
            assignment: Assignment {
                id: AssignmentId::named("1"),
                lot: LotId::named("1"),
                person: PersonId::named("els"),
                scope: Scope::Whole,
                locked_at: None,
                reminded_at: None,
            },
            assessor: "Els de Boer".into(),
            lot_number: 1,
            lot_name: "Elsbroek".into(),
            state,
            items: vec![ItemProgress { criterion: "q1".into(), given, of }],
        }
    }

    #[test]
    fn who_can_do_something_hears_it() {
        let waits = |state, given, of| progress(state, given, of).waits_for_assessor();
        assert!(waits(State::Undeclared, 0, 0));
        assert!(waits(State::Unsettled, 3, 4));
        assert!(!waits(State::Unsettled, 4, 4), "the rest is up to the process lead");
        assert!(waits(State::Settled, 4, 4), "the sheet has to be locked");
        assert!(!waits(State::Settled, 0, 0), "recused from every bid");
        assert!(!waits(State::NoBids, 0, 0));
        let mut locked = progress(State::Settled, 4, 4);
        locked.assignment.locked_at = Some(Timestamp::UNIX_EPOCH);
        assert!(!locked.waits_for_assessor());
    }
}
