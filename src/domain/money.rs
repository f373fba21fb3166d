//! Money is whole cents. Dutch ways of writing an amount are read here, in one place.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::scoring::Exact;

#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
#[serde(transparent)]
pub struct Cents(pub i64);

#[derive(Debug, Error, PartialEq, Eq)]
pub enum AmountError {
    #[error("this is not an amount")]
    Unreadable,
    #[error("an amount has at most two decimals")]
    TooPrecise,
    #[error("this amount is too large")]
    TooLarge,
}

/// A hundred billion euro: larger than any budget here, far from overflow in sums.
const LARGEST: i64 = 10_000_000_000_000;

impl Cents {
    /// Reads `29,10`, `1.250`, `1.250,50`, `€ 32` and `29.10`; never negative.
    pub fn parse(text: &str) -> Result<Cents, AmountError> {
        let plain: String =
            text.trim().trim_start_matches('€').chars().filter(|c| !c.is_whitespace()).collect();
        let (whole, decimals) = split_decimals(&plain);
        let whole = ungroup(whole).ok_or(AmountError::Unreadable)?;
        if !decimals.bytes().all(|b| b.is_ascii_digit()) {
            return Err(AmountError::Unreadable);
        }
        if decimals.len() > 2 {
            return Err(AmountError::TooPrecise);
        }
        let euros: i64 = whole.parse().map_err(|_| AmountError::TooLarge)?;
        let cents: i64 = format!("{decimals:0<2}").parse().map_err(|_| AmountError::Unreadable)?;
        match euros.checked_mul(100).and_then(|e| e.checked_add(cents)) {
            Some(sum) if sum <= LARGEST => Ok(Cents(sum)),
            _ => Err(AmountError::TooLarge),
        }
    }

    /// The amount in euros, for the engine.
    pub fn euros(self) -> Exact {
        let euros = Exact::from(self.0).divided_by(&Exact::from(100));
        euros.unwrap_or_else(Exact::zero)
    }

    /// As a person types it in a Dutch form: `1250,50`.
    pub fn typed(self) -> String {
        format!("{},{:02}", self.0 / 100, (self.0 % 100).abs())
    }
}

impl std::iter::Sum for Cents {
    fn sum<I: Iterator<Item = Cents>>(parts: I) -> Cents {
        Cents(parts.map(|c| c.0).sum())
    }
}

/// The decimal sign is the comma; a single point followed by one or two digits also counts.
fn split_decimals(text: &str) -> (&str, &str) {
    if let Some((whole, decimals)) = text.split_once(',') {
        return (whole, decimals);
    }
    match text.split_once('.') {
        Some((whole, rest)) if !rest.contains('.') && rest.len() < 3 => (whole, rest),
        _ => (text, ""),
    }
}

/// Digits, with points only between groups of three.
fn ungroup(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.split('.').collect();
    let digits = |g: &str| !g.is_empty() && g.bytes().all(|b| b.is_ascii_digit());
    let well_grouped = groups.len() == 1 || groups[1..].iter().all(|g| g.len() == 3);
    (well_grouped && groups.iter().all(|g| digits(g))).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dutch_amounts_are_read() {
        let read: Vec<_> = ["29,10", "1.250", "1.250,5", "€ 32", "29.10", "0", "007"]
            .map(Cents::parse)
            .into_iter()
            .map(Result::unwrap)
            .map(|c| c.0)
            .collect();
        assert_eq!(read, [2910, 125_000, 125_050, 3200, 2910, 0, 700]);
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in ["", "-1", "vijf", "1,2,3", "1e309", "NaN", "12.34.56", "٣", "1.2345"] {
            assert_eq!(Cents::parse(text), Err(AmountError::Unreadable), "{text}");
        }
        assert_eq!(Cents::parse("1,005"), Err(AmountError::TooPrecise));
        assert_eq!(Cents::parse("9223372036854775807"), Err(AmountError::TooLarge));
    }

    proptest! {
        #[test]
        fn what_is_typed_is_read_back(cents in 0..LARGEST) {
            prop_assert_eq!(Cents::parse(&Cents(cents).typed()), Ok(Cents(cents)));
        }
    }
}
