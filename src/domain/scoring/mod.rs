//! The engine: grades and prices in, an order with its reasons out. Exact numbers only, no
//! clock, and no chance but a seed that is passed in. Start at `scheme.rs` (what a round
//! publishes), then `score.rs` (what becomes of the bids) and `trace.rs` (why).

mod aggregation;
mod allocation;
pub mod benchmark;
mod bids;
pub mod contract;
mod draw;
mod exact;
pub mod firmness;
mod logarithm;
mod methods;
pub mod panel;
mod price;
mod problems;
mod reversal;
mod rounding;
mod scheme;
mod score;
mod spread;
mod steps;
mod ties;
mod trace;
mod warnings;

pub use aggregation::{Aggregate, Unsettled};
pub use allocation::{
    Allocation, AllocationError, AllocationProblem, Bidder, BidderKind, Budget, Division, LotAward,
    LotRanking, LotRule, NotSettled, Offer, Out, OutReason, Package, Placed, Reason, SharedPlace,
    Unique, WhyNot, allocate, divide,
};
pub use bids::{
    BidGrades, BidOutcome, Exclusion, Missing, Outcome, Presence, ScoreError, Settled, Standing,
    Tie,
};
pub use draw::Seed;
pub use exact::{Exact, NumberError};
pub use methods::{FallsAway, Method, Outside, PriceLimits, PriceRule, RelativeRule, Unit, Wins};
pub use problems::{BidProblem, BidProblemKind, SchemeProblem};
pub use reversal::{Reversal, rank_reversal};
pub use rounding::{Rounding, RoundingMode};
pub use scheme::{Criterion, Grade, Group, Scale, Scheme, TieEnd, TieKey, TieRule};
pub use score::score_bids;
pub use spread::{AgendaItem, Band, Bands, ItemGrades, Turn, agenda, spread};
pub use steps::{StepChange, StepEffect, step_effects};
pub use trace::{Compared, Contribution, Ratio, Source};
pub use warnings::SchemeWarning;

#[cfg(test)]
mod tests;
