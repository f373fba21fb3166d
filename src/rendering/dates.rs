//! Days and times in words, in the local time of the Netherlands.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, tz};

use super::Lang;
use super::texts::{Arg, Texts};

/// Says moments in one language. Words and sentences are looked up once, at the start: a long list
/// says hundreds of moments, and each would ask for five texts.
#[derive(Clone)]
pub(super) struct Dates {
    zone: TimeZone,
    weekdays: Vec<String>,
    months: Vec<String>,
    long: Pattern,
    short: Pattern,
    with_clock: Pattern,
    clock: Pattern,
    exact: Pattern,
}

impl Dates {
    pub(super) fn new(lang: Lang, texts: &Texts) -> Result<Dates, jiff::Error> {
        let words = |kind: &str, count: u8| {
            (1..=count).map(|n| texts.text(lang, &format!("{kind}-{n}"), &[])).collect()
        };
        let pattern = |key: &str, names: &[&str]| Pattern::learn(texts, (lang, key), names);
        Ok(Dates {
            zone: tz::db().get("Europe/Amsterdam")?,
            weekdays: words("weekday", 7),
            months: words("month", 12),
            long: pattern("date-long", &["weekday", "date"]),
            short: pattern("date-short", &["day", "month", "year"]),
            with_clock: pattern("date-time", &["date", "clock"]),
            clock: pattern("clock", &["hour", "minute"]),
            exact: pattern("clock-exact", &["hour", "minute", "second"]),
        })
    }

    /// Local time of an RFC 3339 moment; a day or local time without offset stays as it is.
    pub(super) fn local(&self, text: &str) -> Option<DateTime> {
        match text.parse::<Timestamp>() {
            Ok(moment) => Some(self.of(moment)),
            Err(_) => text.parse().ok(),
        }
    }

    pub(super) fn of(&self, moment: Timestamp) -> DateTime {
        self.zone.to_datetime(moment)
    }

    /// `vrijdag 15 januari 2027`
    pub(super) fn date(&self, at: DateTime) -> String {
        let weekday = word(&self.weekdays, at.weekday().to_monday_one_offset());
        self.long.fill(&[weekday, &self.short_date(at)])
    }

    /// `15 januari 2027`
    pub(super) fn short_date(&self, at: DateTime) -> String {
        let month = word(&self.months, at.month());
        self.short.fill(&[&at.day().to_string(), month, &at.year().to_string()])
    }

    /// `vrijdag 15 januari 2027, 12.00 uur`
    pub(super) fn datetime(&self, at: DateTime) -> String {
        self.with_clock.fill(&[&self.date(at), &self.clock(at)])
    }

    /// `14.32 uur`
    pub(super) fn clock(&self, at: DateTime) -> String {
        self.clock.fill(&[&two_digits(at.hour()), &two_digits(at.minute())])
    }

    /// `vrijdag 15 januari 2027, 12.00.01 uur`
    pub(super) fn exact(&self, at: DateTime) -> String {
        let [hour, minute, second] = [at.hour(), at.minute(), at.second()].map(two_digits);
        self.with_clock.fill(&[&self.date(at), &self.exact.fill(&[&hour, &minute, &second])])
    }
}

/// Months and days of the week count from 1.
fn word(words: &[String], number: i8) -> &str {
    let place = usize::try_from(number).ok().and_then(|n| n.checked_sub(1));
    place.and_then(|n| words.get(n)).map(String::as_str).unwrap_or_default()
}

fn two_digits(number: i8) -> String {
    format!("{number:02}")
}

/// Signs for private use: no text has them.
const SIGNS: std::ops::Range<char> = '\u{e000}'..'\u{f8ff}';

/// A sentence of `locales/` with its gaps found beforehand.
#[derive(Clone)]
struct Pattern {
    /// What stands before each gap, with the gap's place among the names.
    parts: Vec<(String, usize)>,
    end: String,
}

impl Pattern {
    /// Fills the sentence with signs, and cuts it there.
    fn learn(texts: &Texts, (lang, key): (Lang, &str), names: &[&str]) -> Pattern {
        let signs: Vec<String> = SIGNS.take(names.len()).map(String::from).collect();
        let args: Vec<(&str, Arg<'_>)> =
            names.iter().zip(&signs).map(|(name, sign)| (*name, sign.as_str().into())).collect();
        let text = texts.text(lang, key, &args);
        let (mut parts, mut rest) = (vec![], text.as_str());
        while let Some((at, sign)) = rest.char_indices().find(|(_, c)| SIGNS.contains(c)) {
            let gap = signs.iter().position(|s| s.starts_with(sign)).unwrap_or_default();
            parts.push((rest[..at].to_owned(), gap));
            rest = &rest[at + sign.len_utf8()..];
        }
        Pattern { parts, end: rest.to_owned() }
    }

    fn fill(&self, words: &[&str]) -> String {
        let mut text = String::new();
        for (before, gap) in &self.parts {
            text.push_str(before);
            text.push_str(words.get(*gap).copied().unwrap_or_default());
        }
        text + &self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(lang: Lang) -> Dates {
        Dates::new(lang, &Texts::load().unwrap()).unwrap()
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
