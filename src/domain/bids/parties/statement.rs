//! What a party writes about its own part. Its answers stand with those of the bid, in fields such
//! as `party.<id>.gives`, so that saving, clashes and versions are those of every other text.

use std::collections::BTreeMap;

use super::super::answers::{Answers, Field};
use super::super::rule::Rule;
use crate::domain::accounts::words;
use crate::domain::ids::PartyId;

/// First part of the name of such a field; no section has this code.
pub const PREFIX: &str = "party";
/// So many words per question.
pub const WORDS: u32 = 150;

words! {
    /// Reciprocity, one view of good care, and what was agreed (`domain.md` chapter 6, 17 and 18).
    Topic {
        Gives = "gives",
        Gains = "gains",
        Care = "care",
        Mission = "mission",
        Method = "method",
        Contacts = "contacts",
        Money = "money",
    }
}

words! {
    /// What working together brings (row D1-03).
    Benefit {
        Knowledge = "knowledge",
        Volunteers = "volunteers",
        Facilities = "facilities",
        Experiment = "experiment",
        Funding = "funding",
        Legitimacy = "legitimacy",
    }
}

words! {
    /// Who brings a benefit, seen from the party.
    Flow {
        Gives = "gives",
        Gains = "gains",
        Both = "both",
        Neither = "neither",
    }
}

words! {
    /// Who reads the texts of a part before the bids are opened.
    Reading {
        /// Everybody in this bid.
        Shared = "shared",
        /// The party alone. The municipality reads it after the opening.
        Private = "private",
    }
}

/// Tail of the field that says who reads it.
const READING: &str = "reading";

/// The field of this party that ends in `tail`.
pub fn named(party: PartyId, tail: &str) -> String {
    format!("{PREFIX}.{party}.{tail}")
}

/// Whose field this is, and its tail; none for the fields of sections.
pub fn split(field: &str) -> Option<(PartyId, &str)> {
    let (party, tail) = field.strip_prefix(PREFIX)?.strip_prefix('.')?.split_once('.')?;
    Some((party.parse().ok()?, tail))
}

pub fn party_of(field: &str) -> Option<PartyId> {
    split(field).map(|(party, _)| party)
}

/// Is this the name of a field of some part, there or not?
pub fn is_of_part(field: &str) -> bool {
    field.split('.').next() == Some(PREFIX)
}

/// The field with this name, if a part has it.
pub fn field(name: &str) -> Option<Field> {
    // Only as it is written here: an id can be spelled in other ways.
    fields(party_of(name)?).into_iter().find(|field| field.name == name)
}

/// Every field of a part, in the order of its page.
pub fn fields(party: PartyId) -> Vec<Field> {
    let field = |tail: &str, rule| Field { name: named(party, tail), rule };
    let text = |topic: &Topic| field(topic.as_str(), Rule::Text { max_words: WORDS });
    let flows = || Rule::choice(Flow::ALL.iter().map(|flow| flow.as_str()));
    let benefit = |benefit: &Benefit| field(&tail_of(*benefit), flows());
    let readings = Rule::choice(Reading::ALL.iter().map(|reading| reading.as_str()));
    let benefits = Benefit::ALL.iter().map(benefit);
    let texts = Topic::ALL.iter().map(text);
    benefits.chain(texts).chain([field(READING, readings)]).collect()
}

pub fn tail_of(benefit: Benefit) -> String {
    format!("benefit-{}", benefit.as_str())
}

pub fn reading_field(party: PartyId) -> String {
    named(party, READING)
}

/// What a party wrote, by the tail of the field; what is empty is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub reading: Reading,
    pub texts: BTreeMap<String, String>,
}

impl Statement {
    pub fn of(answers: &Answers, party: PartyId) -> Statement {
        let mut texts = BTreeMap::new();
        for (name, answer) in answers.iter() {
            if let Some((of, tail)) = split(name)
                && of == party
                && tail != READING
                && !answer.value.is_empty()
            {
                texts.insert(tail.to_owned(), answer.value.clone());
            }
        }
        let reading = answers.text(&reading_field(party)).parse().unwrap_or(Reading::Shared);
        Statement { reading, texts }
    }

    /// Topics without a text, or with one that is too long.
    pub fn missing(&self) -> Vec<Topic> {
        let rule = Rule::Text { max_words: WORDS };
        let is_wrong = |topic: &&Topic| {
            self.texts.get(topic.as_str()).is_none_or(|text| rule.check(text).is_err())
        };
        Topic::ALL.iter().filter(is_wrong).copied().collect()
    }
}
