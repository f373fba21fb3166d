//! Bids: what a cooperative writes, what it hands in, and what may still change.

pub mod answers;
pub mod attachments;
mod bid;
pub mod comments;
mod content;
pub mod costs;
#[cfg(test)]
pub mod example;
pub mod gaps;
pub mod import;
pub mod mandate;
pub mod own_area;
pub mod paragraphs;
pub mod parties;
pub mod presence;
pub mod reminders;
pub mod requirements;
pub mod rule;
pub mod submission;
pub mod support;
pub mod todos;
pub mod uploads;

pub use attachments::{Attachment, FileKind};
pub use bid::{Bid, Shut, Standing};
pub use content::{Content, HandedIn, ListedAttachment, PRICE_SECTION, Receipt, Withdrawn};
