use proptest::collection::btree_map;
use proptest::prelude::*;

use super::*;
use crate::domain::bids::ListedAttachment;
use crate::domain::bids::answers::{Answers, Form};
use crate::domain::bids::example;
use crate::domain::bids::import::{Fit, fit};
use crate::domain::ids::{BidId, LotId, OrganisationId};
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::sections::{Choice, Condition, Group, Kind, Need, Question, Section};
use crate::domain::words::is_hidden;

fn content(answers: BTreeMap<String, String>) -> Content {
    Content {
        bid: BidId::named("bid"),
        lot: LotId::named("lot"),
        lot_number: 6,
        lot_name: "Elsbroek".into(),
        cooperative: OrganisationId::named("kolkhuis"),
        cooperative_name: "Zorgcoöperatie Het Kolkhuis".into(),
        cooperative_place: "Rietmeer".into(),
        registration: None,
        terms: "f00d".into(),
        preference: 1,
        answers,
        attachments: vec![ListedAttachment {
            section: "support".into(),
            name: "brief.pdf".into(),
            media_type: "application/pdf".into(),
            size: 12,
            hash: "abc".into(),
        }],
        area: None,
        joint: None,
        mandate: None,
        support: None,
    }
}

fn answers(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn what_goes_out_comes_back_with_the_hash_of_the_receipt() {
    let content = content(answers(&[("who.name", "Wij \"allen\" & meer ✓\n\n")]));
    let receipt = ReceiptFacts {
        number: "BB-7K2M-X9QP".into(),
        submitted_at: "2026-11-23T09:00:01Z".parse().unwrap(),
        sha256: content.hash(),
    };
    let file = write("Hulp dichtbij", &content, Some(&receipt)).unwrap();
    let expected = BidFile {
        number: Some("BB-7K2M-X9QP".into()),
        hash: content.hash(),
        lot_name: "Elsbroek".into(),
        answers: content.answers.clone(),
        files: vec!["brief.pdf".into()],
        unknown: vec![],
    };
    assert_eq!(read(file.as_bytes()), Ok(expected.clone()));
    let draft = write("Hulp dichtbij", &content, None).unwrap();
    let without = BidFile { number: None, ..expected };
    assert_eq!(read(draft.as_bytes()), Ok(without.clone()));
    // The bare content, as the page of the receipt gives it.
    assert_eq!(read(content.canonical().as_bytes()), Ok(without));
}

#[test]
fn bad_files_are_refused_one_by_one() {
    let good = write("R", &content(answers(&[("a.b", "c")])), None).unwrap();
    let with = |from: &str, to: &str| good.replacen(from, to, 1);
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    let many: String = (0..=MOST_ANSWERS).map(|n| format!(",\"a.n{n}\":\"\"")).collect();
    let bad = [
        (String::new(), JsonRefusal::NotJson),
        ("%PDF-1.7".into(), JsonRefusal::NotJson),
        (good[..good.len() - 1].to_owned(), JsonRefusal::NotJson),
        (with("\"c\"", "\"\\u0000\u{1}\""), JsonRefusal::NotJson),
        (with("\"round\"", "\"format\":\"buurtbod-bid\",\"round\""), JsonRefusal::NotJson),
        (deep, JsonRefusal::NotJson),
        ("null".into(), JsonRefusal::NotJson),
        ("{}".into(), JsonRefusal::NotABid),
        ("{\"format\":7}".into(), JsonRefusal::NotABid),
        (with("buurtbod-bid", "other-bid"), JsonRefusal::NotABid),
        (with("\"version\":1", "\"version\":2"), JsonRefusal::Newer),
        (with("\"version\":1", "\"version\":\"1\""), JsonRefusal::NotABid),
        (with("\"c\"", "{\"c\":1}"), JsonRefusal::NotABid),
        (with("\"c\"", "\"\\ud800\""), JsonRefusal::NotABid),
        (with("\"c\"", "\"\\ud83d x\""), JsonRefusal::NotABid),
        (with("\"c\"", "\"c\",\"a.b\":\"d\""), JsonRefusal::NotABid),
        (with("\"a.b\":\"c\"", &format!("\"a.b\":\"c\"{many}")), JsonRefusal::TooLarge),
        (format!("{good}{}", " ".repeat(LARGEST_FILE)), JsonRefusal::TooLarge),
    ];
    for (file, why) in bad {
        let shown: String = file.chars().take(300).collect();
        assert_eq!(read(file.as_bytes()), Err(why), "{shown}");
    }
    assert_eq!(read(b"\xff\xfe"), Err(JsonRefusal::NotJson));
}

#[test]
fn what_is_not_known_is_told() {
    let good = write("R", &content(answers(&[])), None).unwrap();
    let file = good.replacen("\"round\"", "\"extra\":[[{}]],\"round\"", 1).replacen(
        "\"terms\"",
        "\"parties\":null,\"terms\"",
        1,
    );
    assert_eq!(read(file.as_bytes()).unwrap().unknown, ["extra", "parties"]);
}

/// Any text that can be saved: with everything but what `is_hidden` takes out.
fn text() -> impl Strategy<Value = String> {
    let strange = prop_oneof![
        any::<String>(),
        "\\PC{0,40}",
        Just("👩\u{200D}👧 مرحبا \u{10FFFF}".to_owned()),
        Just("\"\\u0041\\\" {}[]".to_owned()),
    ];
    strange.prop_map(|text| text.chars().filter(|sign| !is_hidden(*sign)).collect())
}

fn kind() -> impl Strategy<Value = Kind> {
    let choices = |codes: Vec<String>| {
        let choice = |code: String| Choice { label: code.to_uppercase(), code };
        codes.into_iter().map(choice).collect::<Vec<_>>()
    };
    let codes = || proptest::collection::vec("[a-z]{1,6}", 1..4).prop_map(choices);
    prop_oneof![
        (1u32..50).prop_map(|max_words| Kind::Text { max_words }),
        (1u32..50).prop_map(|max_chars| Kind::Line { max_chars }),
        Just(Kind::Number { min: 0, max: 9, unit: "uur".into() }),
        codes().prop_map(|options| Kind::Choice { options }),
        Just(Kind::Date),
        Just(Kind::Money),
        Just(Kind::Costs),
        Just(Kind::Requirements),
        Just(Kind::Commitments { min: 1, max: 3, also: vec![] }),
        codes().prop_map(|columns| Kind::Table { min: 1, max: 3, columns }),
        Just(Kind::Files { max: 3 }),
    ]
}

fn section() -> impl Strategy<Value = Section> {
    let questions = btree_map("[a-z]{1,5}", (kind(), any::<bool>()), 1..5);
    questions.prop_map(|questions| {
        let first = questions.keys().next().cloned().unwrap_or_default();
        let question = |(code, (kind, asked)): (String, (Kind, bool))| Question {
            label: code.clone(),
            hint: None,
            example: None,
            required: false,
            when: (!asked && code != first)
                .then(|| Condition { question: first.clone(), is: vec!["yes".into()] }),
            code,
            kind,
        };
        Section {
            number: 1,
            code: String::new(),
            title: "T".into(),
            group: Group::Plan,
            need: Need::Must,
            purpose: String::new(),
            questions: questions.into_iter().map(question).collect(),
        }
    })
}

fn definition() -> impl Strategy<Value = Definition> {
    btree_map("[a-z]{1,6}", section(), 1..4).prop_map(|sections| Definition {
        sections: sections.into_iter().map(|(code, section)| Section { code, ..section }).collect(),
        ..example::definition()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever a round asks and whatever people answer: export is import.
    #[test]
    fn a_bid_survives_the_way_out_and_in(
        definition in definition(),
        texts in proptest::collection::vec(text(), 1..30),
    ) {
        let lot = example::fixed_lot();
        let form = Form::new(&definition, &lot);
        let fields = definition.sections.iter().flat_map(|section| form.fields(section));
        // Saved as typed text is; what a field refuses is not saved.
        let mut saved = Answers::default();
        for (place, field) in fields.enumerate() {
            if let Ok(value) = field.rule.keep(&texts[place % texts.len()]) {
                let answer = crate::domain::bids::answers::Answer { value, version: 1, saved: None };
                saved.put(field.name, answer);
            }
        }
        let content = content(form.content(&saved));
        let file = write("R", &content, None).unwrap();
        let read = read(file.as_bytes()).unwrap();
        prop_assert_eq!(&read.hash, &content.hash());
        let expected = Fit { taken: content.answers.clone(), left_out: vec![] };
        prop_assert_eq!(fit(&form, &read.answers), expected);
    }

    #[test]
    fn no_file_breaks_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
    }
}
