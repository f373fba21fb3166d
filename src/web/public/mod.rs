//! What anybody may see: rounds, lots, questions and results.

mod lots;
mod method;
mod overview;
mod questions;
mod rounds;
pub mod views;

pub use lots::lot;
pub use overview::{municipality, start};
pub use questions::{answer, ask, manage as manage_questions, page as questions};
pub use rounds::round;
