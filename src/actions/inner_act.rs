use jiff::Timestamp;

use super::Failure;
use super::bid_entry::bid_entry;
use crate::domain::bids::answers::section_of;
use crate::domain::bids::{Bid, Shut};
use crate::domain::ids::BidId;
use crate::domain::journal::By;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::Round;
use crate::store::{self, StoreError, Tx};

/// A bid that its writers may still change; comments and things to do follow the same rule.
pub(super) fn open_bid<R: Refusal + From<Shut>>(
    tx: &mut Tx,
    bid: BidId,
    now: Timestamp,
) -> Result<(Bid, Round), Failure<R>> {
    let bid = store::bids::find_to_change(tx, bid)?;
    let round = store::rounds::find(tx, bid.round)?;
    bid.may_change(&round, now).map_err(R::from)?;
    Ok((bid, round))
}

/// Writes down what writers did among themselves: that it was done, never what was said.
pub(super) fn note(
    tx: &mut Tx,
    (bid, by): (&Bid, By),
    verb: &str,
    facts: &[(&str, &str)],
    now: Timestamp,
) -> Result<(), StoreError> {
    let lot = store::rounds::find_lot(tx, bid.lot)?;
    store::journal::add(tx, &bid_entry((bid, &lot), by, verb, facts, now))
}

/// Where a question stands, for the journal.
pub(super) fn section<'r>(round: &'r Round, field: &str) -> [(&'static str, &'r str); 1] {
    let section = round.definition.section(section_of(field));
    [("section", section.map(|section| section.title.as_str()).unwrap_or_default())]
}
