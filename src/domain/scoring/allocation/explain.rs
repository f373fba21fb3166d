//! The awards with their reserve, one reason per bidder that was passed over, and the total.

use super::super::exact::Exact;
use super::field::{Field, Solved};
use super::{Allocation, LotAward, Placed, Reason, WhyNot};

/// The whole answer.
pub(super) fn explained(field: &Field<'_>, solved: &Solved) -> Allocation {
    let packages = packages(field, solved);
    Allocation {
        lots: (0..field.lots.len()).map(|lot| award(field, solved, lot)).collect(),
        total: total(field, solved, &packages),
        packages,
        unique: solved.unique,
    }
}

fn award(field: &Field<'_>, solved: &Solved, lot: usize) -> LotAward {
    let seats = &solved.seats[lot];
    let placed = |bidder: usize| Placed {
        bidder: field.name(bidder),
        place: field.place(lot, bidder).unwrap_or_default(),
    };
    let (mut awarded, others): (Vec<usize>, Vec<usize>) =
        field.ranked[lot].iter().partition(|bidder| seats.contains(bidder));
    // A bidder with a package may have no bid on the lot alone, and so no place.
    awarded.extend(seats.iter().filter(|bidder| field.place(lot, **bidder).is_none()));
    LotAward {
        lot: field.lots[lot].lot.clone(),
        awarded: awarded.into_iter().map(|bidder| field.name(bidder)).collect(),
        reserve: others.into_iter().map(placed).collect(),
        why_not: why_not(field, solved, lot),
    }
}

fn why_not(field: &Field<'_>, solved: &Solved, lot: usize) -> Vec<WhyNot> {
    let seats = &solved.seats[lot];
    let full = seats.len() >= field.lots[lot].providers;
    let last = seats.iter().filter_map(|bidder| field.place(lot, *bidder)).max();
    let passed_over = |bidder: &&usize| {
        let above = !full || field.place(lot, **bidder) < last;
        above && !seats.contains(*bidder)
    };
    let reason = |bidder: usize| {
        let known = solved.passed.get(lot).and_then(|passed| passed.get(&bidder)).cloned();
        known.unwrap_or(Reason::LowerTotal)
    };
    let ranked = field.ranked[lot].iter().filter(passed_over).map(|bidder| WhyNot {
        bidder: field.name(*bidder),
        place: field.place(lot, *bidder),
        reason: reason(*bidder),
    });
    let out = field.lots[lot].out.iter().map(|out| WhyNot {
        bidder: out.bidder.clone(),
        place: None,
        reason: Reason::Out(out.why),
    });
    ranked.chain(out).collect()
}

/// The packages that count: those the programme chose, or, under a rule that looks at one lot at
/// a time, those of which the bidder got every lot. A lot counts in one package only.
fn packages(field: &Field<'_>, solved: &Solved) -> Vec<usize> {
    if !solved.packages.is_empty() || field.division.rule == super::LotRule::MaxTotal {
        return solved.packages.clone();
    }
    let mut taken: Vec<(usize, usize)> = Vec::new();
    let mut counted = Vec::new();
    for (at, package) in field.division.packages.iter().enumerate() {
        let Some(bidder) = field.bidder(&package.bidder) else { continue };
        let lots: Vec<usize> = package.lots.iter().filter_map(|lot| field.lot(lot)).collect();
        let has =
            |lot: &usize| solved.seats[*lot].contains(&bidder) && !taken.contains(&(*lot, bidder));
        if lots.iter().all(has) {
            taken.extend(lots.into_iter().map(|lot| (lot, bidder)));
            counted.push(at);
        }
    }
    counted
}

/// The value of all awards; `None` where one is not known.
fn total(field: &Field<'_>, solved: &Solved, packages: &[usize]) -> Option<Exact> {
    let mut total = Exact::zero();
    let mut inside: Vec<(usize, usize)> = Vec::new();
    for package in packages.iter().filter_map(|at| field.division.packages.get(*at)) {
        total = &total + &package.value;
        let bidder = field.bidder(&package.bidder)?;
        inside.extend(package.lots.iter().filter_map(|lot| Some((field.lot(lot)?, bidder))));
    }
    for (lot, seats) in solved.seats.iter().enumerate() {
        for bidder in seats.iter().filter(|bidder| !inside.contains(&(lot, **bidder))) {
            total = &total + field.value(lot, *bidder)?;
        }
    }
    Some(total)
}
