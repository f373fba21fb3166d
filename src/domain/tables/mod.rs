//! The assessment table: assessors who scored alone settle one grade per bid and criterion, sign,
//! and only then does anybody see a price or a name. Source: `evaluation.md` chapter 10, steps 4 to
//! 13. Start at `table.rs`; nothing here computes with a price except `ranking.rs`, which asks for
//! the proof that the price was opened.

mod agenda;
mod deliberation;
mod draw;
mod invitations;
mod items;
mod keys;
mod lead;
mod meeting;
mod phase;
mod preparation;
mod ranking;
mod record;
mod refusal;
mod seats;
mod seed;
mod table;
#[cfg(test)]
mod tests;
mod turns;

pub use agenda::{AgendaLine, FirstGrade, agenda, grades_of};
pub use deliberation::{
    Answer, Ballot, Deliberation, Fallback, MOST_VOTES, Outcome, Proposal, Says, Vote,
};
pub use draw::{Company, Draw, DrawRefusal, DrawState, Fate, Held, Plan, Wish, Witness};
pub use invitations::{Confirmed, Invitation, Mailed, Post, first_day};
pub use items::{Basis, Consensus, Decision, Item, ItemKey, ItemState, Outside, Way};
pub use keys::{KeysTurned, key_subject};
pub use lead::{ChairLine, Lead, PULSE, StandIn, may_take_over};
pub use meeting::{Meeting, Settling};
pub use phase::Phase;
pub use preparation::{Assessor, Preparation};
pub use ranking::{OpenPrice, Priced, steps_of};
pub use record::{Remark, join_code};
pub use refusal::TableRefusal;
pub use seats::{Presence, Seat};
pub use seed::{Ranking, Seal, SealedSeed, rank, tied};
pub use table::Table;
pub use turns::{rapporteur, speaking_order};
