use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// A party left a bid that is handed in: it has to be handed in again.
#[derive(Serialize)]
pub struct PartyLeft {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    pub lot: String,
    /// In words.
    pub closes_at: String,
    /// The bid, to change it.
    pub href: String,
    pub sender: String,
}

impl Mail for PartyLeft {
    const NAME: &'static str = "party_left";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
