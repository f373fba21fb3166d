//! What each errand does: load what the mail needs, write it, send it.

use super::{
    Worker, account_mails, bids, consultations, deadlines, exports, files, mandate, matters,
    review, together,
};
use crate::documents::paper::PdfError;
use crate::domain::accounts::Organisation;
use crate::domain::errand::Errand;
use crate::domain::ids::{PersonId, RoundId};
use crate::mail::{self, Mail, MailFile, Rendered, SendError, VoteMail};
use crate::rendering::{Lang, RenderError};
use crate::store::outbox::Claimed;
use crate::store::{self, StoreError};

#[derive(Debug, thiserror::Error)]
pub enum ErrandError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Render(#[from] RenderError),
    #[error(transparent)]
    Send(#[from] SendError),
    #[error(transparent)]
    Pdf(#[from] PdfError),
    #[error("files: {0}")]
    Files(#[from] std::io::Error),
}

impl ErrandError {
    /// A mail that the other side will not take, however often it is offered; none when the trouble is
    /// not about a mail at all.
    pub fn refused(&self) -> Option<bool> {
        match self {
            ErrandError::Send(error) => Some(error.is_permanent()),
            ErrandError::Store(_)
            | ErrandError::Render(_)
            | ErrandError::Pdf(_)
            | ErrandError::Files(_) => None,
        }
    }
}

#[expect(clippy::too_many_lines, reason = "a table: one line per errand and no logic")]
pub fn run(worker: &Worker, claimed: &Claimed) -> Result<(), ErrandError> {
    match &claimed.errand {
        Errand::QuestionAnswered { round, to } => question_answered(worker, claimed, *round, *to),
        Errand::NotePublished { .. }
        | Errand::QuestionHanded { .. }
        | Errand::DisclosureAsked { .. }
        | Errand::ComplaintFiled { .. }
        | Errand::ComplaintHanded { .. }
        | Errand::ComplaintDue { .. }
        | Errand::ComplaintWaits { .. }
        | Errand::ComplaintAnswered { .. }
        | Errand::MandateNews { .. } => matters::run(worker, claimed),
        Errand::RoundAmended { round, number, to } => {
            review::round_amended(worker, claimed, (*round, *number), *to)
        }
        Errand::RoundOpened { round, bid, to } => {
            review::round_opened(worker, claimed, (*round, *bid), *to)
        }
        Errand::AssessmentAssigned { round, to } => review::assigned(worker, claimed, *round, *to),
        Errand::AssessmentReminder { round, to, open, when } => {
            review::reminder(worker, claimed, (*round, *open, *when), *to)
        }
        Errand::ScoresDue { round, when, due } => review::due(worker, (*round, *when, *due)),
        Errand::ConditionDue { bid, requirement, due } => {
            review::condition_due(worker, (*bid, requirement, *due))
        }
        Errand::ReviewRestarted { round, to } => review::restarted(worker, claimed, *round, *to),
        Errand::VerifyEmail { .. }
        | Errand::AlreadyRegistered { .. }
        | Errand::ResetPassword { .. }
        | Errand::PasswordChanged { .. }
        | Errand::Invitation { .. }
        | Errand::PartyInvitation { .. } => account_mails::run(worker, claimed),
        Errand::BidNotice { notice, bid, inquiry, due_at, to } => {
            review::bid_notice(worker, claimed, (*notice, *bid), (*inquiry, *due_at, *to))
        }
        // Each room adds the mails it owes.
        Errand::DecisionLetter { letter, to } => {
            bids::decision_letter(worker, claimed, *letter, *to)
        }
        Errand::DrawTold { bid, draw, news, to } => {
            bids::draw_told(worker, claimed, (*bid, *draw, *news), *to)
        }
        Errand::UploadOver { upload } => files::forget(worker, *upload),
        Errand::CheckFile { hash } => files::check(worker, hash),
        Errand::BidReceipt { submission, to } => bids::receipt(worker, claimed, *submission, *to),
        Errand::BidWithdrawn { bid, to } => bids::withdrawn(worker, claimed, *bid, *to),
        Errand::PartyRemoved { bid, to } => bids::party_removed(worker, claimed, *bid, *to),
        Errand::PartyLeft { bid, to } => bids::party_left(worker, claimed, *bid, *to),
        Errand::BidMention { bid, comment, to } => {
            together::mention(worker, claimed, (*bid, *comment), *to)
        }
        Errand::BidTodo { bid, todo, by, to } => {
            together::todo(worker, claimed, (*bid, *todo), (by, *to))
        }
        Errand::VoteInvitation { voter, secret } => {
            mandate::invite(worker, claimed, (*voter, secret), VoteMail::Invitation)
        }
        Errand::VoteReminder { voter, secret } => {
            mandate::invite(worker, claimed, (*voter, secret), VoteMail::Reminder)
        }
        Errand::DeadlineNear { round, ahead, closes_at } => {
            deadlines::near(worker, (*round, *ahead, *closes_at))
        }
        Errand::BidDeadline { bid, to, ahead, closes_at, secret } => {
            deadlines::remind(worker, claimed, (*bid, *to), (*ahead, *closes_at, secret))
        }
        Errand::DeadlineMoved { round, to } => deadlines::moved(worker, claimed, *round, *to),
        Errand::MakeExport { export } => exports::make(worker, *export),
        Errand::ExportOver { export } => exports::over(worker, *export),
        Errand::ForgetPeople { bid } => mandate::forget(worker, *bid),
        Errand::ConsultationInvitation { email, consultation, secret, by } => {
            consultations::invitation(worker, claimed, (*consultation, email), (secret, by))
        }
        Errand::ConsultationTold { consultation, item, news } => {
            consultations::told(worker, *consultation, (*item, *news))
        }
        Errand::ConsultationNews { consultation, item, news, to } => {
            consultations::news(worker, claimed, (*consultation, *item, *news), *to)
        }
    }
}

fn question_answered(
    worker: &Worker,
    claimed: &Claimed,
    round: RoundId,
    to: PersonId,
) -> Result<(), ErrandError> {
    let (round, owner, person) = worker.db.read_now::<_, StoreError>(|conn| {
        let round = store::rounds::find(conn, round)?;
        let owner = store::accounts::organisation(conn, round.municipality)?;
        Ok((round, owner, store::accounts::person_by_id(conn, to)?))
    })?;
    let lang = person.lang.parse().unwrap_or_default();
    let mail = mail::QuestionAnswered {
        sender: sender(worker, lang, &owner.name),
        lang,
        to: person.email,
        name: person.name,
        round: round.definition.title,
        href: format!("{}/rounds/{}/questions", worker.public_url, round.id),
    };
    post_from(worker, claimed, &owner, &mail)
}

/// Who signs a mail of a municipality.
pub fn sender(worker: &Worker, lang: Lang, municipality: &str) -> String {
    worker.renderer.translate(lang, "municipality-of", &[("name", municipality.into())])
}

/// Renders and sends one mail under the name of its errand.
pub fn post<M: Mail>(worker: &Worker, claimed: &Claimed, letter: &M) -> Result<(), ErrandError> {
    send(worker, claimed, letter, (None, vec![]))
}

/// The same with what the municipality itself writes around it.
pub fn post_from<M: Mail>(
    worker: &Worker,
    claimed: &Claimed,
    owner: &Organisation,
    letter: &M,
) -> Result<(), ErrandError> {
    post_with(worker, claimed, (owner, letter), vec![])
}

/// The same with files.
pub fn post_with<M: Mail>(
    worker: &Worker,
    claimed: &Claimed,
    (owner, letter): (&Organisation, &M),
    files: Vec<MailFile>,
) -> Result<(), ErrandError> {
    let text = worker.db.read_now::<_, StoreError>(|conn| match letter.own() {
        Some(kind) => {
            store::mail_texts::find(conn, owner.id, kind.as_str(), letter.lang().as_str())
        }
        None => Ok(None),
    })?;
    let own = text.map(|text| mail::Own { text, municipality: owner.name.clone() });
    send(worker, claimed, letter, (own, files))
}

fn send<M: Mail>(
    worker: &Worker,
    claimed: &Claimed,
    letter: &M,
    (own, files): (Option<mail::Own>, Vec<MailFile>),
) -> Result<(), ErrandError> {
    let rendered = mail::render(&worker.renderer, letter, own.as_ref(), claimed.id.as_str())?;
    worker.mailer.send(&Rendered { files, ..rendered })?;
    Ok(())
}
