use std::collections::BTreeMap;

use jiff::Timestamp;

use super::By;
use crate::actions::Failure;
use crate::domain::ids::{BidId, PersonId, TableId};
use crate::domain::journal::Entry;
use crate::domain::rounds::{Lot, Round};
use crate::domain::scoring::{Exact, Scale, Scheme};
use crate::domain::tables::{Basis, FirstGrade, ItemKey, Settling, Table, TableRefusal, grades_of};
use crate::store::{self, StoreError, Tx};

/// A table that is locked for one act, with the round and lot it is about.
pub struct Sitting {
    pub table: Table,
    pub lot: Lot,
    pub round: Round,
}

/// What grades of one item are measured by.
pub struct Ground {
    scale: Scale,
    first: Vec<Exact>,
    settling: Settling,
}

impl Ground {
    pub fn of(
        sitting: &Sitting,
        key: &ItemKey,
        first: &[FirstGrade],
    ) -> Result<Ground, TableRefusal> {
        let scheme = sitting.scheme();
        let criterion = scheme.criterion(&key.criterion).ok_or(TableRefusal::UnknownItem)?;
        Ok(Ground {
            scale: criterion.scale.clone(),
            first: grades_of(first, key),
            settling: sitting.round.definition.meeting.settling,
        })
    }

    pub fn basis(&self) -> Basis<'_> {
        Basis { scale: &self.scale, first: &self.first, settling: self.settling }
    }
}

/// A verb and its particulars, for the journal.
pub type Told<'a> = (&'a str, Vec<(&'static str, String)>);

impl Sitting {
    pub fn at(tx: &mut Tx, id: TableId) -> Result<Sitting, StoreError> {
        let table = store::tables::lock(tx, id)?;
        let lot = store::rounds::find_lot(tx, table.lot)?;
        let round = store::rounds::find(tx, lot.round)?;
        Ok(Sitting { table, lot, round })
    }

    pub fn scheme(&self) -> Scheme {
        self.round.definition.scheme(&self.lot.details)
    }

    /// The assessors who are here and may hear of this bid.
    pub fn voters(&self, tx: &mut Tx, bid: BidId) -> Result<Vec<PersonId>, StoreError> {
        let barred = store::seats::kept_out(tx, self.lot.id)?.remove(&bid).unwrap_or_default();
        Ok(self.table.voters(&barred))
    }

    /// What grades of this item are measured by, with the first grades read.
    pub fn ground(&self, tx: &mut Tx, key: &ItemKey) -> Result<Ground, Failure<TableRefusal>> {
        let first = store::first_grades::of_lot(tx, self.lot.id)?;
        Ok(Ground::of(self, key, &first)?)
    }

    pub fn save_item(&self, tx: &mut Tx, key: &ItemKey) -> Result<(), StoreError> {
        match self.table.item(key) {
            Some(item) => store::tables::save_item(tx, self.table.id, item),
            None => Ok(()),
        }
    }

    pub fn save_seats(&self, tx: &mut Tx) -> Result<(), StoreError> {
        self.table.seats.iter().try_for_each(|seat| store::seats::put(tx, self.table.id, seat))
    }

    /// Bid and criterion in the words of the table, for the journal.
    pub fn words(
        &self,
        tx: &mut Tx,
        key: &ItemKey,
    ) -> Result<Vec<(&'static str, String)>, StoreError> {
        let codes = store::tables::codes(tx, self.table.id)?;
        let criteria = &self.round.definition.criteria;
        let criterion = criteria.iter().find(|c| c.code == key.criterion);
        Ok(vec![
            ("bid", code(&codes, key.bid)),
            ("criterion", criterion.map_or_else(|| key.criterion.clone(), |c| c.name.clone())),
        ])
    }

    /// Saves how far the table is, counts the act, and writes it in the journal.
    pub fn finish(
        &self,
        tx: &mut Tx,
        (verb, particulars): Told<'_>,
        by: &By,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        store::tables::save(tx, &self.table)?;
        self.journal(tx, (verb, particulars), by, now)
    }

    pub fn journal(
        &self,
        tx: &mut Tx,
        (verb, particulars): Told<'_>,
        by: &By,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        // A table knows bids by their letter only, so no organisation is named.
        let mut entry = Entry::new(by, verb, self.lot.label(), now).in_round(self.round.id);
        for (what, value) in particulars {
            entry = entry.with(what, value);
        }
        store::journal::add(tx, &entry)
    }
}

fn code(codes: &BTreeMap<BidId, String>, bid: BidId) -> String {
    codes.get(&bid).cloned().unwrap_or_default()
}
