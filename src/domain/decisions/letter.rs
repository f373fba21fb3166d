//! What a bidder reads about the decision on one lot. Source: `evaluation.md` 1.8, from article
//! 2.130 Aanbestedingswet 2012: all reasons that matter, the characteristics and relative
//! advantages of the chosen bid, the name of the winner, and an exact description of the term.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::decision::{Decision, Ground, Verdict};
use super::file::{Admittance, Entrant, LotFile, RoundFile};
use super::proposal::{Proposal, Why};
use super::term::{Objection, objection};
use crate::domain::ids::{BidId, LotId};
use crate::domain::money::Cents;
use crate::domain::rounds::definition::Criterion;
use crate::domain::scoring::{Exact, Exclusion, Standing, Tie};

/// The facts of one letter; the words are elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    pub to: Entrant,
    pub ending: Ending,
    /// Who got the lot; none: nobody did, for this ground.
    pub winner: Option<Winner>,
    pub ground: Option<Ground>,
    pub decision: Decision,
    /// Place and total of the addressee.
    pub own: Option<Rank>,
    /// How an equal total of the addressee was settled.
    pub tie: Option<Tie>,
    /// Bids that were opened on this lot.
    pub bids: usize,
    pub lines: Vec<Line>,
    pub price: Option<PriceLine>,
    pub objection: Objection,
    /// Hash of what was published and of the record of the evaluation.
    pub publication: String,
    pub record: String,
}

/// How it ended for the addressee.
#[derive(Clone, Debug, PartialEq)]
pub enum Ending {
    Won,
    Lost,
    /// It stands above the winner, and the published lot rule gave it other lots.
    Passed(Why),
    /// A grade, total or price left it without a place.
    Excluded(Vec<Exclusion>),
    /// It was not admitted, for these reasons.
    Refused(Vec<String>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Winner {
    pub name: String,
    pub code: String,
    pub rank: Rank,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rank {
    pub place: usize,
    /// On the published precision.
    pub total: Exact,
}

/// One criterion: what the addressee and the winner got.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub criterion: Criterion,
    pub own: Mark,
    pub winner: Option<Mark>,
    /// What the table wrote about the addressee.
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub grade: Exact,
    pub points: Exact,
}

/// The price of the addressee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceLine {
    pub own: Cents,
    /// Where prices earn points.
    pub earned: Option<PriceMark>,
}

/// The winner's price itself is its own business; its points are not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceMark {
    pub weight: Exact,
    pub points: Exact,
    pub winner: Option<Exact>,
}

/// What all letters of a round share, worked out once.
pub struct Desk<'a> {
    file: &'a RoundFile,
    proposals: BTreeMap<LotId, Proposal>,
    record: String,
    /// The day on which the letters go out.
    sent: Date,
}

impl<'a> Desk<'a> {
    pub fn new(file: &'a RoundFile, sent: Date) -> Desk<'a> {
        Desk { file, proposals: file.proposals(), record: file.record_hash(), sent }
    }

    /// Hash of the record on which these letters rest.
    pub fn record(&self) -> &str {
        &self.record
    }

    pub fn proposal(&self, lot: LotId) -> &Proposal {
        self.proposals.get(&lot).unwrap_or(&Proposal::Waiting)
    }

    pub fn objection(&self) -> Objection {
        objection(self.file.round.definition.remedy, self.sent)
    }

    /// The letter for one bidder; none as long as the lot has no decision.
    pub fn facts(&self, lot: &LotFile, to: &Entrant) -> Option<Facts> {
        let decision = lot.decision.clone()?;
        let definition = self.file.round.definition.for_lot(&lot.lot.details);
        let winner = lot.winner();
        let chosen = winner.map(|entrant| entrant.bid).filter(|bid| *bid != to.bid);
        Some(Facts {
            to: to.clone(),
            ending: ending(lot, to, self.proposal(lot.lot.id)),
            winner: winner.and_then(|entrant| {
                let rank = rank(lot, entrant.bid)?;
                Some(Winner { name: entrant.name.clone(), code: entrant.code.clone(), rank })
            }),
            ground: match decision.verdict {
                Verdict::Award(_) => None,
                Verdict::NoAward(ground) => Some(ground),
            },
            own: rank(lot, to.bid),
            tie: lot.outcome(to.bid).and_then(|outcome| outcome.tie().cloned()),
            bids: lot.entrants.len(),
            lines: lines(&definition.criteria, lot, to.bid, chosen),
            price: price(lot, to.bid, chosen),
            objection: self.objection(),
            publication: self.file.round.publication().map(|p| p.hash.clone()).unwrap_or_default(),
            record: self.record.clone(),
            decision,
        })
    }
}

fn ending(lot: &LotFile, to: &Entrant, proposal: &Proposal) -> Ending {
    if let Admittance::Refused(reasons) = &to.admittance {
        return Ending::Refused(reasons.clone());
    }
    if let Some(Standing::Excluded { reasons }) = lot.outcome(to.bid).map(|o| &o.standing) {
        return Ending::Excluded(reasons.clone());
    }
    let winner = lot.winner();
    if winner.is_some_and(|winner| winner.bid == to.bid) {
        return Ending::Won;
    }
    let above = |winner: &Entrant| lot.place(to.bid) < lot.place(winner.bid);
    let passed = proposal.passed().iter().find(|passed| passed.bid == to.bid);
    match passed {
        Some(passed) if winner.is_some_and(above) => Ending::Passed(passed.why.clone()),
        Some(_) | None => Ending::Lost,
    }
}

fn rank(lot: &LotFile, bid: BidId) -> Option<Rank> {
    let outcome = lot.outcome(bid)?;
    Some(Rank { place: outcome.place()?, total: outcome.total.clone()? })
}

fn lines(criteria: &[Criterion], lot: &LotFile, own: BidId, winner: Option<BidId>) -> Vec<Line> {
    let line = |criterion: &Criterion| {
        let reason = lot.ranked()?.reasons.get(&(own, criterion.code.clone()));
        Some(Line {
            own: mark(lot, own, &criterion.code)?,
            winner: winner.and_then(|bid| mark(lot, bid, &criterion.code)),
            reason: reason.cloned().unwrap_or_default(),
            criterion: criterion.clone(),
        })
    };
    criteria.iter().filter_map(line).collect()
}

fn mark(lot: &LotFile, bid: BidId, criterion: &str) -> Option<Mark> {
    let part = lot.outcome(bid)?.trace.as_ref()?.criterion(criterion)?;
    Some(Mark { grade: part.source.grade()?.clone(), points: part.points.clone() })
}

fn price(lot: &LotFile, own: BidId, winner: Option<BidId>) -> Option<PriceLine> {
    let trace = |bid: BidId| lot.outcome(bid)?.trace.as_ref();
    let earned = |bid: BidId| {
        let part = trace(bid)?.price()?;
        Some((part.source.price_weight()?, part.points.clone()))
    };
    trace(own)?;
    Some(PriceLine {
        own: *lot.ranked()?.prices.get(&own)?,
        earned: earned(own).map(|(weight, points)| PriceMark {
            weight: weight.clone(),
            points,
            winner: winner.and_then(earned).map(|(_, points)| points),
        }),
    })
}
