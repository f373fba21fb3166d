//! The one place that reads the time. Entries (web, jobs, live, command line) ask it and hand the
//! answer down; tests set it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

/// The server's clock, possibly moved. Cheap to clone; clones share the setting.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    /// Microseconds that this clock is ahead of the machine's.
    ahead: Arc<AtomicI64>,
}

impl Clock {
    /// The time in whole microseconds: what both databases keep exactly.
    pub fn now(&self) -> Timestamp {
        let moved = machine().as_microsecond() + self.ahead.load(Ordering::Relaxed);
        Timestamp::from_microsecond(moved).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// For tests and rehearsals: from here on the clock goes on from `now`.
    pub fn set(&self, now: Timestamp) {
        let ahead = now.as_microsecond() - machine().as_microsecond();
        self.ahead.store(ahead, Ordering::Relaxed);
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
fn machine() -> Timestamp {
    Timestamp::now()
}
