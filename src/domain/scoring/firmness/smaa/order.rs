//! The order of all bids in a few draws at once: one sorting network for all of them.
//!
//! A key is 31 bits that compare alike as a whole number and as a positive f32: the total, best
//! first, as far as it fits, and the place of the bid behind it. Totals that the key cannot tell
//! apart are settled afterwards from the totals themselves.

use super::totals::{LANES, Row, TOP};

/// One key per draw. As f32, because every x86-64 has a smaller-of-two for them and for no
/// other kind of 32 bits.
pub(super) type Keys = [f32; LANES];

/// The bits of the smallest normal f32: below it, a processor may be slow or round to zero.
const FIRST: u32 = 0x0080_0000;
/// How far the keys reach above `FIRST`, short of infinity: 1.97 of 2^30.
const REACH: f64 = 1.97;
/// Added to a number below 2^32: the low bits of what comes out are its nearest whole number.
const WHOLE: f64 = (1_u64 << 52) as f64;

/// How keys are put together for a number of bids.
#[derive(Clone, Copy)]
pub(super) struct Coding {
    place_bits: u32,
    scale: f64,
}

impl Coding {
    pub(super) fn new(bids: usize) -> Coding {
        let place_bits = bids.next_power_of_two().trailing_zeros();
        Coding { place_bits, scale: REACH * f64::from(1_u32 << (30 - place_bits)) }
    }

    /// The keys of all bids, in the order of the bids.
    pub(super) fn keys(self, totals: &[Row], keys: &mut [Keys]) {
        for ((bid, totals), keys) in (0_u32..).zip(totals).zip(keys) {
            for lane in 0..LANES {
                let behind = ((TOP - totals[lane]) * self.scale + WHOLE).to_bits() as u32;
                keys[lane] = f32::from_bits(FIRST + (behind << self.place_bits | bid));
            }
        }
    }

    /// The place of the bid in a key.
    pub(super) fn bid(self, key: f32) -> u16 {
        (key.to_bits() & ((1 << self.place_bits) - 1)) as u16
    }

    /// What a key holds of the total.
    pub(super) fn total(self, key: f32) -> u32 {
        key.to_bits() >> self.place_bits
    }

    /// Per draw, whether some neighbours in a sorted list cannot be told apart by their keys.
    pub(super) fn doubtful(self, keys: &[Keys]) -> [bool; LANES] {
        let mut doubtful = [0_u32; LANES];
        for pair in keys.windows(2) {
            for lane in 0..LANES {
                let same = self.total(pair[0][lane]) == self.total(pair[1][lane]);
                doubtful[lane] |= u32::from(same);
            }
        }
        doubtful.map(|doubtful| doubtful != 0)
    }
}

/// Sorts every lane, the lowest key first. Batcher's merge exchange: Knuth, The Art of Computer
/// Programming, volume 3, 5.2.2, algorithm M.
pub(super) fn sort(keys: &mut [Keys]) {
    let top = keys.len().next_power_of_two() / 2;
    let mut length = top;
    while length > 0 {
        let (mut reach, mut from, mut distance) = (top, 0, length);
        loop {
            pass(keys, length, from, distance);
            if reach == length {
                break;
            }
            distance = reach - length;
            reach /= 2;
            from = length;
        }
        length /= 2;
    }
}

/// Compares and exchanges all pairs at a distance whose first place has the bit `length` set
/// exactly if `from` has it.
fn pass(keys: &mut [Keys], length: usize, from: usize, distance: usize) {
    let last = keys.len().saturating_sub(distance);
    for start in (from..last).step_by(2 * length) {
        let (left, right) = keys.split_at_mut(start + distance);
        let left = &mut left[start..last.min(start + length)];
        for (left, right) in left.iter_mut().zip(right) {
            for lane in 0..LANES {
                let (one, two) = (left[lane], right[lane]);
                left[lane] = if one < two { one } else { two };
                right[lane] = if one < two { two } else { one };
            }
        }
    }
}
