use jiff::Timestamp;

use super::Failure;
use super::answer_inquiry::asked;
use super::ask_bidder::tell;
use crate::domain::bids::Bid;
use crate::domain::errand::Notice;
use crate::domain::ids::InquiryId;
use crate::domain::journal::{By, Entry};
use crate::domain::review::inquiry::{Inquiry, InquiryRefusal};
use crate::domain::review::rejection::Signed;
use crate::domain::rounds::Round;
use crate::store::{self, StoreError, Tx};

/// What the process lead does with a question that was asked.
#[derive(Clone, Debug)]
pub enum InquiryStep {
    /// More time, once.
    Extend { until: Timestamp },
    /// Go on without an answer, after the term.
    Lapse,
    /// The assessors read this text.
    Release { text: String },
    /// The answer improves the bid.
    Withhold,
}

/// Takes a step, with its reason. The bidder reads what happened.
pub fn step_inquiry(
    tx: &mut Tx,
    id: InquiryId,
    (step, reason): (InquiryStep, &str),
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<InquiryRefusal>> {
    let (inquiry, bid, lot, round) = asked(tx, id)?;
    let who = Signed { by: by.0, name: by.1.clone(), at: now };
    let (verb, after) = match &step {
        InquiryStep::Extend { until } => ("extended_inquiry", inquiry.extend(*until, reason, now)?),
        InquiryStep::Lapse => ("lapsed_inquiry", inquiry.lapse(who, reason)?),
        InquiryStep::Release { text } => {
            ("released_clarification", inquiry.release(who, (text, reason))?)
        }
        InquiryStep::Withhold => ("withheld_clarification", inquiry.withhold(who, reason)?),
    };
    store::inquiries::save(tx, &after)?;
    let entry = Entry::new(by, verb, lot.label(), now).with("reason", reason.trim());
    note(tx, (&bid, &round), &after, entry)?;
    if let InquiryStep::Extend { .. } = step {
        tell(tx, (&bid, &after), Notice::InquiryExtended, now)?;
    }
    Ok(())
}

fn note(
    tx: &mut Tx,
    (bid, round): (&Bid, &Round),
    inquiry: &Inquiry,
    entry: Entry,
) -> Result<(), StoreError> {
    let entry = entry
        .in_round(round.id)
        .with("requirement", &inquiry.about)
        .with("due", inquiry.due_at.to_string());
    store::journal::add(tx, &Entry { organisation: Some(bid.cooperative), sealed: true, ..entry })
}
