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

mod accounts;
mod add_attachment;
mod answer_question;
mod ask_question;
mod ask_todo;
mod assign_assessor;
mod begin_upload;
mod bid_entry;
mod change_round;
mod check_requirement;
mod create_round;
mod decide_admission;
mod decide_lot;
mod declare_conflict;
mod end_upload;
mod finish_todo;
mod inner_act;
mod lock_sheet;
mod note_check;
mod note_virus;
mod open_round;
mod pick_area;
mod publish_decisions;
mod publish_round;
mod remind_assessors;
mod remove_attachment;
mod reopen_sheet;
mod resolve_comments;
mod rule_on_conflict;
mod save_answer;
mod save_lot;
mod save_score;
mod save_section;
mod settle_clash;
mod start_bid;
mod submit_bid;
pub mod tables;
mod take_back_comment;
mod tell_cooperative;
mod turn_key;
mod unassign;
mod withdraw_bid;
mod write_comment;

pub use accounts::*;
pub use add_attachment::{AddAttachment, add_attachment};
pub use answer_question::answer_question;
pub use ask_question::{AskQuestion, ask_question};
pub use ask_todo::ask_todo;
pub use assign_assessor::assign_assessor;
pub use begin_upload::begin_upload;
pub use change_round::change_round;
pub use check_requirement::check_requirement;
pub use create_round::{CreateRound, create_round};
pub use decide_admission::decide_admission;
pub use decide_lot::decide_lot;
pub use declare_conflict::{Said, declare_conflict};
pub use end_upload::end_upload;
pub use finish_todo::{finish_todo, reopen_todo};
pub use lock_sheet::lock_sheet;
pub use note_check::note_check;
pub use note_virus::{refuse_virus, take_out_virus};
use open_round::open_round;
pub use pick_area::{PickArea, pick_area};
pub use publish_decisions::{Written, publish_decisions};
pub use publish_round::publish_round;
pub use remind_assessors::remind_assessors;
pub use remove_attachment::{remove_attachment, restore_attachment};
pub use reopen_sheet::reopen_sheet;
pub use resolve_comments::{reopen_comments, resolve_comments};
pub use rule_on_conflict::rule_on_conflict;
pub use save_answer::{Outcome, SaveAnswer, save_answer};
pub use save_lot::{SaveLot, remove_lot, save_lot};
pub use save_score::{Other, SaveScore, save_score};
pub use save_section::save_section;
pub use settle_clash::{Choice, settle_clash};
pub use start_bid::{StartBid, StartRefusal, start_bid};
pub use submit_bid::{Arrival, SubmitBid, submit_bid};
pub use take_back_comment::take_back_comment;
pub use turn_key::{round_keys, turn_key};
pub use unassign::unassign;
pub use withdraw_bid::withdraw_bid;
pub use write_comment::write_comment;
