//! Drawing weights evenly from a range per criterion.

use rand::Rng;

use super::super::super::exact::Exact;
use super::exponential::{exponential, log, unit};
use super::{Interval, SmaaError};

/// After so many refusals in a row the ranges are too tight to draw from.
const MOST_TRIES: usize = 100_000;
/// What rounding may do to a sum of weights.
const ROUNDING: f64 = 1e-12;

/// The part of a box in which weights add up to 1, seen from the corner that is nearer to it:
/// every weight is its corner plus or minus a step, and the steps add up to `room`.
///
/// All steps but one are drawn from exponentials cut off at their width, all with the same rate;
/// the last one is what is left. As the rate is the same, every set of steps with the same sum
/// is equally likely, once the last step has been accepted with its own exponential. The rate
/// makes the steps add up to `room` on average, so that few draws are refused.
pub(super) struct Slice {
    corner: Vec<f64>,
    width: Vec<f64>,
    /// 1 from the lower ends, -1 from the upper ends.
    sign: f64,
    room: f64,
    rate: f64,
    /// The criterion that gets what is left: the widest.
    last: usize,
}

impl Slice {
    /// Errors: a range outside 0 and 1 or upside down, or no weights that add up to 1.
    pub(super) fn new(intervals: &[Interval]) -> Result<Slice, SmaaError> {
        let one = Exact::from(1);
        let bad = |i: &Interval| i.low.is_negative() || i.low > i.high || i.high > one;
        if let Some(at) = intervals.iter().position(bad) {
            return Err(SmaaError::BadInterval(at));
        }
        let above = &one - &intervals.iter().map(|interval| &interval.low).sum();
        let below = &intervals.iter().map(|interval| &interval.high).sum::<Exact>() - &one;
        if above.is_negative() || below.is_negative() {
            return Err(SmaaError::NoSuchWeights);
        }
        let (sign, room) = if above <= below { (1.0, above) } else { (-1.0, below) };
        let corner = |i: &Interval| if sign > 0.0 { i.low.to_f64() } else { i.high.to_f64() };
        // Without room no step can be made, and none would ever be drawn by chance.
        let step = |i: &Interval| if room.is_zero() { 0.0 } else { (&i.high - &i.low).to_f64() };
        let width: Vec<f64> = intervals.iter().map(step).collect();
        let by_width = |one: &usize, two: &usize| width[*one].total_cmp(&width[*two]);
        let last = (0..width.len()).max_by(by_width).unwrap_or_default();
        let room = room.to_f64();
        let corner = intervals.iter().map(corner).collect();
        let rate = rate(&width, room);
        Ok(Slice { corner, width, sign, room, rate, last })
    }

    /// Draws weights that add up to 1.
    pub(super) fn draw(&self, rng: &mut impl Rng, weights: &mut [f64]) -> Result<(), SmaaError> {
        for _ in 0..MOST_TRIES {
            let mut left = self.room;
            for (at, weight) in weights.iter_mut().enumerate().filter(|(at, _)| *at != self.last) {
                let step = self.step(self.width[at], rng.next_u64());
                left -= step;
                *weight = self.corner[at] + self.sign * step;
            }
            let fits = left >= -ROUNDING && left <= self.width[self.last] + ROUNDING;
            if fits && exponential(rng.next_u64()) >= self.rate * left {
                weights[self.last] = (self.corner[self.last] + self.sign * left).max(0.0);
                return Ok(());
            }
        }
        Err(SmaaError::TooTight)
    }

    /// One step from random bits.
    fn step(&self, width: f64, bits: u64) -> f64 {
        let reach = self.rate * width;
        if reach < 1e-9 {
            return width * unit(bits);
        }
        // The inverse of the distribution function.
        (-log(1.0 + unit(bits) * (-reach).exp_m1()) / self.rate).min(width)
    }
}

/// The rate with which the steps add up to `room` on average; 0 where at most one can move.
fn rate(widths: &[f64], room: f64) -> f64 {
    let free = widths.iter().filter(|width| **width > 0.0).count();
    if free < 2 || room <= 0.0 {
        return 0.0;
    }
    let mean = |rate: f64| widths.iter().map(|width| mean_step(*width, rate)).sum::<f64>();
    // Without an upper end the mean is `free / rate`, and an upper end only lowers it.
    let (mut low, mut high) = (0.0, free as f64 / room);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if mean(middle) > room { low = middle } else { high = middle }
    }
    low
}

/// The mean of an exponential cut off at `width`.
fn mean_step(width: f64, rate: f64) -> f64 {
    let reach = rate * width;
    if reach < 1e-4 {
        return width * (0.5 - reach / 12.0);
    }
    1.0 / rate - width / reach.exp_m1()
}
