//! What is counted over the draws. Whole numbers only, so that it does not matter in which order
//! draws are added up.

use super::Depth;
use super::block::BLOCK;

/// Weights are added up in units of 2^-40: a million of them fit, and the error of a mean stays
/// below 2^-40.
const UNIT: f64 = (1_u64 << 40) as f64;

/// The counts of some draws.
pub(super) struct Tally {
    bids: usize,
    criteria: usize,
    /// Per rank, how often each bid had it; one column more, for what is not counted here.
    pub(super) by_rank: Vec<u32>,
    /// What `settle` has not added to `by_rank` yet: half the size, so that it stays in a cache.
    recent: Vec<u16>,
    /// How many draws are in `recent`.
    draws: u16,
    /// Per bid, the sum of the weights with which it was first.
    central: Vec<u64>,
    /// Per bid, how often it was strictly higher than each bid; empty when not counted.
    pub(super) wins: Vec<u32>,
}

impl Tally {
    pub(super) fn new(bids: usize, criteria: usize, depth: Depth) -> Tally {
        let (ranks, pairs) = match depth {
            Depth::FirstRank => (1, 0),
            Depth::AllRanks => (bids, 0),
            Depth::Pairwise => (bids, bids * bids),
        };
        Tally {
            bids,
            criteria,
            by_rank: vec![0; ranks * (bids + 1)],
            recent: vec![0; ranks * (bids + 1)],
            draws: 0,
            central: vec![0; bids * criteria],
            wins: vec![0; pairs],
        }
    }

    /// The counts of one rank, per bid and one more.
    #[inline(always)]
    pub(super) fn rank(&mut self, rank: usize) -> &mut [u16] {
        let width = self.bids + 1;
        &mut self.recent[rank * width..][..width]
    }

    /// Makes room for so many more draws in what `rank` gives.
    pub(super) fn make_room(&mut self, draws: u16) {
        if self.draws > u16::MAX - draws {
            self.settle();
        }
        self.draws += draws;
    }

    /// Adds up what is not added up yet.
    pub(super) fn settle(&mut self) {
        for (sum, recent) in self.by_rank.iter_mut().zip(&mut self.recent) {
            *sum += u32::from(std::mem::take(recent));
        }
        self.draws = 0;
    }

    /// Counts a first place in one draw of a block with these weights.
    pub(super) fn add_first(&mut self, bid: usize, weights: &[f64], draw: usize) {
        self.rank(0)[bid] += 1;
        let sums = &mut self.central[bid * self.criteria..][..self.criteria];
        for (sum, weights) in sums.iter_mut().zip(weights.chunks_exact(BLOCK)) {
            *sum += (weights[draw] * UNIT + 0.5) as u64;
        }
    }

    /// Adds the counts of other draws.
    pub(super) fn add(&mut self, other: &Tally) {
        add(&mut self.by_rank, &other.by_rank);
        add(&mut self.central, &other.central);
        add(&mut self.wins, &other.wins);
    }

    /// Per bid, the mean of the weights with which it was first.
    pub(super) fn central_weights(&self) -> Vec<Option<Vec<f64>>> {
        let sums = self.central.chunks_exact(self.criteria);
        let mean = |(firsts, sums): (&u32, &[u64])| {
            let mean = |sum: &u64| *sum as f64 / UNIT / f64::from(*firsts);
            (*firsts > 0).then(|| sums.iter().map(mean).collect())
        };
        self.by_rank.iter().zip(sums).map(mean).collect()
    }
}

fn add<N: Copy + std::ops::AddAssign>(sums: &mut [N], more: &[N]) {
    sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += *more);
}
