//! The rules that award one lot after another: in the published order, or the clearest one first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::exact::Exact;
use super::field::{Field, Solved};
use super::room::Room;
use super::{AllocationError, LotRule};

/// Awards every lot to its best bidders that have room left.
///
/// Errors: a shared place that decides.
pub(super) fn one_by_one(field: &Field<'_>) -> Result<Solved, AllocationError> {
    let lots = field.lots.len();
    let mut solved = Solved {
        seats: vec![Vec::new(); lots],
        passed: vec![BTreeMap::new(); lots],
        ..Solved::default()
    };
    let mut room = Room::new(field);
    let mut left: Vec<usize> = (0..lots).collect();
    while !left.is_empty() {
        let next = match field.division.rule {
            LotRule::LargestLeadFirst => clearest(field, &room, &left),
            LotRule::BidderPreference
            | LotRule::FixedLotOrder
            | LotRule::BestPerLot
            | LotRule::MaxTotal => 0,
        };
        let lot = left.remove(next);
        award(field, lot, &mut room, &mut solved)?;
    }
    Ok(solved)
}

/// Fills the seats of one lot. A bidder without room is passed over with its reason.
fn award(
    field: &Field<'_>,
    lot: usize,
    room: &mut Room<'_, '_>,
    solved: &mut Solved,
) -> Result<(), AllocationError> {
    let mut free = field.lots[lot].providers;
    let mut waiting = &field.ranked[lot][..];
    while let Some(first) = waiting.first() {
        let place = field.place(lot, *first);
        let size = waiting.iter().take_while(|bidder| field.place(lot, **bidder) == place).count();
        let (on_it, after) = waiting.split_at(size);
        let mut fitting = Vec::new();
        for bidder in on_it {
            match room.shortage(lot, *bidder) {
                None => fitting.push(*bidder),
                Some(shortage) => {
                    drop(solved.passed[lot].insert(*bidder, room.reason(shortage, *bidder)))
                }
            }
        }
        if free == 0 {
            break;
        }
        if fitting.len() > free {
            return Err(field.undecided(lot, fitting));
        }
        for (at, bidder) in fitting.iter().enumerate() {
            // Two on one place may fit in the budget one by one and not together.
            if at > 0 && room.money_shortage(lot, *bidder).is_some() {
                return Err(field.undecided(lot, fitting));
            }
            room.take(lot, *bidder);
            room.pay(lot, *bidder);
            solved.seats[lot].push(*bidder);
        }
        free -= fitting.len();
        waiting = after;
    }
    Ok(())
}

/// The place in `left` of the lot whose last winner is furthest ahead of the first loser, among
/// bidders with room left; the first one in the published order where two are equally clear. A
/// lot with no rival for its seats is led by the whole value of its last winner, and a lot that
/// nobody can take comes last.
fn clearest(field: &Field<'_>, room: &Room<'_, '_>, left: &[usize]) -> usize {
    let lead = |lot: usize| -> Option<Exact> {
        let seats = field.lots[lot].providers;
        // Places follow from values, so the first ones with room are the winners and the loser.
        let fits = |bidder: &&usize| room.shortage(lot, **bidder).is_none();
        let fitting = field.ranked[lot].iter().filter(fits).take(seats + 1);
        let values: Vec<&Exact> = fitting.filter_map(|bidder| field.value(lot, *bidder)).collect();
        let won = values.get(seats.min(values.len()).checked_sub(1)?)?;
        Some(values.get(seats).map_or_else(|| (*won).clone(), |lost| *won - lost))
    };
    let leads = left.iter().enumerate().map(|(at, lot)| (lead(*lot), Reverse(at)));
    leads.max().map_or(0, |(_, Reverse(at))| at)
}
