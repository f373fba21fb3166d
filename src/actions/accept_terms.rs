use jiff::Timestamp;

use super::Failure;
use super::inner_act::{note, open_bid};
use super::parties::void_signatures;
use crate::domain::bids::Shut;
use crate::domain::ids::BidId;
use crate::domain::journal::By;
use crate::domain::refusal::Refusal;
use crate::store::{self, Tx};

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AcceptRefusal {
    /// The round is closed, or the bid is handed in.
    #[error(transparent)]
    Shut(#[from] Shut),
    /// Yet another change came in meanwhile.
    #[error("the terms changed again")]
    ChangedAgain,
}

impl Refusal for AcceptRefusal {
    fn key(&self) -> &'static str {
        match self {
            AcceptRefusal::Shut(why) => why.key(),
            AcceptRefusal::ChangedAgain => "terms-refused-again",
        }
    }
}

/// Takes the new terms over: from now on the bid is made on those, as this person `seen` them. Every
/// answer stays; what is not asked any more is not handed in.
pub fn accept_terms(
    tx: &mut Tx,
    (bid, seen): (BidId, i32),
    by: By,
    now: Timestamp,
) -> Result<(), Failure<AcceptRefusal>> {
    let (bid, _) = open_bid(tx, bid, now)?;
    let terms = store::terms::of_bid(tx, bid.id)?;
    if terms.latest != seen {
        return Err(AcceptRefusal::ChangedAgain.into());
    }
    if terms.is_behind() {
        store::terms::carry(tx, bid.id, terms.latest)?;
        let number = (terms.latest - 1).to_string();
        note(tx, (&bid, by.clone()), "accepted_terms", &[("number", &number)], now)?;
        // A party signed for other terms than these.
        void_signatures(tx, bid.id, by, now)?;
    }
    Ok(())
}
