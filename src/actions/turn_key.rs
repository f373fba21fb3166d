use jiff::Timestamp;

use super::{Failure, open_round};
use crate::domain::ids::RoundId;
use crate::domain::journal::{By, Entry};
use crate::domain::review::keys::{self, KeyRefusal, Turn, Turned};
use crate::domain::review::opening::{self, OpeningRefusal};
use crate::domain::scoring::Seed;
use crate::store::{self, Tx};

/// The subject under which the keys of a round are kept.
pub fn round_keys(round: RoundId) -> String {
    format!("round:{round}")
}

/// Turns the key of one key holder; with the second one the bids open. The seed is for the code
/// letters and is only used then.
pub fn turn_key(
    tx: &mut Tx,
    id: RoundId,
    by: &By,
    seed: &Seed,
    now: Timestamp,
) -> Result<Turned, Failure<OpeningRefusal>> {
    let round = store::rounds::find(tx, id)?;
    let opened = opening::open(&round, now)?;
    let subject = round_keys(id);
    let last = store::keys::turns(tx, &subject)?.pop();
    let turned =
        keys::turn(last.as_ref().map(|t| t.turn), by.0, now).map_err(OpeningRefusal::from)?;
    let one_name = last.is_some_and(|first| keys::is_one_name(&first.name, &by.1));
    if one_name && turned != Turned::First {
        return Err(OpeningRefusal::Key(KeyRefusal::SamePerson).into());
    }
    let entry = Entry::new(by, "turned_key", round.definition.title, now).in_round(id);
    store::journal::add(tx, &entry)?;
    let turn = Turn { by: by.0, at: now };
    match turned {
        Turned::First => store::keys::first(tx, &subject, turn)?,
        Turned::Both { .. } => {
            store::keys::second(tx, &subject, turn)?;
            open_round(tx, &opened, by, seed, now)?;
        }
    }
    Ok(turned)
}
