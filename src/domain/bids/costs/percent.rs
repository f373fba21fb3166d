//! A percentage of at most a hundred, with two decimals.

use serde::Serialize;

/// In hundredths of a percent: 350 is 3,5 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Percent(u16);

impl Percent {
    pub const NONE: Percent = Percent(0);
    pub const ALL: Percent = Percent(10_000);

    /// Reads `3`, `3,5`, `3.25` and `3,5 %`; nothing below 0 or above 100.
    pub fn parse(text: &str) -> Option<Percent> {
        let plain = text.trim().trim_end_matches('%').trim_end();
        let (whole, decimals) = plain.split_once([',', '.']).unwrap_or((plain, "0"));
        let digits = |part: &str, most| {
            (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
        };
        if !digits(whole, 3) || !digits(decimals, 2) {
            return None;
        }
        let hundredths: u16 = format!("{decimals:0<2}").parse().ok()?;
        let all = whole.parse::<u16>().ok()? * 100 + hundredths;
        (all <= Percent::ALL.0).then_some(Percent(all))
    }

    /// In hundredths of a percent, at most a hundred percent.
    pub fn of_hundredths(hundredths: u16) -> Percent {
        Percent(hundredths.min(Percent::ALL.0))
    }

    pub fn hundredths(self) -> i128 {
        i128::from(self.0)
    }

    /// What is left of a hundred percent.
    pub fn rest(self) -> Percent {
        Percent(Percent::ALL.0 - self.0)
    }

    /// As a person types it: `3,5`.
    pub fn typed(self) -> String {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match (rest, rest % 10) {
            (0, _) => whole.to_string(),
            (_, 0) => format!("{whole},{}", rest / 10),
            _ => format!("{whole},{rest:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_a_part_of_a_hundred_is_read() {
        let read =
            ["0", "3", "3,5", "3.25", " 3,50 % ", "100", "100,00", "007"].map(Percent::parse);
        assert_eq!(read.map(|p| p.unwrap().0), [0, 300, 350, 325, 350, 10_000, 10_000, 700]);
        for text in [
            "", "%", "-1", "100,01", "101", "1e2", "1,234", "1,", ",5", "drie", "1 0", "٣",
            "9999999",
        ] {
            assert_eq!(Percent::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_typed_is_read_back(hundredths in 0u16..=10_000) {
            let percent = Percent::of_hundredths(hundredths);
            prop_assert_eq!(Percent::parse(&percent.typed()), Some(percent));
        }
    }
}
