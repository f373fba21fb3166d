//! The sheet on which one assessor scores the bids of one lot, alone. Locking is final; only the
//! process lead reopens, with a reason.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::admissibility::AdmissionVerdict;
use super::assignment::{Assignment, reading_order};
use super::conflicts::{Clearance, Declaration};
use super::reasons;
use crate::domain::accounts::words;
use crate::domain::ids::BidId;
use crate::domain::journal::sha256_hex;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::definition::{Criterion, Grade};
use crate::domain::scoring::Exact;

/// One grade with its reason. Each has a version of its own, counted up with every change, so that
/// two windows of one person cannot overwrite each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    pub grade: Option<Exact>,
    pub grade_version: i32,
    pub reason: String,
    pub reason_version: i32,
    /// What came in from a window that had an old version: kept until the assessor chose.
    pub other_grade: Option<Exact>,
    pub other_reason: Option<String>,
}

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    Saved,
    /// Somebody's other window was first; both are kept.
    Clash,
}

impl Put {
    pub fn and(self, other: Put) -> Put {
        match (self, other) {
            (Put::Saved, Put::Saved) => Put::Saved,
            (Put::Clash, _) | (_, Put::Clash) => Put::Clash,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetRefusal {
    #[error("the sheet is locked")]
    Locked,
    #[error("the sheet is not locked")]
    NotLocked,
    #[error("a declaration or an admission waits for a ruling")]
    Unsettled,
    #[error("a grade or a reason is missing")]
    Incomplete,
    #[error("there is no bid to score")]
    Empty,
    #[error("this grade is not on the scale")]
    OffScale,
    #[error("the text is too long to keep")]
    TooLong,
    #[error("no reason given")]
    NoReason,
    #[error("the table has met, or the decision is taken")]
    NotNow,
    #[error("the process lead stopped scoring for a while")]
    Paused,
}

impl Refusal for SheetRefusal {
    fn key(&self) -> &'static str {
        match self {
            SheetRefusal::Locked => "refusal-sheet-locked",
            SheetRefusal::NotLocked => "refusal-sheet-not-locked",
            SheetRefusal::Unsettled => "refusal-sheet-unsettled",
            SheetRefusal::Incomplete => "refusal-sheet-incomplete",
            SheetRefusal::Empty => "refusal-sheet-empty",
            SheetRefusal::OffScale => "refusal-sheet-off-scale",
            SheetRefusal::TooLong => "refusal-sheet-too-long",
            SheetRefusal::NoReason => "refusal-no-reason",
            SheetRefusal::NotNow => "refusal-review-not-now",
            SheetRefusal::Paused => "refusal-sheet-paused",
        }
    }
}

impl Mark {
    /// Puts a grade of the scale, or takes it away. `seen` is the version the window showed.
    pub fn put_grade(
        &mut self,
        grade: Option<Exact>,
        seen: i32,
        scale: &[Grade],
    ) -> Result<Put, SheetRefusal> {
        if grade.as_ref().is_some_and(|g| scale.iter().all(|on| on.value != *g)) {
            return Err(SheetRefusal::OffScale);
        }
        if grade == self.grade {
            return Ok(Put::Saved);
        }
        if seen != self.grade_version {
            self.other_grade = grade;
            return Ok(Put::Clash);
        }
        self.grade = grade;
        self.grade_version += 1;
        Ok(Put::Saved)
    }

    pub fn put_reason(&mut self, reason: String, seen: i32) -> Result<Put, SheetRefusal> {
        if reason.chars().count() > reasons::MOST_CHARS {
            return Err(SheetRefusal::TooLong);
        }
        if reason == self.reason {
            return Ok(Put::Saved);
        }
        if seen != self.reason_version {
            self.other_reason = Some(reason);
            return Ok(Put::Clash);
        }
        self.reason = reason;
        self.reason_version += 1;
        Ok(Put::Saved)
    }

    pub fn clashes(&self) -> bool {
        self.other_grade.is_some() || self.other_reason.is_some()
    }

    /// The assessor saw both and chose.
    pub fn settle(&mut self) {
        self.other_grade = None;
        self.other_reason = None;
    }

    /// What this mark still lacks.
    pub fn lacks(&self, criterion: &Criterion) -> Option<Lack> {
        if self.grade.is_none() {
            Some(Lack::Grade)
        } else if criterion.reason_required && self.reason.trim().is_empty() {
            Some(Lack::Reason)
        } else if reasons::too_long(&self.reason) {
            Some(Lack::Words)
        } else {
            None
        }
    }
}

words! {
    /// Why a mark is not complete.
    Lack {
        Grade = "grade",
        Reason = "reason",
        /// The reason has more words than fit.
        Words = "words",
    }
}

/// An opened bid of a lot and how far its admission is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entrant {
    pub bid: BidId,
    pub code: String,
    pub verdict: Option<AdmissionVerdict>,
}

/// Marks by bid and code of the criterion.
pub type Marks = BTreeMap<BidId, BTreeMap<String, Mark>>;

/// What stands where nothing was filled in.
static EMPTY: Mark = Mark {
    grade: None,
    grade_version: 0,
    reason: String::new(),
    reason_version: 0,
    other_grade: None,
    other_reason: None,
};

/// Everything one assessor has to score on one lot.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Bids that were admitted and for which the assessor is cleared, with their code letters, in
    /// the order in which this assessor reads them. Empty until all declarations are made.
    pub bids: Vec<(BidId, String)>,
    pub state: State,
    pub marks: Marks,
    pub locked_at: Option<Timestamp>,
}

/// What a sheet waits for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Nobody handed in a bid on this lot.
    #[default]
    NoBids,
    /// The assessor has to declare about every bidder first.
    Undeclared,
    /// An admission or a ruling is still to come; the list of bids can grow.
    Unsettled,
    Settled,
}

impl Sheet {
    pub fn of(
        assignment: &Assignment,
        entrants: &[Entrant],
        declared: &BTreeMap<BidId, Declaration>,
        marks: Marks,
    ) -> Sheet {
        let locked_at = assignment.locked_at;
        let clearance = |e: &Entrant| declared.get(&e.bid).map(Declaration::clearance);
        if entrants.is_empty() {
            return Sheet { locked_at, ..Sheet::default() };
        }
        if entrants.iter().any(|e| clearance(e).is_none()) {
            return Sheet { state: State::Undeclared, locked_at, ..Sheet::default() };
        }
        let (mut bids, mut state) = (vec![], State::Settled);
        for entrant in entrants {
            match (entrant.verdict.map(AdmissionVerdict::joins), clearance(entrant)) {
                (Some(false), _) | (_, None | Some(Clearance::Recused)) => {}
                (Some(true), Some(Clearance::Cleared)) => {
                    bids.push((entrant.bid, entrant.code.clone()));
                }
                (None, _) | (_, Some(Clearance::Waiting)) => state = State::Unsettled,
            }
        }
        reading_order(assignment.id, &mut bids);
        Sheet { bids, state, marks, locked_at }
    }

    /// The code letter of a bid, if this assessor may read it.
    pub fn code(&self, bid: BidId) -> Option<&str> {
        self.bids.iter().find(|(id, _)| *id == bid).map(|(_, code)| code.as_str())
    }

    pub fn mark(&self, bid: BidId, criterion: &str) -> &Mark {
        self.marks.get(&bid).and_then(|of| of.get(criterion)).unwrap_or(&EMPTY)
    }

    /// What is not complete, bid by bid in the order of the questions.
    pub fn missing<'a>(&self, criteria: &'a [Criterion]) -> Vec<(BidId, &'a Criterion, Lack)> {
        let of = |bid: BidId| {
            criteria.iter().filter_map(move |c| Some((bid, c, self.mark(bid, &c.code).lacks(c)?)))
        };
        self.bids.iter().flat_map(|(bid, _)| of(*bid)).collect()
    }

    /// How many marks are complete, of how many.
    pub fn progress(&self, criteria: &[Criterion]) -> (usize, usize) {
        let all = self.bids.len() * criteria.len();
        (all - self.missing(criteria).len(), all)
    }

    pub fn may_change(&self) -> Result<(), SheetRefusal> {
        match self.locked_at {
            Some(_) => Err(SheetRefusal::Locked),
            None => Ok(()),
        }
    }

    /// Locks a complete sheet; answers the hash of all marks, for the file.
    pub fn lock(&self, criteria: &[Criterion]) -> Result<String, SheetRefusal> {
        self.may_change()?;
        if matches!(self.state, State::Undeclared | State::Unsettled) {
            return Err(SheetRefusal::Unsettled);
        }
        if self.bids.is_empty() {
            return Err(SheetRefusal::Empty);
        }
        if !self.missing(criteria).is_empty() {
            return Err(SheetRefusal::Incomplete);
        }
        Ok(self.hash(criteria))
    }

    /// SHA-256 over lines of bid, criterion, grade and reason in a fixed order: the journal proves
    /// with it what was locked without telling a grade.
    fn hash(&self, criteria: &[Criterion]) -> String {
        let mut lines: Vec<String> = Vec::new();
        for (bid, _) in &self.bids {
            for c in criteria {
                let mark = self.mark(*bid, &c.code);
                let grade = mark.grade.as_ref().map(Exact::to_string).unwrap_or_default();
                lines.push(format!("{bid}\t{}\t{grade}\t{:?}\n", c.code, mark.reason));
            }
        }
        lines.sort();
        sha256_hex(lines.concat().as_bytes())
    }

    /// Opens a locked sheet again.
    pub fn reopen(&self, reason: &str) -> Result<(), SheetRefusal> {
        if self.locked_at.is_none() {
            return Err(SheetRefusal::NotLocked);
        }
        if reason.trim().is_empty() {
            return Err(SheetRefusal::NoReason);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
