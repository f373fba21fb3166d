//! How one field is read. What is typed is kept even when it is not right yet (`keep`); whether it
//! is right is asked where it counts (`check`): on the page, in the gap meter, at submission.

use jiff::civil::Date;

use super::answers::WriteRefusal;
use super::costs::percent::Percent;
use crate::domain::money::Cents;
use crate::domain::words::count_words;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    Text {
        max_words: u32,
    },
    Line {
        max_chars: u32,
    },
    /// A whole number, ends included.
    Number {
        min: i64,
        max: i64,
    },
    /// A number with at most so many decimals, ends included: `8,5`.
    Decimal {
        min: i64,
        max: i64,
        places: u8,
    },
    /// The answer follows from what was picked on the map; nobody types it.
    Area,
    /// A number of zero or more, decimals allowed: `8,5`.
    Quantity,
    Choice {
        options: Vec<String>,
    },
    Date,
    /// An amount in euro; read as cents.
    Money,
    /// From 0 to 100, with at most two decimals.
    Percent,
}

/// What is not right yet about a filled-in field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// So many words more than the limit.
    Words {
        over: u32,
    },
    Chars {
        max: u32,
    },
    Number {
        min: i64,
        max: i64,
    },
    Decimal {
        min: i64,
        max: i64,
        places: u8,
    },
    Quantity,
    Amount,
    Percent,
    Date,
    Choice,
}

impl Rule {
    pub fn choice<'o>(options: impl IntoIterator<Item = &'o str>) -> Rule {
        Rule::Choice { options: options.into_iter().map(str::to_owned).collect() }
    }

    /// Is a filled-in text right? An empty one is never wrong, only missing.
    pub fn check(&self, text: &str) -> Result<(), Fault> {
        if text.is_empty() {
            return Ok(());
        }
        let or = |right: bool, fault| if right { Ok(()) } else { Err(fault) };
        match self {
            Rule::Text { max_words } => match words_over(text, *max_words) {
                0 => Ok(()),
                over => Err(Fault::Words { over }),
            },
            Rule::Line { max_chars } => {
                or(count_chars(text) <= *max_chars, Fault::Chars { max: *max_chars })
            }
            Rule::Number { min, max } => or(
                whole_number(text).is_some_and(|n| (*min..=*max).contains(&n)),
                Fault::Number { min: *min, max: *max },
            ),
            Rule::Decimal { min, max, places } => or(
                is_decimal(text, (*min, *max), *places),
                Fault::Decimal { min: *min, max: *max, places: *places },
            ),
            Rule::Area => Ok(()),
            Rule::Quantity => or(is_quantity(text), Fault::Quantity),
            Rule::Choice { options } => or(options.iter().any(|o| o == text), Fault::Choice),
            Rule::Date => or(day(text).is_some(), Fault::Date),
            Rule::Money => or(Cents::parse(text).is_ok(), Fault::Amount),
            Rule::Percent => or(Percent::parse(text).is_some(), Fault::Percent),
        }
    }

    /// The text as it is kept: trimmed, a readable day as `2027-01-15`. Refused is only what no
    /// person types into this field.
    pub fn keep(&self, typed: &str) -> Result<String, WriteRefusal> {
        let text = typed.trim();
        if count_chars(text) > self.longest() {
            return Err(WriteRefusal::TooLong);
        }
        match self {
            Rule::Choice { .. } if self.check(text).is_err() => Err(WriteRefusal::NotOffered),
            Rule::Area => Err(WriteRefusal::NotOffered),
            Rule::Date => Ok(day(text).map_or_else(|| text.to_owned(), |d| d.to_string())),
            Rule::Text { .. }
            | Rule::Line { .. }
            | Rule::Number { .. }
            | Rule::Decimal { .. }
            | Rule::Quantity
            | Rule::Choice { .. }
            | Rule::Money
            | Rule::Percent => Ok(text.to_owned()),
        }
    }

    /// Characters that are kept at most: far above what is allowed, so that a draft that is too
    /// long is not lost either.
    fn longest(&self) -> u32 {
        match self {
            Rule::Text { max_words } => 4_000 + 40 * max_words,
            Rule::Line { max_chars } => 500 + max_chars,
            Rule::Number { .. }
            | Rule::Decimal { .. }
            | Rule::Quantity
            | Rule::Date
            | Rule::Money
            | Rule::Percent => 500,
            Rule::Choice { .. } | Rule::Area => 100,
        }
    }
}

fn count_chars(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

fn words_over(text: &str, max: u32) -> u32 {
    u32::try_from(count_words(text)).unwrap_or(u32::MAX).saturating_sub(max)
}

/// `5`, `13550`, `13.550` and `13 550`; a minus in front counts.
pub fn whole_number(text: &str) -> Option<i64> {
    let (sign, digits) = match text.trim().strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (-1, rest),
        None => (1, text.trim()),
    };
    let groups: Vec<&str> = digits.split(['.', ' ', '\u{a0}']).collect();
    let all_digits = |g: &&str| !g.is_empty() && g.bytes().all(|b| b.is_ascii_digit());
    let well_grouped = groups.len() == 1 || groups[1..].iter().all(|g| g.len() == 3);
    if !well_grouped || !groups.iter().all(all_digits) {
        return None;
    }
    groups.concat().parse::<i64>().ok().map(|n| sign * n)
}

/// `8,5` or `-1.250,75`: the sign and the whole as in `whole_number`, then the decimals.
fn is_decimal(text: &str, (min, max): (i64, i64), places: u8) -> bool {
    let (whole, decimals) = text.split_once(',').unwrap_or((text, ""));
    let right = text.contains(',') != decimals.is_empty()
        && decimals.len() <= usize::from(places)
        && decimals.bytes().all(|b| b.is_ascii_digit());
    let rest = decimals.bytes().any(|b| b != b'0');
    let below = whole.trim().starts_with(['-', '\u{2212}']);
    right
        && whole_number(whole).is_some_and(|n| {
            let (low, high) = match (rest, below) {
                (false, _) => (n, n),
                (true, false) => (n, n.saturating_add(1)),
                (true, true) => (n.saturating_sub(1), n),
            };
            min <= low && high <= max
        })
}

fn is_quantity(text: &str) -> bool {
    match text.split_once(',') {
        Some((whole, decimals)) => {
            whole_number(whole).is_some_and(|n| n >= 0)
                && (1..=3).contains(&decimals.len())
                && decimals.bytes().all(|b| b.is_ascii_digit())
        }
        None => whole_number(text).is_some_and(|n| n >= 0),
    }
}

/// A day as browsers send it (`2027-01-15`) or as people write it (`15-1-2027`, `15/01/2027`).
pub fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Ok(day) = text.parse::<Date>() {
        return sensible(day);
    }
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ']).collect();
    let [day, month, year] = parts[..] else { return None };
    if year.len() != 4 {
        return None;
    }
    let day = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    sensible(day)
}

/// A plan of the year 27 or 20277 is a slip of the finger.
fn sensible(day: Date) -> Option<Date> {
    (1900..=2199).contains(&day.year()).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn every_rule() -> Vec<Rule> {
        vec![
            Rule::Text { max_words: 3 },
            Rule::Line { max_chars: 5 },
            Rule::Number { min: 1, max: 30 },
            Rule::Quantity,
            Rule::choice(["yes", "no"]),
            Rule::Date,
            Rule::Money,
            Rule::Percent,
        ]
    }

    #[test]
    fn numbers_with_decimals_keep_to_their_ends() {
        let rule = Rule::Decimal { min: -1, max: 40, places: 2 };
        let wrong = Err(Fault::Decimal { min: -1, max: 40, places: 2 });
        for right in ["", "8", "8,5", "0,25", "40", "40,00", "-1", "-0,5"] {
            assert_eq!(rule.check(right), Ok(()), "{right}");
        }
        for text in ["40,01", "-1,5", "8,555", "8,", ",5", "8.5", "8,5 uur", "8,5,5", "acht"] {
            assert_eq!(rule.check(text), wrong, "{text}");
        }
        assert_eq!(Rule::Area.keep("whole"), Err(WriteRefusal::NotOffered));
    }

    #[test]
    fn empty_is_missing_and_never_wrong() {
        for rule in every_rule() {
            assert_eq!(rule.check(""), Ok(()), "{rule:?}");
            assert_eq!(rule.keep(" \n"), Ok(String::new()), "{rule:?}");
        }
    }

    #[test]
    fn each_kind_says_what_is_wrong() {
        let found: Vec<_> =
            every_rule().iter().map(|r| r.check("één twee drie vier").err()).collect();
        let number = Some(Fault::Number { min: 1, max: 30 });
        let expected = [
            Some(Fault::Words { over: 1 }),
            Some(Fault::Chars { max: 5 }),
            number,
            Some(Fault::Quantity),
            Some(Fault::Choice),
            Some(Fault::Date),
            Some(Fault::Amount),
            Some(Fault::Percent),
        ];
        assert_eq!(found, expected);
        for text in ["0", "31", "-5", "2,5", "1e3", "٣"] {
            assert_eq!(every_rule()[2].check(text).err(), number, "{text}");
        }
        assert_eq!(Rule::Text { max_words: 3 }.check("één twee – drie!"), Ok(()));
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let read = ["5", "13.550", "13 550", "13550", "-2", "1.000.000", "007"].map(whole_number);
        assert_eq!(read.map(Option::unwrap), [5, 13550, 13550, 13550, -2, 1_000_000, 7]);
        for text in ["", "1.5", "1,5", "13.55", ".", "1..000", "vijf", "99999999999999999999"] {
            assert_eq!(whole_number(text), None, "{text}");
        }
        for text in ["8,5", "0", "1.250,75"] {
            assert_eq!(Rule::Quantity.check(text), Ok(()), "{text}");
        }
        assert_eq!(Rule::Quantity.check("-1"), Err(Fault::Quantity));
    }

    #[test]
    fn days_are_kept_in_one_form() {
        for typed in ["2027-01-05", "5-1-2027", "05/01/2027", " 5.1.2027 "] {
            assert_eq!(Rule::Date.keep(typed), Ok("2027-01-05".into()), "{typed}");
        }
        assert_eq!(Rule::Date.keep("volgend jaar"), Ok("volgend jaar".into()));
        for wrong in ["31-02-2027", "1-1-27", "0027-01-01", "2027", "2027-13-01"] {
            assert_eq!(Rule::Date.check(wrong), Err(Fault::Date), "{wrong}");
        }
    }

    #[test]
    fn only_what_nobody_types_is_refused() {
        let text = Rule::Text { max_words: 2 };
        assert_eq!(text.keep("drie woorden dus"), Ok("drie woorden dus".into()));
        assert_eq!(text.keep(&"a".repeat(4_081)), Err(WriteRefusal::TooLong));
        assert_eq!(Rule::choice(["yes"]).keep("maybe"), Err(WriteRefusal::NotOffered));
    }

    proptest! {
        #[test]
        fn keeping_twice_is_keeping_once(text in "\\PC{0,40}") {
            for rule in every_rule() {
                if let Ok(kept) = rule.keep(&text) {
                    prop_assert_eq!(rule.keep(&kept), Ok(kept.clone()));
                    prop_assert_eq!(rule.check(&kept).is_ok(), rule.check(text.trim()).is_ok());
                }
            }
        }

        #[test]
        fn a_grouped_number_is_the_number(n in 0i64..1_000_000_000) {
            let digits = n.to_string();
            let mut grouped = String::new();
            for (place, digit) in digits.chars().enumerate() {
                if place > 0 && (digits.len() - place).is_multiple_of(3) {
                    grouped.push('.');
                }
                grouped.push(digit);
            }
            prop_assert_eq!(whole_number(&grouped), Some(n));
        }
    }
}
