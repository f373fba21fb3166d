//! The one place that reads the time. Entries (web, jobs, live, command line) ask it and hand the
//! answer down; tests set it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

/// The server's clock. Cheap to clone; clones share the setting.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    /// Where a test set it, in microseconds; 0 when it runs with the machine's.
    set_to: Arc<AtomicI64>,
}

impl Clock {
    /// The time in whole microseconds: what both databases keep exactly.
    pub fn now(&self) -> Timestamp {
        let microseconds = match self.set_to.load(Ordering::Relaxed) {
            0 => machine().as_microsecond(),
            _ => self.set_to.fetch_add(1, Ordering::Relaxed),
        };
        Timestamp::from_microsecond(microseconds).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// For tests: from here on only looking moves the clock, a microsecond each time. A slow machine
    /// changes nothing, and yet no two acts are at the same moment.
    pub fn set(&self, now: Timestamp) {
        self.set_to.store(now.as_microsecond(), Ordering::Relaxed);
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
fn machine() -> Timestamp {
    Timestamp::now()
}
