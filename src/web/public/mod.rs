//! What anybody may see: rounds, lots, questions and results.

mod info;
mod lots;
mod overview;
mod questions;
mod rounds;
pub mod views;

pub use info::{about, accessibility, guide, help, privacy};
pub use lots::lot;
pub use overview::{municipality, start};
pub use questions::{answer, ask, manage as manage_questions, page as questions};
pub use rounds::round;
