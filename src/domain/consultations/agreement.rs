//! The base agreement: how the table works. Every version stays.

use serde::{Deserialize, Serialize};

use super::{ConsultationRefusal, Item};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// 1 for the first.
    pub number: i32,
    pub text: String,
    /// Why it changed, in a sentence.
    pub why: String,
    pub by: String,
}

impl Agreement {
    /// The next version, for who had the newest before them.
    pub fn next(
        versions: &[Item<Agreement>],
        seen: i32,
        (text, why): (String, String),
        by: String,
    ) -> Result<Agreement, ConsultationRefusal> {
        let newest = versions.iter().map(|one| &one.body).max_by_key(|one| one.number);
        let number = newest.map_or(0, |one| one.number);
        if number != seen {
            return Err(ConsultationRefusal::Overtaken);
        }
        if newest.is_some_and(|one| one.text == text) {
            return Err(ConsultationRefusal::Same);
        }
        Ok(Agreement { number: number + 1, text, why, by })
    }
}
