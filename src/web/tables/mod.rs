//! The assessment table as people meet it. `session.rs` is the page of the meeting, `board.rs` what
//! stands on it; both are drawn from `sight.rs`, one look at the store. Acts are plain posts.

mod acts;
mod agreed;
mod board;
mod calculation;
mod comparison;
mod door;
mod draw;
mod draw_view;
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
mod talk;
mod trace_view;
mod voting;

pub use acts::{close, fix, fix_quality, leave, postpone, reopen, reveal};
pub use agreed::{fix as fix_agreed, page as agreed};
pub use calculation::file as calculation;
pub use comparison::{confirm as compare, page as comparison};
pub use door::{page as door, sit};
pub use draw::{cancel as cancel_draw, hold as hold_draw, page as draw, plan as plan_draw};
pub use events::events;
pub use firmness::page as firmness;
pub use lead::{give_back, take_over, version};
pub use list::list;
pub use manage::{open, page as manage};
pub use minutes::{add as add_remark, page as minutes, pdf as minutes_pdf};
pub use price::{page as price, turn_key};
pub use ranking::page as ranking;
pub use session::{board, screen, screen_board, session};
pub use signature::{page as signature, sign};
pub use voting::{
    answer as answer_proposal, ask as ask_vote, cast as cast_vote, close as close_vote, propose,
    take_back as take_back_proposal,
};
