//! Which bidder gets which lot. The rankings per lot are given; what is decided here is only
//! what happens when a bidder may not have, or would rather not have, every lot it could win.

mod check;
mod errors;
mod explain;
mod field;
mod preference;
mod programme;
mod room;
mod sequence;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::bids::{Exclusion, Outcome, Standing};
use super::exact::Exact;
pub use errors::{AllocationError, AllocationProblem, NotSettled, SharedPlace};
use field::Field;

/// How lots are divided when bidders may have fewer lots than they could win.
///
/// Source: `evaluation.md` chapter 5 and art. 46 Directive 2014/24: a limit must be announced
/// together with the rule that decides which lots a bidder keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LotRule {
    /// Deferred acceptance with the preferences bidders handed in: no bidder can point to a lot
    /// it prefers to one it got and where it stands above a winner.
    #[default]
    BidderPreference,
    /// Lots are awarded in their published order, each to the best bidders with room left.
    FixedLotOrder,
    /// Every lot goes to its best bidders; there are no limits per bidder.
    BestPerLot,
    /// The lot on which the best bidders with room left are furthest ahead of the next one is
    /// awarded first, and so on. Needs the values of the bids.
    LargestLeadFirst,
    /// As many lots as possible get a provider, and of all ways to do that the one with the
    /// highest total value. Needs the values of the bids.
    MaxTotal,
}

/// One lot with its ranking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LotRanking {
    /// The name of the lot.
    pub lot: String,
    /// How many bidders get it; one, usually.
    pub providers: usize,
    /// The bidders that can get it, in any order.
    pub ranking: Vec<Placed>,
    /// The bidders that cannot, with the reason.
    pub out: Vec<Out>,
    /// How much of a bidder's capacity one seat takes.
    pub size: Exact,
    /// What each bidder's bid is worth and costs, where the rule or the budget asks for it.
    pub offers: BTreeMap<String, Offer>,
}

/// What a bid on one lot is worth and costs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// Its total, the higher the better.
    pub value: Option<Exact>,
    /// What it takes of the budget.
    pub price: Option<Exact>,
}

/// A bidder with its place on one lot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Placed {
    /// The name of the bidder.
    pub bidder: String,
    /// Its place, from 1; shared places are allowed as long as they decide nothing.
    pub place: usize,
}

/// A bidder that cannot get a lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Out {
    /// The name of the bidder.
    pub bidder: String,
    /// The reason.
    pub why: OutReason,
}

/// Why a bidder cannot get a lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OutReason {
    /// Its bid was refused as inadmissible, or its price is invalid.
    NotAdmitted,
    /// A grade or its total is below a threshold, or a grade is a knock-out.
    BelowThreshold,
}

/// A bidder over all lots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bidder {
    /// The name of the bidder.
    pub id: String,
    /// The most lots it may have; `None` without a limit. The rule `BestPerLot` ignores it.
    pub max_lots: Option<usize>,
    /// The size of all lots together that it can carry; `None` without a limit. The rule
    /// `BestPerLot` ignores it.
    pub capacity: Option<Exact>,
    /// Who is behind it.
    pub kind: BidderKind,
    /// The lots it likes best, first one first. Lots it left out come after these, in their
    /// published order. Only the rule `BidderPreference` looks at it.
    pub preference: Vec<String>,
}

/// Who is behind a bid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BidderKind {
    /// Any provider.
    #[default]
    Provider,
    /// An initiative of residents, for whom a share of the budget can be kept.
    ResidentsInitiative,
}

/// The money for all lots together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// All of it, in the unit of the prices.
    pub amount: Exact,
    /// The share, from 0 to 1, that only residents' initiatives can use.
    pub reserved: Exact,
}

/// An announced bid on several lots as a whole. `MaxTotal` weighs it against all other ways; the
/// other rules look at one lot at a time, and count it afterwards where its bidder got them all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// The bidder.
    pub bidder: String,
    /// Its lots, two or more.
    pub lots: Vec<String>,
    /// What it is worth as a whole, in place of the values of the lots.
    pub value: Exact,
    /// What it costs as a whole; needed where there is a budget.
    pub price: Option<Exact>,
}

/// Everything a division of lots depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Division {
    /// The published rule.
    pub rule: LotRule,
    /// The lots in their published order.
    pub lots: Vec<LotRanking>,
    /// The bidders, in any order.
    pub bidders: Vec<Bidder>,
    /// The money, where it is limited.
    pub budget: Option<Budget>,
    /// The announced package bids.
    pub packages: Vec<Package>,
}

/// Who gets what, for every lot in the published order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Allocation {
    /// The lots.
    pub lots: Vec<LotAward>,
    /// The value of all awards together, where all values are known.
    pub total: Option<Exact>,
    /// The packages that count, by their place in the input.
    pub packages: Vec<usize>,
    /// Whether another division is exactly as good; asked under `MaxTotal` only.
    pub unique: Unique,
}

/// Whether a division is the only best one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unique {
    /// The rule leads to one division.
    #[default]
    ByRule,
    /// No other division is as good.
    Proven,
    /// Another division is exactly as good; the published tie rule must choose.
    OthersAreEqual,
    /// The solver found no answer to the question in its time.
    NotProven,
}

impl Allocation {
    /// The award of one lot.
    pub fn lot(&self, lot: &str) -> Option<&LotAward> {
        self.lots.iter().find(|award| award.lot == lot)
    }
}

/// Who gets one lot, who is next, and why others did not get it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LotAward {
    /// The name of the lot.
    pub lot: String,
    /// The bidders that get it, best first; empty when nobody can.
    pub awarded: Vec<String>,
    /// The ranked bidders that did not get it, in their order, for when an award falls through.
    pub reserve: Vec<Placed>,
    /// One reason for every bidder that is out and for every ranked one that stands above the
    /// last winner, or could have had a seat that stayed empty.
    pub why_not: Vec<WhyNot>,
}

/// Why one bidder did not get one lot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhyNot {
    /// The name of the bidder.
    pub bidder: String,
    /// Its place on the lot; `None` when it has none.
    pub place: Option<usize>,
    /// The reason.
    pub reason: Reason,
}

/// Why a bidder with a good place did not get a lot.
///
/// Source: `evaluation.md` chapter 5: print for every lot why a higher scorer did not get it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// It already had its maximum when this lot was awarded.
    HasItsMaximum {
        /// The lots it has.
        lots: Vec<String>,
    },
    /// It has its maximum, and prefers every lot it got to this one.
    PrefersOther {
        /// The lots it has.
        lots: Vec<String>,
    },
    /// The lots it has leave it too little capacity for this one.
    NoCapacityLeft {
        /// The lots it has.
        lots: Vec<String>,
    },
    /// Its price did not fit in what was left of the budget, or the award of this lot stopped
    /// there.
    OverBudget,
    /// What was left of the budget is kept for residents' initiatives.
    KeptForInitiatives,
    /// Giving it this lot would fill fewer lots or make the total lower.
    LowerTotal,
    /// It could not get the lot at all.
    Out(OutReason),
}

impl LotRanking {
    /// The ranking of a lot with one provider as the engine scored it; the ids of the bids must
    /// be names of bidders. Bids refused before scoring are added to `out` by the caller.
    ///
    /// Errors: a bid without a result.
    pub fn of(lot: &str, outcome: &Outcome) -> Result<LotRanking, NotSettled> {
        let mut ranking = Vec::new();
        let mut out = Vec::new();
        for bid in &outcome.bids {
            let bidder = bid.id.clone();
            match &bid.standing {
                Standing::Ranked { place, .. } => ranking.push(Placed { bidder, place: *place }),
                Standing::Admitted => ranking.push(Placed { bidder, place: 1 }),
                Standing::Excluded { reasons } => {
                    out.push(Out { bidder, why: out_reason(reasons) });
                }
                Standing::Unsettled { missing } => {
                    return Err(NotSettled { bidder, missing: missing.clone() });
                }
            }
        }
        let lot = lot.into();
        Ok(LotRanking { lot, providers: 1, ranking, out, ..LotRanking::default() })
    }
}

fn out_reason(reasons: &[Exclusion]) -> OutReason {
    let of_quality = |reason: &Exclusion| match reason {
        Exclusion::KnockOutGrade { .. }
        | Exclusion::BelowThreshold { .. }
        | Exclusion::GroupBelowThreshold { .. }
        | Exclusion::TotalBelowThreshold { .. } => true,
        Exclusion::PriceBelowFloor { .. }
        | Exclusion::PriceAboveCeiling { .. }
        | Exclusion::FellAway
        | Exclusion::OtherThanFixedPrice { .. } => false,
    };
    if reasons.iter().any(of_quality) { OutReason::BelowThreshold } else { OutReason::NotAdmitted }
}

/// Divides the lots, given in their published order, over the bidders.
///
/// Errors: wrong input, or a shared place that decides who gets a lot.
/// Source: `evaluation.md` chapter 5 and invariant 15.
pub fn allocate(
    rule: LotRule,
    lots: &[LotRanking],
    bidders: &[Bidder],
) -> Result<Allocation, AllocationError> {
    let (lots, bidders) = (lots.to_vec(), bidders.to_vec());
    divide(&Division { rule, lots, bidders, ..Division::default() })
}

/// Divides lots within limits per bidder, capacity and budget.
///
/// Errors: wrong input, a shared place that decides who gets a lot, or a programme that could
/// not be proven.
/// Source: `evaluation.md` chapter 5 and invariant 15.
pub fn divide(division: &Division) -> Result<Allocation, AllocationError> {
    let problems = check::problems(division);
    if !problems.is_empty() {
        return Err(AllocationError::Problems(problems));
    }
    let field = Field::new(division);
    let solved = match division.rule {
        LotRule::BidderPreference => preference::deferred_acceptance(&field)?,
        LotRule::FixedLotOrder | LotRule::BestPerLot | LotRule::LargestLeadFirst => {
            sequence::one_by_one(&field)?
        }
        LotRule::MaxTotal => programme::max_total(&field)?,
    };
    Ok(explain::explained(&field, &solved))
}
