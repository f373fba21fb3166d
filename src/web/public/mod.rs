//! What anybody may see: rounds, lots, questions and results.

mod amendments;
pub mod ballot;
pub mod complaints;
mod lots;
pub mod method;
pub mod notes;
mod overview;
pub mod questions;
pub mod requirement;
mod rounds;
pub mod route;
mod self_check;
pub mod support;
pub mod views;
pub mod weights;

pub use amendments::page as amendments;
pub use lots::lot;
pub use overview::{municipality, start};
pub use rounds::round;
pub use self_check::page as self_check;
