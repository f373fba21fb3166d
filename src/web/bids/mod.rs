//! Bids, for the people who make them: the task list, the sections, saving while they type, and
//! what happens when two of them write at once. Files are in `attachments`.

mod attachments;
mod autosave;
mod clash;
mod composed;
mod desk;
mod facts;
pub mod files_part;
mod inputs;
mod section;
mod section_page;
mod start;
mod tasks;
mod versions;
mod when;
pub mod words;

pub use attachments::{
    add as add_file, download as file, page as files, removal as file_removal,
    remove as remove_file, restore as restore_file,
};
pub use autosave::save as save_answer;
pub use clash::{settle as settle_clash, show as clash};
pub use section::{save as save_section, show as section};
pub use start::{page as start_page, start};
pub use tasks::show as tasks;
pub use versions::{restore as restore_version, show as versions};
