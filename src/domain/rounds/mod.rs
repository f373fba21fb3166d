//! Rounds: what a municipality asks, its lots, and when it may change.

pub mod definition;
pub mod lots;
pub mod sections;
