//! Mails of a consultation table. They say that something waits and where, and nothing of what is
//! said there.

use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// Something happened at a table where somebody sits.
#[derive(Serialize)]
pub struct ConsultationNews {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    pub table: String,
    /// What happened, for the subject and as a sentence.
    pub subject: String,
    pub text: String,
    pub href: String,
    pub sender: String,
}

impl Mail for ConsultationNews {
    const NAME: &'static str = "consultation_news";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}

/// Take a seat; the link carries the secret.
#[derive(Serialize)]
pub struct ConsultationInvitation {
    pub to: String,
    pub lang: Lang,
    pub by: String,
    pub table: String,
    pub href: String,
    pub sender: String,
}

impl Mail for ConsultationInvitation {
    const NAME: &'static str = "consultation_invitation";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
