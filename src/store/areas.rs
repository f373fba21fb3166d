//! Areas of the map.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::schema::areas;
use super::{Conn, StoreError, Tx};
use crate::domain::areas::{Area, Level};
use crate::domain::rounds::lots::AreaRef;

/// Adds areas, or replaces those with the same code and year.
pub fn put(tx: &mut Tx, all: &[Area]) -> Result<(), StoreError> {
    for area in all {
        let year = i32::from(area.year);
        diesel::delete(areas::table.find((&area.code, year))).execute(tx.link())?;
        diesel::insert_into(areas::table)
            .values((
                areas::code.eq(&area.code),
                areas::year.eq(year),
                areas::kind.eq(area.level.as_str()),
                areas::name.eq(&area.name),
                areas::municipality_code.eq(&area.municipality_code),
                areas::inhabitants.eq(area.inhabitants.and_then(|n| i32::try_from(n).ok())),
                areas::share_65.eq(area.share_65.map(i32::from)),
                areas::households.eq(area.households.and_then(|n| i32::try_from(n).ok())),
                areas::geometry.eq(serde_json::to_string(&area.shape).unwrap_or_default()),
            ))
            .execute(tx.link())?;
    }
    Ok(())
}

type Row = (String, i32, String, String, String, Option<i32>, Option<i32>, Option<i32>, String);

fn area(row: Row) -> Result<Area, StoreError> {
    let level: Level = row.2.parse().map_err(StoreError::unreadable)?;
    let count = |n: Option<i32>| n.and_then(|n| u32::try_from(n).ok());
    Ok(Area {
        code: row.0,
        year: i16::try_from(row.1).map_err(StoreError::unreadable)?,
        level,
        name: row.3,
        municipality_code: row.4,
        inhabitants: count(row.5),
        share_65: row.6.and_then(|n| u8::try_from(n).ok()),
        households: count(row.7),
        shape: serde_json::from_str(&row.8).map_err(StoreError::unreadable)?,
    })
}

pub fn find(conn: &mut Conn, code: &str, year: i16) -> Result<Option<Area>, StoreError> {
    let row: Option<Row> =
        areas::table.find((code, i32::from(year))).first(conn.link()).optional()?;
    row.map(area).transpose()
}

/// The areas that are named, in that order; one that is not there is left out.
pub fn find_all(conn: &mut Conn, named: &[AreaRef]) -> Result<Vec<Area>, StoreError> {
    let codes: Vec<&str> = named.iter().map(|a| a.code.as_str()).collect();
    let rows: Vec<Row> = areas::table.filter(areas::code.eq_any(codes)).load(conn.link())?;
    let found = rows.into_iter().map(area).collect::<Result<Vec<_>, _>>()?;
    let wanted = |name: &AreaRef| found.iter().find(|a| a.code == name.code && a.year == name.year);
    Ok(named.iter().filter_map(wanted).cloned().collect())
}

/// Districts and neighbourhoods of one municipality, by level and name.
pub fn within(conn: &mut Conn, municipality_code: &str) -> Result<Vec<Area>, StoreError> {
    let rows: Vec<Row> = areas::table
        .filter(areas::municipality_code.eq(municipality_code))
        .filter(areas::kind.ne(Level::Municipality.as_str()))
        .order((areas::kind.desc(), areas::name))
        .load(conn.link())?;
    rows.into_iter().map(area).collect()
}

/// Code and name of every municipality that areas were imported of; the name is the code where
/// the municipality itself was not in the file.
pub fn municipalities(conn: &mut Conn) -> Result<Vec<(String, String)>, StoreError> {
    let rows: Vec<(String, String, String)> = areas::table
        .select((areas::municipality_code, areas::kind, areas::name))
        .load(conn.link())?;
    let mut named: BTreeMap<String, String> = BTreeMap::new();
    for (code, kind, name) in rows {
        if kind == Level::Municipality.as_str() {
            named.insert(code, name);
        } else {
            named.entry(code.clone()).or_insert(code);
        }
    }
    let mut all: Vec<_> = named.into_iter().collect();
    all.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(all)
}

/// A municipality itself, as it was last imported.
pub fn municipality(conn: &mut Conn, code: &str) -> Result<Option<Area>, StoreError> {
    let row: Option<Row> = areas::table
        .filter(areas::code.eq(code))
        .filter(areas::kind.eq(Level::Municipality.as_str()))
        .order(areas::year.desc())
        .first(conn.link())
        .optional()?;
    row.map(area).transpose()
}
