use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::accounts::words;
use crate::domain::ids::{BidId, LotId, OrganisationId, RoundId};
use crate::domain::refusal::Refusal;
use crate::domain::rounds::Round;

/// One cooperative's bid on one lot. There is at most one per lot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bid {
    pub id: BidId,
    pub round: RoundId,
    pub lot: LotId,
    pub cooperative: OrganisationId,
    pub standing: Standing,
    /// Order of the bidder's own wish when it bids on several lots; 1 comes first.
    pub preference: u16,
    /// Letter under which assessors know it (`A`, `B`, …); given out at the opening.
    pub code: Option<String>,
    pub version: i32,
}

words! {
    /// Facts of a submission or withdrawal (who, when) stand with the submission.
    Standing {
        Draft = "draft",
        Submitted = "submitted",
        /// Taken back before the deadline; it can be changed and handed in again.
        Withdrawn = "withdrawn",
    }
}

/// Why nobody can change a bid now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Shut {
    #[error("the time is over")]
    Closed,
    /// It has to be withdrawn first, so that what was handed in stays what it is.
    #[error("the bid is handed in")]
    Submitted,
}

impl Refusal for Shut {
    fn key(&self) -> &'static str {
        match self {
            Shut::Closed => "bid-shut-closed",
            Shut::Submitted => "bid-shut-submitted",
        }
    }
}

impl Bid {
    /// May its writers change its answers and files?
    pub fn may_change(&self, round: &Round, now: Timestamp) -> Result<(), Shut> {
        if !round.takes_bids(now) {
            return Err(Shut::Closed);
        }
        match self.standing {
            Standing::Draft | Standing::Withdrawn => Ok(()),
            Standing::Submitted => Err(Shut::Submitted),
        }
    }
}
