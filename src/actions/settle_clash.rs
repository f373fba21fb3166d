use jiff::Timestamp;

use super::Failure;
use super::save_answer::{Outcome, SaveAnswer, must_be_open, put};
use crate::domain::bids::answers::WriteRefusal;
use crate::store::{self, Tx};

/// What a writer chose after a clash.
#[derive(Clone, Debug)]
pub enum Choice {
    /// The text that is saved stands; one's own is set aside.
    Theirs,
    /// This text: one's own, or one made of both.
    Text(String),
}

/// Ends a clash. When yet another text came in meanwhile, the chosen text waits as a new clash.
pub fn settle_clash(
    tx: &mut Tx,
    shown: SaveAnswer,
    choice: Choice,
    now: Timestamp,
) -> Result<Outcome, Failure<WriteRefusal>> {
    must_be_open(tx, shown.place.bid, now)?;
    store::clashes::settle(tx, &shown.place, shown.by, now)?;
    match choice {
        Choice::Theirs => Ok(Outcome::Saved { version: shown.seen }),
        Choice::Text(value) => Ok(put(tx, &SaveAnswer { value, ..shown }, now)?),
    }
}
