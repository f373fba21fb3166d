use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// We have your bid: its number, the time and the hash of what it says.
#[derive(Serialize)]
pub struct BidReceipt {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    pub cooperative: String,
    pub lot: String,
    pub round: String,
    pub number: String,
    /// In words, to the second.
    pub at: String,
    pub by: String,
    /// SHA-256 of the canonical content.
    pub hash: String,
    /// In words.
    pub closes_at: String,
    /// Page of the receipt.
    pub href: String,
    /// Where anybody can check the receipt.
    pub verification: String,
    pub sender: String,
}

impl Mail for BidReceipt {
    const NAME: &'static str = "bid_receipt";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
