//! The invariants of `evaluation.md` chapter 8 that compare one ranking with another, over all
//! methods. `bounds.rs` has those within one ranking, `reversals.rs` the methods that break the
//! second one, `properties.rs` the methods of the pages with thresholds, ties and draws.
//!
//! Elsewhere: 9 also in `rounding.rs`, 13 and 14 in `firmness/tests/invariants.rs`, 15 in
//! `allocation/tests/`, 16 in `panel/tests.rs`, and 17 is a type, `domain/tables/ranking.rs`.

use proptest::prelude::*;

use super::*;

pub const IDS: [&str; 5] = ["A", "B", "C", "D", "E"];

pub fn relative(falls_away: FallsAway) -> RelativeRule {
    RelativeRule { weight: x("40"), limits: PriceLimits::default(), falls_away }
}

/// Every method that gives an order.
pub fn methods() -> Vec<Method> {
    let limits = PriceLimits::default;
    let anew = FallsAway::Recompute;
    let log =
        |multiple| Method::LogPrice { weight: x("40"), multiple: x(multiple), limits: limits() };
    vec![
        Method::default(),
        Method::WeightedAbsolute(price_rule(Outside::Extend)),
        Method::WeightedAbsolute(price_rule(Outside::Clamp)),
        Method::AwardOnValue { limits: limits() },
        Method::ValueForMoney { factor: x("100000"), limits: limits() },
        Method::PricePerPoint { limits: limits() },
        log("2"),
        log("5/4"),
        Method::LowBidInverse(relative(anew)),
        Method::LowBidLinear { rule: relative(anew), multiple: x("2") },
        Method::UtilityIndex(relative(anew)),
    ]
}

pub fn scheme(method: Method, weights: &[i64]) -> Scheme {
    let number = |at: usize| format!("q{at}");
    let criteria = weights.iter().enumerate();
    let criteria = criteria.map(|(at, weight)| criterion(&number(at), &weight.to_string(), "10"));
    let mut scheme = Scheme::new(method, criteria.collect());
    scheme.full_marks = scheme.weight_sum();
    scheme.rounding.digits = 6;
    scheme
}

/// Every method with random weights, and few digits as often as many: few make ties.
pub fn schemes() -> impl Strategy<Value = Scheme> {
    (prop::sample::select(methods()), prop::collection::vec(1_i64..30, 3), 0_u8..=6).prop_map(
        |(method, weights, digits)| {
            let mut scheme = scheme(method, &weights);
            scheme.rounding.digits = digits;
            scheme
        },
    )
}

pub fn all_bids() -> impl Strategy<Value = Vec<BidGrades>> {
    let one = (prop::collection::vec(0_i64..=10, 3), 70_i64..150);
    prop::collection::vec(one, 2..=IDS.len()).prop_map(|bids| {
        let bid = |(id, (grades, price)): (&str, (Vec<i64>, i64))| BidGrades {
            id: id.into(),
            price: Some(Exact::from(price * 1000)),
            grades: grades
                .iter()
                .enumerate()
                .map(|(at, grade)| (format!("q{at}"), Exact::from(*grade)))
                .collect(),
            ..BidGrades::default()
        };
        IDS.into_iter().zip(bids).map(bid).collect()
    })
}

pub fn scored(scheme: &Scheme, bids: &[BidGrades]) -> Outcome {
    score_bids(scheme, bids, None).unwrap()
}

/// The ids with their places, best first.
pub fn order(outcome: &Outcome) -> Vec<(usize, String)> {
    outcome.ranking().map(|(place, bid)| (place, bid.id.clone())).collect()
}

/// Which of each two bids stands above the other, without one of them.
fn pairs(outcome: &Outcome, without: &str) -> Vec<(String, String, bool)> {
    let kept: Vec<_> = outcome.ranking().filter(|(_, bid)| bid.id != without).collect();
    let pair = |two: &[(usize, &BidOutcome)]| {
        (two[0].1.id.clone(), two[1].1.id.clone(), two[0].0 == two[1].0)
    };
    kept.windows(2).map(pair).collect()
}

/// The totals before rounding, in the order of the outcome.
fn totals(outcome: &Outcome) -> Vec<Option<Exact>> {
    outcome.bids.iter().map(|bid| bid.exact_total().cloned()).collect()
}

fn place(outcome: &Outcome, id: &str) -> usize {
    outcome.bid(id).and_then(BidOutcome::place).unwrap()
}

/// The scheme with every weight so many times higher, the one of the price too.
fn heavier(mut scheme: Scheme, factor: &Exact) -> Scheme {
    for criterion in &mut scheme.criteria {
        criterion.weight = &criterion.weight * factor;
    }
    match &mut scheme.method {
        Method::WeightedAbsolute(PriceRule { weight, .. })
        | Method::LogPrice { weight, .. }
        | Method::LowBidInverse(RelativeRule { weight, .. })
        | Method::LowBidLinear { rule: RelativeRule { weight, .. }, .. } => {
            *weight = &*weight * factor;
        }
        method => assert_eq!(*method, Method::default(), "no other method adds points"),
    }
    scheme.full_marks = scheme.weight_sum();
    scheme
}

proptest! {
    /// Invariant 1: a better grade never lowers a bid's rank, nor does a lower price, except where
    /// the utility index is below zero (`reversals.rs`).
    #[test]
    fn better_or_cheaper_never_ranks_lower(
        scheme in schemes(), bids in all_bids(), code in 0_usize..3, grade in 1_i64..=10, price in 70_i64..150,
    ) {
        let outcome = scored(&scheme, &bids);
        let before = place(&outcome, "A");
        let mut better = bids.clone();
        let best = bids[0].grades[&format!("q{code}")].clone().max(grade.into());
        better[0].grades.insert(format!("q{code}"), best);
        prop_assert!(place(&scored(&scheme, &better), "A") <= before);
        let below_zero = outcome.bid("A").and_then(BidOutcome::exact_total).is_some_and(Exact::is_negative);
        if matches!(scheme.method, Method::UtilityIndex(_)) && below_zero {
            return Ok(());
        }
        let mut cheaper = bids.clone();
        cheaper[0].price = cheaper[0].price.take().min(Some(Exact::from(price * 1000)));
        prop_assert!(place(&scored(&scheme, &cheaper), "A") <= before);
    }

    /// Invariant 2: without any one bid the others keep their order, except under a relative method
    /// that computes anew; and there too where the order is kept by rule.
    #[test]
    fn others_keep_their_order(scheme in schemes(), bids in all_bids(), which in 0_usize..5) {
        let mut scheme = scheme;
        if let Method::LowBidInverse(rule) | Method::LowBidLinear { rule, .. } | Method::UtilityIndex(rule) = &mut scheme.method {
            rule.falls_away = FallsAway::KeepOrder;
        }
        let which = which % bids.len();
        let gone = bids[which].id.clone();
        let mut left = bids.clone();
        left[which].presence = Presence::FellAway;
        let before = pairs(&scored(&scheme, &bids), &gone);
        prop_assert_eq!(&pairs(&scored(&scheme, &left), &gone), &before);
        if scheme.method.falls_away().is_none() {
            left.remove(which);
            prop_assert_eq!(&pairs(&scored(&scheme, &left), &gone), &before);
        }
    }

    /// Invariant 3: the order of bids and criteria does not matter, and neither do their names.
    #[test]
    fn neither_order_nor_names_of_the_input_matter(scheme in schemes(), bids in all_bids()) {
        let before = order(&scored(&scheme, &bids));
        let mut turned = scheme.clone();
        turned.criteria.reverse();
        let backwards: Vec<_> = bids.iter().rev().cloned().collect();
        prop_assert_eq!(&order(&scored(&turned, &backwards)), &before);

        let mut named = scheme;
        named.criteria.iter_mut().for_each(|criterion| criterion.code.insert_str(0, "the "));
        let rename = |bid: &BidGrades| {
            let grades = bid.grades.iter().map(|(code, grade)| (format!("the {code}"), grade.clone()));
            BidGrades { id: format!("the {}", bid.id), grades: grades.collect(), ..bid.clone() }
        };
        let renamed: Vec<BidGrades> = bids.iter().map(rename).collect();
        let expected: Vec<_> = before.into_iter().map(|(place, id)| (place, format!("the {id}"))).collect();
        prop_assert_eq!(order(&scored(&named, &renamed)), expected);
    }

    /// Invariant 4: scaling all prices keeps the order where no price is published, and under a
    /// relative method the totals; scaling all weights keeps the order of a points method.
    #[test]
    fn scaling_keeps_the_order(scheme in schemes(), bids in all_bids(), factor in 2_i64..9) {
        let factor = Exact::from(factor);
        // Outcomes per euro get smaller with the prices, so they need more digits.
        let mut scheme = scheme;
        scheme.rounding.digits = 12;
        let before = order(&scored(&scheme, &bids));
        let priced = matches!(scheme.method, Method::WeightedAbsolute(_) | Method::AwardOnValue { .. });
        if !priced {
            let mut dearer = bids.clone();
            for bid in &mut dearer {
                bid.price = bid.price.take().map(|price| &price * &factor);
            }
            let found = scored(&scheme, &dearer);
            prop_assert_eq!(&order(&found), &before);
            if scheme.method.falls_away().is_some() {
                prop_assert_eq!(totals(&found), totals(&scored(&scheme, &bids)));
            }
        }
        if scheme.method.adds_points() {
            let heavier = heavier(scheme, &factor);
            prop_assert_eq!(&order(&scored(&heavier, &bids)), &before);
        }
    }

    /// Invariant 7: the unclamped line ranks exactly like award on value with V = (Pmax - Pmin) x
    /// W_Q / W_P.
    #[test]
    fn the_unclamped_line_ranks_like_award_on_value(bids in all_bids(), weights in prop::collection::vec(1_i64..30, 3)) {
        let line = scheme(Method::WeightedAbsolute(price_rule(Outside::Extend)), &weights);
        let mut value = scheme(Method::AwardOnValue { limits: PriceLimits::default() }, &weights);
        for criterion in &mut value.criteria {
            criterion.weight = (&criterion.weight * &x("60000")).divided_by(&x("40")).unwrap();
        }
        let exactly = |scheme: &Scheme| -> Vec<String> {
            let mut totals: Vec<_> = scored(scheme, &bids).bids.into_iter().map(|bid| (bid.exact_total().cloned().unwrap(), bid.id)).collect();
            totals.sort_by(|one, two| match scheme.method.wins() {
                Wins::Highest => two.0.cmp(&one.0).then_with(|| one.1.cmp(&two.1)),
                Wins::Lowest => one.0.cmp(&two.0).then_with(|| one.1.cmp(&two.1)),
            });
            totals.into_iter().map(|(_, id)| id).collect()
        };
        prop_assert_eq!(exactly(&line), exactly(&value));
    }

    /// Invariant 8: a bid with a grade below the threshold never ranks, and changes nobody's
    /// total or place, whatever the method.
    #[test]
    fn the_excluded_change_no_order(scheme in schemes(), bids in all_bids()) {
        let mut scheme = scheme;
        scheme.criteria[0].threshold = Some(x("5"));
        let outcome = scored(&scheme, &bids);
        let in_place = |bid: &&BidGrades| outcome.bid(&bid.id).and_then(BidOutcome::place).is_some();
        let left: Vec<BidGrades> = bids.iter().filter(in_place).cloned().collect();
        let alone = scored(&scheme, &left);
        prop_assert_eq!(order(&alone), order(&outcome));
        prop_assert_eq!(&totals(&alone)[..], &totals(&outcome)[..left.len()]);
    }

    /// Invariant 11: a criterion split in two with the same grade and the same weight changes
    /// nothing.
    #[test]
    fn splitting_a_criterion_changes_nothing(scheme in schemes(), bids in all_bids(), tenths in 1_i64..10) {
        let mut split = scheme.clone();
        let share = Exact::from(tenths).divided_by(&Exact::from(10)).unwrap();
        let whole = split.criteria[0].weight.clone();
        let part = &whole * &share;
        split.criteria.push(Criterion { code: "more".into(), weight: &whole - &part, ..split.criteria[0].clone() });
        split.criteria[0].weight = part;
        split.groups = vec![Group { code: "both".into(), parts: vec!["q0".into(), "more".into()], threshold: None }];
        let doubled: Vec<BidGrades> = bids.iter().map(|bid| {
            let mut bid = bid.clone();
            bid.grades.insert("more".into(), bid.grades["q0"].clone());
            bid
        }).collect();
        let (after, before) = (scored(&split, &doubled), scored(&scheme, &bids));
        prop_assert_eq!((order(&after), totals(&after)), (order(&before), totals(&before)));
    }
}
