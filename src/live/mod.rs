//! Live tables. A stream says only "this table is at version 17"; a screen then asks for what it
//! shows. The store is the truth: nothing here is kept that the store does not have.

mod hub;
mod stream;

pub use hub::Hub;
pub use stream::{BEAT, follow};
