//! The seed of a table as it is kept: shut, until the draw that it decides was held.

use super::ranking::Priced;
use crate::domain::journal::sha256_hex;
use crate::domain::scoring::{Outcome, Scheme, ScoreError, Seed, score_bids};

/// A seed that only comes out with a ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedSeed {
    seed: Seed,
    seal: Seal,
}

/// Whether the draw of the lot was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    Whole,
    Broken,
}

impl SealedSeed {
    pub fn new(seed: Seed, seal: Seal) -> SealedSeed {
        SealedSeed { seed, seal }
    }

    /// The seed, once it was used.
    pub fn drawn(&self) -> Option<&Seed> {
        match self.seal {
            Seal::Whole => None,
            Seal::Broken => Some(&self.seed),
        }
    }

    /// What stood in the journal when the table opened: SHA-256 of the seed in hexadecimal.
    pub fn commitment(&self) -> String {
        sha256_hex(self.seed.to_string().as_bytes())
    }
}

/// An order, and the seed if it may be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    pub outcome: Outcome,
    /// None while a draw has to order bids and was not held: they share their place until then.
    pub seed: Option<Seed>,
}

/// The order with its reasons. Errors: a published scheme has no problems, so one is a fault.
pub fn rank(scheme: &Scheme, priced: &Priced, sealed: &SealedSeed) -> Result<Ranking, ScoreError> {
    let undrawn = score_bids(scheme, priced.bids(), None)?;
    let seed = sealed.seed.clone();
    Ok(match (undrawn.awaits_draw(), sealed.seal) {
        // The seed decides nothing.
        (false, _) => Ranking { outcome: undrawn, seed: Some(seed) },
        (true, Seal::Whole) => Ranking { outcome: undrawn, seed: None },
        (true, Seal::Broken) => {
            let outcome = score_bids(scheme, priced.bids(), Some(&seed))?;
            Ranking { outcome, seed: Some(seed) }
        }
    })
}

/// The letters of the bids that only a draw can order.
pub fn tied(scheme: &Scheme, priced: &Priced) -> Result<Vec<String>, ScoreError> {
    let undrawn = score_bids(scheme, priced.bids(), None)?;
    Ok(undrawn.awaiting_draw().map(|bid| bid.id.clone()).collect())
}
