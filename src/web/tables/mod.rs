//! The assessment table as people meet it. `session.rs` is the page of the meeting, `board.rs` what
//! stands on it; both are drawn from `sight.rs`, one look at the store. Acts are plain posts.

mod acts;
mod agreed;
mod board;
mod calculation;
mod door;
mod events;
mod firmness;
mod item_view;
mod lead;
mod list;
mod lots;
mod manage;
mod minutes;
mod people;
mod price;
mod ranked;
mod ranking;
mod ranking_view;
mod session;
mod sight;
mod signature;
mod trace_view;

pub use acts::{close, fix, fix_quality, leave, postpone, reopen, reveal, turn_key};
pub use agreed::{fix as fix_agreed, page as agreed};
pub use calculation::file as calculation;
pub use door::{page as door, sit};
pub use events::events;
pub use firmness::page as firmness;
pub use lead::{give_back, take_over, version};
pub use list::list;
pub use manage::{open, page as manage};
pub use minutes::page as minutes;
pub use price::page as price;
pub use ranking::page as ranking;
pub use session::{board, screen, screen_board, session};
pub use signature::{page as signature, sign};
