use jiff::civil::Date;
use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// Some of your grades are still missing.
#[derive(Serialize)]
pub struct AssessmentReminder {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    pub round: String,
    pub due: Date,
    /// Grades still to give; 0 when a declaration or the lock is missing.
    pub open: u32,
    /// Key of the subject: it says whether the day is near, today, or gone by.
    pub subject: String,
    pub href: String,
    pub sender: String,
}

impl Mail for AssessmentReminder {
    const NAME: &'static str = "assessment_reminder";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
