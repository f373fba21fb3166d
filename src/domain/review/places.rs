//! Places in a bid to refer to. A paragraph has the number of its section and its question in the
//! round and its own number in the answer, so that it is called the same on every page, for every
//! assessor and in every file, as long as what was handed in stays the same.

use std::fmt;
use std::str::FromStr;

use crate::domain::rounds::sections::{Question, Section};

/// Where a paragraph stands; all three count from 1. Shown as `3.2 ¶4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    pub section: u16,
    pub question: u16,
    pub paragraph: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not the place of a paragraph")]
pub struct NoSpot;

impl Spot {
    /// `3.2.4`, for forms and addresses.
    pub fn key(self) -> String {
        format!("{}.{}.{}", self.section, self.question, self.paragraph)
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{} ¶{}", self.section, self.question, self.paragraph)
    }
}

impl FromStr for Spot {
    type Err = NoSpot;

    /// Reads what `key` wrote, and nothing else.
    fn from_str(text: &str) -> Result<Spot, NoSpot> {
        let mut parts = text.split('.').map(|part| part.parse::<u16>().ok().filter(|n| *n > 0));
        let mut next = || parts.next().flatten().ok_or(NoSpot);
        let spot = Spot { section: next()?, question: next()?, paragraph: next()? };
        if spot.key() == text { Ok(spot) } else { Err(NoSpot) }
    }
}

/// Gives out the numbers of one answer, in the order in which it is read.
pub struct Counter {
    section: u16,
    question: u16,
    last: u16,
}

impl Counter {
    pub fn next_spot(&mut self) -> Spot {
        self.last = self.last.saturating_add(1);
        Spot { section: self.section, question: self.question, paragraph: self.last }
    }
}

/// The questions of some sections with their numbers. A question has the same number whichever
/// sections are read with it.
pub fn numbered<'a>(
    sections: &'a [Section],
    read: &'a [String],
) -> impl Iterator<Item = (&'a Section, Vec<(&'a Question, Counter)>)> {
    let of = |(section, of): (u16, &'a Section)| {
        let questions = (1..).zip(&of.questions);
        let count = |(question, of)| (of, Counter { section, question, last: 0 });
        (of, questions.map(count).collect())
    };
    (1..).zip(sections).filter(|(_, section)| read.contains(&section.code)).map(of)
}

/// Between blank lines; single line ends stay.
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut all: Vec<String> = vec![];
    let mut open = false;
    for line in text.lines() {
        match (line.trim().is_empty(), all.last_mut().filter(|_| open)) {
            (true, _) => open = false,
            (false, Some(last)) => {
                last.push('\n');
                last.push_str(line.trim_end());
            }
            (false, None) => {
                all.push(line.trim().to_owned());
                open = true;
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sections(shape: &[u8]) -> Vec<Section> {
        let question = |code: u8| serde_json::json!({ "code": format!("v{code}"), "label": "?", "kind": { "type": "money" } });
        let section = |(at, questions): (usize, &u8)| {
            let questions: Vec<_> = (0..*questions).map(question).collect();
            serde_json::from_value(serde_json::json!({
                "code": format!("s{at}"), "number": 1, "title": "", "group": "plan",
                "purpose": "", "questions": questions,
            }))
            .unwrap()
        };
        shape.iter().enumerate().map(section).collect()
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        assert_eq!(paragraphs("Een\nregel.\n \t\n\n Twee. \n"), ["Een\nregel.", "Twee."]);
        assert!(paragraphs(" \n\n").is_empty());
    }

    #[test]
    fn a_place_reads_as_it_is_written() {
        let spot = Spot { section: 3, question: 2, paragraph: 4 };
        assert_eq!(spot.to_string(), "3.2 ¶4");
        assert_eq!("3.2.4".parse(), Ok(spot));
        for odd in ["", "3.2", "3.2.0", "3.2.4.5", "3.2.+4", "03.2.4", "3.2.99999", " 3.2.4"] {
            assert_eq!(odd.parse::<Spot>(), Err(NoSpot), "{odd:?}");
        }
    }

    proptest! {
        /// No word is lost and none is made up.
        #[test]
        fn paragraphs_keep_every_word(text in "([a-z]{1,3}|\n|\n\n| |\t){0,40}") {
            let words = |text: &str| -> Vec<String> {
                text.split_whitespace().map(str::to_owned).collect()
            };
            let parts = paragraphs(&text);
            prop_assert_eq!(words(&parts.join("\n")), words(&text));
            prop_assert!(parts.iter().all(|part| !part.trim().is_empty()));
            prop_assert!(parts.iter().all(|part| part.lines().all(|line| !line.trim().is_empty())));
        }

        #[test]
        fn every_place_comes_back(section in 1u16.., question in 1u16.., paragraph in 1u16..) {
            let spot = Spot { section, question, paragraph };
            prop_assert_eq!(spot.key().parse(), Ok(spot));
        }

        /// A question is called the same for every criterion, and no two places are the same.
        #[test]
        fn numbers_do_not_depend_on_what_is_read_with_it(
            shape in proptest::collection::vec(0u8..4, 1..6),
            chosen in proptest::collection::vec(any::<bool>(), 6),
        ) {
            let sections = sections(&shape);
            let all: Vec<String> = sections.iter().map(|s| s.code.clone()).collect();
            let some: Vec<String> =
                all.iter().zip(&chosen).filter(|(_, c)| **c).map(|(s, _)| s.clone()).collect();
            let spots = |read: &[String]| -> Vec<(String, Spot)> {
                let mut found = vec![];
                for (section, questions) in numbered(&sections, read) {
                    for (question, mut counter) in questions {
                        for _ in 0..2 {
                            let name = format!("{}.{}", section.code, question.code);
                            found.push((name, counter.next_spot()));
                        }
                    }
                }
                found
            };
            let whole = spots(&all);
            let places: std::collections::BTreeSet<Spot> = whole.iter().map(|(_, s)| *s).collect();
            prop_assert_eq!(places.len(), whole.len());
            prop_assert!(spots(&some).iter().all(|one| whole.contains(one)));
        }
    }
}
