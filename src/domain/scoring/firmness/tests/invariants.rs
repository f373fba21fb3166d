//! Invariants 13 and 14 of `evaluation.md` chapter 8.

use super::*;
use proptest::prelude::*;

/// A few bids with values in tenths, so that ties happen.
fn problems() -> impl Strategy<Value = Problem> {
    (1_usize..5, 1_usize..7).prop_flat_map(|(criteria, bids)| {
        let weights = prop::collection::vec(1_i64..10, criteria);
        let values = prop::collection::vec(prop::collection::vec(0_i64..=10, criteria), bids);
        (weights, values).prop_map(|(weights, values)| {
            let exact =
                |numbers: Vec<i64>| numbers.into_iter().map(Exact::from).collect::<Vec<_>>();
            let tenths = |values: Vec<i64>| {
                let values = exact(values).iter().map(|value| value * &x("1/10")).collect();
                BidValues::settled(values)
            };
            Problem::new(&exact(weights), values.into_iter().map(tenths).collect()).unwrap()
        })
    })
}

/// The totals when one criterion has this share and the others keep their proportions.
fn totals_at(problem: &Problem, criterion: usize, share: &Exact) -> Vec<Exact> {
    let rest = &x("1") - &problem.weights()[criterion];
    let factor = (&x("1") - share).divided_by(&rest).unwrap();
    let mut weights: Vec<Exact> = problem.weights().iter().map(|weight| weight * &factor).collect();
    weights[criterion] = share.clone();
    Problem::new(&weights, problem.bids().to_vec()).unwrap().totals()
}

proptest! {
    /// Invariant 14: the range holds the published weight, the winner stays first within it and
    /// ties at its ends.
    #[test]
    fn a_stability_range_contains_the_weight_and_ends_in_a_tie(problem in problems()) {
        let winner = problem.leader();
        let ranges = weight_stability(&problem, winner).unwrap();
        for (criterion, range) in ranges.iter().enumerate() {
            let published = &problem.weights()[criterion];
            prop_assert!(&range.low <= published && published <= &range.high);
            if problem.weights().len() == 1 {
                continue;
            }
            for (end, border) in [(&range.low, x("0")), (&range.high, x("1"))] {
                let totals = totals_at(&problem, criterion, end);
                prop_assert!(totals.iter().all(|total| total <= &totals[winner]));
                if end == &border {
                    continue;
                }
                let ties = totals.iter().filter(|total| *total == &totals[winner]).count();
                prop_assert!(ties > 1, "nobody ties at {}", end);
                let beyond = end + &(&(&border - end) * &x("1/1000"));
                let totals = totals_at(&problem, criterion, &beyond);
                prop_assert!(totals.iter().any(|total| total > &totals[winner]));
            }
        }
    }

    #[test]
    fn the_smallest_set_of_changes_is_the_smallest(problem in problems()) {
        let step = |value: &Exact, by: &str| {
            let to = value + &x(by);
            (!to.is_negative() && to <= x("1")).then_some(Landing::On(to))
        };
        let steps = |value: &Exact| Steps { down: step(value, "-1/5"), up: step(value, "1/5") };
        let of_bid = |bid: &BidValues| bid.values.iter().map(steps).collect::<Vec<_>>();
        let steps: Vec<Vec<Steps>> = problem.bids().iter().map(of_bid).collect();
        let winner = problem.leader();
        let upsets = upsets(&problem, winner, &steps);
        for upset in &upsets {
            let mut changed = problem.bids().to_vec();
            for change in &upset.changes {
                let by = if change.step == Step::Up { "1/5" } else { "-1/5" };
                let value = &mut changed[change.bid].values[change.criterion];
                *value = &*value + &x(by);
            }
            let totals = Problem::new(problem.weights(), changed).unwrap().totals();
            let UpsetKind::Overtaken { by } = upset.kind else { panic!("nothing is a knock-out") };
            prop_assert!(totals[by] > totals[winner]);
        }
        let one_is_enough = single_changes(&problem, &steps).any(|changed| {
            let totals = changed.totals();
            totals.iter().any(|total| total > &totals[winner])
        });
        prop_assert_eq!(one_is_enough, upsets.first().is_some_and(|upset| upset.changes.len() == 1));
    }

    /// Invariant 13: rows add up to 1, columns too where nobody ties, one of two bids is higher in
    /// every draw, and a bid that is dominated is never first.
    #[test]
    fn ranks_of_a_bid_add_up_and_better_bids_are_never_lower(
        problem in problems(), seed in any::<u64>(), samples in 1_u32..400,
    ) {
        let wanted = SmaaSettings { seed: Seed::from_number(seed), ..settings(WeightSpace::Uniform, samples) };
        let found = smaa(&problem, &wanted).unwrap();
        let bids = problem.bids();
        for (one, values) in bids.iter().enumerate() {
            let sum: f64 = found.acceptability(one).iter().sum();
            prop_assert!((sum - 1.0).abs() < 1e-9);
            for (two, others) in bids.iter().enumerate() {
                let (p, q) = (found.pairwise(one)[two], found.pairwise(two)[one]);
                let tie = values == others;
                let expected = if tie { 0.0 } else { 1.0 };
                prop_assert!((p + q - expected).abs() < 1e-9);
                let at_least = values.values.iter().zip(&others.values).all(|(a, b)| a >= b);
                if at_least && !tie {
                    prop_assert_eq!(found.acceptability(two)[0], 0.0);
                    prop_assert_eq!(p, 1.0);
                }
            }
        }
        let different = bids.iter().enumerate().all(|(at, bid)| !bids[..at].contains(bid));
        for rank in (0..bids.len()).filter(|_| different) {
            let sum: f64 = (0..bids.len()).map(|bid| found.acceptability(bid)[rank]).sum();
            prop_assert!((sum - 1.0).abs() < 1e-9);
        }
    }

    /// Invariant 13: central weights add up to 1, and the bid is first with them.
    #[test]
    fn a_bid_is_first_with_its_central_weights(problem in problems(), samples in 1_u32..400) {
        let found = smaa(&problem, &settings(WeightSpace::Uniform, samples)).unwrap();
        for bid in 0..problem.bids().len() {
            prop_assert_eq!(found.central_weights(bid).is_some(), found.acceptability(bid)[0] > 0.0);
            let Some(weights) = found.central_weights(bid) else { continue };
            prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            let total = |other: &BidValues| {
                other.values.iter().zip(weights).map(|(value, weight)| value.to_f64() * weight).sum::<f64>()
            };
            let best = problem.bids().iter().map(total).fold(0.0, f64::max);
            prop_assert!(total(&problem.bids()[bid]) >= best - 1e-9);
        }
    }
}

/// The problem after each single step of a grade.
fn single_changes(problem: &Problem, steps: &[Vec<Steps>]) -> impl Iterator<Item = Problem> {
    let cells = steps.iter().enumerate().flat_map(|(bid, steps)| {
        let ends = steps.iter().enumerate();
        ends.flat_map(move |(criterion, steps)| {
            [&steps.down, &steps.up].into_iter().flatten().map(move |to| (bid, criterion, to))
        })
    });
    cells.filter_map(|(bid, criterion, to)| {
        let Landing::On(value) = to else { return None };
        let mut changed = problem.bids().to_vec();
        changed[bid].values[criterion] = value.clone();
        Some(Problem::new(problem.weights(), changed).unwrap())
    })
}
