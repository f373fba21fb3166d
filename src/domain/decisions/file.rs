//! Everything about a round that a decision rests on.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::decision::Decision;
use crate::domain::ids::{BidId, LotId, OrganisationId};
use crate::domain::money::Cents;
use crate::domain::rounds::{Lot, Round};
use crate::domain::scoring::{BidOutcome, LotRule, Outcome};

#[derive(Clone, Debug, PartialEq)]
pub struct RoundFile {
    pub round: Round,
    /// In the order of their numbers.
    pub lots: Vec<LotFile>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LotFile {
    pub lot: Lot,
    /// Every bid that was opened, by code letter.
    pub entrants: Vec<Entrant>,
    pub standing: Standing,
    pub decision: Option<Decision>,
}

/// A bid that was handed in, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entrant {
    pub bid: BidId,
    pub cooperative: OrganisationId,
    pub name: String,
    /// Village or town of the cooperative.
    pub place: String,
    /// Letter under which the assessors knew it.
    pub code: String,
    /// Number of the receipt.
    pub number: String,
    /// 1 is the lot that this cooperative likes best, as it was handed in.
    pub preference: u16,
    pub admittance: Admittance,
}

/// Something that must be so on a day for a bid to stay admitted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// Title of the requirement.
    pub requirement: String,
    pub text: String,
    pub due: Option<Date>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Admittance {
    Undecided,
    /// On these conditions; mostly none.
    Joins(Vec<Condition>),
    /// With the reasons: that of the whole bid first, then those of the requirements.
    Refused(Vec<String>),
}

impl Entrant {
    pub fn conditions(&self) -> &[Condition] {
        match &self.admittance {
            Admittance::Joins(conditions) => conditions,
            Admittance::Undecided | Admittance::Refused(_) => &[],
        }
    }
}

/// How far a lot is.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// No bid may join, so there is nothing to rank.
    Empty,
    /// Admission or the table is not done.
    Waiting,
    Ranked(Box<Ranked>),
}

/// A lot whose price was opened, scored by the engine.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Bids by code letter.
    pub outcome: Outcome,
    /// The reason of the table per bid and criterion.
    pub reasons: BTreeMap<(BidId, String), String>,
    /// Price per unit; empty where the lot has a fixed price.
    pub prices: BTreeMap<BidId, Cents>,
}

impl RoundFile {
    pub fn lot(&self, id: LotId) -> Option<&LotFile> {
        self.lots.iter().find(|file| file.lot.id == id)
    }

    /// One lot can change what a bidder gets elsewhere: there is a limit, and a rule that minds it.
    pub fn lots_hang_together(&self) -> bool {
        let definition = &self.round.definition;
        definition.lots_per_bidder.is_some() && definition.lot_rule != LotRule::BestPerLot
    }

    /// The lot is ranked, and so is every other one that could still change who gets it.
    pub fn is_ripe(&self, lot: &LotFile) -> bool {
        !(lot.waits() || self.lots_hang_together() && self.lots.iter().any(LotFile::waits))
    }

    pub fn is_decided(&self) -> bool {
        self.lots.iter().all(|file| file.decision.is_some())
    }
}

impl LotFile {
    /// Nobody knows the order yet: the table is not done, or a draw is still to come.
    pub fn waits(&self) -> bool {
        match &self.standing {
            Standing::Empty => false,
            Standing::Waiting => true,
            Standing::Ranked(ranked) => ranked.outcome.awaits_draw(),
        }
    }

    pub fn entrant(&self, bid: BidId) -> Option<&Entrant> {
        self.entrants.iter().find(|entrant| entrant.bid == bid)
    }

    pub fn by_code(&self, code: &str) -> Option<&Entrant> {
        self.entrants.iter().find(|entrant| entrant.code == code)
    }

    pub fn ranked(&self) -> Option<&Ranked> {
        match &self.standing {
            Standing::Ranked(ranked) => Some(ranked),
            Standing::Empty | Standing::Waiting => None,
        }
    }

    /// What the engine says about a bid; none for a bid that was never scored.
    pub fn outcome(&self, bid: BidId) -> Option<&BidOutcome> {
        self.ranked()?.outcome.bid(&self.entrant(bid)?.code)
    }

    /// The place of a bid, from 1.
    pub fn place(&self, bid: BidId) -> Option<usize> {
        self.outcome(bid)?.place()
    }

    /// Who was chosen, once that is decided.
    pub fn winner(&self) -> Option<&Entrant> {
        self.entrant(self.decision.as_ref()?.verdict.bid()?)
    }

    /// What the lot costs in a year when this bid gets it: its price, or the fixed one, times the
    /// expected volume.
    pub fn yearly_cost(&self, bid: BidId) -> Option<Cents> {
        use crate::domain::rounds::lots::LotPrice;
        let rate = match self.lot.details.price {
            LotPrice::Fixed { rate } => rate,
            LotPrice::Between { .. } => *self.ranked()?.prices.get(&bid)?,
        };
        Some(Cents(rate.0.saturating_mul(i64::from(self.lot.details.volume))))
    }
}
