//! Every method on published and computed numbers. The numbers are those of the reference cases
//! `price_formulas.json` and `award_on_value.json`; the sources stand beside them.

use super::*;

pub fn relative(weight: &str) -> RelativeRule {
    RelativeRule {
        weight: x(weight),
        limits: PriceLimits::default(),
        falls_away: FallsAway::Recompute,
    }
}

/// A scheme of one criterion on a scale to 100 that takes what the price leaves of 100 points.
pub fn scheme(method: Method, weight: &str) -> Scheme {
    let mut scheme = Scheme::new(method, vec![criterion("q", weight, "100")]);
    scheme.full_marks = scheme.weight_sum();
    scheme.rounding.digits = 6;
    scheme
}

pub fn log(weight: &str, multiple: &str) -> Method {
    Method::LogPrice { weight: x(weight), multiple: x(multiple), limits: PriceLimits::default() }
}

pub fn linear(weight: &str, multiple: &str) -> Method {
    Method::LowBidLinear { rule: relative(weight), multiple: x(multiple) }
}

/// The price points per bid without quality, as text.
fn price_points(method: Method, prices: &[(&str, &str)]) -> String {
    let scheme = scheme(method, "0");
    let bids: Vec<_> =
        prices.iter().map(|(id, price)| bid(id, &[("q", "0")], Some(price))).collect();
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    let points = prices.iter().map(|(id, _)| {
        let total = outcome.bid(id).unwrap().total.clone().unwrap();
        format!("{id} {}", scheme.rounding.text(&total))
    });
    points.collect::<Vec<_>>().join(", ")
}

/// F1, F2 and F4 of `evaluation.md` 1.2: vindinkoopenaanbesteding.nl; a German notice with three
/// decimals; T.H. Chen in iBestuur; Negometrix help article 9000092065.
#[test]
fn price_points_beside_the_lowest_price() {
    let three = [("A", "40"), ("B", "80"), ("C", "100")];
    assert_eq!(
        price_points(Method::LowBidInverse(relative("50")), &three),
        "A 50.000000, B 25.000000, C 20.000000"
    );
    assert_eq!(
        price_points(Method::LowBidInverse(relative("50")), &three[1..]),
        "B 50.000000, C 40.000000"
    );
    assert_eq!(
        price_points(
            linear("10", "2"),
            &[("A", "1000"), ("B", "1150"), ("C", "1600"), ("D", "2300")]
        ),
        "A 10.000000, B 8.500000, C 4.000000, D 0.000000"
    );
    assert_eq!(
        price_points(log("100", "4"), &[("A", "80"), ("B", "100"), ("C", "125")]),
        "A 100.000000, B 83.903595, C 67.807191"
    );
    assert_eq!(
        price_points(
            log("40", "2"),
            &[("A", "90000"), ("B", "100000"), ("C", "180000"), ("D", "270000")]
        ),
        "A 40.000000, B 33.919876, C 0.000000, D -23.398500"
    );
}

/// Case `three-bids-eight-methods`: the same three bids, and every bid wins somewhere.
#[test]
fn the_method_decides_the_winner() {
    let limits = PriceLimits::default;
    let cases = [
        (
            Method::LowBidInverse(relative("40")),
            "60",
            "1 A 84.000000, 1 C 84.000000, 3 B 82.000000",
        ),
        (log("40", "2"), "60", "1 B 82.000000, 2 A 81.919876, 3 C 77.398500"),
        (
            Method::WeightedAbsolute(price_rule(Outside::Clamp)),
            "60",
            "1 B 75.333333, 2 A 74.666667, 3 C 67.333333",
        ),
        (
            Method::AwardOnValue { limits: limits() },
            "90000",
            "1 B 27000.000000, 2 A 28000.000000, 3 C 39000.000000",
        ),
        (
            Method::ValueForMoney { factor: x("100000"), limits: limits() },
            "100",
            "1 A 0.800000, 2 B 0.777778, 3 C 0.750000",
        ),
        (
            Method::PricePerPoint { limits: limits() },
            "100",
            "1 A 1250.000000, 2 B 1285.714286, 3 C 1333.333333",
        ),
        (Method::UtilityIndex(relative("40")), "60", "1 A 0.765000, 2 C 0.750000, 3 B 0.700000"),
        (Method::default(), "100", "1 C 90.000000, 2 A 80.000000, 3 B 70.000000"),
    ];
    let bids = [("A", "80", "100000"), ("B", "70", "90000"), ("C", "90", "120000")]
        .map(|(id, quality, price)| bid(id, &[("q", quality)], Some(price)));
    for (method, weight, expected) in cases {
        let scheme = scheme(method, weight);
        let outcome = score_bids(&scheme, &bids, None).unwrap();
        assert_eq!(ranking(&scheme, &outcome), expected, "{:?}", scheme.method);
        for bid in &outcome.bids {
            let trace = bid.trace.as_ref().unwrap();
            let leaves: Exact = trace.leaves().into_iter().map(|leaf| &leaf.points).sum();
            assert_eq!(&leaves, bid.exact_total().unwrap(), "{}", trace.formula());
        }
    }
}

/// Rijkswaterstaat's scale of 2023: 3, 2, 1, 0 and NR are 100, 60, 25, 0 and -50 % of the value.
#[test]
fn award_on_value_with_a_grade_below_zero() {
    let scale = Scale { min: x("0"), max: x("100"), ..worded(&["-50", "0", "25", "60", "100"], 0) };
    let criteria = [("K1", "100000"), ("K2", "60000"), ("K3", "40000")]
        .map(|(code, value)| Criterion { scale: scale.clone(), ..criterion(code, value, "100") });
    let method = Method::AwardOnValue { limits: PriceLimits::default() };
    let scheme = Scheme::new(method, criteria.to_vec());
    let bids = [
        bid("A", &[("K1", "100"), ("K2", "25"), ("K3", "0")], Some("1000000")),
        bid("B", &[("K1", "60"), ("K2", "0"), ("K3", "-50")], Some("950000")),
        bid("C", &[("K1", "60"), ("K2", "60"), ("K3", "25")], Some("980000")),
    ];
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    assert_eq!(ranking(&scheme, &outcome), "1 C 874000.00, 2 A 885000.00, 3 B 910000.00");
    let trace = outcome.bid("B").and_then(|bid| bid.trace.as_ref()).unwrap();
    let malus = trace.criterion("K3").unwrap();
    assert_eq!(malus.formula(), "-40000 × (-50 − 0) / (100 − 0)");
    assert_eq!((&malus.points, trace.formula().as_str()), (&x("20000"), "950000 + -40000"));

    // Negometrix help article 9000123966: 60 % of 2,500 off a price of 80,000.
    let one = Scheme { criteria: vec![criterion("q", "2500", "100")], ..scheme };
    let outcome = score_bids(&one, &[bid("A", &[("q", "60")], Some("80000"))], None).unwrap();
    assert_eq!(ranking(&one, &outcome), "1 A 78500.00");
}

#[test]
fn a_published_choice_keeps_the_order() {
    let keep = RelativeRule { falls_away: FallsAway::KeepOrder, ..relative("40") };
    let scheme = scheme(Method::LowBidInverse(keep), "60");
    let mut bids = [("A", "60", "120"), ("B", "40", "80"), ("C", "0", "60")]
        .map(|(id, quality, price)| bid(id, &[("q", quality)], Some(price)));
    bids[2].presence = Presence::FellAway;
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    assert_eq!(ranking(&scheme, &outcome), "1 A 56.000000, 2 B 54.000000");
    let gone = Standing::Excluded { reasons: vec![Exclusion::FellAway] };
    assert_eq!(outcome.bid("C").map(|bid| &bid.standing), Some(&gone));
}

/// The order under a logarithm comes from the points before rounding: a different lowest price
/// shifts all totals and would otherwise part or join two bids at the edge of a rounding.
#[test]
fn a_logarithm_keeps_its_order_whatever_is_rounded() {
    let mut scheme = scheme(log("40", "2"), "60");
    scheme.rounding.digits = 0;
    let bids = [("A", "50.1", "100"), ("B", "50", "100"), ("C", "0", "99"), ("D", "0", "97")]
        .map(|(id, quality, price)| bid(id, &[("q", quality)], Some(price)));
    for count in 2..=4 {
        let outcome = score_bids(&scheme, &bids[..count], None).unwrap();
        let places: Vec<_> = outcome.ranking().map(|(place, bid)| (place, &*bid.id)).collect();
        assert_eq!(places[..2], [(1, "A"), (2, "B")], "{count} bids");
    }
}

#[test]
fn a_bid_without_quality_comes_last_per_point_and_per_euro() {
    let limits = PriceLimits::default;
    let per_point = Method::PricePerPoint { limits: limits() };
    let per_euro = Method::ValueForMoney { factor: x("100"), limits: limits() };
    for (method, last) in [(per_point, None), (per_euro, Some(x("0")))] {
        let scheme = scheme(method, "100");
        let bids = [bid("A", &[("q", "0")], Some("1")), bid("B", &[("q", "1")], Some("100"))];
        let outcome = score_bids(&scheme, &bids, None).unwrap();
        let order: Vec<_> = outcome.ranking().map(|(place, bid)| (place, &*bid.id)).collect();
        assert_eq!(order, [(1, "B"), (2, "A")]);
        assert_eq!(outcome.bid("A").unwrap().total, last);
    }
}

#[test]
fn prices_outside_the_limits_fall_out_and_do_not_count_as_lowest() {
    let limits = PriceLimits { floor: Some(x("50")), ceiling: Some(x("200")) };
    let rule = RelativeRule { limits, ..relative("40") };
    let scheme = scheme(Method::LowBidInverse(rule), "60");
    let bids = [("A", "100"), ("B", "49"), ("C", "201"), ("D", "200")]
        .map(|(id, price)| bid(id, &[("q", "50")], Some(price)));
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    assert_eq!(ranking(&scheme, &outcome), "1 A 70.000000, 2 D 50.000000");
    let reasons = |id: &str| outcome.bid(id).unwrap().standing.clone();
    let below = Exclusion::PriceBelowFloor { price: x("49"), floor: x("50") };
    let above = Exclusion::PriceAboveCeiling { price: x("201"), ceiling: x("200") };
    assert_eq!(reasons("B"), Standing::Excluded { reasons: vec![below] });
    assert_eq!(reasons("C"), Standing::Excluded { reasons: vec![above] });
}

#[test]
fn groups_add_up_and_have_thresholds_of_their_own() {
    let criteria = ["a", "b", "c", "d"].map(|code| criterion(code, "25", "10")).to_vec();
    let group = |code: &str, parts: &[&str], threshold: Option<&str>| Group {
        code: code.into(),
        parts: parts.iter().map(|part| (*part).to_owned()).collect(),
        threshold: threshold.map(x),
    };
    let mut scheme = Scheme::new(Method::default(), criteria);
    scheme.groups =
        vec![group("inner", &["a", "c"], Some("30")), group("outer", &["inner", "d"], None)];
    let bids = [
        bid("A", &[("a", "8"), ("b", "0"), ("c", "4"), ("d", "2")], None),
        bid("B", &[("a", "7"), ("b", "9"), ("c", "4"), ("d", "9")], None),
    ];
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    assert_eq!(ranking(&scheme, &outcome), "1 A 35.00");
    let quality = &outcome.bid("A").unwrap().trace.as_ref().unwrap().parts[0];
    let points = |code: &str| quality.group(code).map(|group| group.points.clone());
    assert_eq!((points("inner"), points("outer")), (Some(x("30")), Some(x("35"))));
    assert_eq!(quality.parts.len(), 2, "the group stands where its first criterion stood");
    let short = Exclusion::GroupBelowThreshold {
        group: "inner".into(),
        points: x("55/2"),
        threshold: x("30"),
    };
    let fell_out = Standing::Excluded { reasons: vec![short] };
    assert_eq!(outcome.bid("B").map(|bid| &bid.standing), Some(&fell_out));

    scheme.groups =
        vec![group("x", &["y", "a"], None), group("a", &[], None), group("y", &["a"], None)];
    let text: Vec<String> = scheme.problems().iter().map(ToString::to_string).collect();
    assert_eq!(
        text,
        [
            "the group x names y, which is no criterion and no group before it",
            "the group a has no parts",
            "two criteria have the code a",
            "a is part of two groups",
        ]
    );
}

#[test]
fn methods_that_cannot_be_published_say_why() {
    let problems = |method, weight| -> Vec<String> {
        scheme(method, weight).problems().iter().map(ToString::to_string).collect()
    };
    let limits = PriceLimits { floor: Some(x("2")), ceiling: Some(x("1")) };
    let factor = Method::ValueForMoney { factor: x("0"), limits: limits.clone() };
    assert_eq!(
        problems(factor, "0"),
        [
            "the factor must be above zero",
            "the floor of the price must be below its ceiling, and not below zero",
            "the criteria need a weight above zero",
        ]
    );
    assert_eq!(
        problems(log("-1", "1"), "60"),
        ["the weight of price is below zero", "the multiple of the lowest price must be above 1",]
    );
    assert_eq!(
        problems(Method::UtilityIndex(relative("0")), "60"),
        ["the price needs a weight above zero"]
    );
    let free = bid("A", &[("q", "1")], Some("0"));
    let refused = score_bids(&scheme(log("40", "2"), "60"), &[free], None).unwrap_err();
    assert_eq!(refused.to_string(), "the bids have problems: bid 0: the price must be above zero");
}

#[test]
fn warnings_name_what_is_seldom_wise() {
    let mut scheme = scheme(Method::LowBidInverse(relative("40")), "30");
    scheme.criteria[0].scale = Scale::stepped(&x("0"), &x("10"), &x("1/2")).unwrap();
    scheme
        .criteria
        .push(Criterion { scale: worded(&["0", "5", "10"], 0), ..criterion("r", "30", "10") });
    scheme.criteria[1].threshold = Some(x("6"));
    scheme.aggregate = Aggregate::Mean;
    assert_eq!(
        scheme.warnings(),
        [
            SchemeWarning::OrderCanTurn { falls_away: FallsAway::Recompute },
            SchemeWarning::UnequalScales { lengths: vec![("q".into(), 21), ("r".into(), 3)] },
            SchemeWarning::SqueezedScale { criterion: "r".into() },
            SchemeWarning::AverageWithoutText,
        ]
    );
    assert_eq!(Scheme::new(Method::default(), vec![criterion("q", "100", "10")]).warnings(), []);
}
