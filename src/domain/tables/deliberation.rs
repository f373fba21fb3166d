//! How a table comes from first grades to one grade where the round announced votes: a secret vote
//! after the talk, a proposal that everybody answers, and the announced way out after two votes.
//! Source: `evaluation.md` chapter 10, steps 7 to 9.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::items::{Basis, says_something};
use super::refusal::TableRefusal;
use crate::domain::accounts::words;
use crate::domain::ids::PersonId;
use crate::domain::scoring::{Exact, Scale};

/// After so many votes without consensus the announced way out is taken.
pub const MOST_VOTES: usize = 2;

words! {
    /// What the grade becomes when the table does not agree after the last vote.
    Fallback {
        /// The middle grade; of two in the middle the lower one, so that it is always a grade that
        /// somebody gave.
        Median = "median",
        /// The grade of the scale that is nearest to the mean; exactly between two the lower one.
        Mean = "mean",
    }
}

/// What was said about one item since the first grades lay on the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deliberation {
    pub votes: Vec<Vote>,
    pub proposal: Option<Proposal>,
}

/// One secret vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    pub opened_at: Timestamp,
    /// From here on the ballots lie on the table, all at once.
    pub closed_at: Option<Timestamp>,
    pub ballots: Vec<Ballot>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballot {
    pub person: PersonId,
    pub grade: Exact,
    /// Why it lies outside the first grades; empty where it does not.
    pub reason: String,
    pub at: Timestamp,
}

/// A grade with its reason, for everybody to say yes or no to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    pub grade: Exact,
    pub reason: String,
    /// What brought the table outside the first grades; empty where it is not.
    pub outside: String,
    pub by: PersonId,
    pub at: Timestamp,
    pub answers: Vec<Answer>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub person: PersonId,
    pub says: Says,
    pub at: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    Yes,
    /// With what the grade or its reason misses.
    No(String),
}

/// Where the talk about one item stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Talk, and vote.
    Open,
    Voting,
    /// This grade can be proposed.
    Consensus(Exact),
    /// People are answering a proposal.
    Answering,
    /// No consensus after the last vote: this is the grade that was announced for that.
    Fallback(Exact),
}

/// The grade that a table can propose: all grades are equal or neighbours on the scale, and more
/// than half of them are this one.
pub fn consensus(grades: &[Exact], scale: &Scale) -> Option<Exact> {
    let places = places(scale);
    let place = |grade: &Exact| places.iter().position(|known| known == grade);
    let found: Vec<usize> = grades.iter().map(place).collect::<Option<_>>()?;
    let (low, high) = (found.iter().min()?, found.iter().max()?);
    let most = |place: &usize| found.iter().filter(|one| *one == place).count() * 2 > found.len();
    let near = high - low <= 1;
    [low, high].into_iter().find(|place| near && most(place)).map(|place| places[*place].clone())
}

/// The grade after the last vote without consensus; none without a ballot.
pub fn fallback(grades: &[Exact], scale: &Scale, rule: Fallback) -> Option<Exact> {
    let mut sorted = grades.to_vec();
    sorted.sort();
    match rule {
        Fallback::Median => sorted.get(sorted.len().checked_sub(1)? / 2).cloned(),
        Fallback::Mean => {
            let count = i64::try_from(sorted.len()).ok().filter(|count| *count > 0)?;
            let mean = sorted.iter().sum::<Exact>().divided_by(&Exact::from(count))?;
            let far = |grade: &Exact| (grade - &mean).abs();
            // The first of equals is the lower one.
            places(scale).into_iter().min_by(|one, two| far(one).cmp(&far(two)))
        }
    }
}

/// The grades of a scale from low to high.
fn places(scale: &Scale) -> Vec<Exact> {
    let mut places: Vec<Exact> = scale.grades.iter().map(|grade| grade.value.clone()).collect();
    places.sort();
    places
}

impl Vote {
    pub fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }

    pub fn of(&self, person: PersonId) -> Option<&Ballot> {
        self.ballots.iter().find(|ballot| ballot.person == person)
    }

    /// What was voted, from low to high: that order tells nobody who.
    pub fn grades(&self) -> Vec<Exact> {
        let mut grades: Vec<Exact> = self.ballots.iter().map(|b| b.grade.clone()).collect();
        grades.sort();
        grades
    }

    fn has_all(&self, voters: &[PersonId]) -> bool {
        !voters.is_empty() && voters.iter().all(|person| self.of(*person).is_some())
    }
}

impl Proposal {
    pub fn answer_of(&self, person: PersonId) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.person == person)
    }

    pub fn is_refused(&self) -> bool {
        self.answers.iter().any(|answer| answer.says != Says::Yes)
    }

    fn has_all(&self, voters: &[PersonId]) -> bool {
        let yes = |person: &PersonId| self.answer_of(*person).is_some_and(|a| a.says == Says::Yes);
        !voters.is_empty() && !self.is_refused() && voters.iter().all(yes)
    }
}

impl Deliberation {
    pub fn open_vote(&self) -> Option<&Vote> {
        self.votes.last().filter(|vote| vote.is_open())
    }

    /// What comes next, by the rules that the round announced.
    pub fn outcome(&self, basis: &Basis<'_>, rule: Fallback) -> Outcome {
        if self.open_vote().is_some() {
            return Outcome::Voting;
        }
        let refused = match &self.proposal {
            Some(proposal) if !proposal.is_refused() => return Outcome::Answering,
            proposal => proposal.is_some(),
        };
        let grades = match self.votes.last() {
            None => {
                let agreed = basis.agreed().filter(|_| !refused).cloned();
                return agreed.map_or(Outcome::Open, Outcome::Consensus);
            }
            Some(vote) => vote.grades(),
        };
        let last = self.votes.len() >= MOST_VOTES;
        match (consensus(&grades, basis.scale).filter(|_| !refused), last) {
            (Some(grade), _) => Outcome::Consensus(grade),
            (None, false) => Outcome::Open,
            (None, true) => {
                fallback(&grades, basis.scale, rule).map_or(Outcome::Open, Outcome::Fallback)
            }
        }
    }

    /// Asks everybody for a grade once more. A proposal that was refused makes room.
    pub(super) fn ask(&mut self, now: Timestamp) -> Result<(), TableRefusal> {
        if self.open_vote().is_some() {
            return Err(TableRefusal::VoteOpen);
        }
        if self.proposal.as_ref().is_some_and(|proposal| !proposal.is_refused()) {
            return Err(TableRefusal::ProposalOpen);
        }
        if self.votes.len() >= MOST_VOTES {
            return Err(TableRefusal::NoMoreVotes);
        }
        self.proposal = None;
        self.votes.push(Vote { opened_at: now, closed_at: None, ballots: vec![] });
        Ok(())
    }

    /// A ballot; until the vote is closed a later one replaces it. The last voter closes the vote.
    pub(super) fn cast(
        &mut self,
        ballot: Ballot,
        (voters, basis): (&[PersonId], &Basis<'_>),
    ) -> Result<(), TableRefusal> {
        if !voters.contains(&ballot.person) {
            return Err(TableRefusal::NoVoter);
        }
        if !basis.scale.has(&ballot.grade) {
            return Err(TableRefusal::NotOnScale);
        }
        let outside = basis.is_outside(&ballot.grade);
        if outside {
            says_something(&ballot.reason).map_err(|_| TableRefusal::NoBallotReason)?;
        }
        let vote = self.votes.last_mut().filter(|vote| vote.is_open());
        let vote = vote.ok_or(TableRefusal::NoVoteOpen)?;
        let at = ballot.at;
        let reason = if outside { ballot.reason } else { String::new() };
        vote.ballots.retain(|known| known.person != ballot.person);
        vote.ballots.push(Ballot { reason, ..ballot });
        if vote.has_all(voters) {
            vote.closed_at = Some(at);
        }
        Ok(())
    }

    /// Ends the vote without who does not vote; half of the voters is too few.
    pub(super) fn close(
        &mut self,
        voters: &[PersonId],
        now: Timestamp,
    ) -> Result<(), TableRefusal> {
        let vote = self.votes.last_mut().filter(|vote| vote.is_open());
        let vote = vote.ok_or(TableRefusal::NoVoteOpen)?;
        let cast = voters.iter().filter(|person| vote.of(**person).is_some()).count();
        if cast * 2 <= voters.len() {
            return Err(TableRefusal::TooFewBallots);
        }
        vote.closed_at = Some(now);
        Ok(())
    }

    /// One answer to the proposal, once. True when everybody agrees with that.
    pub(super) fn answer(
        &mut self,
        answer: Answer,
        voters: &[PersonId],
    ) -> Result<bool, TableRefusal> {
        if !voters.contains(&answer.person) {
            return Err(TableRefusal::NoVoter);
        }
        if let Says::No(why) = &answer.says {
            says_something(why)?;
        }
        let proposal = self.proposal.as_mut().ok_or(TableRefusal::NoProposal)?;
        match proposal.answer_of(answer.person) {
            // The same answer from a second tab changes nothing.
            Some(known) if known.says == answer.says => {}
            Some(_) => return Err(TableRefusal::AlreadyAnswered),
            None => proposal.answers.push(answer),
        }
        Ok(proposal.has_all(voters))
    }
}
