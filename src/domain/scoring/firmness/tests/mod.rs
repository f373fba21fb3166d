//! Firmness against published and computed numbers, and its invariants.

mod exactly;
mod invariants;
mod sampled;
mod showing;

use std::num::NonZeroUsize;

use super::super::tests::x;
use super::super::{Exact, Seed};
use super::*;

/// A problem from weights and the settled values of the bids, as written.
pub fn problem(weights: &[&str], bids: &[&[&str]]) -> Problem {
    let numbers = |texts: &[&str]| texts.iter().map(|text| x(text)).collect::<Vec<Exact>>();
    let bids = bids.iter().map(|values| BidValues::settled(numbers(values)));
    Problem::new(&numbers(weights), bids.collect()).unwrap()
}

/// The three bids of `evaluation.md` 4.2: grades of 10 and weights .5, .3, .2.
pub fn three_bids() -> Problem {
    let bids: [&[&str]; 3] = [&["0.8", "0.6", "0.4"], &["0.6", "0.6", "0.8"], &["0.4", "1", "0.6"]];
    problem(&["0.5", "0.3", "0.2"], &bids)
}

/// Settings that count everything, on one thread.
pub fn settings(weights: WeightSpace, samples: u32) -> SmaaSettings {
    SmaaSettings {
        weights,
        scores: Scores::AsGiven,
        depth: Depth::Pairwise,
        samples,
        seed: Seed::from_number(7),
        threads: NonZeroUsize::MIN,
    }
}
