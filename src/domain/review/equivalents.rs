//! The library of a municipality: what it accepted in another way than usual, without names, so that
//! the next bidder need not fight for it again.

use jiff::Timestamp;
use jiff::civil::Date;

use super::admissibility::{Check, CheckVerdict};
use crate::domain::accounts::words;
use crate::domain::bids::answers::RequirementStatus;
use crate::domain::ids::{EquivalentId, OrganisationId, RoundId};
use crate::domain::refusal::Refusal;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    pub id: EquivalentId,
    pub municipality: OrganisationId,
    /// The round in which it was accepted.
    pub round: RoundId,
    pub round_title: String,
    /// Code and title of the requirement, as that round had it.
    pub requirement: String,
    pub title: String,
    /// In the words of the process lead; who it was is not in it.
    pub what: String,
    /// Empty when it was accepted as it stood.
    pub conditions: String,
    pub accepted_on: Date,
    pub taken_out: Option<TakenOut>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenOut {
    pub at: Timestamp,
    pub because: String,
}

/// So long each of its texts can be, in characters.
pub const LONGEST: usize = 1_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EquivalentRefusal {
    #[error("it does not say what was accepted")]
    Empty,
    #[error("too long")]
    TooLong,
    #[error("this answer was not accepted as another way")]
    NotAccepted,
    #[error("it does not say why")]
    NoReason,
    #[error("it was taken out already")]
    TakenOut,
}

impl Refusal for EquivalentRefusal {
    fn key(&self) -> &'static str {
        match self {
            EquivalentRefusal::Empty => "equivalent-refused-empty",
            EquivalentRefusal::TooLong => "equivalent-refused-long",
            EquivalentRefusal::NotAccepted => "equivalent-refused-not-accepted",
            EquivalentRefusal::NoReason => "refusal-no-reason",
            EquivalentRefusal::TakenOut => "equivalent-refused-out",
        }
    }
}

/// Was this way accepted, with or without a condition?
pub fn can_be_kept(status: Option<RequirementStatus>, check: Option<&Check>) -> bool {
    let accepted = check.is_some_and(|check| match check.verdict {
        CheckVerdict::Accepted | CheckVerdict::AcceptedWithCondition => true,
        CheckVerdict::Refused => false,
    });
    accepted && status == Some(RequirementStatus::Equivalent)
}

/// A text of the library; what it says about whom is another question (`named_in`).
pub fn text(typed: &str) -> Result<String, EquivalentRefusal> {
    match typed.trim() {
        "" => Err(EquivalentRefusal::Empty),
        text if text.chars().count() > LONGEST => Err(EquivalentRefusal::TooLong),
        text => Ok(text.to_owned()),
    }
}

/// Conditions may be empty.
pub fn conditions(typed: &str) -> Result<String, EquivalentRefusal> {
    match text(typed) {
        Err(EquivalentRefusal::Empty) => Ok(String::new()),
        read => read,
    }
}

words! {
    /// By what a text gives a bidder away.
    Trace {
        Name = "name",
        Place = "place",
        Number = "number",
    }
}

/// What is known of a bidder.
#[derive(Clone, Copy, Debug)]
pub struct Bidder<'a> {
    pub name: &'a str,
    pub place: &'a str,
    pub registration: Option<&'a str>,
}

/// Words in the names of many cooperatives: they give nobody away.
const COMMON: [&str; 12] = [
    "coöperatie",
    "cooperatie",
    "zorgcoöperatie",
    "zorgcooperatie",
    "vereniging",
    "stichting",
    "samen",
    "thuis",
    "hulp",
    "dorp",
    "wijk",
    "buurt",
];

/// By what this text gives the bidder away. A person looks at each: a word can mean something else.
pub fn named_in(text: &str, bidder: Bidder<'_>) -> Vec<Trace> {
    let words = words_of(text);
    let telling = |name: &str| {
        let own = words_of(name).into_iter();
        own.filter(|w| w.chars().count() > 3 && !COMMON.contains(&w.as_str())).collect::<Vec<_>>()
    };
    let holds = |name: &str| {
        let whole = words_of(name);
        let all = !whole.is_empty() && words.windows(whole.len()).any(|run| run == whole);
        // Also inside a longer word: `Nabuurhuis`.
        all || telling(name).iter().any(|own| words.iter().any(|word| word.contains(own)))
    };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let number = bidder.registration.map(digits).filter(|n| !n.is_empty());
    let found = [
        (Trace::Name, holds(bidder.name)),
        (Trace::Place, holds(bidder.place)),
        (Trace::Number, number.is_some_and(|number| digits(text).contains(&number))),
    ];
    found.into_iter().filter(|(_, there)| *there).map(|(trace, _)| trace).collect()
}

/// The text with a mark in place of the name, the place and the number of the bidder. What is left
/// of it, such as half a name, `named_in` still finds.
pub fn blanked(text: &str, bidder: Bidder<'_>, mark: &str) -> String {
    let known = [Some(bidder.name), Some(bidder.place), bidder.registration];
    let mut text = text.to_owned();
    for word in known.into_iter().flatten().filter(|word| !word.trim().is_empty()) {
        text = without(&text, word.trim(), mark);
    }
    text
}

/// Each place where the word stands, in whatever letters, becomes the mark.
fn without(text: &str, word: &str, mark: &str) -> String {
    let (text, word): (Vec<char>, Vec<char>) = (text.chars().collect(), word.chars().collect());
    let same = |a: &char, b: &char| a.to_lowercase().eq(b.to_lowercase());
    let (mut left, mut at) = (String::new(), 0);
    while at < text.len() {
        let here = text.get(at..at + word.len());
        if here.is_some_and(|here| here.iter().zip(&word).all(|(a, b)| same(a, b))) {
            left.push_str(mark);
            at += word.len();
        } else {
            left.extend(text.get(at));
            at += 1;
        }
    }
    left
}

/// In small letters, without what stands between them.
fn words_of(text: &str) -> Vec<String> {
    let small = text.to_lowercase();
    let words = small.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NABUUR: Bidder<'static> = Bidder {
        name: "Zorgcoöperatie De Nabuur",
        place: "Elsbroek",
        registration: Some("99001012"),
    };

    #[test]
    fn a_text_gives_away_by_name_place_or_number() {
        let found = |text: &str| named_in(text, NABUUR);
        assert_eq!(found("Een vertrouwenspersoon van buiten de coöperatie."), []);
        assert_eq!(found("De buren van de zorgcoöperatie"), []);
        assert_eq!(found("Zoals NABUUR het doet"), [Trace::Name]);
        assert_eq!(found("het Nabuurhuis in elsbroek"), [Trace::Name, Trace::Place]);
        assert_eq!(found("KvK 9900.10 12"), [Trace::Number]);
        let short = Bidder { name: "De Es", place: "Ee", registration: None };
        assert_eq!(named_in("bij de es", short), [Trace::Name]);
        assert_eq!(named_in("deze test is van mij", short), []);
        assert_eq!(named_in("", NABUUR), []);
    }

    #[test]
    fn a_blanked_text_names_nobody() {
        let text = "zorgcoöperatie de nabuur uit ELSBROEK (99001012) komt op maandag.";
        let blank = blanked(text, NABUUR, "[inschrijver]");
        assert_eq!(blank, "[inschrijver] uit [inschrijver] ([inschrijver]) komt op maandag.");
        assert_eq!(blanked("De Nabuur", NABUUR, "x"), "De Nabuur");
    }

    #[test]
    fn only_another_way_that_was_accepted_can_be_kept() {
        let check = |verdict| Check {
            requirement: "Q09".into(),
            verdict,
            reason: "Goed.".into(),
            due: None,
            ground: None,
        };
        for (verdict, kept) in [
            (CheckVerdict::Accepted, true),
            (CheckVerdict::AcceptedWithCondition, true),
            (CheckVerdict::Refused, false),
        ] {
            let check = check(verdict);
            assert_eq!(can_be_kept(Some(RequirementStatus::Equivalent), Some(&check)), kept);
            assert!(!can_be_kept(Some(RequirementStatus::Met), Some(&check)));
            assert!(!can_be_kept(None, Some(&check)));
        }
        assert!(!can_be_kept(Some(RequirementStatus::Equivalent), None));
    }

    #[test]
    fn a_text_is_there_and_not_too_long() {
        assert_eq!(text(" Een handboek. "), Ok("Een handboek.".into()));
        assert_eq!(text(" \n"), Err(EquivalentRefusal::Empty));
        assert_eq!(text(&"a".repeat(1_001)), Err(EquivalentRefusal::TooLong));
        assert_eq!(conditions(""), Ok(String::new()));
    }

    proptest! {
        /// Wherever the name stands and however it is written, it is found.
        #[test]
        fn a_name_in_the_text_is_found(before in "[a-z ]{0,20}", after in "[a-z ]{0,20}", big in any::<bool>()) {
            let name = if big { NABUUR.name.to_uppercase() } else { NABUUR.name.to_lowercase() };
            let text = format!("{before} {name}, {after} {}", NABUUR.place);
            prop_assert_eq!(named_in(&blanked(&text, NABUUR, "[x]"), NABUUR), []);
            prop_assert!(named_in(&text, NABUUR).starts_with(&[Trace::Name, Trace::Place]));
        }
    }
}
