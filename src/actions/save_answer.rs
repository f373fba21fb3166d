use jiff::Timestamp;

use super::Failure;
use super::parties::void_signatures;
use crate::domain::bids::answers::{Saved, WriteRefusal};
use crate::domain::bids::parties::statement;
use crate::domain::bids::{Shut, Standing};
use crate::domain::ids::{BidId, PersonId};
use crate::domain::permission::Stage;
use crate::store::answers::At;
use crate::store::{self, StoreError, Tx};

/// One text as somebody typed it, with the version on which they typed.
#[derive(Clone, Debug)]
pub struct SaveAnswer {
    pub place: At,
    pub value: String,
    pub seen: i32,
    pub by: PersonId,
}

/// How a save ended; either way the text is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Saved {
        version: i32,
    },
    /// Somebody else saved another text first. Both are kept, and the writer chooses.
    Clash,
}

/// Saves one answer. There is no journal entry: `answer_versions` has every text with its writer.
pub fn save_answer(
    tx: &mut Tx,
    typed: SaveAnswer,
    now: Timestamp,
) -> Result<Outcome, Failure<WriteRefusal>> {
    must_be_open(tx, typed.place.bid, now)?;
    Ok(put(tx, &typed, now)?)
}

/// The deadline is the server's; a text that comes after it, or after the bid was handed in, stays
/// where it was typed.
pub(super) fn must_be_open(
    tx: &mut Tx,
    bid: BidId,
    now: Timestamp,
) -> Result<(), Failure<WriteRefusal>> {
    let (stage, standing) = store::places::stage_of_bid(tx, bid, now)?;
    match (stage, standing) {
        (Stage::Open, Standing::Draft | Standing::Withdrawn) => Ok(()),
        (Stage::Open, Standing::Submitted) => Err(WriteRefusal::Shut(Shut::Submitted).into()),
        (Stage::Draft | Stage::Closed | Stage::Opened | Stage::Decided, _) => {
            Err(WriteRefusal::Shut(Shut::Closed).into())
        }
    }
}

pub(super) fn put(tx: &mut Tx, typed: &SaveAnswer, now: Timestamp) -> Result<Outcome, StoreError> {
    let SaveAnswer { place, value, seen, by } = typed;
    let saved = Saved { by: *by, at: now };
    if store::answers::save(tx, place, (value, *seen), saved)? {
        if statement::is_of_part(&place.field) {
            let name = store::accounts::person_by_id(tx, *by)?.name;
            void_signatures(tx, place.bid, (*by, name), now)?;
        }
        return Ok(Outcome::Saved { version: seen + 1 });
    }
    let current = store::answers::one(tx, place)?;
    // The answer to an earlier save got lost on its way, or two people wrote the same.
    if current.value == *value {
        return Ok(Outcome::Saved { version: current.version });
    }
    store::clashes::keep(tx, place, *by, (value, *seen), now)?;
    Ok(Outcome::Clash)
}
