//! Reminders of the day on which scores are due. Who has nothing left to do hears nothing.

use jiff::civil::{Date, time};
use jiff::{SignedDuration, Timestamp, ToSpan};

use crate::domain::accounts::words;
use crate::domain::moments::amsterdam;

words! {
    /// When, seen from the day on which scores are due.
    When {
        TwoDaysBefore = "two_days_before",
        OnTheDay = "on_the_day",
        Overdue = "overdue",
    }
}

impl When {
    /// At nine in the morning, local time.
    pub fn at(self, due: Date) -> Timestamp {
        let day = match self {
            When::TwoDaysBefore => due.checked_sub(2.days()),
            When::OnTheDay => Ok(due),
            When::Overdue => due.checked_add(1.day()),
        };
        let nine = day.unwrap_or(due).to_datetime(time(9, 0, 0, 0));
        nine.to_zoned(amsterdam()).map(|zoned| zoned.timestamp()).unwrap_or(Timestamp::MAX)
    }

    /// Still worth sending: a service that was away sends the last one, not all three.
    pub fn is_due(self, due: Date, now: Timestamp) -> bool {
        let end = match self {
            When::TwoDaysBefore => When::OnTheDay.at(due),
            When::OnTheDay => When::Overdue.at(due),
            When::Overdue => When::Overdue
                .at(due)
                .saturating_add(SignedDuration::from_hours(24 * 14))
                .unwrap_or(Timestamp::MAX),
        };
        self.at(due) <= now && now < end
    }
}

/// Those still to come, with their moments.
pub fn to_come(due: Date, now: Timestamp) -> Vec<(When, Timestamp)> {
    When::ALL.iter().map(|when| (*when, when.at(due))).filter(|(_, at)| *at > now).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn reminders_come_at_nine_also_when_the_clock_changes() {
        // Summer time ends on 25 October 2026.
        let due = date(2026, 10, 26);
        let said: Vec<String> = When::ALL.iter().map(|w| w.at(due).to_string()).collect();
        let expected = ["2026-10-24T07:00:00Z", "2026-10-26T08:00:00Z", "2026-10-27T08:00:00Z"];
        assert_eq!(said, expected);
        let late = "2026-10-26T12:00:00Z".parse().unwrap();
        assert_eq!(to_come(due, late), [(When::Overdue, When::Overdue.at(due))]);
    }

    proptest! {
        #[test]
        fn at_most_one_is_due_at_any_moment(hours in -100i64..400) {
            let due = date(2026, 10, 26);
            let start: Timestamp = "2026-10-24T07:00:00Z".parse().unwrap();
            let now = start + SignedDuration::from_hours(hours);
            prop_assert!(When::ALL.iter().filter(|w| w.is_due(due, now)).count() <= 1);
        }
    }
}
