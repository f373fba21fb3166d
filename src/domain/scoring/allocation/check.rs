//! What is wrong with lots and bidders as input.

use std::collections::BTreeSet;

use super::super::exact::Exact;
use super::{AllocationProblem, Division, LotRanking, LotRule, Package};

/// Everything that must be mended before lots can be divided.
pub(super) fn problems(division: &Division) -> Vec<AllocationProblem> {
    let (lots, bidders) = (&division.lots, &division.bidders);
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
        check_offers(division, lot, &mut found);
    }
    if has_bad_amount(division) {
        found.push(AllocationProblem::BadAmount);
    }
    let bad = division.packages.iter().enumerate().filter(|(_, one)| is_bad(division, one));
    found.extend(bad.map(|(package, _)| AllocationProblem::BadPackage { package }));
    found
}

fn check_offers(division: &Division, lot: &LotRanking, found: &mut Vec<AllocationProblem>) {
    let needs_value = match division.rule {
        LotRule::LargestLeadFirst | LotRule::MaxTotal => true,
        LotRule::BidderPreference | LotRule::FixedLotOrder | LotRule::BestPerLot => false,
    };
    for placed in &lot.ranking {
        let offer = lot.offers.get(&placed.bidder);
        let (lot, bidder) = (lot.lot.clone(), placed.bidder.clone());
        if needs_value && offer.is_none_or(|offer| offer.value.is_none()) {
            found.push(AllocationProblem::NoValue { lot, bidder });
        } else if division.budget.is_some() && offer.is_none_or(|offer| offer.price.is_none()) {
            found.push(AllocationProblem::NoPrice { lot, bidder });
        }
    }
}

fn has_bad_amount(division: &Division) -> bool {
    let sizes = division.lots.iter().map(|lot| &lot.size);
    let capacities = division.bidders.iter().filter_map(|bidder| bidder.capacity.as_ref());
    let offers = division.lots.iter().flat_map(|lot| lot.offers.values());
    let prices = offers.filter_map(|offer| offer.price.as_ref());
    let packages = division.packages.iter().filter_map(|package| package.price.as_ref());
    let money = division.budget.iter().flat_map(|budget| [&budget.amount, &budget.reserved]);
    let mut all = sizes.chain(capacities).chain(prices).chain(packages).chain(money);
    let above_one = division.budget.iter().any(|budget| budget.reserved > Exact::one());
    above_one || all.any(Exact::is_negative)
}

fn is_bad(division: &Division, package: &Package) -> bool {
    let mut seen = BTreeSet::new();
    let can_get = |name: &String| {
        let lot = division.lots.iter().find(|lot| &lot.lot == name);
        let is_out = |lot: &LotRanking| lot.out.iter().any(|out| out.bidder == package.bidder);
        lot.is_some_and(|lot| lot.providers > 0 && !is_out(lot))
    };
    let known = division.bidders.iter().any(|bidder| bidder.id == package.bidder);
    let unpriced = division.budget.is_some() && package.price.is_none();
    let lots_are_good = package.lots.iter().all(|lot| seen.insert(lot) && can_get(lot));
    !known || unpriced || package.lots.len() < 2 || !lots_are_good
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
