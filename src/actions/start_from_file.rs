use std::collections::BTreeMap;

use jiff::Timestamp;

use super::start_bid::{StartBid, StartRefusal, start_bid};
use super::{Failure, save_answer};
use crate::domain::bids::Standing;
use crate::domain::bids::answers::{Form, WriteRefusal};
use crate::domain::bids::import::fit;
use crate::domain::ids::BidId;
use crate::domain::refusal::Refusal;
use crate::store::answers::At;
use crate::store::{self, Tx};

/// Why a file cannot become a bid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileRefusal {
    #[error(transparent)]
    Start(#[from] StartRefusal),
    #[error(transparent)]
    Write(#[from] WriteRefusal),
    /// The cooperative has a bid on this lot, and it is not empty.
    #[error("there is a bid with texts on this lot")]
    NotEmpty(BidId),
}

impl Refusal for FileRefusal {
    fn key(&self) -> &'static str {
        match self {
            FileRefusal::Start(why) => why.key(),
            FileRefusal::Write(why) => why.key(),
            FileRefusal::NotEmpty(_) => "bid-file-refused-not-empty",
        }
    }
}

/// Begins a bid with the answers of a file, each saved as if somebody typed it; or fills the bid
/// that is there, as long as nothing stands in it. What does not fit stays out.
pub fn start_from_file(
    tx: &mut Tx,
    start: StartBid,
    answers: &BTreeMap<String, String>,
    now: Timestamp,
) -> Result<BidId, Failure<FileRefusal>> {
    let (lot, by) = (start.lot, start.by.0);
    let bid = match start_bid(tx, start, now) {
        Ok(bid) | Err(Failure::Refused(StartRefusal::AlreadyBid(bid))) => bid,
        Err(Failure::Refused(why)) => return Err(FileRefusal::Start(why).into()),
        Err(Failure::Store(error)) => return Err(error.into()),
    };
    let found = store::bids::find_to_change(tx, bid)?;
    let seen = store::answers::of_bid(tx, bid)?;
    let untouched = match found.standing {
        Standing::Draft => seen.content().is_empty(),
        Standing::Submitted | Standing::Withdrawn => false,
    };
    if !untouched {
        return Err(FileRefusal::NotEmpty(bid).into());
    }
    let (round, lot) = (store::rounds::find(tx, found.round)?, store::rounds::find_lot(tx, lot)?);
    let fit = fit(&Form::new(&round.definition, &lot.details), answers);
    for (field, value) in fit.taken {
        let version = seen.version(&field);
        let typed = super::SaveAnswer { place: At { bid, field }, value, seen: version, by };
        match save_answer(tx, typed, now) {
            Ok(_) => {}
            Err(Failure::Refused(why)) => return Err(FileRefusal::Write(why).into()),
            Err(Failure::Store(error)) => return Err(error.into()),
        }
    }
    Ok(bid)
}
