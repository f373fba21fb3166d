//! How the tables of a round meet, as it was announced.

use serde::{Deserialize, Serialize};

use super::deliberation::Fallback;

/// Published with the round, so that nobody chooses the rules of a meeting when it sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    pub settling: Settling,
    /// Minutes that one item is meant to take. A clock shows them; it never cuts anybody off.
    pub minutes: u16,
}

/// Who settles the grade of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", content = "fallback", rename_all = "snake_case")]
pub enum Settling {
    /// The chair writes down what the table says. Rounds from before there were votes.
    Chair,
    /// A secret vote, a proposal that everybody answers, and a way out after the last vote.
    Votes(Fallback),
}

impl Meeting {
    /// What holds where a round says nothing: as the first rounds met.
    pub fn usual() -> Meeting {
        Meeting { settling: Settling::Chair, minutes: 5 }
    }

    pub fn is_usual(&self) -> bool {
        *self == Meeting::usual()
    }
}
