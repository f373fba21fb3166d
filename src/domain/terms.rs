//! Terms to object: how long a losing bidder has after a decision was sent. Days are calendar
//! days in the Netherlands; what time it is, is the caller's business.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// Terms above this many days are not extended. Source: art. 4 Algemene termijnenwet.
const LONGEST_EXTENDED: u16 = 90;

/// The days of a term. Letters show both last days: the law says at least the counted one, and
/// whether every term is extended is for counsel to confirm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Day 1: the day after sending.
    pub first_day: Date,
    /// The last day by counting alone.
    pub counted_last_day: Date,
    /// The last day after the extension over weekends and public holidays.
    pub last_day: Date,
}

/// The days of a term of so many calendar days after a letter was sent, extended to the next day
/// that is no Saturday, Sunday or public holiday, and none of the further days that the government
/// has set `equated` to a holiday.
///
/// Source: art. 2.127 Aw 2012 and art. 6:8 Awb (day 1 is the day after), art. 1, 2 and 4
/// Algemene termijnenwet (extension; at least two working days in terms of three days and more;
/// no extension above 90 days), and art. 3, third paragraph, for `equated`.
pub fn term(sent: Date, days: u16, equated: &[Date]) -> Term {
    let first_day = sent.saturating_add(1.day());
    let counted_last_day = sent.saturating_add(i32::from(days).days());
    let mut last_day = counted_last_day;
    if days <= LONGEST_EXTENDED {
        let works = |day: &Date| !is_free(*day) && !equated.contains(day);
        let needed = if days >= 3 { 2 } else { 1 };
        let mut working = first_day.series(1.day()).take_while(|day| *day <= last_day);
        let mut found = working.by_ref().filter(works).take(needed).count();
        while found < needed || !works(&last_day) {
            // The calendar ends in the year 9999.
            let Ok(next) = last_day.tomorrow() else { break };
            last_day = next;
            found += usize::from(works(&last_day));
        }
    }
    Term { first_day, counted_last_day, last_day }
}

/// Whether a day is a Saturday, a Sunday or a public holiday.
///
/// Source: art. 1 Algemene termijnenwet.
pub fn is_free(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) || is_public_holiday(day)
}

/// Whether a day is a public holiday, or Good Friday, which counts as one.
///
/// Source: art. 3, first and second paragraph, Algemene termijnenwet: New Year's Day, Easter
/// Monday, Ascension Day, Whit Monday, both Christmas days, the day on which the King's birthday
/// is celebrated (27 April, or the 26th when that is a Sunday), 5 May; and Good Friday.
pub fn is_public_holiday(day: Date) -> bool {
    let from_easter = (day - easter(day.year())).get_days();
    let on_a_fixed_date = match (day.month(), day.day()) {
        (1, 1) | (5, 5) | (12, 25 | 26) => true,
        (4, 26) => day.weekday() == Weekday::Saturday,
        (4, 27) => day.weekday() != Weekday::Sunday,
        _ => false,
    };
    on_a_fixed_date || matches!(from_easter, -2 | 1 | 39 | 50)
}

/// Easter Sunday of a year in the Gregorian calendar.
///
/// Source: the anonymous algorithm printed in Meeus, Astronomical Algorithms, chapter 8.
fn easter(year: i16) -> Date {
    let year32 = i32::from(year);
    let (century, in_century) = (year32 / 100, year32 % 100);
    let cycle = year32 % 19;
    let moon = (century + 8) / 25;
    let shift = (century - moon + 1) / 3;
    let epact = (19 * cycle + century - century / 4 - shift + 15) % 30;
    let week = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let late = (cycle + 11 * epact + 22 * week) / 451;
    let days_after_march_1 = epact + week - 7 * late + 21;
    Date::constant(year, 3, 1).saturating_add(days_after_march_1.days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The standstill after an award. Source: art. 2.127 Aanbestedingswet 2012.
    const STANDSTILL_DAYS: u16 = 20;
    /// Six weeks to object. Source: art. 6:7 Awb.
    const OBJECTION_DAYS: u16 = 42;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn last_day(sent: Date, days: u16) -> Date {
        term(sent, days, &[]).last_day
    }

    /// The reference cases for the standstill.
    #[test]
    fn twenty_days_and_the_extension() {
        let cases = [
            ("2026-11-23", "2026-11-24", "2026-12-13", "2026-12-14"),
            ("2026-12-04", "2026-12-05", "2026-12-24", "2026-12-24"),
            ("2026-12-05", "2026-12-06", "2026-12-25", "2026-12-28"),
            ("2026-12-11", "2026-12-12", "2026-12-31", "2026-12-31"),
            ("2027-02-08", "2027-02-09", "2027-02-28", "2027-03-01"),
        ];
        for (sent, first, counted, last) in cases {
            let expected =
                Term { first_day: day(first), counted_last_day: day(counted), last_day: day(last) };
            assert_eq!(term(day(sent), STANDSTILL_DAYS, &[]), expected);
            assert_eq!(last_day(day(sent), STANDSTILL_DAYS), day(last));
        }
    }

    #[test]
    fn six_weeks_end_on_the_same_weekday_unless_that_is_free() {
        // A Monday, six weeks before Easter Monday 2027.
        assert_eq!(last_day(day("2027-02-15"), OBJECTION_DAYS), day("2027-03-30"));
        assert_eq!(last_day(day("2026-11-24"), OBJECTION_DAYS), day("2027-01-05"));
        // A Friday, six weeks before New Year's Day.
        assert_eq!(last_day(day("2026-11-20"), OBJECTION_DAYS), day("2027-01-04"));
    }

    #[test]
    fn a_short_term_holds_two_working_days_and_a_long_one_is_not_extended() {
        // Sent on Wednesday 24 December 2025: Thursday to Sunday are free.
        assert_eq!(last_day(day("2025-12-24"), 3), day("2025-12-30"));
        assert_eq!(last_day(day("2025-12-24"), 2), day("2025-12-29"));
        assert_eq!(last_day(day("2026-01-04"), 90), day("2026-04-07"));
        assert_eq!(last_day(day("2026-01-04"), 91), day("2026-04-05"));
    }

    #[test]
    fn further_days_can_be_set_equal_to_a_holiday() {
        let bridge = day("2027-05-07");
        assert_eq!(term(day("2027-04-17"), 20, &[bridge]).last_day, day("2027-05-10"));
        assert_eq!(term(day("2027-04-17"), 20, &[]).last_day, bridge);
    }

    #[test]
    fn easter_falls_where_the_tables_say() {
        let printed = [
            "1818-03-22",
            "1943-04-25",
            "2000-04-23",
            "2008-03-23",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2038-04-25",
        ];
        for date in printed.map(day) {
            assert_eq!(easter(date.year()), date);
        }
    }

    #[test]
    fn the_holidays_of_a_year() {
        let holidays = |year: i16| {
            let days = Date::constant(year, 1, 1).series(1.day());
            let of_year = days.take_while(|day| day.year() == year);
            let holidays = of_year.filter(|day| is_public_holiday(*day));
            holidays.map(|day| day.strftime("%m-%d").to_string()).collect::<Vec<_>>().join(" ")
        };
        let of_2026 = "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26";
        assert_eq!(holidays(2026), of_2026);
        // King's Day on Saturday 26 April.
        let of_2025 = "01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26";
        assert_eq!(holidays(2025), of_2025);
    }

    proptest! {
        #[test]
        fn a_term_is_never_shortened_and_ends_on_a_working_day(from in 0_i32..40_000, days in 0_u16..=90) {
            let sent = Date::constant(1990, 1, 1).saturating_add(from.days());
            let term = term(sent, days, &[]);
            prop_assert!(term.last_day >= term.counted_last_day);
            prop_assert!(!is_free(term.last_day));
            prop_assert!((term.last_day - term.counted_last_day).get_days() <= 6);
            prop_assert_eq!(last_day(sent, days), term.last_day);
        }
    }

    #[test]
    fn the_end_of_the_calendar_is_no_panic() {
        assert_eq!(last_day(Date::MAX, 20), Date::MAX);
        assert_eq!(last_day(Date::MIN, 20).year(), Date::MIN.year());
    }
}
