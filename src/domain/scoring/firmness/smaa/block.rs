//! One block of draws after another: weights, totals, order, counts.

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;

use super::order::{self, Coding, Keys};
use super::tally::Tally;
use super::totals::{LANES, Model, Row};
use super::weights::Space;
use super::{Depth, SmaaError, SmaaSettings};

/// The draws of one block. Part of what a seed means: another size gives other draws.
pub(super) const BLOCK: usize = 128;
/// The bids whose best total is kept, to find the first bid without looking at all of them.
const PEAK: usize = 32;

/// The random stream of one block: the ChaCha8 stream with this number under the seed.
pub(super) fn stream(settings: &SmaaSettings, number: u64) -> ChaCha8Rng {
    let mut rng = ChaCha8Rng::from_seed(*settings.seed.as_bytes());
    rng.set_stream(number);
    rng
}

/// Counts all draws, shared over the threads.
pub(super) fn run(
    space: &Space,
    model: &Model,
    settings: &SmaaSettings,
) -> Result<Tally, SmaaError> {
    let next = AtomicU32::new(0);
    let work = || {
        let mut worker = Worker::new(space, model, settings);
        worker.work(&next).map(|()| worker.tally)
    };
    thread::scope(|scope| {
        let helpers: Vec<_> = (1..settings.threads.get()).map(|_| scope.spawn(work)).collect();
        let mut sum = work()?;
        for helper in helpers {
            match helper.join() {
                Ok(tally) => sum.add(&tally?),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        Ok(sum)
    })
}

/// The memory and the counts of one thread.
struct Worker<'a> {
    space: &'a Space,
    model: &'a Model,
    settings: &'a SmaaSettings,
    coding: Coding,
    /// Criterion by criterion, the weights of all draws of the block.
    weights: Vec<f64>,
    totals: Vec<Row>,
    keys: Vec<Keys>,
    /// Place by place, which bid stands there in each draw of the block.
    order: Vec<[u16; BLOCK]>,
    /// Bid by bid, its rank in each draw of the block.
    ranks: Vec<[i16; BLOCK]>,
    tally: Tally,
}

impl<'a> Worker<'a> {
    fn new(space: &'a Space, model: &'a Model, settings: &'a SmaaSettings) -> Worker<'a> {
        let bids = model.bids;
        let (ordered, ranked) = match settings.depth {
            Depth::FirstRank => (0, 0),
            Depth::AllRanks => (bids, 0),
            Depth::Pairwise => (bids, bids),
        };
        Worker {
            space,
            model,
            settings,
            coding: Coding::new(bids),
            weights: vec![0.0; model.criteria * BLOCK],
            totals: vec![[0.0; LANES]; bids],
            keys: vec![[0.0; LANES]; ordered],
            order: vec![[0; BLOCK]; ordered],
            ranks: vec![[0; BLOCK]; ranked],
            tally: Tally::new(bids, model.criteria, settings.depth),
        }
    }

    /// Takes blocks until there are none left.
    fn work(&mut self, next: &AtomicU32) -> Result<(), SmaaError> {
        let blocks = self.settings.samples.div_ceil(BLOCK as u32);
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= blocks {
                return Ok(());
            }
            let left = (self.settings.samples - number * BLOCK as u32) as usize;
            self.block(number, left.min(BLOCK))?;
        }
    }

    /// Counts the first `draws` draws of one block.
    fn block(&mut self, number: u32, draws: usize) -> Result<(), SmaaError> {
        let mut rng = stream(self.settings, u64::from(number));
        self.space.fill(&mut rng, &mut self.weights)?;
        for start in (0..draws).step_by(LANES) {
            let weights: Vec<Row> =
                self.weights.chunks_exact(BLOCK).map(|all| row(all, start)).collect();
            if self.model.draws_scores() {
                self.model.drawn_totals(&weights, &mut rng, &mut self.totals);
            } else {
                self.model.totals(&weights, &mut self.totals);
            }
            let lanes = LANES.min(draws - start);
            match self.settings.depth {
                Depth::FirstRank => self.count_first(start, lanes),
                Depth::AllRanks | Depth::Pairwise => self.place(start, lanes),
            }
        }
        if self.settings.depth > Depth::FirstRank {
            self.count_ranks(draws);
        }
        if self.settings.depth == Depth::Pairwise {
            self.count_wins(draws);
        }
        Ok(())
    }

    /// Counts only who is first.
    fn count_first(&mut self, start: usize, lanes: usize) {
        let peaks: Vec<Row> = self.totals.chunks(PEAK).map(peak).collect();
        let best = peak(&peaks);
        for lane in 0..lanes {
            let chunks = peaks.iter().zip(self.totals.chunks(PEAK)).enumerate();
            for (chunk, (_, totals)) in chunks.filter(|(_, (peak, _))| peak[lane] == best[lane]) {
                for (at, _) in totals.iter().enumerate().filter(|(_, t)| t[lane] == best[lane]) {
                    let bid = chunk * PEAK + at;
                    self.tally.rank(0)[bid] += 1;
                    let weights = self.weights.chunks_exact(BLOCK).map(|all| all[start + lane]);
                    self.tally.add_central(bid, weights);
                }
            }
        }
    }

    /// Puts all bids in order in a few draws.
    fn place(&mut self, start: usize, lanes: usize) {
        self.coding.keys(&self.totals, &mut self.keys);
        order::sort(&mut self.keys);
        for (order, keys) in self.order.iter_mut().zip(&self.keys) {
            let bids = keys.map(|key| self.coding.bid(key));
            order[start..start + LANES].copy_from_slice(&bids);
        }
        let doubtful = self.coding.doubtful(&self.keys);
        for lane in (0..lanes).filter(|lane| doubtful[*lane]) {
            self.settle(start + lane, lane);
        }
    }

    /// Settles by the totals what keys could not tell apart. A draw in which bids have the same
    /// total is counted here, and its column gets a bid that does not exist.
    fn settle(&mut self, draw: usize, lane: usize) {
        let total = |bid: u16| self.totals[usize::from(bid)][lane];
        let mut column: Vec<u16> = self.order.iter().map(|order| order[draw]).collect();
        let mut tied = false;
        let mut start = 0;
        for alike in
            self.keys.chunk_by(|a, b| self.coding.total(a[lane]) == self.coding.total(b[lane]))
        {
            let bids = &mut column[start..start + alike.len()];
            bids.sort_by(|one, two| total(*two).total_cmp(&total(*one)).then(one.cmp(two)));
            tied |= bids.windows(2).any(|pair| total(pair[0]) == total(pair[1]));
            start += alike.len();
        }
        if !tied {
            self.order.iter_mut().zip(column).for_each(|(order, bid)| order[draw] = bid);
            return;
        }
        let mut rank = 0;
        for (place, bid) in column.iter().enumerate() {
            if place > 0 && total(*bid) < total(column[place - 1]) {
                rank = place;
            }
            let bid = usize::from(*bid);
            self.tally.rank(rank)[bid] += 1;
            if rank == 0 {
                let weights = self.weights.chunks_exact(BLOCK).map(|all| all[draw]);
                self.tally.add_central(bid, weights);
            }
            if let Some(ranks) = self.ranks.get_mut(bid) {
                ranks[draw] = rank as i16;
            }
        }
        let nobody = column.len() as u16;
        self.order.iter_mut().for_each(|order| order[draw] = nobody);
    }

    /// Counts the ranks of all draws without ties.
    fn count_ranks(&mut self, draws: usize) {
        for (rank, order) in self.order.iter().enumerate() {
            let counts = self.tally.rank(rank);
            order[..draws].iter().for_each(|bid| counts[usize::from(*bid)] += 1);
        }
        for (draw, bid) in self.order[0][..draws].iter().enumerate() {
            if usize::from(*bid) < self.model.bids {
                let weights = self.weights.chunks_exact(BLOCK).map(|all| all[draw]);
                self.tally.add_central(usize::from(*bid), weights);
            }
        }
    }

    /// Counts for every two bids in how many draws the first has the better rank.
    fn count_wins(&mut self, draws: usize) {
        for (rank, order) in self.order.iter().enumerate() {
            for (draw, bid) in order[..draws].iter().enumerate() {
                if let Some(ranks) = self.ranks.get_mut(usize::from(*bid)) {
                    ranks[draw] = rank as i16;
                }
            }
        }
        let rows = self.tally.wins.chunks_exact_mut(self.model.bids);
        for (wins, one) in rows.zip(&self.ranks) {
            for (wins, two) in wins.iter_mut().zip(&self.ranks) {
                let better = one[..draws].iter().zip(&two[..draws]).map(|(a, b)| u16::from(a < b));
                *wins += u32::from(better.sum::<u16>());
            }
        }
    }
}

fn row(all: &[f64], start: usize) -> Row {
    std::array::from_fn(|lane| all[start + lane])
}

/// The highest total per draw.
fn peak(totals: &[Row]) -> Row {
    let mut best = [0.0; LANES];
    for totals in totals {
        for lane in 0..LANES {
            best[lane] = if totals[lane] > best[lane] { totals[lane] } else { best[lane] };
        }
    }
    best
}
