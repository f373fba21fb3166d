use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// The lead of a joint bid took a party out of it.
#[derive(Serialize)]
pub struct PartyRemoved {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    pub lot: String,
    /// The lead.
    pub cooperative: String,
    /// Where the reason stands.
    pub href: String,
    pub sender: String,
}

impl Mail for PartyRemoved {
    const NAME: &'static str = "party_removed";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
