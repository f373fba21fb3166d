//! What is counted over the draws. Whole numbers only, so that it does not matter in which order
//! draws are added up.

use super::Depth;

/// Weights are added up in units of 2^-40: a million of them fit, and the error of a mean stays
/// below 2^-40.
const UNIT: f64 = (1_u64 << 40) as f64;

/// The counts of some draws.
pub(super) struct Tally {
    bids: usize,
    criteria: usize,
    /// Per rank, how often each bid had it; one column more, for what is not counted here.
    by_rank: Vec<u32>,
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
            central: vec![0; bids * criteria],
            wins: vec![0; pairs],
        }
    }

    /// The counts of one rank, per bid and one more.
    pub(super) fn rank(&mut self, rank: usize) -> &mut [u32] {
        let width = self.bids + 1;
        &mut self.by_rank[rank * width..][..width]
    }

    /// Counts a first place with these weights, one per criterion.
    pub(super) fn add_central(&mut self, bid: usize, weights: impl Iterator<Item = f64>) {
        let sums = &mut self.central[bid * self.criteria..][..self.criteria];
        for (sum, weight) in sums.iter_mut().zip(weights) {
            *sum += (weight * UNIT + 0.5) as u64;
        }
    }

    /// Adds the counts of other draws.
    pub(super) fn add(&mut self, other: &Tally) {
        add(&mut self.by_rank, &other.by_rank);
        add(&mut self.central, &other.central);
        add(&mut self.wins, &other.wins);
    }

    /// Bid by bid, how often it had each rank.
    pub(super) fn ranks(&self) -> Vec<u32> {
        let ranks = self.by_rank.chunks_exact(self.bids + 1);
        (0..self.bids).flat_map(|bid| ranks.clone().map(move |counts| counts[bid])).collect()
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
