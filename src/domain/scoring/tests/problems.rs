//! What keeps a scheme from being published and bids from being scored.

use super::*;

fn named(code: &str) -> String {
    code.to_owned()
}

#[test]
fn a_good_scheme_has_no_problems() {
    let mut plan = criterion("plan", "100/3", "10");
    plan.threshold = Some(x("4"));
    let mut reach = criterion("reach", "80/3", "5");
    reach.scale = worded(&["1", "2", "3", "4", "5"], 2);
    let mut scheme =
        Scheme::new(Method::WeightedAbsolute(price_rule(Outside::Clamp)), vec![plan, reach]);
    scheme.ties.keys = vec![TieKey::Criterion("plan".into()), TieKey::Price];
    scheme.threshold = Some(x("55"));
    assert_eq!(scheme.problems(), []);
}

#[test]
fn weights_must_add_up_exactly() {
    let thirds = ["a", "b", "c"].map(|code| criterion(code, "33.33", "10"));
    let scheme = Scheme::new(Method::default(), thirds.to_vec());
    let short = SchemeProblem::WeightSum { sum: x("99.99"), full_marks: x("100") };
    assert_eq!(scheme.problems(), std::slice::from_ref(&short));
    assert_eq!(short.to_string(), "the weights add up to 9999/100, not to 100");
    let thirds = ["a", "b", "c"].map(|code| criterion(code, "100/3", "10"));
    assert_eq!(Scheme::new(Method::default(), thirds.to_vec()).problems(), []);
}

#[test]
fn every_problem_is_found_at_once() {
    let knocked = Criterion { scale: worded(&["0", "5", "5"], 3), ..criterion("d", "0", "1") };
    let mut outside = criterion("e", "0", "10");
    outside.scale.grades = worded(&["0", "11"], 0).grades;
    outside.threshold = Some(x("12"));
    let criteria = vec![
        criterion("price", "60", "10"),
        criterion("b", "-1", "0"),
        criterion("b", "1", "10"),
        knocked,
        outside,
    ];
    let rule = PriceRule { floor: x("140000"), weight: x("-40"), ..price_rule(Outside::Clamp) };
    let mut scheme = Scheme::new(Method::WeightedAbsolute(rule), criteria);
    scheme.threshold = Some(x("101"));
    scheme.ties.keys = vec![TieKey::Criterion("z".into()), TieKey::Price, TieKey::Price];
    assert_eq!(
        scheme.problems(),
        [
            SchemeProblem::NoCode { place: 0 },
            SchemeProblem::SameCode { code: named("b") },
            SchemeProblem::NegativeWeight { code: named("b") },
            SchemeProblem::NoRange { code: named("b") },
            SchemeProblem::SameGrade { code: named("d"), value: x("5") },
            SchemeProblem::KnockOutNotLowest { code: named("d") },
            SchemeProblem::GradeOutsideScale { code: named("e"), value: x("11") },
            SchemeProblem::ThresholdOutOfReach { code: named("e") },
            SchemeProblem::NegativeWeight { code: named("price") },
            SchemeProblem::PriceRange,
            SchemeProblem::WeightSum { sum: x("20"), full_marks: x("100") },
            SchemeProblem::ThresholdOutOfReach { code: named("total") },
            SchemeProblem::UnknownTieKey { code: named("z") },
            SchemeProblem::SameTieKey { code: named("price") },
        ]
    );
    let refused = score_bids(&scheme, &[], None).unwrap_err();
    assert_eq!(refused, ScoreError::Scheme(scheme.problems()));
}

#[test]
fn an_empty_scheme_and_a_price_key_without_price_are_problems() {
    let mut scheme = Scheme::new(Method::default(), Vec::new());
    scheme.ties.keys = vec![TieKey::Price];
    let sum = SchemeProblem::WeightSum { sum: x("0"), full_marks: x("100") };
    let expected = [SchemeProblem::NoCriteria, sum, SchemeProblem::TieKeyWithoutPrice];
    assert_eq!(scheme.problems(), expected);
}

#[test]
fn bids_that_do_not_fit_are_refused_with_their_place() {
    let mut scheme = Scheme::new(Method::default(), vec![criterion("plan", "100", "10")]);
    scheme.criteria[0].scale = worded(&["0", "5", "10"], 0);
    let bids =
        [bid("A", &[("plan", "5")], None), bid("A", &[("plan", "7"), ("other", "1")], Some("-1"))];
    let problem = |kind| BidProblem { bid: 1, kind };
    let (criterion, value) = ("plan".to_owned(), x("7"));
    let expected = vec![
        problem(BidProblemKind::SameId),
        problem(BidProblemKind::NegativePrice),
        problem(BidProblemKind::UnknownCriterion { criterion: "other".into() }),
        problem(BidProblemKind::NotOnScale { criterion, value }),
    ];
    assert_eq!(score_bids(&scheme, &bids, None), Err(ScoreError::Bids(expected)));
}

#[test]
fn a_scheme_keeps_its_numbers_in_json() {
    let mut scheme = Scheme::new(
        Method::WeightedAbsolute(price_rule(Outside::Exclude)),
        vec![criterion("plan", "60", "10")],
    );
    scheme.ties = TieRule { keys: vec![TieKey::Price], end: TieEnd::Draw };
    let text = serde_json::to_string(&scheme).unwrap();
    assert_eq!(serde_json::from_str::<Scheme>(&text).unwrap(), scheme);
}
