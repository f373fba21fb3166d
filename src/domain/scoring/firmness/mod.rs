//! How firm a ranking is: what another weight, another grade or another draw would change. It
//! changes no award; `showing.rs` says when it may be seen at all.
//!
//! Start at `problem.rs` (the matrix all of it works on). `stability.rs` and `changes.rs` are
//! exact; `smaa` draws, from a seed that is passed in, and answers in binary numbers.

mod changes;
mod field;
mod problem;
mod showing;
mod smaa;
mod stability;
#[cfg(test)]
mod tests;

pub use changes::{GradeChange, Landing, Step, Steps, Upset, UpsetKind, upsets};
pub use field::Field;
pub use problem::{BidValues, MOST_ASSESSORS, MOST_BIDS, MOST_CRITERIA, Problem, ProblemError};
pub use showing::{Analysis, Hidden, Moment, Reader, may_show};
pub use smaa::{
    Depth, Interval, MOST_SAMPLES, Scores, Smaa, SmaaError, SmaaSettings, WeightSpace, smaa,
};
pub use stability::{NoStability, Stability, weight_stability};
