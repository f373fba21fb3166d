//! Numbers without rounding: every weight, grade, price and total of the engine.
//! Parsing reads a number exactly as it is written; writing it for people (comma or point) is
//! not done here.

mod number;

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Mul, Neg, Sub};
use std::str::FromStr;

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use self::number::Number;

/// The longest number that is read, in characters. A published weight or price never comes near
/// it; the limit keeps hostile input from costing time.
const LONGEST: usize = 100;
/// The largest power of ten that is read, as in `1e30`.
const LARGEST_POWER: u32 = 30;
/// The most decimals that [`Exact::plain`] writes before it falls back to a fraction.
const MOST_DECIMALS: u8 = 6;
/// The most decimals with which a number of 64 bits still fits in 128 as a whole.
const MOST_SMALL_DIGITS: u8 = 18;

/// An exact rational number, always in lowest terms.
///
/// Prints and serializes as an integer or a reduced fraction (`"2/3"`, `"1/5"`), and reads
/// integers, decimals and fractions (`"4"`, `"0.2"`, `"2/3"`, `"1e3"`).
/// Source: scores are exact rationals, rounded once at the end (`docs/decisions`, exact numbers).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(Number);

/// Why a text is not an exact number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NumberError {
    /// Not an integer, decimal or fraction in plain digits.
    #[error("write a number as 4, 0.25 or 2/3")]
    NotANumber,
    /// More than 100 characters, or a power of ten above 30.
    #[error("the number is too long")]
    TooLong,
    /// A fraction with zero below the line.
    #[error("a fraction cannot have 0 below the line")]
    DividesByZero,
}

impl Exact {
    /// Nothing.
    pub fn zero() -> Exact {
        Exact(Number::zero())
    }

    /// One.
    pub fn one() -> Exact {
        Exact::from(1)
    }

    /// Ten to the power of `digits`.
    pub fn power_of_ten(digits: u8) -> Exact {
        Exact(ten_to(u32::from(digits)).into())
    }

    /// This number divided by `other`; `None` when `other` is zero.
    pub fn divided_by(&self, other: &Exact) -> Option<Exact> {
        self.0.over(&other.0).map(Exact)
    }

    /// Whether the number is below zero.
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// Whether the number is zero.
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether the number is above zero.
    pub fn is_positive(&self) -> bool {
        !self.is_zero() && !self.is_negative()
    }

    /// Whether the number has no part behind the point.
    pub fn is_whole(&self) -> bool {
        self.0.is_integer()
    }

    /// The number without its sign.
    pub fn abs(&self) -> Exact {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// The whole part, with what stands behind the point cut off (towards zero).
    pub fn truncated(&self) -> Exact {
        Exact(self.0.whole().into())
    }

    /// The nearest binary number, for statistics; never for a total or a place. Infinite where
    /// the number is out of range.
    pub fn to_f64(&self) -> f64 {
        // Below 2^53 both parts are held exactly, so that one division rounds once.
        const EXACT: u64 = 1 << 53;
        match self.0.small() {
            Some((above, below))
                if above.unsigned_abs() <= EXACT && below.unsigned_abs() <= EXACT =>
            {
                above as f64 / below as f64
            }
            Some(_) | None => self.0.big().to_f64().unwrap_or(f64::INFINITY),
        }
    }

    /// The number as a decimal with a point where six decimals can hold it exactly (`"7.5"`),
    /// and as a fraction otherwise (`"2/3"`). Meant for formulas.
    pub fn plain(&self) -> String {
        for digits in 0..=MOST_DECIMALS {
            if let Some(text) = self.decimal(digits) {
                return text;
            }
        }
        self.to_string()
    }

    /// The number as a decimal with exactly `digits` digits behind the point, or `None` where
    /// that would not be exact.
    pub fn decimal(&self, digits: u8) -> Option<String> {
        let unsigned = match self.0.small() {
            Some((above, below)) if digits <= MOST_SMALL_DIGITS => {
                let scaled = i128::from(above) * 10_i128.pow(u32::from(digits));
                let below = i128::from(below);
                (scaled % below == 0).then(|| (scaled / below).unsigned_abs().to_string())
            }
            Some(_) | None => {
                let scaled = self.0.big() * ten_to(u32::from(digits));
                scaled.is_integer().then(|| scaled.numer().abs().to_string())
            }
        }?;
        let width = usize::from(digits) + 1;
        let mut text = format!("{unsigned:0>width$}");
        if digits > 0 {
            text.insert(text.len() - usize::from(digits), '.');
        }
        Some(if self.is_negative() { format!("-{text}") } else { text })
    }

    /// The whole part is even; used by half-even rounding.
    pub(super) fn is_even(&self) -> bool {
        (self.0.whole() % BigInt::from(2)).is_zero()
    }

    /// The number of the large form, for arithmetic that is not in this file.
    pub(super) fn to_big(&self) -> BigRational {
        self.0.big()
    }

    /// The number of a large form.
    pub(super) fn from_big(number: BigRational) -> Exact {
        Exact(Number::new(number))
    }
}

/// The smallest whole number that makes every one of these whole; `None` when it has more than
/// 128 binary digits.
pub(super) fn common_denominator<'a>(
    mut numbers: impl Iterator<Item = &'a Exact>,
) -> Option<Exact> {
    let common = numbers.try_fold(BigInt::one(), |common, number| {
        let common = common.lcm(number.0.big().denom());
        (common.bits() <= 128).then_some(common)
    });
    common.map(|common| Exact(common.into()))
}

fn ten_to(power: u32) -> BigInt {
    BigInt::from(10).pow(power)
}

impl FromStr for Exact {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Exact, NumberError> {
        if text.len() > LONGEST {
            return Err(NumberError::TooLong);
        }
        match text.split_once('/') {
            Some((above, below)) => fraction(above, below),
            None => decimal(text),
        }
    }
}

fn fraction(above: &str, below: &str) -> Result<Exact, NumberError> {
    let (sign, above) = signed(above);
    let (above, below) = (digits(above)?, digits(below)?);
    if below.is_zero() {
        return Err(NumberError::DividesByZero);
    }
    Ok(Exact::from_big(BigRational::new(sign * above, below)))
}

fn decimal(text: &str) -> Result<Exact, NumberError> {
    let (number, power) = match text.split_once(['e', 'E']) {
        Some((number, power)) => (number, exponent(power)?),
        None => (text, BigRational::one()),
    };
    let (sign, number) = signed(number);
    let (whole, part) = match number.split_once('.') {
        Some((whole, part)) => (digits(whole)?, Some(part)),
        None => (digits(number)?, None),
    };
    let mut value = BigRational::from_integer(whole);
    if let Some(part) = part {
        // The length is below LONGEST, so it fits.
        value += BigRational::new(digits(part)?, ten_to(part.len() as u32));
    }
    Ok(Exact::from_big(value * sign * power))
}

fn exponent(text: &str) -> Result<BigRational, NumberError> {
    let bare = text.strip_prefix('+').unwrap_or(text);
    let (sign, size) = signed(bare);
    digits(size)?;
    let size: u32 = size.parse().map_err(|_| NumberError::TooLong)?;
    if size > LARGEST_POWER {
        return Err(NumberError::TooLong);
    }
    let power = BigRational::from_integer(ten_to(size));
    Ok(if sign.is_negative() { power.recip() } else { power })
}

fn signed(text: &str) -> (BigInt, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (BigInt::from(-1), rest),
        None => (BigInt::one(), text),
    }
}

fn digits(text: &str) -> Result<BigInt, NumberError> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NumberError::NotANumber);
    }
    text.parse().map_err(|_| NumberError::NotANumber)
}

impl Default for Exact {
    fn default() -> Exact {
        Exact::zero()
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.small() {
            Some((above, 1)) => write!(f, "{above}"),
            Some((above, below)) => write!(f, "{above}/{below}"),
            None => self.0.big().fmt(f),
        }
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<i64> for Exact {
    fn from(whole: i64) -> Exact {
        Exact(whole.into())
    }
}

impl Add for &Exact {
    type Output = Exact;
    fn add(self, other: &Exact) -> Exact {
        Exact(self.0.plus(&other.0))
    }
}

impl Sub for &Exact {
    type Output = Exact;
    fn sub(self, other: &Exact) -> Exact {
        Exact(self.0.minus(&other.0))
    }
}

impl Mul for &Exact {
    type Output = Exact;
    fn mul(self, other: &Exact) -> Exact {
        Exact(self.0.times(&other.0))
    }
}

impl Neg for &Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        &Exact::zero() - self
    }
}

impl<'a> Sum<&'a Exact> for Exact {
    fn sum<I: Iterator<Item = &'a Exact>>(numbers: I) -> Exact {
        Exact(Number::sum(numbers.map(|number| &number.0)))
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Exact, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

/// Reads texts and integers. A binary fraction is refused: it may no longer be what was written.
struct Reader;

impl serde::de::Visitor<'_> for Reader {
    type Value = Exact;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an integer, or a number in quotes such as \"0.25\" or \"2/3\"")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Exact, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_i64<E: serde::de::Error>(self, whole: i64) -> Result<Exact, E> {
        Ok(whole.into())
    }

    fn visit_u64<E: serde::de::Error>(self, whole: u64) -> Result<Exact, E> {
        Ok(Exact(BigInt::from(whole).into()))
    }
}

#[cfg(test)]
mod tests;
