//! Reminders of a deadline: to who writes a bid that is not handed in yet, at moments that are the
//! same for everybody. Who does not want them mutes them, per bid.

use jiff::{SignedDuration, Timestamp};

use crate::domain::accounts::words;

words! {
    /// How long before the deadline, longest first.
    Ahead {
        Fortnight = "14_days",
        Week = "7_days",
        TwoDays = "2_days",
        Day = "1_day",
        ThreeHours = "3_hours",
    }
}

impl Ahead {
    pub fn span(self) -> SignedDuration {
        SignedDuration::from_hours(match self {
            Ahead::Fortnight => 14 * 24,
            Ahead::Week => 7 * 24,
            Ahead::TwoDays => 48,
            Ahead::Day => 24,
            Ahead::ThreeHours => 3,
        })
    }

    /// When it is sent for this deadline.
    pub fn at(self, closes_at: Timestamp) -> Timestamp {
        closes_at.checked_sub(self.span()).unwrap_or(closes_at)
    }

    fn next(self) -> Option<Ahead> {
        let place = Ahead::ALL.iter().position(|one| *one == self)?;
        Ahead::ALL.get(place + 1).copied()
    }

    /// Is it still worth sending? Not before its moment, which an extension moves, and not once the
    /// next one is due: a service that was away sends one reminder, not five.
    pub fn is_due(self, closes_at: Timestamp, now: Timestamp) -> bool {
        let end = self.next().map_or(closes_at, |next| next.at(closes_at));
        self.at(closes_at) <= now && now < end
    }
}

/// Those still to come, with their moments.
pub fn to_come(closes_at: Timestamp, now: Timestamp) -> Vec<(Ahead, Timestamp)> {
    let all = Ahead::ALL.iter().map(|ahead| (*ahead, ahead.at(closes_at)));
    all.filter(|(_, at)| *at > now).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(hours: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours)
    }

    #[test]
    fn a_reminder_has_its_own_stretch_of_time() {
        let closes = at(1_000);
        assert!(Ahead::Day.is_due(closes, at(976)));
        assert!(Ahead::Day.is_due(closes, at(996)));
        assert!(!Ahead::Day.is_due(closes, at(997)), "the last one is due now");
        assert!(!Ahead::Day.is_due(closes, at(975)));
        assert!(!Ahead::Day.is_due(at(1_024), at(976)), "the deadline moved a day");
        assert!(!Ahead::ThreeHours.is_due(closes, closes));
        assert_eq!(to_come(closes, at(960)), [(Ahead::Day, at(976)), (Ahead::ThreeHours, at(997))]);
    }

    proptest! {
        #[test]
        fn at_most_one_is_due_at_any_moment(hours in 0i64..1_100) {
            let due = Ahead::ALL.iter().filter(|ahead| ahead.is_due(at(1_000), at(hours)));
            let expected = usize::from((1_000 - 14 * 24..1_000).contains(&hours));
            prop_assert_eq!(due.count(), expected);
        }
    }
}
