use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// A co-writer asks you to do something for the bid.
#[derive(Serialize)]
pub struct BidTodo {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    /// Who asks.
    pub by: String,
    /// In words.
    pub due: Option<String>,
    pub lot: String,
    /// Everything there is to do for this bid.
    pub href: String,
    pub sender: String,
}

impl Mail for BidTodo {
    const NAME: &'static str = "bid_todo";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
