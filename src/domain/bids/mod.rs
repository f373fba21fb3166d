//! Bids: what a cooperative writes, what it hands in, and what may still change.

pub mod answers;
mod bid;
mod content;
pub mod costs;
#[cfg(test)]
mod example;
pub mod gaps;
pub mod rule;

pub use bid::{Bid, Standing};
pub use content::{Content, HandedIn, ListedAttachment, PRICE_SECTION, RATE_FIELD};
