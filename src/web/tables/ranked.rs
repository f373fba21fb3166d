//! The order of the bids, computed when it is read. Only a table whose price is open has one.

use std::collections::BTreeMap;
use std::ops::Deref;

use super::sight::{Sight, see};
use crate::documents::draw_record::{DrawRecord, Told};
use crate::domain::ids::{BidId, TableId};
use crate::domain::permission::Act;
use crate::domain::scoring::contract;
use crate::domain::scoring::firmness::{Field, ProblemError};
use crate::domain::scoring::{BidOutcome, Exact, StepEffect};
use crate::domain::tables::{Ranking, steps_of};
use crate::store;
use crate::web::App;
use crate::web::errors::Error;
use crate::web::me::{Me, SignedIn};

/// The order, with what it rests on.
pub struct Ranked(store::ranked::Ranked);

impl Deref for Ranked {
    type Target = store::ranked::Ranked;

    fn deref(&self) -> &store::ranked::Ranked {
        &self.0
    }
}

/// The table with its ranking.
pub async fn ranked(app: &App, me: &SignedIn, id: TableId) -> Result<(Sight, Ranked), Error> {
    let sight = see(app, me, id, Act::ViewRanking).await?;
    let found = of(app, &sight).await?.ok_or(Error::Forbidden)?;
    Ok((sight, found))
}

/// None while the price is shut.
pub async fn of(app: &App, sight: &Sight) -> Result<Option<Ranked>, Error> {
    let (table, scheme) = (sight.table.clone(), sight.scheme.clone());
    let found = app.read(move |conn| store::ranked::of(conn, &table, &scheme)).await?;
    Ok(found.map(Ranked))
}

impl Ranked {
    /// What one grade more or less would change.
    pub fn steps(&self, sight: &Sight, code: &str) -> Result<Vec<StepEffect>, Error> {
        let Ranking { seed, .. } = &self.ranking;
        steps_of(&sight.scheme, &self.priced, code, seed.as_ref())
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
        Field::of(&sight.scheme, bids, &self.ranking.outcome, alone)
    }

    /// The whole calculation for other tools: bids by their code letters, never a name.
    pub fn calculation(&self, sight: &Sight, title: &str) -> Result<String, Error> {
        let Ranking { seed, .. } = &self.ranking;
        contract::calculation(&sight.scheme, self.priced.bids(), seed.as_ref(), title)
            .map_err(|faults| Error::Broken(faults.to_json()))
    }

    /// What there is to tell of the draw, for who reads it here.
    pub fn told(&self, app: &App, me: &Me, sight: &Sight) -> Vec<Told> {
        self.record(app, me, sight).told()
    }

    pub fn record<'a>(&'a self, app: &'a App, me: &Me, sight: &'a Sight) -> DrawRecord<'a> {
        let (draw, sealed, codes) = (&self.draw, &self.sealed, &sight.codes);
        DrawRecord { renderer: &app.renderer, lang: me.lang, draw, sealed, codes }
    }

    /// Places were given by the draw.
    pub fn was_drawn(&self) -> bool {
        use crate::domain::scoring::Settled;
        let by_draw = |bid: &BidOutcome| {
            bid.tie().is_some_and(|tie| matches!(tie.settled, Settled::ByDraw { .. }))
        };
        self.ranking.outcome.bids.iter().any(by_draw)
    }
}

/// The bid behind a code letter.
pub fn bid_of(sight: &Sight, code: &str) -> Option<BidId> {
    sight.codes.iter().find(|(_, known)| known.as_str() == code).map(|(bid, _)| *bid)
}
