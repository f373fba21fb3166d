use jiff::Timestamp;

use super::Failure;
use super::bid_entry::bid_entry;
use super::tell_cooperative::tell_cooperative;
use crate::domain::bids::submission::WithdrawRefusal;
use crate::domain::errand::Errand;
use crate::domain::ids::{BidId, PersonId};
use crate::store::{self, StoreError, Tx};

/// Takes a bid back. Its receipt stays; it counts no more, and it can be handed in again.
pub fn withdraw_bid(
    tx: &mut Tx,
    bid: BidId,
    by: (PersonId, String),
    reason: &str,
    now: Timestamp,
) -> Result<(), Failure<WithdrawRefusal>> {
    let bid = store::bids::find_to_change(tx, bid)?;
    let round = store::rounds::find(tx, bid.round)?;
    let withdrawn = bid.clone().withdraw(&round, now)?;
    if !store::bids::save(tx, &withdrawn)? {
        return Err(StoreError::Busy.into());
    }
    store::submissions::withdraw(tx, bid.id, reason, now)?;
    let lot = store::rounds::find_lot(tx, bid.lot)?;
    let actor = by.0;
    let facts = [("reason", reason)];
    store::journal::add(tx, &bid_entry((&bid, &lot), by, "withdrew_bid", &facts, now))?;
    let id = bid.id;
    tell_cooperative(tx, (&bid, actor), now, |to| Errand::BidWithdrawn { bid: id, to })?;
    Ok(())
}
