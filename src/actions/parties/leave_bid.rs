use jiff::Timestamp;

use super::party_of;
use crate::actions::{Failure, inner_act::note, tell_cooperative::leaders_of};
use crate::domain::bids::Standing;
use crate::domain::bids::parties::{PartyRefusal, REASON_WORDS};
use crate::domain::errand::Errand;
use crate::domain::ids::{BidId, PartyId};
use crate::domain::journal::By;
use crate::domain::words::count_words;
use crate::store::{self, Tx};

/// A party goes. Of a bid that is handed in the lead hears it at once, because it has to be handed
/// in again without this party; after the deadline nobody can do that, so nobody can go here.
pub fn leave_bid(
    tx: &mut Tx,
    (bid, party): (BidId, PartyId),
    reason: &str,
    by: By,
    now: Timestamp,
) -> Result<(), Failure<PartyRefusal>> {
    let bid = store::bids::find_to_change(tx, bid)?;
    let round = store::rounds::find(tx, bid.round)?;
    if !round.takes_bids(now) {
        return Err(PartyRefusal::LeavesLate.into());
    }
    if reason.is_empty() || count_words(reason) > REASON_WORDS {
        return Err(PartyRefusal::Reason.into());
    }
    let joint = store::parties::of_bid(tx, bid.id)?;
    let party = party_of(&joint, party)?.leave(reason.to_owned(), now)?;
    store::parties::save(tx, &party)?;
    if bid.standing == Standing::Submitted {
        for to in leaders_of(tx, bid.cooperative)? {
            store::outbox::add(tx, &Errand::PartyLeft { bid: bid.id, to }, now)?;
        }
    }
    let facts = [("party", party.name.as_str()), ("reason", reason)];
    note(tx, (&bid, by), "left_bid", &facts, now)?;
    Ok(())
}
