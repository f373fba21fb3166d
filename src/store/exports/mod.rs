//! What goes into files: rows of lists, and the complete files that people asked for. Long lists are
//! read in slices; what is not opened yet is not read at all.

mod lists;
mod outcome;
mod stored;

use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::Timestamp;

pub use stored::{add, find, gone, latest, ready, shared, steps, waiting};

use super::schema::{lots, tables};
use super::{Conn, StoreError};
use crate::domain::exports::{Cell, List, Reached};
use crate::domain::ids::{LotId, RoundId, TableId};
use crate::domain::permission::Stage;
use crate::domain::rounds::{Lot, Round};

/// So many rows are read at once.
pub const SLICE: i64 = 500;

/// What a row is given to, one by one.
pub type Take<'t> = dyn FnMut(&[Cell]) + 't;

/// A round with what of it is open.
pub struct Scope {
    pub round: Round,
    /// Who runs the round.
    centre: String,
    pub lots: Vec<Lot>,
    pub stage: Stage,
    /// Tables that signed their grades, and those whose price was opened.
    pub signed: BTreeMap<LotId, TableId>,
    pub priced: BTreeMap<LotId, TableId>,
}

impl Scope {
    pub fn read(conn: &mut Conn, round: RoundId, now: Timestamp) -> Result<Scope, StoreError> {
        let round = super::rounds::find(conn, round)?;
        let rows: Vec<(String, String, Option<i64>, Option<i64>)> = tables::table
            .inner_join(lots::table)
            .filter(lots::round_id.eq(round.id.as_str()))
            .select((
                tables::lot_id,
                tables::id,
                tables::quality_signed_at,
                tables::price_opened_at,
            ))
            .load(conn.link())?;
        let (mut signed, mut priced) = (BTreeMap::new(), BTreeMap::new());
        for (lot, table, signed_at, priced_at) in rows {
            let lot: LotId = lot.parse().map_err(StoreError::unreadable)?;
            let table: TableId = table.parse().map_err(StoreError::unreadable)?;
            signed.extend(signed_at.map(|_| (lot, table)));
            priced.extend(priced_at.map(|_| (lot, table)));
        }
        let lots = super::rounds::lots_of(conn, round.id)?;
        let stage = round.stage(now);
        let centre = super::accounts::organisation(conn, round.municipality)?.name;
        Ok(Scope { round, centre, lots, stage, signed, priced })
    }

    pub fn reached(&self) -> Reached {
        Reached {
            stage: self.stage,
            lots: self.lots.len(),
            signed: self.signed.len(),
            priced: self.priced.len(),
        }
    }

    pub fn lot(&self, id: LotId) -> Option<&Lot> {
        self.lots.iter().find(|lot| lot.id == id)
    }

    /// The name of the municipality whose lot it is, or of all together.
    pub fn municipality(&self, lot: &Lot) -> String {
        self.round.definition.whose(&lot.details, &self.centre)
    }
}

/// Gives every row of a list, in an order that stays. Nothing that is not open now is in it.
pub fn rows(
    conn: &mut Conn,
    list: List,
    scope: &Scope,
    take: &mut Take<'_>,
) -> Result<(), StoreError> {
    if scope.reached().may_have(list.since()).is_err() {
        return Ok(());
    }
    match list {
        List::Bids => lists::bids(conn, scope, take),
        List::Requirements => lists::requirements(conn, scope, take),
        List::Progress => lists::progress(conn, scope, take),
        List::Questions => lists::questions(conn, scope, take),
        List::Journal => lists::journal(conn, scope, take),
        List::Scores => outcome::scores(conn, scope, take),
        List::Ranking => outcome::ranking(conn, scope, take),
        List::Decisions => outcome::decisions(conn, scope, take),
    }
}
