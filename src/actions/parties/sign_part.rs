use jiff::Timestamp;

use super::{open_joint, party_of};
use crate::actions::{Failure, inner_act::note};
use crate::domain::bids::parties::{PartyRefusal, Signature};
use crate::domain::ids::{BidId, PartyId};
use crate::domain::journal::By;
use crate::store::{self, Tx};

pub struct SignPart {
    pub bid: BidId,
    pub party: PartyId,
    pub by: By,
    /// As typed.
    pub name: String,
    /// Hash of the text that the signer had before them.
    pub shown: String,
}

/// Signs a part. Only the very text that the signer saw is signed.
pub fn sign_part(tx: &mut Tx, sign: SignPart, now: Timestamp) -> Result<(), Failure<PartyRefusal>> {
    let (bid, joint) = open_joint(tx, sign.bid, now)?;
    let party = party_of(&joint, sign.party)?;
    if party.signature().is_some() {
        return Err(PartyRefusal::Signed.into());
    }
    let answers = store::answers::of_bid(tx, bid.id)?;
    if party.member().is_some() && !joint.is_finished(&party, &answers) {
        return Err(PartyRefusal::Unfinished.into());
    }
    let hash = joint.covered(&party, &answers);
    if hash != sign.shown {
        return Err(PartyRefusal::Changed.into());
    }
    let facts = [("party", party.name.clone()), ("hash", hash.clone())];
    let party = party.sign(Signature { at: now, by: sign.by.0, name: sign.name, hash })?;
    store::parties::save(tx, &party)?;
    let facts = facts.each_ref().map(|(key, value)| (*key, value.as_str()));
    note(tx, (&bid, sign.by), "signed_part", &facts, now)?;
    Ok(())
}
