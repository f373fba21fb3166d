//! What the engine is told about a bid, and what it answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::exact::Exact;
use super::problems::{BidProblem, SchemeProblem};
use super::scheme::TieKey;
use super::trace::Contribution;

/// One bid as the engine sees it: settled grades and, once it may be known, the price.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BidGrades {
    /// The name of the bid, unique in the list: its code letter, or its bidder when lots are
    /// allocated afterwards.
    pub id: String,
    /// The price in the round's unit (euros on the pages); `None` while it is not opened.
    #[serde(default)]
    pub price: Option<Exact>,
    /// The settled grade per criterion code. A criterion that is absent is not settled yet.
    pub grades: BTreeMap<String, Exact>,
    /// Whether it still takes part.
    #[serde(default)]
    pub presence: Presence,
}

/// Whether a bid still takes part. Only a method in which bids change each other's points, with
/// the choice to keep the order, still looks at one that fell away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// It takes part.
    #[default]
    TakesPart,
    /// It was withdrawn or turned out to be invalid after the ranking.
    FellAway,
}

/// Why nothing was scored.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ScoreError {
    /// The scheme cannot be used.
    #[error("the scheme has problems: {}", listed(.0))]
    Scheme(Vec<SchemeProblem>),
    /// Some bids do not fit the scheme.
    #[error("the bids have problems: {}", listed(.0))]
    Bids(Vec<BidProblem>),
}

fn listed<T: ToString>(problems: &[T]) -> String {
    problems.iter().map(T::to_string).collect::<Vec<_>>().join("; ")
}

/// What the engine answers for all bids of a lot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The ranked or admitted bids best first, then the excluded, then the unsettled ones;
    /// bids in the same position stand in the order of their ids.
    pub bids: Vec<BidOutcome>,
}

impl Outcome {
    /// Whether every bid has a result. While one has none, the places of the others may change.
    pub fn is_settled(&self) -> bool {
        self.bids.iter().all(|bid| !matches!(bid.standing, Standing::Unsettled { .. }))
    }

    /// Whether two bids wait for the draw.
    pub fn awaits_draw(&self) -> bool {
        self.awaiting_draw().next().is_some()
    }

    /// The bids that wait for the draw.
    pub fn awaiting_draw(&self) -> impl Iterator<Item = &BidOutcome> {
        let awaits =
            |bid: &&BidOutcome| bid.tie().is_some_and(|tie| tie.settled == Settled::AwaitsDraw);
        self.bids.iter().filter(awaits)
    }

    /// The answer for one bid.
    pub fn bid(&self, id: &str) -> Option<&BidOutcome> {
        self.bids.iter().find(|bid| bid.id == id)
    }

    /// The ranked bids with their places, best first.
    pub fn ranking(&self) -> impl Iterator<Item = (usize, &BidOutcome)> {
        self.bids.iter().filter_map(|bid| bid.place().map(|place| (place, bid)))
    }
}

/// What the engine answers for one bid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BidOutcome {
    /// The name of the bid.
    pub id: String,
    /// Where it stands.
    pub standing: Standing,
    /// How its total came about; `None` while a grade or price is missing, or where the method
    /// has no outcome (a price per point without points).
    pub trace: Option<Contribution>,
    /// The total on the published precision; `None` where there is no trace.
    pub total: Option<Exact>,
}

impl BidOutcome {
    /// The place, for a ranked bid.
    pub fn place(&self) -> Option<usize> {
        match &self.standing {
            Standing::Ranked { place, .. } => Some(*place),
            Standing::Admitted | Standing::Excluded { .. } | Standing::Unsettled { .. } => None,
        }
    }

    /// How an equal total was settled, for a ranked bid that had one.
    pub fn tie(&self) -> Option<&Tie> {
        match &self.standing {
            Standing::Ranked { tie, .. } => tie.as_ref(),
            Standing::Admitted | Standing::Excluded { .. } | Standing::Unsettled { .. } => None,
        }
    }

    /// The total without rounding; `None` while a grade or price is missing.
    pub fn exact_total(&self) -> Option<&Exact> {
        self.trace.as_ref().map(|trace| &trace.points)
    }
}

/// Where a bid stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Standing {
    /// It has a place.
    Ranked {
        /// The place, from 1. Bids that stay tied share it, and the next place is skipped.
        place: usize,
        /// How an equal total was settled; `None` when no other bid had this total.
        tie: Option<Tie>,
    },
    /// It meets every threshold of an admission; there is no order.
    Admitted,
    /// It falls out. It takes no place and changes nobody else's.
    Excluded {
        /// Every reason: absence, then the order of the criteria, groups, price, total.
        reasons: Vec<Exclusion>,
    },
    /// It has no result until this is settled. A missing grade never counts as zero.
    Unsettled {
        /// What is missing.
        missing: Vec<Missing>,
    },
}

/// Why a bid falls out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Exclusion {
    /// Its grade is a knock-out grade.
    KnockOutGrade {
        /// The criterion.
        criterion: String,
        /// The grade.
        grade: Exact,
    },
    /// Its grade is below the threshold.
    BelowThreshold {
        /// The criterion.
        criterion: String,
        /// The grade.
        grade: Exact,
        /// The published threshold.
        threshold: Exact,
    },
    /// Its points for a group of criteria are below the threshold.
    GroupBelowThreshold {
        /// The group.
        group: String,
        /// The points, without rounding.
        points: Exact,
        /// The published threshold.
        threshold: Exact,
    },
    /// It no longer takes part.
    FellAway,
    /// Its rounded total does not reach the threshold.
    TotalBelowThreshold {
        /// The rounded total.
        total: Exact,
        /// The published threshold.
        threshold: Exact,
    },
    /// Its price is below the published floor.
    PriceBelowFloor {
        /// The price.
        price: Exact,
        /// The floor.
        floor: Exact,
    },
    /// Its price is above the published ceiling.
    PriceAboveCeiling {
        /// The price.
        price: Exact,
        /// The ceiling.
        ceiling: Exact,
    },
    /// Its price is not the fixed price.
    OtherThanFixedPrice {
        /// The price.
        price: Exact,
        /// The fixed price.
        fixed: Exact,
    },
}

/// What keeps a bid without a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// The grade of this criterion is not settled.
    Grade(String),
    /// The price is not opened.
    Price,
}

/// How an equal total was settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tie {
    /// The other bids with the same rounded total, in the order of the ranking.
    pub with: Vec<String>,
    /// The last step of the chain that was needed for this bid.
    pub settled: Settled,
}

/// The step of the tie chain that settled a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Settled {
    /// A published key.
    ByKey(TieKey),
    /// The draw; the lowest number goes first.
    ByDraw {
        /// The number this bid drew.
        number: u64,
    },
    /// Nothing: the place is shared with at least one other bid.
    Shared,
    /// The draw must decide, and there is no seed yet. Until then the place is shared.
    AwaitsDraw,
}
