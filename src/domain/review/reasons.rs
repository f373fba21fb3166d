//! The reason beside a grade.

use std::sync::LazyLock;

use crate::domain::words::count_words;

/// The most words of a reason; the bidder gets to read it.
pub const MOST_WORDS: u32 = 150;
/// The most characters that are kept at all while somebody writes.
pub const MOST_CHARS: usize = 10_000;

/// Phrases by which people compare with another bid, each as its words.
static COMPARING: LazyLock<Vec<(&str, Vec<&str>)>> = LazyLock::new(|| {
    let lines = include_str!("comparing.txt").lines().map(str::trim);
    let phrases = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    phrases.map(|phrase| (phrase, phrase.split(' ').collect())).collect()
});

/// Standards that a bid should be held against; comparing with those is what is asked.
const STANDARDS: [&str; 8] =
    ["gevraagd", "nodig", "nu", "vroeger", "asked", "now", "needed", "before"];

/// Whether a reason seems to compare with another bid. It is a hint and never stops anybody.
pub fn compares(reason: &str) -> bool {
    comparing(reason).is_some()
}

/// The first words that seem to compare with another bid.
pub fn comparing(reason: &str) -> Option<&'static str> {
    let plain = reason.to_lowercase();
    let words: Vec<&str> =
        plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let at = |start: usize| {
        let here = &words[start..];
        let fits = |(_, phrase): &&(&str, Vec<&str>)| {
            let next = here.get(phrase.len());
            here.starts_with(phrase) && !next.is_some_and(|word| STANDARDS.contains(word))
        };
        COMPARING.iter().find(fits).map(|(phrase, _)| *phrase)
    };
    (0..words.len()).find_map(at)
}

pub fn too_long(reason: &str) -> bool {
    count_words(reason) > MOST_WORDS as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn comparing_with_another_bid_is_noticed() {
        let noticed = [
            ("Veel beter dan B.", "beter dan"),
            ("in\nvergelijking met de rest", "in vergelijking"),
            ("Compared to C", "compared to"),
            ("Dit is DE BESTE.", "de beste"),
            ("The weakest of all", "the weakest"),
            (
                "Zij doen het beter: dan gevraagd is. Net als inschrijving B.",
                "net als inschrijving",
            ),
        ];
        for (text, words) in noticed {
            assert_eq!(comparing(text), Some(words), "{text}");
        }
        let fine = [
            "Beter dan gevraagd.",
            "Sneller, beter dan nu.",
            "Een dan nog vaag plan",
            "Een goede bestemming",
            "Unlike the plan of last year",
            "",
        ];
        for text in fine {
            assert_eq!(comparing(text), None, "{text}");
        }
    }

    #[test]
    fn the_list_is_in_small_letters_and_without_doubles() {
        let phrases: Vec<&str> = COMPARING.iter().map(|(phrase, _)| *phrase).collect();
        let unique: std::collections::BTreeSet<&&str> = phrases.iter().collect();
        assert_eq!(unique.len(), phrases.len());
        assert!(phrases.iter().all(|phrase| *phrase == phrase.to_lowercase()));
        assert!(phrases.len() > 40);
    }

    #[test]
    fn a_reason_of_150_words_fits() {
        assert!(!too_long(&"woord ".repeat(150)));
        assert!(too_long(&"woord ".repeat(151)));
    }

    proptest! {
        /// Signs and line ends between the words hide nothing.
        #[test]
        fn a_phrase_is_found_wherever_it_stands(
            which in 0usize..40,
            before in "[a-z ,.]{0,20}",
            between in "[ \n\t,]{1,3}",
        ) {
            let (_, words) = &COMPARING[which % COMPARING.len()];
            let text = format!("{before}. {}", words.join(&between));
            prop_assert!(compares(&text), "{}", text);
        }
    }
}
