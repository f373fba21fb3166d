//! Residents say that they support a bid: on a page with a code, without an account. As little is
//! kept of them as can be, and what they said they can take back.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::Shut;
use crate::domain::accounts::credentials::{NameProblem, PersonName};
use crate::domain::accounts::words;
use crate::domain::ids::{BidId, StatementId};
use crate::domain::refusal::Refusal;
use crate::domain::rounds::lots::LotDetails;
use crate::domain::words::count_words;

pub const MOST_SENTENCE_CHARS: usize = 200;
pub const MOST_ABOUT_WORDS: usize = 150;
/// Names and addresses of members and residents go so long after the deadline.
pub const KEPT_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The page where residents sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportPage {
    /// Such as `7K2M-X9QP`.
    pub code: String,
    pub bid: BidId,
    /// What residents support, in the words of the cooperative.
    pub about: String,
    pub opened_at: Timestamp,
    pub closed_at: Option<Timestamp>,
}

words! {
    /// What the municipality may read of a statement.
    Consent {
        /// That there was one.
        Count = "count",
        Sentence = "sentence",
        SentenceAndName = "sentence_and_name",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub id: StatementId,
    /// Empty once it is forgotten.
    pub name: String,
    /// A code of `areas_of`.
    pub area: String,
    /// May be empty.
    pub sentence: String,
    pub consent: Consent,
    pub signed_on: Date,
    /// Why the cooperative does not count it.
    pub hidden: Option<String>,
}

/// Stands for a lot that has no areas of its own.
pub const HERE: &str = "here";
/// Somebody who lives outside the lot.
pub const ELSEWHERE: &str = "elsewhere";

/// Where somebody can say to live: the areas of the lot, or elsewhere. Code and name; a place
/// without a name of its own has none.
pub fn areas_of(lot: &LotDetails) -> Vec<(String, Option<String>)> {
    let mut areas: Vec<_> =
        lot.areas.iter().map(|area| (area.code.clone(), Some(area.name.clone()))).collect();
    if areas.is_empty() {
        areas.push((HERE.to_owned(), None));
    }
    areas.push((ELSEWHERE.to_owned(), None));
    areas
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SupportRefusal {
    #[error(transparent)]
    Shut(#[from] Shut),
    #[error(transparent)]
    Name(#[from] NameProblem),
    #[error("no such area")]
    Area,
    #[error("no consent")]
    Consent,
    #[error("the sentence is too long")]
    Sentence,
    #[error("nothing said about what is supported, or too much")]
    About,
    #[error("there is an open page already")]
    Open,
    #[error("the page is closed")]
    Closed,
    #[error("no reason given")]
    Reason,
}

impl Refusal for SupportRefusal {
    fn key(&self) -> &'static str {
        match self {
            SupportRefusal::Shut(why) => why.key(),
            SupportRefusal::Name(why) => why.key(),
            SupportRefusal::Area => "support-refused-area",
            SupportRefusal::Consent => "support-refused-consent",
            SupportRefusal::Sentence => "support-refused-sentence",
            SupportRefusal::About => "support-refused-about",
            SupportRefusal::Open => "support-refused-open",
            SupportRefusal::Closed => "support-refused-closed",
            SupportRefusal::Reason => "support-refused-reason",
        }
    }
}

/// Names are read as those of accounts: on one line, no links.
pub fn name(text: &str) -> Result<String, SupportRefusal> {
    Ok(PersonName::parse(text)?.as_str().to_owned())
}

pub fn sentence(text: &str) -> Result<String, SupportRefusal> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > MOST_SENTENCE_CHARS {
        return Err(SupportRefusal::Sentence);
    }
    Ok(line)
}

pub fn about(text: &str) -> Result<String, SupportRefusal> {
    match count_words(text) {
        1..=MOST_ABOUT_WORDS => Ok(text.trim().to_owned()),
        _ => Err(SupportRefusal::About),
    }
}

/// The name by which doubles are known: letters and numbers only, in lower case.
pub fn name_key(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The signs of a code of eight.
pub fn code(chance: u64) -> String {
    super::submission::receipt_number(chance).trim_start_matches("BB-").to_owned()
}

/// What somebody typed over from a poster: capitals, spaces and hyphens do not matter.
pub fn typed_code(text: &str) -> String {
    let signs: String =
        text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    match signs.len() {
        8 => format!("{}-{}", &signs[..4], &signs[4..]),
        _ => signs,
    }
}

/// What is handed in of the support for a bid.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Support {
    pub total: u32,
    pub areas: Vec<AreaCount>,
    /// What people agreed to publish; empty for assessors.
    pub sentences: Vec<Sentence>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaCount {
    /// Code of the area, `here` or `elsewhere`.
    pub area: String,
    pub name: Option<String>,
    pub count: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    pub text: String,
    pub name: Option<String>,
}

impl Support {
    /// Counts every name once per area; what the cooperative hid does not count. Sentences are in
    /// the order of the alphabet, so that they do not say who signed when.
    pub fn of(lot: &LotDetails, statements: &[Statement]) -> Support {
        let shown: Vec<&Statement> = statements.iter().filter(|s| s.hidden.is_none()).collect();
        let mut people: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for statement in &shown {
            // Without a name, nothing says that two are the same person.
            let person = match statement.name.is_empty() {
                true => statement.id.to_string(),
                false => name_key(&statement.name),
            };
            people.entry(&statement.area).or_default().insert(person);
        }
        let count = |area: &str| {
            people.get(area).map_or(0, |names| u32::try_from(names.len()).unwrap_or(u32::MAX))
        };
        let areas: Vec<AreaCount> = areas_of(lot)
            .into_iter()
            .map(|(area, name)| AreaCount { count: count(&area), area, name })
            .collect();
        let mut sentences: Vec<Sentence> = shown.iter().filter_map(|s| s.published()).collect();
        sentences.sort_by(|a, b| (&a.text, &a.name).cmp(&(&b.text, &b.name)));
        sentences.dedup();
        Support { total: areas.iter().map(|area| area.count).sum(), areas, sentences }
    }
}

impl Statement {
    /// What the municipality may read of it.
    fn published(&self) -> Option<Sentence> {
        let text = self.sentence.clone();
        if text.is_empty() {
            return None;
        }
        match self.consent {
            Consent::Count => None,
            Consent::Sentence => Some(Sentence { text, name: None }),
            Consent::SentenceAndName => {
                Some(Sentence { text, name: Some(self.name.clone()).filter(|n| !n.is_empty()) })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::bids::example;
    use crate::domain::rounds::lots::AreaRef;
    use proptest::prelude::*;

    fn lot() -> LotDetails {
        let area =
            |code: &str, name: &str| AreaRef { code: code.into(), year: 2026, name: name.into() };
        LotDetails {
            areas: vec![area("B1", "Zandloo"), area("B2", "Achterveld")],
            ..example::fixed_lot()
        }
    }

    fn signed(name: &str, area: &str, consent: Consent) -> Statement {
        Statement {
            id: StatementId::named(&format!("{name}{area}")),
            name: name.into(),
            area: area.into(),
            sentence: format!("Goed plan, zegt {area}."),
            consent,
            signed_on: "2026-11-23".parse().unwrap(),
            hidden: None,
        }
    }

    #[test]
    fn everybody_counts_once_per_area_and_says_what_they_agreed_to() {
        let mut hidden = signed("Rot Op", "B1", Consent::SentenceAndName);
        hidden.hidden = Some("scheldt".into());
        let statements = [
            signed("Jan de Wit", "B1", Consent::SentenceAndName),
            signed("jan  DE-wit", "B1", Consent::Count),
            signed("Jan de Wit", ELSEWHERE, Consent::Sentence),
            signed("Truus", "B2", Consent::Count),
            hidden,
        ];
        let count = |area: &str, name: Option<&str>, count| AreaCount {
            area: area.into(),
            name: name.map(str::to_owned),
            count,
        };
        let expected = Support {
            total: 3,
            areas: vec![
                count("B1", Some("Zandloo"), 1),
                count("B2", Some("Achterveld"), 1),
                count(ELSEWHERE, None, 1),
            ],
            sentences: vec![
                Sentence { text: "Goed plan, zegt B1.".into(), name: Some("Jan de Wit".into()) },
                Sentence { text: "Goed plan, zegt elsewhere.".into(), name: None },
            ],
        };
        assert_eq!(Support::of(&lot(), &statements), expected);
    }

    #[test]
    fn a_lot_without_areas_is_one_place() {
        let codes = |lot| areas_of(&lot).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
        assert_eq!(codes(LotDetails { areas: vec![], ..lot() }), [HERE, ELSEWHERE]);
        assert_eq!(codes(lot()), ["B1", "B2", ELSEWHERE]);
    }

    #[test]
    fn what_people_type_is_one_line_and_no_link() {
        assert_eq!(name("Jan\r\nBcc: x"), Err(SupportRefusal::Name(NameProblem::NotAName)));
        assert_eq!(name(" Jan\r\n de Wit"), Ok("Jan de Wit".into()));
        assert_eq!(sentence(" Goed\n plan "), Ok("Goed plan".into()));
        assert_eq!(sentence(&"a".repeat(201)), Err(SupportRefusal::Sentence));
        assert_eq!(about(" \n"), Err(SupportRefusal::About));
    }

    proptest! {
        #[test]
        fn a_code_is_found_however_it_is_typed(chance: u64) {
            let code = code(chance);
            prop_assert_eq!(typed_code(&code), code.clone());
            prop_assert_eq!(typed_code(&code.to_lowercase().replace('-', " ")), code);
        }

        #[test]
        fn the_total_is_the_sum_and_no_order_matters(names in proptest::collection::vec(0u8..6, 0..20)) {
            let mut statements: Vec<Statement> = names
                .iter()
                .map(|n| signed(&format!("N{n}"), ["B1", "B2"][usize::from(*n % 2)], Consent::Count))
                .collect();
            let support = Support::of(&lot(), &statements);
            let distinct: BTreeSet<_> = names.iter().collect();
            prop_assert_eq!(support.total as usize, distinct.len());
            statements.reverse();
            prop_assert_eq!(Support::of(&lot(), &statements), support);
        }
    }
}
