use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// A co-writer wants you to read a comment. What it says stays on the page: a mail travels open.
#[derive(Serialize)]
pub struct BidMention {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    /// Who wrote the comment.
    pub by: String,
    /// The question it is about.
    pub question: String,
    pub lot: String,
    /// The comment below its question.
    pub href: String,
    pub sender: String,
}

impl Mail for BidMention {
    const NAME: &'static str = "bid_mention";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
