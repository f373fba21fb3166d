//! The rules of the trade, pure: no clock, no database, no network, no unseeded chance.

pub mod scoring;
pub mod terms;
pub mod words;
