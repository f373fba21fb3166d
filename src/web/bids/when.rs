//! Moments close to now, as people say them.

use jiff::Timestamp;

use crate::web::public::views::Reader;

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
