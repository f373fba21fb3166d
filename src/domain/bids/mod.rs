//! Bids: what a cooperative writes, what it hands in, and what may still change.

mod bid;
mod content;

pub use bid::{Bid, Standing};
pub use content::{Content, HandedIn, ListedAttachment, PRICE_SECTION, RATE_FIELD};
