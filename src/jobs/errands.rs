//! What each errand does: load what the mail needs, write it, send it.

use super::Worker;
use crate::domain::errand::Errand;
use crate::mail::{self, Mail, SendError};
use crate::rendering::RenderError;
use crate::store::StoreError;
use crate::store::outbox::Claimed;

#[derive(Debug, thiserror::Error)]
pub enum ErrandError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Render(#[from] RenderError),
    #[error(transparent)]
    Send(#[from] SendError),
}

pub fn run(_worker: &Worker, claimed: &Claimed) -> Result<(), ErrandError> {
    match &claimed.errand {
        // Each room adds the mails it owes.
        Errand::VerifyEmail { .. }
        | Errand::AlreadyRegistered { .. }
        | Errand::ResetPassword { .. }
        | Errand::Invitation { .. }
        | Errand::QuestionAnswered { .. }
        | Errand::BidReceipt { .. }
        | Errand::BidWithdrawn { .. }
        | Errand::RoundOpened { .. }
        | Errand::AssessmentAssigned { .. }
        | Errand::AssessmentReminder { .. }
        | Errand::DecisionLetter { .. } => Ok(()),
    }
}

/// Renders and sends one mail under the name of its errand.
pub fn post<M: Mail>(worker: &Worker, claimed: &Claimed, letter: &M) -> Result<(), ErrandError> {
    let rendered = mail::render(&worker.renderer, letter, claimed.id.as_str())?;
    worker.mailer.send(&rendered)?;
    Ok(())
}
