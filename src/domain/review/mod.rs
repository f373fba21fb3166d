//! From closed envelopes to single scores: who opens, what is admitted, who may judge what, and
//! the sheet on which one assessor gives grades. Start at `opening.rs`.

pub mod admissibility;
pub mod assignment;
pub mod clock;
pub mod conflicts;
pub mod equivalents;
pub mod expertise;
pub mod inquiry;
pub mod keys;
pub mod notes;
pub mod offline;
pub mod opening;
pub mod order;
pub mod places;
pub mod progress;
pub mod proposal;
pub mod reasons;
pub mod rejection;
pub mod reminders;
pub mod sample;
pub mod sheet;
