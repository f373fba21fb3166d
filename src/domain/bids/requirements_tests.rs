use super::super::answers::{Answer, Form};
use super::super::example;
use super::super::gaps::{Files, Meter, Progress};
use super::*;
use proptest::prelude::*;

const QUESTION: &str = "quality.requirements";

/// The round of the example, which asks the five steps and lets one proof wait.
fn definition() -> Definition {
    let mut definition = example::definition();
    for requirement in &mut definition.requirements {
        requirement.explain = Explain::InSteps;
        if requirement.code == "Q16" {
            requirement.proof = ProofDue::BeforeAward;
        }
    }
    definition
}

/// A whole bid in which every requirement is met, but for these changes.
fn answers(changes: &[(&str, &str)]) -> Answers {
    let mut answers = example::answers("table", "nabuur");
    let mut put = |field: String, value: &str| {
        answers.put(field, Answer { value: value.to_owned(), version: 1, saved: None });
    };
    for requirement in &definition().requirements {
        put(field_name(QUESTION, &requirement.code, RequirementPart::Status), "met");
    }
    for (tail, value) in changes {
        put(format!("{QUESTION}.{tail}"), value);
    }
    answers
}

fn missing(changes: &[(&str, &str)]) -> Vec<String> {
    let gaps = gaps(&definition(), (&answers(changes), QUESTION));
    let short = |gap: &Gap| format!("{} {:?}", &gap.field[QUESTION.len() + 1..], gap.why);
    gaps.iter().map(short).collect()
}

#[test]
fn another_way_is_explained_in_five_steps() {
    assert_eq!(missing(&[]), Vec::<String>::new());
    let other = [("Q11.status", "equivalent")];
    let steps = ["risk", "instead", "check_date", "vouch"];
    assert_eq!(missing(&other), steps.map(|step| format!("Q11.{step} NoStep")));
    let silent = [("Q11.status", "equivalent"), ("Q11.proof", ""), ("Q11.vouch", "De huisarts")];
    let expected =
        ["Q11.proof NoProof", "Q11.risk NoStep", "Q11.instead NoStep", "Q11.check_date NoStep"];
    assert_eq!(missing(&silent), expected);
    // A round that was published before the steps asks words only.
    let old = example::definition();
    assert_eq!(gaps(&old, (&answers(&other), QUESTION)), vec![]);
}

#[test]
fn a_proof_may_wait_where_the_round_says_so() {
    assert_eq!(missing(&[("Q16.proof", "")]), Vec::<String>::new());
    assert_eq!(missing(&[("Q15.proof", "")]), ["Q15.proof NoProof"]);
    // A plan, or why it does not apply, has to be said at once.
    for status in ["not_applicable", "plan"] {
        let said =
            missing(&[("Q16.proof", ""), ("Q16.status", status), ("Q16.date", "2027-06-01")]);
        assert_eq!(said, ["Q16.proof NoProof"], "{status}");
    }
}

#[test]
fn one_proof_serves_more_than_one_requirement_but_never_in_a_chain() {
    let shared = [("Q03.proof", ""), ("Q03.same_as", "Q01")];
    assert_eq!(missing(&shared), Vec::<String>::new());
    let chain = [shared[0], shared[1], ("Q01.same_as", "Q04")];
    assert_eq!(missing(&chain), ["Q03.same_as NotShared(Chain)"]);
    let circle = [shared[0], shared[1], ("Q01.same_as", "Q03")];
    let both = ["Q01.same_as NotShared(Chain)", "Q03.same_as NotShared(Chain)"];
    assert_eq!(missing(&circle), both);
    let nothing = [shared[0], shared[1], ("Q01.status", "not_applicable")];
    assert_eq!(missing(&nothing), ["Q03.same_as NotShared(Nothing)"]);
    let definition = definition();
    let lot = example::fixed_lot();
    let form = Form::new(&definition, &lot);
    let same_as = form.field("quality.requirements.Q03.same_as").unwrap().rule;
    assert!(same_as.keep("Q01").is_ok() && same_as.keep("").is_ok());
    assert!(same_as.keep("Q03").is_err() && same_as.keep("Q99").is_err());
}

#[test]
fn a_proof_that_ends_too_early_or_is_gone_is_a_warning_and_no_gap() {
    let starts: Date = "2027-07-01".parse().unwrap();
    let said = [
        ("Q16.valid_until", "2027-06-30"),
        ("Q15.valid_until", "2027-07-01"),
        ("Q16.file", "polis.pdf"),
        ("Q15.file", "rekening.pdf"),
        ("Q01.valid_until", "morgen"),
    ];
    let found = warnings(&definition(), (&answers(&said), QUESTION), &["rekening.pdf"]);
    let until = "2027-06-30".parse().unwrap();
    let warn = |what| ProofWarning { requirement: "Q16".into(), what };
    let ends = warn(Doubt::EndsBefore { until, starts });
    let gone = warn(Doubt::FileGone { name: "polis.pdf".into() });
    assert_eq!(found, [ends.clone(), gone.clone()]);
    let fields = [ends, gone].map(|warning| warning.field(QUESTION));
    assert_eq!(fields, ["quality.requirements.Q16.valid_until", "quality.requirements.Q16.file"]);
    assert_eq!(missing(&said), Vec::<String>::new());
}

fn a_text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("equivalent".into()),
        Just("met".into()),
        Just("plan".into()),
        Just("Q01".into()),
        Just("Q16".into()),
        Just("2027-01-01".into()),
        "[a-z]{1,8}",
    ]
}

proptest! {
    /// Whatever is filled in, each gap is a field of the round, and the meter says the same.
    #[test]
    fn every_gap_is_a_field_and_keeps_the_section_from_done(
        changes in proptest::collection::vec((0usize..14, 0usize..10, a_text()), 0..8),
    ) {
        let definition = definition();
        let lot = example::fixed_lot();
        let form = Form::new(&definition, &lot);
        let tails: Vec<(String, String)> = changes
            .into_iter()
            .map(|(r, part, text)| {
                let code = &definition.requirements[r].code;
                (format!("{code}.{}", RequirementPart::ALL[part].as_str()), text)
            })
            .collect();
        let tails: Vec<(&str, &str)> =
            tails.iter().map(|(tail, text)| (tail.as_str(), text.as_str())).collect();
        let answers = answers(&tails);
        let gaps = gaps(&definition, (&answers, QUESTION));
        for gap in &gaps {
            prop_assert!(form.field(&gap.field).is_some(), "{}", gap.field);
        }
        let meter = Meter::of(&form, &answers, &Files::new());
        let quality = meter.section("quality").unwrap();
        prop_assert!(gaps.iter().all(|gap| quality.gaps.contains(gap)));
        if !gaps.is_empty() {
            prop_assert!(quality.progress != Progress::Done);
        }
    }
}

#[test]
fn a_round_that_chose_nothing_keeps_its_hash() {
    let old = serde_json::to_value(&example::definition().requirements[0]).unwrap();
    let keys: Vec<&String> = old.as_object().unwrap().keys().collect();
    let before = ["code", "equivalent", "knock_out", "risk", "text", "title", "usual_proof"];
    assert!(keys.iter().all(|key| before.contains(&key.as_str())), "{keys:?}");
    assert_eq!(keys.len(), before.len());
    let asked = serde_json::to_value(&definition().requirements[0]).unwrap();
    assert_eq!(asked["explain"], "steps");
}

#[test]
fn steps_go_along_only_with_another_way() {
    let (definition, lot) = (definition(), example::fixed_lot());
    let form = Form::new(&definition, &lot);
    let said =
        [("Q11.risk", "Gevaar"), ("Q11.vouch", "De huisarts"), ("Q11.valid_until", "2028-01-01")];
    let sent = |status: &str| {
        let changes = [said[0], said[1], said[2], ("Q11.status", status)];
        let content = form.content(&answers(&changes));
        said.map(|(tail, _)| content.contains_key(&format!("{QUESTION}.{tail}")))
    };
    assert_eq!(sent("equivalent"), [true, true, true]);
    assert_eq!(sent("met"), [false, false, true]);
    assert!(names_somebody("quality.requirements.Q11.vouch"));
    assert!(names_somebody("quality.requirements.Q11.file"));
    assert!(!names_somebody("quality.requirements.Q11.proof"));
    assert!(!names_somebody("people.tasks.1.file") && !names_somebody("file"));
}
