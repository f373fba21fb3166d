//! The order of all bids in a few draws at once: one sorting network for all of them.
//!
//! A key is a whole number: the total, best first, as far as it fits, and the place of the bid
//! behind it. Totals that the keys cannot tell apart are settled afterwards from the totals
//! themselves.

use super::block::BLOCK;
use super::totals::{LANES, Lanes, Row, TOP};

/// One key per draw.
pub(super) type Keys = Lanes<u32>;

/// Added to a number below 2^32: the low bits of what comes out are its nearest whole number.
const WHOLE: f64 = (1_u64 << 52) as f64;

/// How keys are put together for a number of bids.
#[derive(Clone, Copy)]
pub(super) struct Coding {
    /// The bits for the place of the bid.
    place_bits: u32,
    /// The highest number in the bits that are left for the total.
    scale: f64,
}

impl Coding {
    pub(super) fn new(bids: usize) -> Coding {
        let place_bits = bids.next_power_of_two().trailing_zeros();
        Coding { place_bits, scale: ((1_u64 << (32 - place_bits)) - 1) as f64 }
    }

    /// The keys of all bids, in the order of the bids.
    #[inline(always)]
    pub(super) fn keys(self, totals: &[Row], keys: &mut [Keys]) {
        for ((bid, totals), keys) in (0_u32..).zip(totals).zip(keys) {
            let behind = totals.0.map(|total| ((TOP - total) * self.scale + WHOLE).to_bits());
            keys.0 = behind.map(|behind| (behind as u32) << self.place_bits | bid);
        }
    }

    /// The place of the bid in a key.
    #[inline(always)]
    fn bid(self, key: u32) -> u16 {
        (key & ((1 << self.place_bits) - 1)) as u16
    }

    /// What a key holds of the total.
    #[inline(always)]
    pub(super) fn total(self, key: u32) -> u32 {
        key >> self.place_bits
    }

    /// Writes which bid stands where in a sorted list, and tells per draw whether some neighbours
    /// cannot be told apart by their keys.
    #[inline(always)]
    pub(super) fn read(
        self,
        keys: &[Keys],
        order: &mut [[u16; BLOCK]],
        start: usize,
    ) -> [bool; LANES] {
        let mut nearest = Lanes([u32::MAX; LANES]);
        let mut before = nearest;
        for (keys, order) in keys.iter().zip(order) {
            order[start..start + LANES].copy_from_slice(&keys.0.map(|key| self.bid(key)));
            for lane in 0..LANES {
                // Where the totals are the same, only the places can differ.
                nearest.0[lane] = nearest.0[lane].min(keys.0[lane] ^ before.0[lane]);
            }
            before = *keys;
        }
        nearest.0.map(|nearest| self.total(nearest) == 0)
    }
}

/// Sorts every lane, the lowest key first: Batcher's odd-even merge sort. It compares the same
/// places whatever is in them, so that one run of it sorts all lanes.
///
/// Source: Knuth, The Art of Computer Programming, volume 3, 5.3.4.
#[inline(always)]
pub(super) fn sort(keys: &mut [Keys]) {
    let (eights, rest) = keys.as_chunks_mut::<8>();
    for eight in eights {
        // In registers, since all of it is known when this is compiled.
        let mut here = *eight;
        merge_up(&mut here, 1, 8);
        *eight = here;
    }
    merge_up(rest, 1, 8);
    let size = keys.len();
    merge_up(keys, 8, size);
}

/// Merges sorted lists of `half` keys, two by two, until one of `size` is left.
#[inline(always)]
fn merge_up(keys: &mut [Keys], mut half: usize, size: usize) {
    while half < size {
        for both in keys.chunks_mut(2 * half) {
            merge(both, half);
        }
        half *= 2;
    }
}

/// Merges two sorted lists, `half` keys and those behind them, which are as many or fewer. What
/// is missing counts as higher than all others and would never move.
#[inline(always)]
fn merge(both: &mut [Keys], half: usize) {
    exchange(both, half);
    let mut distance = half / 2;
    while distance > 0 {
        if let Some(inner) = both.get_mut(distance..) {
            match distance {
                1 => exchange_all::<1>(inner),
                2 => exchange_all::<2>(inner),
                4 => exchange_all::<4>(inner),
                _ => {
                    for keys in inner.chunks_mut(2 * distance) {
                        exchange(keys, distance);
                    }
                }
            }
        }
        distance /= 2;
    }
}

/// As `exchange` for every `2 * DISTANCE` keys, with a distance that is known when this is
/// compiled.
#[inline(always)]
fn exchange_all<const DISTANCE: usize>(keys: &mut [Keys]) {
    for keys in keys.chunks_mut(2 * DISTANCE) {
        exchange(keys, DISTANCE);
    }
}

/// Puts the lower key of every two first that are so far apart, in every lane.
#[inline(always)]
fn exchange(keys: &mut [Keys], distance: usize) {
    let Some((left, right)) = keys.split_at_mut_checked(distance) else { return };
    for (left, right) in left.iter_mut().zip(right) {
        (*left, *right) = exchanged(*left, *right);
    }
}

/// The lower and the higher key of every lane.
#[inline(always)]
fn exchanged(one: Keys, two: Keys) -> (Keys, Keys) {
    let (mut lower, mut higher) = (one, two);
    for lane in 0..LANES {
        lower.0[lane] = one.0[lane].min(two.0[lane]);
        higher.0[lane] = one.0[lane].max(two.0[lane]);
    }
    (lower, higher)
}
