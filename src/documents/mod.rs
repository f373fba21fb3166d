//! Files in and out: what is read from or written as a file, made of domain values.

pub mod bid_json;
pub mod calendar;
pub mod containers;
pub mod cost_sheet;
pub mod examine;
pub mod far_files;
pub mod file_kinds;
pub mod files;
pub mod findings;
pub mod geojson;
pub mod letters;
pub mod library;
pub mod licences;
pub mod mailbox;
pub mod paper;
pub mod parts_of_files;
pub mod pictures;
pub mod receipt_paper;
pub mod scanner;
pub mod score_words;
