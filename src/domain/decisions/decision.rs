//! What the decision maker signs: one reasoned decision per lot, and then the publication of all
//! of them together.

use jiff::Timestamp;

use super::file::{LotFile, RoundFile, Standing};
use super::proposal::Proposal;
use crate::domain::accounts::words;
use crate::domain::ids::{BidId, LotId, PersonId};
use crate::domain::refusal::Refusal;
use crate::domain::rounds::{Phase, Round};
use crate::domain::words::count_words;

words! {
    /// Why nobody gets a lot.
    Ground {
        NoBids = "no_bids",
        NoneAdmitted = "none_admitted",
        QualityTooLow = "quality_too_low",
        OverBudget = "over_budget",
        /// The task itself changed, or the municipality no longer wants it done.
        TaskWithdrawn = "task_withdrawn",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Award(BidId),
    NoAward(Ground),
}

impl Verdict {
    pub fn bid(self) -> Option<BidId> {
        match self {
            Verdict::Award(bid) => Some(bid),
            Verdict::NoAward(_) => None,
        }
    }
}

/// A decision on one lot. It is no secret only when the round is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub verdict: Verdict,
    pub reasons: String,
    /// What the chosen bid is and does better, in neutral words; every other bidder reads it.
    pub advantages: String,
    /// Why it differs from the proposal; empty when it does not.
    pub deviation: String,
    pub by: PersonId,
    pub at: Timestamp,
}

/// A decision as it comes from the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub verdict: Option<Verdict>,
    pub reasons: String,
    pub advantages: String,
    pub deviation: String,
    /// When the decision was made that this person saw; none: there was none.
    pub seen: Option<Timestamp>,
}

/// What a decision still lacks; each belongs to one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    Verdict,
    /// The chosen bidder would have more lots than were announced as the most.
    Limit,
    Reasons,
    Advantages,
    Deviation,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecisionRefusal {
    #[error("the round has been decided already")]
    Published,
    #[error("the bids are not open yet")]
    NotOpened,
    #[error("this lot is not ranked yet")]
    NotRipe,
    #[error("somebody else decided in the meantime")]
    Changed,
    #[error("the decision lacks something: {0:?}")]
    Lacks(Lack),
    #[error("not every lot has a decision")]
    LotsOpen,
    #[error("the letters do not fit the bids")]
    Letters,
}

impl Refusal for DecisionRefusal {
    fn key(&self) -> &'static str {
        match self {
            DecisionRefusal::Published => "refusal-decision-published",
            DecisionRefusal::NotOpened => "refusal-decision-not-opened",
            DecisionRefusal::NotRipe => "refusal-decision-not-ripe",
            DecisionRefusal::Changed | DecisionRefusal::Letters => "refusal-decision-changed",
            DecisionRefusal::Lacks(_) => "refusal-decision-lacks",
            DecisionRefusal::LotsOpen => "refusal-decision-lots-open",
        }
    }
}

/// Fewer words than this are no reason.
const FEWEST_WORDS: usize = 3;

impl RoundFile {
    /// Whether anything may still be decided on this lot.
    pub fn may_decide(&self, lot: &LotFile) -> Result<(), DecisionRefusal> {
        under_review(&self.round)?;
        if self.is_ripe(lot) { Ok(()) } else { Err(DecisionRefusal::NotRipe) }
    }

    /// Everything that keeps this draft from being a decision, in the order of the form.
    pub fn lacks(&self, lot: &LotFile, proposal: &Proposal, draft: &Draft) -> Vec<Lack> {
        let mut lacks = vec![];
        match draft.verdict {
            None => lacks.push(Lack::Verdict),
            Some(Verdict::Award(bid)) if lot.place(bid).is_none() => lacks.push(Lack::Verdict),
            Some(Verdict::Award(bid)) if self.is_over_limit(lot, bid) => lacks.push(Lack::Limit),
            Some(Verdict::Award(_) | Verdict::NoAward(_)) => {}
        }
        if !says_something(&draft.reasons) {
            lacks.push(Lack::Reasons);
        }
        let awarded = matches!(draft.verdict, Some(Verdict::Award(_)));
        if awarded && lot.entrants.len() > 1 && !says_something(&draft.advantages) {
            lacks.push(Lack::Advantages);
        }
        let deviates = draft.verdict.is_some_and(|verdict| deviates(verdict, proposal));
        if deviates && !says_something(&draft.deviation) {
            lacks.push(Lack::Deviation);
        }
        lacks
    }

    /// Makes a decision of a draft.
    pub fn decide(
        &self,
        lot: LotId,
        draft: Draft,
        by: PersonId,
        now: Timestamp,
    ) -> Result<Decision, DecisionRefusal> {
        let file = self.lot(lot).ok_or(DecisionRefusal::NotRipe)?;
        self.may_decide(file)?;
        if draft.seen != file.decision.as_ref().map(|decision| decision.at) {
            return Err(DecisionRefusal::Changed);
        }
        let proposals = self.proposals();
        let proposal = proposals.get(&lot).unwrap_or(&Proposal::Waiting);
        let lacks = self.lacks(file, proposal, &draft);
        match (draft.verdict, lacks.first()) {
            (None, _) => Err(DecisionRefusal::Lacks(Lack::Verdict)),
            (_, Some(lack)) => Err(DecisionRefusal::Lacks(*lack)),
            (Some(verdict), None) => Ok(Decision {
                verdict,
                reasons: draft.reasons,
                // Nobody won, so nobody has advantages.
                advantages: verdict.bid().map(|_| draft.advantages).unwrap_or_default(),
                deviation: if deviates(verdict, proposal) { draft.deviation } else { "".into() },
                by,
                at: now,
            }),
        }
    }

    /// The round as it is after its results were published. `seen` is the record on which the
    /// letters rest.
    pub fn publish(&self, seen: &str, now: Timestamp) -> Result<Round, DecisionRefusal> {
        let opened_at = under_review(&self.round)?;
        if !self.is_decided() {
            return Err(DecisionRefusal::LotsOpen);
        }
        if self.record_hash() != seen {
            return Err(DecisionRefusal::Changed);
        }
        let publication = self.round.publication().cloned().ok_or(DecisionRefusal::NotOpened)?;
        let phase = Phase::Decided { publication, opened_at, decided_at: now };
        Ok(Round { phase, ..self.round.clone() })
    }

    /// With this lot the bidder would have more than was announced. The lots it was given so far
    /// count, whatever the proposals say.
    fn is_over_limit(&self, lot: &LotFile, bid: BidId) -> bool {
        let Some(limit) = self.round.definition.lots_per_bidder else { return false };
        if !self.lots_hang_together() {
            return false;
        }
        let Some(bidder) = lot.entrant(bid).map(|e| e.cooperative) else { return false };
        let others = self.lots.iter().filter(|other| other.lot.id != lot.lot.id);
        let has = others.filter(|other| other.winner().is_some_and(|w| w.cooperative == bidder));
        has.count() >= usize::from(limit)
    }
}

/// When the bids were opened, as long as nothing is published.
fn under_review(round: &Round) -> Result<Timestamp, DecisionRefusal> {
    match &round.phase {
        Phase::Opened { opened_at, .. } => Ok(*opened_at),
        Phase::Decided { .. } => Err(DecisionRefusal::Published),
        Phase::Draft | Phase::Amending(_) | Phase::Published(_) => Err(DecisionRefusal::NotOpened),
    }
}

/// To award to another than the rule proposes, or to nobody although it proposes somebody. Where
/// bids share the deciding place any choice needs words of its own.
fn deviates(verdict: Verdict, proposal: &Proposal) -> bool {
    match proposal {
        Proposal::Waiting | Proposal::Shared(_) => true,
        Proposal::Award(award) => verdict != Verdict::Award(award.winner),
        Proposal::Nobody(_) => verdict.bid().is_some(),
    }
}

fn says_something(text: &str) -> bool {
    count_words(text) >= FEWEST_WORDS
}

impl LotFile {
    /// The ground that fits when nobody can get the lot.
    pub fn likely_ground(&self) -> Option<Ground> {
        match &self.standing {
            Standing::Empty if self.entrants.is_empty() => Some(Ground::NoBids),
            Standing::Empty => Some(Ground::NoneAdmitted),
            Standing::Ranked(ranked) if ranked.outcome.ranking().next().is_none() => {
                Some(Ground::QualityTooLow)
            }
            Standing::Ranked(_) | Standing::Waiting => None,
        }
    }
}
