//! What is written is read as the same.

use proptest::prelude::*;

use super::super::super::tests::{criterion, price_rule, worded, x};
use super::super::super::{
    Aggregate, BidGrades, Exact, FallsAway, Group, Method, Outside, Presence, PriceLimits,
    RelativeRule, Rounding, RoundingMode, Scheme, Seed, TieEnd, TieKey, score_bids,
};
use super::super::{calculation, rank_document, rank_input};
use super::*;

const CODES: [&str; 5] = ["a", "b", "c", "d", "e"];

fn limits() -> impl Strategy<Value = PriceLimits> + Clone {
    let limit = |range| prop::option::of(range);
    (limit(0_i64..90_000), limit(90_000_i64..200_000)).prop_map(|(floor, ceiling)| PriceLimits {
        floor: floor.map(Exact::from),
        ceiling: ceiling.map(Exact::from),
    })
}

fn outside() -> impl Strategy<Value = Outside> {
    prop::sample::select(vec![Outside::Clamp, Outside::Extend, Outside::Exclude])
}

/// Every method, each with every setting it has.
fn methods() -> impl Strategy<Value = Method> {
    let choice = prop::sample::select(vec![FallsAway::KeepOrder, FallsAway::Recompute]);
    let relative = (1_i64..90, limits(), choice).prop_map(|(weight, limits, falls_away)| {
        RelativeRule { weight: Exact::from(weight), limits, falls_away }
    });
    let number = (1_i64..90, 7_i64..9).prop_map(|(above, below)| {
        &Exact::one() + &Exact::from(above).divided_by(&below.into()).unwrap()
    });
    prop_oneof![
        Just(Method::Admission),
        prop::option::of(1_i64..200_000)
            .prop_map(|fixed| Method::QualityOnly { fixed_price: fixed.map(Exact::from) }),
        (outside(), outside()).prop_map(|(below, above)| {
            let mut rule = price_rule(below);
            rule.above = above;
            Method::WeightedAbsolute(rule)
        }),
        limits().prop_map(|limits| Method::AwardOnValue { limits }),
        limits().prop_map(|limits| Method::PricePerPoint { limits }),
        (number.clone(), limits())
            .prop_map(|(factor, limits)| Method::ValueForMoney { factor, limits }),
        (number.clone(), limits()).prop_map(|(multiple, limits)| {
            Method::LogPrice { weight: x("40"), multiple, limits }
        }),
        relative.clone().prop_map(Method::LowBidInverse),
        (relative.clone(), number)
            .prop_map(|(rule, multiple)| Method::LowBidLinear { rule, multiple }),
        relative.prop_map(Method::UtilityIndex),
    ]
}

/// Groups of the first, of the middle, of the last and of groups.
fn groups() -> impl Strategy<Value = Vec<Group>> {
    let group = |code: &str, parts: &[&str], threshold: Option<i64>| Group {
        code: code.into(),
        parts: parts.iter().map(|part| (*part).to_owned()).collect(),
        threshold: threshold.map(Exact::from),
    };
    (0..4, prop::option::of(0_i64..9)).prop_map(move |(kind, threshold)| match kind {
        0 => vec![],
        1 => vec![group("g", &["b", "c"], threshold)],
        2 => vec![group("g", &["a", "b"], None), group("h", &["c"], threshold)],
        _ => vec![
            group("g", &["a", "b"], threshold),
            group("h", &["d", "e"], None),
            group("i", &["g", "c", "h"], threshold),
        ],
    })
}

fn ties(method: &Method, keys: &[&str]) -> Vec<TieKey> {
    let key = |code: &&str| TieKey::Criterion((*code).to_owned());
    let price = method.needs_price().then_some(TieKey::Price);
    keys.iter().map(key).chain(price).collect()
}

fn schemes() -> impl Strategy<Value = Scheme> {
    let weights = prop::collection::vec((1_i64..30, 3_i64..8), CODES.len());
    let thresholds = prop::collection::vec(prop::option::of(0_i64..3), CODES.len());
    let modes = [RoundingMode::HalfUp, RoundingMode::HalfEven, RoundingMode::Truncate];
    let aggregates =
        [Aggregate::Consensus, Aggregate::Mean, Aggregate::Median, Aggregate::TrimmedMean];
    let rule = (0_u8..=12, prop::sample::select(modes.to_vec()));
    let end = prop::sample::select(vec![TieEnd::Draw, TieEnd::StaysTied]);
    let ends = (prop::sample::subsequence(CODES.to_vec(), 0..=3), end);
    let aggregate = prop::sample::select(aggregates.to_vec());
    let total = prop::option::of(0_i64..5);
    (methods(), weights, thresholds, groups(), (rule, ends, aggregate, total)).prop_map(
        |(method, weights, thresholds, groups, ((digits, mode), (keys, end), aggregate, total))| {
            let mut scheme = Scheme::new(method, Vec::new());
            for ((code, weight), threshold) in CODES.iter().zip(&weights).zip(&thresholds) {
                let weight = Exact::from(weight.0).divided_by(&weight.1.into()).unwrap();
                let mut one = criterion(code, "1", "10");
                (one.weight, one.threshold) = (weight, threshold.map(Exact::from));
                scheme.criteria.push(one);
            }
            scheme.criteria[1].scale = worded(&["0", "5/2", "5", "10"], 1);
            scheme.criteria[2].scale.max = x("21/2");
            scheme.groups = groups;
            scheme.full_marks = scheme.weight_sum();
            scheme.aggregate = aggregate;
            scheme.threshold = total.map(Exact::from);
            scheme.rounding = Rounding { digits, mode };
            scheme.ties.keys = ties(&scheme.method, &keys);
            scheme.ties.end = end;
            scheme
        },
    )
}

/// Bids on grades that every scale has; some of them not settled, some without a price.
fn bids() -> impl Strategy<Value = Vec<BidGrades>> {
    let grades = prop::collection::vec(prop::sample::select(vec!["0", "5/2", "5", "10", ""]), 5);
    let one = (grades, prop::option::weighted(0.9, 1_i64..250_000), any::<bool>());
    prop::collection::vec(one, 0..5).prop_map(|bids| {
        let bid = |(id, (grades, price, gone)): (char, (Vec<&str>, Option<i64>, bool))| {
            let grades = CODES.iter().zip(grades).filter(|(_, grade)| !grade.is_empty());
            BidGrades {
                id: id.into(),
                price: price.map(Exact::from),
                grades: grades.map(|(code, grade)| ((*code).to_owned(), x(grade))).collect(),
                presence: if gone { Presence::FellAway } else { Presence::TakesPart },
            }
        };
        ('A'..).zip(bids).map(bid).collect()
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_the_same(
        scheme in schemes(),
        bids in bids(),
        number in any::<u64>(),
    ) {
        prop_assert_eq!(scheme.problems(), vec![]);
        let seed = Seed::from_number(number);
        let text = rank_document::write(&scheme, &bids, Some(&seed), "A \"title\"").unwrap();
        let read = rank_input::read(text.as_bytes());
        prop_assert!(read.is_ok(), "{:?} {}", read.err(), text);
        let read = read.ok().unwrap();
        prop_assert_eq!(&read.scheme, &scheme);
        prop_assert_eq!(&read.bids, &bids);
        prop_assert_eq!(read.seed, (scheme.ties.end == TieEnd::Draw).then_some(seed));
    }
}

/// The file has what the engine made of it, and whoever does it again gets the same.
#[test]
fn a_calculation_can_be_done_again() {
    let mut scheme = Scheme::new(
        Method::WeightedAbsolute(price_rule(Outside::Exclude)),
        vec![criterion("q1", "40", "10"), criterion("q2", "20", "10")],
    );
    scheme.ties.end = TieEnd::Draw;
    let one = |id: &str, grade: &str, price: &str| {
        super::super::super::tests::bid(id, &[("q1", grade), ("q2", "6")], Some(price))
    };
    let bids = [one("A", "8", "100000"), one("B", "7", "90000"), one("C", "7", "90000")];
    let seed = Seed::from_number(7);
    let file: Value =
        serde_json::from_str(&calculation(&scheme, &bids, Some(&seed), "Lot 1").unwrap()).unwrap();
    assert_eq!(file["input"]["title"], "Lot 1");
    assert_eq!(ranked(&file["input"]), file["result"]);
    let outcome = score_bids(&scheme, &bids, Some(&seed)).unwrap();
    let expected: Vec<Value> = outcome.bids.iter().map(|bid| json!(bid.id)).collect();
    let ranking = file["result"]["ranking"].as_array().unwrap();
    assert_eq!(ranking.iter().map(|line| line["id"].clone()).collect::<Vec<_>>(), expected);
    assert_eq!(outcome.ranking().map(|(place, _)| place).collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn what_rank_does_not_accept_is_no_calculation() {
    let scheme = Scheme::new(Method::default(), vec![]);
    let faults = calculation(&scheme, &[], Some(&Seed::from_number(1)), "").unwrap_err();
    assert_eq!(faults.errors[0].path, "/criteria");
}
