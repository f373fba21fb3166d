//! What is wrong with lots and bidders as input.

use std::collections::BTreeSet;

use super::{AllocationProblem, Bidder, LotRanking};

/// Everything that must be mended before lots can be divided.
pub(super) fn problems(lots: &[LotRanking], bidders: &[Bidder]) -> Vec<AllocationProblem> {
    let mut found = Vec::new();
    let mut names = BTreeSet::new();
    for lot in lots {
        if !names.insert(&lot.lot) {
            found.push(AllocationProblem::SameLot { lot: lot.lot.clone() });
        }
    }
    let mut known = BTreeSet::new();
    for bidder in bidders {
        if !known.insert(&bidder.id) {
            found.push(AllocationProblem::SameBidder { bidder: bidder.id.clone() });
        }
        let mut seen = BTreeSet::new();
        for lot in &bidder.preference {
            if !names.contains(lot) || !seen.insert(lot) {
                let (bidder, lot) = (bidder.id.clone(), lot.clone());
                found.push(AllocationProblem::BadPreference { bidder, lot });
            }
        }
    }
    for lot in lots {
        check_lot(lot, &known, &mut found);
    }
    found
}

fn check_lot(lot: &LotRanking, known: &BTreeSet<&String>, found: &mut Vec<AllocationProblem>) {
    let ranked = lot.ranking.iter().map(|placed| &placed.bidder);
    let mut seen = BTreeSet::new();
    for bidder in ranked.chain(lot.out.iter().map(|out| &out.bidder)) {
        let (lot, name) = (lot.lot.clone(), bidder.clone());
        if !known.contains(bidder) {
            found.push(AllocationProblem::UnknownBidder { lot, bidder: name });
        } else if !seen.insert(bidder) {
            found.push(AllocationProblem::BidderTwice { lot, bidder: name });
        }
    }
}
