//! Days and clock times as a person types them, in the local time of the Netherlands.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};
use thiserror::Error;

use crate::domain::bids::rule::day;

/// Where all deadlines lie. UTC only where the zone data are missing, which a test rules out.
pub fn amsterdam() -> TimeZone {
    TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC)
}

#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum MomentError {
    #[error("this day does not exist")]
    Day,
    #[error("this is not a clock time")]
    Time,
    /// The clock went forward over it: 28 March 2027, 02:30.
    #[error("this time is skipped when summer time begins")]
    Skipped,
    /// The clock went back over it: 31 October 2027, 02:30.
    #[error("this time comes twice when summer time ends")]
    Twice,
}

/// A day and a time that exist once: nobody may be able to argue about a deadline.
pub fn moment(typed_day: &str, typed_time: &str) -> Result<Timestamp, MomentError> {
    let day = day(typed_day).ok_or(MomentError::Day)?;
    let time = clock_time(typed_time).ok_or(MomentError::Time)?;
    let found = amsterdam().to_ambiguous_timestamp(day.to_datetime(time));
    match found.offset() {
        AmbiguousOffset::Unambiguous { .. } => found.unambiguous().map_err(|_| MomentError::Day),
        AmbiguousOffset::Gap { .. } => Err(MomentError::Skipped),
        AmbiguousOffset::Fold { .. } => Err(MomentError::Twice),
    }
}

/// `12:00` and `12.00`.
fn clock_time(text: &str) -> Option<Time> {
    let (hour, minute) = text.trim().split_once([':', '.'])?;
    let two = |part: &str| -> Option<i8> {
        let digits = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if digits { part.parse().ok() } else { None }
    };
    Time::new(two(hour)?, two(minute)?, 0, 0).ok()
}

/// The day and the time of a moment as form fields hold them: `2027-01-15` and `12:00`.
pub fn typed(at: Timestamp) -> (String, String) {
    let local = at.to_zoned(amsterdam());
    (local.date().to_string(), format!("{:02}:{:02}", local.hour(), local.minute()))
}

/// The calendar day on which a moment falls.
pub fn day_of(at: Timestamp) -> Date {
    at.to_zoned(amsterdam()).date()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_moment_is_local_time() {
        let read = |day, time| moment(day, time).map(|at| at.to_string());
        assert_eq!(read("2027-01-15", "12:00"), Ok("2027-01-15T11:00:00Z".into()));
        assert_eq!(read("1-7-2027", "9.30"), Ok("2027-07-01T07:30:00Z".into()));
    }

    #[test]
    fn what_does_not_exist_or_exists_twice_is_refused() {
        let cases = [
            ("2027-04-31", "12:00", MomentError::Day),
            ("31-04-2027", "12:00", MomentError::Day),
            ("", "12:00", MomentError::Day),
            ("2027-01-15", "", MomentError::Time),
            ("2027-01-15", "24:00", MomentError::Time),
            ("2027-01-15", "12:60", MomentError::Time),
            ("2027-03-28", "02:30", MomentError::Skipped),
            ("2027-10-31", "02:30", MomentError::Twice),
        ];
        for (day, time, why) in cases {
            assert_eq!(moment(day, time), Err(why), "{day} {time}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(minutes in 0_i64..10_000_000) {
            let at = Timestamp::from_second(1_767_225_600 + minutes * 60).unwrap();
            let (day, time) = typed(at);
            match moment(&day, &time) {
                Ok(read) => prop_assert_eq!(read, at),
                Err(why) => prop_assert_eq!(why, MomentError::Twice),
            }
        }
    }
}
