//! For whom a mail is and what it belongs to: that is where it shows when it does not arrive. Every
//! match names all errands, so that a new one has to choose.

use super::{Errand, Notice};
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

impl Notice {
    /// To people of the municipality; the others are to who bids.
    pub fn is_to_staff(self) -> bool {
        match self {
            Notice::InquiryAnswered
            | Notice::RefusalProposed
            | Notice::RefusalReturned
            | Notice::ConditionPassed => true,
            Notice::SupplementAsked
            | Notice::ClarificationAsked
            | Notice::InquiryExtended
            | Notice::InquiryReminder
            | Notice::RefusalLetter
            | Notice::VirusFound => false,
        }
    }
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
            | Errand::ReviewRestarted { to, .. }
            | Errand::BidNotice { to, .. }
            | Errand::ConsultationNews { to, .. }
            | Errand::DrawTold { to, .. }
            | Errand::DecisionLetter { to, .. } => Some(*to),
            Errand::VerifyEmail { .. }
            | Errand::AlreadyRegistered { .. }
            | Errand::ResetPassword { .. }
            | Errand::PasswordChanged { .. }
            | Errand::Invitation { .. }
            | Errand::ComplaintDue { .. }
            | Errand::PartyInvitation { .. }
            | Errand::VoteInvitation { .. }
            | Errand::VoteReminder { .. }
            | Errand::ForgetPeople { .. }
            | Errand::DeadlineNear { .. }
            | Errand::ScoresDue { .. }
            | Errand::ConditionDue { .. }
            | Errand::UploadOver { .. }
            | Errand::CheckFile { .. }
            | Errand::MakeExport { .. }
            | Errand::ExportOver { .. }
            | Errand::ConsultationInvitation { .. }
            | Errand::ConsultationTold { .. } => None,
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
            | Errand::AssessmentReminder { round, .. }
            | Errand::ReviewRestarted { round, .. } => About::Round(*round),
            Errand::BidWithdrawn { bid, .. }
            | Errand::BidMention { bid, .. }
            | Errand::BidTodo { bid, .. }
            | Errand::PartyRemoved { bid, .. }
            | Errand::PartyLeft { bid, .. }
            | Errand::BidDeadline { bid, .. }
            | Errand::DrawTold { bid, .. }
            | Errand::BidNotice { bid, .. } => About::Bid(*bid),
            Errand::BidReceipt { submission, .. } => About::Submission(*submission),
            Errand::DecisionLetter { letter, .. } => About::Letter(*letter),
            Errand::Invitation { organisation, .. }
            | Errand::PartyInvitation { organisation, .. } => About::Organisation(*organisation),
            // Mails to people as such, mails that municipalities do not see, and other work.
            Errand::VerifyEmail { .. }
            | Errand::AlreadyRegistered { .. }
            | Errand::ResetPassword { .. }
            | Errand::PasswordChanged { .. }
            | Errand::VoteInvitation { .. }
            | Errand::VoteReminder { .. }
            | Errand::ConsultationInvitation { .. }
            | Errand::ConsultationTold { .. }
            | Errand::ConsultationNews { .. }
            | Errand::ComplaintDue { .. }
            | Errand::ForgetPeople { .. }
            | Errand::DeadlineNear { .. }
            | Errand::ScoresDue { .. }
            | Errand::ConditionDue { .. }
            | Errand::UploadOver { .. }
            | Errand::CheckFile { .. }
            | Errand::MakeExport { .. }
            | Errand::ExportOver { .. } => About::Nothing,
        }
    }

    /// A mail whose text opens an account, a seat, a vote or a setting: it is forgotten once it is sent.
    pub fn has_secret(&self) -> bool {
        match self {
            Errand::VerifyEmail { .. }
            | Errand::AlreadyRegistered { .. }
            | Errand::ResetPassword { .. }
            | Errand::PasswordChanged { .. }
            | Errand::Invitation { .. }
            | Errand::PartyInvitation { .. }
            | Errand::VoteInvitation { .. }
            | Errand::VoteReminder { .. }
            | Errand::BidDeadline { .. }
            | Errand::ConsultationInvitation { .. } => true,
            Errand::QuestionAnswered { .. }
            | Errand::NotePublished { .. }
            | Errand::QuestionHanded { .. }
            | Errand::DisclosureAsked { .. }
            | Errand::ComplaintFiled { .. }
            | Errand::ComplaintHanded { .. }
            | Errand::ComplaintDue { .. }
            | Errand::ComplaintWaits { .. }
            | Errand::ComplaintAnswered { .. }
            | Errand::RoundAmended { .. }
            | Errand::MandateNews { .. }
            | Errand::BidReceipt { .. }
            | Errand::BidWithdrawn { .. }
            | Errand::BidMention { .. }
            | Errand::BidTodo { .. }
            | Errand::PartyRemoved { .. }
            | Errand::PartyLeft { .. }
            | Errand::ForgetPeople { .. }
            | Errand::DeadlineNear { .. }
            | Errand::DeadlineMoved { .. }
            | Errand::RoundOpened { .. }
            | Errand::AssessmentAssigned { .. }
            | Errand::AssessmentReminder { .. }
            | Errand::ScoresDue { .. }
            | Errand::ConditionDue { .. }
            | Errand::ReviewRestarted { .. }
            | Errand::UploadOver { .. }
            | Errand::CheckFile { .. }
            | Errand::BidNotice { .. }
            | Errand::MakeExport { .. }
            | Errand::ExportOver { .. }
            | Errand::ConsultationTold { .. }
            | Errand::ConsultationNews { .. }
            | Errand::DrawTold { .. }
            | Errand::DecisionLetter { .. } => false,
        }
    }

    /// A mail to people of the municipality itself, which its leads may see; also before the opening,
    /// because it says nothing of who bids.
    pub const TO_STAFF: [&str; 10] = [
        "assessment_assigned",
        "assessment_reminder",
        "review_restarted",
        "staff_notice",
        "question_handed",
        "complaint_filed",
        "complaint_handed",
        "complaint_waits",
        "mandate_news",
        "invitation",
    ];

    /// A mail to who bids: the leads may see it once the bids are open, and only of bids that were
    /// handed in. Mails to one asker, and those inside a cooperative, are in no list of theirs.
    pub const TO_BIDDERS: [&str; 9] = [
        "note_published",
        "round_amended",
        "deadline_moved",
        "bid_receipt",
        "bid_withdrawn",
        "bid_notice",
        "round_opened",
        "draw_told",
        "decision_letter",
    ];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ConsultationId;

    #[test]
    fn a_notice_is_in_the_list_of_its_readers() {
        for notice in Notice::ALL {
            let (bid, to) = (BidId::named("a"), PersonId::named("somebody"));
            let errand =
                Errand::BidNotice { notice: *notice, bid, inquiry: None, due_at: None, to };
            let list: &[&str] =
                if notice.is_to_staff() { &Errand::TO_STAFF } else { &Errand::TO_BIDDERS };
            assert!(list.contains(&errand.kind()), "{notice:?}");
            assert_eq!((errand.to(), errand.about()), (Some(to), About::Bid(bid)));
        }
    }

    #[test]
    fn a_link_to_a_seat_is_forgotten() {
        let errand = Errand::ConsultationInvitation {
            email: "a@b.example".into(),
            consultation: ConsultationId::named("a"),
            secret: "x".into(),
            by: "Ingrid".into(),
        };
        assert!(errand.has_secret());
        assert_eq!((errand.to(), errand.about()), (None, About::Nothing));
    }
}
