use serde::Serialize;

use super::Mail;
use crate::domain::errand::Notice;
use crate::domain::mail_texts::MailKind;
use crate::rendering::Lang;

/// Something happened to a bid that is judged; what it is stands on the page.
#[derive(Serialize)]
pub struct BidNotice {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    #[serde(skip)]
    pub notice: Notice,
    /// Its word; which sentences it gets: `mail-<kind>-subject` and `mail-<kind>-body`.
    pub kind: &'static str,
    pub round: String,
    pub lot: String,
    /// Until when there is time, in words; none when nothing is asked.
    pub due: Option<String>,
    pub href: String,
    pub sender: String,
}

impl Mail for BidNotice {
    const NAME: &'static str = "bid_notice";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }

    fn own(&self) -> Option<MailKind> {
        MailKind::of_notice(self.notice)
    }
}
