//! The part of its lot that each bid takes on.

use diesel::prelude::*;

use super::schema::{own_areas, people};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx, accounts, areas};
use crate::domain::bids::own_area::{Ground, OwnArea};
use crate::domain::ids::BidId;
use crate::domain::rounds::{Lot, Round};

pub fn find(conn: &mut Conn, bid: BidId) -> Result<Option<OwnArea>, StoreError> {
    let row: Option<(String, i32, String, String, i64)> = own_areas::table
        .inner_join(people::table)
        .filter(own_areas::bid_id.eq(bid.as_str()))
        .select((
            own_areas::pick,
            own_areas::version,
            own_areas::saved_by,
            people::name,
            own_areas::saved_at,
        ))
        .first(conn.link())
        .optional()?;
    let read = |(pick, version, by, by_name, saved): (String, i32, String, String, i64)| {
        Ok(OwnArea {
            pick: serde_json::from_str(&pick).map_err(StoreError::unreadable)?,
            version,
            by: by.parse().map_err(StoreError::unreadable)?,
            by_name,
            at: at(saved),
        })
    };
    row.map(read).transpose()
}

/// False: somebody else was first.
pub fn save(tx: &mut Tx, bid: BidId, own: &OwnArea) -> Result<bool, StoreError> {
    let pick = serde_json::to_string(&own.pick).map_err(StoreError::unreadable)?;
    let said = (
        own_areas::pick.eq(pick),
        own_areas::version.eq(own.version),
        own_areas::saved_by.eq(own.by.as_str()),
        own_areas::saved_at.eq(micros(own.at)),
    );
    if own.version == 1 {
        let row = (own_areas::bid_id.eq(bid.as_str()), said);
        let added = crate::on_each!(tx.link(), |c| diesel::insert_into(own_areas::table)
            .values(row)
            .on_conflict_do_nothing()
            .execute(c))?;
        return Ok(added == 1);
    }
    let changed = diesel::update(
        own_areas::table
            .filter(own_areas::bid_id.eq(bid.as_str()))
            .filter(own_areas::version.eq(own.version - 1)),
    )
    .set(said)
    .execute(tx.link())?;
    Ok(changed == 1)
}

/// The areas of a lot; a lot without any covers the municipality with the name of its owner.
pub fn ground(conn: &mut Conn, round: &Round, lot: &Lot) -> Result<Ground, StoreError> {
    let mut whole = areas::find_all(conn, &lot.details.areas)?;
    if lot.details.areas.is_empty() {
        let owner = accounts::organisation(conn, round.municipality)?.name;
        let named = areas::municipalities(conn)?.into_iter().find(|(_, name)| *name == owner);
        if let Some((code, _)) = named {
            whole.extend(areas::municipality(conn, &code)?);
        }
    }
    let mut codes: Vec<&str> = whole.iter().map(|area| area.municipality_code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    let mut all = vec![];
    for code in codes {
        all.extend(areas::within(conn, code)?);
    }
    Ok(Ground::new(whole, &all))
}
