//! Bids, for the people who make them: the task list, the sections, saving while they type, and
//! what happens when two of them write at once. Files are in `attachments`.

pub mod area_view;
mod attachments;
mod autosave;
mod beside;
mod check;
mod clash;
mod clash_parts;
mod comments;
mod composed;
mod condition;
mod cost_files;
mod cost_sheet;
mod cost_tables;
mod cost_words;
mod desk;
pub mod documents;
mod draw;
mod facts;
mod file_paper;
pub mod files_part;
mod from_file;
mod happening;
mod inputs;
pub mod inquiry;
mod intake;
pub mod letter;
mod list;
pub mod on_paper;
mod own_area;
mod own_profile;
mod paper_people;
mod parties;
mod presence;
mod receipt;
mod reminders;
mod requirement_cards;
mod requirement_words;
mod section;
mod section_page;
mod section_questions;
mod start;
mod submission;
mod support;
mod support_page;
mod table;
mod talk;
mod tasks;
mod terms;
mod todos;
mod uploads;
mod versions;
mod vote;
pub mod vote_words {
    pub use super::vote::{Fact, choice_word, outcome_facts};
}
mod when;
mod withdrawal;
pub mod words;

pub use attachments::{
    add as add_file, download as file, look as file_page_of, page as files,
    removal as file_removal, remove as remove_file, restore as restore_file,
};
pub use autosave::save as save_answer;
pub use check::page as check;
pub use clash::{settle as settle_clash, show as clash};
pub use comments::{
    reopen as reopen_comments, resolve as resolve_comments, show as comments,
    take_back as take_back_comment, write as write_comment,
};
pub use condition::told as condition_told;
pub use cost_files::{export as costs_file, page as costs_import, read as read_costs};
pub use desk::reader;
pub use draw::{confirm as confirm_draw, page as own_draw};
pub use file_paper::paper_of_receipt;
pub use from_file::{page as file_page, read as read_file, start as start_from_file};
pub use intake::keep_own as keep_own_file;
pub use list::page as list;
pub use own_area::{page as area, pick as pick_area, read_file as area_file};
pub use own_profile::{copy as copy_profile_file, page as own_profile};
pub use parties::{
    invite as invite_party, leave as leave_bid, overview as parties, part as party,
    present as party_presence, reading as parties_reading, remove as remove_party, save_part,
    save_walls, save_work, sign as sign_part,
};
pub use receipt::{content as handed_in, page as receipt};
pub use reminders::{
    by_link as reminders_by_link, show as reminders, wish as wish_reminders,
    wish_by_link as wish_reminders_by_link,
};
pub use section::{present as section_presence, save as save_section, show as section};
pub use start::{page as start_page, start};
pub use submission::{page as submission, submit};
pub use support::{
    adopt as adopt_support, close as close_support, hide as hide_statement, open as open_support,
    restore as restore_statement, show as support,
};
pub use support_page::{SECTION as SUPPORT_SECTION, area_name, support_facts};
pub use tasks::show as tasks;
pub use terms::{accept as accept_terms, page as terms};
pub use todos::{ask as ask_todo, finish as finish_todo, reopen as reopen_todo, show as todos};
pub use uploads::{add_piece, begin as begin_upload};
pub use versions::{Changes, restore as restore_version, show as versions};
pub use vote::SECTION as VOTE_SECTION;
pub use vote::{
    adopt as adopt_vote, close as close_vote, record as record_vote, remind as remind_voters,
    set_up as set_up_vote, show as vote, stop as stop_vote,
};
pub use withdrawal::{page as withdrawal, withdraw};
