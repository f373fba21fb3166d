//! Errands: what has to be done after an act, mostly a mail to somebody who waits.

mod delivery;

pub use delivery::About;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::accounts::words;
use crate::domain::bids::reminders::Ahead;
use crate::domain::ids::{
    BidId, CommentId, ComplaintId, ConsultationId, DrawId, ExportId, InquiryId, ItemId, LetterId,
    OrganisationId, PersonId, QuestionId, RoundId, SubmissionId, TodoId, UploadId, VoterId,
};
use crate::domain::review::reminders::When;

words! {
    /// What somebody hears of a bid that is judged; the mail says no more than that.
    Notice {
        SupplementAsked = "supplement-asked",
        ClarificationAsked = "clarification-asked",
        /// There is more time to answer.
        InquiryExtended = "inquiry-extended",
        /// The time to answer is nearly over.
        InquiryReminder = "inquiry-reminder",
        /// To who asked.
        InquiryAnswered = "inquiry-answered",
        /// To who can confirm it.
        RefusalProposed = "refusal-proposed",
        /// To who proposed it.
        RefusalReturned = "refusal-returned",
        /// To the leads: the day of a condition went by.
        ConditionPassed = "condition-passed",
        /// There is a letter for the bidder.
        RefusalLetter = "refusal-letter",
        /// A file that waited for the virus scanner was taken out.
        VirusFound = "virus-found",
    }
}

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
    /// Somebody chose a new password; who did not do so can act.
    PasswordChanged {
        email: String,
        name: String,
        lang: String,
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
    /// Answers were published together, under this number.
    NotePublished {
        round: RoundId,
        number: i32,
        to: PersonId,
    },
    /// A colleague asks for an answer.
    QuestionHanded {
        round: RoundId,
        question: QuestionId,
        to: PersonId,
    },
    /// May everybody read your private question?
    DisclosureAsked {
        round: RoundId,
        to: PersonId,
    },
    /// Somebody complains about the rules; name who handles that.
    ComplaintFiled {
        round: RoundId,
        to: PersonId,
    },
    ComplaintHanded {
        round: RoundId,
        complaint: ComplaintId,
        to: PersonId,
    },
    /// A complaint is nearly due; whom that concerns is asked at that moment.
    ComplaintDue {
        complaint: ComplaintId,
    },
    ComplaintWaits {
        round: RoundId,
        complaint: ComplaintId,
        to: PersonId,
    },
    ComplaintAnswered {
        round: RoundId,
        to: PersonId,
    },
    /// Something about a mandate in a joint round.
    MandateNews {
        round: RoundId,
        /// The round, or the draft of its new terms, that is to be read; a draft may be gone by then.
        text: RoundId,
        news: MandateNews,
        municipality: OrganisationId,
        to: PersonId,
    },
    /// The terms of a round on which this person bids have changed.
    RoundAmended {
        round: RoundId,
        number: i32,
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
    /// A co-writer wants somebody to read a comment.
    BidMention {
        bid: BidId,
        comment: CommentId,
        to: PersonId,
    },
    /// A co-writer asks somebody to do something for the bid.
    BidTodo {
        bid: BidId,
        todo: TodoId,
        by: String,
        to: PersonId,
    },
    /// Take a place in a joint bid; the link carries the secret.
    PartyInvitation {
        email: String,
        organisation: OrganisationId,
        secret: String,
        by: String,
    },
    /// The lead took a party out of its bid.
    PartyRemoved {
        bid: BidId,
        to: PersonId,
    },
    /// A party left a bid that is handed in.
    PartyLeft {
        bid: BidId,
        to: PersonId,
    },
    /// A member may vote; the link carries the secret.
    VoteInvitation {
        voter: VoterId,
        secret: String,
    },
    /// A member did not vote yet; one more link.
    VoteReminder {
        voter: VoterId,
        secret: String,
    },
    /// The names of members and residents were kept long enough.
    ForgetPeople {
        bid: BidId,
    },
    /// A deadline comes near; whom that concerns is asked when it is due.
    DeadlineNear {
        round: RoundId,
        ahead: Ahead,
        /// The deadline for which it was made.
        closes_at: Timestamp,
    },
    /// A bid is not handed in; the link mutes these.
    BidDeadline {
        bid: BidId,
        to: PersonId,
        ahead: Ahead,
        closes_at: Timestamp,
        secret: String,
    },
    /// There is more time for everybody.
    DeadlineMoved {
        round: RoundId,
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
        /// None: the process lead asked for it.
        #[serde(default)]
        when: Option<When>,
    },
    /// The day on which scores are due comes near, or went by; whom that concerns is asked then.
    ScoresDue {
        round: RoundId,
        when: When,
        /// The day for which it was made.
        due: Date,
    },
    /// The day of a condition goes by; whether it still stands is asked then.
    ConditionDue {
        bid: BidId,
        requirement: String,
        due: Date,
    },
    /// Scoring goes on after a pause.
    ReviewRestarted {
        round: RoundId,
        to: PersonId,
    },
    /// A file that is not whole by now will not become so.
    UploadOver {
        upload: UploadId,
    },
    /// The virus scanner did not answer when this content came in.
    CheckFile {
        hash: String,
    },
    /// Something happened to a bid that is judged.
    BidNotice {
        notice: Notice,
        bid: BidId,
        inquiry: Option<InquiryId>,
        /// Until when there is time to answer; a reminder for another moment is not sent.
        due_at: Option<Timestamp>,
        to: PersonId,
    },
    /// Somebody asked for the complete file of a round.
    MakeExport {
        export: ExportId,
    },
    /// A complete file was kept long enough.
    ExportOver {
        export: ExportId,
    },
    /// Take a seat at a consultation table; the link carries the secret.
    ConsultationInvitation {
        email: String,
        consultation: ConsultationId,
        secret: String,
        by: String,
    },
    /// Something at a consultation table concerns all seats; who sits there is asked when it is due.
    ConsultationTold {
        consultation: ConsultationId,
        item: ItemId,
        news: News,
    },
    /// The same for one person.
    ConsultationNews {
        consultation: ConsultationId,
        item: ItemId,
        news: News,
        to: PersonId,
    },
    /// A draw orders this bid; where and before whom stands on its page.
    DrawTold {
        bid: BidId,
        draw: DrawId,
        news: DrawNews,
        to: PersonId,
    },
    /// The decision, word for word as it stands in the file.
    DecisionLetter {
        letter: LetterId,
        to: PersonId,
    },
}

words! {
    /// What happened at a consultation table.
    News {
        PaperOut = "paper_out",
        ClosesInAWeek = "closes_in_a_week",
        ClosesTomorrow = "closes_tomorrow",
        MeetingCalled = "meeting_called",
        MeetingMoved = "meeting_moved",
        MeetingCancelled = "meeting_cancelled",
        AskedToJoin = "asked_to_join",
        SeatGiven = "seat_given",
        SeatDeclined = "seat_declined",
        /// Name, theme, region or entry of the table itself.
        DetailsChanged = "details_changed",
    }
}

words! {
    /// What a bidder hears of a draw.
    DrawNews {
        Planned = "planned",
        /// In place of an earlier moment.
        Moved = "moved",
        Cancelled = "cancelled",
    }
}

words! {
    /// What happened with a mandate.
    MandateNews {
        /// To who can give it.
        Asked = "asked",
        /// To the centre.
        Given = "given",
        Withdrawn = "withdrawn",
    }
}

impl Errand {
    pub fn password_changed(email: &str, name: &str, lang: &str) -> Errand {
        let (email, name, lang) = (email.to_owned(), name.to_owned(), lang.to_owned());
        Errand::PasswordChanged { email, name, lang }
    }

    /// The word in the `kind` column.
    pub fn kind(&self) -> &'static str {
        match self {
            Errand::VerifyEmail { .. } => "verify_email",
            Errand::AlreadyRegistered { .. } => "already_registered",
            Errand::ResetPassword { .. } => "reset_password",
            Errand::PasswordChanged { .. } => "password_changed",
            Errand::Invitation { .. } => "invitation",
            Errand::QuestionAnswered { .. } => "question_answered",
            Errand::NotePublished { .. } => "note_published",
            Errand::QuestionHanded { .. } => "question_handed",
            Errand::DisclosureAsked { .. } => "disclosure_asked",
            Errand::ComplaintFiled { .. } => "complaint_filed",
            Errand::ComplaintHanded { .. } => "complaint_handed",
            Errand::ComplaintDue { .. } => "complaint_due",
            Errand::ComplaintWaits { .. } => "complaint_waits",
            Errand::ComplaintAnswered { .. } => "complaint_answered",
            Errand::MandateNews { .. } => "mandate_news",
            Errand::RoundAmended { .. } => "round_amended",
            Errand::BidReceipt { .. } => "bid_receipt",
            Errand::BidWithdrawn { .. } => "bid_withdrawn",
            Errand::BidMention { .. } => "bid_mention",
            Errand::BidTodo { .. } => "bid_todo",
            Errand::PartyInvitation { .. } => "party_invitation",
            Errand::PartyRemoved { .. } => "party_removed",
            Errand::PartyLeft { .. } => "party_left",
            Errand::VoteInvitation { .. } => "vote_invitation",
            Errand::VoteReminder { .. } => "vote_reminder",
            Errand::ForgetPeople { .. } => "forget_people",
            Errand::DeadlineNear { .. } => "deadline_near",
            Errand::BidDeadline { .. } => "bid_deadline",
            Errand::DeadlineMoved { .. } => "deadline_moved",
            Errand::RoundOpened { .. } => "round_opened",
            Errand::AssessmentAssigned { .. } => "assessment_assigned",
            Errand::AssessmentReminder { .. } => "assessment_reminder",
            Errand::ScoresDue { .. } => "scores_due",
            Errand::ConditionDue { .. } => "condition_due",
            Errand::ReviewRestarted { .. } => "review_restarted",
            Errand::UploadOver { .. } => "upload_over",
            Errand::CheckFile { .. } => "check_file",
            Errand::BidNotice { notice, .. } if notice.is_to_staff() => "staff_notice",
            Errand::BidNotice { .. } => "bid_notice",
            Errand::MakeExport { .. } => "make_export",
            Errand::ExportOver { .. } => "export_over",
            Errand::ConsultationInvitation { .. } => "consultation_invitation",
            Errand::ConsultationTold { .. } => "consultation_told",
            Errand::ConsultationNews { .. } => "consultation_news",
            Errand::DrawTold { .. } => "draw_told",
            Errand::DecisionLetter { .. } => "decision_letter",
        }
    }
}
