use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// The letter with the decision is there. The decision itself stands on the page, behind the sign-in.
#[derive(Serialize)]
pub struct DecisionLetter {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    pub lot: String,
    pub round: String,
    pub href: String,
    pub sender: String,
}

impl Mail for DecisionLetter {
    const NAME: &'static str = "decision_letter";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
