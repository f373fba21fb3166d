//! Sums of money that never overflow and are rounded in one way.

use crate::domain::money::Cents;

/// A thousand trillion euro: no sum of this sheet gets there with amounts that can be typed and
/// volumes that make sense, and a dozen of them can still be added up.
const LIMIT: i128 = 100_000_000_000_000_000;

/// Cents of a sum, kept within the limit.
pub fn cents(sum: i128) -> Cents {
    Cents(i64::try_from(sum.clamp(-LIMIT, LIMIT)).unwrap_or_default())
}

/// A quotient to the nearest cent, half up. `by` is above zero.
pub fn divided(sum: i128, by: i128) -> Cents {
    cents((2 * sum + by).div_euclid(2 * by))
}

pub fn sum(amounts: impl IntoIterator<Item = Cents>) -> Cents {
    cents(amounts.into_iter().map(|amount| i128::from(amount.0)).sum())
}

/// What is left of `from` after `taken`; below zero when it is too little.
pub fn left(from: Cents, taken: Cents) -> Cents {
    cents(i128::from(from.0) - i128::from(taken.0))
}

/// A price times a number of units.
pub fn times(price: Cents, units: i64) -> Cents {
    cents(i128::from(price.0) * i128::from(units))
}
