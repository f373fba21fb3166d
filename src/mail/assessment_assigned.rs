use jiff::civil::Date;
use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// Bids are ready for you to assess.
#[derive(Serialize)]
pub struct AssessmentAssigned {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    pub round: String,
    pub due: Date,
    pub href: String,
    pub sender: String,
}

impl Mail for AssessmentAssigned {
    const NAME: &'static str = "assessment_assigned";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
