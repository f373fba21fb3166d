//! Lots and bidders by number: their places in the input.

use std::collections::BTreeMap;

use super::super::exact::Exact;
use super::{
    AllocationError, Bidder, Division, LotRanking, LotRule, Offer, Reason, SharedPlace, Unique,
};

/// Who gets what, before it is explained.
#[derive(Default)]
pub(super) struct Solved {
    /// Per lot, the bidders that get it.
    pub seats: Vec<Vec<usize>>,
    /// Per lot, why a bidder was passed over, where the rule knew it at the time.
    pub passed: Vec<BTreeMap<usize, Reason>>,
    /// The packages that count.
    pub packages: Vec<usize>,
    pub unique: Unique,
}

/// Lots and bidders by number.
pub(super) struct Field<'a> {
    pub division: &'a Division,
    pub lots: &'a [LotRanking],
    pub bidders: &'a [Bidder],
    /// Per lot, the place of each ranked bidder.
    pub places: Vec<BTreeMap<usize, usize>>,
    /// Per lot, the ranked bidders, best first and by name within a place.
    pub ranked: Vec<Vec<usize>>,
    /// Per lot, the offers of the ranked bidders.
    offers: Vec<BTreeMap<usize, &'a Offer>>,
    lot_numbers: BTreeMap<&'a str, usize>,
    bidder_numbers: BTreeMap<&'a str, usize>,
}

impl<'a> Field<'a> {
    pub(super) fn new(division: &'a Division) -> Field<'a> {
        let (lots, bidders) = (&division.lots[..], &division.bidders[..]);
        let bidder_numbers: BTreeMap<&str, usize> = bidders
            .iter()
            .enumerate()
            .map(|(number, bidder)| (bidder.id.as_str(), number))
            .collect();
        let of_lot = |lot: &LotRanking| {
            let known = lot.ranking.iter();
            let number = |id: &str| bidder_numbers.get(id).copied();
            known.filter_map(|at| Some((number(&at.bidder)?, at.place))).collect()
        };
        let places: Vec<BTreeMap<usize, usize>> = lots.iter().map(of_lot).collect();
        let in_order = |places: &BTreeMap<usize, usize>| {
            let mut ranked: Vec<usize> = places.keys().copied().collect();
            ranked.sort_by_key(|bidder| (places.get(bidder), &bidders[*bidder].id));
            ranked
        };
        let ranked = places.iter().map(in_order).collect();
        let offers = |lot: &'a LotRanking| {
            let offers = lot.offers.iter();
            offers
                .filter_map(|(id, offer)| Some((*bidder_numbers.get(id.as_str())?, offer)))
                .collect()
        };
        let offers = lots.iter().map(offers).collect();
        let names = lots.iter().enumerate().map(|(number, lot)| (lot.lot.as_str(), number));
        let lot_numbers = names.collect();
        Field { division, lots, bidders, places, ranked, offers, lot_numbers, bidder_numbers }
    }

    pub(super) fn lot(&self, name: &str) -> Option<usize> {
        self.lot_numbers.get(name).copied()
    }

    pub(super) fn bidder(&self, name: &str) -> Option<usize> {
        self.bidder_numbers.get(name).copied()
    }

    pub(super) fn place(&self, lot: usize, bidder: usize) -> Option<usize> {
        self.places[lot].get(&bidder).copied()
    }

    pub(super) fn value(&self, lot: usize, bidder: usize) -> Option<&'a Exact> {
        self.offers[lot].get(&bidder).copied()?.value.as_ref()
    }

    pub(super) fn price(&self, lot: usize, bidder: usize) -> Option<&'a Exact> {
        self.offers[lot].get(&bidder).copied()?.price.as_ref()
    }

    /// The most lots a bidder may have under this rule.
    pub(super) fn limit(&self, bidder: usize) -> usize {
        match self.division.rule {
            LotRule::BestPerLot => self.lots.len(),
            LotRule::BidderPreference
            | LotRule::FixedLotOrder
            | LotRule::LargestLeadFirst
            | LotRule::MaxTotal => self.bidders[bidder].max_lots.unwrap_or(self.lots.len()),
        }
    }

    /// The most a bidder can carry under this rule.
    pub(super) fn capacity(&self, bidder: usize) -> Option<&'a Exact> {
        match self.division.rule {
            LotRule::BestPerLot => None,
            LotRule::BidderPreference
            | LotRule::FixedLotOrder
            | LotRule::LargestLeadFirst
            | LotRule::MaxTotal => self.bidders[bidder].capacity.as_ref(),
        }
    }

    pub(super) fn name(&self, bidder: usize) -> String {
        self.bidders[bidder].id.clone()
    }

    /// Bidders that share a place of which not all can get the lot.
    pub(super) fn undecided(&self, lot: usize, mut on_it: Vec<usize>) -> AllocationError {
        on_it.sort_by_key(|bidder| &self.bidders[*bidder].id);
        let bidders = on_it.into_iter().map(|bidder| self.name(bidder)).collect();
        let lot = self.lots[lot].lot.clone();
        AllocationError::Undecided(vec![SharedPlace { lot, bidders }])
    }

    /// The names of the lots of a bidder, in the published order.
    pub(super) fn held_by(&self, bidder: usize, seats: &[Vec<usize>]) -> Vec<String> {
        let lots = self.lots.iter().zip(seats);
        let own = lots.filter(|(_, seats)| seats.contains(&bidder));
        own.map(|(lot, _)| lot.lot.clone()).collect()
    }
}
