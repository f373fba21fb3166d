use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// The bids of the round are open, yours too.
#[derive(Serialize)]
pub struct RoundOpened {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    pub round: String,
    pub lot: String,
    /// Page of one's own bid.
    pub href: String,
    pub sender: String,
}

impl Mail for RoundOpened {
    const NAME: &'static str = "round_opened";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
