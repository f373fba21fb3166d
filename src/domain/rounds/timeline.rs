//! Dates of a round from the day on which it is published: so many days between each step and the
//! next. No step ends on a Saturday, a Sunday or a public holiday (Algemene termijnenwet, art. 1),
//! and every moment is at noon, which no change of the clock skips or repeats.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::definition::Dates;
use super::publication::Step;
use crate::domain::moments::{amsterdam, day_of};
use crate::domain::terms::is_free;

/// Calendar days from each step to the next. The first counts from the day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeline {
    pub questions_until: u16,
    pub closes_at: u16,
    pub scores_due: u16,
    pub table_on: u16,
    pub decision_on: u16,
    pub starts_on: u16,
}

/// Longer than any step of a round.
const LONGEST: u16 = 3_650;

impl Timeline {
    /// Six weeks to bid, a decision in six weeks, half a year to prepare.
    pub const USUAL: Timeline = Timeline {
        questions_until: 28,
        closes_at: 14,
        scores_due: 21,
        table_on: 7,
        decision_on: 14,
        starts_on: 182,
    };

    /// The days that lie between the steps of a round that was published on this day.
    pub fn of(published: Date, dates: &Dates) -> Timeline {
        let mut before = published;
        let mut gap = |day: Date| {
            let days = (day - before).get_days();
            before = day;
            u16::try_from(days).unwrap_or(1).clamp(1, LONGEST)
        };
        Timeline {
            questions_until: gap(day_of(dates.questions_until)),
            closes_at: gap(day_of(dates.closes_at)),
            scores_due: gap(dates.scores_due),
            table_on: gap(dates.table_on),
            decision_on: gap(dates.decision_on),
            starts_on: gap(dates.starts_on),
        }
    }

    pub fn days(&self, step: Step) -> u16 {
        match step {
            Step::QuestionsUntil => self.questions_until,
            Step::ClosesAt => self.closes_at,
            Step::ScoresDue => self.scores_due,
            Step::TableOn => self.table_on,
            Step::DecisionOn => self.decision_on,
            Step::StartsOn => self.starts_on,
        }
    }

    /// The dates of a round that is published on this day. Help starts on the first of a month,
    /// whatever day that is: it is no deadline.
    pub fn dates(&self, published: Date) -> Dates {
        let mut day = published;
        let mut next = |step: Step| {
            let days = self.days(step).clamp(1, LONGEST);
            day = working_day(day.saturating_add(i32::from(days).days()));
            day
        };
        let mut dates = Dates {
            questions_until: noon(next(Step::QuestionsUntil)),
            closes_at: noon(next(Step::ClosesAt)),
            scores_due: next(Step::ScoresDue),
            table_on: next(Step::TableOn),
            decision_on: next(Step::DecisionOn),
            starts_on: published,
        };
        let preparing = i32::from(self.starts_on.clamp(1, LONGEST)).days();
        dates.starts_on = first_of_month(dates.decision_on.saturating_add(preparing));
        dates
    }
}

/// This day, or the first one after it on which people work.
pub fn working_day(day: Date) -> Date {
    let mut day = day;
    while is_free(day) {
        // The calendar ends in the year 9999.
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    day
}

/// Twelve o'clock in the Netherlands.
pub fn noon(day: Date) -> Timestamp {
    let at = day.at(12, 0, 0, 0).to_zoned(amsterdam());
    at.map_or(Timestamp::MAX, |at| at.timestamp())
}

/// This day when a month begins on it, or else the first of the next month.
fn first_of_month(day: Date) -> Date {
    if day.day() == 1 { day } else { day.last_of_month().tomorrow().unwrap_or(day) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rounds::publication::date_problems;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn days_are_counted_from_step_to_step_and_never_end_on_a_free_day() {
        let dates = Timeline::USUAL.dates(date(2027, 2, 27));
        // 27 March is a Saturday and 29 March is Easter Monday; from the 28th it is summer time.
        let expected = Dates {
            questions_until: "2027-03-30T10:00:00Z".parse().unwrap(),
            closes_at: "2027-04-13T10:00:00Z".parse().unwrap(),
            scores_due: date(2027, 5, 4),
            table_on: date(2027, 5, 11),
            decision_on: date(2027, 5, 25),
            starts_on: date(2027, 12, 1),
        };
        assert_eq!(dates, expected);
    }

    #[test]
    fn noon_is_noon_on_the_days_when_the_clock_changes() {
        let clock = |day| crate::domain::moments::typed(noon(day));
        for day in [date(2027, 3, 28), date(2027, 10, 31), date(2028, 3, 26)] {
            assert_eq!(clock(day), (day.to_string(), "12:00".into()));
        }
    }

    #[test]
    fn a_copy_keeps_the_rhythm_of_the_round_it_came_from() {
        let published = date(2027, 1, 4);
        let dates = Timeline::USUAL.dates(published);
        let rhythm = Timeline::of(published, &dates);
        assert_eq!((rhythm.questions_until, rhythm.closes_at, rhythm.table_on), (28, 14, 7));
        assert_eq!(rhythm.dates(published), dates);
        // Dates in a wrong order have no rhythm; the copy is in order.
        let wrong = Dates { scores_due: date(2026, 1, 1), ..dates };
        let moved = Timeline::of(published, &wrong).dates(published);
        assert_eq!(date_problems(&moved, noon(published)), []);
    }

    prop_compose! {
        fn timeline()(days in proptest::array::uniform6(0u16..400)) -> Timeline {
            let [questions_until, closes_at, scores_due, table_on, decision_on, starts_on] = days;
            Timeline { questions_until, closes_at, scores_due, table_on, decision_on, starts_on }
        }
    }

    proptest! {
        #[test]
        fn proposed_dates_can_always_be_published(
            timeline in timeline(),
            (year, days) in (2020i16..2100, 0i32..366),
        ) {
            let published = date(year, 1, 1).saturating_add(days.days());
            let dates = timeline.dates(published);
            prop_assert_eq!(date_problems(&dates, noon(published)), vec![]);
            let (questions, closes) = (day_of(dates.questions_until), day_of(dates.closes_at));
            for day in [questions, closes, dates.scores_due, dates.table_on, dates.decision_on] {
                prop_assert!(!is_free(day), "{day}");
            }
            prop_assert_eq!(dates.starts_on.day(), 1);
            let clock = |at| crate::domain::moments::typed(at).1;
            prop_assert_eq!((clock(dates.questions_until), clock(dates.closes_at)), ("12:00".into(), "12:00".into()));
            // A copy made on the same day has the same dates until the start.
            let again = Timeline::of(published, &dates).dates(published);
            prop_assert_eq!(again, dates);
        }

        #[test]
        fn a_step_is_never_shorter_than_the_timeline_says(timeline in timeline(), days in 0i32..3000) {
            let published = date(2025, 1, 1).saturating_add(days.days());
            let rhythm = Timeline::of(published, &timeline.dates(published));
            for step in Step::ALL {
                prop_assert!(rhythm.days(*step) >= timeline.days(*step).max(1), "{step:?}");
            }
        }
    }
}
