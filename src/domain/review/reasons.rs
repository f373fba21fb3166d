//! The reason beside a grade.

use crate::domain::words::count_words;

/// The most words of a reason; the bidder gets to read it.
pub const MOST_WORDS: u32 = 150;
/// The most characters that are kept at all while somebody writes.
pub const MOST_CHARS: usize = 10_000;

/// Words by which people compare a bid with another one instead of with the question.
const COMPARING: [&str; 12] = [
    "beter dan",
    "slechter dan",
    "sterker dan",
    "zwakker dan",
    "in vergelijking",
    "vergeleken met",
    "ten opzichte van",
    "dan inschrijving",
    "better than",
    "worse than",
    "compared to",
    "compared with",
];

/// Standards that a bid should be held against; comparing with those is what is asked.
const STANDARDS: [&str; 6] = ["gevraagd", "nodig", "nu", "vroeger", "asked", "now"];

/// Whether a reason seems to compare with another bid. It is a hint and never stops anybody.
pub fn compares(reason: &str) -> bool {
    let plain = reason.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    COMPARING.iter().any(|words| {
        plain.match_indices(words).any(|(at, _)| {
            let after = plain[at + words.len()..].trim_start();
            let next = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            !STANDARDS.contains(&next)
        })
    })
}

pub fn too_long(reason: &str) -> bool {
    count_words(reason) > MOST_WORDS as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comparing_with_another_bid_is_noticed() {
        let noticed = ["Veel beter dan B.", "in\nvergelijking met de rest", "Compared to C"];
        let fine = ["Beter dan gevraagd.", "Sneller, beter dan nu.", "Een dan nog vaag plan", ""];
        assert!(noticed.iter().all(|text| compares(text)));
        assert!(!fine.iter().any(|text| compares(text)));
    }

    #[test]
    fn a_reason_of_150_words_fits() {
        assert!(!too_long(&"woord ".repeat(150)));
        assert!(too_long(&"woord ".repeat(151)));
    }
}
