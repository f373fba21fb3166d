use jiff::Timestamp;

use crate::actions::inner_act::note;
use crate::domain::ids::BidId;
use crate::domain::journal::By;
use crate::store::{self, StoreError, Tx};

/// Takes away every signature that was given for another text than there is now.
pub(in crate::actions) fn void_signatures(
    tx: &mut Tx,
    bid: BidId,
    by: By,
    now: Timestamp,
) -> Result<(), StoreError> {
    let joint = store::parties::of_bid(tx, bid)?;
    if joint.parties.iter().all(|party| party.signature().is_none()) {
        return Ok(());
    }
    let answers = store::answers::of_bid(tx, bid)?;
    let unfit = joint.unfit(&answers);
    if unfit.is_empty() {
        return Ok(());
    }
    let bid = store::bids::find(tx, bid)?;
    for party in unfit {
        store::parties::save(tx, &party)?;
        note(tx, (&bid, by.clone()), "voided_signature", &[("party", &party.name)], now)?;
    }
    Ok(())
}
