use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// There is a draw that a bidder may attend, or it is off. It names no other bidder and no score.
#[derive(Serialize)]
pub struct DrawTold {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    /// The word of what happened; which sentences it gets.
    pub news: &'static str,
    /// The moment of the draw, in words.
    pub at: String,
    pub lot: String,
    pub round: String,
    pub href: String,
    pub sender: String,
}

impl Mail for DrawTold {
    const NAME: &'static str = "draw_told";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
