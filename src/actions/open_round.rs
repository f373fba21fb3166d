use std::collections::BTreeSet;

use jiff::Timestamp;

use super::Failure;
use crate::domain::errand::Errand;
use crate::domain::ids::{LotId, RoundId};
use crate::domain::journal::{By, Entry};
use crate::domain::review::opening::{OpeningRefusal, codes};
use crate::domain::rounds::Round;
use crate::domain::scoring::Seed;
use crate::store::{self, StoreError, Tx};

/// Opens the bids of a round: every bid gets its letter, bidders and assessors hear it. `by` is
/// who turned the second key. A round without bids opens too; then the record is empty.
pub fn open_round(
    tx: &mut Tx,
    opened: &Round,
    by: &By,
    seed: &Seed,
    now: Timestamp,
) -> Result<(), Failure<OpeningRefusal>> {
    if !store::rounds::save(tx, opened)? {
        return Err(OpeningRefusal::Changed.into());
    }
    let bids = store::opening::handed_in(tx, opened.id)?;
    for (bid, code) in codes(&bids, seed) {
        store::opening::give_code(tx, bid, &code)?;
    }
    let entry = Entry::new(by, "opened_round", &opened.definition.title, now)
        .in_round(opened.id)
        .with("bids", bids.len().to_string())
        .with("seed", seed.to_string());
    store::journal::add(tx, &entry)?;
    for (bid, to) in store::opening::to_tell(tx, opened.id)? {
        store::outbox::add(tx, &Errand::RoundOpened { round: opened.id, bid, to }, now)?;
    }
    let lots: BTreeSet<LotId> = bids.into_iter().map(|(lot, _)| lot).collect();
    call_assessors(tx, opened.id, &lots, now)?;
    super::remind_when_due::schedule(tx, opened, now)?;
    Ok(())
}

/// One mail to everybody who has something to read now.
fn call_assessors(
    tx: &mut Tx,
    round: RoundId,
    lots: &BTreeSet<LotId>,
    now: Timestamp,
) -> Result<(), StoreError> {
    for assignment in store::assignments::of_round(tx, round)? {
        if lots.contains(&assignment.lot) {
            let errand = Errand::AssessmentAssigned { round, to: assignment.person };
            store::outbox::add_once(tx, &errand, now)?;
        }
    }
    Ok(())
}
