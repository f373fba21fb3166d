//! A table whose price is open: its bids in order as far as anybody may know it, and its draw.

use std::collections::BTreeMap;

use super::{Conn, StoreError, draws, tables};
use crate::domain::ids::BidId;
use crate::domain::money::Cents;
use crate::domain::scoring::Scheme;
use crate::domain::tables::{Draw, Priced, Ranking, SealedSeed, Table, rank, tied};

pub struct Ranked {
    pub prices: BTreeMap<BidId, Cents>,
    pub priced: Priced,
    pub ranking: Ranking,
    pub sealed: SealedSeed,
    pub draw: Draw,
}

/// None while the price is shut.
pub fn of(conn: &mut Conn, table: &Table, scheme: &Scheme) -> Result<Option<Ranked>, StoreError> {
    let Some(proof) = table.open_price() else { return Ok(None) };
    let codes = tables::codes(conn, table.id)?;
    let prices = tables::prices(conn, &proof)?;
    let sealed = tables::seed(conn, table.id)?;
    let priced = Priced::new(table, &proof, &codes, &prices);
    let letters = tied(scheme, &priced).map_err(StoreError::unreadable)?;
    let of_tied = codes.into_iter().filter(|(_, code)| letters.contains(code));
    let draw = Draw {
        tied: of_tied.map(|(bid, _)| bid).collect(),
        plans: draws::of_table(conn, table.id)?,
    };
    let ranking = rank(scheme, &priced, &sealed).map_err(StoreError::unreadable)?;
    Ok(Some(Ranked { prices, priced, ranking, sealed, draw }))
}
