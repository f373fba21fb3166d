use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::{LotId, PersonId, RoundId, TableId};
use crate::domain::journal::sha256_hex;
use crate::domain::permission::{SeatRole, Stage};
use crate::domain::scoring::Seed;
use crate::domain::tables::{Preparation, TableRefusal};
use crate::store::{self, StoreError, Tx};

pub struct OpenTable {
    pub id: TableId,
    pub lot: LotId,
    pub chair: PersonId,
    pub by: By,
    /// For the draw that ends a tie. Only its hash is told now, so that nobody can choose it later.
    pub seed: Seed,
}

/// Opens the table of a lot with everybody who has a place there.
pub fn open_table(tx: &mut Tx, new: OpenTable, now: Timestamp) -> Done {
    let lot = store::rounds::find_lot(tx, new.lot)?;
    let round = store::rounds::find(tx, lot.round)?;
    if round.stage(now) != Stage::Opened {
        return Err(TableRefusal::OtherPhase.into());
    }
    may_begin(tx, (lot.id, round.id))?;
    let candidates = store::seats::candidates(tx, round.municipality)?;
    let seated = candidates.into_iter().filter_map(|(person, _, role)| {
        (role != SeatRole::Chair || person == new.chair).then_some((person, role))
    });
    let preparation = Preparation {
        table: new.id,
        lot: lot.id,
        assessors: store::first_grades::assessors(tx, &[lot.id])?
            .remove(&lot.id)
            .unwrap_or_default(),
        others: seated.collect(),
        bids: store::first_grades::admitted(tx, &[lot.id])?.remove(&lot.id).unwrap_or_default(),
        criteria: round.definition.criteria.iter().map(|c| c.code.clone()).collect(),
    };
    let bids = preparation.bids.len().to_string();
    let table = preparation.open(now)?;
    match store::tables::add(tx, &table, &new.seed) {
        Err(StoreError::Taken) => return Err(TableRefusal::AlreadyOpen.into()),
        other => other?,
    }
    let sitting = Sitting { table, lot, round };
    let particulars = vec![
        ("bids", bids),
        ("seats", sitting.table.seats.len().to_string()),
        ("draw", sha256_hex(new.seed.to_string().as_bytes())),
    ];
    Ok(sitting.journal(tx, ("opened_table", particulars), &new.by, now)?)
}

/// Scoring does not stand still, and every admission of the lot is decided: a refusal that waits for
/// a second person, or a supplement that runs, is not. Whoever judges an admission meanwhile waits
/// until this table is there.
fn may_begin(tx: &mut Tx, (lot, round): (LotId, RoundId)) -> Done {
    if store::reviews::pause(tx, round)?.is_some() {
        return Err(TableRefusal::Paused.into());
    }
    for entrant in store::sheets::entrants(tx, &[lot])?.into_values().flatten() {
        store::bids::find_to_change(tx, entrant.bid)?;
    }
    let entrants = store::sheets::entrants(tx, &[lot])?;
    if entrants.values().flatten().any(|entrant| entrant.verdict.is_none()) {
        return Err(TableRefusal::AdmissionOpen.into());
    }
    Ok(())
}
