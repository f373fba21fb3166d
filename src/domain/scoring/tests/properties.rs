//! The invariants of `evaluation.md` chapter 8 for the methods of the pages, with thresholds,
//! tie chains, draws and every rounding. `invariants.rs` says where the others are.

use proptest::prelude::*;

use super::*;

const CODES: [&str; 4] = ["a", "b", "c", "d"];
const IDS: [&str; 6] = ["A", "B", "C", "D", "E", "F"];

fn method() -> impl Strategy<Value = Method> {
    let line = |outside| {
        move |weight: i64| {
            let rule = PriceRule { weight: Exact::from(weight), ..price_rule(outside) };
            Method::WeightedAbsolute(rule)
        }
    };
    prop_oneof![
        Just(Method::default()),
        (0_i64..=60).prop_map(line(Outside::Clamp)),
        (0_i64..=60).prop_map(line(Outside::Extend)),
        (0_i64..=60).prop_map(line(Outside::Exclude)),
    ]
}

/// A scheme of four criteria whose weights add up to 100 whatever the shares are.
fn schemes() -> impl Strategy<Value = Scheme> {
    // Equal weights make ties, which random ones hardly ever do.
    let shares =
        prop_oneof![Just(vec![1; CODES.len()]), prop::collection::vec(1_i64..20, CODES.len()),];
    let thresholds = prop::collection::vec(prop::option::of(0_i64..4), CODES.len());
    let ties = (prop::sample::subsequence(CODES.to_vec(), 0..=2), any::<bool>());
    let rounding = (
        0_u8..3,
        prop::sample::select(vec![
            RoundingMode::HalfUp,
            RoundingMode::HalfEven,
            RoundingMode::Truncate,
        ]),
    );
    (method(), shares, thresholds, ties, rounding).prop_map(
        |(method, shares, thresholds, (keys, draws), (digits, mode))| {
            let mut scheme = Scheme::new(method, Vec::new());
            let left = &scheme.full_marks - &scheme.weight_sum();
            let all = Exact::from(shares.iter().sum::<i64>());
            for ((code, share), threshold) in CODES.iter().zip(&shares).zip(&thresholds) {
                let weight = (&left * &Exact::from(*share)).divided_by(&all).unwrap();
                scheme.criteria.push(Criterion {
                    code: (*code).into(),
                    weight,
                    scale: Scale::range(x("0"), x("10")),
                    threshold: threshold.map(Exact::from),
                });
            }
            scheme.ties.keys =
                keys.into_iter().map(|code| TieKey::Criterion(code.into())).collect();
            scheme.ties.end = if draws { TieEnd::Draw } else { TieEnd::StaysTied };
            scheme.rounding = Rounding { digits, mode };
            scheme
        },
    )
}

fn one_bid(id: &'static str) -> impl Strategy<Value = BidGrades> {
    let few = prop::collection::vec(prop::sample::select(vec![8, 12, 16]), CODES.len());
    let halves = prop_oneof![3 => few, 1 => prop::collection::vec(0_i64..=20, CODES.len())];
    let price = prop_oneof![prop::sample::select(vec![90, 100]), 70_i64..150];
    (halves, price).prop_map(move |(halves, price)| {
        let grades = CODES.iter().zip(halves);
        let half = |value: i64| Exact::from(value).divided_by(&Exact::from(2)).unwrap();
        BidGrades {
            id: id.into(),
            price: Some(Exact::from(price * 1000)),
            grades: grades.map(|(code, value)| ((*code).into(), half(value))).collect(),
            ..BidGrades::default()
        }
    })
}

fn bids() -> impl Strategy<Value = Vec<BidGrades>> {
    let all = Vec::from(IDS.map(one_bid));
    (all, 1..=IDS.len()).prop_map(|(mut bids, count)| {
        bids.truncate(count);
        bids
    })
}

fn scored(scheme: &Scheme, bids: &[BidGrades]) -> Outcome {
    score_bids(scheme, bids, Some(&Seed::from_number(1))).unwrap()
}

fn places(outcome: &Outcome) -> Vec<(String, Option<usize>)> {
    let mut places: Vec<_> = outcome.bids.iter().map(|bid| (bid.id.clone(), bid.place())).collect();
    places.sort();
    places
}

/// The ranked bids other than `without`, as pairs (first, second, same place).
fn order_without(outcome: &Outcome, without: &str) -> Vec<(String, String, bool)> {
    let kept: Vec<_> = outcome.ranking().filter(|(_, bid)| bid.id != without).collect();
    let pair = |pair: &[(usize, &BidOutcome)]| {
        (pair[0].1.id.clone(), pair[1].1.id.clone(), pair[0].0 == pair[1].0)
    };
    kept.windows(2).map(pair).collect()
}

fn rank_or_last(outcome: &Outcome, id: &str) -> usize {
    outcome.bid(id).and_then(BidOutcome::place).unwrap_or(usize::MAX)
}

proptest! {
    /// Invariant 1: a better grade never lowers that bid's rank; nor does a lower price above the
    /// floor.
    #[test]
    fn better_never_ranks_lower(scheme in schemes(), bids in bids(), which in 0_usize..6, code in 0_usize..4) {
        let which = which % bids.len();
        let before = rank_or_last(&scored(&scheme, &bids), &bids[which].id);
        let mut better = bids.clone();
        better[which].grades.insert(CODES[code].into(), x("10"));
        prop_assert!(rank_or_last(&scored(&scheme, &better), &bids[which].id) <= before);
        let mut cheaper = bids.clone();
        cheaper[which].price = cheaper[which].price.take().min(Some(x("80000")));
        if bids[which].price >= Some(x("80000")) {
            prop_assert!(rank_or_last(&scored(&scheme, &cheaper), &bids[which].id) <= before);
        }
    }

    /// Invariant 2: a bid that falls away keeps the order of the others, the draw included.
    #[test]
    fn others_keep_their_order(scheme in schemes(), bids in bids(), which in 0_usize..6) {
        let gone = bids[which % bids.len()].id.clone();
        let left: Vec<_> = bids.iter().filter(|bid| bid.id != gone).cloned().collect();
        prop_assert_eq!(
            order_without(&scored(&scheme, &bids), &gone),
            order_without(&scored(&scheme, &left), &gone)
        );
    }

    /// Invariant 3: the order of bids and criteria does not matter, nor do names outside the draw.
    #[test]
    fn order_of_input_and_names_do_not_matter(scheme in schemes(), bids in bids()) {
        let outcome = scored(&scheme, &bids);
        let mut turned = scheme.clone();
        turned.criteria.reverse();
        let backwards: Vec<_> = bids.iter().rev().cloned().collect();
        prop_assert_eq!(places(&scored(&turned, &backwards)), places(&outcome));

        let mut shared = scheme;
        shared.ties.end = TieEnd::StaysTied;
        let renamed = bids.iter().map(|bid| BidGrades { id: format!("x{}", bid.id), ..bid.clone() });
        let named = places(&scored(&shared, &bids)).into_iter().map(|(id, place)| (format!("x{id}"), place));
        prop_assert_eq!(
            places(&scored(&shared, &renamed.collect::<Vec<_>>())),
            named.collect::<Vec<_>>()
        );
    }

    /// Invariant 5: points stay within their weights; identical bids get identical totals and
    /// places.
    #[test]
    fn points_keep_within_bounds(scheme in schemes(), bids in bids()) {
        let mut scheme = scheme;
        scheme.ties.end = TieEnd::StaysTied;
        let mut twins = bids.clone();
        twins.push(BidGrades { id: "twin".into(), ..bids[0].clone() });
        let outcome = scored(&scheme, &twins);
        let (one, twin) = (outcome.bid(&bids[0].id).unwrap(), outcome.bid("twin").unwrap());
        prop_assert_eq!((&one.total, one.place()), (&twin.total, twin.place()));
        let clamps = scheme.price_rule().is_none_or(|rule| rule.below == Outside::Clamp);
        for bid in outcome.bids.iter().filter(|_| clamps) {
            let total = bid.exact_total().unwrap();
            prop_assert!(!total.is_negative() && total <= &scheme.full_marks);
        }
    }

    /// Invariant 6: nowhere worse and somewhere better with a weight: strictly more points.
    #[test]
    fn dominance_is_strict(scheme in schemes(), bids in bids(), code in 0_usize..4) {
        let mut better = bids[0].clone();
        let grade = &better.grades[CODES[code]] + &x("1/2");
        better.grades.insert(CODES[code].into(), grade.clone());
        prop_assume!(grade <= x("10"));
        let total = |bid: &BidGrades| {
            scored(&scheme, std::slice::from_ref(bid)).bids[0].exact_total().cloned().unwrap()
        };
        prop_assert!(total(&better) > total(&bids[0]));
    }

    /// Invariant 8: a bid that falls out has no place; without it everyone else is where they were.
    #[test]
    fn the_excluded_change_nobody(scheme in schemes(), bids in bids()) {
        let outcome = scored(&scheme, &bids);
        let fell_out = |id: &str| matches!(outcome.bid(id).unwrap().standing, Standing::Excluded { .. });
        let left: Vec<_> = bids.iter().filter(|bid| !fell_out(&bid.id)).cloned().collect();
        let kept: Vec<_> = places(&outcome).into_iter().filter(|(id, _)| !fell_out(id)).collect();
        prop_assert_eq!(places(&scored(&scheme, &left)), kept);
        for bid in &outcome.bids {
            prop_assert_eq!(bid.place().is_none(), fell_out(&bid.id));
        }
    }

    /// Invariant 9: the published total is the exact one rounded once, and places follow it.
    #[test]
    fn places_follow_rounded_totals(scheme in schemes(), bids in bids()) {
        let outcome = scored(&scheme, &bids);
        for bid in &outcome.bids {
            let exact = bid.exact_total().unwrap();
            prop_assert_eq!(bid.total.as_ref(), Some(&scheme.rounding.round(exact)));
        }
        let ranked: Vec<_> = outcome.ranking().collect();
        for pair in ranked.windows(2) {
            prop_assert!(pair[0].1.total >= pair[1].1.total);
            prop_assert!(pair[0].0 < pair[1].0 || pair[0].1.total == pair[1].1.total);
        }
    }

    /// Invariant 10: after the chain every tie is resolved, shared by rule, or marked for the draw.
    #[test]
    fn every_tie_has_an_answer(scheme in schemes(), bids in bids(), seeded in any::<bool>()) {
        let seed = Seed::from_number(1);
        let outcome = score_bids(&scheme, &bids, seeded.then_some(&seed)).unwrap();
        let ranked: Vec<_> = outcome.ranking().collect();
        for (place, bid) in &ranked {
            let shares = ranked.iter().filter(|(other, _)| other == place).count() > 1;
            let settled = bid.tie().map(|tie| tie.settled.clone());
            let expected = match (scheme.ties.end, seeded) {
                (TieEnd::StaysTied, _) => Some(Settled::Shared),
                (TieEnd::Draw, false) => Some(Settled::AwaitsDraw),
                (TieEnd::Draw, true) => None,
            };
            prop_assert_eq!(shares.then_some(settled.clone()), shares.then_some(expected));
            prop_assert!(shares || !matches!(settled, Some(Settled::Shared | Settled::AwaitsDraw)));
        }
    }

    /// Invariant 12: the trace adds up exactly, at every node.
    #[test]
    fn the_trace_adds_up(scheme in schemes(), bids in bids()) {
        for bid in scored(&scheme, &bids).bids {
            let trace = bid.trace.unwrap();
            for node in std::iter::once(&trace).chain(&trace.parts).filter(|node| !node.parts.is_empty()) {
                prop_assert_eq!(&node.points, &node.parts.iter().map(|part| &part.points).sum());
            }
            prop_assert_eq!(&trace.points, &trace.leaves().iter().map(|leaf| &leaf.points).sum());
        }
    }

    /// What a step shows is what scoring would answer after it.
    #[test]
    fn a_step_shows_what_scoring_would_answer(scheme in schemes(), bids in bids(), code in 0_usize..4) {
        let mut scheme = scheme;
        let halves: Vec<String> = (0..=20).map(|half| format!("{half}/2")).collect();
        let halves: Vec<&str> = halves.iter().map(String::as_str).collect();
        scheme.criteria[code].scale = worded(&halves, 0);
        let seed = Seed::from_number(1);
        let effects = step_effects(&scheme, &bids, &bids[0].id, Some(&seed)).unwrap();
        for change in [&effects[code].up, &effects[code].down].into_iter().flatten() {
            let mut changed = bids.clone();
            changed[0].grades.insert(CODES[code].into(), change.grade.clone());
            let outcome = scored(&scheme, &changed);
            let bid = outcome.bid(&bids[0].id).unwrap();
            prop_assert_eq!((&change.total, change.place), (&bid.total, bid.place()));
        }
    }
}
