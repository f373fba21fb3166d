//! The order of the bids, computed when it is read. Only a table whose price is open has one.

use std::collections::BTreeMap;

use super::sight::{Sight, see};
use crate::domain::ids::{BidId, TableId};
use crate::domain::money::Cents;
use crate::domain::permission::Act;
use crate::domain::scoring::contract;
use crate::domain::scoring::firmness::{Field, ProblemError};
use crate::domain::scoring::{BidOutcome, Exact, Outcome, Seed, StepEffect};
use crate::domain::tables::{Priced, rank, steps_of};
use crate::store::{self, StoreError};
use crate::web::App;
use crate::web::errors::Error;
use crate::web::me::SignedIn;

pub struct Ranked {
    pub outcome: Outcome,
    pub prices: BTreeMap<BidId, Cents>,
    pub seed: Seed,
    priced: Priced,
}

/// The table with its ranking.
pub async fn ranked(app: &App, me: &SignedIn, id: TableId) -> Result<(Sight, Ranked), Error> {
    let sight = see(app, me, id, Act::ViewRanking).await?;
    let found = of(app, &sight).await?.ok_or(Error::Forbidden)?;
    Ok((sight, found))
}

/// None while the price is shut.
pub async fn of(app: &App, sight: &Sight) -> Result<Option<Ranked>, Error> {
    let Some(proof) = sight.table.open_price() else { return Ok(None) };
    let (opened, id) = (proof.clone(), sight.table.id);
    let (prices, seed) = app
        .read(move |conn| {
            let prices = store::tables::prices(conn, &opened)?;
            Ok::<_, StoreError>((prices, store::tables::seed(conn, id)?))
        })
        .await?;
    let priced = Priced::new(&sight.table, &proof, &sight.codes, &prices);
    let outcome = rank(&sight.scheme, &priced, &seed).map_err(|e| Error::Broken(e.to_string()))?;
    Ok(Some(Ranked { outcome, prices, seed, priced }))
}

impl Ranked {
    /// What one grade more or less would change.
    pub fn steps(&self, sight: &Sight, code: &str) -> Result<Vec<StepEffect>, Error> {
        steps_of(&sight.scheme, &self.priced, code, &self.seed)
            .map_err(|e| Error::Broken(e.to_string()))
    }

    /// The order as a matrix, for what is said about how firm it is.
    pub fn field(&self, sight: &Sight) -> Result<Field, ProblemError> {
        let mut given: BTreeMap<(&str, &str), Vec<Exact>> = BTreeMap::new();
        for first in &sight.first {
            let key = (sight.code(first.item.bid), first.item.criterion.as_str());
            given.entry(key).or_default().push(first.grade.clone());
        }
        let bids = self.priced.bids();
        let alone = |bid: usize, criterion: usize| {
            let key = (bids[bid].id.as_str(), sight.scheme.criteria[criterion].code.as_str());
            given.get(&key).cloned().unwrap_or_default()
        };
        Field::of(&sight.scheme, bids, &self.outcome, alone)
    }

    /// The whole calculation for other tools: bids by their code letters, never a name.
    pub fn calculation(&self, sight: &Sight, title: &str) -> Result<String, Error> {
        contract::calculation(&sight.scheme, self.priced.bids(), &self.seed, title)
            .map_err(|faults| Error::Broken(faults.to_json()))
    }

    /// Places were given by the draw.
    pub fn was_drawn(&self) -> bool {
        use crate::domain::scoring::Settled;
        let by_draw = |bid: &BidOutcome| {
            bid.tie().is_some_and(|tie| matches!(tie.settled, Settled::ByDraw { .. }))
        };
        self.outcome.bids.iter().any(by_draw)
    }
}

/// The bid behind a code letter.
pub fn bid_of(sight: &Sight, code: &str) -> Option<BidId> {
    sight.codes.iter().find(|(_, known)| known.as_str() == code).map(|(bid, _)| *bid)
}
