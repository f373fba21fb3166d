//! Rank acceptability: how often every bid gets every rank when the weights (and, where asked,
//! the grades) are drawn at random. SMAA-2, Lahdelma and Salminen, Operations Research 49(3),
//! 2001, 444-454.
//!
//! Draws come in blocks of a fixed size, each with its own random stream from the seed, and all
//! sums are whole numbers. The answer is therefore the same, bit for bit, whatever the number of
//! threads and the width of the processor's registers, and the memory does not grow with the
//! draws. Binary numbers (f64) carry the draws; their totals are compared on a grid of 2^-40, so
//! that bids with the same total tie in spite of rounding. Start at `smaa`, then `block.rs`.

mod block;
mod confidence;
mod exponential;
mod leaders;
mod order;
mod slice;
mod tally;
#[cfg(test)]
mod tests;
mod totals;
mod weights;

use std::num::NonZeroUsize;

use fearless_simd::Level;
use thiserror::Error;

use super::super::draw::Seed;
use super::super::exact::Exact;
use super::problem::Problem;

/// The most draws one run may ask for.
pub const MOST_SAMPLES: u32 = 1_000_000;

/// Which weights are drawn. They always add up to 1 and are spread evenly over what is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WeightSpace {
    /// Every set of weights.
    Uniform,
    /// Weights in the order of the published ones: a criterion with a higher published weight
    /// never draws a lower one. Criteria with equal published weights are free among each other.
    Ordinal,
    /// Weights within a range per criterion, one range for each.
    Intervals(Vec<Interval>),
}

impl WeightSpace {
    /// Every weight at most so many percent of itself higher or lower than the published one.
    pub fn around(problem: &Problem, percent: u8) -> WeightSpace {
        let part = Exact::from(i64::from(percent)).divided_by(&Exact::from(100));
        let part = part.unwrap_or_else(Exact::zero);
        let range = |share: &Exact| {
            let most = share * &part;
            let (low, high) = (share - &most, share + &most);
            Interval { low: low.max(Exact::zero()), high: high.min(Exact::one()) }
        };
        WeightSpace::Intervals(problem.weights().iter().map(range).collect())
    }
}

/// The range of one weight as a share of all weights, from 0 to 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The lowest share.
    pub low: Exact,
    /// The highest share.
    pub high: Exact,
}

/// Which values are ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scores {
    /// The settled values.
    AsGiven,
    /// For every draw, bid and criterion one of the values that the assessors gave, each equally
    /// likely and independent of the others; the settled value where there are none.
    FromAssessors,
}

/// How much is counted; each step costs more than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// Only who is first, and at which weights.
    FirstRank,
    /// Every rank of every bid.
    AllRanks,
    /// Every rank, and for every two bids which one is higher.
    Pairwise,
}

/// What to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmaaSettings {
    /// Which weights are drawn.
    pub weights: WeightSpace,
    /// Which values are ranked.
    pub scores: Scores,
    /// How much is counted.
    pub depth: Depth,
    /// The number of draws. 9,604 give every share within 0.01 (95 %), 38,416 within 0.005.
    pub samples: u32,
    /// The seed; print it with the answer.
    pub seed: Seed,
    /// How many threads share the work. It changes the time and nothing else.
    pub threads: NonZeroUsize,
}

/// Why nothing was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SmaaError {
    /// No draws, or more than [`MOST_SAMPLES`].
    #[error("the number of samples must be from 1 to {MOST_SAMPLES}")]
    Samples,
    /// Not one range per criterion.
    #[error("there must be one weight interval per criterion")]
    OneIntervalEach,
    /// The range at this place is empty or not within 0 and 1.
    #[error("weight interval {0} must lie within 0 and 1, the lower end first")]
    BadInterval(usize),
    /// No set of weights within the ranges adds up to 1.
    #[error("no weights within the intervals add up to 1")]
    NoSuchWeights,
    /// Next to no weights within the ranges add up to 1, so drawing would take for ever.
    #[error("the weight intervals leave too little room to draw from")]
    TooTight,
}

/// What came out of the draws. Bids are named by their place in the problem.
///
/// The rank of a bid in a draw is 1 + the number of bids with a strictly higher total: bids
/// with the same total share the better rank, and the next ranks are skipped. The shares of one
/// bid over all ranks add up to 1; the shares of one rank over all bids do where nobody ties.
/// Source: `evaluation.md` 4.1.
#[derive(Clone, Debug, PartialEq)]
pub struct Smaa {
    bids: usize,
    samples: u32,
    /// Rank by rank, as far as counted, how often each bid had it, and one number more.
    by_rank: Vec<u32>,
    central: Vec<Option<Vec<f64>>>,
    confidence: Vec<Option<f64>>,
    /// Bid by bid, how often it was strictly higher than each bid; empty when not counted.
    wins: Vec<u32>,
}

impl Smaa {
    /// The number of draws.
    pub fn samples(&self) -> u32 {
        self.samples
    }

    /// The share of the draws in which a bid has each rank, the first rank first; only the first
    /// rank for [`Depth::FirstRank`].
    pub fn acceptability(&self, bid: usize) -> Vec<f64> {
        let ranks = self.by_rank.chunks_exact(self.bids + 1);
        self.shares(ranks.filter_map(|counts| counts[..self.bids].get(bid)))
    }

    /// The mean of the weights with which a bid is first, one per criterion; `None` for a bid
    /// that never is. Together 1, but for rounding below 1e-10.
    pub fn central_weights(&self, bid: usize) -> Option<&[f64]> {
        self.central.get(bid)?.as_deref()
    }

    /// The probability that a bid is first with its central weights, from 10,000 draws at most;
    /// `None` for a bid that never is first. Always 1 where scores are as given: the weights with which a bid is first are
    /// convex, so their mean is among them.
    pub fn confidence(&self, bid: usize) -> Option<f64> {
        self.confidence.get(bid).copied().flatten()
    }

    /// The share of the draws in which a bid has a strictly higher total than each bid (0 with
    /// itself); empty unless [`Depth::Pairwise`] was asked for.
    pub fn pairwise(&self, bid: usize) -> Vec<f64> {
        self.shares(self.wins.chunks_exact(self.bids).nth(bid).into_iter().flatten())
    }

    fn shares<'a>(&self, counts: impl Iterator<Item = &'a u32>) -> Vec<f64> {
        counts.map(|count| f64::from(*count) / f64::from(self.samples)).collect()
    }
}

/// Draws weights (and scores) and counts ranks.
///
/// Errors: settings that cannot be drawn from.
pub fn smaa(problem: &Problem, settings: &SmaaSettings) -> Result<Smaa, SmaaError> {
    if settings.samples == 0 || settings.samples > MOST_SAMPLES {
        return Err(SmaaError::Samples);
    }
    let space = weights::Space::new(problem, &settings.weights)?;
    let model = totals::Model::new(problem, settings.scores);
    let tally = block::run(&space, &model, settings, Level::new())?;
    let central = tally.central_weights();
    let confidence = confidence::factors(&model, &central, settings);
    let (by_rank, wins) = (tally.by_rank, tally.wins);
    Ok(Smaa { bids: model.bids, samples: settings.samples, by_rank, central, confidence, wins })
}
