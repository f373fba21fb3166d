use jiff::Timestamp;

use super::Failure;
use super::bid_entry::bid_entry;
use crate::domain::bids::answers::Saved;
use crate::domain::bids::{Bid, Standing};
use crate::domain::ids::{BidId, LotId, OrganisationId, PersonId};
use crate::domain::refusal::Refusal;
use crate::store::{self, StoreError, Tx};

#[derive(Clone)]
pub struct StartBid {
    pub id: BidId,
    pub lot: LotId,
    pub cooperative: OrganisationId,
    pub by: (PersonId, String),
    /// Another bid of the same cooperative in the same round, whose texts come along.
    pub copy_from: Option<BidId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartRefusal {
    #[error("the round takes no bids now")]
    Closed,
    #[error("this cooperative has a bid on this lot")]
    AlreadyBid(BidId),
    #[error("the bid to copy is not one of this cooperative in this round")]
    NotYours,
}

impl Refusal for StartRefusal {
    fn key(&self) -> &'static str {
        match self {
            StartRefusal::Closed => "bid-refusal-start-closed",
            StartRefusal::AlreadyBid(_) => "bid-refusal-already",
            StartRefusal::NotYours => "bid-refusal-copy",
        }
    }
}

/// Begins a bid on a lot. Nobody of the municipality sees that, not even in the journal.
pub fn start_bid(
    tx: &mut Tx,
    start: StartBid,
    now: Timestamp,
) -> Result<BidId, Failure<StartRefusal>> {
    let lot = store::rounds::find_lot(tx, start.lot)?;
    let round = store::rounds::find(tx, lot.round)?;
    if !round.takes_bids(now) {
        return Err(StartRefusal::Closed.into());
    }
    let mut own = store::bids::of_cooperative(tx, start.cooperative)?;
    own.retain(|bid| bid.round == round.id);
    if let Some(bid) = own.iter().find(|bid| bid.lot == lot.id) {
        return Err(StartRefusal::AlreadyBid(bid.id).into());
    }
    let bid = Bid {
        id: start.id,
        round: round.id,
        lot: lot.id,
        cooperative: start.cooperative,
        standing: Standing::Draft,
        preference: own.iter().map(|bid| bid.preference).max().unwrap_or(0) + 1,
        code: None,
        version: 1,
    };
    store::bids::add(tx, &bid, start.by.0, now)?;
    let terms = store::terms::count(tx, round.id)?;
    store::terms::carry(tx, bid.id, terms)?;
    if let Some(from) = start.copy_from {
        if !own.iter().any(|bid| bid.id == from) {
            return Err(StartRefusal::NotYours.into());
        }
        copy(tx, (from, bid.id), Saved { by: start.by.0, at: now })?;
    }
    let entry = bid_entry((&bid, &lot), start.by, "started_bid", &[], now);
    store::journal::add(tx, &entry)?;
    Ok(bid.id)
}

/// Texts come along; the marks "done" do not, because the texts are of another lot.
fn copy(tx: &mut Tx, (from, to): (BidId, BidId), saved: Saved) -> Result<(), StoreError> {
    let texts = store::answers::of_bid(tx, from)?.content();
    let texts: Vec<_> = texts.iter().map(|(field, text)| (field.as_str(), text.as_str())).collect();
    store::answers::add_all(tx, to, &texts, saved)
}
