//! Mails about questions, complaints and mandates: the same letter around another occasion. They say that there
//! is something to read, and where; never what it says.

use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

#[derive(Serialize)]
pub struct MatterMail<O> {
    pub to: String,
    pub lang: Lang,
    pub name: String,
    pub round: String,
    /// Where to read it.
    pub href: String,
    pub sender: String,
    #[serde(flatten)]
    pub occasion: O,
}

/// Why the mail is sent.
pub trait Occasion: Serialize {
    const NAME: &'static str;
}

impl<O: Occasion> Mail for MatterMail<O> {
    const NAME: &'static str = O::NAME;

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}

macro_rules! occasions {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $kind:ty),* } = $word:literal),+ $(,)?) => { $(
        $(#[$doc])*
        #[derive(Serialize)]
        pub struct $name { $(pub $field: $kind),* }

        impl Occasion for $name {
            const NAME: &'static str = $word;
        }
    )+ };
}

occasions! {
    /// Answers were published together.
    NotePublished { number: i32 } = "note_published",
    QuestionHanded {} = "question_handed",
    DisclosureAsked {} = "disclosure_asked",
    ComplaintFiled {} = "complaint_filed",
    /// The day before which the answer is there, in words.
    ComplaintHanded { due: String } = "complaint_handed",
    ComplaintWaits { due: String } = "complaint_waits",
    ComplaintAnswered {} = "complaint_answered",
    /// To the municipality of this name, in a joint round.
    MandateAsked { municipality: String } = "mandate_asked",
    MandateGiven { municipality: String } = "mandate_given",
    MandateWithdrawn { municipality: String } = "mandate_withdrawn",
}
