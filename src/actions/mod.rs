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

mod add_user;
mod answer_question;
mod ask_question;
mod bid_entry;
mod create_round;
mod end_session;
mod publish_round;
mod save_answer;
mod save_section;
mod secret;
mod settle_clash;
mod start_bid;

pub use add_user::{AddUser, add_user};
pub use answer_question::answer_question;
pub use ask_question::{AskQuestion, ask_question};
pub use create_round::{CreateRound, create_round};
pub use end_session::end_session;
pub use publish_round::publish_round;
pub use save_answer::{Outcome, SaveAnswer, save_answer};
pub use save_section::save_section;
pub use secret::new_secret;
pub use settle_clash::{Choice, settle_clash};
pub use start_bid::{StartBid, StartRefusal, start_bid};
