//! Days and times in words, in the local time of the Netherlands.

use std::sync::Arc;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, tz};

use super::Lang;
use super::texts::Texts;

/// Says moments in one language.
#[derive(Clone)]
pub(super) struct Dates {
    lang: Lang,
    texts: Arc<Texts>,
    zone: TimeZone,
}

impl Dates {
    pub(super) fn new(lang: Lang, texts: Arc<Texts>) -> Result<Dates, jiff::Error> {
        Ok(Dates { lang, texts, zone: tz::db().get("Europe/Amsterdam")? })
    }

    /// Local time of an RFC 3339 moment; a day or local time without offset stays as it is.
    pub(super) fn local(&self, text: &str) -> Option<DateTime> {
        match text.parse::<Timestamp>() {
            Ok(moment) => Some(self.of(moment)),
            Err(_) => text.parse().ok(),
        }
    }

    pub(super) fn of(&self, moment: Timestamp) -> DateTime {
        moment.to_zoned(self.zone.clone()).datetime()
    }

    /// `vrijdag 15 januari 2027`
    pub(super) fn date(&self, at: DateTime) -> String {
        let weekday = self.word("weekday", at.weekday().to_monday_one_offset());
        let short = self.short_date(at);
        self.texts.text(
            self.lang,
            "date-long",
            &[("weekday", weekday.into()), ("date", short.into())],
        )
    }

    /// `15 januari 2027`
    pub(super) fn short_date(&self, at: DateTime) -> String {
        let month = self.word("month", at.month());
        let (day, year) = (at.day().to_string(), at.year().to_string());
        let args = [("day", day.into()), ("month", month.into()), ("year", year.into())];
        self.texts.text(self.lang, "date-short", &args)
    }

    /// `vrijdag 15 januari 2027, 12.00 uur`
    pub(super) fn datetime(&self, at: DateTime) -> String {
        let (date, clock) = (self.date(at), self.clock(at));
        self.texts.text(self.lang, "date-time", &[("date", date.into()), ("clock", clock.into())])
    }

    /// `14.32 uur`
    pub(super) fn clock(&self, at: DateTime) -> String {
        let (hour, minute) = (format!("{:02}", at.hour()), format!("{:02}", at.minute()));
        self.texts.text(self.lang, "clock", &[("hour", hour.into()), ("minute", minute.into())])
    }

    /// `vrijdag 15 januari 2027, 12.00.01 uur`
    pub(super) fn exact(&self, at: DateTime) -> String {
        let [hour, minute, second] =
            [at.hour(), at.minute(), at.second()].map(|n| format!("{n:02}").into());
        let args = [("hour", hour), ("minute", minute), ("second", second)];
        let clock = self.texts.text(self.lang, "clock-exact", &args);
        let date = self.date(at);
        self.texts.text(self.lang, "date-time", &[("date", date.into()), ("clock", clock.into())])
    }

    fn word(&self, kind: &str, number: i8) -> String {
        self.texts.text(self.lang, &format!("{kind}-{number}"), &[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(lang: Lang) -> Dates {
        Dates::new(lang, Arc::new(Texts::load().unwrap())).unwrap()
    }

    #[test]
    fn a_moment_is_said_in_dutch_local_time() {
        let nl = dates(Lang::Nl);
        let winter = nl.local("2027-01-15T11:00:00Z").unwrap();
        assert_eq!(nl.datetime(winter), "vrijdag 15 januari 2027, 12.00 uur");
        let summer = nl.local("2027-07-01T22:30:00.5Z").unwrap();
        assert_eq!(nl.datetime(summer), "vrijdag 2 juli 2027, 00.30 uur");
        assert_eq!(nl.clock(summer), "00.30 uur");
        assert_eq!(nl.exact(winter), "vrijdag 15 januari 2027, 12.00.00 uur");
    }

    #[test]
    fn english_says_the_same_moment() {
        let en = dates(Lang::En);
        let at = en.local("2027-01-15T11:00:00Z").unwrap();
        assert_eq!(en.datetime(at), "Friday 15 January 2027, 12:00");
        assert_eq!(en.short_date(at), "15 January 2027");
    }

    #[test]
    fn a_day_without_time_stays_that_day() {
        let nl = dates(Lang::Nl);
        assert_eq!(nl.date(nl.local("2027-03-28").unwrap()), "zondag 28 maart 2027");
        assert_eq!(nl.local("tomorrow"), None);
    }
}
