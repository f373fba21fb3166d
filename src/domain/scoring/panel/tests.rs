//! Agreement against published values, and its invariants.

use proptest::prelude::*;

use super::*;

const ALPHAS: [Statistic; 4] = [
    Statistic::AlphaNominal,
    Statistic::AlphaOrdinal,
    Statistic::AlphaInterval,
    Statistic::AlphaRatio,
];

/// Ratings from one text per assessor, with a star where a grade is missing.
fn ratings(assessors: &[&str]) -> Ratings {
    let grades = |text: &&str| text.split_whitespace().map(|grade| grade.parse().ok()).collect();
    Ratings::new(&assessors.iter().map(grades).collect::<Vec<_>>()).unwrap()
}

fn values(ratings: &Ratings, statistics: &[Statistic]) -> Vec<Result<f64, NoValue>> {
    statistics.iter().map(|statistic| agreement(ratings, *statistic).value).collect()
}

fn near(found: &[Result<f64, NoValue>], expected: &[f64]) {
    let found: Vec<f64> = found.iter().map(|value| value.unwrap()).collect();
    assert_eq!(found.len(), expected.len());
    let apart = found.iter().zip(expected).map(|(found, expected)| (found - expected).abs());
    assert!(apart.fold(0.0, f64::max) < 1e-12, "{found:?} is not {expected:?}");
}

/// Cases `wikipedia-3x15` and `krippendorff-C-4x12` of `krippendorff.json`, as exact fractions.
#[test]
fn alpha_of_the_published_examples() {
    let three = ratings(&[
        "* * * * * 3 4 1 2 1 1 3 3 * 3",
        "1 * 2 1 3 3 4 3 * * * * * * *",
        "* * 2 1 3 4 4 * 2 1 1 3 3 * 4",
    ]);
    let exact = [56.0 / 81.0, 112173.0 / 139048.0, 643.0 / 793.0, 90503.0 / 111878.0];
    near(&values(&three, &ALPHAS), &exact);
    assert_eq!(agreement(&three, Statistic::AlphaNominal).bids, 12);
    let four = ratings(&[
        "1 2 3 3 2 1 4 1 2 * * *",
        "1 2 3 3 2 2 4 1 2 5 * 3",
        "* 3 3 3 2 3 4 2 2 5 1 *",
        "1 2 3 3 2 4 4 1 2 5 1 *",
    ]);
    let exact = [113.0 / 152.0, 108577.0 / 133160.0, 951.0 / 1120.0, 18222619.0 / 22852465.0];
    near(&values(&four, &ALPHAS), &exact);
}

/// Case `labels-nominal`, with a number per label, and `perfect`.
#[test]
fn alpha_of_labels_and_of_perfect_agreement() {
    let labels = ratings(&["1 2 3 *", "1 2 3 1", "1 2 1 1"]);
    let found = agreement(&labels, Statistic::AlphaNominal).value.unwrap();
    assert!((found - 0.722222).abs() < 5e-7, "{found}");
    near(&values(&ratings(&["1 2 3 4"; 3]), &ALPHAS), &[1.0; 4]);
}

/// Shrout and Fleiss 1979, table 2, as exact fractions (`evaluation.md` 3.4).
#[test]
fn the_six_forms_of_shrout_and_fleiss() {
    let panel = ratings(&["9 6 8 7 10 6", "2 1 4 1 5 2", "5 3 6 2 6 4", "8 2 8 6 9 7"]);
    let exact = [
        448.0 / 2703.0,
        184.0 / 635.0,
        920.0 / 1287.0,
        1792.0 / 4047.0,
        736.0 / 1187.0,
        3680.0 / 4047.0,
    ];
    near(&values(&panel, &Statistic::ICC), &exact);
    assert_eq!(agreement(&panel, Statistic::Icc21).bids, 6);
    assert_eq!(agreement(&panel, Statistic::Icc21).assessors, 4);
}

/// The `anxiety` data of the R package irr (`evaluation.md` 3.4).
#[test]
fn concordance_with_ties() {
    let panel = ratings(&[
        "3 3 3 4 5 5 2 3 5 2 2 6 1 5 2 2 1 2 4 3",
        "3 6 4 6 2 4 2 4 3 3 2 3 3 3 2 2 1 3 3 4",
        "2 1 4 4 3 2 1 6 1 1 1 2 3 3 1 1 3 3 2 2",
    ]);
    near(&values(&panel, &[Statistic::KendallW]), &[6008.0 / 11133.0]);
    near(&values(&ratings(&["1 2 3", "1 2 3"]), &[Statistic::KendallW]), &[1.0]);
    near(&values(&ratings(&["1 2 3", "3 2 1"]), &[Statistic::KendallW]), &[0.0]);
}

#[test]
fn without_a_value_there_is_a_reason() {
    let why = |assessors: &[&str], statistics: &[Statistic]| {
        let found = values(&ratings(assessors), statistics);
        found.into_iter().map(|value| value.unwrap_err()).collect::<Vec<_>>()
    };
    let w = [Statistic::KendallW];
    assert_eq!(why(&["1 1", "1 1"], &ALPHAS), [NoValue::NoVariation; 4]);
    assert_eq!(why(&["0.1 0.1", "0.1 0.1"], &Statistic::ICC), [NoValue::NoVariation; 6]);
    assert_eq!(why(&["1 1", "2 2"], &w), [NoValue::NoVariation]);
    assert_eq!(why(&["1 *", "* 2"], &ALPHAS), [NoValue::NoPairs; 4]);
    assert_eq!(why(&["* *", "* *"], &ALPHAS), [NoValue::NoPairs; 4]);
    assert_eq!(why(&["1 *", "* 2"], &Statistic::ICC), [NoValue::TooFewBids; 6]);
    assert_eq!(why(&["1", "2"], &Statistic::ICC), [NoValue::TooFewBids; 6]);
    assert_eq!(why(&["1", "2"], &w), [NoValue::TooFewBids]);
    assert_eq!(why(&["1 2 3"], &ALPHAS), [NoValue::TooFewAssessors; 4]);
    assert_eq!(why(&["1 2 3"], &Statistic::ICC), [NoValue::TooFewAssessors; 6]);
    assert_eq!(why(&[], &w), [NoValue::TooFewAssessors]);
    assert_eq!(why(&["-1 1", "1 1"], &ALPHAS[3..]), [NoValue::NotARatioScale]);
    let level = ["1 2", "2 1"];
    assert_eq!(why(&level, &Statistic::ICC[3..4]), [NoValue::NoVariationBetweenBids]);
    assert_eq!(agreement(&ratings(&level), Statistic::Icc11).value, Ok(-1.0));
    assert_eq!(Ratings::new(&[vec![Some(1.0)], vec![]]).err(), Some(RatingsError::Uneven));
    assert_eq!(Ratings::new(&[vec![Some(f64::NAN)]]).err(), Some(RatingsError::NotFinite));
}

/// One bid is enough for alpha, since chance is judged over all grades.
#[test]
fn zero_grades_and_one_bid() {
    near(&values(&ratings(&["0 0 4", "0 0 4"]), &ALPHAS), &[1.0; 4]);
    near(&values(&ratings(&["0", "4"]), &ALPHAS), &[0.0; 4]);
}

/// Many different grades make the table of codes grow.
#[test]
fn alpha_of_hundreds_of_different_grades() {
    let list =
        |shift: f64| (0..500).map(|at| Some(f64::from(at) / 7.0 + shift)).collect::<Vec<_>>();
    let panel = Ratings::new(&[list(0.0), list(0.0)]).unwrap();
    near(&values(&panel, &ALPHAS), &[1.0; 4]);
    let apart = Ratings::new(&[list(0.0), list(1e-3)]).unwrap();
    near(&values(&apart, &ALPHAS[..1]), &[0.0]);
    assert!(agreement(&apart, Statistic::AlphaOrdinal).value.unwrap() > 0.9999);
}

/// `evaluation.md` 3.2, from a reliability of 0.259.
#[test]
fn what_more_assessors_would_bring() {
    let outlook = [1, 2, 3, 4, 5, 8, 12].map(|k| spearman_brown(0.259, k).unwrap());
    let shown = outlook.map(|value| format!("{value:.2}"));
    assert_eq!(shown, ["0.26", "0.41", "0.51", "0.58", "0.64", "0.74", "0.81"]);
    let needed = [0.7, 0.8].map(|goal| format!("{:.1}", assessors_needed(0.259, goal).unwrap()));
    assert_eq!(needed, ["6.7", "11.4"]);
    for wrong in [-0.1, 0.0, 1.0, f64::NAN] {
        assert_eq!(spearman_brown(wrong, 3), Err(NoValue::NotAReliability));
        assert_eq!(assessors_needed(0.5, wrong), Err(NoValue::NotAReliability));
    }
}

#[test]
fn severity_and_spread_of_each_assessor() {
    let panel = ratings(&["8 6 *", "6 4 2", "* 8 *"]);
    let found = assessor_profiles(&panel);
    let severity = found.iter().map(|profile| (profile.severity, profile.bids)).collect::<Vec<_>>();
    assert_eq!(severity, [(Ok(1.0), 2), (Ok(-2.5), 2), (Ok(3.0), 1)]);
    let spread = found.iter().map(|profile| profile.spread).collect::<Vec<_>>();
    assert_eq!(spread, [Ok(2_f64.sqrt()), Ok(2.0), Err(NoValue::TooFewBids)]);
    let alone = assessor_profiles(&ratings(&["1 2"]));
    assert_eq!((alone[0].severity, alone[0].bids), (Err(NoValue::NoPairs), 0));
}

#[test]
fn a_level_is_a_word_for_a_value() {
    let levels = [0.66, 0.667, 0.8].map(|value| Level::of(Statistic::AlphaOrdinal, value));
    assert_eq!(levels, [Level::Low, Level::Fair, Level::High]);
    assert_eq!(Level::of(Statistic::Icc2k, 0.75), Level::High);
    assert_eq!(Level::of(Statistic::KendallW, 0.69), Level::Fair);
}

/// Two to five assessors and up to eight bids on a scale of 0 to 5, some grades missing.
fn panels() -> impl Strategy<Value = Vec<Vec<Option<f64>>>> {
    (2_usize..6, 1_usize..9).prop_flat_map(|(assessors, bids)| {
        let grade = prop::option::weighted(0.8, (0_u8..6).prop_map(f64::from));
        prop::collection::vec(prop::collection::vec(grade, bids), assessors)
    })
}

fn same(one: Result<f64, NoValue>, two: Result<f64, NoValue>) -> bool {
    match (one, two) {
        (Ok(one), Ok(two)) => (one - two).abs() < 1e-9,
        (one, two) => one == two,
    }
}

fn mapped(panel: &[Vec<Option<f64>>], map: impl Fn(usize, f64) -> f64) -> Ratings {
    let row = |(at, row): (usize, &Vec<Option<f64>>)| {
        row.iter().map(|grade| grade.map(|grade| map(at, grade))).collect()
    };
    Ratings::new(&panel.iter().enumerate().map(row).collect::<Vec<_>>()).unwrap()
}

/// Invariant 16 of `evaluation.md` chapter 8.
mod invariants {
    use super::*;

    proptest! {
        /// Invariant 16: the order of assessors changes nothing.
        #[test]
        fn the_order_of_assessors_does_not_matter(mut panel in panels()) {
            let before = Ratings::new(&panel).unwrap();
            panel.rotate_left(1);
            let after = Ratings::new(&panel).unwrap();
            for statistic in ALPHAS.iter().chain(&Statistic::ICC).chain(&[Statistic::KendallW]) {
                let (one, two) = (agreement(&before, *statistic), agreement(&after, *statistic));
                prop_assert!(same(one.value, two.value), "{:?} {:?}", one, two);
                prop_assert_eq!(one.bids, two.bids);
            }
        }

        /// Invariant 16: 1 for perfect agreement with variation, and a reason without variation.
        #[test]
        fn agreement_is_one_when_all_grades_agree(row in prop::collection::vec(0_u8..6, 2..9)) {
            let row: Vec<Option<f64>> = row.into_iter().map(|grade| Some(f64::from(grade))).collect();
            let differ = row.iter().any(|grade| grade != &row[0]);
            let panel = Ratings::new(&[row.clone(), row.clone(), row]).unwrap();
            for statistic in ALPHAS.iter().chain(&Statistic::ICC).chain(&[Statistic::KendallW]) {
                let expected = if differ { Ok(1.0) } else { Err(NoValue::NoVariation) };
                prop_assert!(same(agreement(&panel, *statistic).value, expected));
            }
        }

        /// Invariant 16: nominal and ordinal alpha and W look at the order of values only.
        #[test]
        fn what_looks_at_order_only_sees_order_only(panel in panels()) {
            let before = Ratings::new(&panel).unwrap();
            let after = mapped(&panel, |_, grade| grade * grade * grade - 3.0);
            for statistic in [Statistic::AlphaNominal, Statistic::AlphaOrdinal, Statistic::KendallW] {
                let (one, two) = (agreement(&before, statistic), agreement(&after, statistic));
                prop_assert!(same(one.value, two.value), "{:?} {:?}", one, two);
            }
        }

        /// Invariant 16: interval alpha and ICC are the same after a shift and on another scale.
        #[test]
        fn shift_and_scale_do_not_matter_to_distances(panel in panels()) {
            let before = Ratings::new(&panel).unwrap();
            let after = mapped(&panel, |_, grade| grade * 2.5 - 7.0);
            for statistic in Statistic::ICC.iter().chain(&[Statistic::AlphaInterval]) {
                let (one, two) = (agreement(&before, *statistic), agreement(&after, *statistic));
                prop_assert!(same(one.value, two.value), "{:?} {:?}", one, two);
            }
        }

        /// Invariant 16: a shift per assessor does not change ICC(3).
        #[test]
        fn severity_does_not_matter_to_the_third_form(panel in panels()) {
            let before = Ratings::new(&panel).unwrap();
            let after = mapped(&panel, |assessor, grade| grade + [0.0, 1.0, -2.0, 4.0, 0.5][assessor]);
            for statistic in [Statistic::Icc31, Statistic::Icc3k] {
                let (one, two) = (agreement(&before, statistic), agreement(&after, statistic));
                let constant = [one.value, two.value].contains(&Err(NoValue::NoVariation));
                prop_assert!(constant || same(one.value, two.value), "{:?} {:?}", one, two);
            }
        }
    }
}
