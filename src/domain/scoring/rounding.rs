//! The published rounding rule. A total is rounded once, at the very end, and ranks come from
//! the rounded totals.

use serde::{Deserialize, Serialize};

use super::exact::Exact;

/// How a total is rounded before it is published and ranked.
///
/// Source: `evaluation.md` 1.5 and invariant 9: publish where and how, round once at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rounding {
    /// Digits behind the point.
    pub digits: u8,
    /// What happens to the digit that falls off.
    pub mode: RoundingMode,
}

/// What happens to a number between two published ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundingMode {
    /// To the nearest; exactly half goes away from zero (66.665 becomes 66.67).
    #[default]
    HalfUp,
    /// To the nearest; exactly half goes to the even digit (66.665 becomes 66.66).
    HalfEven,
    /// The digits that fall off are cut off, towards zero (66.669 becomes 66.66).
    Truncate,
}

impl Default for Rounding {
    /// Two digits, half up: what most published guides use.
    fn default() -> Rounding {
        Rounding { digits: 2, mode: RoundingMode::HalfUp }
    }
}

impl Rounding {
    /// The number on the published precision.
    pub fn round(&self, number: &Exact) -> Exact {
        let unit = Exact::power_of_ten(self.digits);
        let scaled = number * &unit;
        let whole = scaled.truncated();
        let rest = (&(&scaled - &whole).abs() * &Exact::from(2)).cmp(&Exact::from(1));
        let up = match self.mode {
            RoundingMode::Truncate => false,
            RoundingMode::HalfUp => rest.is_ge(),
            RoundingMode::HalfEven => rest.is_gt() || (rest.is_eq() && !whole.is_even()),
        };
        let away = Exact::from(if scaled.is_negative() { -1 } else { 1 });
        let rounded = if up { &whole + &away } else { whole };
        // A power of ten is never zero, so the division always has an answer.
        rounded.divided_by(&unit).unwrap_or(rounded)
    }

    /// The rounded number as text with a point and exactly the published digits (`"66.70"`).
    pub fn text(&self, number: &Exact) -> String {
        let rounded = self.round(number);
        rounded.decimal(self.digits).unwrap_or_else(|| rounded.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rounded(text: &str, mode: RoundingMode) -> String {
        Rounding { digits: 2, mode }.text(&text.parse().unwrap())
    }

    #[test]
    fn the_published_examples() {
        use RoundingMode::{HalfEven, HalfUp, Truncate};
        let cases = [
            ("66.665", HalfUp, "66.67"),
            ("66.665", HalfEven, "66.66"),
            ("66.675", HalfUp, "66.68"),
            ("66.675", HalfEven, "66.68"),
            ("66.669", Truncate, "66.66"),
            ("-66.665", HalfUp, "-66.67"),
            ("-66.665", HalfEven, "-66.66"),
            ("-66.669", Truncate, "-66.66"),
            ("-0.001", HalfUp, "0.00"),
            ("80/3", HalfUp, "26.67"),
            ("75", HalfUp, "75.00"),
        ];
        for (text, mode, shown) in cases {
            assert_eq!(rounded(text, mode), shown, "{text} {mode:?}");
        }
    }

    fn modes() -> impl Strategy<Value = RoundingMode> {
        prop::sample::select(vec![
            RoundingMode::HalfUp,
            RoundingMode::HalfEven,
            RoundingMode::Truncate,
        ])
    }

    proptest! {
        /// Invariant 9: rounding is idempotent, close, and never turns an order around.
        #[test]
        fn rounding_is_idempotent_and_keeps_order(
            above in -1_000_000_i64..1_000_000,
            other in -1_000_000_i64..1_000_000,
            below in 1_i64..5_000,
            digits in 0_u8..5,
            mode in modes(),
        ) {
            let rule = Rounding { digits, mode };
            let one = Exact::from(above).divided_by(&below.into()).unwrap();
            let two = Exact::from(other).divided_by(&below.into()).unwrap();
            let once = rule.round(&one);
            prop_assert_eq!(&rule.round(&once), &once);
            prop_assert!((&(&once - &one).abs() * &Exact::power_of_ten(digits)) < Exact::from(1));
            if one <= two {
                prop_assert!(once <= rule.round(&two));
            }
        }
    }
}
