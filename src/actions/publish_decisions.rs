use std::collections::BTreeSet;

use jiff::Timestamp;

use super::Failure;
use crate::domain::decisions::{DecisionRefusal, RoundFile, objection};
use crate::domain::errand::Errand;
use crate::domain::ids::{BidId, LetterId, RoundId};
use crate::domain::journal::{By, Entry, sha256_hex};
use crate::domain::moments::day_of;
use crate::store::letters::Letter;
use crate::store::{self, StoreError, Tx, new_id};

/// A letter as it was written for one bid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub bid: BidId,
    pub subject: String,
    pub body: String,
}

/// Publishes the results of a round and sends every bidder its letter. `seen` is the hash of the
/// record from which the letters were written: when anything changed since, nothing happens.
pub fn publish_decisions(
    tx: &mut Tx,
    round: RoundId,
    by: &By,
    (seen, letters): (&str, Vec<Written>),
    now: Timestamp,
) -> Result<(), Failure<DecisionRefusal>> {
    let file = store::decisions::file(tx, round)?;
    let decided = file.publish(seen, now)?;
    if !one_each(&file, &letters) {
        return Err(DecisionRefusal::Letters.into());
    }
    if !store::rounds::save(tx, &decided)? {
        return Err(DecisionRefusal::Changed.into());
    }
    store::decisions::set_sent(tx, round, now)?;
    let last_day = objection(file.round.definition.remedy, day_of(now)).term.last_day;
    let entry = Entry::new(by, "published_decisions", &file.round.definition.title, now)
        .in_round(round)
        .with("letters", letters.len().to_string())
        .with("record", seen)
        .with("last_day", last_day.to_string());
    store::journal::add(tx, &entry)?;
    for letter in letters {
        send(tx, &file, by, letter, now)?;
    }
    Ok(())
}

/// Every bid gets one letter, and nobody else gets any.
fn one_each(file: &RoundFile, letters: &[Written]) -> bool {
    let bids: Vec<BidId> =
        file.lots.iter().flat_map(|lot| &lot.entrants).map(|entrant| entrant.bid).collect();
    let written: BTreeSet<BidId> = letters.iter().map(|letter| letter.bid).collect();
    letters.len() == bids.len() && bids.iter().all(|bid| written.contains(bid))
}

fn send(
    tx: &mut Tx,
    file: &RoundFile,
    by: &By,
    written: Written,
    now: Timestamp,
) -> Result<(), StoreError> {
    let found = file.lots.iter().find_map(|lot| Some((lot, lot.entrant(written.bid)?)));
    let (lot, entrant) = found.ok_or(StoreError::Missing)?;
    let readers = store::letters::readers(tx, entrant.cooperative)?;
    let addresses: Vec<&str> = readers.iter().map(|(_, email)| email.as_str()).collect();
    let entry = Entry::new(by, "sent_letter", lot.lot.label(), now)
        .in_round(file.round.id)
        .with("bidder", &entrant.name)
        .with("hash", sha256_hex(written.body.as_bytes()));
    store::journal::add(tx, &entry)?;
    let letter = Letter {
        id: LetterId::new(new_id()),
        lot: lot.lot.id,
        bid: written.bid,
        email: addresses.join(", "),
        subject: written.subject,
        body: written.body,
        at: now,
    };
    store::letters::add(tx, &letter)?;
    for (to, _) in readers {
        store::outbox::add(tx, &Errand::DecisionLetter { letter: letter.id, to }, now)?;
    }
    Ok(())
}
