//! Assessment tables and their items. Seats stand in `seats.rs`; what the assessors gave alone in
//! `first_grades.rs`. Prices and names of a lot are read with the proof that they were opened.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::db::Link;
use super::schema::{bids, organisations, table_items, tables};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx, draws, seats, submissions};
use crate::domain::ids::{BidId, LotId, RoundId, TableId};
use crate::domain::money::Cents;
use crate::domain::scoring::{Exact, Seed};
use crate::domain::tables::{
    Consensus, Deliberation, Item, ItemKey, ItemState, OpenPrice, Outside, Phase, Seal, SealedSeed,
    Table, Way,
};

type Row = (
    String,
    String,
    i32,
    Option<String>,
    Option<String>,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    String,
);

columns!(TABLE:
    tables::id,
    tables::lot_id,
    tables::version,
    tables::current_bid_id,
    tables::current_criterion,
    tables::opened_at,
    tables::quality_fixed_at,
    tables::quality_signed_at,
    tables::price_opened_at,
    tables::closed_at,
    tables::compared,
);

/// `Taken` when the lot has a table already.
pub fn add(tx: &mut Tx, table: &Table, seed: &Seed) -> Result<(), StoreError> {
    let [opened, fixed, signed, price, closed] = table.phase.moments().map(|m| m.map(micros));
    diesel::insert_into(tables::table)
        .values((
            tables::id.eq(table.id.as_str()),
            tables::lot_id.eq(table.lot.as_str()),
            tables::phase.eq(table.phase.word()),
            tables::version.eq(table.version),
            tables::seed.eq(seed.to_string()),
            tables::opened_at.eq(opened),
            tables::quality_fixed_at.eq(fixed),
            tables::quality_signed_at.eq(signed),
            tables::price_opened_at.eq(price),
            tables::closed_at.eq(closed),
        ))
        .execute(tx.link())?;
    for item in &table.items {
        diesel::insert_into(table_items::table)
            .values((
                table_items::table_id.eq(table.id.as_str()),
                table_items::bid_id.eq(item.key.bid.as_str()),
                table_items::criterion.eq(&item.key.criterion),
                table_items::reason.eq(""),
                table_items::outside.eq(""),
                table_items::version.eq(item.version),
            ))
            .execute(tx.link())?;
        save_item(tx, table.id, item)?;
    }
    table.seats.iter().try_for_each(|seat| seats::put(tx, table.id, seat))
}

/// The table with its seats and items, kept for this transaction: acts at one table come one
/// after the other, so that versions are counted in the order of the commits.
pub fn lock(tx: &mut Tx, id: TableId) -> Result<Table, StoreError> {
    if let Link::Pg(c) = tx.link() {
        tables::table.find(id.as_str()).select(tables::id).for_update().first::<String>(c)?;
    }
    find(tx, id)
}

pub fn find(conn: &mut Conn, id: TableId) -> Result<Table, StoreError> {
    let row: Row = tables::table.find(id.as_str()).select(TABLE).first(conn.link())?;
    let broken = || StoreError::unreadable(format!("table {}", row.0));
    let current = match (row.3, row.4) {
        (Some(bid), Some(criterion)) => {
            Some(ItemKey { bid: bid.parse().map_err(StoreError::unreadable)?, criterion })
        }
        _ => None,
    };
    Ok(Table {
        id,
        lot: row.1.parse().map_err(StoreError::unreadable)?,
        phase: Phase::of([row.5, row.6, row.7, row.8, row.9].map(|m| m.map(at)))
            .ok_or_else(broken)?,
        version: row.2,
        current,
        compared: row.10.lines().map(str::to_owned).collect(),
        seats: seats::of_table(conn, id)?,
        items: items(conn, id)?,
    })
}

/// Saves how far the table is and counts the act.
pub fn save(tx: &mut Tx, table: &Table) -> Result<(), StoreError> {
    let [opened, fixed, signed, price, closed] = table.phase.moments().map(|m| m.map(micros));
    let current = table.current.as_ref();
    diesel::update(tables::table.find(table.id.as_str()))
        .set((
            tables::phase.eq(table.phase.word()),
            tables::version.eq(tables::version + 1),
            tables::current_bid_id.eq(current.map(|key| key.bid.as_str().to_owned())),
            tables::current_criterion.eq(current.map(|key| key.criterion.clone())),
            tables::opened_at.eq(opened),
            tables::quality_fixed_at.eq(fixed),
            tables::quality_signed_at.eq(signed),
            tables::price_opened_at.eq(price),
            tables::closed_at.eq(closed),
            tables::compared.eq(lines_of(&table.compared)),
        ))
        .execute(tx.link())?;
    Ok(())
}

fn lines_of(codes: &BTreeSet<String>) -> String {
    codes.iter().map(String::as_str).collect::<Vec<_>>().join("\n")
}

type ItemRow = (
    String,
    String,
    Option<i64>,
    Option<i64>,
    Option<String>,
    String,
    String,
    Option<String>,
    Option<i64>,
    i32,
    (String, String, String),
);

fn items(conn: &mut Conn, table: TableId) -> Result<Vec<Item>, StoreError> {
    let rows: Vec<ItemRow> = table_items::table
        .filter(table_items::table_id.eq(table.as_str()))
        .order((table_items::bid_id, table_items::criterion))
        .select((
            table_items::bid_id,
            table_items::criterion,
            table_items::revealed_at,
            table_items::postponed_at,
            table_items::grade,
            table_items::reason,
            table_items::outside,
            table_items::fixed_by,
            table_items::fixed_at,
            table_items::version,
            (table_items::talk, table_items::way, table_items::minority),
        ))
        .load(conn.link())?;
    rows.into_iter().map(item).collect()
}

fn item(row: ItemRow) -> Result<Item, StoreError> {
    let bid = row.0.parse().map_err(StoreError::unreadable)?;
    let broken = StoreError::unreadable(format!("item {} {}", row.0, row.1));
    let (talk, way, minority) = row.10;
    let way = match way.as_str() {
        "chair" => Way::Chair,
        "agreed" => Way::Agreed,
        "fallback" => Way::Fallback { minority },
        _ => return Err(broken),
    };
    let state = match (row.2, row.3, row.4, row.7, row.8) {
        (None, None, None, None, None) => ItemState::Waiting,
        (Some(revealed), None, None, None, None) => ItemState::Revealed { at: at(revealed) },
        (Some(revealed), Some(postponed), None, None, None) => {
            ItemState::Postponed { revealed_at: at(revealed), at: at(postponed) }
        }
        (Some(revealed), None, Some(grade), Some(by), Some(fixed)) => ItemState::Fixed {
            revealed_at: at(revealed),
            consensus: Consensus {
                grade: grade.parse().map_err(StoreError::unreadable)?,
                reason: row.5,
                outside: if row.6.is_empty() { Outside::No } else { Outside::Because(row.6) },
                way,
                by: by.parse().map_err(StoreError::unreadable)?,
                at: at(fixed),
            },
        },
        _ => return Err(broken),
    };
    let talk = match talk.is_empty() {
        true => Deliberation::default(),
        false => serde_json::from_str(&talk).map_err(StoreError::unreadable)?,
    };
    Ok(Item { key: ItemKey { bid, criterion: row.1 }, state, talk, version: row.9 })
}

pub fn save_item(tx: &mut Tx, table: TableId, item: &Item) -> Result<(), StoreError> {
    let postponed = match &item.state {
        ItemState::Postponed { at, .. } => Some(micros(*at)),
        ItemState::Waiting | ItemState::Revealed { .. } | ItemState::Fixed { .. } => None,
    };
    let consensus = item.consensus();
    let outside = consensus.map_or("", |c| match &c.outside {
        Outside::No => "",
        Outside::Because(why) => why,
    });
    let (way, minority) = match consensus.map(|c| &c.way) {
        None | Some(Way::Chair) => ("chair", ""),
        Some(Way::Agreed) => ("agreed", ""),
        Some(Way::Fallback { minority }) => ("fallback", minority.as_str()),
    };
    let talk = match item.talk == Deliberation::default() {
        true => String::new(),
        false => serde_json::to_string(&item.talk).map_err(StoreError::unreadable)?,
    };
    let key = (table.as_str(), item.key.bid.as_str(), &item.key.criterion);
    diesel::update(table_items::table.find(key))
        .set((
            table_items::revealed_at.eq(item.revealed_at().map(micros)),
            table_items::postponed_at.eq(postponed),
            table_items::grade.eq(consensus.map(|c| c.grade.to_string())),
            table_items::reason.eq(consensus.map_or("", |c| &c.reason)),
            table_items::outside.eq(outside),
            table_items::fixed_by.eq(consensus.map(|c| c.by.as_str().to_owned())),
            table_items::fixed_at.eq(consensus.map(|c| micros(c.at))),
            table_items::version.eq(item.version),
            table_items::talk.eq(talk),
            table_items::way.eq(way),
            table_items::minority.eq(minority),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// The tables of a round: lot, table, and the word of its phase.
pub fn of_round(
    conn: &mut Conn,
    round: RoundId,
) -> Result<BTreeMap<LotId, (TableId, String)>, StoreError> {
    let rows: Vec<(String, String, String)> = tables::table
        .inner_join(super::schema::lots::table)
        .filter(super::schema::lots::round_id.eq(round.as_str()))
        .select((tables::lot_id, tables::id, tables::phase))
        .load(conn.link())?;
    rows.into_iter()
        .map(|(lot, table, phase)| {
            let lot = lot.parse().map_err(StoreError::unreadable)?;
            Ok((lot, (table.parse().map_err(StoreError::unreadable)?, phase)))
        })
        .collect()
}

/// The grades on which the tables of a round agreed: bid, criterion and grade.
pub fn agreed_of_round(
    conn: &mut Conn,
    round: RoundId,
) -> Result<Vec<(BidId, String, Exact)>, StoreError> {
    let rows: Vec<(String, String, Option<String>)> = table_items::table
        .inner_join(bids::table)
        .filter(bids::round_id.eq(round.as_str()))
        .filter(table_items::grade.is_not_null())
        .select((table_items::bid_id, table_items::criterion, table_items::grade))
        .load(conn.link())?;
    rows.into_iter()
        .filter_map(|(bid, criterion, grade)| Some((bid, criterion, grade?)))
        .map(|(bid, criterion, grade)| {
            let bid = bid.parse().map_err(StoreError::unreadable)?;
            Ok((bid, criterion, grade.parse().map_err(StoreError::unreadable)?))
        })
        .collect()
}

pub fn of_lot(conn: &mut Conn, lot: LotId) -> Result<Option<TableId>, StoreError> {
    let id: Option<String> = tables::table
        .filter(tables::lot_id.eq(lot.as_str()))
        .select(tables::id)
        .first(conn.link())
        .optional()?;
    id.map(|id| id.parse().map_err(StoreError::unreadable)).transpose()
}

/// How many acts this table has seen.
pub fn version(conn: &mut Conn, id: TableId) -> Result<i32, StoreError> {
    Ok(tables::table.find(id.as_str()).select(tables::version).first(conn.link())?)
}

/// How many acts each of these tables has seen; the live stream says nothing else.
pub fn versions(conn: &mut Conn, ids: &[TableId]) -> Result<Vec<(TableId, i32)>, StoreError> {
    let rows: Vec<(String, i32)> = tables::table
        .filter(tables::id.eq_any(ids.iter().map(TableId::as_str)))
        .select((tables::id, tables::version))
        .load(conn.link())?;
    rows.into_iter()
        .map(|(id, version)| Ok((id.parse().map_err(StoreError::unreadable)?, version)))
        .collect()
}

/// Counts something that changed what people at the table of a lot may see, so that every screen
/// asks again.
pub fn touch(tx: &mut Tx, lot: LotId) -> Result<(), StoreError> {
    diesel::update(tables::table.filter(tables::lot_id.eq(lot.as_str())))
        .set(tables::version.eq(tables::version + 1))
        .execute(tx.link())?;
    Ok(())
}

/// Code letters of the bids that the table of this lot talks about.
pub fn codes(conn: &mut Conn, id: TableId) -> Result<BTreeMap<BidId, String>, StoreError> {
    let rows: Vec<(String, Option<String>)> = bids::table
        .filter(
            bids::id.eq_any(
                table_items::table
                    .filter(table_items::table_id.eq(id.as_str()))
                    .select(table_items::bid_id),
            ),
        )
        .select((bids::id, bids::code))
        .load(conn.link())?;
    rows.into_iter()
        .filter_map(|(id, code)| Some((id, code?)))
        .map(|(id, code)| Ok((id.parse().map_err(StoreError::unreadable)?, code)))
        .collect()
}

/// Prices per unit as handed in. Asks for the proof that they were opened.
pub fn prices(conn: &mut Conn, proof: &OpenPrice) -> Result<BTreeMap<BidId, Cents>, StoreError> {
    let handed_in = submissions::opened_of_lot(conn, proof.lot())?;
    Ok(handed_in.into_iter().filter_map(|one| Some((one.bid, one.content.rate()?))).collect())
}

/// Who made the bids. Asks for the proof that price and names were opened.
pub fn names(conn: &mut Conn, proof: &OpenPrice) -> Result<BTreeMap<BidId, String>, StoreError> {
    let rows: Vec<(String, String)> = bids::table
        .inner_join(organisations::table)
        .filter(bids::lot_id.eq(proof.lot().as_str()))
        .filter(bids::code.is_not_null())
        .select((bids::id, organisations::name))
        .load(conn.link())?;
    rows.into_iter()
        .map(|(id, name)| Ok((id.parse().map_err(StoreError::unreadable)?, name)))
        .collect()
}

/// The seed of the draw, sealed until that was held. Its hash was in the journal when the table opened.
pub fn seed(conn: &mut Conn, id: TableId) -> Result<SealedSeed, StoreError> {
    let columns = (tables::seed, tables::closed_at);
    let (text, closed): (String, Option<i64>) =
        tables::table.find(id.as_str()).select(columns).first(conn.link())?;
    // No table closes before its draw. One that did so drew when its price opened, as tables did then.
    let seal = if closed.is_some() { Seal::Broken } else { draws::seal(conn, id)? };
    Ok(SealedSeed::new(text.parse().map_err(StoreError::unreadable)?, seal))
}
