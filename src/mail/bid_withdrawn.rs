use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// Somebody of the cooperative took the bid back.
#[derive(Serialize)]
pub struct BidWithdrawn {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    pub cooperative: String,
    pub lot: String,
    pub round: String,
    /// Of the receipt that counts no more.
    pub number: String,
    /// In words, to the second.
    pub at: String,
    pub by: String,
    /// In words.
    pub closes_at: String,
    /// The bid, to change it.
    pub href: String,
    pub sender: String,
}

impl Mail for BidWithdrawn {
    const NAME: &'static str = "bid_withdrawn";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
