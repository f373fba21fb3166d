//! One bid on one criterion, as the table settles it.

use jiff::Timestamp;

use super::deliberation::{Answer, Ballot, Deliberation, Outcome, Proposal};
use super::meeting::Settling;
use super::refusal::TableRefusal;
use crate::domain::ids::{BidId, PersonId};
use crate::domain::scoring::{Exact, Scale};
use crate::domain::words::count_words;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemKey {
    pub bid: BidId,
    /// Code of the criterion.
    pub criterion: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub key: ItemKey,
    pub state: ItemState,
    /// Votes and the proposal, where the round announced votes.
    pub talk: Deliberation,
    /// Counts changes, so that two screens of one chair notice each other.
    pub version: i32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// Nobody but the assessor saw a grade.
    Waiting,
    /// The first grades and their reasons lie on the table.
    Revealed {
        at: Timestamp,
    },
    /// Seen, and put off.
    Postponed {
        revealed_at: Timestamp,
        at: Timestamp,
    },
    Fixed {
        revealed_at: Timestamp,
        consensus: Consensus,
    },
}

/// The grade of the table with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consensus {
    pub grade: Exact,
    pub reason: String,
    pub outside: Outside,
    pub way: Way,
    pub by: PersonId,
    pub at: Timestamp,
}

/// How the grade of the table came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// The chair wrote it down.
    Chair,
    /// Everybody said yes to a proposal.
    Agreed,
    /// No consensus after the last vote; with what the minority says.
    Fallback { minority: String },
}

/// Where the grade of the table lies beside the first grades.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Between the lowest and the highest, or one of them.
    No,
    /// Lower or higher than any; what brought the table there.
    Because(String),
}

/// What the table wants to write down for one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub grade: Exact,
    pub reason: String,
    /// Why the grade lies outside the first grades; empty when it does not.
    pub outside: String,
    /// What the minority says, where the announced way out is taken.
    pub minority: String,
    /// Version of the item that the chair saw.
    pub seen: i32,
}

/// What a decision is measured by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis<'a> {
    pub scale: &'a Scale,
    /// One grade per assessor who gave one.
    pub first: &'a [Exact],
    /// As the round announced it.
    pub settling: Settling,
}

/// Fewer words than this say nothing to the bidder who reads them.
const FEWEST_WORDS: usize = 3;

impl Item {
    pub fn new(bid: BidId, criterion: &str) -> Item {
        let key = ItemKey { bid, criterion: criterion.to_owned() };
        Item { key, state: ItemState::Waiting, talk: Deliberation::default(), version: 1 }
    }

    /// When the first grades were shown; none: nobody has seen them.
    pub fn revealed_at(&self) -> Option<Timestamp> {
        match &self.state {
            ItemState::Waiting => None,
            ItemState::Revealed { at } => Some(*at),
            ItemState::Postponed { revealed_at, .. } | ItemState::Fixed { revealed_at, .. } => {
                Some(*revealed_at)
            }
        }
    }

    pub fn consensus(&self) -> Option<&Consensus> {
        match &self.state {
            ItemState::Fixed { consensus, .. } => Some(consensus),
            ItemState::Waiting | ItemState::Revealed { .. } | ItemState::Postponed { .. } => None,
        }
    }

    pub fn is_fixed(&self) -> bool {
        self.consensus().is_some()
    }

    pub fn is_postponed(&self) -> bool {
        matches!(self.state, ItemState::Postponed { .. })
    }

    /// Shows the first grades to everybody at once. What was shown before keeps its first time.
    pub(super) fn reveal(&mut self, now: Timestamp) -> Result<(), TableRefusal> {
        if self.is_fixed() {
            return Err(TableRefusal::AlreadyFixed);
        }
        self.become_state(ItemState::Revealed { at: self.revealed_at().unwrap_or(now) });
        Ok(())
    }

    pub(super) fn postpone(&mut self, now: Timestamp) -> Result<(), TableRefusal> {
        if self.is_fixed() {
            return Err(TableRefusal::AlreadyFixed);
        }
        let revealed_at = self.revealed_at().ok_or(TableRefusal::NotRevealed)?;
        self.become_state(ItemState::Postponed { revealed_at, at: now });
        Ok(())
    }

    pub(super) fn fix(
        &mut self,
        decision: Decision,
        basis: &Basis<'_>,
        by: PersonId,
        now: Timestamp,
    ) -> Result<(), TableRefusal> {
        if self.is_fixed() {
            return Err(TableRefusal::AlreadyFixed);
        }
        if self.version != decision.seen {
            return Err(TableRefusal::Changed);
        }
        let revealed_at = self.revealed_at().ok_or(TableRefusal::NotRevealed)?;
        let way = self.way(&decision, basis)?;
        let consensus = basis.consensus((decision, way), by, now)?;
        self.become_state(ItemState::Fixed { revealed_at, consensus });
        Ok(())
    }

    /// Where votes were announced the chair writes down only what everybody gave alone, and the
    /// announced way out.
    fn way(&self, decision: &Decision, basis: &Basis<'_>) -> Result<Way, TableRefusal> {
        let Settling::Votes(rule) = basis.settling else { return Ok(Way::Chair) };
        match self.talk.outcome(basis, rule) {
            Outcome::Consensus(grade) if self.talk.votes.is_empty() && grade == decision.grade => {
                Ok(Way::Chair)
            }
            Outcome::Fallback(grade) if grade == decision.grade => {
                says_something(&decision.minority).map_err(|_| TableRefusal::NoMinority)?;
                Ok(Way::Fallback { minority: decision.minority.clone() })
            }
            _ => Err(TableRefusal::VoteFirst),
        }
    }

    /// Everybody votes; nobody sees a vote before all are in.
    pub(super) fn ask(&mut self, basis: &Basis<'_>, now: Timestamp) -> Result<(), TableRefusal> {
        self.must_be_open()?;
        if basis.settling == Settling::Chair {
            return Err(TableRefusal::NoVotes);
        }
        self.talk.ask(now)?;
        self.version += 1;
        Ok(())
    }

    pub(super) fn cast(
        &mut self,
        ballot: Ballot,
        of: (&[PersonId], &Basis<'_>),
    ) -> Result<(), TableRefusal> {
        self.must_be_open()?;
        let open = self.talk.open_vote().is_some();
        self.talk.cast(ballot, of)?;
        // A ballot that ends the vote changes what the chair saw.
        if open && self.talk.open_vote().is_none() {
            self.version += 1;
        }
        Ok(())
    }

    pub(super) fn close_vote(
        &mut self,
        voters: &[PersonId],
        now: Timestamp,
    ) -> Result<(), TableRefusal> {
        self.must_be_open()?;
        self.talk.close(voters, now)?;
        self.version += 1;
        Ok(())
    }

    /// Lays a grade with its reason before everybody.
    pub(super) fn propose(
        &mut self,
        decision: Decision,
        basis: &Basis<'_>,
        by: PersonId,
        now: Timestamp,
    ) -> Result<(), TableRefusal> {
        self.must_be_open()?;
        if self.version != decision.seen {
            return Err(TableRefusal::Changed);
        }
        let Settling::Votes(rule) = basis.settling else { return Err(TableRefusal::NoVotes) };
        match self.talk.outcome(basis, rule) {
            Outcome::Consensus(grade) if grade == decision.grade => {}
            Outcome::Answering => return Err(TableRefusal::ProposalOpen),
            Outcome::Voting => return Err(TableRefusal::VoteOpen),
            Outcome::Consensus(_) | Outcome::Open | Outcome::Fallback(_) => {
                return Err(TableRefusal::VoteFirst);
            }
        }
        let said = basis.consensus((decision, Way::Agreed), by, now)?;
        let outside = match said.outside {
            Outside::No => String::new(),
            Outside::Because(why) => why,
        };
        let (grade, reason) = (said.grade, said.reason);
        let answers = vec![];
        self.talk.proposal = Some(Proposal { grade, reason, outside, by, at: now, answers });
        self.version += 1;
        Ok(())
    }

    pub(super) fn take_back(&mut self) -> Result<(), TableRefusal> {
        self.must_be_open()?;
        let asked = self.talk.proposal.as_ref().is_some_and(|proposal| !proposal.is_refused());
        if !asked {
            return Err(TableRefusal::NoProposal);
        }
        self.talk.proposal = None;
        self.version += 1;
        Ok(())
    }

    /// The last yes settles the item.
    pub(super) fn answer(
        &mut self,
        answer: Answer,
        voters: &[PersonId],
    ) -> Result<(), TableRefusal> {
        let revealed_at = self.must_be_open()?;
        let at = answer.at;
        if self.talk.answer(answer, voters)? {
            let agreed = self.talk.proposal.clone().ok_or(TableRefusal::NoProposal)?;
            let outside = match agreed.outside.is_empty() {
                true => Outside::No,
                false => Outside::Because(agreed.outside),
            };
            let (grade, reason, by) = (agreed.grade, agreed.reason, agreed.by);
            let consensus = Consensus { grade, reason, outside, way: Way::Agreed, by, at };
            self.become_state(ItemState::Fixed { revealed_at, consensus });
        } else {
            self.version += 1;
        }
        Ok(())
    }

    /// Shown, not settled, and not put off.
    fn must_be_open(&self) -> Result<Timestamp, TableRefusal> {
        match &self.state {
            ItemState::Revealed { at } => Ok(*at),
            ItemState::Fixed { .. } => Err(TableRefusal::AlreadyFixed),
            ItemState::Waiting | ItemState::Postponed { .. } => Err(TableRefusal::NotRevealed),
        }
    }

    pub(super) fn reopen(&mut self) -> Result<(), TableRefusal> {
        match &self.state {
            ItemState::Fixed { revealed_at, .. } => {
                // The journal keeps what was voted; the talk starts anew.
                let at = *revealed_at;
                self.talk = Deliberation::default();
                self.become_state(ItemState::Revealed { at });
                Ok(())
            }
            ItemState::Waiting | ItemState::Revealed { .. } | ItemState::Postponed { .. } => {
                Err(TableRefusal::NotFixed)
            }
        }
    }

    fn become_state(&mut self, state: ItemState) {
        self.state = state;
        self.version += 1;
    }
}

impl Basis<'_> {
    /// Lower or higher than any first grade. Without first grades there is no outside.
    pub fn is_outside(&self, grade: &Exact) -> bool {
        let (low, high) = (self.first.iter().min(), self.first.iter().max());
        low.is_some_and(|low| grade < low) || high.is_some_and(|high| grade > high)
    }

    /// The one grade that everybody gave.
    pub fn agreed(&self) -> Option<&Exact> {
        let first = self.first.first()?;
        self.first.iter().all(|grade| grade == first).then_some(first)
    }

    fn consensus(
        &self,
        (decision, way): (Decision, Way),
        by: PersonId,
        at: Timestamp,
    ) -> Result<Consensus, TableRefusal> {
        if !self.scale.has(&decision.grade) {
            return Err(TableRefusal::NotOnScale);
        }
        says_something(&decision.reason)?;
        let outside = if self.is_outside(&decision.grade) {
            says_something(&decision.outside).map_err(|_| TableRefusal::OutsideRange)?;
            Outside::Because(decision.outside)
        } else {
            Outside::No
        };
        Ok(Consensus { grade: decision.grade, reason: decision.reason, outside, way, by, at })
    }
}

/// A reason is words, not a dot.
pub(super) fn says_something(reason: &str) -> Result<(), TableRefusal> {
    if count_words(reason) < FEWEST_WORDS { Err(TableRefusal::NoReason) } else { Ok(()) }
}
