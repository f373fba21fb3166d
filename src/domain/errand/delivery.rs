//! For whom a mail is and what it belongs to: that is where it shows when it does not arrive.

use super::Errand;
use crate::domain::ids::{BidId, LetterId, OrganisationId, PersonId, RoundId, SubmissionId};

/// What an errand belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Round(RoundId),
    Bid(BidId),
    Submission(SubmissionId),
    Letter(LetterId),
    Organisation(OrganisationId),
    Nothing,
}

impl Errand {
    /// The person who gets a mail; none for other work, and for people without an account.
    pub fn to(&self) -> Option<PersonId> {
        match self {
            Errand::QuestionAnswered { to, .. }
            | Errand::NotePublished { to, .. }
            | Errand::QuestionHanded { to, .. }
            | Errand::DisclosureAsked { to, .. }
            | Errand::ComplaintFiled { to, .. }
            | Errand::ComplaintHanded { to, .. }
            | Errand::ComplaintWaits { to, .. }
            | Errand::ComplaintAnswered { to, .. }
            | Errand::MandateNews { to, .. }
            | Errand::RoundAmended { to, .. }
            | Errand::BidReceipt { to, .. }
            | Errand::BidWithdrawn { to, .. }
            | Errand::BidMention { to, .. }
            | Errand::BidTodo { to, .. }
            | Errand::PartyRemoved { to, .. }
            | Errand::PartyLeft { to, .. }
            | Errand::BidDeadline { to, .. }
            | Errand::DeadlineMoved { to, .. }
            | Errand::RoundOpened { to, .. }
            | Errand::AssessmentAssigned { to, .. }
            | Errand::AssessmentReminder { to, .. }
            | Errand::DecisionLetter { to, .. } => Some(*to),
            _ => None,
        }
    }

    pub fn about(&self) -> About {
        match self {
            Errand::QuestionAnswered { round, .. }
            | Errand::NotePublished { round, .. }
            | Errand::QuestionHanded { round, .. }
            | Errand::DisclosureAsked { round, .. }
            | Errand::ComplaintFiled { round, .. }
            | Errand::ComplaintHanded { round, .. }
            | Errand::ComplaintWaits { round, .. }
            | Errand::ComplaintAnswered { round, .. }
            | Errand::RoundAmended { round, .. }
            | Errand::MandateNews { round, .. }
            | Errand::DeadlineMoved { round, .. }
            | Errand::RoundOpened { round, .. }
            | Errand::AssessmentAssigned { round, .. }
            | Errand::AssessmentReminder { round, .. } => About::Round(*round),
            Errand::BidWithdrawn { bid, .. }
            | Errand::BidMention { bid, .. }
            | Errand::BidTodo { bid, .. }
            | Errand::PartyRemoved { bid, .. }
            | Errand::PartyLeft { bid, .. }
            | Errand::BidDeadline { bid, .. } => About::Bid(*bid),
            Errand::BidReceipt { submission, .. } => About::Submission(*submission),
            Errand::DecisionLetter { letter, .. } => About::Letter(*letter),
            Errand::Invitation { organisation, .. }
            | Errand::PartyInvitation { organisation, .. } => About::Organisation(*organisation),
            _ => About::Nothing,
        }
    }

    /// A mail whose text opens an account, a vote or a setting: it is forgotten once it is sent.
    pub fn has_secret(&self) -> bool {
        matches!(
            self,
            Errand::VerifyEmail { .. }
                | Errand::AlreadyRegistered { .. }
                | Errand::ResetPassword { .. }
                | Errand::PasswordChanged { .. }
                | Errand::Invitation { .. }
                | Errand::PartyInvitation { .. }
                | Errand::VoteInvitation { .. }
                | Errand::VoteReminder { .. }
                | Errand::BidDeadline { .. }
        )
    }

    /// A mail to people of the municipality itself, which its leads may see; also before the opening,
    /// because it says nothing of who bids.
    pub const TO_STAFF: [&str; 8] = [
        "assessment_assigned",
        "assessment_reminder",
        "question_handed",
        "complaint_filed",
        "complaint_handed",
        "complaint_waits",
        "mandate_news",
        "invitation",
    ];

    /// A mail to who bids: the leads may see it once the bids are open, and only of bids that were
    /// handed in. Mails to one asker, and those inside a cooperative, are in no list of theirs.
    pub const TO_BIDDERS: [&str; 7] = [
        "note_published",
        "round_amended",
        "deadline_moved",
        "bid_receipt",
        "bid_withdrawn",
        "round_opened",
        "decision_letter",
    ];
}
