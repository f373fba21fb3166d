//! The price opens by the same two keys as the bids did; this is the proof that both turned.

use jiff::Timestamp;

use crate::domain::ids::TableId;
use crate::domain::review::keys::{KeyRefusal, Turn, Turned, turn};

/// Under this name the turns of a table are kept.
pub fn key_subject(table: TableId) -> String {
    format!("table:{table}")
}

/// Two different people turned within the time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeysTurned {
    first: Turn,
    second: Turn,
}

impl KeysTurned {
    /// None: this is the first key, and somebody else has to turn the second.
    pub fn by(last: Option<Turn>, now: Turn) -> Result<Option<KeysTurned>, KeyRefusal> {
        match turn(last, now.by, now.at)? {
            Turned::First => Ok(None),
            Turned::Both { first } => Ok(Some(KeysTurned { first, second: now })),
        }
    }

    /// The moment of the second key: that is when it opens.
    pub fn at(&self) -> Timestamp {
        self.second.at
    }
}
