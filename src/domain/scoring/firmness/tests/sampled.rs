//! SMAA against values that are known exactly.

use super::*;

/// The shares of the first rank.
fn firsts(smaa: &Smaa, bids: usize) -> Vec<f64> {
    (0..bids).map(|bid| smaa.acceptability(bid)[0]).collect()
}

fn near(found: &[f64], expected: &[f64], within: f64) {
    assert_eq!(found.len(), expected.len());
    let apart = |(found, expected): (&f64, &f64)| (found - expected).abs();
    let worst = found.iter().zip(expected).map(apart).fold(0.0, f64::max);
    assert!(worst <= within, "{found:?} is not {expected:?}");
}

/// `evaluation.md` 4.2 and 9: exact volumes; 40,000 draws are within 0.007 in 99.5 % of cases,
/// and the seed is fixed.
#[test]
fn three_bids_under_all_weights_and_under_their_order() {
    let uniform = smaa(&three_bids(), &settings(WeightSpace::Uniform, 40_000)).unwrap();
    near(&firsts(&uniform, 3), &[2.0 / 9.0, 10.0 / 27.0, 11.0 / 27.0], 0.007);
    let ordinal = smaa(&three_bids(), &settings(WeightSpace::Ordinal, 40_000)).unwrap();
    near(&firsts(&ordinal, 3), &[5.0 / 6.0, 1.0 / 18.0, 1.0 / 9.0], 0.007);
}

#[test]
fn the_unit_problem_and_its_central_weights() {
    let unit = problem(&["1", "1", "1"], &[&["1", "0", "0"], &["0", "1", "0"], &["0", "0", "1"]]);
    let found = smaa(&unit, &settings(WeightSpace::Uniform, 40_000)).unwrap();
    near(&firsts(&found, 3), &[1.0 / 3.0; 3], 0.007);
    let central = found.central_weights(0).unwrap();
    near(central, &[11.0 / 18.0, 7.0 / 36.0, 7.0 / 36.0], 0.005);
    near(&[central.iter().sum()], &[1.0], 1e-10);
    near(&found.pairwise(0), &[0.0, 0.5, 0.5], 0.007);
    assert_eq!([0, 1, 2].map(|bid| found.confidence(bid)), [Some(1.0); 3]);
}

/// The centroid of ordered weights is the rank order centroid (11/18, 5/18, 2/18). Equal
/// published weights have no order among each other.
#[test]
fn ordered_weights_have_the_rank_order_centroid() {
    let one = |weights: &[&str]| problem(weights, &[&["1", "1", "1"]]);
    let mean = |problem: &Problem| {
        let found = smaa(problem, &settings(WeightSpace::Ordinal, 40_000)).unwrap();
        found.central_weights(0).unwrap().to_vec()
    };
    near(&mean(&one(&["20", "50", "30"])), &[2.0 / 18.0, 11.0 / 18.0, 5.0 / 18.0], 0.005);
    near(&mean(&one(&["1", "1", "1"])), &[1.0 / 3.0; 3], 0.005);
    near(&mean(&one(&["2", "2", "1"])), &[8.0 / 18.0, 8.0 / 18.0, 2.0 / 18.0], 0.005);
}

fn interval(low: &str, high: &str) -> Interval {
    Interval { low: x(low), high: x(high) }
}

/// Weights near the published ones: within 10 percent the first of the three bids stays first,
/// within 25 percent not always.
#[test]
fn weights_near_the_published_ones() {
    let problem = three_bids();
    let near_ones = WeightSpace::around(&problem, 10);
    let ranges = [("9/20", "11/20"), ("27/100", "33/100"), ("9/50", "11/50")];
    let expected = ranges.map(|(low, high)| interval(low, high));
    assert_eq!(near_ones, WeightSpace::Intervals(expected.to_vec()));
    let first = |space| smaa(&problem, &settings(space, 10_000)).unwrap().acceptability(0)[0];
    assert_eq!(first(near_ones), 1.0);
    let farther = first(WeightSpace::around(&problem, 25));
    assert!((0.5..1.0).contains(&farther), "{farther}");
    let most = WeightSpace::Intervals(vec![interval("0", "1"); 3]);
    assert_eq!(WeightSpace::around(&three_equal(), 250), most);
}

fn three_equal() -> Problem {
    problem(&["1", "1", "1"], &[&["1", "0", "0"]])
}

/// With three criteria the weights are a piece of a triangle, so the means are known.
#[test]
fn weights_within_ranges_are_spread_evenly() {
    let one = problem(&["1", "1", "1"], &[&["1", "1", "1"]]);
    let mean = |ranges: [(&str, &str); 3]| {
        let ranges = ranges.map(|(low, high)| interval(low, high)).to_vec();
        let found = smaa(&one, &settings(WeightSpace::Intervals(ranges), 40_000));
        found.map(|found| found.central_weights(0).unwrap().to_vec())
    };
    near(&mean([("0", "1"); 3]).unwrap(), &[1.0 / 3.0; 3], 0.005);
    // A triangle cut at half its height: the part with w1 up to 1/2 is 3/4 of it.
    near(
        &mean([("0", "0.5"), ("0", "1"), ("0", "1")]).unwrap(),
        &[2.0 / 9.0, 7.0 / 18.0, 7.0 / 18.0],
        0.005,
    );
    // A triangle shrunk to a quarter in one corner, from below and from above.
    near(
        &mean([("0.75", "1"), ("0", "1"), ("0", "1")]).unwrap(),
        &[5.0 / 6.0, 1.0 / 12.0, 1.0 / 12.0],
        0.002,
    );
    near(&mean([("0", "0.4"), ("0", "0.4"), ("0", "0.4")]).unwrap(), &[1.0 / 3.0; 3], 0.002);
    near(&mean([("0.2", "0.2"), ("0.3", "0.5"), ("0", "1")]).unwrap(), &[0.2, 0.4, 0.4], 0.002);
    near(&mean([("0.2", "0.2"), ("0.3", "0.3"), ("0", "1")]).unwrap(), &[0.2, 0.3, 0.5], 1e-9);
    near(&mean([("0.2", "1"), ("0.3", "1"), ("0.5", "1")]).unwrap(), &[0.2, 0.3, 0.5], 1e-9);
    near(&mean([("0", "0.2"), ("0", "0.3"), ("0", "0.5")]).unwrap(), &[0.2, 0.3, 0.5], 1e-9);
    assert_eq!(mean([("0", "0.3"), ("0", "0.3"), ("0", "0.3")]), Err(SmaaError::NoSuchWeights));
    assert_eq!(mean([("0.5", "1"), ("0.4", "1"), ("0.2", "1")]), Err(SmaaError::NoSuchWeights));
    assert_eq!(mean([("0", "1"), ("0.4", "0.3"), ("0", "1")]), Err(SmaaError::BadInterval(1)));
    assert_eq!(mean([("0", "1"), ("0", "1"), ("0", "1.1")]), Err(SmaaError::BadInterval(2)));
}

/// Narrow and wide ranges together, and a hundred of them, where trying at random would fail.
#[test]
fn many_ranges_can_be_drawn_from() {
    for (narrow, criteria) in
        [("0.011", 100), ("0.02", 100), ("0.04", 100), ("1", 100), ("0.1", 12)]
    {
        let weights = vec!["1"; criteria];
        let values = vec!["1"; criteria];
        let one = problem(&weights, &[&values]);
        let mut ranges = vec![interval("0", narrow); criteria];
        ranges[0] = interval("0", "1");
        let found = smaa(&one, &settings(WeightSpace::Intervals(ranges), 2_000)).unwrap();
        near(&[found.central_weights(0).unwrap().iter().sum()], &[1.0], 1e-9);
    }
}

/// Two bids with the same values share the better rank in every draw.
#[test]
fn equal_bids_share_their_rank() {
    let bids: [&[&str]; 3] = [&["0.3", "0.4"], &["0.1", "0.2"], &["0.3", "0.4"]];
    let found = smaa(&problem(&["1", "1"], &bids), &settings(WeightSpace::Uniform, 1_000)).unwrap();
    assert_eq!(found.acceptability(0), [1.0, 0.0, 0.0]);
    assert_eq!(found.acceptability(1), [0.0, 0.0, 1.0]);
    assert_eq!(found.acceptability(2), [1.0, 0.0, 0.0]);
    assert_eq!(found.pairwise(0), [0.0, 1.0, 0.0]);
    assert_eq!(found.central_weights(0), found.central_weights(2));
    assert_eq!((found.central_weights(1), found.confidence(1)), (None, None));
}

/// An exact tie that binary numbers would break: 22 and 22 of Triantaphyllou's example.
#[test]
fn rounding_breaks_no_tie() {
    let bids: [&[&str]; 3] =
        [&["25", "20", "15", "30"], &["10", "30", "20", "30"], &["30", "10", "30", "10"]];
    let weights = ["0.2", "0.15", "0.4", "0.25"];
    let ranges = weights.map(|weight| interval(weight, weight)).to_vec();
    let fixed = settings(WeightSpace::Intervals(ranges), 100);
    let found = smaa(&problem(&weights, &bids), &fixed).unwrap();
    assert_eq!(firsts(&found, 3), [0.0, 1.0, 1.0]);
    assert_eq!(found.acceptability(0), [0.0, 0.0, 1.0]);
}

/// Bid 0 was graded 0.2 or 0.6, bid 1 always 0.4.
#[test]
fn drawn_scores_follow_the_assessors() {
    let bid = |value: &str, given: &[&str]| BidValues {
        values: vec![x(value)],
        given: vec![given.iter().map(|value| x(value)).collect()],
    };
    let bids = vec![bid("0.6", &["0.2", "0.6", "0.6"]), bid("0.4", &[]), bid("0.2", &["0.2"])];
    let problem = Problem::new(&[x("1")], bids).unwrap();
    let drawn =
        SmaaSettings { scores: Scores::FromAssessors, ..settings(WeightSpace::Uniform, 40_000) };
    let found = smaa(&problem, &drawn).unwrap();
    near(&firsts(&found, 3), &[2.0 / 3.0, 1.0 / 3.0, 0.0], 0.007);
    near(&found.acceptability(0), &[2.0 / 3.0, 1.0 / 3.0, 0.0], 0.007);
    near(&found.acceptability(2), &[0.0, 1.0 / 3.0, 2.0 / 3.0], 0.007);
    near(
        &[found.confidence(0).unwrap(), found.confidence(1).unwrap()],
        &[2.0 / 3.0, 1.0 / 3.0],
        0.007,
    );
    assert_eq!(found.confidence(2), None);
    let given = smaa(&problem, &settings(WeightSpace::Uniform, 100)).unwrap();
    assert_eq!(firsts(&given, 3), [1.0, 0.0, 0.0]);
}

#[test]
fn the_number_of_draws_has_limits() {
    for samples in [0, MOST_SAMPLES + 1] {
        let refused = smaa(&three_bids(), &settings(WeightSpace::Uniform, samples));
        assert_eq!(refused, Err(SmaaError::Samples));
    }
    let none = settings(WeightSpace::Intervals(vec![]), 1);
    assert_eq!(smaa(&three_bids(), &none), Err(SmaaError::OneIntervalEach));
}
