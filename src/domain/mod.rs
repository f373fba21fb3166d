//! The rules of the trade, pure: no clock, no database, no network, no unseeded chance.

pub mod accounts;
pub mod areas;
pub mod bids;
pub mod consultations;
pub mod decisions;
pub mod errand;
pub mod exports;
pub mod ids;
pub mod journal;
pub mod mail_texts;
pub mod moments;
pub mod money;
pub mod overlap;
pub mod permission;

pub mod refusal;
pub mod review;
pub mod rounds;
#[allow(dead_code, unused_imports, reason = "a library of its own, which the house uses in part")]
pub mod scoring;
pub mod tables;
pub mod terms;
pub mod word_diff;
pub mod words;
