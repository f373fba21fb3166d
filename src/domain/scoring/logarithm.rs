//! The logarithm of `log_price`, kept honest.
//!
//! A logarithm of a price is hardly ever a fraction, so it cannot be held exactly. The rule of
//! this engine is published instead: with `cost(p) = weight x ln(p) / ln(multiple)` rounded half
//! to even on [`DIGITS`] digits, the points of a bid are `weight - (cost(price) - cost(lowest))`,
//! and everything after that is exact again. Three things follow:
//!
//! * The lowest price earns the whole weight, and the difference between two bids is
//!   `cost - cost`: it does not depend on the lowest price, so a bid that falls away never turns
//!   the order of two others around, not even in the last digit.
//! * The points differ from the true value by at most 10^-12.
//! * Every digit is right: `cost` is enclosed between two fractions, computed with whole numbers
//!   only, and the enclosure is made narrower until both ends round to the same digits. No
//!   floating point number is involved, so every machine gives the same bytes.
//!
//! Ranks come from these points, not from totals rounded to fewer digits: a different lowest
//! price shifts all totals, and rounding after the shift could join or part two bids.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::exact::Exact;
use super::rounding::{Rounding, RoundingMode};

/// The digits behind the point of a logarithmic cost.
///
/// Source: `evaluation.md` 8: only F4 uses logarithms, then 12 digits.
pub const DIGITS: u8 = 12;

/// Binary digits behind the point of the first enclosure, and of the last one.
const FIRST_BITS: u64 = 128;
const LAST_BITS: u64 = 4096;

/// `weight x ln(number) / ln(base)`, rounded half to even on [`DIGITS`] digits. Zero for numbers
/// the checks refuse: a number that is not above zero, or a base that is not above one.
pub fn cost(weight: &Exact, number: &Exact, base: &Exact) -> Exact {
    if !number.is_positive() || base <= &Exact::one() {
        return Exact::zero();
    }
    let rule = Rounding { digits: DIGITS, mode: RoundingMode::HalfEven };
    if let Some(power) = power_of(number, base) {
        return rule.round(&(weight * &power));
    }
    let mut bits = FIRST_BITS;
    loop {
        let ends = enclosed(weight, &number.to_big(), &base.to_big(), bits);
        let ends = ends.map(|ends| ends.map(|end| rule.round(&end)));
        // The value is no fraction here, so it is never exactly between two roundings and the
        // ends meet; the last enclosure only bounds the loop.
        match ends {
            Some([low, high]) if low == high || bits >= LAST_BITS => return low,
            None if bits >= LAST_BITS => return Exact::zero(),
            Some(_) | None => bits *= 2,
        }
    }
}

/// The fraction `e` with `number = base^e`, if there is one. Both are powers of one number then,
/// and dividing the larger by the smaller as often as it goes, like Euclid, finds that number.
pub fn power_of(number: &Exact, base: &Exact) -> Option<Exact> {
    let (number, base) = (number.to_big(), base.to_big());
    if number.is_one() {
        return Some(Exact::zero());
    }
    let below_one = number < BigRational::one();
    let positive = if below_one { number.recip() } else { number };
    let longest = length(&positive).max(length(&base));
    let steps = quotients(positive, base, longest)?;
    let one = BigRational::one();
    let mut value: Option<BigRational> = None;
    for step in steps.iter().rev() {
        let step = BigRational::from_integer((*step).into());
        value = Some(match value {
            None => step,
            Some(rest) => step + &one / rest,
        });
    }
    let value = value?;
    Some(Exact::from_big(if below_one { -value } else { value }))
}

/// The continued fraction of ln(one) / ln(two), if it ends. Powers of one number only get shorter
/// on the way; a number that grows beyond `longest` shows that there is no such number.
fn quotients(mut one: BigRational, mut two: BigRational, longest: u64) -> Option<Vec<u32>> {
    let mut steps = Vec::new();
    loop {
        let mut times = 0;
        while one >= two {
            one /= &two;
            times += 1;
            // A power of a fraction other than 1 has at least one binary digit per factor.
            if length(&one) > longest || u64::from(times) > longest {
                return None;
            }
        }
        steps.push(times);
        if one.is_one() {
            return Some(steps);
        }
        if steps.len() as u64 > longest {
            return None;
        }
        (one, two) = (two, one);
    }
}

fn length(number: &BigRational) -> u64 {
    number.numer().bits() + number.denom().bits()
}

/// Two fractions between which `weight x ln(number) / ln(base)` lies; `None` while the logarithm
/// of the base cannot be told from zero.
fn enclosed(
    weight: &Exact,
    number: &BigRational,
    base: &BigRational,
    bits: u64,
) -> Option<[Exact; 2]> {
    let (above, below) = (Logarithm::of(number, bits), Logarithm::of(base, bits));
    if !below.low.is_positive() {
        return None;
    }
    let weight = weight.to_big();
    let over = |one: &BigInt, two: &BigInt| &weight * BigRational::new(one.clone(), two.clone());
    let mut ends = [
        over(&above.low, &below.low),
        over(&above.low, &below.high),
        over(&above.high, &below.low),
        over(&above.high, &below.high),
    ];
    ends.sort();
    let [low, _, _, high] = ends;
    Some([low, high].map(Exact::from_big))
}

/// A natural logarithm between two whole numbers of 2^-bits.
struct Logarithm {
    low: BigInt,
    high: BigInt,
}

impl Logarithm {
    /// ln(number) = k ln 2 + ln(number / 2^k), with the last fraction between 2/3 and 4/3.
    fn of(number: &BigRational, bits: u64) -> Logarithm {
        let guard = bits + 32;
        let (mut power, mut rest) = (0_i64, number.clone());
        let roughly = number.numer().bits().to_i64().unwrap_or_default()
            - number.denom().bits().to_i64().unwrap_or_default();
        rest *= two_to(-roughly);
        power += roughly;
        while rest > BigRational::new(4.into(), 3.into()) {
            rest /= BigInt::from(2);
            power += 1;
        }
        while rest < BigRational::new(2.into(), 3.into()) {
            rest *= BigInt::from(2);
            power -= 1;
        }
        let (of_two, error_two) = series(&BigRational::from_integer(2.into()), guard);
        let (of_rest, error_rest) = series(&rest, guard);
        let middle = BigInt::from(power) * of_two + of_rest;
        let error = BigInt::from(power.abs()) * error_two + error_rest;
        let low: BigInt = (&middle - &error) >> 32_u32;
        let high: BigInt = ((&middle + &error) >> 32_u32) + 1;
        Logarithm { low, high }
    }
}

fn two_to(power: i64) -> BigRational {
    let size = BigRational::from_integer(BigInt::one() << power.unsigned_abs());
    if power < 0 { size.recip() } else { size }
}

/// ln(x) = 2 (z + z^3/3 + z^5/5 + …) with z = (x - 1)/(x + 1), for x from 1/2 to 2, in whole
/// numbers of 2^-bits, and how far off it can be. z^2 is at most 1/9, so a term is less than two
/// units off, its part of the sum less than three, and what follows the last term less than one.
fn series(x: &BigRational, bits: u64) -> (BigInt, BigInt) {
    let one = BigRational::one();
    let z = (x - &one) / (x + &one);
    let fixed = |number: &BigRational| (number.numer() << bits) / number.denom();
    let (mut term, square) = (fixed(&z), fixed(&(&z * &z)));
    let (mut sum, mut odd, mut terms) = (BigInt::zero(), 1_u32, 0_u32);
    while !term.is_zero() {
        sum += &term / odd;
        term = (&term * &square) / (BigInt::one() << bits);
        odd += 2;
        terms += 1;
    }
    (sum * 2, BigInt::from(8 * (terms + 2)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::x;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn powers_of_one_number_are_found() {
        let cases = [
            ("1", "2", Some("0")),
            ("2", "2", Some("1")),
            ("4", "2", Some("2")),
            ("2", "4", Some("1/2")),
            ("8", "4", Some("3/2")),
            ("1/8", "4", Some("-3/2")),
            ("9/4", "27/8", Some("2/3")),
            ("5/4", "2", None),
            ("3", "2", None),
            ("6", "12", None),
            ("1000000000000000000000000000001/1000000000000000000000000000000", "2", None),
        ];
        for (number, base, expected) in cases {
            assert_eq!(power_of(&x(number), &x(base)), expected.map(x), "{number} {base}");
        }
    }

    /// Digits from an independent computation with 50 digits (mpmath).
    #[test]
    fn twelve_digits_are_right() {
        let cases = [
            ("100", "5/4", "4", "16.096404744368"),
            ("40", "10/9", "2", "6.080123737802"),
            ("40", "3", "2", "63.398500028846"),
            ("40", "1/3", "2", "-63.398500028846"),
        ];
        for (weight, number, base, expected) in cases {
            assert_eq!(cost(&x(weight), &x(number), &x(base)), x(expected), "{number} {base}");
        }
    }

    proptest! {
        /// Close to what floating point says, odd around one, and the same for equal arguments.
        #[test]
        fn the_cost_is_the_logarithm(above in 1_i64..1_000_000, below in 1_i64..1_000_000, base in 11_i64..100) {
            let number = Exact::from(above).divided_by(&below.into()).unwrap();
            let tenths = Exact::from(base).divided_by(&10.into()).unwrap();
            let found = cost(&x("40"), &number, &tenths);
            let expected = 40.0 * (above as f64 / below as f64).ln() / (base as f64 / 10.0).ln();
            let error = (found.to_big().to_f64().unwrap() - expected).abs();
            prop_assert!(error < 1e-9 * expected.abs().max(1.0), "{found} {expected}");
            let turned = Exact::one().divided_by(&number).unwrap();
            prop_assert_eq!(cost(&x("40"), &turned, &tenths), -&found);
        }

        /// A power is recognised whatever its root is.
        #[test]
        fn every_power_is_recognised(root in 2_i64..50, one in 1_u32..6, two in 1_u32..6) {
            let (number, base) = (Exact::from(root.pow(one)), Exact::from(root.pow(two)));
            let expected = Exact::from(i64::from(one)).divided_by(&i64::from(two).into());
            prop_assert_eq!(power_of(&number, &base), expected);
        }
    }
}
