use super::super::example;
use super::*;
use crate::domain::bids::answers::{Answer, YES};
use crate::domain::money::Cents;
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::lots::{LotDetails, LotPrice};
use proptest::prelude::*;

fn between() -> LotDetails {
    example::lot(LotPrice::Between { floor: Cents(3_500), ceiling: Cents(4_100) })
}

fn meter(lot: &LotDetails, answers: &Answers) -> Meter {
    Meter::of(&Form::new(&example::definition(), lot), answers, &Files::new())
}

fn with(mut answers: Answers, changes: &[(&str, &str)]) -> Answers {
    for (field, value) in changes {
        let answer = Answer { value: (*value).to_owned(), version: 0, saved: None };
        answers.put(*field, answer);
    }
    answers
}

/// Progress and gaps of one section, as short text.
fn section(meter: &Meter, code: &str) -> (Progress, Vec<String>) {
    let found = meter.section(code).unwrap();
    let gaps = found.gaps.iter().map(|g| format!("{} {:?}", &g.field[code.len() + 1..], g.why));
    (found.progress, gaps.collect())
}

/// A round with one section: a choice, a question that depends on it, and a table.
fn small_definition() -> Definition {
    let asked = r#"
        [[sections]]
        number = 9
        code = "people"
        title = "Mensen"
        group = "quality"
        purpose = ""
        [[sections.questions]]
        code = "paid"
        label = "Werken er beroepskrachten mee?"
        kind = { type = "choice", options = [{ code = "yes", label = "Ja" }, { code = "no", label = "Nee" }] }
        [[sections.questions]]
        code = "fte"
        label = "Hoeveel?"
        when = { question = "paid", is = ["yes"] }
        kind = { type = "number", min = 1, max = 99, unit = "banen" }
        [[sections.questions]]
        code = "tasks"
        label = "Wie doet wat?"
        kind = { type = "table", min = 2, max = 3, columns = [{ code = "task", label = "Taak" }, { code = "who", label = "Wie" }] }
    "#;
    let read: std::collections::BTreeMap<String, Vec<Section>> = toml::from_str(asked).unwrap();
    Definition { sections: read["sections"].clone(), ..example::definition() }
}

#[test]
fn a_question_counts_only_when_it_is_asked_and_only_then_goes_along() {
    let (definition, lot) = (small_definition(), example::fixed_lot());
    let form = Form::new(&definition, &lot);
    let missing = |answers: &Answers| {
        let meter = Meter::of(&form, answers, &Files::new());
        let fields: Vec<String> = meter.gaps().map(|gap| gap.field.clone()).collect();
        fields
    };
    let none = Answers::default();
    assert_eq!(missing(&none), ["people.paid", "people.tasks.1.task"]);
    let paid = with(none.clone(), &[("people.paid", "yes")]);
    assert_eq!(missing(&paid), ["people.fte", "people.tasks.1.task"]);
    let unpaid = with(none, &[("people.paid", "no"), ("people.fte", "4")]);
    assert_eq!(missing(&unpaid), ["people.tasks.1.task"]);
    let sent: Vec<String> = form.content(&unpaid).into_keys().collect();
    assert_eq!(sent, ["people.paid"]);
}

#[test]
fn a_row_is_whole_and_a_table_has_enough_of_them() {
    let (definition, lot) = (small_definition(), example::fixed_lot());
    let form = Form::new(&definition, &lot);
    let gaps = |rows: &[[&str; 2]]| {
        let mut answers = with(Answers::default(), &[("people.paid", "no")]);
        for (n, [task, who]) in (1..).zip(rows) {
            let field = |column: &str| format!("people.tasks.{n}.{column}");
            answers = with(answers, &[(&field("task"), task), (&field("who"), who)]);
        }
        section(&Meter::of(&form, &answers, &Files::new()), "people").1
    };
    let few = |begun: u8| format!("FewRows {{ min: 2, begun: {begun} }}");
    assert_eq!(gaps(&[]), [format!("tasks.1.task {}", few(0))]);
    assert_eq!(gaps(&[["Boodschappen", "Buur"]]), [format!("tasks.2.task {}", few(1))]);
    let half = gaps(&[["Boodschappen", ""], ["Koken", "Kok"]]);
    assert_eq!(half, ["tasks.1.who Empty"]);
    assert_eq!(gaps(&[["Boodschappen", "Buur"], ["Koken", "Kok"]]), ["done NotDone"]);
    let names: Vec<String> =
        form.fields(&definition.sections[0]).into_iter().map(|field| field.name).collect();
    assert_eq!(names.len(), 2 + 3 * 2 + 1);
    assert!(
        form.field("people.tasks.4.task").is_none() && form.field("people.tasks.0.who").is_none()
    );
}

#[test]
fn an_empty_bid_misses_every_required_answer() {
    let meter = meter(&example::fixed_lot(), &Answers::default());
    assert!(meter.sections.iter().all(|s| s.progress == Progress::Todo));
    assert_eq!((meter.done(), meter.is_complete()), (0, false));
    let expected = ["legal_form Empty", "members Empty", "introduction Empty"];
    assert_eq!(section(&meter, "who_we_are").1, expected);
    let expected = ["method Empty", "commitments.1.what FewCommitments { min: 3, begun: 0 }"];
    assert_eq!(section(&meter, "social_value").1, expected);
    let requirements = example::definition().requirements.len();
    assert_eq!(section(&meter, "quality").1.len(), 2 + requirements);
    assert_eq!(section(&meter, "price").1.len(), 7 + 2);
}

#[test]
fn the_bids_of_the_example_are_as_far_as_they_say() {
    let complete = meter(&between(), &example::answers("table", "nabuur"));
    assert_eq!(complete.gaps().collect::<Vec<_>>(), Vec::<&Gap>::new());
    assert!(complete.is_complete());
    // The municipality of this round gives the indexation.
    let indexation = [("price.costs.indexation", "9600")];
    let open = with(example::answers("open", "dijkgenoten"), &indexation);
    let almost = meter(&example::fixed_lot(), &open);
    let quality = (Progress::Busy, vec!["requirements.Q16.proof NoProof".to_owned()]);
    assert_eq!(section(&almost, "quality"), quality);
    assert_eq!((almost.done(), almost.sections.len()), (11, 12));
}

#[test]
fn done_counts_only_when_nothing_is_missing() {
    let filled = [("support.who", "De dorpsraad"), ("support.signatures", "0")];
    let state = |changes: &[(&str, &str)]| {
        section(&meter(&example::fixed_lot(), &with(Answers::default(), changes)), "support")
    };
    assert_eq!(state(&filled), (Progress::Busy, vec!["done NotDone".into()]));
    assert_eq!(state(&[filled[0], filled[1], ("support.done", YES)]), (Progress::Done, vec![]));
    let early = (Progress::Action, vec!["signatures Empty".to_owned()]);
    assert_eq!(state(&[filled[0], ("support.done", YES)]), early);
    let wrong = state(&[("support.signatures", "veel")]);
    assert_eq!(wrong.0, Progress::Action);
    assert_eq!(wrong.1[1], "signatures Wrong(Number { min: 0, max: 100000 })");
}

#[test]
fn a_requirement_asks_for_words_and_a_plan_for_a_day() {
    let state = |changes: &[(&str, &str)]| {
        let answers = with(example::answers("table", "nabuur"), changes);
        section(&meter(&between(), &answers), "quality")
    };
    let q06 = |tail: &str| format!("quality.requirements.Q06.{tail}");
    let (status, proof, date) = (q06("status"), q06("proof"), q06("date"));
    assert_eq!(state(&[(&status, "")]).1, ["requirements.Q06.status Empty"]);
    for word in ["met", "equivalent", "not_applicable"] {
        assert_eq!(state(&[(&status, word), (&proof, "")]).1, ["requirements.Q06.proof NoProof"]);
    }
    assert_eq!(state(&[(&status, "plan")]).1, ["requirements.Q06.date NoPlanDate"]);
    assert_eq!(state(&[(&status, "plan"), (&date, "2027-06-01")]), (Progress::Done, vec![]));
}

#[test]
fn a_begun_commitment_must_be_whole() {
    let n = |n: u8, tail: &str| format!("social_value.commitments.{n}.{tail}");
    let answers = example::answers("table", "nabuur");
    let fifth = with(answers.clone(), &[(&n(5, "target"), "veel")]);
    let found = section(&meter(&between(), &fifth), "social_value");
    assert_eq!(found.0, Progress::Action);
    assert_eq!(found.1.len(), 9, "{found:?}");
    assert_eq!(found.1[3], "commitments.5.target Wrong(Quantity)");
    let gone: Vec<(String, &str)> = [1, 2]
        .iter()
        .flat_map(|i| CommitmentPart::ALL.iter().map(|p| (n(*i, p.as_str()), "")))
        .collect();
    let gone: Vec<(&str, &str)> =
        gone.iter().map(|(field, value)| (field.as_str(), *value)).collect();
    let two = section(&meter(&between(), &with(answers, &gone)), "social_value");
    assert_eq!(two.1, ["commitments.1.what FewCommitments { min: 3, begun: 2 }"]);
}

#[test]
fn a_rate_outside_the_limits_keeps_the_bid_back() {
    let answers = with(example::answers("table", "nabuur"), &[("price.costs.rate", "41,01")]);
    let (progress, gaps) = section(&meter(&between(), &answers), "price");
    assert_eq!(progress, Progress::Action);
    assert_eq!(gaps, ["costs.rate Rate(RateTooHigh { ceiling: Cents(4100) })"]);
}

#[test]
fn a_required_file_must_be_there() {
    let mut definition: Definition = example::definition();
    for question in definition.sections.iter_mut().flat_map(|s| &mut s.questions) {
        question.required |= question.code == "minutes";
    }
    let (lot, answers) = (between(), example::answers("table", "nabuur"));
    let form = Form::new(&definition, &lot);
    let gap = Gap { field: "members_mandate.minutes".into(), why: Why::NoFile };
    assert_eq!(Meter::of(&form, &answers, &Files::new()).gaps().collect::<Vec<_>>(), [&gap]);
    let files = Files::from([("members_mandate".into(), 1)]);
    assert!(Meter::of(&form, &answers, &files).is_complete());
}

/// Any text in any field of a whole bid.
fn a_change() -> impl Strategy<Value = (usize, String)> {
    (0usize..200, prop_oneof![Just(String::new()), Just("plan".into()), "[a-z0-9,. -]{0,12}"])
}

proptest! {
    /// Whatever is typed: done exactly when there are no gaps, and every gap names a field that
    /// the round asks.
    #[test]
    fn gaps_and_progress_agree(changes in proptest::collection::vec(a_change(), 0..6)) {
        let (definition, lot) = (example::definition(), between());
        let form = Form::new(&definition, &lot);
        let fields: Vec<String> =
            definition.sections.iter().flat_map(|s| form.fields(s)).map(|f| f.name).collect();
        let mut answers = example::answers("table", "nabuur");
        for (at, text) in &changes {
            answers = with(answers, &[(&fields[at % fields.len()], text)]);
        }
        let meter = Meter::of(&form, &answers, &Files::new());
        for section in &meter.sections {
            prop_assert_eq!(section.gaps.is_empty(), section.progress == Progress::Done);
            prop_assert!(section.gaps.iter().all(|g| fields.contains(&g.field)));
        }
        prop_assert_eq!(meter.is_complete(), meter.gaps().next().is_none());
        prop_assert_eq!(meter.is_complete(), meter.done() == meter.sections.len());
    }

    /// Filling in more never makes another field go missing, except where a choice asks for it.
    #[test]
    fn a_right_answer_closes_its_gap(words in "[a-z]{3,9}( [a-z]{3,9}){0,20}") {
        let before = meter(&between(), &Answers::default());
        let after = meter(&between(), &with(Answers::default(), &[("need_and_gap.gap", &words)]));
        prop_assert_eq!(before.gaps().count(), after.gaps().count() + 1);
    }
}

/// A round of before these parts were asked, and what was written for it, stay whole.
#[test]
fn who_sees_to_a_commitment_is_only_missing_where_the_round_asks_it() {
    let n = |tail: &str| format!("social_value.commitments.1.{tail}");
    let answers =
        with(example::answers("table", "nabuur"), &[(&n("owner"), ""), (&n("for_whom"), "")]);
    let found = section(&meter(&between(), &answers), "social_value");
    assert_eq!(found.1, ["commitments.1.owner Empty", "commitments.1.for_whom Empty"]);
    let mut before = example::definition();
    for question in before.sections.iter_mut().flat_map(|s| &mut s.questions) {
        if let Kind::Commitments { also, .. } = &mut question.kind {
            also.clear();
        }
    }
    let lot = between();
    let form = Form::new(&before, &lot);
    let old = Meter::of(&form, &answers, &Files::new());
    assert_eq!(old.section("social_value").unwrap().gaps, []);
}
