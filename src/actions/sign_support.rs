use jiff::Timestamp;

use super::Failure;
use crate::domain::bids::support::{Statement, SupportRefusal};
use crate::domain::journal::sha256_hex;
use crate::domain::rounds::Round;
use crate::store::{self, StoreError, Tx};

/// A resident supports a bid. The secret, of which only the hash is kept, takes it back. There is
/// no journal entry: a chain that forgets nothing is no place for residents.
pub fn sign_support(
    tx: &mut Tx,
    (code, secret): (&str, &str),
    statement: &Statement,
    now: Timestamp,
) -> Result<(), Failure<SupportRefusal>> {
    let page = store::support::page_with(tx, code)?.ok_or(StoreError::Missing)?;
    let round = round_of(tx, page.bid)?;
    if page.closed_at.is_some() || !round.takes_bids(now) {
        return Err(SupportRefusal::Closed.into());
    }
    Ok(store::support::add(tx, page.bid, statement, &sha256_hex(secret.as_bytes()))?)
}

fn round_of(tx: &mut Tx, bid: crate::domain::ids::BidId) -> Result<Round, StoreError> {
    let bid = store::bids::find(tx, bid)?;
    store::rounds::find(tx, bid.round)
}

/// Takes back what a resident said; nothing of it stays. False when it was gone already.
pub fn take_back_support(tx: &mut Tx, secret: &str) -> Result<bool, StoreError> {
    let found = store::support::by_secret(tx, &sha256_hex(secret.as_bytes()))?;
    let Some((_, statement)) = found else { return Ok(false) };
    store::support::remove(tx, statement.id)?;
    Ok(true)
}
