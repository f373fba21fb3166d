use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::domain::bids::Bid;
use crate::domain::ids::PersonId;
use crate::domain::journal::Entry;
use crate::domain::rounds::Lot;

/// An act on a bid, which nobody of the municipality sees before the opening.
pub(super) fn bid_entry(
    (bid, lot): (&Bid, &Lot),
    (person, name): (PersonId, String),
    verb: &str,
    particulars: &[(&str, &str)],
    now: Timestamp,
) -> Entry {
    let particulars = particulars.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
    Entry {
        at: now,
        actor: Some(person),
        actor_name: name,
        verb: verb.to_owned(),
        object: format!("{}. {}", lot.number, lot.details.name),
        round: Some(bid.round),
        organisation: Some(bid.cooperative),
        sealed: true,
        particulars: particulars.collect::<BTreeMap<_, _>>(),
    }
}
