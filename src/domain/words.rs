//! Counting words for the limits of a bid. The browser counts with the regular expression
//! `[\p{L}\p{N}][\p{L}\p{N}'’.,/-]*`; this is the same rule, so both show the same number.

mod marks;

use marks::ALPHABETIC_MARKS;

/// The number of words in a text: a word starts with a letter or a number and goes on over
/// letters, numbers and the signs `'`, `’`, `.`, `,`, `/` and `-`.
///
/// Source: the word rule of `assets` (character counter); limits of `domain.md` chapter 6.
/// Characters newer than Unicode 16 may count differently in an older browser.
pub fn count_words(text: &str) -> usize {
    let mut words = 0;
    let mut inside = false;
    for char in text.chars() {
        if starts_word(char) {
            words += usize::from(!inside);
            inside = true;
        } else {
            inside = inside && matches!(char, '\'' | '’' | '.' | ',' | '/' | '-');
        }
    }
    words
}

/// Signs that no text needs: control characters other than line end and tab carry no meaning, and
/// direction overrides can make a text read as another.
pub fn is_hidden(sign: char) -> bool {
    (sign.is_control() && sign != '\n' && sign != '\t')
        || matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// A letter (`\p{L}`) or a number (`\p{N}`). Rust's alphabetic characters are more than the
/// letters, so the others are taken out by table.
fn starts_word(char: char) -> bool {
    if char.is_ascii() {
        return char.is_ascii_alphanumeric();
    }
    char.is_numeric() || (char.is_alphabetic() && !is_mark(u32::from(char)))
}

fn is_mark(code: u32) -> bool {
    let after = ALPHABETIC_MARKS.partition_point(|(first, _)| *first <= code);
    after > 0 && code <= ALPHABETIC_MARKS[after - 1].1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use regex::Regex;

    #[test]
    fn words_as_people_write_them() {
        let cases = [
            ("", 0),
            (" \n\t ", 0),
            ("Wij koken samen.", 3),
            ("zo'n buurthuis", 2),
            ("foto’s en video’s", 3),
            ("’s avonds om 19.30 uur", 5),
            ("en/of, e-mail - of bellen", 4),
            ("€ 1.250,00 per jaar", 3),
            ("coöperatie Grænsevold", 2),
            ("...-- ,,", 0),
            ("één: twee;drie(vier)", 4),
            ("10½ m² ①", 3),
        ];
        for (text, words) in cases {
            assert_eq!(count_words(text), words, "{text}");
        }
    }

    /// Against the rule itself, for every character that the expression knows.
    #[test]
    fn every_character_is_classed_as_the_browser_does() {
        let start = Regex::new(r"^[\p{L}\p{N}]$").unwrap();
        let unassigned = Regex::new(r"^\p{Cn}$").unwrap();
        let differs = |char: &char| {
            let text = char.to_string();
            start.is_match(&text) != starts_word(*char) && !unassigned.is_match(&text)
        };
        assert_eq!(('\0'..=char::MAX).filter(differs).collect::<Vec<_>>(), Vec::<char>::new());
    }

    proptest! {
        /// With the characters that the expression knows.
        #[test]
        fn any_text_counts_as_the_rule_says(text in r"([a-zé0-9'’.,/\- \n€(²ि]|\P{Cn}){0,60}") {
            let rule = Regex::new(r"[\p{L}\p{N}][\p{L}\p{N}'’.,/-]*").unwrap();
            prop_assert_eq!(count_words(&text), rule.find_iter(&text).count());
        }

        #[test]
        fn a_space_parts_two_texts(one in ".{0,30}", two in ".{0,30}") {
            let both = format!("{one} {two}");
            prop_assert_eq!(count_words(&both), count_words(&one) + count_words(&two));
        }
    }
}
