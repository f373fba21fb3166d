use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// The deadline of a round moved, for everybody.
#[derive(Serialize)]
pub struct DeadlineMoved {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    pub round: String,
    /// In words.
    pub before: String,
    pub after: String,
    pub reason: String,
    pub href: String,
    pub sender: String,
}

impl Mail for DeadlineMoved {
    const NAME: &'static str = "deadline_moved";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
