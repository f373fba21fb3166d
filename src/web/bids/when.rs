//! Moments close to now, as people say them.

use jiff::{SignedDuration, Timestamp};

use crate::domain::bids::answers::{Answers, section_of};
use crate::store::accounts::Member;
use crate::web::public::views::Reader;

/// Somebody who saved this short ago is still at it.
const AT_WORK: SignedDuration = SignedDuration::from_mins(5);

pub fn is_at_work(last: Timestamp, now: Timestamp) -> bool {
    now.duration_since(last) <= AT_WORK
}

/// Who saved something in this section a moment ago, and nothing elsewhere since.
pub fn at_work_in<'m>(
    answers: &Answers,
    members: &'m [Member],
    section: &str,
    now: Timestamp,
) -> Vec<&'m Member> {
    let mut found: Vec<&Member> = vec![];
    for member in members {
        let last = answers.last_of(member.person);
        let here =
            last.is_some_and(|(at, field)| is_at_work(at, now) && section_of(field) == section);
        if here && found.iter().all(|other| other.person != member.person) {
            found.push(member);
        }
    }
    found
}

/// `vandaag, 14.32 uur`, `gisteren, 20.40 uur`, `12 november 2026`.
pub fn ago(r: Reader<'_>, at: Timestamp) -> String {
    let (day, today) = (r.renderer.local_day(at), r.renderer.local_day(r.now));
    let key = match day {
        _ if day == today => "bid-when-today",
        _ if today.yesterday().is_ok_and(|yesterday| yesterday == day) => "bid-when-yesterday",
        _ => return r.renderer.day(r.lang, day),
    };
    let clock = r.renderer.clock(r.lang, at);
    r.renderer.translate(r.lang, key, &[("clock", clock.into())])
}

/// The clock time, for what was saved today.
pub fn clock_today(r: Reader<'_>, at: Timestamp) -> Option<String> {
    (r.renderer.local_day(at) == r.renderer.local_day(r.now)).then(|| r.renderer.clock(r.lang, at))
}
