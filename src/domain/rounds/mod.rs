//! Rounds: what a municipality asks, its lots, and when it may change.

pub mod amendment;
pub mod changes;
pub mod complaints;
pub mod cost_terms;
pub mod definition;
pub mod extension;
pub mod joined;
pub mod lots;
pub mod notes;
mod price;
pub mod procedure;
pub mod publication;
pub mod questions;
pub mod rehearsal;
pub mod risks;
mod round;
mod scheme;
pub mod sections;
pub mod self_check;
pub mod timeline;
pub mod warnings;
pub mod worked_example;

pub use round::{Lot, Phase, Publication, Round, canonical, publication_hash};
