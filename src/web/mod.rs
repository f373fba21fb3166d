//! The door for browsers. Handlers extract, parse, act and answer; rules, queries and mails are
//! elsewhere. Start at `routes`.

mod accounts;
mod bid_list;
mod bids;
mod consultations;
mod decisions;
mod differences;
mod downloads;
mod errors;
mod exports;
mod forms;
mod frame;
mod health;
mod journal;
mod language;
mod mailbox;
mod me;
mod pages;
mod paging;
mod previews;
mod public;
mod receipts;
pub mod register;
mod review;
mod rounds;
pub mod routes;
mod score_table;
mod state;
mod static_files;
mod tables;
mod texts;
mod uploads;
pub mod urls;

pub use bids::paper_of_receipt;
pub use frame::around;
pub use state::{App, Limits};

/// For every address that is not in the table of routes.
pub async fn missing() -> Result<actix_web::HttpResponse, errors::Error> {
    Err(errors::Error::Missing)
}

/// An address that cannot be read is an address that is not there.
pub fn path_config() -> actix_web::web::PathConfig {
    actix_web::web::PathConfig::default().error_handler(|_, _| errors::Error::Missing.into())
}

/// Forms may be longer than what is usual elsewhere.
pub fn payload_config() -> actix_web::web::PayloadConfig {
    actix_web::web::PayloadConfig::new(forms::LARGEST)
}

pub fn query_config() -> actix_web::web::QueryConfig {
    actix_web::web::QueryConfig::default().error_handler(|_, _| errors::Error::Unreadable.into())
}
