use jiff::Timestamp;

use super::Failure;
use super::save_answer::{Outcome, SaveAnswer, must_be_open, put};
use crate::domain::bids::answers::WriteRefusal;
use crate::domain::ids::BidId;
use crate::store::{self, StoreError, Tx};

/// Saves a whole page of answers, for browsers without script. Answers the fields that clash: their
/// texts wait for a choice, all others are saved.
pub fn save_section(
    tx: &mut Tx,
    bid: BidId,
    typed: Vec<SaveAnswer>,
    now: Timestamp,
) -> Result<Vec<String>, Failure<WriteRefusal>> {
    must_be_open(tx, bid, now)?;
    let current = store::answers::of_bid(tx, bid)?;
    let mut clashes = Vec::new();
    for answer in typed {
        let field = &answer.place.field;
        if answer.value == current.text(field) || !is_changed(tx, &answer)? {
            continue;
        }
        if put(tx, &answer, now)? == Outcome::Clash {
            clashes.push(answer.place.field);
        }
    }
    Ok(clashes)
}

/// The form carries every field. One that still reads as its writer found it was not touched, even
/// if somebody else changed it meanwhile.
fn is_changed(tx: &mut Tx, answer: &SaveAnswer) -> Result<bool, StoreError> {
    let found = store::answers::text_of(tx, &answer.place, answer.seen)?;
    Ok(found.unwrap_or_default() != answer.value)
}
