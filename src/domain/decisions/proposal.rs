//! What the published lot rule says about who gets which lot. Nobody decides here.

use std::collections::BTreeMap;

use super::file::{Admittance, LotFile, Ranked, RoundFile, Standing};
use crate::domain::ids::{BidId, LotId};
use crate::domain::scoring::{
    Allocation, AllocationError, BidOutcome, Bidder, LotAward, LotRanking, Offer, Out, OutReason,
    Placed, Reason, allocate,
};

/// What the rule says about one lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// It is not ranked yet.
    Waiting,
    Award(Award),
    /// These bids share the place that decides, and the published rule leaves it at that.
    Shared(Vec<BidId>),
    /// No bid can get it.
    Nobody(Vec<Passed>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Award {
    pub winner: BidId,
    /// Who is next when the award falls through, with their places.
    pub reserve: Vec<(BidId, usize)>,
    pub passed: Vec<Passed>,
}

/// A bid that did not get the lot although it stands higher, or that could not get it at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    pub bid: BidId,
    pub place: Option<usize>,
    pub why: Why,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It has its maximum of lots, and prefers these.
    Prefers(Vec<LotId>),
    /// It had its maximum of lots already: these.
    HasMaximum(Vec<LotId>),
    /// These lots leave it too little capacity.
    NoCapacity(Vec<LotId>),
    OverBudget,
    KeptForInitiatives,
    /// All lots together would be worth less.
    LowerTotal,
    BelowThreshold,
    NotAdmitted,
}

impl Proposal {
    pub fn winner(&self) -> Option<BidId> {
        match self {
            Proposal::Award(award) => Some(award.winner),
            Proposal::Waiting | Proposal::Shared(_) | Proposal::Nobody(_) => None,
        }
    }

    pub fn passed(&self) -> &[Passed] {
        match self {
            Proposal::Award(Award { passed, .. }) | Proposal::Nobody(passed) => passed,
            Proposal::Waiting | Proposal::Shared(_) => &[],
        }
    }
}

impl RoundFile {
    /// One proposal per lot. Lots that are not ranked wait; a lot where a shared place decides is
    /// left out of the division, because nothing published says who of them gets it.
    pub fn proposals(&self) -> BTreeMap<LotId, Proposal> {
        let mut shared: BTreeMap<LotId, Vec<BidId>> = BTreeMap::new();
        loop {
            let taking_part: Vec<&LotFile> =
                self.lots.iter().filter(|file| !shared.contains_key(&file.lot.id)).collect();
            let rankings: Vec<LotRanking> =
                taking_part.iter().filter_map(|file| file.ranking()).collect();
            match allocate(self.round.definition.lot_rule, &rankings, &self.bidders(&rankings)) {
                Ok(allocation) => return self.proposed(&allocation, &shared),
                Err(AllocationError::Undecided(places)) => {
                    for place in places {
                        let Some(file) = self.named(&place.lot) else { continue };
                        let bids = place.bidders.iter().filter_map(|name| file.bid_of(name));
                        shared.insert(file.lot.id, bids.collect());
                    }
                }
                // Names and preferences are made here, one of each, so they have no problems; and
                // what could not be proven is for people to decide.
                Err(AllocationError::Problems(_) | AllocationError::NotProven(_)) => {
                    return self.proposed(&Allocation::default(), &shared);
                }
            }
        }
    }

    /// Every cooperative with its limit and the order in which it wants the lots of these rankings.
    fn bidders(&self, rankings: &[LotRanking]) -> Vec<Bidder> {
        let mut wishes: BTreeMap<String, Vec<(u16, u16, String)>> = BTreeMap::new();
        for file in &self.lots {
            let name = file.lot.id.to_string();
            let takes_part = rankings.iter().any(|ranking| ranking.lot == name);
            for entrant in &file.entrants {
                let of_bidder = wishes.entry(entrant.cooperative.to_string()).or_default();
                if takes_part {
                    of_bidder.push((entrant.preference, file.lot.number, name.clone()));
                }
            }
        }
        let max_lots = self.round.definition.lots_per_bidder.map(usize::from);
        let bidder = |(id, mut wishes): (String, Vec<(u16, u16, String)>)| {
            wishes.sort();
            let preference = wishes.into_iter().map(|(_, _, lot)| lot).collect();
            Bidder { id, max_lots, preference, ..Bidder::default() }
        };
        wishes.into_iter().map(bidder).collect()
    }

    fn named(&self, lot: &str) -> Option<&LotFile> {
        self.lots.iter().find(|file| file.lot.id.as_str() == lot)
    }

    fn proposed(
        &self,
        allocation: &Allocation,
        shared: &BTreeMap<LotId, Vec<BidId>>,
    ) -> BTreeMap<LotId, Proposal> {
        let of_lot = |file: &LotFile| {
            let id = file.lot.id;
            let award = allocation.lot(id.as_str());
            let proposal = match (shared.get(&id), award) {
                (Some(bids), _) => Proposal::Shared(bids.clone()),
                (None, Some(award)) => file.proposal(award),
                (None, None) => Proposal::Waiting,
            };
            (id, proposal)
        };
        self.lots.iter().map(of_lot).collect()
    }
}

impl LotFile {
    /// The ranking in the names that hold over all lots: lots and cooperatives by id.
    fn ranking(&self) -> Option<LotRanking> {
        let mut ranking = match &self.standing {
            Standing::Waiting => return None,
            Standing::Ranked(_) if self.waits() => return None,
            Standing::Empty => {
                LotRanking { lot: self.lot.id.to_string(), providers: 1, ..LotRanking::default() }
            }
            Standing::Ranked(ranked) => {
                let mut ranking = LotRanking::of(self.lot.id.as_str(), &ranked.outcome).ok()?;
                ranking.offers = self.offers(ranked);
                ranking
            }
        };
        let name = |code: &str| self.by_code(code).map(|e| e.cooperative.to_string());
        let placed = |one: Placed| Some(Placed { bidder: name(&one.bidder)?, ..one });
        ranking.ranking = ranking.ranking.into_iter().filter_map(placed).collect();
        let out = |one: Out| Some(Out { bidder: name(&one.bidder)?, ..one });
        ranking.out = ranking.out.into_iter().filter_map(out).collect();
        let refused =
            self.entrants.iter().filter(|e| matches!(e.admittance, Admittance::Refused(_)));
        ranking.out.extend(
            refused.map(|e| Out { bidder: e.cooperative.to_string(), why: OutReason::NotAdmitted }),
        );
        Some(ranking)
    }

    /// What each ranked bid is worth: its total, for the rules that weigh lots against each other.
    fn offers(&self, ranked: &Ranked) -> BTreeMap<String, Offer> {
        let offer = |bid: &BidOutcome| {
            let bidder = self.by_code(&bid.id)?.cooperative.to_string();
            Some((bidder, Offer { value: bid.total.clone(), price: None }))
        };
        ranked.outcome.ranking().filter_map(|(_, bid)| offer(bid)).collect()
    }

    fn bid_of(&self, cooperative: &str) -> Option<BidId> {
        let found = self.entrants.iter().find(|e| e.cooperative.as_str() == cooperative);
        found.map(|entrant| entrant.bid)
    }

    fn proposal(&self, award: &LotAward) -> Proposal {
        let passed = |one: &crate::domain::scoring::WhyNot| {
            Some(Passed { bid: self.bid_of(&one.bidder)?, place: one.place, why: why(&one.reason) })
        };
        let passed: Vec<Passed> = award.why_not.iter().filter_map(passed).collect();
        let winner = award.awarded.first().and_then(|name| self.bid_of(name));
        let reserve = |one: &Placed| Some((self.bid_of(&one.bidder)?, one.place));
        match winner {
            Some(winner) => Proposal::Award(Award {
                winner,
                reserve: award.reserve.iter().filter_map(reserve).collect(),
                passed,
            }),
            None => Proposal::Nobody(passed),
        }
    }
}

fn why(reason: &Reason) -> Why {
    let ids = |lots: &[String]| lots.iter().filter_map(|lot| lot.parse().ok()).collect();
    match reason {
        Reason::PrefersOther { lots } => Why::Prefers(ids(lots)),
        Reason::HasItsMaximum { lots } => Why::HasMaximum(ids(lots)),
        Reason::NoCapacityLeft { lots } => Why::NoCapacity(ids(lots)),
        Reason::OverBudget => Why::OverBudget,
        Reason::KeptForInitiatives => Why::KeptForInitiatives,
        Reason::LowerTotal => Why::LowerTotal,
        Reason::Out(OutReason::BelowThreshold) => Why::BelowThreshold,
        Reason::Out(OutReason::NotAdmitted) => Why::NotAdmitted,
    }
}
