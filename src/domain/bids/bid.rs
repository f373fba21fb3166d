use serde::{Deserialize, Serialize};

use crate::domain::accounts::words;
use crate::domain::ids::{BidId, LotId, OrganisationId, RoundId};

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
