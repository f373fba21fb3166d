//! Deferred acceptance: Gale and Shapley, American Mathematical Monthly 69(1), 1962, 9-15, with
//! the bidders asking.
//!
//! With limits on the number of lots only, no bidder can point to a lot that it prefers to one
//! it got and on which it stands above a winner. With a capacity one case remains: a bidder
//! keeps a lot that it would give up for a larger one that it prefers. No rule can mend all
//! such cases, since a division without them need not exist; the reason says so.

use std::collections::BTreeMap;

use super::field::{Field, Solved};
use super::room::{Room, Shortage};
use super::{AllocationError, Reason, SharedPlace};

/// Divides the lots by the preferences of the bidders, and then stops at the budget.
///
/// Errors: a shared place that decides.
pub(super) fn deferred_acceptance(field: &Field<'_>) -> Result<Solved, AllocationError> {
    let mut room = Room::new(field);
    let seats = asked_and_refused(field, &mut room);
    let too_full = |(lot, kept): (usize, &Vec<usize>)| shared_place(field, lot, kept);
    let undecided: Vec<_> = seats.iter().enumerate().filter_map(too_full).collect();
    if !undecided.is_empty() {
        return Err(AllocationError::Undecided(undecided));
    }
    let mut solved = Solved { seats, ..Solved::default() };
    within_budget(field, &mut room, &mut solved)?;
    solved.passed = reasons(field, &room, &solved);
    Ok(solved)
}

/// Bidders ask for lots in the order of their preference, as many at a time as they have room
/// for; a lot refuses a bidder once enough strictly better ones ask for it. Bidders on a
/// shared place are all kept until then, so a place that decides nothing stops nothing.
fn asked_and_refused(field: &Field<'_>, room: &mut Room<'_, '_>) -> Vec<Vec<usize>> {
    let mut wishes = wish_lists(field);
    let mut seats: Vec<Vec<usize>> = vec![Vec::new(); field.lots.len()];
    let mut asking: Vec<usize> = (0..field.bidders.len()).collect();
    while !asking.is_empty() {
        let mut asked = vec![false; field.lots.len()];
        for bidder in asking {
            for lot in wishes[bidder].iter().copied() {
                let holds = room.held(bidder).contains(&lot);
                if !holds && room.own_shortage(lot, bidder).is_none() {
                    room.take(lot, bidder);
                    seats[lot].push(bidder);
                    asked[lot] = true;
                }
            }
        }
        asking = Vec::new();
        for lot in (0..seats.len()).filter(|lot| asked[*lot]) {
            let (kept, refused) = best_of(field, lot, &seats[lot]);
            for bidder in refused {
                room.release(lot, bidder);
                // A lot never refuses a bidder it would take back later.
                wishes[bidder].retain(|wish| *wish != lot);
                asking.push(bidder);
            }
            seats[lot] = kept;
        }
        asking.sort_unstable();
        asking.dedup();
    }
    seats
}

/// Per bidder, the lots it is ranked on: those it listed first, then the others in their
/// published order.
fn wish_lists(field: &Field<'_>) -> Vec<Vec<usize>> {
    let wish_list = |(number, bidder): (usize, &super::Bidder)| {
        let listed = bidder.preference.iter();
        let mut wishes: Vec<usize> = listed.filter_map(|lot| field.lot(lot)).collect();
        let mut is_listed = vec![false; field.lots.len()];
        wishes.iter().for_each(|lot| is_listed[*lot] = true);
        wishes.extend((0..field.lots.len()).filter(|lot| !is_listed[*lot]));
        wishes.retain(|lot| field.places[*lot].contains_key(&number));
        wishes
    };
    field.bidders.iter().enumerate().map(wish_list).collect()
}

/// Parts the bidders that ask for a lot in those that fewer strictly better ones than there
/// are seats stand above, best first, and the others.
fn best_of(field: &Field<'_>, lot: usize, asking: &[usize]) -> (Vec<usize>, Vec<usize>) {
    let providers = field.lots[lot].providers;
    let mut asking = asking.to_vec();
    asking.sort_by_key(|bidder| (field.place(lot, *bidder), &field.bidders[*bidder].id));
    if providers == 0 {
        return (Vec::new(), asking);
    }
    match asking.get(providers - 1).map(|bidder| field.place(lot, *bidder)) {
        None => (asking, Vec::new()),
        Some(last) => asking.into_iter().partition(|bidder| field.place(lot, *bidder) <= last),
    }
}

/// The bidders on the last place, when more were kept than there are seats.
fn shared_place(field: &Field<'_>, lot: usize, kept: &[usize]) -> Option<SharedPlace> {
    if kept.len() <= field.lots[lot].providers {
        return None;
    }
    let last = kept.iter().map(|bidder| field.place(lot, *bidder)).max()?;
    let on_it = kept.iter().filter(|bidder| field.place(lot, **bidder) == last);
    let mut bidders: Vec<String> = on_it.map(|bidder| field.name(*bidder)).collect();
    bidders.sort();
    Some(SharedPlace { lot: field.lots[lot].lot.clone(), bidders })
}

/// Pays for the awards in the published order of the lots, best first; one that does not fit is
/// not made, and its seat stays empty.
fn within_budget(
    field: &Field<'_>,
    room: &mut Room<'_, '_>,
    solved: &mut Solved,
) -> Result<(), AllocationError> {
    solved.passed = vec![BTreeMap::new(); field.lots.len()];
    for lot in 0..field.lots.len() {
        let mut kept: Vec<usize> = Vec::new();
        for bidder in std::mem::take(&mut solved.seats[lot]) {
            let Some(shortage) = room.money_shortage(lot, bidder) else {
                room.pay(lot, bidder);
                kept.push(bidder);
                continue;
            };
            if let Some(equal) =
                kept.iter().find(|one| field.place(lot, **one) == field.place(lot, bidder))
            {
                return Err(field.undecided(lot, vec![*equal, bidder]));
            }
            room.release(lot, bidder);
            let reason = room.reason(shortage, bidder);
            solved.passed[lot].insert(bidder, reason);
        }
        solved.seats[lot] = kept;
    }
    Ok(())
}

/// Why each ranked bidder without a seat has none, as far as it could have had one.
fn reasons(
    field: &Field<'_>,
    room: &Room<'_, '_>,
    solved: &Solved,
) -> Vec<BTreeMap<usize, Reason>> {
    let mut passed = solved.passed.clone();
    for (lot, passed) in passed.iter_mut().enumerate() {
        for bidder in &field.ranked[lot] {
            if solved.seats[lot].contains(bidder) || passed.contains_key(bidder) {
                continue;
            }
            let reason = match room.own_shortage(lot, *bidder) {
                Some(Shortage::Lots) if field.limit(*bidder) > 0 => {
                    Reason::PrefersOther { lots: field.held_by(*bidder, &solved.seats) }
                }
                Some(shortage) => room.reason(shortage, *bidder),
                // It was refused for a better one, whose award then did not fit in the budget.
                None => Reason::OverBudget,
            };
            passed.insert(*bidder, reason);
        }
    }
    passed
}
