//! The questions of the library on a small lot, for the tests of this folder.

use std::sync::LazyLock;

use serde::Deserialize;

use super::answers::Answers;
use crate::domain::money::Cents;
use crate::domain::rounds::definition::{Definition, Requirement};
use crate::domain::rounds::lots::{LotDetails, LotPrice};
use crate::domain::rounds::sections::Section;

#[derive(Deserialize)]
struct Library {
    #[serde(default)]
    sections: Vec<Section>,
    #[serde(default)]
    requirements: Vec<Requirement>,
}

fn library(text: &str) -> Library {
    toml::from_str(text).unwrap()
}

/// Sections and requirements as in the library; the rest is the least that can be read.
pub fn definition() -> Definition {
    static READ: LazyLock<Definition> = LazyLock::new(read);
    READ.clone()
}

fn read() -> Definition {
    let least = serde_json::json!({
        "title": "Hulp dichtbij", "summary": "",
        "contact": { "name": "Ingrid", "email": "i@w.example", "phone": "088" },
        "dates": {
            "questions_until": "2026-12-11T11:00:00Z", "closes_at": "2027-01-15T11:00:00Z",
            "scores_due": "2027-02-01", "table_on": "2027-02-05", "decision_on": "2027-02-12",
            "starts_on": "2027-07-01",
        },
        "remedy": { "type": "standstill", "days": 20 },
        "price": { "type": "fixed" },
        "rounding": crate::domain::scoring::Rounding::default(),
        "ties": crate::domain::scoring::TieRule::default(),
        "lot_rule": crate::domain::scoring::LotRule::default(),
        "scale": [], "criteria": [], "requirements": [], "sections": [],
    });
    let sections = library(include_str!("../../../config/library/sections.toml")).sections;
    // What a small lot asks.
    const BASE: [u8; 12] = [1, 2, 3, 4, 5, 7, 10, 12, 14, 15, 16, 17];
    let asked = sections.into_iter().filter(|section| BASE.contains(&section.number));
    Definition {
        sections: asked.collect(),
        requirements: library(include_str!("../../../config/library/requirements.toml"))
            .requirements,
        ..serde_json::from_value(least).unwrap()
    }
}

pub fn lot(price: LotPrice) -> LotDetails {
    let least = serde_json::json!({
        "name": "Elsbroek", "theme": "Hulp bij het huishouden", "description": "",
        "provision": "tailored", "categories": ["01"], "areas": [], "clients": 96,
        "budget": 54_000_000, "volume": 13_550, "unit": "hour", "price": price,
    });
    serde_json::from_value(least).unwrap()
}

pub fn fixed_lot() -> LotDetails {
    lot(LotPrice::Fixed { rate: Cents(3_910) })
}

#[derive(Deserialize)]
struct Bids {
    bids: Vec<Bid>,
}

#[derive(Deserialize)]
struct Bid {
    round: String,
    cooperative: String,
    answers: toml::Table,
}

/// The first bid of this cooperative in the example data.
pub fn answers(round: &str, cooperative: &str) -> Answers {
    static ALL: LazyLock<Bids> =
        LazyLock::new(|| toml::from_str(include_str!("../../../config/demo/bids.toml")).unwrap());
    let all = &*ALL;
    let own = all.bids.iter().find(|b| b.round == round && b.cooperative == cooperative).unwrap();
    Answers::of_texts(
        own.answers.iter().map(|(field, value)| (field.as_str(), value.as_str().unwrap())),
    )
}
