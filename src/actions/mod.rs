//! One short function per verb of the trade, always inside one transaction: load, decide, save,
//! journal, errand. Nothing here reads the clock, renders or sends.

use crate::domain::refusal::Refusal;
use crate::store::StoreError;

/// Either a rule says no, or something below broke.
#[derive(Debug)]
pub enum Failure<R> {
    Refused(R),
    Store(StoreError),
}

impl<R> Failure<R> {
    /// The same failure with another "no".
    pub fn map<S>(self, other: impl FnOnce(R) -> S) -> Failure<S> {
        match self {
            Failure::Refused(why) => Failure::Refused(other(why)),
            Failure::Store(error) => Failure::Store(error),
        }
    }
}

impl<R> From<StoreError> for Failure<R> {
    fn from(error: StoreError) -> Failure<R> {
        Failure::Store(error)
    }
}

impl<R: Refusal> From<R> for Failure<R> {
    fn from(refusal: R) -> Failure<R> {
        Failure::Refused(refusal)
    }
}

mod accept_terms;
mod accounts;
mod add_attachment;
mod adopt_answers;
mod amend_round;
mod answer_complaint;
mod answer_inquiry;
mod answer_question;
mod ask_bidder;
mod ask_mandates;
mod ask_question;
mod ask_todo;
mod assign_assessor;
mod begin_amendment;
mod begin_upload;
mod bid_entry;
mod cast_ballot;
mod change_round;
mod check_requirement;
mod concerned;
pub mod consultations;
mod create_round;
mod decide_admission;
mod decide_lot;
mod declare_conflict;
mod disclose_question;
mod end_inquiry;
mod end_rejection;
mod end_upload;
mod end_vote;
mod export_file;
mod extend_deadline;
mod file_complaint;
mod forget_people;
mod give_mandate;
mod inner_act;
mod keep_equivalent;
mod lock_sheet;
mod mark_todo;
mod note_bounce;
mod note_check;
mod note_virus;
mod open_round;
mod open_support;
mod parties;
mod pause_review;
mod pick_area;
mod practise;
mod publish_decisions;
mod publish_note;
mod publish_round;
mod remind_assessors;
mod remind_of_condition;
mod remind_of_deadline;
mod remind_when_due;
mod remove_attachment;
mod reopen_sheet;
mod replace_assessor;
mod resolve_comments;
mod rule_on_conflict;
mod save_answer;
mod save_expertise;
mod save_lot;
mod save_score;
mod save_section;
mod see_proof;
mod set_review_terms;
mod set_up_vote;
mod settle_clash;
mod sign_support;
mod start_bid;
mod start_from_file;
mod submit_bid;
pub mod tables;
mod take_back_comment;
mod take_score_form;
mod tell_cooperative;
mod turn_key;
mod unassign;
mod withdraw_bid;
mod write_comment;
mod write_mail_text;
mod write_note;

pub use accept_terms::accept_terms;
pub use accounts::*;
pub use add_attachment::{AddAttachment, add_attachment};
pub use adopt_answers::adopt_answers;
pub use amend_round::{AmendRound, amend_round};
pub use answer_complaint::{AnswerComplaint, answer_complaint, hand_complaint};
pub use answer_inquiry::{NoFile, add_answer_file, draft_answer, remove_answer_file, send_answer};
pub use answer_question::{PrepareAnswer, hand_question, prepare_answer, tell_answer};
pub use ask_bidder::{AskBidder, ask_bidder};
pub use ask_mandates::ask_mandates;
pub use ask_question::{AskQuestion, ask_question, withdraw_question};
pub use ask_todo::ask_todo;
pub use assign_assessor::{assign_assessor, assign_part};
pub use begin_amendment::{begin_amendment, drop_amendment};
pub use begin_upload::begin_upload;
pub use cast_ballot::cast_ballot;
pub use change_round::change_round;
pub use check_requirement::check_requirement;
pub use create_round::{CreateRound, Origin, create_round};
pub use decide_admission::decide_admission;
pub use decide_lot::decide_lot;
pub use declare_conflict::{Said, declare_conflict, renew_declaration};
pub use disclose_question::{ask_disclosure, disclose_question};
pub use end_inquiry::{InquiryStep, step_inquiry};
pub use end_rejection::{confirm_rejection, return_rejection};
pub use end_upload::end_upload;
pub use end_vote::{close_vote, record_vote, remind_voters, stop_vote};
pub use export_file::{Taken, ask_export, end_export, finish_export, note_export, note_fetch};
pub use extend_deadline::extend_deadline;
pub use file_complaint::{FileComplaint, file_complaint, remind_of_complaint};
pub use forget_people::forget_people;
pub use give_mandate::{GiveMandate, WithdrawMandate, give_mandate, withdraw_mandate};
pub use keep_equivalent::{KeepEquivalent, keep_equivalent, take_out_equivalent};
pub use lock_sheet::lock_sheet;
pub use mark_todo::{Mark, mark_todo};
pub use note_bounce::{give_up_mail, note_bounce, send_again};
pub use note_check::note_check;
pub use note_virus::{refuse_virus, take_out_virus};
use open_round::open_round;
pub use open_support::{close_support, hide_statement, open_support, show_statement};
pub use parties::*;
pub use pause_review::{PauseRefusal, pause_review, restart_review};
pub use pick_area::{PickArea, pick_area};
pub use practise::{practise, set_sample};
pub use publish_decisions::{Written, publish_decisions};
pub use publish_note::publish_note;
pub use publish_round::publish_round;
pub use remind_assessors::remind_assessors;
pub use remind_of_condition::remind_of_condition;
pub use remind_of_deadline::{Wish, remind_of_deadline, wish_reminders};
pub use remind_when_due::remind_when_due;
pub use remove_attachment::{remove_attachment, restore_attachment};
pub use reopen_sheet::reopen_sheet;
pub use replace_assessor::replace_assessor;
pub use resolve_comments::{Resolution, resolve_comments};
pub use rule_on_conflict::rule_on_conflict;
pub use save_answer::{Outcome, SaveAnswer, save_answer};
pub use save_expertise::save_expertise;
pub use save_lot::{SaveLot, remove_lot, save_lot};
pub use save_score::{Other, SaveScore, save_score, save_scores};
pub use save_section::save_section;
pub use see_proof::see_proof;
pub use set_review_terms::{name_reserves, set_review_terms};
pub use set_up_vote::{Secret, set_up_vote};
pub use settle_clash::{Choice, settle_clash};
pub use sign_support::{sign_support, take_back_support};
pub use start_bid::{StartBid, StartRefusal, start_bid};
pub use start_from_file::start_from_file;
pub use submit_bid::{Arrival, SubmitBid, content as bid_content, submit_bid};
pub use take_back_comment::take_back_comment;
pub use take_score_form::take_score_form;
pub use turn_key::{round_keys, turn_key};
pub use unassign::unassign;
pub use withdraw_bid::withdraw_bid;
pub use write_comment::write_comment;
pub use write_mail_text::{restore_mail_text, write_mail_text};
pub use write_note::{remove_note, write_note};
