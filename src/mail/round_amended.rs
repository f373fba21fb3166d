use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// The municipality changed the terms of a round.
#[derive(Serialize)]
pub struct RoundAmended {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    pub round: String,
    pub number: i32,
    /// What changed and why, as the municipality wrote it; it is public.
    pub reason: String,
    /// In words.
    pub closes_at: String,
    /// Page with all changes.
    pub href: String,
    pub sender: String,
}

impl Mail for RoundAmended {
    const NAME: &'static str = "round_amended";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
