//! What the municipality of the example asked single bidders after the opening.

use jiff::Timestamp;
use serde::Deserialize;

use super::DemoError;
use crate::actions::{self, AskBidder, InquiryStep};
use crate::domain::ids::{BidId, InquiryId, PersonId};
use crate::domain::journal::By;
use crate::domain::review::inquiry::InquiryKind;
use crate::store::Tx;

/// One question with its answer; hours are counted from the closing time.
#[derive(Clone, Deserialize)]
pub struct Asked {
    /// The example of a permission or a picture finds it by this.
    pub key: String,
    pub lot: u16,
    pub cooperative: String,
    pub kind: InquiryKind,
    /// Code of the requirement or of the criterion.
    pub about: String,
    question: String,
    #[serde(default)]
    assessor: Option<String>,
    asked: i64,
    due: i64,
    answered: i64,
    pub answered_by: String,
    answer: String,
    #[serde(default)]
    released: Option<Released>,
}

#[derive(Clone, Deserialize)]
struct Released {
    after: i64,
    text: String,
    reason: String,
}

/// Asks, answers and passes on, in the name of these people at these times.
pub fn play(
    tx: &mut Tx,
    (bid, asked): (BidId, &Asked),
    (lead, bidder): (&By, &By),
    after: impl Fn(i64) -> Timestamp,
) -> Result<(), DemoError> {
    let id = InquiryId::named(&asked.key);
    let new = AskBidder {
        id,
        bid,
        kind: asked.kind,
        about: asked.about.clone(),
        question: asked.question.clone(),
        due_at: after(asked.due),
        on_behalf: asked.assessor.as_deref().map(PersonId::named),
    };
    actions::ask_bidder(tx, new, lead, after(asked.asked))?;
    actions::send_answer(tx, id, &asked.answer, bidder, after(asked.answered))?;
    if let Some(released) = &asked.released {
        let step = InquiryStep::Release { text: released.text.clone() };
        let reason = released.reason.as_str();
        actions::step_inquiry(tx, id, (step, reason), lead, after(released.after))?;
    }
    Ok(())
}
