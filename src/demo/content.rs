//! The texts of the library and the example hang together: they are read into the types of the
//! domain, weights add up, and what one file names stands in the other. Tests only.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::rounds::definition::{Criterion, Grade, Requirement};
use crate::domain::rounds::lots::{LotDetails, LotPrice};
use crate::domain::rounds::sections::{Kind, Question, Section};
use crate::domain::scoring::Exact;
use crate::domain::words::count_words;

const SECTIONS: &str = include_str!("../../config/library/sections.toml");
const REQUIREMENTS: &str = include_str!("../../config/library/requirements.toml");
const CRITERIA: [(&str, i64); 2] = [
    (include_str!("../../config/library/criteria.toml"), 100),
    (include_str!("../../config/library/criteria_price.toml"), 85),
];
const ROUNDS: [&str; 3] = [
    include_str!("../../config/demo/round-full.toml"),
    include_str!("../../config/demo/round-open.toml"),
    include_str!("../../config/demo/round-table.toml"),
];
const BIDS: &str = include_str!("../../config/demo/bids.toml");
const FULL: &str = include_str!("../../config/demo/bids-full.toml");
const SCORES: &str = include_str!("../../config/demo/scores.toml");

#[derive(Deserialize)]
struct Sections {
    sections: Vec<Section>,
}

#[derive(Deserialize)]
struct Requirements {
    requirements: Vec<Requirement>,
}

#[derive(Deserialize)]
struct Criteria {
    criteria: Vec<Criterion>,
    scale: Vec<Grade>,
}

#[derive(Deserialize)]
struct Round {
    key: String,
    lots: Vec<LotDetails>,
}

#[derive(Deserialize)]
struct Bids {
    bids: Vec<Bid>,
}

#[derive(Deserialize)]
struct Bid {
    round: String,
    lot: usize,
    cooperative: String,
    answers: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Scores {
    scores: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    lot: usize,
    cooperative: String,
    criterion: String,
    marks: Vec<Mark>,
}

#[derive(Deserialize)]
struct Mark {
    assessor: String,
    grade: Exact,
    reason: String,
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).unwrap()
}

fn questions() -> BTreeMap<String, Question> {
    let sections = read::<Sections>(SECTIONS).sections;
    let named = |s: Section| {
        let code = s.code;
        s.questions.into_iter().map(move |q| (format!("{code}.{}", q.code), q))
    };
    sections.into_iter().flat_map(named).collect()
}

#[test]
fn criteria_add_up_and_name_sections_that_exist() {
    let sections: Vec<String> =
        read::<Sections>(SECTIONS).sections.into_iter().map(|s| s.code).collect();
    for (text, total) in CRITERIA {
        let Criteria { criteria, scale } = read(text);
        let sum: Exact = criteria.iter().map(|c| &c.weight).sum();
        assert_eq!(sum, Exact::from(total));
        assert_eq!(scale.len(), 6);
        let unknown: Vec<_> =
            criteria.iter().flat_map(|c| &c.sections).filter(|s| !sections.contains(s)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}

#[test]
fn four_requirements_are_knock_out() {
    let knock_out: Vec<String> = read::<Requirements>(REQUIREMENTS)
        .requirements
        .into_iter()
        .filter(|r| r.knock_out)
        .map(|r| r.code)
        .collect();
    assert_eq!(knock_out, ["Q06", "Q11", "Q12", "Q17"]);
}

#[test]
fn a_fixed_price_fits_the_budget_of_its_lot() {
    for lot in ROUNDS.iter().flat_map(|text| read::<Round>(text).lots) {
        if let LotPrice::Fixed { rate } = lot.price {
            assert!(rate.0 * i64::from(lot.volume) <= lot.budget.0, "{}", lot.name);
        }
    }
}

#[test]
fn answers_belong_to_questions_and_keep_to_their_limit() {
    let questions = questions();
    let rounds: Vec<Round> = ROUNDS.iter().map(|text| read(text)).collect();
    for bid in [BIDS, FULL].into_iter().flat_map(|text| read::<Bids>(text).bids) {
        let round = rounds.iter().find(|r| r.key == bid.round).unwrap();
        assert!(bid.lot >= 1 && bid.lot <= round.lots.len(), "{} {}", bid.round, bid.lot);
        for (field, answer) in bid.answers.iter().filter(|(f, _)| !f.ends_with(".done")) {
            let name: Vec<&str> = field.splitn(3, '.').take(2).collect();
            let question = questions.get(&name.join("."));
            assert!(question.is_some(), "{}: {field}", bid.cooperative);
            if let Some(Kind::Text { max_words }) = question.map(|q| &q.kind) {
                assert!(count_words(answer) <= *max_words as usize, "{}: {field}", bid.cooperative);
            }
        }
    }
}

#[test]
fn every_bid_at_the_table_has_a_reasoned_score_on_the_scale_for_every_criterion() {
    let Criteria { criteria, scale } = read(CRITERIA[1].0);
    let mut scored = Vec::new();
    for item in read::<Scores>(SCORES).scores {
        for mark in &item.marks {
            assert!(scale.iter().any(|g| g.value == mark.grade), "{}", mark.assessor);
            assert!(count_words(&mark.reason) > 5, "{}", mark.reason);
        }
        scored.push((item.lot, item.cooperative, item.criterion));
    }
    let bids = read::<Bids>(BIDS).bids.into_iter().filter(|b| b.round == "table");
    let mut wanted: Vec<_> = bids
        .flat_map(|b| criteria.iter().map(move |c| (b.lot, b.cooperative.clone(), c.code.clone())))
        .collect();
    scored.sort();
    wanted.sort();
    assert_eq!(scored, wanted);
}
