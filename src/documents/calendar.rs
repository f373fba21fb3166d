//! The meetings of a consultation table as an iCalendar file (RFC 5545), which programs ask for
//! again and again. It holds times, titles and places, and nothing that was said. A crate for this
//! would bring a second library of times for forty lines.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::domain::consultations::{Consultation, Item, Meeting};

/// `public_url` is the start of the addresses of this service, without a slash at the end.
pub fn calendar(table: &Consultation, meetings: &[Item<Meeting>], public_url: &str) -> String {
    let name = escaped(&table.details.title);
    let mut file = Lines::default();
    file.add("BEGIN", "VCALENDAR");
    file.add("VERSION", "2.0");
    file.add("PRODID", "-//Buurtbod//Overlegtafel//NL");
    file.add("CALSCALE", "GREGORIAN");
    file.add("METHOD", "PUBLISH");
    file.add("NAME", &name);
    file.add("X-WR-CALNAME", &name);
    // Programs that mind this ask every hour.
    file.add("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
    for meeting in meetings {
        event(&mut file, table, meeting, public_url);
    }
    file.add("END", "VCALENDAR");
    file.0
}

fn event(file: &mut Lines, table: &Consultation, meeting: &Item<Meeting>, public_url: &str) {
    let called = &meeting.body.called;
    let host = public_url.split("://").last().unwrap_or("buurtbod");
    let status = match meeting.body.cancelled {
        Some(_) => "CANCELLED",
        None => "CONFIRMED",
    };
    file.add("BEGIN", "VEVENT");
    file.add("UID", &format!("{}@{host}", meeting.id));
    // Kept once is version 1 and sequence 0: it grows with every change.
    file.add("SEQUENCE", &(meeting.version - 1).max(0).to_string());
    file.add("DTSTAMP", &utc(meeting.at));
    file.add("DTSTART", &utc(called.starts_at));
    file.add("DTEND", &utc(called.ends_at));
    file.add("SUMMARY", &escaped(&format!("{}: {}", table.details.title, called.title)));
    file.add("LOCATION", &escaped(&called.place));
    file.add("URL", &format!("{public_url}/consultations/{}/meetings/{}", table.id, meeting.id));
    file.add("STATUS", status);
    file.add("END", "VEVENT");
}

/// Lines that end in CRLF and have at most 75 octets; what is longer goes on after a space.
#[derive(Default)]
struct Lines(String);

const OCTETS: usize = 75;

impl Lines {
    fn add(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for sign in format!("{name}:{value}").chars() {
            if octets + sign.len_utf8() > OCTETS {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(sign);
            octets += sign.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text as a value: signs that would end it or begin another are written otherwise.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => out.push(sign),
        }
    }
    out
}

/// `20270114T130000Z`: in UTC, so that no table of time zones has to go with it.
fn utc(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::consultations::{Called, Details, Entry};
    use crate::domain::ids::{ConsultationId, ItemId, OrganisationId};

    fn table() -> Consultation {
        Consultation {
            id: ConsultationId::named("a"),
            municipality: OrganisationId::named("waldervoort"),
            calendar: "secret".into(),
            made_at: Timestamp::UNIX_EPOCH,
            details: Details {
                title: "Tafel; dicht, bij".into(),
                theme: "hulp".into(),
                about: String::new(),
                region: vec![],
                entry: Entry::Quarterly,
                changed: None,
            },
        }
    }

    fn meeting(title: &str) -> Item<Meeting> {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let called = Called {
            title: title.into(),
            place: "Dorpshuis".into(),
            starts_at: at("2027-07-01T14:00:00+02:00"),
            ends_at: at("2027-07-01T16:00:00+02:00"),
        };
        let body = Meeting::new(called, at("2027-06-01T12:00:00Z")).unwrap();
        Item { version: 3, ..Item::new(ItemId::named("m"), at("2027-06-01T12:00:00Z"), body) }
    }

    #[test]
    fn a_meeting_is_an_event() {
        let text = calendar(&table(), &[meeting("Eerste\nBEGIN:VEVENT")], "https://a.example");
        for line in [
            "DTSTART:20270701T120000Z\r\n",
            "DTEND:20270701T140000Z\r\n",
            "SEQUENCE:2\r\n",
            "STATUS:CONFIRMED\r\n",
            "@a.example\r\n",
            "SUMMARY:Tafel\\; dicht\\, bij: Eerste\\nBEGIN:VEVENT\r\n",
        ] {
            assert!(text.contains(line), "{line} in {text}");
        }
        assert_eq!(text.matches("\r\nBEGIN:VEVENT").count(), 1);
        assert_eq!(
            text,
            calendar(&table(), &[meeting("Eerste\nBEGIN:VEVENT")], "https://a.example")
        );
    }

    #[test]
    fn lines_are_folded_and_whole() {
        let long = "Wij spreken over één of twee dingen, en ook over geld. ".repeat(9);
        let text = calendar(&table(), &[meeting(&long)], "https://a.example");
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        assert!(text.replace("\r\n ", "").contains("SUMMARY:Tafel\\; dicht\\, bij: Wij spreken"));
    }
}
