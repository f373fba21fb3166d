//! Diesel only: one file per noun, one set of queries for both databases. Functions that write ask
//! for `&mut Tx`, the proof of a transaction; reads take `&mut Conn`. Nothing here decides.

/// Names the columns of a row once: Diesel wants them as a value and as the type of that value.
macro_rules! columns {
    ($(#[$doc:meta])* $name:ident: $($column:path),+ $(,)?) => {
        $(#[$doc])*
        const $name: ($($column,)+) = ($($column,)+);
    };
}

pub mod accounts;
pub mod admissibility;
pub mod answers;
pub mod areas;
pub mod assignments;
pub mod attachments;
pub mod award_proofs;
pub mod bid_lines;
pub mod bids;
pub mod clashes;
pub mod comments;
pub mod complaints;
pub mod conflicts;
pub mod consultations;
pub mod db;
pub mod decisions;
pub mod draws;
pub mod equivalents;
pub mod error;
pub mod expertise;
pub mod exports;
pub mod extensions;
pub mod file_checks;
pub mod first_grades;
pub mod inquiries;
pub mod joined;
pub mod journal;
pub mod keys;
pub mod leads;
pub mod letters;
pub mod listeners;
pub mod mail_log;
pub mod mail_texts;
pub mod members;
pub mod migrate;
pub mod minute_remarks;
pub mod notes;
pub mod opening;
pub mod outbox;
pub mod own_areas;
pub mod parties;
pub mod places;
pub mod profiles;
pub mod progress;
pub mod questions;
pub mod ranked;
pub mod rejections;
pub mod reminders;
pub mod reviews;
pub mod rounds;
pub mod samples;
pub mod schema;
pub mod scores;
pub mod seats;
pub mod sheets;
pub mod submissions;
pub mod support;
pub mod tables;
pub mod terms;
pub mod throttles;
pub mod time;
pub mod todos;
pub mod tokens;
pub mod uploads;
pub mod visits;
pub mod votes;

pub use db::{Conn, Database, Kind, Tx};
pub use error::StoreError;

/// The one source of ids.
pub fn new_id() -> uuid::Uuid {
    uuid::Uuid::new_v4()
}
