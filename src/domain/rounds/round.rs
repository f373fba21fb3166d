//! A round and how far it is.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::definition::Definition;
use super::extension::Extended;
use super::lots::LotDetails;
use crate::domain::areas::Shape;
use crate::domain::ids::{LotId, OrganisationId, RoundId};
use crate::domain::journal::sha256_hex;
use crate::domain::permission::Stage;

#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    pub id: RoundId,
    pub municipality: OrganisationId,
    pub phase: Phase,
    pub definition: Definition,
    /// The moments that count, when the deadline was moved after the publication.
    pub extended: Option<Extended>,
    /// Counts changes, so that two people who edit at once notice.
    pub version: i32,
}

/// Each phase has the facts of how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    Draft,
    /// A draft of new terms for this round, which is published.
    Amending(RoundId),
    Published(Publication),
    /// Two key holders opened the bids.
    Opened {
        publication: Publication,
        opened_at: Timestamp,
    },
    Decided {
        publication: Publication,
        opened_at: Timestamp,
        decided_at: Timestamp,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    pub at: Timestamp,
    /// SHA-256 of what was published; see `canonical`.
    pub hash: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Lot {
    pub id: LotId,
    pub round: RoundId,
    pub number: u16,
    pub details: LotDetails,
    /// Own copy of the shapes at the time, in the order of `details.areas`.
    pub shapes: Vec<Shape>,
}

impl Lot {
    /// How people call it: `6. Elsbroek`.
    pub fn label(&self) -> String {
        format!("{}. {}", self.number, self.details.name)
    }
}

impl Round {
    /// The bids are open and nothing is decided: the time of admission and scores.
    pub fn is_under_review(&self) -> bool {
        matches!(self.phase, Phase::Opened { .. })
    }

    /// How far the round is at this moment; closing needs no act, only time.
    pub fn stage(&self, now: Timestamp) -> Stage {
        match &self.phase {
            Phase::Draft | Phase::Amending(_) => Stage::Draft,
            Phase::Published(_) if self.takes_bids(now) => Stage::Open,
            Phase::Published(_) => Stage::Closed,
            Phase::Opened { .. } => Stage::Opened,
            Phase::Decided { .. } => Stage::Decided,
        }
    }

    /// The deadline is inclusive to the second: 12:00:00 sharp is in time, 12:00:01 is not.
    pub fn takes_bids(&self, now: Timestamp) -> bool {
        matches!(self.phase, Phase::Published(_)) && now.as_second() <= self.closes_at().as_second()
    }

    pub fn takes_questions(&self, now: Timestamp) -> bool {
        matches!(self.phase, Phase::Published(_))
            && now.as_second() <= self.questions_until().as_second()
    }

    /// The published round whose new terms these are.
    pub fn amends(&self) -> Option<RoundId> {
        match self.phase {
            Phase::Amending(round) => Some(round),
            Phase::Draft | Phase::Published(_) | Phase::Opened { .. } | Phase::Decided { .. } => {
                None
            }
        }
    }

    pub fn publication(&self) -> Option<&Publication> {
        match &self.phase {
            Phase::Draft | Phase::Amending(_) => None,
            Phase::Published(publication)
            | Phase::Opened { publication, .. }
            | Phase::Decided { publication, .. } => Some(publication),
        }
    }
}

/// What is published, as one text: JSON of the definition and the lots, keys in a fixed order.
/// Its hash is printed on every receipt and letter.
pub fn canonical(definition: &Definition, lots: &[Lot]) -> String {
    #[derive(Serialize)]
    struct Published<'a> {
        definition: &'a Definition,
        lots: Vec<(u16, &'a LotDetails, &'a Vec<Shape>)>,
    }
    let mut lots: Vec<_> = lots.iter().map(|l| (l.number, &l.details, &l.shapes)).collect();
    lots.sort_by_key(|(number, ..)| *number);
    serde_json::to_string(&Published { definition, lots }).unwrap_or_default()
}

pub fn publication_hash(definition: &Definition, lots: &[Lot]) -> String {
    sha256_hex(canonical(definition, lots).as_bytes())
}
