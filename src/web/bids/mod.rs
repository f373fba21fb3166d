//! Bids, for the people who make them: the task list, the sections, saving while they type, and
//! what happens when two of them write at once. Files are in `attachments`.

pub mod area_view;
mod attachments;
mod autosave;
mod beside;
mod check;
mod clash;
mod comments;
mod composed;
mod condition;
mod cost_files;
mod cost_sheet;
mod cost_tables;
mod cost_words;
mod desk;
mod facts;
pub mod files_part;
mod inputs;
mod intake;
mod list;
mod own_area;
mod presence;
mod receipt;
mod section;
mod section_page;
mod start;
mod submission;
mod table;
mod talk;
mod tasks;
mod todos;
mod uploads;
mod versions;
mod when;
mod withdrawal;
pub mod words;

pub use attachments::{
    add as add_file, download as file, page as files, removal as file_removal,
    remove as remove_file, restore as restore_file,
};
pub use autosave::save as save_answer;
pub use check::page as check;
pub use clash::{settle as settle_clash, show as clash};
pub use comments::{
    reopen as reopen_comments, resolve as resolve_comments, show as comments,
    take_back as take_back_comment, write as write_comment,
};
pub use cost_files::{export as costs_file, page as costs_import, read as read_costs};
pub use desk::reader;
pub use list::page as list;
pub use own_area::{page as area, pick as pick_area, read_file as area_file};
pub use receipt::{content as handed_in, page as receipt};
pub use section::{save as save_section, show as section};
pub use start::{page as start_page, start};
pub use submission::{page as submission, submit};
pub use tasks::show as tasks;
pub use todos::{ask as ask_todo, finish as finish_todo, reopen as reopen_todo, show as todos};
pub use uploads::{add_piece, begin as begin_upload};
pub use versions::{restore as restore_version, show as versions};
pub use withdrawal::{page as withdrawal, withdraw};
