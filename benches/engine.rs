//! How fast the engine is, on the sizes of its goals: 500 bids and 12 criteria or assessors.
//! `cargo bench --bench engine`; beside it, on the same machine, `benches/engine_numpy.py`.
//! The engine is pure, so it is taken in as it stands, without a door in the library for it.

#![expect(clippy::unwrap_used, reason = "a measuring tool stops where its example is wrong")]

#[path = "../src/domain/scoring/mod.rs"]
#[allow(dead_code, unused_imports, reason = "a library of its own, used in part")]
mod scoring;

use std::num::NonZeroUsize;

use divan::{Bencher, black_box, black_box_drop};
use scoring::firmness::{
    BidValues, Depth, Problem, Scores, SmaaSettings, WeightSpace, smaa, weight_stability,
};
use scoring::panel::{Ratings, Statistic, agreement, assessor_profiles};
use scoring::{BidGrades, Criterion, Exact, Method, Scale, Scheme, Seed, score_bids};

const BIDS: usize = 500;
const CRITERIA: usize = 12;
const ASSESSORS: usize = 12;
const DRAWS: u32 = 10_000;

/// The allocator of the program.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

/// Numbers that look random and are the same every time (xorshift64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end) as i64
    }
}

/// Values spread evenly over 0 to 1, and three assessors around each.
fn problem() -> Problem {
    let mut numbers = Numbers(2027);
    let mut value = || Exact::from(numbers.below(10_001)).divided_by(&Exact::from(10_000)).unwrap();
    let mut bid = || BidValues {
        values: (0..CRITERIA).map(|_| value()).collect(),
        given: (0..CRITERIA).map(|_| (0..3).map(|_| value()).collect()).collect(),
    };
    let bids = (0..BIDS).map(|_| bid()).collect();
    Problem::new(&[(); CRITERIA].map(|()| Exact::from(1)), bids).unwrap()
}

fn settings(depth: Depth, threads: usize) -> SmaaSettings {
    SmaaSettings {
        weights: WeightSpace::Uniform,
        scores: Scores::AsGiven,
        depth,
        samples: DRAWS,
        seed: Seed::from_number(7),
        threads: NonZeroUsize::new(threads).unwrap(),
    }
}

fn rank_acceptability(bencher: Bencher<'_, '_>, depth: Depth, threads: usize) {
    let (problem, settings) = (problem(), settings(depth, threads));
    bencher.bench_local(|| smaa(black_box(&problem), &settings));
}

#[divan::bench(args = [1, 2], sample_count = 50)]
fn smaa_first_rank(bencher: Bencher<'_, '_>, threads: usize) {
    rank_acceptability(bencher, Depth::FirstRank, threads);
}

#[divan::bench(args = [1, 2], sample_count = 50)]
fn smaa_all_ranks(bencher: Bencher<'_, '_>, threads: usize) {
    rank_acceptability(bencher, Depth::AllRanks, threads);
}

#[divan::bench(args = [1, 2], sample_count = 20)]
fn smaa_pairwise(bencher: Bencher<'_, '_>, threads: usize) {
    rank_acceptability(bencher, Depth::Pairwise, threads);
}

#[divan::bench(args = [1, 2], sample_count = 5)]
fn smaa_all_ranks_million_draws(bencher: Bencher<'_, '_>, threads: usize) {
    let (problem, settings) = (problem(), settings(Depth::AllRanks, threads));
    let settings = SmaaSettings { samples: 1_000_000, ..settings };
    bencher.bench_local(|| smaa(black_box(&problem), &settings));
}

#[divan::bench(sample_count = 10)]
fn weight_stability_ranges(bencher: Bencher<'_, '_>) {
    let problem = problem();
    let leader = problem.leader();
    bencher.bench_local(|| weight_stability(black_box(&problem), leader));
}

/// Grades 1 to 5 of 12 assessors; with holes, one in ten is missing.
fn grades(holes: u64) -> Vec<Vec<Option<f64>>> {
    let mut numbers = Numbers(2027);
    let mut grade = || {
        let grade = numbers.below(5) + 1;
        (numbers.below(10) >= holes as i64).then_some(grade as f64)
    };
    (0..ASSESSORS).map(|_| (0..BIDS).map(|_| grade()).collect()).collect()
}

/// From a matrix with holes, as the Python package gets it too.
#[divan::bench(args = [
    Statistic::AlphaNominal, Statistic::AlphaOrdinal, Statistic::AlphaInterval, Statistic::AlphaRatio,
])]
fn alpha(bencher: Bencher<'_, '_>, statistic: Statistic) {
    let ratings = Ratings::new(&grades(1)).unwrap();
    bencher.bench_local(|| agreement(black_box(&ratings), statistic).value);
}

#[divan::bench]
fn all_six_icc(bencher: Bencher<'_, '_>) {
    let grades = grades(0);
    bencher.bench_local(|| {
        Ratings::new(black_box(&grades))
            .map(|ratings| Statistic::ICC.map(|form| agreement(&ratings, form).value))
    });
}

#[divan::bench]
fn kendall_w_and_profiles(bencher: Bencher<'_, '_>) {
    let grades = grades(0);
    bencher.bench_local(|| {
        let ratings = Ratings::new(black_box(&grades));
        ratings.map(|all| (agreement(&all, Statistic::KendallW).value, assessor_profiles(&all)))
    });
}

#[divan::bench(sample_count = 50)]
fn exact_ranking(bencher: Bencher<'_, '_>) {
    let mut numbers = Numbers(2027);
    let criterion = |at: usize| Criterion {
        code: format!("q{at}"),
        weight: Exact::from(if at == 0 { 12 } else { 8 }),
        scale: Scale::range(Exact::zero(), Exact::from(10)),
        threshold: None,
    };
    let scheme = Scheme::new(Method::default(), (0..CRITERIA).map(criterion).collect());
    let mut bid = |at: usize| BidGrades {
        id: format!("bid {at}"),
        price: None,
        grades: (0..CRITERIA).map(|at| (format!("q{at}"), numbers.below(11).into())).collect(),
        ..BidGrades::default()
    };
    let bids: Vec<BidGrades> = (0..BIDS).map(&mut bid).collect();
    bencher.bench_local(|| black_box_drop(score_bids(&scheme, black_box(&bids), None)));
}
