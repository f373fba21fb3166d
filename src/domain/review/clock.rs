//! The decision term while a bidder completes its bid: the clock stands still.

use jiff::ToSpan;
use jiff::civil::Date;

/// Days on which the decision term does not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// The first of them.
    pub begins: Date,
    /// The first day on which it runs again; none as long as the bidder has time.
    pub ends: Option<Date>,
}

impl Pause {
    /// The term stands still from the day after the bidder was asked until the day on which it
    /// answered, or on which its time was over without an answer.
    ///
    /// Source: art. 4:15, first paragraph, under a, Awb.
    pub fn new(asked: Date, over: Option<Date>) -> Pause {
        let begins = asked.saturating_add(1.day());
        Pause { begins, ends: over.map(|day| day.max(begins)) }
    }

    /// The first day after it, when it lasts until today at least.
    fn end(&self, today: Date) -> Date {
        self.ends.unwrap_or(today).max(self.begins)
    }

    /// The clock stands still on this day.
    pub fn covers(&self, day: Date) -> bool {
        day >= self.begins && self.ends.is_none_or(|end| day < end)
    }
}

/// How many calendar days the term stood still, up to and without today. A day that falls in two
/// pauses counts once: one term cannot stand still twice.
pub fn days(pauses: &[Pause], today: Date) -> i32 {
    let mut spans: Vec<(Date, Date)> =
        pauses.iter().map(|pause| (pause.begins, pause.end(today))).collect();
    spans.sort();
    let (mut days, mut counted) = (0, Date::MIN);
    for (begins, end) in spans {
        let from = begins.max(counted);
        if end > from {
            days += (end - from).get_days();
            counted = end;
        }
    }
    days
}

/// The last day of the term after these pauses: each day that it stood still is added.
pub fn moved(day: Date, pauses: &[Pause], today: Date) -> Date {
    day.saturating_add(days(pauses, today).days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const MAY_1: Date = date(2027, 5, 1);

    fn pause(asked: i8, over: Option<i8>) -> Pause {
        let day = |d| date(2027, 4, d);
        Pause::new(day(asked), over.map(day))
    }

    #[test]
    fn the_day_of_asking_and_the_day_of_the_answer_run() {
        let whole = pause(1, Some(6));
        assert_eq!(whole, Pause { begins: date(2027, 4, 2), ends: Some(date(2027, 4, 6)) });
        assert_eq!(days(&[whole], MAY_1), 4);
        assert_eq!(moved(MAY_1, &[whole], MAY_1), date(2027, 5, 5));
        let covered = [1, 2, 5, 6].map(|d| whole.covers(date(2027, 4, d)));
        assert_eq!(covered, [false, true, true, false]);
    }

    #[test]
    fn an_answer_at_once_costs_no_day() {
        assert_eq!(days(&[pause(1, Some(1)), pause(3, Some(4))], MAY_1), 0);
    }

    #[test]
    fn a_term_that_still_runs_counts_until_today() {
        let open = pause(1, None);
        assert_eq!(days(&[open], date(2027, 4, 1)), 0);
        assert_eq!(days(&[open], date(2027, 4, 10)), 8);
        assert!(open.covers(MAY_1));
    }

    #[test]
    fn two_questions_at_once_stop_one_clock() {
        assert_eq!(days(&[pause(1, Some(10)), pause(3, Some(6))], MAY_1), 8);
        assert_eq!(days(&[pause(1, Some(6)), pause(3, Some(10))], MAY_1), 8);
        assert_eq!(days(&[pause(1, Some(6)), pause(10, Some(13))], MAY_1), 6);
    }

    fn pauses() -> impl Strategy<Value = Vec<Pause>> {
        let one = (0..200i32, proptest::option::of(0..60i32)).prop_map(|(asked, length)| {
            let asked = date(2027, 1, 1) + asked.days();
            Pause::new(asked, length.map(|days| asked + days.days()))
        });
        proptest::collection::vec(one, 0..8)
    }

    proptest! {
        /// The same as counting the days one by one that fall in any pause.
        #[test]
        fn each_day_counts_once(pauses in pauses(), today in 0..300i32) {
            let today = date(2027, 1, 1) + today.days();
            // Pauses that are over may reach past today in this game; count as far as they go.
            let last = pauses.iter().map(|p| p.end(today)).max().unwrap_or(today);
            let counted = date(2027, 1, 1)
                .series(1.day())
                .take_while(|day| *day < last)
                .filter(|day| pauses.iter().any(|p| *day >= p.begins && *day < p.end(today)))
                .count();
            prop_assert_eq!(days(&pauses, today), i32::try_from(counted).unwrap());
        }

        /// More pauses never make the term end sooner.
        #[test]
        fn a_pause_never_shortens(pauses in pauses(), today in 0..300i32) {
            let today = date(2027, 1, 1) + today.days();
            for n in 0..pauses.len() {
                prop_assert!(days(&pauses[..n], today) <= days(&pauses, today));
            }
        }
    }
}
