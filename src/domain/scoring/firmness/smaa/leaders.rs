//! Who is first in a few draws, without the totals of bids that cannot be.
//!
//! With c the same weight for all criteria, a total is the mean of the bid's values plus
//! (w - c) times their distances from that mean. By Cauchy and Schwarz the second part is at
//! most |w - c| times the length of these distances. Bids are tried in the order of this limit
//! for usual weights, and the rest is left out once no limit reaches the best total.

use super::totals::{GRID, LANES, Lanes, Matrix, Model, Row};

/// How many bids are tried at a time.
const GROUP: usize = 32;
/// Limits are kept for so many lengths of w - c from 0 to 1.
const STEPS: usize = 64;
/// The length for which bids are put in order; about the usual one for a dozen criteria.
const USUAL: f64 = 0.27;
/// What rounding may do to a total and to a length.
const ROUNDING: f64 = 1e-9;

/// Some bids that are tried together.
struct Group {
    /// The places of the bids.
    bids: Vec<usize>,
    values: Matrix,
    /// What no total of these bids, nor of those in later groups, is above, per length.
    limits: [f64; STEPS + 1],
}

/// The bids in the order in which they are tried.
pub(super) struct Groups(Vec<Group>);

impl Groups {
    pub(super) fn new(model: &Model) -> Groups {
        let size = model.criteria as f64;
        let bound = |values: &[f64]| {
            let mean = values.iter().sum::<f64>() / size;
            let squares = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>();
            (mean, squares.sqrt())
        };
        let bounds = model.rows().enumerate().map(|(bid, values)| (bid, values, bound(values)));
        let mut bounds: Vec<_> = bounds.collect();
        let usual = |(mean, length): (f64, f64)| mean + USUAL * length;
        bounds.sort_by(|one, two| usual(two.2).total_cmp(&usual(one.2)));
        let mut limits = [0.0_f64; STEPS + 1];
        let groups = bounds.chunks(GROUP).rev().map(|group| {
            for (step, limit) in limits.iter_mut().enumerate() {
                let reach = step as f64 / STEPS as f64;
                let highest = group.iter().map(|(_, _, (mean, length))| mean + reach * length);
                *limit = highest.fold(*limit, |limit, most| limit.max(GRID + most + ROUNDING));
            }
            let values: Vec<&[f64]> = group.iter().map(|(_, values, _)| *values).collect();
            let bids = group.iter().map(|(bid, _, _)| *bid).collect();
            Group { bids, values: Matrix::new(&values), limits }
        });
        let mut groups: Vec<Group> = groups.collect();
        groups.reverse();
        Groups(groups)
    }
}

/// The totals that were worth computing in a few draws.
pub(super) struct Leaders<'a> {
    groups: &'a Groups,
    totals: Vec<Row>,
    /// The best total of every group that was tried.
    peaks: Vec<Row>,
}

impl<'a> Leaders<'a> {
    pub(super) fn new(groups: &'a Groups) -> Leaders<'a> {
        let none = Lanes([0.0; LANES]);
        Leaders { groups, totals: vec![none; groups.0.len() * GROUP], peaks: Vec::new() }
    }

    /// Computes the totals of all bids that can be first, and gives the best total per draw.
    #[inline(always)]
    pub(super) fn try_all(&mut self, weights: &[Row]) -> Row {
        let steps = steps(weights);
        let mut best = Lanes([0.0; LANES]);
        self.peaks.clear();
        for (group, totals) in self.groups.0.iter().zip(self.totals.chunks_exact_mut(GROUP)) {
            if (0..LANES).all(|lane| group.limits[steps[lane]] < best.0[lane]) {
                break;
            }
            let totals = &mut totals[..group.bids.len()];
            group.values.totals(weights, totals);
            let mut peak = Lanes([0.0; LANES]);
            for totals in totals.iter() {
                peak = higher(peak, *totals);
            }
            best = higher(best, peak);
            self.peaks.push(peak);
        }
        best
    }

    /// The bids with this total in one draw.
    pub(super) fn with(&self, lane: usize, best: f64) -> impl Iterator<Item = usize> {
        let tried = self.peaks.iter().zip(&self.groups.0).zip(self.totals.chunks_exact(GROUP));
        let equal = tried.filter(move |((peak, _), _)| peak.0[lane] == best);
        equal.flat_map(move |((_, group), totals)| {
            let bids = group.bids.iter().zip(totals);
            bids.filter(move |(_, totals)| totals.0[lane] == best).map(|(bid, _)| *bid)
        })
    }
}

/// For each draw, the step at or above the length of w - c.
#[inline(always)]
fn steps(weights: &[Row]) -> [usize; LANES] {
    let mut squares = Lanes([0.0; LANES]);
    for weights in weights {
        for lane in 0..LANES {
            squares.0[lane] += weights.0[lane] * weights.0[lane];
        }
    }
    let mean = 1.0 / weights.len() as f64;
    squares.0.map(|squares| {
        let length = (squares - mean).max(0.0).sqrt() + ROUNDING;
        ((length * STEPS as f64) as usize + 1).min(STEPS)
    })
}

#[inline(always)]
fn higher(one: Row, two: Row) -> Row {
    let mut higher = one;
    for lane in 0..LANES {
        higher.0[lane] = if two.0[lane] > one.0[lane] { two.0[lane] } else { one.0[lane] };
    }
    higher
}
