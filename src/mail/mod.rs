//! Letters by mail: one struct per mail, rendered from `templates/mail/<name>/`, sent by SMTP or
//! kept as a file. Nothing here touches the store.

pub mod accounts;
mod assessment_assigned;
mod assessment_reminder;
mod bid_deadline;
mod bid_mention;
mod bid_receipt;
mod bid_todo;
mod bid_withdrawn;
mod consultation;
mod deadline_moved;
mod decision_letter;
mod party_left;
mod party_removed;
mod question_answered;
mod round_amended;
mod round_opened;
mod transport;
mod vote_invitation;

use serde::Serialize;

use crate::rendering::{Lang, RenderError, Renderer};

pub use assessment_assigned::AssessmentAssigned;
pub use assessment_reminder::AssessmentReminder;
pub use bid_deadline::BidDeadline;
pub use bid_mention::BidMention;
pub use bid_receipt::BidReceipt;
pub use bid_todo::BidTodo;
pub use bid_withdrawn::BidWithdrawn;
pub use consultation::{ConsultationInvitation, ConsultationNews};
pub use deadline_moved::DeadlineMoved;
pub use decision_letter::DecisionLetter;
pub use party_left::PartyLeft;
pub use party_removed::PartyRemoved;
pub use question_answered::QuestionAnswered;
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

/// Writes a mail; `id` names the errand it belongs to.
pub fn render<M: Mail>(renderer: &Renderer, mail: &M, id: &str) -> Result<Rendered, RenderError> {
    let subject = renderer.text(mail.lang(), &format!("mail/{}/subject.txt", M::NAME), mail)?;
    let body = renderer.text(mail.lang(), &format!("mail/{}/body.txt", M::NAME), mail)?;
    Ok(Rendered {
        id: id.to_owned(),
        to: mail.to().to_owned(),
        // A subject is one line: a name with a line end must not become a header.
        subject: subject.split_whitespace().collect::<Vec<_>>().join(" "),
        body: body.trim().to_owned() + "\n",
        files: vec![],
    })
}
