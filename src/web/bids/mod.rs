//! Bids, for the people who make them. Files are in `attachments`.

mod attachments;
mod facts;
pub mod files_part;

pub use attachments::{
    add as add_file, download as file, page as files, removal as file_removal,
    remove as remove_file, restore as restore_file,
};
