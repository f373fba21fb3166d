//! The fast way against a plain one, and what must not change a single bit.

use fearless_simd::Level;
use proptest::prelude::*;

use super::super::super::{Exact, Seed};
use super::super::problem::{BidValues, Problem};
use super::*;

/// Counted in the plainest way: per rank and bid, and per two bids.
fn plain(problem: &Problem, settings: &SmaaSettings) -> (Vec<u32>, Vec<u32>) {
    let space = weights::Space::new(problem, &settings.weights).unwrap();
    let model = totals::Model::new(problem, settings.scores);
    let bids = model.bids;
    let (mut by_rank, mut wins) = (vec![0; bids * (bids + 1)], vec![0; bids * bids]);
    let mut weights = vec![0.0; model.criteria * block::BLOCK];
    for draw in 0..settings.samples as usize {
        let (number, lane) = (draw / block::BLOCK, draw % block::BLOCK);
        if lane == 0 {
            space.fill(&mut block::stream(settings, number as u64), &mut weights).unwrap();
        }
        let drawn: Vec<f64> = weights.chunks_exact(block::BLOCK).map(|row| row[lane]).collect();
        let total = |values: &[f64]| {
            let parts = values.iter().zip(&drawn).map(|(value, weight)| value * weight);
            parts.fold(0.0, |sum, part| sum + part) + totals::GRID
        };
        let totals: Vec<f64> = model.rows().map(total).collect();
        for (one, total) in totals.iter().enumerate() {
            by_rank[totals.iter().filter(|other| *other > total).count() * (bids + 1) + one] += 1;
            for (two, other) in totals.iter().enumerate() {
                wins[one * bids + two] += u32::from(total > other);
            }
        }
    }
    (by_rank, wins)
}

/// Bids on a coarse grid, so that keys and totals collide, and some with a price out of range.
fn problems() -> impl Strategy<Value = Problem> {
    let grids = prop_oneof![Just(1_i64), Just(3), Just(1_000), Just(1 << 40)];
    (1_usize..5, 1_usize..80, grids, -1_i64..2).prop_flat_map(|(criteria, bids, grid, shift)| {
        let value = (0..=grid).prop_map(move |above| {
            let value = Exact::from(above + shift * grid).divided_by(&Exact::from(grid));
            value.unwrap()
        });
        let bid = prop::collection::vec(value, criteria).prop_map(BidValues::settled);
        prop::collection::vec(bid, bids)
            .prop_map(move |bids| Problem::new(&vec![Exact::from(1); criteria], bids).unwrap())
    })
}

fn settings(depth: Depth, samples: u32, threads: usize) -> SmaaSettings {
    SmaaSettings {
        weights: WeightSpace::Uniform,
        scores: Scores::AsGiven,
        depth,
        samples,
        seed: Seed::from_number(20_27),
        threads: NonZeroUsize::new(threads).unwrap(),
    }
}

proptest! {
    #[test]
    fn the_counts_are_those_of_the_plain_way(problem in problems(), samples in 1_u32..300) {
        let found = smaa(&problem, &settings(Depth::Pairwise, samples, 1)).unwrap();
        let (by_rank, wins) = plain(&problem, &settings(Depth::Pairwise, samples, 1));
        prop_assert_eq!(&found.by_rank.chunks(found.bids + 1).map(|c| &c[..found.bids]).collect::<Vec<_>>(),
            &by_rank.chunks(found.bids + 1).map(|c| &c[..found.bids]).collect::<Vec<_>>());
        prop_assert_eq!(&found.wins, &wins);
        let first = smaa(&problem, &settings(Depth::FirstRank, samples, 1)).unwrap();
        prop_assert_eq!(&first.by_rank[..found.bids], &found.by_rank[..found.bids]);
        prop_assert_eq!(&first.central, &found.central);
    }

    #[test]
    fn threads_and_registers_change_nothing(problem in problems(), samples in 1_u32..1_000) {
        for depth in [Depth::FirstRank, Depth::Pairwise] {
            let one = smaa(&problem, &settings(depth, samples, 1)).unwrap();
            let three = smaa(&problem, &settings(depth, samples, 3)).unwrap();
            prop_assert_eq!(&one, &three);
            let wanted = settings(depth, samples, 1);
            let space = weights::Space::new(&problem, &wanted.weights).unwrap();
            let model = totals::Model::new(&problem, wanted.scores);
            let plain = block::run(&space, &model, &wanted, Level::baseline()).unwrap();
            prop_assert_eq!(plain.central_weights(), one.central);
            prop_assert_eq!((plain.by_rank, plain.wins), (one.by_rank, one.wins));
        }
    }
}

#[test]
fn lists_of_every_length_are_sorted() {
    let mut number = 1_u32;
    for length in 0..300 {
        let mut next = |_| {
            number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            number >> (number % 31)
        };
        let mut keys: Vec<_> =
            (0..length).map(|_| totals::Lanes(std::array::from_fn(&mut next))).collect();
        let mut expected: Vec<Vec<u32>> =
            (0..totals::LANES).map(|lane| keys.iter().map(|key| key.0[lane]).collect()).collect();
        expected.iter_mut().for_each(|lane| lane.sort_unstable());
        order::sort(&mut keys);
        for (lane, expected) in expected.iter().enumerate() {
            assert!(keys.iter().map(|key| key.0[lane]).eq(expected.iter().copied()), "{length}");
        }
    }
}

/// More draws than the small counters hold, with a bid that is always first.
#[test]
fn small_counters_do_not_overflow() {
    let bid = |value: i64| BidValues::settled(vec![Exact::from(value)]);
    let problem = Problem::new(&[Exact::from(1)], vec![bid(1), bid(0)]).unwrap();
    for depth in [Depth::FirstRank, Depth::AllRanks] {
        let found = smaa(&problem, &settings(depth, 200_001, 1)).unwrap();
        assert_eq!((found.acceptability(0)[0], found.acceptability(1)[0]), (1.0, 0.0));
        assert_eq!(found.central_weights(0), Some(&[1.0][..]));
    }
}

/// Pinned: a seed must give the same draws in ten years and on every processor. A second
/// implementation, written from the words in `block.rs` and `weights.rs`, gives these too, to
/// the last bit or the one before it.
#[test]
fn a_seed_can_be_repeated() {
    let problem = Problem::new(
        &[Exact::from(1), Exact::from(1)],
        vec![BidValues::settled(vec![Exact::from(1), Exact::from(0)])],
    );
    let space = weights::Space::new(&problem.unwrap(), &WeightSpace::Uniform).unwrap();
    let mut weights = vec![0.0; 2 * block::BLOCK];
    let wanted = settings(Depth::AllRanks, 1, 1);
    space.fill(&mut block::stream(&wanted, 1), &mut weights).unwrap();
    let bits = [weights[0], weights[1], weights[block::BLOCK]].map(f64::to_bits);
    assert_eq!(bits, [4595316726343329946, 4604112517418063219, 4605645242286818777]);
}

#[test]
fn the_logarithm_is_near_the_true_one() {
    let mut worst = 0.0_f64;
    for step in 1..100_000 {
        let x = f64::from(step) * 1.7e-4;
        let (found, true_one) = (exponential::log(x), x.ln());
        worst = worst.max((found - true_one).abs() / true_one.abs().max(1.0));
    }
    assert!(worst < 1e-15, "{worst}");
    assert!(exponential::unit(0) < 1.0 && exponential::unit(u64::MAX) > 0.0);
}
