//! Files in and out: what is read from or written as a file, made of domain values.

pub mod bid_json;
pub mod containers;
pub mod cost_sheet;
pub mod file_kinds;
pub mod files;
pub mod findings;
pub mod geojson;
pub mod letters;
pub mod library;
pub mod licences;
pub mod mailbox;
pub mod paper;
pub mod receipt_paper;
pub mod score_words;
