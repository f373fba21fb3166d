//! The three rules, and the reasons that follow from them. Lots and bidders are numbers here:
//! their places in the input.

use std::collections::BTreeMap;

use super::{
    Allocation, Bidder, LotAward, LotRanking, LotRule, Placed, Reason, SharedPlace, WhyNot,
};

/// The bidders of each lot.
pub(super) type Seats = Vec<Vec<usize>>;

/// Lots and bidders by number.
pub(super) struct Field<'a> {
    lots: &'a [LotRanking],
    bidders: &'a [Bidder],
    /// Per lot, the place of each ranked bidder.
    places: Vec<BTreeMap<usize, usize>>,
    /// Per lot, the ranked bidders, best first and by name within a place.
    ranked: Vec<Vec<usize>>,
}

impl<'a> Field<'a> {
    pub(super) fn new(lots: &'a [LotRanking], bidders: &'a [Bidder]) -> Field<'a> {
        let numbers: BTreeMap<&str, usize> = bidders
            .iter()
            .enumerate()
            .map(|(number, bidder)| (bidder.id.as_str(), number))
            .collect();
        let of_lot = |lot: &LotRanking| {
            let known = lot.ranking.iter();
            known.filter_map(|at| Some((*numbers.get(at.bidder.as_str())?, at.place))).collect()
        };
        let places: Vec<BTreeMap<usize, usize>> = lots.iter().map(of_lot).collect();
        let in_order = |places: &BTreeMap<usize, usize>| {
            let mut ranked: Vec<usize> = places.keys().copied().collect();
            ranked.sort_by_key(|bidder| (places.get(bidder), &bidders[*bidder].id));
            ranked
        };
        let ranked = places.iter().map(in_order).collect();
        Field { lots, bidders, places, ranked }
    }

    /// Bidders ask for lots in the order of their preference, as many at a time as they may
    /// have; a lot refuses a bidder once enough strictly better ones ask for it. Bidders on a
    /// shared place are all kept until then, so a place that decides nothing stops nothing.
    pub(super) fn deferred_acceptance(&self) -> Result<Seats, Vec<SharedPlace>> {
        let mut wishes: Vec<_> = self.wish_lists().into_iter().map(Vec::into_iter).collect();
        let mut seats: Seats = vec![Vec::new(); self.lots.len()];
        let mut held = vec![0_usize; self.bidders.len()];
        loop {
            let mut asked = false;
            for (bidder, wishes) in wishes.iter_mut().enumerate() {
                let room = self.limit(bidder).saturating_sub(held[bidder]);
                for lot in wishes.by_ref().take(room) {
                    asked = true;
                    seats[lot].push(bidder);
                    held[bidder] += 1;
                }
            }
            if !asked {
                break;
            }
            for (lot, asking) in seats.iter_mut().enumerate() {
                let (kept, refused) = self.best_of(lot, asking);
                for bidder in refused {
                    held[bidder] -= 1;
                }
                *asking = kept;
            }
        }
        let too_full = |(lot, kept): (usize, &Vec<usize>)| self.shared_place(lot, kept);
        let undecided: Vec<_> = seats.iter().enumerate().filter_map(too_full).collect();
        if undecided.is_empty() { Ok(seats) } else { Err(undecided) }
    }

    /// Each lot in turn goes to its best bidders that have room left.
    pub(super) fn in_lot_order(&self) -> Result<Seats, Vec<SharedPlace>> {
        self.one_by_one(|bidder| self.limit(bidder))
    }

    /// Each lot goes to its best bidders.
    pub(super) fn best_per_lot(&self) -> Result<Seats, Vec<SharedPlace>> {
        self.one_by_one(|_| self.lots.len())
    }

    fn one_by_one(&self, limit: impl Fn(usize) -> usize) -> Result<Seats, Vec<SharedPlace>> {
        let mut held = vec![0_usize; self.bidders.len()];
        let mut seats = Seats::new();
        for (lot, ranked) in self.ranked.iter().enumerate() {
            let free = ranked.iter().copied().filter(|bidder| held[*bidder] < limit(*bidder));
            let (kept, _) = self.best_of(lot, &free.collect::<Vec<_>>());
            if let Some(undecided) = self.shared_place(lot, &kept) {
                return Err(vec![undecided]);
            }
            for bidder in &kept {
                held[*bidder] += 1;
            }
            seats.push(kept);
        }
        Ok(seats)
    }

    fn limit(&self, bidder: usize) -> usize {
        self.bidders[bidder].max_lots.unwrap_or(self.lots.len())
    }

    /// Per bidder, the lots it is ranked on: those it listed first, then the others in their
    /// published order.
    fn wish_lists(&self) -> Vec<Vec<usize>> {
        let names = self.lots.iter().enumerate().map(|(number, lot)| (lot.lot.as_str(), number));
        let numbers: BTreeMap<&str, usize> = names.collect();
        let wish_list = |(number, bidder): (usize, &Bidder)| {
            let listed = bidder.preference.iter();
            let mut wishes: Vec<usize> =
                listed.filter_map(|lot| numbers.get(lot.as_str()).copied()).collect();
            let others = (0..self.lots.len()).filter(|lot| !wishes.contains(lot));
            wishes.extend(others.collect::<Vec<_>>());
            wishes.retain(|lot| self.places[*lot].contains_key(&number));
            wishes
        };
        self.bidders.iter().enumerate().map(wish_list).collect()
    }

    /// Parts the bidders that ask for a lot in those that fewer strictly better ones than there
    /// are seats stand above, best first, and the others.
    fn best_of(&self, lot: usize, asking: &[usize]) -> (Vec<usize>, Vec<usize>) {
        let places = &self.places[lot];
        let mut asking = asking.to_vec();
        asking.sort_by_key(|bidder| (places.get(bidder), &self.bidders[*bidder].id));
        let first_out = asking.get(self.lots[lot].providers.saturating_sub(1));
        let last_place = first_out.and_then(|bidder| places.get(bidder));
        match last_place {
            _ if self.lots[lot].providers == 0 => (Vec::new(), asking),
            None => (asking, Vec::new()),
            last => asking.into_iter().partition(|bidder| places.get(bidder) <= last),
        }
    }

    /// The bidders on the last place, when more were kept than there are seats.
    fn shared_place(&self, lot: usize, kept: &[usize]) -> Option<SharedPlace> {
        if kept.len() <= self.lots[lot].providers {
            return None;
        }
        let place = |bidder: &usize| self.places[lot].get(bidder);
        let last = kept.iter().map(place).max()?;
        let on_it = kept.iter().filter(|bidder| place(bidder) == last);
        let mut bidders: Vec<String> = on_it.map(|bidder| self.name(*bidder)).collect();
        bidders.sort();
        Some(SharedPlace { lot: self.lots[lot].lot.clone(), bidders })
    }

    fn name(&self, bidder: usize) -> String {
        self.bidders[bidder].id.clone()
    }

    /// The awards with reserve and reasons.
    pub(super) fn explained(&self, rule: LotRule, seats: &Seats) -> Allocation {
        let award = |lot: usize| {
            let placed = |bidder: usize| Placed {
                bidder: self.name(bidder),
                place: self.places[lot].get(&bidder).copied().unwrap_or_default(),
            };
            let awarded = self.ranked[lot].iter().filter(|bidder| seats[lot].contains(bidder));
            let others = self.ranked[lot].iter().filter(|bidder| !seats[lot].contains(bidder));
            LotAward {
                lot: self.lots[lot].lot.clone(),
                awarded: awarded.map(|bidder| self.name(*bidder)).collect(),
                reserve: others.map(|bidder| placed(*bidder)).collect(),
                why_not: self.why_not(rule, seats, lot),
            }
        };
        Allocation { lots: (0..self.lots.len()).map(award).collect() }
    }

    fn why_not(&self, rule: LotRule, seats: &Seats, lot: usize) -> Vec<WhyNot> {
        let places = &self.places[lot];
        let full = seats[lot].len() >= self.lots[lot].providers;
        let last = seats[lot].iter().filter_map(|bidder| places.get(bidder)).max();
        let passed_over = |bidder: &&usize| {
            let above = !full || places.get(*bidder) < last;
            above && !seats[lot].contains(*bidder)
        };
        let ranked = self.ranked[lot].iter().filter(passed_over).map(|bidder| WhyNot {
            bidder: self.name(*bidder),
            place: places.get(bidder).copied(),
            reason: self.reason(rule, seats, lot, *bidder),
        });
        let out = self.lots[lot].out.iter().map(|out| WhyNot {
            bidder: out.bidder.clone(),
            place: None,
            reason: Reason::Out(out.why),
        });
        ranked.chain(out).collect()
    }

    /// Why a ranked bidder was passed over. Without limits nobody is; with them the rule says
    /// which lots it had by then: all it prefers, or all that were awarded earlier.
    fn reason(&self, rule: LotRule, seats: &Seats, lot: usize, bidder: usize) -> Reason {
        let has = |up_to: usize| {
            let lots = self.lots.iter().zip(seats).take(up_to);
            let own = lots.filter(|(_, seats)| seats.contains(&bidder));
            own.map(|(lot, _)| lot.lot.clone()).collect::<Vec<_>>()
        };
        match rule {
            LotRule::BidderPreference if self.limit(bidder) > 0 => {
                Reason::PrefersOther { lots: has(self.lots.len()) }
            }
            LotRule::BidderPreference | LotRule::FixedLotOrder | LotRule::BestPerLot => {
                Reason::HasItsMaximum { lots: has(lot) }
            }
        }
    }
}
