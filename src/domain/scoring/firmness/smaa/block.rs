//! One block of draws after another: weights, totals, order, counts.
//!
//! `dispatch!` compiles a block once per kind of registers. What is hot is `inline(always)` and
//! has plain loops: only what becomes part of the block uses the wide ones, and iterators that
//! take closures often stay functions of their own.

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::scope;

use fearless_simd::{Level, dispatch};
use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;

use super::leaders::{Groups, Leaders};
use super::order::{self, Coding, Keys};
use super::tally::Tally;
use super::totals::{LANES, Lanes, Model, Row};
use super::weights::Space;
use super::{Depth, SmaaError, SmaaSettings};

/// The draws of one block. Part of what a seed means: another size gives other draws.
pub(super) const BLOCK: usize = 128;

/// The random stream of one block: the ChaCha8 stream with this number under the seed.
pub(super) fn stream(settings: &SmaaSettings, number: u64) -> ChaCha8Rng {
    let mut rng = ChaCha8Rng::from_seed(*settings.seed.as_bytes());
    rng.set_stream(number);
    rng
}

/// Counts all draws, shared over the threads, with registers of some kind. Which kind changes
/// the time and nothing else.
pub(super) fn run(
    space: &Space,
    model: &Model,
    settings: &SmaaSettings,
    registers: Level,
) -> Result<Tally, SmaaError> {
    let next = AtomicU32::new(0);
    let only_first = settings.depth == Depth::FirstRank && !model.draws_scores();
    let groups = only_first.then(|| Groups::new(model));
    let blocks = settings.samples.div_ceil(BLOCK as u32);
    let helpers = settings.threads.get().min(blocks as usize) - 1;
    let work = || {
        let mut worker = Worker::new(space, model, groups.as_ref(), settings);
        worker.work(&next, registers).map(|()| worker.tally)
    };
    scope(|threads| {
        let helpers: Vec<_> = (0..helpers).map(|_| threads.spawn(work)).collect();
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
    /// The weights of a few draws.
    rows: Vec<Row>,
    leaders: Option<Leaders<'a>>,
    totals: Vec<Row>,
    keys: Vec<Keys>,
    /// Place by place, which bid stands there in each draw of the block.
    order: Vec<[u16; BLOCK]>,
    /// Bid by bid, its rank in each draw of the block.
    ranks: Vec<[i16; BLOCK]>,
    tally: Tally,
}

impl<'a> Worker<'a> {
    fn new(
        space: &'a Space,
        model: &'a Model,
        groups: Option<&'a Groups>,
        settings: &'a SmaaSettings,
    ) -> Worker<'a> {
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
            rows: vec![Lanes([0.0; LANES]); model.criteria],
            leaders: groups.map(Leaders::new),
            totals: vec![Lanes([0.0; LANES]); bids],
            keys: vec![Lanes([0; LANES]); ordered],
            order: vec![[0; BLOCK]; ordered],
            ranks: vec![[0; BLOCK]; ranked],
            tally: Tally::new(bids, model.criteria, settings.depth),
        }
    }

    /// Takes blocks until there are none left.
    fn work(&mut self, next: &AtomicU32, registers: Level) -> Result<(), SmaaError> {
        let blocks = self.settings.samples.div_ceil(BLOCK as u32);
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= blocks {
                self.tally.settle();
                return Ok(());
            }
            let left = (self.settings.samples - number * BLOCK as u32) as usize;
            let draws = left.min(BLOCK);
            dispatch!(registers, _ => self.block(number, draws))?;
        }
    }

    /// Counts the first `draws` draws of one block.
    #[inline(always)]
    fn block(&mut self, number: u32, draws: usize) -> Result<(), SmaaError> {
        let mut rng = stream(self.settings, u64::from(number));
        self.tally.make_room(draws as u16);
        self.space.fill(&mut rng, &mut self.weights)?;
        for start in (0..draws).step_by(LANES) {
            for (row, all) in self.rows.iter_mut().zip(self.weights.chunks_exact(BLOCK)) {
                row.0.copy_from_slice(&all[start..start + LANES]);
            }
            let lanes = LANES.min(draws - start);
            if self.leaders.is_some() {
                self.count_leaders(start, lanes);
                continue;
            }
            if self.model.draws_scores() {
                self.model.drawn_totals(&self.rows, &mut rng, &mut self.totals);
            } else {
                self.model.totals(&self.rows, &mut self.totals);
            }
            match self.settings.depth {
                Depth::FirstRank => self.count_best(start, lanes),
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

    /// Counts only who is first, where that can be found without all totals.
    #[inline(always)]
    fn count_leaders(&mut self, start: usize, lanes: usize) {
        let Some(leaders) = &mut self.leaders else { return };
        let best = leaders.try_all(&self.rows);
        for lane in 0..lanes {
            for bid in leaders.with(lane, best.0[lane]) {
                self.tally.add_first(bid, &self.weights, start + lane);
            }
        }
    }

    /// Counts only who is first.
    fn count_best(&mut self, start: usize, lanes: usize) {
        for lane in 0..lanes {
            let best = self.totals.iter().map(|totals| totals.0[lane]).fold(0.0, f64::max);
            let bids = self.totals.iter().enumerate();
            for (bid, _) in bids.filter(|(_, totals)| totals.0[lane] == best) {
                self.tally.add_first(bid, &self.weights, start + lane);
            }
        }
    }

    /// Puts all bids in order in a few draws.
    #[inline(always)]
    fn place(&mut self, start: usize, lanes: usize) {
        self.coding.keys(&self.totals, &mut self.keys);
        order::sort(&mut self.keys);
        let doubtful = self.coding.read(&self.keys, &mut self.order, start);
        for lane in (0..lanes).filter(|lane| doubtful[*lane]) {
            self.settle(start + lane, lane);
        }
    }

    /// Settles by the totals what keys could not tell apart. A draw in which bids have the same
    /// total is counted here, and its column gets a bid that does not exist.
    fn settle(&mut self, draw: usize, lane: usize) {
        let total = |bid: u16| self.totals[usize::from(bid)].0[lane];
        let mut column: Vec<u16> = self.order.iter().map(|order| order[draw]).collect();
        let mut tied = false;
        let mut start = 0;
        for alike in
            self.keys.chunk_by(|a, b| self.coding.total(a.0[lane]) == self.coding.total(b.0[lane]))
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
            if rank == 0 {
                self.tally.add_first(bid, &self.weights, draw);
            } else {
                self.tally.rank(rank)[bid] += 1;
            }
            if let Some(ranks) = self.ranks.get_mut(bid) {
                ranks[draw] = rank as i16;
            }
        }
        let nobody = column.len() as u16;
        self.order.iter_mut().for_each(|order| order[draw] = nobody);
    }

    /// Counts the ranks of all draws without ties.
    #[inline(always)]
    fn count_ranks(&mut self, draws: usize) {
        let Some((first, others)) = self.order.split_first() else { return };
        for (draw, bid) in first[..draws].iter().enumerate() {
            if usize::from(*bid) < self.model.bids {
                self.tally.add_first(usize::from(*bid), &self.weights, draw);
            }
        }
        for (rank, order) in (1..).zip(others) {
            let counts = self.tally.rank(rank);
            for bid in &order[..draws] {
                counts[usize::from(*bid)] += 1;
            }
        }
    }

    /// Counts for every two bids in how many draws the first has the better rank.
    #[inline(always)]
    fn count_wins(&mut self, draws: usize) {
        for (rank, order) in self.order.iter().enumerate() {
            for (draw, bid) in order[..draws].iter().enumerate() {
                if let Some(ranks) = self.ranks.get_mut(usize::from(*bid)) {
                    ranks[draw] = rank as i16;
                }
            }
        }
        for ranks in &mut self.ranks {
            // Nobody wins in the draws that are left of an earlier block.
            ranks[draws..].fill(0);
        }
        let rows = self.tally.wins.chunks_exact_mut(self.model.bids);
        for (wins, one) in rows.zip(&self.ranks) {
            for (wins, two) in wins.iter_mut().zip(&self.ranks) {
                let mut better = 0;
                for draw in 0..BLOCK {
                    better += u16::from(one[draw] < two[draw]);
                }
                *wins += u32::from(better);
            }
        }
    }
}
