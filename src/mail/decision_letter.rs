use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// The decision, word for word as it is kept: nothing is added to it here.
#[derive(Serialize)]
pub struct DecisionLetter {
    pub to: String,
    pub subject: String,
    pub body: String,
}

impl Mail for DecisionLetter {
    const NAME: &'static str = "decision_letter";

    fn to(&self) -> &str {
        &self.to
    }

    /// Letters are written in Dutch.
    fn lang(&self) -> Lang {
        Lang::Nl
    }
}
