use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

/// Which of the two mails to a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoteMail {
    Invitation,
    Reminder,
}

/// A member may vote; says nothing of what about.
#[derive(Serialize)]
pub struct VoteInvitation {
    pub to: String,
    pub lang: Lang,
    pub cooperative: String,
    /// In words.
    pub closes_at: String,
    pub href: String,
    pub sender: String,
}

impl VoteInvitation {
    pub fn into_reminder(self) -> VoteReminder {
        VoteReminder { invitation: self }
    }
}

impl Mail for VoteInvitation {
    const NAME: &'static str = "vote_invitation";

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}

/// The same to who did not vote yet.
#[derive(Serialize)]
pub struct VoteReminder {
    #[serde(flatten)]
    invitation: VoteInvitation,
}

impl Mail for VoteReminder {
    const NAME: &'static str = "vote_reminder";

    fn to(&self) -> &str {
        self.invitation.to()
    }

    fn lang(&self) -> Lang {
        self.invitation.lang
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::render;
    use crate::rendering::Renderer;

    #[test]
    fn a_name_with_line_ends_never_makes_a_header() {
        let renderer = Renderer::load().unwrap();
        let letter = VoteInvitation {
            to: "jan@een.example".into(),
            lang: Lang::Nl,
            cooperative: "Wij\r\nBcc: allen@een.example\r\n\r\nKoop nu".into(),
            closes_at: "maandag".into(),
            href: "https://een.example/votes/x".into(),
            sender: "Buurtbod".into(),
        };
        let subject = render(&renderer, &letter, None, "1").unwrap().subject;
        assert_eq!(subject, "Stem mee bij Wij Bcc: allen@een.example Koop nu");
        let reminder = render(&renderer, &letter.into_reminder(), None, "1").unwrap();
        assert!(!reminder.subject.contains(['\r', '\n']), "{}", reminder.subject);
    }
}
