//! Live tables. A stream says only "this table is at version 17"; a screen then asks for what it
//! shows. The store is the truth: nothing here is kept that the store does not have. `hub.rs` knows
//! who follows which table, `news.rs` hears of acts of other processes, `guard.rs` ends the streams
//! of who may no longer listen, `stream.rs` is one stream.

mod guard;
mod hub;
mod news;
mod stream;

pub use guard::{Rules, Who};
pub use hub::Hub;
pub use stream::{Pace, follow};
