//! Letters by mail: one struct per mail, rendered from `templates/mail/<name>/`, sent by SMTP or
//! kept as a file. Nothing here touches the store.

pub mod accounts;
mod assessment_assigned;
mod assessment_reminder;
mod bid_deadline;
mod bid_mention;
mod bid_notice;
mod bid_receipt;
mod bid_todo;
mod bid_withdrawn;
mod consultation;
mod deadline_moved;
mod decision_letter;
mod draw_told;
pub mod matters;
mod party_left;
mod party_removed;
mod question_answered;
mod review_restarted;
mod round_amended;
mod round_opened;
mod transport;
mod vote_invitation;

use serde::Serialize;

use crate::domain::mail_texts::{MailKind, MailText, Slot, fill};
use crate::rendering::{Lang, RenderError, Renderer};

pub use assessment_assigned::AssessmentAssigned;
pub use assessment_reminder::AssessmentReminder;
pub use bid_deadline::BidDeadline;
pub use bid_mention::BidMention;
pub use bid_notice::BidNotice;
pub use bid_receipt::BidReceipt;
pub use bid_todo::BidTodo;
pub use bid_withdrawn::BidWithdrawn;
pub use consultation::{ConsultationInvitation, ConsultationNews};
pub use deadline_moved::DeadlineMoved;
pub use decision_letter::DecisionLetter;
pub use draw_told::DrawTold;
pub use party_left::PartyLeft;
pub use party_removed::PartyRemoved;
pub use question_answered::QuestionAnswered;
pub use review_restarted::ReviewRestarted;
pub use round_amended::RoundAmended;
pub use round_opened::RoundOpened;
pub use transport::{Encryption, Mailer, SendError, SmtpServer};
pub use vote_invitation::{VoteInvitation, VoteMail};

/// One mail: who gets it, in which language, and the facts its templates need.
pub trait Mail: Serialize {
    /// Folder below `templates/mail/` with `subject.txt` and `body.txt`.
    const NAME: &'static str;

    fn to(&self) -> &str;

    fn lang(&self) -> Lang;

    /// Which text of the municipality stands around it.
    fn own(&self) -> Option<MailKind> {
        Self::NAME.parse().ok()
    }
}

/// A mail as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The same for every attempt, so that a repeat is recognised as one.
    pub id: String,
    pub to: String,
    pub subject: String,
    pub body: String,
    pub files: Vec<MailFile>,
}

/// A file that goes with a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailFile {
    pub name: String,
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

/// What a municipality writes around a mail, and its name.
pub struct Own {
    pub text: MailText,
    pub municipality: String,
}

/// A mail with what stands around it.
#[derive(Serialize)]
struct Framed<'m, M> {
    #[serde(flatten)]
    mail: &'m M,
    intro: Option<String>,
    closing: Option<String>,
}

/// Writes a mail; `id` names the errand it belongs to.
pub fn render<M: Mail>(
    renderer: &Renderer,
    mail: &M,
    own: Option<&Own>,
    id: &str,
) -> Result<Rendered, RenderError> {
    let own = Filled::of(mail, own);
    let framed = Framed { mail, intro: own.intro, closing: own.closing };
    let subject = match own.subject {
        Some(subject) => subject,
        None => renderer.text(mail.lang(), &format!("mail/{}/subject.txt", M::NAME), &framed)?,
    };
    let body = renderer.text(mail.lang(), &format!("mail/{}/body.txt", M::NAME), &framed)?;
    Ok(Rendered {
        id: id.to_owned(),
        to: mail.to().to_owned(),
        // A subject is one line: a name with a line end must not become a header.
        subject: subject.split_whitespace().collect::<Vec<_>>().join(" "),
        body: body.trim().to_owned() + "\n",
        files: vec![],
    })
}

/// The own texts with their places filled in; none where the standard text stays.
#[derive(Default)]
struct Filled {
    subject: Option<String>,
    intro: Option<String>,
    closing: Option<String>,
}

impl Filled {
    fn of<M: Mail>(mail: &M, own: Option<&Own>) -> Filled {
        let (Some(own), Some(kind)) = (own, mail.own()) else {
            return Filled::default();
        };
        let facts = serde_json::to_value(mail).unwrap_or_default();
        let fact = |name: &str| facts[name].as_str().unwrap_or_default().to_owned();
        let value = |slot: Slot| match slot {
            Slot::Name => fact("name"),
            Slot::Round => fact("round"),
            Slot::Municipality => own.municipality.clone(),
        };
        let text = |text: &str| {
            let filled = fill(text, kind, value);
            Some(filled.trim().to_owned()).filter(|text| !text.is_empty())
        };
        let MailText { subject, intro, closing } = &own.text;
        Filled { subject: text(subject), intro: text(intro), closing: text(closing) }
    }
}
