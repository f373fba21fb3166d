//! Places, ties, exclusions and missing grades.

use super::*;

fn two_criteria() -> Scheme {
    let criteria = vec![criterion("plan", "60", "10"), criterion("reach", "40", "10")];
    Scheme::new(Method::default(), criteria)
}

fn graded(id: &str, plan: &str, reach: &str) -> BidGrades {
    bid(id, &[("plan", plan), ("reach", reach)], None)
}

fn settled(outcome: &Outcome, id: &str) -> Settled {
    outcome.bid(id).and_then(BidOutcome::tie).unwrap().settled.clone()
}

#[test]
fn the_chain_settles_what_it_can_and_the_rest_shares_the_place() {
    let mut scheme = two_criteria();
    scheme.ties.keys = vec![TieKey::Criterion("reach".into())];
    // 6 x 6 + 4 x 6 = 60; 6 x 4 + 4 x 9 = 60; the last is 54.
    let bids = [
        graded("A", "6", "6"),
        graded("B", "4", "9"),
        graded("C", "6", "6"),
        graded("D", "5", "6"),
    ];
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    assert_eq!(ranking(&scheme, &outcome), "1 B 60.00, 2 A 60.00, 2 C 60.00, 4 D 54.00");
    let key = TieKey::Criterion("reach".into());
    assert_eq!(settled(&outcome, "B"), Settled::ByKey(key));
    assert_eq!(settled(&outcome, "C"), Settled::Shared);
    assert_eq!(outcome.bid("A").unwrap().tie().unwrap().with, ["B", "C"]);
    assert_eq!(outcome.bid("D").unwrap().tie(), None);
}

#[test]
fn the_deepest_step_that_was_needed_is_named() {
    let mut scheme = two_criteria();
    scheme.criteria.push(criterion("team", "0", "10"));
    let [plan, team] = ["plan", "team"].map(|code| TieKey::Criterion(code.into()));
    scheme.ties.keys = vec![plan.clone(), team.clone()];
    let bids = [("A", "8", "3", "1"), ("B", "6", "6", "2"), ("C", "6", "6", "9")].map(
        |(id, plan, reach, staff)| {
            bid(id, &[("plan", plan), ("reach", reach), ("team", staff)], None)
        },
    );
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    assert_eq!(ranking(&scheme, &outcome), "1 A 60.00, 2 C 60.00, 3 B 60.00");
    let steps = ["A", "C", "B"].map(|id| settled(&outcome, id));
    assert_eq!(steps, [plan, team.clone(), team].map(Settled::ByKey));
}

#[test]
fn the_lower_price_goes_first() {
    let rule = PriceRule { weight: x("0"), ..price_rule(Outside::Clamp) };
    let mut scheme =
        Scheme::new(Method::WeightedAbsolute(rule), vec![criterion("plan", "100", "10")]);
    scheme.ties.keys = vec![TieKey::Price];
    let bids =
        [bid("A", &[("plan", "6")], Some("90000")), bid("B", &[("plan", "6")], Some("85000"))];
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    assert_eq!(ranking(&scheme, &outcome), "1 B 60.00, 2 A 60.00");
    assert_eq!(settled(&outcome, "A"), Settled::ByKey(TieKey::Price));
}

#[test]
fn a_draw_waits_for_its_seed_and_then_settles() {
    let mut scheme = two_criteria();
    scheme.ties.end = TieEnd::Draw;
    let bids = ["A", "B", "C"].map(|id| graded(id, "6", "6"));
    let waiting = score_bids(&scheme, &bids, None).unwrap();
    assert_eq!(ranking(&scheme, &waiting), "1 A 60.00, 1 B 60.00, 1 C 60.00");
    assert!(waiting.awaits_draw());

    let seed = Seed::from_number(7);
    let drawn = score_bids(&scheme, &bids, Some(&seed)).unwrap();
    assert!(!drawn.awaits_draw());
    let mut ids = ["A", "B", "C"];
    ids.sort_by_key(|id| seed.number_for(id));
    let [first, second, third] = ids;
    let expected = format!("1 {first} 60.00, 2 {second} 60.00, 3 {third} 60.00");
    assert_eq!(ranking(&scheme, &drawn), expected);
    assert_eq!(settled(&drawn, "B"), Settled::ByDraw { number: seed.number_for("B") });
}

#[test]
fn ranks_come_from_the_published_precision() {
    let mut scheme = two_criteria();
    let bids = [graded("A", "6.01", "6"), graded("B", "6", "6")];
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    assert_eq!(ranking(&scheme, &outcome), "1 A 60.06, 2 B 60.00");
    scheme.rounding.digits = 0;
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    assert_eq!(ranking(&scheme, &outcome), "1 A 60, 1 B 60");
}

/// `evaluation.md` 1.5: rounding each average first would turn this order around.
#[test]
fn nothing_is_rounded_before_the_end() {
    let scheme = two_criteria();
    let bids = [graded("A", "23/3", "22/3"), graded("B", "22/3", "47/6")];
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    assert_eq!(ranking(&scheme, &outcome), "1 A 75.33, 1 B 75.33");
}

#[test]
fn a_bid_falls_out_with_every_reason_and_changes_nobody() {
    let mut scheme = two_criteria();
    scheme.criteria[0].scale = worded(&["0", "2", "4", "6", "8", "10"], 1);
    scheme.criteria[1].threshold = Some(x("4"));
    scheme.threshold = Some(x("50"));
    let bids = [
        graded("A", "0", "3"),
        graded("B", "8", "5"),
        graded("C", "10", "3.9"),
        graded("D", "2", "10"),
        graded("E", "4", "4"),
    ];
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    assert_eq!(ranking(&scheme, &outcome), "1 B 68.00, 2 D 52.00");
    let reasons = |id: &str| match &outcome.bid(id).unwrap().standing {
        Standing::Excluded { reasons } => reasons.clone(),
        other => panic!("{other:?}"),
    };
    let below = |grade: &str| Exclusion::BelowThreshold {
        criterion: "reach".into(),
        grade: x(grade),
        threshold: x("4"),
    };
    let total =
        |total: &str| Exclusion::TotalBelowThreshold { total: x(total), threshold: x("50") };
    let knocked_out = Exclusion::KnockOutGrade { criterion: "plan".into(), grade: x("0") };
    assert_eq!(reasons("A"), [knocked_out, below("3"), total("12")]);
    assert_eq!(reasons("C"), [below("3.9")]);
    assert_eq!(reasons("E"), [total("40")]);
    // Its points are still explained: the letter needs them.
    assert_eq!(outcome.bid("C").unwrap().exact_total(), Some(&x("75.6")));
}

#[test]
fn a_missing_grade_is_never_zero() {
    let scheme = two_criteria();
    let bids = [bid("A", &[("plan", "10")], None), graded("B", "1", "1")];
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    let missing = vec![Missing::Grade("reach".into())];
    let open = outcome.bid("A").unwrap();
    assert_eq!(open.standing, Standing::Unsettled { missing });
    assert_eq!((&open.trace, &open.total), (&None, &None));
    assert_eq!(ranking(&scheme, &outcome), "1 B 10.00");
    assert!(!outcome.is_settled());

    let rule = price_rule(Outside::Clamp);
    let scheme = Scheme::new(Method::WeightedAbsolute(rule), vec![criterion("plan", "60", "10")]);
    let outcome = score_bids(&scheme, &[bid("A", &[("plan", "6")], None)], None).unwrap();
    assert_eq!(outcome.bids[0].standing, Standing::Unsettled { missing: vec![Missing::Price] });
}

#[test]
fn a_price_outside_the_rule_falls_out_where_that_is_published() {
    let rule = price_rule(Outside::Exclude);
    let scheme = Scheme::new(Method::WeightedAbsolute(rule), vec![criterion("plan", "60", "10")]);
    let bids = [("A", "79999"), ("B", "80000"), ("C", "140001")]
        .map(|(id, price)| bid(id, &[("plan", "6")], Some(price)));
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    assert_eq!(ranking(&scheme, &outcome), "1 B 76.00");
    let low = Exclusion::PriceBelowFloor { price: x("79999"), floor: x("80000") };
    let high = Exclusion::PriceAboveCeiling { price: x("140001"), ceiling: x("140000") };
    let standing = |id: &str| outcome.bid(id).unwrap().standing.clone();
    assert_eq!(standing("A"), Standing::Excluded { reasons: vec![low] });
    assert_eq!(standing("C"), Standing::Excluded { reasons: vec![high] });

    let fixed = Method::QualityOnly { fixed_price: Some(x("90000")) };
    let scheme = Scheme::new(fixed, vec![criterion("plan", "100", "10")]);
    let bids = [("A", Some("90000")), ("B", Some("80000")), ("C", None)]
        .map(|(id, price)| bid(id, &[("plan", "6")], price));
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    assert_eq!(ranking(&scheme, &outcome), "1 A 60.00, 1 C 60.00");
    let other = Exclusion::OtherThanFixedPrice { price: x("80000"), fixed: x("90000") };
    let reasons = vec![other];
    assert_eq!(outcome.bid("B").unwrap().standing, Standing::Excluded { reasons });
}

#[test]
fn an_admission_has_no_order() {
    let mut criteria = vec![criterion("plan", "0", "10"), criterion("reach", "0", "10")];
    criteria[0].threshold = Some(x("6"));
    let scheme = Scheme::new(Method::Admission, criteria);
    let bids = [graded("B", "9", "9"), graded("A", "6", "0"), graded("C", "5", "10")];
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    let line = |bid: &BidOutcome| (bid.id.clone(), bid.place(), bid.standing.clone());
    let reason =
        Exclusion::BelowThreshold { criterion: "plan".into(), grade: x("5"), threshold: x("6") };
    assert_eq!(
        outcome.bids.iter().map(line).collect::<Vec<_>>(),
        [
            ("A".into(), None, Standing::Admitted),
            ("B".into(), None, Standing::Admitted),
            ("C".into(), None, Standing::Excluded { reasons: vec![reason] }),
        ]
    );
}

#[test]
fn one_grade_step_shows_points_total_and_place() {
    let mut scheme = two_criteria();
    scheme.criteria[0].scale = worded(&["0", "2", "4", "6", "8", "10"], 0);
    scheme.criteria[1].scale = worded(&["0", "5", "10"], 1);
    let bids = [graded("A", "6", "5"), graded("B", "4", "10"), graded("C", "10", "0")];
    let effects = step_effects(&scheme, &bids, "A", None).unwrap();
    let change = |grade: &str, points: &str, total: &str, place| {
        let label = format!("grade {grade}");
        Some(StepChange { grade: x(grade), label, points: x(points), total: Some(x(total)), place })
    };
    assert_eq!(
        effects,
        [
            StepEffect {
                criterion: "plan".into(),
                grade: x("6"),
                up: change("8", "12", "68", Some(1)),
                down: change("4", "-12", "44", Some(2)),
            },
            StepEffect {
                criterion: "reach".into(),
                grade: x("5"),
                up: change("10", "20", "76", Some(1)),
                down: change("0", "-20", "36", None),
            },
        ]
    );
    assert_eq!(step_effects(&scheme, &bids, "nobody", None), Ok(Vec::new()));
    let top = step_effects(&scheme, &bids, "C", None).unwrap();
    assert_eq!((&top[0].up, top[1].up.as_ref().and_then(|up| up.place)), (&None, Some(1)));
}
