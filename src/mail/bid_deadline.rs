use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// The deadline comes near and the bid is not handed in. Says how much is missing, not what.
#[derive(Serialize)]
pub struct BidDeadline {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    pub lot: String,
    /// In words: `nog 2 dagen`.
    pub left: String,
    pub closes_at: String,
    /// The next day on which one can step in, when the round has one.
    pub next: Option<String>,
    /// Sections that are not ready.
    pub open: u32,
    pub total: u32,
    pub href: String,
    /// Where one says that one wants no more of these.
    pub mute: String,
    pub sender: String,
}

impl Mail for BidDeadline {
    const NAME: &'static str = "bid_deadline";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
