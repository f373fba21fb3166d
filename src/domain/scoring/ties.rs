//! Puts judged bids in order: by rounded total, then by the published tie chain. Bids that stay
//! tied share the place and the next place is skipped.

use std::cmp::Ordering;

use super::bids::{BidGrades, BidOutcome, Settled, Standing, Tie};
use super::draw::Seed;
use super::methods::{Method, Wins};
use super::scheme::{Scheme, TieEnd, TieKey};

/// How far two bids with the same total had to walk down the chain. Ordered by depth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Total,
    Key(usize),
    Draw,
    Never,
}

struct Chain<'a> {
    scheme: &'a Scheme,
    seed: Option<&'a Seed>,
}

/// A bid with what was judged of it alone.
pub(super) type Judged<'a> = (&'a BidGrades, BidOutcome);

/// The outcomes in the order of `Outcome::bids`, with places and ties filled in.
pub(super) fn in_order(
    scheme: &Scheme,
    judged: Vec<Judged<'_>>,
    seed: Option<&Seed>,
) -> Vec<BidOutcome> {
    let chain = Chain { scheme, seed };
    let mut lines = judged;
    lines.sort_by(|one, two| {
        let positions = position(&one.1.standing).cmp(&position(&two.1.standing));
        positions.then_with(|| chain.compare(one, two).0).then_with(|| one.0.id.cmp(&two.0.id))
    });
    let places = chain.places(&lines);
    let outcomes = lines.into_iter().map(|(_, outcome)| outcome);
    let mut outcomes: Vec<BidOutcome> = outcomes.collect();
    for (outcome, standing) in outcomes.iter_mut().zip(places) {
        outcome.standing = standing;
    }
    outcomes
}

/// The place a ranked bid takes among others: one after all that go strictly before it.
pub(super) fn place_among(
    scheme: &Scheme,
    bid: &Judged<'_>,
    others: &[Judged<'_>],
    seed: Option<&Seed>,
) -> usize {
    let chain = Chain { scheme, seed };
    1 + others.iter().filter(|other| chain.compare(other, bid).0.is_lt()).count()
}

/// The group a bid stands in; only ranked bids have an order among themselves.
fn position(standing: &Standing) -> u8 {
    match standing {
        Standing::Ranked { .. } | Standing::Admitted => 0,
        Standing::Excluded { .. } => 1,
        Standing::Unsettled { .. } => 2,
    }
}

impl Chain<'_> {
    /// Which of two ranked bids goes first, and which step said so. Bids without an order among
    /// themselves are equal.
    fn compare(&self, one: &Judged<'_>, two: &Judged<'_>) -> (Ordering, Step) {
        if one.1.place().is_none() || two.1.place().is_none() {
            return (Ordering::Equal, Step::Never);
        }
        let totals = self.by_total(&one.1, &two.1);
        if totals.is_ne() {
            return (totals, Step::Total);
        }
        for (depth, key) in self.scheme.ties.keys.iter().enumerate() {
            let keyed = by_key(key, one.0, two.0);
            if keyed.is_ne() {
                return (keyed, Step::Key(depth));
            }
        }
        match (self.scheme.ties.end, self.seed) {
            (TieEnd::Draw, Some(seed)) => {
                let drawn = seed.number_for(&one.0.id).cmp(&seed.number_for(&two.0.id));
                (drawn, if drawn.is_ne() { Step::Draw } else { Step::Never })
            }
            (TieEnd::Draw, None) | (TieEnd::StaysTied, _) => (Ordering::Equal, Step::Never),
        }
    }

    /// Which of two totals goes first. A bid without an outcome comes last. A logarithm ranks by
    /// the total before rounding; why stands in `logarithm.rs`.
    fn by_total(&self, one: &BidOutcome, two: &BidOutcome) -> Ordering {
        let before_rounding = matches!(self.scheme.method, Method::LogPrice { .. });
        let totals = match before_rounding {
            true => [one.exact_total(), two.exact_total()],
            false => [one.total.as_ref(), two.total.as_ref()],
        };
        match (totals, self.scheme.method.wins()) {
            ([Some(one), Some(two)], Wins::Highest) => two.cmp(one),
            ([Some(one), Some(two)], Wins::Lowest) => one.cmp(two),
            ([one, two], _) => two.is_some().cmp(&one.is_some()),
        }
    }

    /// The standing of every line, in order. Lines are sorted, so a place is the number of
    /// lines before the first one that is equal to it.
    fn places(&self, lines: &[Judged<'_>]) -> Vec<Standing> {
        let mut place = 1;
        let mut standings = Vec::with_capacity(lines.len());
        for (at, line) in lines.iter().enumerate() {
            if line.1.place().is_none() {
                standings.push(line.1.standing.clone());
                continue;
            }
            if at > 0 && self.compare(&lines[at - 1], line).0.is_ne() {
                place = at + 1;
            }
            standings.push(Standing::Ranked { place, tie: self.tie(lines, at) });
        }
        standings
    }

    /// How the equal total of one line was settled. The chain is lexicographic, so the deepest
    /// step this bid needed is one that parts it from a neighbour.
    fn tie(&self, lines: &[Judged<'_>], at: usize) -> Option<Tie> {
        let line = &lines[at];
        let same = |other: &&Judged<'_>| {
            other.1.place().is_some() && self.by_total(&other.1, &line.1).is_eq()
        };
        let before: Vec<_> = lines[..at].iter().rev().take_while(same).collect();
        let after: Vec<_> = lines[at + 1..].iter().take_while(same).collect();
        let neighbours = before.first().into_iter().chain(after.first());
        let deepest = neighbours.map(|other| self.compare(line, other).1).max()?;
        let with = before.iter().rev().chain(&after).map(|other| other.0.id.clone()).collect();
        Some(Tie { with, settled: self.settled(deepest, line.0) })
    }

    fn settled(&self, deepest: Step, bid: &BidGrades) -> Settled {
        match (deepest, self.seed) {
            (Step::Key(depth), _) => Settled::ByKey(self.scheme.ties.keys[depth].clone()),
            (Step::Draw, Some(seed)) => Settled::ByDraw { number: seed.number_for(&bid.id) },
            (Step::Never, None) if self.scheme.ties.end == TieEnd::Draw => Settled::AwaitsDraw,
            (Step::Total | Step::Draw | Step::Never, _) => Settled::Shared,
        }
    }
}

fn by_key(key: &TieKey, one: &BidGrades, two: &BidGrades) -> Ordering {
    match key {
        TieKey::Criterion(code) => two.grades.get(code).cmp(&one.grades.get(code)),
        TieKey::Price => one.price.cmp(&two.price),
    }
}
