use jiff::civil::Date;
use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// You can go on with your scores.
#[derive(Serialize)]
pub struct ReviewRestarted {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    pub round: String,
    pub due: Date,
    pub href: String,
    pub sender: String,
}

impl Mail for ReviewRestarted {
    const NAME: &'static str = "review_restarted";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
