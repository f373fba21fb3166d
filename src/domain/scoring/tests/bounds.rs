//! The invariants of `evaluation.md` chapter 8 that hold within one ranking, over all methods.
//! `invariants.rs` says where the others are.

use proptest::prelude::*;

use super::invariants::{all_bids, order, schemes, scored};
use super::*;

/// Where a lower price earns a bid nothing more: no price in the method, a line that is clamped,
/// a price above the multiple of the lowest, or no quality to divide by or with.
fn flat(scheme: &Scheme, bid: &BidOutcome) -> bool {
    let total = bid.exact_total().is_some_and(Exact::is_positive);
    let price = bid.trace.as_ref().and_then(Contribution::price);
    match &scheme.method {
        Method::QualityOnly { .. } | Method::Admission => true,
        Method::WeightedAbsolute(rule) => rule.above == Outside::Clamp,
        Method::LowBidLinear { .. } => price.is_some_and(|price| price.points.is_zero()),
        Method::ValueForMoney { .. } | Method::UtilityIndex(_) => !total,
        Method::AwardOnValue { .. }
        | Method::PricePerPoint { .. }
        | Method::LogPrice { .. }
        | Method::LowBidInverse(_) => false,
    }
}

/// Whether the first outcome is strictly better; one without a total is behind all others.
fn beats(scheme: &Scheme, one: &BidOutcome, two: &BidOutcome) -> bool {
    match (one.exact_total(), two.exact_total()) {
        (Some(one), Some(two)) => match scheme.method.wins() {
            Wins::Highest => one > two,
            Wins::Lowest => one < two,
        },
        (one, two) => one.is_some() && two.is_none(),
    }
}

/// The best there can be: every grade the highest, and the lowest price of the line.
fn perfect(scheme: &Scheme) -> BidGrades {
    let grades = scheme.criteria.iter().map(|one| (one.code.clone(), one.scale.max.clone()));
    BidGrades {
        id: "perfect".into(),
        price: Some(scheme.price_rule().map_or(x("70000"), |rule| rule.floor.clone())),
        grades: grades.collect(),
        ..BidGrades::default()
    }
}

proptest! {
    /// Invariant 5: every part of a sum of points lies from 0 to its weight, but for a price on
    /// a line that goes on and the logarithm, which has no lower end; the weights add up to the
    /// full marks, and the best bid there can be earns them.
    #[test]
    fn points_keep_within_their_weights(scheme in schemes(), bids in all_bids()) {
        let mut bids = bids;
        bids.push(perfect(&scheme));
        let outcome = scored(&scheme, &bids);
        if !scheme.method.adds_points() {
            return Ok(());
        }
        prop_assert_eq!(outcome.bid("perfect").unwrap().exact_total(), Some(&scheme.full_marks));
        let extends = scheme.price_rule().is_some_and(|rule| rule.above == Outside::Extend);
        let leaves = outcome.bids.iter().filter_map(|bid| bid.trace.as_ref()).flat_map(Contribution::leaves);
        for leaf in leaves {
            let (weight, lowest) = match &leaf.source {
                Source::Price { .. } if extends => continue,
                Source::ComparedPrice { formula: Compared::Logarithm { .. }, weight, .. } => (weight, None),
                Source::Criterion { weight, .. }
                | Source::Price { weight, .. }
                | Source::ComparedPrice { weight, .. } => (weight, Some(Exact::zero())),
                other => panic!("no part of a sum: {other:?}"),
            };
            prop_assert!(&leaf.points <= weight);
            prop_assert!(lowest.is_none_or(|lowest| leaf.points >= lowest));
        }
    }

    /// Invariant 5: identical bids get identical totals and places.
    #[test]
    fn twins_are_equal(scheme in schemes(), bids in all_bids()) {
        let mut twins = bids.clone();
        twins.push(BidGrades { id: "twin".into(), ..bids[0].clone() });
        let outcome = scored(&scheme, &twins);
        let (one, twin) = (outcome.bid("A").unwrap(), outcome.bid("twin").unwrap());
        prop_assert_eq!((&one.total, one.place()), (&twin.total, twin.place()));
        prop_assert_eq!(&one.trace, &twin.trace);
    }

    /// Invariant 6: nowhere worse, and better on one grade with a weight or on a price that
    /// counts: strictly the better total.
    #[test]
    fn dominance_is_strict(
        scheme in schemes(), bids in all_bids(), code in 0_usize..3, grade in 1_i64..=10, price in 1_i64..30,
    ) {
        let code = format!("q{code}");
        let raised = &bids[0].grades[&code] + &grade.into();
        let lower = bids[0].price.as_ref().map(|old| old - &Exact::from(price * 1000));
        let mut better = BidGrades { id: "better".into(), ..bids[0].clone() };
        better.grades.insert(code, raised.clone());
        let cheaper = BidGrades { id: "cheaper".into(), price: lower, ..bids[0].clone() };

        let beside = |more: &BidGrades| scored(&scheme, &[&bids[..], std::slice::from_ref(more)].concat());
        if raised <= x("10") {
            let outcome = beside(&better);
            prop_assert!(beats(&scheme, outcome.bid("better").unwrap(), outcome.bid("A").unwrap()));
        }
        let outcome = beside(&cheaper);
        let (cheaper, one) = (outcome.bid("cheaper").unwrap(), outcome.bid("A").unwrap());
        prop_assert!(flat(&scheme, cheaper) || one.total.is_none() || beats(&scheme, cheaper, one));
        prop_assert!(!flat(&scheme, cheaper) || matches!(scheme.method, Method::UtilityIndex(_)) || !beats(&scheme, one, cheaper));
    }

    /// Invariant 9: every published total is the exact one rounded once, a better published
    /// total never stands behind, and places are shared where published totals are equal. A
    /// logarithm parts bids by the twelve digits of its own rule (decision 0010), and never
    /// against the published totals.
    #[test]
    fn places_follow_published_totals(scheme in schemes(), bids in all_bids(), digits in 0_u8..4) {
        let mut scheme = scheme;
        scheme.rounding.digits = digits;
        let outcome = scored(&scheme, &bids);
        for bid in &outcome.bids {
            prop_assert_eq!(&bid.total, &bid.exact_total().map(|total| scheme.rounding.round(total)));
        }
        let ranked: Vec<_> = outcome.ranking().collect();
        for pair in ranked.windows(2) {
            let ((first, one), (second, two)) = (pair[0], pair[1]);
            let in_order = match (&one.total, &two.total) {
                (Some(one), Some(two)) if scheme.method.wins() == Wins::Highest => one >= two,
                (Some(one), Some(two)) => one <= two,
                (_, two) => two.is_none(),
            };
            prop_assert!(in_order);
            let alike = match scheme.method {
                Method::LogPrice { .. } => one.exact_total() == two.exact_total(),
                _ => one.total == two.total,
            };
            prop_assert_eq!(first == second, alike);
        }
    }

    /// Invariant 10: whatever the method, a seed leaves nobody in a shared place, equal bids
    /// stand in the order of their numbers, and without a seed they are marked for the draw.
    #[test]
    fn a_draw_settles_every_tie(scheme in schemes(), bids in all_bids(), seed in any::<u64>()) {
        let mut scheme = scheme;
        scheme.ties.end = TieEnd::Draw;
        let mut twins = bids.clone();
        twins.extend(bids.iter().map(|bid| BidGrades { id: format!("{} too", bid.id), ..bid.clone() }));
        let waiting = scored(&scheme, &twins);
        prop_assert!(waiting.bids.iter().all(|bid| bid.tie().unwrap().settled == Settled::AwaitsDraw));

        let seed = Seed::from_number(seed);
        let drawn = score_bids(&scheme, &twins, Some(&seed)).unwrap();
        for (at, (place, bid)) in drawn.ranking().enumerate() {
            prop_assert_eq!(place, at + 1);
            let number = seed.number_for(&bid.id);
            let tie = bid.tie().unwrap();
            prop_assert_eq!(&tie.settled, &Settled::ByDraw { number });
            for other in &tie.with {
                let behind = number < seed.number_for(other);
                prop_assert_eq!(drawn.bid(other).unwrap().place() > bid.place(), behind);
            }
        }
        let order_of = |outcome: &Outcome| -> Vec<Option<Exact>> {
            outcome.ranking().map(|(_, bid)| bid.total.clone()).collect()
        };
        prop_assert_eq!(order_of(&drawn), order_of(&waiting));
    }

    /// Invariant 12: every node is the exact sum of its parts and every total that of its
    /// leaves; scored anew from what was written down, the answer is the same to the byte.
    #[test]
    fn traces_add_up_and_repeat(scheme in schemes(), bids in all_bids()) {
        let outcome = scored(&scheme, &bids);
        for trace in outcome.bids.iter().filter_map(|bid| bid.trace.as_ref()) {
            let mut nodes = vec![trace];
            while let Some(node) = nodes.pop() {
                let parts: Exact = node.parts.iter().map(|part| &part.points).sum();
                prop_assert!(node.parts.is_empty() || node.points == parts);
                nodes.extend(&node.parts);
            }
            let leaves: Exact = trace.leaves().into_iter().map(|leaf| &leaf.points).sum();
            prop_assert_eq!(&leaves, &trace.points);
        }
        let written = serde_json::to_string(&(&scheme, &bids)).unwrap();
        let (again, bids_again): (Scheme, Vec<BidGrades>) = serde_json::from_str(&written).unwrap();
        let anew = scored(&again, &bids_again);
        prop_assert_eq!(serde_json::to_string(&anew).unwrap(), serde_json::to_string(&outcome).unwrap());
        prop_assert_eq!(order(&anew), order(&outcome));
    }
}
