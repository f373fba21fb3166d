//! How the tables of a round meet, as it was announced.

use serde::{Deserialize, Serialize};

use super::deliberation::Fallback;
use crate::domain::scoring::Bands;

/// Published with the round, so that nobody chooses the rules of a meeting when it sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    pub settling: Settling,
    /// Minutes that one item is meant to take. A clock shows them; it never cuts anybody off.
    pub minutes: u16,
    /// How far grades lie apart before the table talks about them, and talks about them first.
    #[serde(default = "Bands::usual", skip_serializing_if = "Bands::is_usual")]
    pub bands: Bands,
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
        Meeting { settling: Settling::Chair, minutes: 5, bands: Bands::usual() }
    }

    /// How a new round meets until somebody chooses otherwise.
    pub fn advised() -> Meeting {
        let settling = Settling::Votes(Fallback::Median);
        Meeting { settling, minutes: 8, bands: Bands::usual() }
    }

    pub fn is_usual(&self) -> bool {
        *self == Meeting::usual()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rounds that were published before bands could be chosen keep their text, and so their hash.
    #[test]
    fn usual_bands_are_not_written_down() {
        let votes = Settling::Votes(Fallback::Median);
        let old = r#"{"settling":{"by":"votes","fallback":"median"},"minutes":5}"#;
        let meeting = Meeting { settling: votes, ..Meeting::usual() };
        assert_eq!(serde_json::to_string(&meeting).unwrap(), old);
        assert_eq!(serde_json::from_str::<Meeting>(old).unwrap(), meeting);
        let wider = Meeting { bands: Bands::new(30, 60).unwrap(), ..meeting };
        let text = serde_json::to_string(&wider).unwrap();
        assert_eq!(text, old.replace(":5}", r#":5,"bands":{"orange":30,"red":60}}"#));
        assert_eq!(serde_json::from_str::<Meeting>(&text).unwrap(), wider);
    }
}
