//! Published and computed numbers of the reference cases.

use super::*;

/// Case `triantaphyllou-wikipedia` of `weighted_sum.json`: published matrix and weights.
#[test]
fn a_weighted_sum_with_an_exact_tie() {
    let criteria = [("a", "20"), ("b", "15"), ("c", "40"), ("d", "25")];
    let criteria = criteria.map(|(code, weight)| criterion(code, weight, "100"));
    let scheme = Scheme::new(Method::default(), criteria.to_vec());
    let bids = [
        bid("A1", &[("a", "25"), ("b", "20"), ("c", "15"), ("d", "30")], None),
        bid("A2", &[("a", "10"), ("b", "30"), ("c", "20"), ("d", "30")], None),
        bid("A3", &[("a", "30"), ("b", "10"), ("c", "30"), ("d", "10")], None),
    ];
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    assert_eq!(ranking(&scheme, &outcome), "1 A2 22.00, 1 A3 22.00, 3 A1 21.50");
    let tie = outcome.bid("A3").and_then(BidOutcome::tie).unwrap();
    assert_eq!(tie, &Tie { with: vec!["A2".into()], settled: Settled::Shared });
}

/// Case `absolute-linear-negometrix` of `price_formulas.json` (F5).
#[test]
fn price_points_on_the_published_line() {
    let cases = [
        ("80000", "40", "40"),
        ("140000", "0", "0"),
        ("100000", "80/3", "80/3"),
        ("90000", "100/3", "100/3"),
        ("70000", "40", "140/3"),
        ("150000", "0", "-20/3"),
    ];
    let six = Rounding { digits: 6, mode: RoundingMode::HalfUp };
    for (price, clamped, extended) in cases {
        assert_eq!(price_rule(Outside::Clamp).points(&x(price)), x(clamped), "{price}");
        assert_eq!(price_rule(Outside::Extend).points(&x(price)), x(extended), "{price}");
    }
    assert_eq!(six.text(&x("80/3")), "26.666667");
    assert_eq!(six.text(&x("140/3")), "46.666667");
    assert_eq!(six.text(&x("-20/3")), "-6.666667");
}

fn three_bids() -> [BidGrades; 3] {
    [("A", "80", "100000"), ("B", "70", "90000"), ("C", "90", "120000")]
        .map(|(id, quality, price)| bid(id, &[("q", quality)], Some(price)))
}

/// Case `three-bids-eight-methods` of `price_formulas.json`, the two methods that exist.
#[test]
fn the_method_decides_the_winner() {
    let rule = price_rule(Outside::Clamp);
    let weighted = Method::WeightedAbsolute(rule);
    let scheme = Scheme::new(weighted, vec![criterion("q", "60", "100")]);
    let outcome = score_bids(&scheme, &three_bids(), None).unwrap();
    assert_eq!(ranking(&scheme, &outcome), "1 B 75.33, 2 A 74.67, 3 C 67.33");
    let exact = ["A", "B", "C"].map(|id| outcome.bid(id).unwrap().exact_total().cloned());
    assert_eq!(exact, [x("224/3"), x("226/3"), x("202/3")].map(Some));

    let scheme = Scheme::new(Method::default(), vec![criterion("q", "100", "100")]);
    let outcome = score_bids(&scheme, &three_bids(), None).unwrap();
    assert_eq!(ranking(&scheme, &outcome), "1 C 90.00, 2 A 80.00, 3 B 70.00");
}

/// `evaluation.md` 1.3: with V = (Pmax - Pmin) x W_Q / W_P = 90,000, price less value ranks like
/// the unclamped line; the same bids give 28,000, 27,000 and 39,000.
#[test]
fn the_unclamped_line_ranks_like_award_on_value() {
    let rule = price_rule(Outside::Extend);
    let scheme = Scheme::new(Method::WeightedAbsolute(rule), vec![criterion("q", "60", "100")]);
    let outcome = score_bids(&scheme, &three_bids(), None).unwrap();
    let order: Vec<&str> = outcome.ranking().map(|(_, bid)| bid.id.as_str()).collect();
    let mut by_value = three_bids();
    by_value.sort_by_key(|bid| {
        let value = &x("90000") * &bid.grades["q"].divided_by(&x("100")).unwrap();
        bid.price.as_ref().unwrap() - &value
    });
    assert_eq!(order, by_value.each_ref().map(|bid| bid.id.as_str()));
}

/// The trace adds up, shows every value, and reads as a calculation.
#[test]
fn every_point_is_explained() {
    let mut scale = worded(&["0", "2", "4", "6", "8", "10"], 0);
    scale.grades[4].label = "good".into();
    let criteria = vec![
        Criterion { code: "plan".into(), weight: x("40"), scale, threshold: None },
        criterion("reach", "20", "5"),
    ];
    let rule = price_rule(Outside::Clamp);
    let scheme = Scheme::new(Method::WeightedAbsolute(rule), criteria);
    let bids = [bid("A", &[("plan", "8"), ("reach", "3.5")], Some("70000"))];
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    let trace = outcome.bids[0].trace.as_ref().unwrap();
    let lines: Vec<String> = [trace, &trace.parts[0]]
        .into_iter()
        .chain(trace.leaves())
        .map(|node| format!("{} = {}", node.formula(), node.points))
        .collect();
    assert_eq!(
        lines,
        [
            "46 + 40 = 86",
            "32 + 14 = 46",
            "40 × (8 − 0) / (10 − 0) = 32",
            "20 × (3.5 − 0) / (5 − 0) = 14",
            "40 × (140000 − 80000) / (140000 − 80000) = 40",
        ]
    );
    let plan = &trace.criterion("plan").unwrap().source;
    let Source::Criterion { label, .. } = plan else { panic!("{plan:?}") };
    assert_eq!(label.as_deref(), Some("good"));
    assert_eq!(trace.price().map(|part| &part.points), Some(&x("40")));
}
