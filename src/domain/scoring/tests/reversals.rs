//! Invariant 2 of `evaluation.md` chapter 8 from the other side: for each relative method a
//! loser that turns the order of two others around by dropping out, and the formulas that are
//! not offered because of theirs.

use super::methods::{linear, log, relative, scheme};
use super::*;

/// Invariant 2: every table of `evaluation.md` 1.4 of a method that is offered. The loser C drops out, and A and B change places, except
/// under the unclamped logarithm.
#[test]
fn a_loser_that_drops_out_turns_the_order_of_the_relative_methods() {
    let case = |method, bids: [(&str, &str); 3], with: &str, without: &str| {
        let mut scheme = scheme(method, "60");
        scheme.rounding.digits = 2;
        let ids = ["A", "B", "C"].into_iter().zip(bids);
        let mut bids: Vec<_> =
            ids.map(|(id, (price, q))| bid(id, &[("q", q)], Some(price))).collect();
        assert_eq!(ranking(&scheme, &score_bids(&scheme, &bids, None).unwrap()), with);
        bids[2].presence = Presence::FellAway;
        assert_eq!(ranking(&scheme, &score_bids(&scheme, &bids, None).unwrap()), without);
    };
    case(
        Method::LowBidInverse(relative("40")),
        [("120", "60"), ("80", "40"), ("60", "0")],
        "1 A 56.00, 2 B 54.00, 3 C 40.00",
        "1 B 64.00, 2 A 62.67",
    );
    case(
        linear("40", "2"),
        [("80", "40"), ("120", "80"), ("60", "0")],
        "1 A 50.67, 2 B 48.00, 3 C 40.00",
        "1 B 68.00, 2 A 64.00",
    );
    case(
        log("40", "2"),
        [("130", "70"), ("100", "50"), ("60", "0")],
        "1 B 40.52, 2 C 40.00, 3 A 37.38",
        "1 B 70.00, 2 A 66.86",
    );
    case(
        Method::UtilityIndex(relative("40")),
        [("90", "70"), ("60", "50"), ("110", "80")],
        "1 A 0.57, 2 B 0.55, 2 C 0.55",
        "1 B 0.70, 2 A 0.67",
    );
}

/// A formula that is not offered, on bids of 60 points for quality and 40 for the price.
/// Totals of A and B on two digits.
fn not_offered(
    bids: [(&str, &str); 3],
    price_points: impl Fn(&Exact, &[Exact]) -> Exact,
) -> [[String; 2]; 2] {
    let prices = bids.map(|(price, _)| x(price));
    let among = |prices: &[Exact]| {
        [0, 1].map(|at| {
            let quality = (&x("60") * &x(bids[at].1)).divided_by(&x("100")).unwrap();
            let total = &quality + &price_points(&prices[at], prices);
            Rounding::default().text(&total)
        })
    };
    [among(&prices), among(&prices[..2])]
}

/// Invariant 2: why the points of a logarithm are never cut off at zero. The same bids keep
/// their order where they go on below it, as the table above shows.
#[test]
fn a_logarithm_that_is_clamped_can_turn_an_order() {
    let formula = Compared::Logarithm { multiple: x("2") };
    let clamped = |price: &Exact, prices: &[Exact]| {
        formula.points(&x("40"), price, prices.iter().min().unwrap()).max(Exact::zero())
    };
    let [with, without] = not_offered([("130", "70"), ("100", "50"), ("60", "0")], clamped);
    assert_eq!(with, ["42.00", "40.52"]);
    assert_eq!(without, ["66.86", "70.00"]);
}

/// Invariant 2: why points between the highest and the lowest price (F3) are not offered.
#[test]
fn points_between_the_highest_and_the_lowest_price_can_turn_an_order() {
    let between = |price: &Exact, prices: &[Exact]| {
        let (low, high) = (prices.iter().min().unwrap(), prices.iter().max().unwrap());
        (&x("40") * &(high - price)).divided_by(&(high - low)).unwrap()
    };
    let [with, without] = not_offered([("70", "80"), ("60", "40"), ("110", "0")], between);
    assert_eq!(with, ["80.00", "64.00"]);
    assert_eq!(without, ["48.00", "64.00"]);
}

/// Invariants 1 and 6 end where the index of F9 is below zero: what is divided by a lower price
/// is then further below it. It takes a weight of quality above that of the price.
#[test]
fn a_cheaper_bid_can_rank_lower_by_an_index_below_zero() {
    let heavy = scheme(Method::UtilityIndex(relative("40")), "60");
    let ranked = |cheaper: &str| {
        let bids = [("A", "0", cheaper), ("B", "10", "100"), ("C", "100", "100")]
            .map(|(id, quality, price)| bid(id, &[("q", quality)], Some(price)));
        ranking(&heavy, &score_bids(&heavy, &bids, None).unwrap())
    };
    assert_eq!(ranked("160"), "1 C 1.000000, 2 A -0.312500, 3 B -0.350000");
    assert_eq!(ranked("120"), "1 C 1.000000, 2 B -0.350000, 3 A -0.416667");
    assert!(heavy.warnings().contains(&SchemeWarning::CheaperCanRankLower));
    let level = scheme(Method::UtilityIndex(relative("50")), "50");
    assert!(!level.warnings().contains(&SchemeWarning::CheaperCanRankLower));
}

/// Invariant 2: the counterexamples of the set-up page, made from a round's own weights.
#[test]
fn each_relative_method_has_a_counterexample_of_its_own_weights() {
    for weight in ["25", "40", "60"] {
        let rest = (&x("100") - &x(weight)).to_string();
        for method in [
            Method::LowBidInverse(relative(weight)),
            linear(weight, "2"),
            Method::UtilityIndex(relative(weight)),
        ] {
            let mut scheme = Scheme::new(method, vec![criterion("q", &rest, "10")]);
            scheme.criteria[0].scale = worded(&["0", "2", "4", "6", "8", "10"], 1);
            let name = format!("{:?}", scheme.method);
            let Reversal { bids, with, without } = rank_reversal(&scheme).expect(&name);
            let place = |outcome: &Outcome, at: usize| outcome.bid(&bids[at].id).unwrap().place();
            assert!(place(&with, 0) < place(&with, 1), "{name}");
            assert!(place(&without, 1) < place(&without, 0), "{name}");
        }
    }
    // Where one grade is worth more than any price, several criteria leave room for an example.
    let mut scheme_of_three = scheme(Method::LowBidInverse(relative("10")), "40");
    scheme_of_three.criteria.extend([criterion("r", "40", "10"), criterion("s", "10", "10")]);
    scheme_of_three.full_marks = x("100");
    scheme_of_three.criteria.iter_mut().for_each(|one| one.scale = worded(&["0", "2", "4"], 0));
    assert!(rank_reversal(&scheme_of_three).is_some());
    let safe = [log("40", "2"), Method::WeightedAbsolute(price_rule(Outside::Clamp))];
    for method in safe {
        assert_eq!(rank_reversal(&scheme(method, "60")), None);
    }
}
