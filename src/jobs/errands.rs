//! What each errand does: load what the mail needs, write it, send it.

use super::{
    Worker, account_mails, bids, consultations, deadlines, files, mandate, review, together,
};
use crate::documents::paper::PdfError;
use crate::domain::errand::Errand;
use crate::domain::ids::{LetterId, PersonId, RoundId};
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

pub fn run(worker: &Worker, claimed: &Claimed) -> Result<(), ErrandError> {
    match &claimed.errand {
        Errand::QuestionAnswered { round, to } => question_answered(worker, claimed, *round, *to),
        Errand::RoundAmended { round, number, to } => {
            review::round_amended(worker, claimed, (*round, *number), *to)
        }
        Errand::RoundOpened { round, bid, to } => {
            review::round_opened(worker, claimed, (*round, *bid), *to)
        }
        Errand::AssessmentAssigned { round, to } => review::assigned(worker, claimed, *round, *to),
        Errand::AssessmentReminder { round, to, open } => {
            review::reminder(worker, claimed, (*round, *open), *to)
        }
        Errand::VerifyEmail { .. }
        | Errand::AlreadyRegistered { .. }
        | Errand::ResetPassword { .. }
        | Errand::PasswordChanged { .. }
        | Errand::Invitation { .. }
        | Errand::PartyInvitation { .. } => account_mails::run(worker, claimed),
        // Each room adds the mails it owes.
        Errand::DecisionLetter { letter, to } => decision_letter(worker, claimed, *letter, *to),
        Errand::UploadOver { upload } => files::forget(worker, *upload),
        Errand::CheckFile { hash } => files::check(worker, hash),
        Errand::BidReceipt { submission, to } => bids::receipt(worker, claimed, *submission, *to),
        Errand::BidWithdrawn { bid, to } => bids::withdrawn(worker, claimed, *bid, *to),
        Errand::PartyRemoved { bid, reason, to } => {
            bids::party_removed(worker, claimed, (*bid, reason), *to)
        }
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
    post(worker, claimed, &mail)
}

fn decision_letter(
    worker: &Worker,
    claimed: &Claimed,
    letter: LetterId,
    to: PersonId,
) -> Result<(), ErrandError> {
    let (letter, person) = worker.db.read_now::<_, StoreError>(|conn| {
        Ok((store::letters::find(conn, letter)?, store::accounts::person_by_id(conn, to)?))
    })?;
    let (subject, body) = (letter.subject, letter.body);
    post(worker, claimed, &mail::DecisionLetter { to: person.email, subject, body })
}

/// Who signs a mail of a municipality.
pub fn sender(worker: &Worker, lang: Lang, municipality: &str) -> String {
    worker.renderer.translate(lang, "municipality-of", &[("name", municipality.into())])
}

/// Renders and sends one mail under the name of its errand.
pub fn post<M: Mail>(worker: &Worker, claimed: &Claimed, letter: &M) -> Result<(), ErrandError> {
    post_with(worker, claimed, letter, vec![])
}

/// The same with files.
pub fn post_with<M: Mail>(
    worker: &Worker,
    claimed: &Claimed,
    letter: &M,
    files: Vec<MailFile>,
) -> Result<(), ErrandError> {
    let rendered = mail::render(&worker.renderer, letter, claimed.id.as_str())?;
    worker.mailer.send(&Rendered { files, ..rendered })?;
    Ok(())
}
