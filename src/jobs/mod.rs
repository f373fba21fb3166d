//! The worker: takes errands that are due and does them, mostly by sending a mail. A failure is
//! tried again later and cannot undo the act that asked for it.

mod account_mails;
mod bids;
mod consultations;
mod deadlines;
mod errands;
mod exports;
mod files;
mod mandate;
mod matters;
mod review;
mod together;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

pub use exports::BidPaper;

use self::errands::ErrandError;
use crate::actions;
use crate::clock::Clock;
use crate::documents::files::Files;
use crate::documents::scanner::Scanner;
use crate::mail::Mailer;
use crate::rendering::Renderer;
use crate::store::outbox::Claimed;
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
    pub bid_paper: BidPaper,
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
        match errands::run(self, &claimed) {
            Ok(()) => self.db.write_now(move |tx| store::outbox::done(tx, &claimed, now))?,
            Err(error) => self.failed(&claimed, &error, now)?,
        }
        Ok(true)
    }

    /// Tries again later, or leaves it to people once it makes no sense any more.
    fn failed(
        &self,
        claimed: &Claimed,
        error: &ErrandError,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let (id, kind) = (claimed.id, claimed.errand.kind());
        let text: String = error.to_string().chars().take(MOST_ERROR).collect();
        tracing::warn!(errand = ?id, kind, error = %text, "an errand failed");
        let tries = claimed.attempts + 1;
        let over = match error.refused() {
            Some(true) => tries >= TRIES_REFUSED,
            Some(false) => tries >= TRIES,
            None => false,
        };
        let due = later(now, claimed.attempts);
        self.db.write_now(move |tx| match over {
            true => actions::give_up_mail(tx, id, &text, now),
            false => store::outbox::again(tx, id, due, &text),
        })
    }
}

/// A mail that is refused for good is offered so often: a refusal can be a passing fault.
const TRIES_REFUSED: i32 = 3;
/// Any other mail is offered so often, which takes about a day.
const TRIES: i32 = 12;
/// Signs of what the other side said that are kept.
const MOST_ERROR: usize = 300;

/// A minute, then doubling up to six hours.
fn later(now: Timestamp, attempts: i32) -> Timestamp {
    let minutes = 2_i64.saturating_pow(attempts.clamp(0, 9).unsigned_abs()).min(360);
    now.saturating_add(SignedDuration::from_mins(minutes)).unwrap_or(now)
}
