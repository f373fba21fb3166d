use jiff::Timestamp;

use super::Failure;
use super::inner_act::note;
use super::save_answer::{SaveAnswer, must_be_open, put};
use crate::domain::bids::answers::WriteRefusal;
use crate::domain::ids::BidId;
use crate::domain::journal::By;
use crate::store::answers::At;
use crate::store::{self, Tx};

/// Takes over what was counted elsewhere as answers of the bid. What stood there stays among its
/// versions.
pub fn adopt_answers(
    tx: &mut Tx,
    (bid, by): (BidId, By),
    answers: Vec<(String, String)>,
    verb: &str,
    now: Timestamp,
) -> Result<(), Failure<WriteRefusal>> {
    must_be_open(tx, bid, now)?;
    let current = store::answers::of_bid(tx, bid)?;
    for (field, value) in answers {
        if current.text(&field) == value {
            continue;
        }
        let seen = current.version(&field);
        put(tx, &SaveAnswer { place: At { bid, field }, value, seen, by: by.0 }, now)?;
    }
    let bid = store::bids::find(tx, bid)?;
    Ok(note(tx, (&bid, by), verb, &[], now)?)
}
