//! What people do at an assessment table. Each act locks the table, moves it, counts its version and
//! stands in the journal; the live streams are told after the commit, by whoever called.

mod add_remark;
mod answer_proposal;
mod ask_vote;
mod cancel_draw;
mod cast_vote;
mod close_table;
mod close_vote;
mod compare_bids;
mod confirm_draw;
mod drawing;
mod fix_agreed;
mod fix_item;
mod fix_quality;
mod give_back;
mod hold_draw;
mod leave_seat;
mod open_table;
mod plan_draw;
mod postpone_item;
mod propose_grade;
mod reopen_item;
mod reveal_agreed;
mod reveal_item;
mod sign_table;
mod sitting;
mod take_back_proposal;
mod take_over;
mod take_seat;
mod turn_price_key;

pub use add_remark::add_remark;
pub use answer_proposal::answer_proposal;
pub use ask_vote::ask_vote;
pub use cancel_draw::cancel_draw;
pub use cast_vote::cast_vote;
pub use close_table::close_table;
pub use close_vote::close_vote;
pub use compare_bids::compare_bids;
pub use confirm_draw::confirm_draw;
pub use fix_agreed::fix_agreed;
pub use fix_item::fix_item;
pub use fix_quality::fix_quality;
pub use give_back::give_back;
pub use hold_draw::hold_draw;
pub use leave_seat::leave_seat;
pub use open_table::{OpenTable, open_table};
pub use plan_draw::plan_draw;
pub use postpone_item::postpone_item;
pub use propose_grade::propose_grade;
pub use reopen_item::reopen_item;
pub use reveal_agreed::reveal_agreed;
pub use reveal_item::reveal_item;
pub use sign_table::sign_table;
pub use take_back_proposal::take_back_proposal;
pub use take_over::take_over;
pub use take_seat::take_seat;
pub use turn_price_key::turn_price_key;

use super::Failure;
pub use crate::domain::journal::By;
use crate::domain::tables::TableRefusal;

pub type Done = Result<(), Failure<TableRefusal>>;
