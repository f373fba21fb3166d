//! The moment at which the bids of a round open, and the letters under which assessors know them.

use jiff::Timestamp;

use super::keys::KeyRefusal;
use crate::domain::ids::{BidId, LotId};
use crate::domain::refusal::Refusal;
use crate::domain::rounds::{Phase, Round};
use crate::domain::scoring::Seed;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpeningRefusal {
    #[error("the round is not published")]
    NotPublished,
    #[error("the round still takes bids")]
    TakesBids,
    #[error("the bids are open already")]
    AlreadyOpened,
    #[error(transparent)]
    Key(#[from] KeyRefusal),
    #[error("somebody changed the round at the same moment")]
    Changed,
}

impl Refusal for OpeningRefusal {
    fn key(&self) -> &'static str {
        match self {
            OpeningRefusal::NotPublished => "refusal-opening-not-published",
            OpeningRefusal::TakesBids => "refusal-opening-takes-bids",
            OpeningRefusal::AlreadyOpened => "refusal-opening-already",
            OpeningRefusal::Key(key) => key.key(),
            OpeningRefusal::Changed => "refusal-changed",
        }
    }
}

/// The opened round; only after the closing second.
pub fn open(round: &Round, now: Timestamp) -> Result<Round, OpeningRefusal> {
    let publication = match &round.phase {
        Phase::Draft | Phase::Amending(_) => return Err(OpeningRefusal::NotPublished),
        Phase::Opened { .. } | Phase::Decided { .. } => return Err(OpeningRefusal::AlreadyOpened),
        Phase::Published(_) if round.takes_bids(now) => return Err(OpeningRefusal::TakesBids),
        Phase::Published(publication) => publication.clone(),
    };
    Ok(Round { phase: Phase::Opened { publication, opened_at: now }, ..round.clone() })
}

/// A letter for every bid, per lot in the order of a draw, so that a letter says nothing about who
/// came in first or what it is called. The seed is kept: anybody can draw again.
pub fn codes(bids: &[(LotId, BidId)], seed: &Seed) -> Vec<(BidId, String)> {
    let mut drawn: Vec<(LotId, u64, BidId)> =
        bids.iter().map(|(lot, bid)| (*lot, seed.number_for(bid.as_str()), *bid)).collect();
    drawn.sort();
    let mut codes = Vec::with_capacity(drawn.len());
    let (mut lot, mut place) = (None, 0);
    for (of, _, bid) in drawn {
        place = if lot == Some(of) { place + 1 } else { 0 };
        lot = Some(of);
        codes.push((bid, letter(place)));
    }
    codes
}

/// `A` to `Z`, then `AA`, `AB` and on.
fn letter(place: usize) -> String {
    let last = char::from(b'A' + u8::try_from(place % 26).unwrap_or(0));
    match place / 26 {
        0 => last.to_string(),
        more => letter(more - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn letters_go_on_after_z() {
        let some = [0, 25, 26, 51, 52, 701, 702].map(letter);
        assert_eq!(some, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    fn bids(sizes: &[usize]) -> Vec<(LotId, BidId)> {
        let one = |lot: usize, bid: usize| {
            (LotId::named(&lot.to_string()), BidId::named(&format!("{lot}/{bid}")))
        };
        (0..sizes.len()).flat_map(|lot| (0..sizes[lot]).map(move |bid| one(lot, bid))).collect()
    }

    #[test]
    fn every_bid_can_be_the_first() {
        let bids = bids(&[3]);
        let first = |number| {
            let codes = codes(&bids, &Seed::from_number(number));
            codes.into_iter().find(|(_, code)| code == "A").map(|(bid, _)| bid)
        };
        assert_eq!((0..40).filter_map(first).collect::<BTreeSet<_>>().len(), 3);
    }

    proptest! {
        /// Each lot has the first letters of the alphabet, each once.
        #[test]
        fn letters_run_on_in_every_lot(
            sizes in proptest::collection::vec(0..40usize, 0..5), number in any::<u64>()
        ) {
            let bids = bids(&sizes);
            let lot_of: BTreeMap<BidId, LotId> = bids.iter().map(|(lot, bid)| (*bid, *lot)).collect();
            let mut per_lot: BTreeMap<LotId, BTreeSet<String>> = BTreeMap::new();
            for (bid, code) in codes(&bids, &Seed::from_number(number)) {
                prop_assert!(per_lot.entry(lot_of[&bid]).or_default().insert(code));
            }
            for (index, size) in sizes.iter().enumerate() {
                let wanted: BTreeSet<String> = (0..*size).map(letter).collect();
                let given = per_lot.remove(&LotId::named(&index.to_string())).unwrap_or_default();
                prop_assert_eq!(given, wanted);
            }
        }
    }
}
