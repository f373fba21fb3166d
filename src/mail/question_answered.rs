use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// The municipality answered your question.
#[derive(Serialize)]
pub struct QuestionAnswered {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    pub round: String,
    /// Page with all answers.
    pub href: String,
    pub sender: String,
}

impl Mail for QuestionAnswered {
    const NAME: &'static str = "question_answered";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
