//! The contract for other tools: one JSON document in, one JSON document out. The commands
//! `buurtbod rank` and `buurtbod allocate` do nothing but hand text to this module; its schemas
//! (`schema/*.json`) say what the documents look like.
//!
//! Start at `rank`: `rank_input.rs` and `criteria.rs` read, the engine scores, `rank_output.rs`
//! writes and `analyses.rs` adds what was asked for. `json.rs` keeps the place of every fault.
//! `rank_document.rs` goes the other way: from a scheme and its bids to the document.
//! `allocate_input.rs` and `allocate_output.rs` do the same for lots.

mod allocate_input;
mod allocate_output;
mod analyses;
mod asked;
mod bids;
mod criteria;
mod json;
mod method;
mod rank_document;
mod rank_input;
mod rank_output;
#[cfg(test)]
mod tests;

use std::num::NonZeroUsize;

use serde::Serialize;
use serde_json::value::RawValue;

use super::bids::BidGrades;
use super::draw::Seed;
use super::scheme::Scheme;

pub use json::{Problem, Problems};

/// The most bids of one document.
pub const MOST_BIDS: usize = 1_000;
/// The most criteria of one document, parts of criteria included.
pub const MOST_CRITERIA: usize = 100;
/// The most assessors.
pub const MOST_ASSESSORS: usize = 50;
/// The most lots.
pub const MOST_LOTS: usize = 200;
/// The most bytes that are read of one document.
pub const MOST_BYTES: u64 = 64 << 20;

const RANK_SCHEMA: &str = include_str!("schema/rank.json");
const ALLOCATE_SCHEMA: &str = include_str!("schema/allocate.json");

/// Ranks the bids of one document, and writes the answer as JSON.
/// `threads` share the draws of an analysis; they change the time and nothing else.
///
/// Errors: every fault of the document with its place, at most a hundred.
pub fn rank(document: &[u8], threads: NonZeroUsize) -> Result<String, Problems> {
    let input = rank_input::read(document)?;
    rank_output::answer(&input, threads)
}

/// A ranking as a file with which anyone can do it again: `input` is a document for `rank`,
/// `result` is what `rank` answers to it. `title` says what it is about.
/// Without a seed nothing is drawn: bids that a draw would order share their place.
///
/// Errors: a scheme or bids that `rank` does not accept.
pub fn calculation(
    scheme: &Scheme,
    bids: &[BidGrades],
    seed: Option<&Seed>,
    title: &str,
) -> Result<String, Problems> {
    #[derive(Serialize)]
    struct Calculation<'a> {
        input: &'a RawValue,
        result: &'a RawValue,
    }
    let input = rank_document::write(scheme, bids, seed, title)?;
    let result = rank(input.as_bytes(), NonZeroUsize::MIN)?;
    let raw = |text| serde_json::from_str(text).map_err(|error| Problems::one("", error));
    written(&Calculation { input: raw(&input)?, result: raw(&result)? })
}

/// The JSON Schema (2020-12) of the documents that `rank` reads and writes.
pub fn rank_schema() -> Result<String, Problems> {
    on_one_line(RANK_SCHEMA)
}

/// Divides the lots of one document over the bidders, and writes the answer as JSON.
///
/// Errors: every fault of the document with its place, at most a hundred.
pub fn allocate(document: &[u8]) -> Result<String, Problems> {
    let input = allocate_input::read(document)?;
    allocate_output::answer(&input)
}

/// The JSON Schema (2020-12) of the documents that `allocate` reads and writes.
pub fn allocate_schema() -> Result<String, Problems> {
    on_one_line(ALLOCATE_SCHEMA)
}

/// The answer as text.
fn written<T: Serialize>(answer: &T) -> Result<String, Problems> {
    serde_json::to_string(answer).map_err(|error| Problems::one("", error))
}

fn on_one_line(schema: &str) -> Result<String, Problems> {
    let read: Result<&RawValue, _> = serde_json::from_str(schema);
    written(&read.map_err(|error| Problems::one("", error))?)
}
