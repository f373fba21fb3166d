//! Errands: what has to be done after an act, mostly a mail to somebody who waits.

use serde::{Deserialize, Serialize};

use crate::domain::ids::{BidId, LetterId, OrganisationId, PersonId, RoundId, SubmissionId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Errand {
    /// Confirm your address; the link carries the secret.
    VerifyEmail {
        email: String,
        name: String,
        lang: String,
        secret: String,
    },
    /// Somebody registered with an address that has an account already.
    AlreadyRegistered {
        email: String,
        name: String,
        lang: String,
    },
    ResetPassword {
        email: String,
        name: String,
        lang: String,
        secret: String,
    },
    Invitation {
        email: String,
        organisation: OrganisationId,
        role: String,
        secret: String,
        by: String,
    },
    /// A question of the round was answered.
    QuestionAnswered {
        round: RoundId,
        to: PersonId,
    },
    BidReceipt {
        submission: SubmissionId,
        to: PersonId,
    },
    BidWithdrawn {
        bid: BidId,
        to: PersonId,
    },
    /// The round was opened; the bidders hear it.
    RoundOpened {
        round: RoundId,
        bid: BidId,
        to: PersonId,
    },
    /// An assessor has work to do.
    AssessmentAssigned {
        round: RoundId,
        to: PersonId,
    },
    AssessmentReminder {
        round: RoundId,
        to: PersonId,
        open: u32,
    },
    /// The decision, word for word as it stands in the file.
    DecisionLetter {
        letter: LetterId,
        to: PersonId,
    },
}

impl Errand {
    /// The word in the `kind` column.
    pub fn kind(&self) -> &'static str {
        match self {
            Errand::VerifyEmail { .. } => "verify_email",
            Errand::AlreadyRegistered { .. } => "already_registered",
            Errand::ResetPassword { .. } => "reset_password",
            Errand::Invitation { .. } => "invitation",
            Errand::QuestionAnswered { .. } => "question_answered",
            Errand::BidReceipt { .. } => "bid_receipt",
            Errand::BidWithdrawn { .. } => "bid_withdrawn",
            Errand::RoundOpened { .. } => "round_opened",
            Errand::AssessmentAssigned { .. } => "assessment_assigned",
            Errand::AssessmentReminder { .. } => "assessment_reminder",
            Errand::DecisionLetter { .. } => "decision_letter",
        }
    }
}
