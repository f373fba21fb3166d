use jiff::Timestamp;

use super::{open_joint, party_of};
use crate::actions::{Failure, inner_act::note, tell_cooperative::leaders_of};
use crate::domain::bids::parties::{PartyRefusal, PartyStanding, REASON_WORDS};
use crate::domain::errand::Errand;
use crate::domain::ids::{BidId, PartyId};
use crate::domain::journal::By;
use crate::domain::words::count_words;
use crate::store::{self, Tx};

/// The lead takes an invitation back, or a party out of the bid; who signed is owed a reason. It
/// hears of it by mail, and reads why on its page with bids.
pub fn remove_party(
    tx: &mut Tx,
    (bid, party): (BidId, PartyId),
    reason: &str,
    by: By,
    now: Timestamp,
) -> Result<(), Failure<PartyRefusal>> {
    let (bid, joint) = open_joint(tx, bid, now)?;
    let party = party_of(&joint, party)?;
    match &party.standing {
        PartyStanding::Invited { .. } => {
            let hash = store::parties::remove(tx, party.id)?;
            store::tokens::use_up(tx, &hash, now)?;
        }
        PartyStanding::Signed(_) if reason.is_empty() => return Err(PartyRefusal::Reason.into()),
        PartyStanding::Joined { .. } | PartyStanding::Signed(_) | PartyStanding::Left { .. } => {
            if count_words(reason) > REASON_WORDS {
                return Err(PartyRefusal::Reason.into());
            }
            store::parties::save(tx, &party.clone().leave(reason.to_owned(), now)?)?;
            for to in party.member().map_or(Ok(vec![]), |own| leaders_of(tx, own))? {
                store::outbox::add(tx, &Errand::PartyRemoved { bid: bid.id, to }, now)?;
            }
        }
    }
    let facts = [("party", party.name.as_str()), ("reason", reason)];
    note(tx, (&bid, by), "removed_party", &facts, now)?;
    Ok(())
}
