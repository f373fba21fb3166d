//! Totals of all bids for a few draws at once: the matrix of values times the drawn weights, on
//! a grid that makes equal totals equal.

use rand::Rng;

use super::super::problem::{BidValues, Problem};
use super::Scores;

/// How many draws are computed side by side: as many u32 as the widest registers hold. Part of
/// what a seed means where scores are drawn.
pub(super) const LANES: usize = 16;
/// Something for each of these draws, where a register can load it at once.
#[derive(Clone, Copy)]
#[repr(align(64))]
pub(super) struct Lanes<T>(pub(super) [T; LANES]);
/// One number per draw.
pub(super) type Row = Lanes<f64>;

/// Added to a total from 0 to 1: what is left of the total is its nearest multiple of 2^-40,
/// since f64 has 52 bits behind 4096. Rounding in the sums stays far below that.
pub(super) const GRID: f64 = 4096.0;
/// The highest total on the grid.
pub(super) const TOP: f64 = GRID + 1.0;

/// The values of all bids as binary numbers, moved and scaled to lie from 0 to 1. Both change
/// all totals of a draw alike, so no rank.
pub(super) struct Model {
    /// The number of bids.
    pub(super) bids: usize,
    /// The number of criteria.
    pub(super) criteria: usize,
    /// Bid by bid, the settled values.
    settled: Vec<f64>,
    /// Bid by bid, the values to draw from; empty when nothing is drawn.
    choices: Vec<Vec<f64>>,
    /// The settled values, ready for totals.
    matrix: Matrix,
}

/// The values of some bids: per two bids, and per criterion, one value for each of the two, so
/// that a weight is loaded once for both.
pub(super) struct Matrix {
    criteria: usize,
    pairs: Vec<[f64; 2]>,
}

impl Matrix {
    /// A matrix from the values of each bid; a lone last bid is paired with zeros.
    pub(super) fn new(bids: &[&[f64]]) -> Matrix {
        let criteria = bids.first().map_or(0, |values| values.len());
        let pairs = bids.chunks(2).flat_map(|two| {
            (0..criteria).map(|at| [two[0][at], two.get(1).map_or(0.0, |values| values[at])])
        });
        Matrix { criteria, pairs: pairs.collect() }
    }

    /// Writes the totals of the bids on the grid; `weights` has one row per criterion.
    #[inline(always)]
    pub(super) fn totals(&self, weights: &[Row], out: &mut [Row]) {
        for (out, values) in out.chunks_mut(2).zip(self.pairs.chunks_exact(self.criteria)) {
            let (mut one, mut two) = ([0.0; LANES], [0.0; LANES]);
            for (values, weights) in values.iter().zip(weights) {
                for lane in 0..LANES {
                    one[lane] += values[0] * weights.0[lane];
                    two[lane] += values[1] * weights.0[lane];
                }
            }
            for (out, sum) in out.iter_mut().zip([one, two]) {
                out.0 = sum.map(|sum| sum + GRID);
            }
        }
    }
}

impl Model {
    pub(super) fn new(problem: &Problem, scores: Scores) -> Model {
        let criteria = problem.weights().len();
        let numbers = |bid: &BidValues| bid.values.iter().map(|v| v.to_f64()).collect::<Vec<_>>();
        let settled = problem.bids().iter().flat_map(numbers).collect();
        let choices = match scores {
            Scores::AsGiven => Vec::new(),
            Scores::FromAssessors => problem.bids().iter().flat_map(choices).collect(),
        };
        let (bids, matrix) = (problem.bids().len(), Matrix::new(&[]));
        let mut model = Model { bids, criteria, settled, choices, matrix };
        model.normalize();
        model.matrix = Matrix::new(&model.rows().collect::<Vec<_>>());
        model
    }

    /// Whether scores are drawn.
    pub(super) fn draws_scores(&self) -> bool {
        !self.choices.is_empty()
    }

    /// Moves every criterion to start at 0 and scales all of them alike to end at 1.
    fn normalize(&mut self) {
        let mut lowest = vec![f64::INFINITY; self.criteria];
        let mut highest = vec![f64::NEG_INFINITY; self.criteria];
        self.each(|criterion, value| {
            lowest[criterion] = lowest[criterion].min(*value);
            highest[criterion] = highest[criterion].max(*value);
        });
        if lowest.iter().all(|low| *low >= 0.0) && highest.iter().all(|high| *high <= 1.0) {
            return;
        }
        let widths = lowest.iter().zip(&highest).map(|(low, high)| high - low);
        let widest = widths.fold(f64::MIN_POSITIVE, f64::max);
        self.each(|criterion, value| *value = ((*value - lowest[criterion]) / widest).min(1.0));
    }

    fn each(&mut self, mut act: impl FnMut(usize, &mut f64)) {
        let criteria = self.criteria;
        for (at, value) in self.settled.iter_mut().enumerate() {
            act(at % criteria, value);
        }
        for (at, choices) in self.choices.iter_mut().enumerate() {
            choices.iter_mut().for_each(|value| act(at % criteria, value));
        }
    }

    /// The settled values of every bid.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.settled.chunks_exact(self.criteria)
    }

    /// Writes the totals of all bids on the grid; `weights` has one row per criterion.
    #[inline(always)]
    pub(super) fn totals(&self, weights: &[Row], out: &mut [Row]) {
        self.matrix.totals(weights, out);
    }

    /// As `totals`, with scores drawn anew for every draw, bid and criterion.
    pub(super) fn drawn_totals(&self, weights: &[Row], rng: &mut impl Rng, out: &mut [Row]) {
        let mut picks = vec![0; 4 * LANES * self.criteria];
        for (out, choices) in out.iter_mut().zip(self.choices.chunks_exact(self.criteria)) {
            rng.fill_bytes(&mut picks);
            let (picks, _) = picks.as_chunks::<4>();
            let mut sum = [0.0; LANES];
            for ((choices, weights), picks) in choices.iter().zip(weights).zip(picks.chunks(LANES))
            {
                for (lane, pick) in picks.iter().enumerate() {
                    sum[lane] += choice(choices, *pick) * weights.0[lane];
                }
            }
            out.0 = sum.map(|sum| sum + GRID);
        }
    }

    /// Draws one value per bid and criterion.
    pub(super) fn draw_scores(&self, rng: &mut impl Rng, out: &mut [f64]) {
        for (out, choices) in out.iter_mut().zip(&self.choices) {
            *out = choice(choices, rng.next_u32().to_le_bytes());
        }
    }
}

/// The values to draw from per criterion: the assessors', or the settled one where they gave
/// none.
fn choices(bid: &BidValues) -> impl Iterator<Item = Vec<f64>> {
    bid.values.iter().enumerate().map(|(criterion, settled)| {
        let given = bid.given.get(criterion).map(Vec::as_slice).unwrap_or_default();
        if given.is_empty() {
            return vec![settled.to_f64()];
        }
        given.iter().map(|value| value.to_f64()).collect()
    })
}

/// One of the values, each with the same probability but for 2^-32.
fn choice(choices: &[f64], pick: [u8; 4]) -> f64 {
    let at = (u64::from(u32::from_le_bytes(pick)) * choices.len() as u64) >> 32;
    choices[at as usize]
}
