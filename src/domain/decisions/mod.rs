//! Decisions: from ranked lots to who gets what, the reasons for it, and a letter to every bidder.
//! Start at `file.rs` (what is known of a round), then `proposal.rs` (what the published lot rule
//! says), `decision.rs` (what the decision maker signs), `proofs.rs` (what the winner still shows) and
//! `letter.rs` (what a bidder reads).

mod decision;
mod file;
mod letter;
pub mod proofs;
mod proposal;
mod record;
mod term;
#[cfg(test)]
pub mod tests;

pub use decision::{Decision, DecisionRefusal, Draft, Ground, Lack, Verdict};
pub use file::{Admittance, Condition, Entrant, LotFile, Ranked, RoundFile, Standing};
pub use letter::{Desk, Ending, Facts, Line, Mark, PriceLine, PriceMark, Rank};
pub use proposal::{Passed, Proposal, Why};
pub use term::{Objection, objection};
