//! What a municipality writes around the mails to bidders and assessors: a subject, a beginning and an
//! end. What happened stands between them and is the same everywhere. Only named places can be filled in,
//! and none of them says anything of a bid.

use crate::domain::accounts::words;
use crate::domain::errand::Notice;
use crate::domain::refusal::Refusal;
use crate::domain::words::is_hidden;

words! {
    /// The mails that have a text of one's own.
    MailKind {
        NotePublished = "note_published",
        QuestionAnswered = "question_answered",
        ComplaintAnswered = "complaint_answered",
        RoundAmended = "round_amended",
        DeadlineMoved = "deadline_moved",
        BidDeadline = "bid_deadline",
        BidReceipt = "bid_receipt",
        BidWithdrawn = "bid_withdrawn",
        RoundOpened = "round_opened",
        SupplementAsked = "supplement_asked",
        ClarificationAsked = "clarification_asked",
        InquiryExtended = "inquiry_extended",
        InquiryReminder = "inquiry_reminder",
        RefusalLetter = "refusal_letter",
        DecisionLetter = "decision_letter",
        AssessmentAssigned = "assessment_assigned",
        AssessmentReminder = "assessment_reminder",
    }
}

/// A place in a text that is filled in per mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Of who gets the mail.
    Name,
    Round,
    Municipality,
}

impl Slot {
    const ALL: [Slot; 3] = [Slot::Name, Slot::Round, Slot::Municipality];

    /// How people write it, between braces, in each language.
    pub fn written(self) -> [&'static str; 2] {
        match self {
            Slot::Name => ["naam", "name"],
            Slot::Round => ["ronde", "round"],
            Slot::Municipality => ["gemeente", "municipality"],
        }
    }
}

impl MailKind {
    /// What can be filled in here.
    pub fn slots(self) -> &'static [Slot] {
        match self {
            // That mail names the lot; it does not know the round.
            MailKind::BidDeadline => &[Slot::Name, Slot::Municipality],
            MailKind::NotePublished
            | MailKind::QuestionAnswered
            | MailKind::ComplaintAnswered
            | MailKind::RoundAmended
            | MailKind::DeadlineMoved
            | MailKind::BidReceipt
            | MailKind::BidWithdrawn
            | MailKind::RoundOpened
            | MailKind::SupplementAsked
            | MailKind::ClarificationAsked
            | MailKind::InquiryExtended
            | MailKind::InquiryReminder
            | MailKind::RefusalLetter
            | MailKind::DecisionLetter
            | MailKind::AssessmentAssigned
            | MailKind::AssessmentReminder => &Slot::ALL,
        }
    }

    /// The text of a notice; none for one that stays within the municipality.
    pub fn of_notice(notice: Notice) -> Option<MailKind> {
        match notice {
            Notice::SupplementAsked => Some(MailKind::SupplementAsked),
            Notice::ClarificationAsked => Some(MailKind::ClarificationAsked),
            Notice::InquiryExtended => Some(MailKind::InquiryExtended),
            Notice::InquiryReminder => Some(MailKind::InquiryReminder),
            Notice::RefusalLetter => Some(MailKind::RefusalLetter),
            Notice::InquiryAnswered
            | Notice::RefusalProposed
            | Notice::RefusalReturned
            | Notice::ConditionPassed
            | Notice::VirusFound => None,
        }
    }

    /// The notice that has this text.
    pub fn notice(self) -> Option<Notice> {
        Notice::ALL.iter().copied().find(|notice| MailKind::of_notice(*notice) == Some(self))
    }
}

/// Texts as they are kept; an empty one is the standard one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailText {
    pub subject: String,
    pub intro: String,
    pub closing: String,
}

/// Signs in a subject: mail programs show no more.
pub const MOST_SUBJECT: usize = 120;
pub const MOST_INTRO: usize = 600;
pub const MOST_CLOSING: usize = 400;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextRefusal {
    #[error("too long")]
    Long,
    #[error("a place that nobody fills in")]
    Placeholder,
    #[error("signs of a web page")]
    Html,
    #[error("signs that nobody sees, or more than one line")]
    Signs,
}

impl Refusal for TextRefusal {
    fn key(&self) -> &'static str {
        match self {
            TextRefusal::Long => "mail-text-long",
            TextRefusal::Placeholder => "mail-text-placeholder",
            TextRefusal::Html => "mail-text-html",
            TextRefusal::Signs => "mail-text-signs",
        }
    }
}

impl MailText {
    pub fn is_standard(&self) -> bool {
        self.subject.is_empty() && self.intro.is_empty() && self.closing.is_empty()
    }

    /// Everything that is wrong, by field.
    pub fn check(&self, kind: MailKind) -> Vec<(&'static str, TextRefusal)> {
        let fields = [
            ("subject", &self.subject, MOST_SUBJECT),
            ("intro", &self.intro, MOST_INTRO),
            ("closing", &self.closing, MOST_CLOSING),
        ];
        let wrong = |(field, text, most): (&'static str, &String, usize)| {
            let lines = field == "subject" && text.contains(['\n', '\r']);
            let why = match () {
                () if text.chars().count() > most => TextRefusal::Long,
                () if lines || text.contains(is_hidden) => TextRefusal::Signs,
                () if text.contains(['<', '>']) => TextRefusal::Html,
                () if pieces(text, kind).is_none() => TextRefusal::Placeholder,
                () => return None,
            };
            Some((field, why))
        };
        fields.into_iter().filter_map(wrong).collect()
    }
}

enum Piece<'t> {
    Text(&'t str),
    Slot(Slot),
}

/// A text as plain text and places; none when a brace is no place of this kind of mail.
fn pieces(text: &str, kind: MailKind) -> Option<Vec<Piece<'_>>> {
    let mut found = vec![];
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(at);
        found.push(Piece::Text(before));
        let (name, after) = from.strip_prefix('{')?.split_once('}')?;
        let slots = kind.slots().iter();
        let slot = slots.copied().find(|slot| slot.written().contains(&name.trim()))?;
        found.push(Piece::Slot(slot));
        rest = after;
    }
    found.push(Piece::Text(rest));
    Some(found)
}

/// The text with its places filled in. A text that was not checked comes back as it is.
pub fn fill(text: &str, kind: MailKind, value: impl Fn(Slot) -> String) -> String {
    let Some(pieces) = pieces(text, kind) else { return text.to_owned() };
    let filled = pieces.into_iter().map(|piece| match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Slot(slot) => value(slot),
    });
    filled.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(subject: &str, intro: &str) -> MailText {
        MailText { subject: subject.into(), intro: intro.into(), closing: String::new() }
    }

    fn value(slot: Slot) -> String {
        match slot {
            Slot::Name => "Jan {ronde}".into(),
            Slot::Round => "Samen".into(),
            Slot::Municipality => "Rietmeer".into(),
        }
    }

    #[test]
    fn only_known_places_plain_signs_and_short_texts() {
        let all = MailKind::RoundAmended;
        assert_eq!(text("Over {ronde}", "Dag { name },\n{gemeente}").check(all), []);
        for (given, why) in [
            ("{cijfer}", TextRefusal::Placeholder),
            ("{", TextRefusal::Placeholder),
            ("}", TextRefusal::Placeholder),
            ("{{ronde}}", TextRefusal::Placeholder),
            ("{ronde", TextRefusal::Placeholder),
            ("<b>dag</b>", TextRefusal::Html),
            ("a\u{0}b", TextRefusal::Signs),
            ("a\u{202E}b", TextRefusal::Signs),
        ] {
            assert_eq!(text("", given).check(all), [("intro", why)], "{given:?}");
        }
        assert_eq!(text("a\nBcc: x", "").check(all), [("subject", TextRefusal::Signs)]);
        assert_eq!(text(&"é".repeat(120), "").check(all), []);
        assert_eq!(text(&"é".repeat(121), "").check(all), [("subject", TextRefusal::Long)]);
        let deadline = text("{ronde}", "").check(MailKind::BidDeadline);
        assert_eq!(deadline, [("subject", TextRefusal::Placeholder)]);
    }

    #[test]
    fn a_value_is_never_read_as_a_text() {
        let filled = fill("Dag {naam}, {round} van {gemeente}", MailKind::BidReceipt, value);
        assert_eq!(filled, "Dag Jan {ronde}, Samen van Rietmeer");
    }

    proptest! {
        #[test]
        fn a_text_without_places_stays_what_it_is(given in "[^{}]{0,80}") {
            prop_assert_eq!(fill(&given, MailKind::BidReceipt, value), given);
        }

        #[test]
        fn what_passes_the_check_has_no_place_left(given in ".{0,40}") {
            if text("", &given).check(MailKind::BidReceipt).is_empty() {
                let filled = fill(&given, MailKind::BidReceipt, |_| "x".into());
                let left = filled.contains(['{', '}', '<', '>']);
                prop_assert!(!left);
            }
        }
    }
}
