//! What was asked a bidder, in lines, and what that does to the decision term.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::admissibility::{Read, address};
use super::{count, say};
use crate::domain::ids::BidId;
use crate::domain::moments::day_of;
use crate::domain::review::clock::{self, Pause};
use crate::domain::review::inquiry::{How, Inquiry, InquiryKind, State};
use crate::domain::rounds::Round;
use crate::web::App;
use crate::web::me::Me;

/// One question with how far it is.
#[derive(Serialize)]
pub struct Asked {
    href: String,
    text: String,
    status: &'static str,
    status_text: String,
}

type Reader<'a> = (&'a App, &'a Me);

/// Questions of one kind about this bid, or about one thing in it.
pub fn of(
    reader: Reader<'_>,
    read: &Read,
    (kind, about): (InquiryKind, Option<&str>),
) -> Vec<Asked> {
    let own = read.asked.iter().filter(|one| one.kind == kind);
    let own = own.filter(|one| about.is_none_or(|about| one.about == about));
    let here = address(read.facts.round.id, read.bid.id);
    own.map(|one| line(reader, one, format!("{here}/inquiries/{}", one.id))).collect()
}

pub fn line((app, me): Reader<'_>, one: &Inquiry, href: String) -> Asked {
    let (status, key) = state(one, me.now);
    let asked = app.renderer.day(me.lang, day_of(one.asked.at));
    let key_of_kind = format!("inquiry-{}-line", one.kind.as_str());
    Asked {
        href,
        text: say(app, me, &key_of_kind, &[("day", asked.into())]),
        status,
        status_text: say(app, me, key, &[]),
    }
}

/// Kind of the label, and the message in it.
pub fn state(one: &Inquiry, now: jiff::Timestamp) -> (&'static str, &'static str) {
    match (&one.ending, one.state(now)) {
        (Some(ending), _) => match ending.how {
            How::Lapsed => ("closed", "inquiry-lapsed"),
            How::Released(_) => ("done", "inquiry-released"),
            How::Withheld => ("closed", "inquiry-withheld"),
        },
        (None, State::Open) => ("busy", "inquiry-open"),
        (None, State::Overdue) => ("action", "inquiry-overdue"),
        (None, State::ToJudge) => ("action", "inquiry-to-judge"),
        (None, State::Done) => ("done", "inquiry-answered"),
    }
}

/// What the pauses do to the day on which the decision is planned.
#[derive(Serialize)]
pub struct ClockView {
    /// The clock stands still today.
    still: bool,
    days: String,
    planned: Date,
    moved: Date,
    pauses: Vec<PauseLine>,
}

#[derive(Serialize)]
struct PauseLine {
    begins: Date,
    /// The last day that it stood still; none when it still does.
    last: Option<Date>,
    days: String,
}

/// The clock of the bid that moves the decision most; none when no clock ever stopped. A round is
/// decided at once, so its slowest bid decides.
pub fn clock_of_round(reader: Reader<'_>, round: &Round, asked: &[Inquiry]) -> Option<ClockView> {
    let (now, today) = (reader.1.now, day_of(reader.1.now));
    let mut per_bid: BTreeMap<BidId, Vec<Pause>> = BTreeMap::new();
    for one in asked {
        per_bid.entry(one.bid).or_default().extend(one.pause(now));
    }
    let pauses = per_bid.into_values().filter(|pauses| !pauses.is_empty());
    let pauses = pauses.max_by_key(|pauses| clock::days(pauses, today))?;
    let words = |days: i32| {
        let days = usize::try_from(days).unwrap_or(0);
        say(reader.0, reader.1, "clock-days", &[("count", count(days))])
    };
    let line = |pause: &Pause| PauseLine {
        begins: pause.begins,
        last: pause.ends.and_then(|end| end.yesterday().ok()),
        days: words(clock::days(&[*pause], today)),
    };
    let planned = round.definition.dates.decision_on;
    let real = |pause: &&Pause| pause.ends.is_none_or(|end| end > pause.begins);
    Some(ClockView {
        still: pauses.iter().any(|pause| pause.covers(today)),
        days: words(clock::days(&pauses, today)),
        planned,
        moved: clock::moved(planned, &pauses, today),
        pauses: pauses.iter().filter(real).map(line).collect(),
    })
}
