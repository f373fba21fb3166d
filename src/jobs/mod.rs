//! The worker: takes errands that are due and does them, mostly by sending a mail. A failure is
//! tried again later and cannot undo the act that asked for it.

mod account_mails;
mod bids;
mod consultations;
mod deadlines;
mod errands;
mod files;
mod mandate;
mod review;
mod together;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::clock::Clock;
use crate::documents::files::Files;
use crate::documents::scanner::Scanner;
use crate::mail::Mailer;
use crate::rendering::Renderer;
use crate::store::{self, Database, StoreError};

pub struct Worker {
    pub db: Database,
    pub mailer: Mailer,
    pub renderer: Arc<Renderer>,
    pub clock: Clock,
    /// Start of links in mails.
    pub public_url: String,
    pub files: Files,
    pub scanner: Option<Scanner>,
}

/// How long the worker rests when nothing is due.
const REST: Duration = Duration::from_millis(500);

impl Worker {
    /// Works until `stop` says so.
    pub fn work(&self, stop: &AtomicBool) {
        while !stop.load(Ordering::Relaxed) {
            match self.next() {
                Ok(true) => {}
                Ok(false) => std::thread::park_timeout(REST),
                Err(error) => {
                    tracing::error!(%error, "the worker cannot reach the database");
                    std::thread::park_timeout(REST);
                }
            }
        }
    }

    /// Does everything that is due now; answers how many errands that were.
    pub fn run_due(&self) -> Result<usize, StoreError> {
        let mut done = 0;
        while self.next()? {
            done += 1;
        }
        Ok(done)
    }

    fn next(&self) -> Result<bool, StoreError> {
        let now = self.clock.now();
        let claimed = self.db.write_now(move |tx| store::outbox::claim(tx, now))?;
        let Some(claimed) = claimed else { return Ok(false) };
        let (id, kind) = (claimed.id, claimed.errand.kind());
        match errands::run(self, &claimed) {
            Ok(()) => self.db.write_now(move |tx| store::outbox::done(tx, id, now))?,
            Err(error) => {
                let text = error.to_string();
                tracing::warn!(errand = ?id, kind, error = %text, "an errand failed");
                let due = later(now, claimed.attempts);
                self.db.write_now(move |tx| store::outbox::again(tx, id, due, &text))?;
            }
        }
        Ok(true)
    }
}

/// A minute, then doubling up to six hours.
fn later(now: Timestamp, attempts: i32) -> Timestamp {
    let minutes = 2_i64.saturating_pow(attempts.clamp(0, 9).unsigned_abs()).min(360);
    now.saturating_add(SignedDuration::from_mins(minutes)).unwrap_or(now)
}
