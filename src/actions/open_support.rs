use jiff::Timestamp;

use super::Failure;
use super::forget_people::forget_later;
use super::inner_act::{note, open_bid};
use crate::domain::bids::support::{SupportPage, SupportRefusal};
use crate::domain::ids::{BidId, StatementId};
use crate::domain::journal::By;
use crate::store::{self, StoreError, Tx};

/// Opens a page where residents can support a bid.
pub fn open_support(
    tx: &mut Tx,
    page: &SupportPage,
    by: By,
    now: Timestamp,
) -> Result<(), Failure<SupportRefusal>> {
    let (bid, round) = open_bid(tx, page.bid, now)?;
    let last = store::support::page_of(tx, bid.id)?;
    if last.is_some_and(|last| last.closed_at.is_none()) {
        return Err(SupportRefusal::Open.into());
    }
    store::support::open_page(tx, page)?;
    forget_later(tx, (&bid, &round))?;
    Ok(note(tx, (&bid, by), "opened_support", &[], now)?)
}

/// Closes it: its code works no more. What was said stays.
pub fn close_support(
    tx: &mut Tx,
    bid: BidId,
    by: By,
    now: Timestamp,
) -> Result<(), Failure<SupportRefusal>> {
    let bid = store::bids::find_to_change(tx, bid)?;
    if store::support::close_pages(tx, bid.id, now)? == 0 {
        return Err(SupportRefusal::Closed.into());
    }
    Ok(note(tx, (&bid, by), "closed_support", &[], now)?)
}

/// Leaves out what somebody said, with a reason.
pub fn hide_statement(
    tx: &mut Tx,
    place: (BidId, StatementId),
    reason: &str,
    by: By,
    now: Timestamp,
) -> Result<(), Failure<SupportRefusal>> {
    let (bid, _) = open_bid::<SupportRefusal>(tx, place.0, now)?;
    if reason.is_empty() || reason.chars().count() > 200 {
        return Err(SupportRefusal::Reason.into());
    }
    if !store::support::hide(tx, place, Some(reason))? {
        return Err(StoreError::Missing.into());
    }
    Ok(note(tx, (&bid, by), "hid_statement", &[("reason", reason)], now)?)
}

/// Counts it again.
pub fn show_statement(
    tx: &mut Tx,
    place: (BidId, StatementId),
    by: By,
    now: Timestamp,
) -> Result<(), Failure<SupportRefusal>> {
    let (bid, _) = open_bid::<SupportRefusal>(tx, place.0, now)?;
    if !store::support::hide(tx, place, None)? {
        return Err(StoreError::Missing.into());
    }
    Ok(note(tx, (&bid, by), "showed_statement", &[], now)?)
}
