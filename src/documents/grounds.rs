//! The grounds on which a bid is refused, as the library words them (`config/library/grounds.toml`).

use std::sync::LazyLock;

use serde::Deserialize;

use crate::rendering::Lang;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    pub code: String,
    pub title: Told,
    /// What a letter says.
    pub reason: Told,
    /// What would change the answer.
    pub change: Told,
    /// Where the law says so.
    pub source: Told,
}

/// The same in both languages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    nl: String,
    en: String,
}

impl Told {
    pub fn to(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    grounds: Vec<Ground>,
}

const TEXT: &str = include_str!("../../config/library/grounds.toml");

static GROUNDS: LazyLock<Vec<Ground>> = LazyLock::new(|| {
    let file: Result<File, _> = toml::from_str(TEXT);
    file.expect("the grounds are part of the program and tested").grounds
});

pub fn grounds() -> &'static [Ground] {
    &GROUNDS
}

/// The ground with this code; one that left the library later is none.
pub fn ground(code: &str) -> Option<&'static Ground> {
    grounds().iter().find(|ground| ground.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_ground_has_a_code_of_its_own_and_all_its_words() {
        let codes: BTreeSet<&str> = grounds().iter().map(|ground| ground.code.as_str()).collect();
        assert!(codes.len() == grounds().len() && codes.len() >= 10, "{codes:?}");
        for ground in grounds() {
            for told in [&ground.title, &ground.reason, &ground.change, &ground.source] {
                assert!(!told.nl.is_empty() && !told.en.is_empty(), "{}", ground.code);
            }
        }
    }
}
