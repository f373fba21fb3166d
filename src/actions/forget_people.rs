use jiff::Timestamp;

use crate::domain::bids::Bid;
use crate::domain::bids::support::KEPT_FOR;
use crate::domain::errand::Errand;
use crate::domain::ids::BidId;
use crate::domain::rounds::Round;
use crate::store::{self, StoreError, Tx};

/// When the members and residents of a bid are forgotten.
fn forgotten_at(round: &Round) -> Timestamp {
    let closes_at = round.closes_at();
    closes_at.saturating_add(KEPT_FOR).unwrap_or(closes_at)
}

/// Sees to it that they are forgotten in time; once per bid.
pub(super) fn forget_later(tx: &mut Tx, (bid, round): (&Bid, &Round)) -> Result<(), StoreError> {
    store::outbox::add_once(tx, &Errand::ForgetPeople { bid: bid.id }, forgotten_at(round))
}

/// Forgets who the members and residents were that voted on a bid or supported it, and what assessors
/// marked in it for themselves. Counts stay, and so does what was handed in. Comes back later when the deadline was moved.
pub fn forget_people(tx: &mut Tx, bid: BidId, now: Timestamp) -> Result<(), StoreError> {
    let bid = store::bids::find(tx, bid)?;
    let round = store::rounds::find(tx, bid.round)?;
    let due = forgotten_at(&round);
    if now < due {
        return store::outbox::add(tx, &Errand::ForgetPeople { bid: bid.id }, due);
    }
    store::notes::forget_marks(tx, bid.id)?;
    store::votes::forget(tx, bid.id)?;
    store::support::forget(tx, bid.id)
}
