//! Tools of `scripts/live-load`: many tables, many people who follow them, and a clock.
//! `prepare DATABASE TABLES SEATS WINDOWS` copies a table of the example so often, each copy with
//! a round of its own, SEATS people and WINDOWS signed-in browsers of them;
//! `follow BASES TABLES WINDOWS SECONDS EVERY PID` opens all streams, shared out over the addresses,
//! lets one person of every table leave or come back once in EVERY seconds, and says how long it took
//! until each window had the new part of its page;
//! `storm BASE TABLES WINDOWS LINE` opens all streams, prints LINE, and then waits for the server to go
//! and come back while people save; it says how long it took until everybody followed again.
//! Loopback only; ends by itself.
#![allow(clippy::print_stdout, reason = "a measuring tool prints what it measured")]

mod browser;
mod follow;
mod prepare;
mod storm;

use std::time::Duration;

pub type Done<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

fn main() -> Done<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|w| w != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    // Each window is a connection of its own.
    rlimit::increase_nofile_limit(u64::MAX)?;
    match words.as_slice() {
        ["prepare", database, tables, seats, windows] => {
            let size = prepare::Size {
                tables: tables.parse()?,
                seats: seats.parse()?,
                windows: windows.parse()?,
            };
            prepare::prepare(database, &size)
        }
        ["follow", bases, tables, windows, seconds, every, pid] => {
            let crowd = browser::Crowd::new(bases, tables.parse()?, windows.parse()?)?;
            let pace = follow::Pace {
                lasts: Duration::from_secs(seconds.parse()?),
                every: Duration::from_secs_f64(every.parse()?),
            };
            runtime()?.block_on(follow::follow(crowd, pace, pid))
        }
        ["storm", base, tables, windows, line] => {
            let crowd = browser::Crowd::new(base, tables.parse()?, windows.parse()?)?;
            runtime()?.block_on(storm::storm(crowd, line))
        }
        _ => {
            println!("live prepare | follow | storm; see benches/live/main.rs");
            Ok(())
        }
    }
}

/// One thread: the server needs the cores.
fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}
