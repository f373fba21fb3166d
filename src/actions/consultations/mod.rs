//! What happens at a consultation table. Every verb first takes the table, so that rules over
//! several things hold when two people act at once.

mod agree_text;
mod answer_request;
mod ask_agenda;
mod ask_seat;
mod call_meeting;
mod change_details;
mod comment_on_paper;
mod complete_minutes;
mod invite_to_seat;
mod leave_seat;
mod publish_paper;
mod record_decision;
mod report_indicator;
mod set_up_consultation;
mod share_lesson;
mod take_offered_seat;
mod tell_consultation;

pub use agree_text::agree_text;
pub use answer_request::answer_request;
pub use ask_agenda::ask_agenda;
pub use ask_seat::{AskSeat, answer_seat, ask_seat};
pub use call_meeting::{call_meeting, cancel_meeting, move_meeting};
pub use change_details::change_details;
pub use comment_on_paper::{CommentOn, answer_comment, comment_on_paper, take_back_remark};
pub use complete_minutes::{approve_minutes, complete_minutes};
pub use invite_to_seat::{InviteToSeat, OfferedSeat, invite_to_seat};
pub use leave_seat::leave_seat;
pub use publish_paper::publish_paper;
pub use record_decision::{
    Named, NewDecision, NewTask, dissent, finish_task, give_task, record_decision,
};
pub use report_indicator::{ReportIndicator, promised, report_indicator};
pub use set_up_consultation::{renew_calendar, set_up_consultation};
pub use share_lesson::{lot_lessons, share_lesson};
pub use take_offered_seat::{OfferRefusal, take_offered_seat};
pub use tell_consultation::tell_consultation;

use jiff::Timestamp;

use super::Failure;
use crate::domain::consultations::{Consultation, ConsultationRefusal, Item, Kept, Seat, seat_of};
use crate::domain::errand::{Errand, News};
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::journal::{By, Entry};
use crate::store::{self, StoreError, Tx};

type Done<T = ()> = Result<T, Failure<ConsultationRefusal>>;

/// Keeps a thing, unless somebody else changed it since it was read.
fn keep<T: Kept>(tx: &mut Tx, of: ConsultationId, item: &Item<T>) -> Done {
    match store::consultations::put(tx, of, item)? {
        true => Ok(()),
        false => Err(ConsultationRefusal::Overtaken.into()),
    }
}

/// The table, held until the end, with the seat from which this person speaks.
fn speaking(tx: &mut Tx, of: ConsultationId, by: &By, now: Timestamp) -> Done<Item<Seat>> {
    store::consultations::find_to_change(tx, of)?;
    let seats: Vec<Item<Seat>> = store::consultations::items(tx, of)?;
    let own = seat_of(&seats, by.0, now).cloned();
    own.ok_or(ConsultationRefusal::Gone.into())
}

/// One act in the journal, by the name of the table; the municipality in the chair owns the row.
fn note(
    tx: &mut Tx,
    table: &Consultation,
    (by, verb): (&By, &str),
    what: &[(&str, &str)],
    now: Timestamp,
) -> Result<(), StoreError> {
    let mut entry = Entry::new(by, verb, table.details.title.clone(), now);
    entry.organisation = Some(table.municipality);
    for (name, value) in what {
        entry = entry.with(name, *value);
    }
    store::journal::add(tx, &entry)
}

/// Everybody at the table hears it when it is due.
fn tell_all(
    tx: &mut Tx,
    consultation: ConsultationId,
    (item, news): (ItemId, News),
    due: Timestamp,
) -> Result<(), StoreError> {
    store::outbox::add(tx, &Errand::ConsultationTold { consultation, item, news }, due)
}
