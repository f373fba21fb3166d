//! The arithmetic under `Exact`: two whole numbers of 64 bits while they suffice, and whole
//! numbers without bounds as soon as they do not. The small form needs no memory of its own,
//! which is what makes ranking hundreds of bids a matter of microseconds.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

/// A rational number in lowest terms. A number that fits the small form is always in it, so two
/// equal numbers are equal field by field.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Number {
    /// Above and below the line; below is never under one.
    Small(i64, i64),
    Big(Box<BigRational>),
}

use Number::{Big, Small};

/// An operation on the small form and the same one on the large form.
type Both =
    (fn(i128, i128, i128, i128) -> (i128, i128), fn(&BigRational, &BigRational) -> BigRational);

const PLUS: Both =
    (|a, b, c, d| if b == d { (a + c, b) } else { (a * d + c * b, b * d) }, |x, y| x + y);
const MINUS: Both =
    (|a, b, c, d| if b == d { (a - c, b) } else { (a * d - c * b, b * d) }, |x, y| x - y);
const TIMES: Both = (|a, b, c, d| (a * c, b * d), |x, y| x * y);
const OVER: Both =
    (|a, b, c, d| if c < 0 { (-a * d, -b * c) } else { (a * d, b * c) }, |x, y| x / y);

impl Number {
    /// What stands above and below the line, in the small form.
    pub(super) fn small(&self) -> Option<(i64, i64)> {
        if let Small(above, below) = self { Some((*above, *below)) } else { None }
    }

    pub(super) fn zero() -> Number {
        Small(0, 1)
    }

    pub(super) fn new(number: BigRational) -> Number {
        match (number.numer().to_i64(), number.denom().to_i64()) {
            (Some(above), Some(below)) => Small(above, below),
            (None, _) | (_, None) => Big(Box::new(number)),
        }
    }

    pub(super) fn big(&self) -> BigRational {
        match self {
            Small(above, below) => BigRational::new_raw((*above).into(), (*below).into()),
            Big(number) => (**number).clone(),
        }
    }

    /// Always in line, so that each operation is known here and its numbers stay in registers.
    #[inline(always)]
    fn with(&self, other: &Number, (small, large): Both) -> Number {
        match (self, other) {
            // Products of two numbers of 64 bits and the sum of two such products fit in 128.
            (Small(a, b), Small(c, d)) => {
                let (above, below) =
                    small(i128::from(*a), i128::from(*b), i128::from(*c), i128::from(*d));
                lowest_terms(above, below)
            }
            (Small(..) | Big(_), Small(..) | Big(_)) => {
                Number::new(large(&self.big(), &other.big()))
            }
        }
    }

    pub(super) fn plus(&self, other: &Number) -> Number {
        self.with(other, PLUS)
    }

    /// The sum of all numbers. Those with denominators that fit each other are brought to lowest
    /// terms together, which is most of the work of a sum.
    pub(super) fn sum<'a>(numbers: impl Iterator<Item = &'a Number>) -> Number {
        let (mut sum, mut above, mut below) = (Number::zero(), 0_i64, 1_i64);
        for number in numbers {
            let together = number.small().and_then(|(a, b)| added((above, below), (a, b)));
            match together {
                Some(both) => (above, below) = both,
                None => {
                    sum = sum.plus(&lowest_terms(above.into(), below.into())).plus(number);
                    (above, below) = (0, 1);
                }
            }
        }
        sum.plus(&lowest_terms(above.into(), below.into()))
    }

    pub(super) fn minus(&self, other: &Number) -> Number {
        self.with(other, MINUS)
    }

    pub(super) fn times(&self, other: &Number) -> Number {
        self.with(other, TIMES)
    }

    /// `None` when `other` is zero.
    pub(super) fn over(&self, other: &Number) -> Option<Number> {
        (!other.is_zero()).then(|| self.with(other, OVER))
    }

    pub(super) fn is_zero(&self) -> bool {
        matches!(self, Small(0, _))
    }

    pub(super) fn is_negative(&self) -> bool {
        match self {
            Small(above, _) => *above < 0,
            Big(number) => number.is_negative(),
        }
    }

    pub(super) fn is_integer(&self) -> bool {
        match self {
            Small(_, below) => *below == 1,
            Big(number) => number.is_integer(),
        }
    }

    /// The whole part, towards zero.
    pub(super) fn whole(&self) -> BigInt {
        match self {
            Small(above, below) => (above / below).into(),
            Big(number) => number.to_integer(),
        }
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Number) -> Ordering {
        match (self, other) {
            (Small(a, b), Small(c, d)) if b == d => a.cmp(c),
            (Small(a, b), Small(c, d)) => {
                (i128::from(*a) * i128::from(*d)).cmp(&(i128::from(*c) * i128::from(*b)))
            }
            (Small(..) | Big(_), Small(..) | Big(_)) => self.big().cmp(&other.big()),
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// One sum of two small numbers, not in lowest terms, where one denominator is a multiple of the
/// other and all fits.
#[inline]
fn added((a, b): (i64, i64), (c, d): (i64, i64)) -> Option<(i64, i64)> {
    if b % d == 0 {
        return Some((a.checked_add(c.checked_mul(b / d)?)?, b));
    }
    (d % b == 0).then_some(())?;
    Some((a.checked_mul(d / b)?.checked_add(c)?, d))
}

/// The number `above / below`, where `below` is above zero.
#[inline]
fn lowest_terms(above: i128, below: i128) -> Number {
    match (i64::try_from(above), i64::try_from(below)) {
        (Ok(above), Ok(1)) => Small(above, 1),
        (Ok(above), Ok(below)) => {
            // At most `below`, so it fits.
            let shared = common_of_64(above.unsigned_abs(), below.unsigned_abs()) as i64;
            Small(above / shared, below / shared)
        }
        (Err(_), _) | (_, Err(_)) => lowest_terms_of_128(above, below),
    }
}

fn lowest_terms_of_128(above: i128, below: i128) -> Number {
    // At most `below`, so it fits.
    let shared = common(above.unsigned_abs(), below.unsigned_abs()) as i128;
    let (above, below) = (above / shared, below / shared);
    match (i64::try_from(above), i64::try_from(below)) {
        (Ok(above), Ok(below)) => Small(above, below),
        (Err(_), _) | (_, Err(_)) => {
            Big(Box::new(BigRational::new_raw(above.into(), below.into())))
        }
    }
}

/// The greatest common divisor; `two` is above zero.
fn common(mut one: u128, mut two: u128) -> u128 {
    while one != 0 {
        if let (Ok(one), Ok(two)) = (u64::try_from(one), u64::try_from(two)) {
            return common_of_64(one, two).into();
        }
        (one, two) = (two % one, one);
    }
    two
}

fn common_of_64(mut one: u64, mut two: u64) -> u64 {
    while one != 0 {
        (one, two) = (two % one, one);
    }
    two
}

impl From<i64> for Number {
    fn from(whole: i64) -> Number {
        Small(whole, 1)
    }
}

impl From<BigInt> for Number {
    fn from(whole: BigInt) -> Number {
        Number::new(BigRational::from_integer(whole))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Numbers around the edge between the two forms, and small ones.
    fn parts() -> impl Strategy<Value = (i64, i64)> {
        let edge =
            prop::sample::select(vec![i64::MIN, i64::MIN + 1, -1, 0, 1, i64::MAX - 1, i64::MAX]);
        let above = prop_oneof![edge, -50_i64..50, any::<i64>()];
        let below = prop_oneof![Just(1), Just(i64::MAX), 1_i64..50, 1..i64::MAX];
        (above, below)
    }

    fn number((above, below): (i64, i64)) -> Number {
        Number::new(BigRational::new(above.into(), below.into()))
    }

    proptest! {
        /// Both forms count the same, and a number is in the small form exactly when it fits.
        #[test]
        fn the_small_form_counts_like_the_large_one(a in parts(), b in parts(), c in parts()) {
            // A product in between gives numbers that are in the large form.
            for (one, two) in [(number(a), number(b)), (number(a).times(&number(c)), number(b))] {
                let (x, y) = (one.big(), two.big());
                prop_assert_eq!(one.plus(&two).big(), &x + &y);
                prop_assert_eq!(one.minus(&two).big(), &x - &y);
                prop_assert_eq!(one.times(&two).big(), &x * &y);
                prop_assert_eq!(one.over(&two).map(|n| n.big()), (!y.is_zero()).then(|| &x / &y));
                prop_assert_eq!(one.cmp(&two), x.cmp(&y));
                prop_assert_eq!(one == two, x == y);
                prop_assert_eq!(one.whole(), x.to_integer());
                let three = [&one, &two, &one];
                prop_assert_eq!(Number::sum(three.into_iter()).big(), &x + &y + &x);
                for answer in [one.plus(&two), one.minus(&two), one.times(&two)] {
                    prop_assert!(answer == Number::new(answer.big()));
                }
            }
        }
    }
}
