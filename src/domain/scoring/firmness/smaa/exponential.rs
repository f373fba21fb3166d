//! Draws from the exponential distribution, from nothing but sums, products and one division, so
//! that every processor gives the same bits.

use std::f64::consts::LN_2;

/// The exponent bits of numbers from 1 up to 2.
const ONE: u64 = 0x3ff0_0000_0000_0000;
/// The bits behind the point.
const FRACTION: u64 = (1 << 52) - 1;
/// 2^52: a whole number below it, put into its lowest bits, adds that number.
const WHOLE: u64 = 0x4330_0000_0000_0000;
/// What keeps a draw away from 0 and 1.
const HALF_STEP: f64 = 1.0 / (1_u64 << 53) as f64;

/// A number between 0 and 1, neither included, from 64 random bits.
#[inline(always)]
pub(super) fn unit(bits: u64) -> f64 {
    2.0 - f64::from_bits(ONE | bits >> 12) - HALF_STEP
}

/// A draw from the exponential distribution with mean 1, from 64 random bits.
#[inline(always)]
pub(super) fn exponential(bits: u64) -> f64 {
    -log(unit(bits))
}

/// The natural logarithm of a normal number above zero, to within 2e-15 of its value or of 1.
///
/// With x = 2^k m and m from 1/sqrt(2) to sqrt(2), ln x = k ln 2 + 2 artanh((m - 1)/(m + 1)), and
/// artanh s = s + s^3/3 + s^5/5 + ...; what is left out is below 2^-52 of it.
#[inline(always)]
pub(super) fn log(x: f64) -> f64 {
    /// The bits of sqrt(2) behind the point.
    const ROOT: u64 = 0x6_a09e_667f_3bcd;
    let bits = x.to_bits();
    let above = u64::from(bits & FRACTION > ROOT);
    let power = f64::from_bits(WHOLE | ((bits >> 52) + above)) - (4_503_599_627_370_496.0 + 1023.0);
    let m = f64::from_bits((ONE | bits & FRACTION) - (above << 52));
    let s = (m - 1.0) / (m + 1.0);
    let square = s * s;
    let mut sum = 1.0 / 21.0;
    for term in (0..10).rev() {
        sum = sum * square + 1.0 / f64::from(2 * term + 1);
    }
    power * LN_2 + 2.0 * s * sum
}
