//! What happens between the organisations of a joint bid.

mod chart_work;
mod invite_party;
mod join_bid;
mod leave_bid;
mod remove_party;
mod sign_part;
mod void_signatures;

pub use chart_work::{chart_work, share_sections};
pub use invite_party::{InviteParty, invite_party};
pub use join_bid::{JoinBid, JoinRefusal, Joining, join_bid};
pub use leave_bid::leave_bid;
pub use remove_party::remove_party;
pub use sign_part::{SignPart, sign_part};
pub(super) use void_signatures::void_signatures;

use jiff::Timestamp;

use super::Failure;
use crate::domain::bids::Bid;
use crate::domain::bids::parties::{Joint, Party, PartyRefusal};
use crate::domain::ids::{BidId, PartyId};
use crate::store::{self, StoreError, Tx};

/// A party of this bid; one of another bid is missing.
fn party_of(joint: &Joint, id: PartyId) -> Result<Party, StoreError> {
    joint.party(id).cloned().ok_or(StoreError::Missing)
}

/// A bid that can still be changed, and everybody in it.
fn open_joint(
    tx: &mut Tx,
    bid: BidId,
    now: Timestamp,
) -> Result<(Bid, Joint), Failure<PartyRefusal>> {
    let (bid, _) = super::inner_act::open_bid(tx, bid, now)?;
    let joint = store::parties::of_bid(tx, bid.id)?;
    Ok((bid, joint))
}
