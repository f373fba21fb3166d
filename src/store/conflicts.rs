//! Declarations of interest and the rulings on them.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::schema::{bids, conflicts, lots, organisations, people};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{BidId, LotId, OrganisationId, PersonId, RoundId};
use crate::domain::review::conflicts::{Declaration, Ruled};

type Row = (String, String, i64, Option<String>, Option<String>, Option<String>, Option<i64>);

columns!(DECLARATION:
    conflicts::answer,
    conflicts::note,
    conflicts::declared_at,
    conflicts::ruling,
    conflicts::ruling_reason,
    conflicts::ruled_by,
    conflicts::ruled_at,
);

fn declaration(row: Row) -> Result<Declaration, StoreError> {
    let broken = || StoreError::unreadable("a ruling without its facts");
    let ruled = match row.3 {
        None => None,
        Some(ruling) => Some(Ruled {
            ruling: ruling.parse().map_err(StoreError::unreadable)?,
            reason: row.4.ok_or_else(broken)?,
            by: row.5.ok_or_else(broken)?.parse().map_err(StoreError::unreadable)?,
            at: at(row.6.ok_or_else(broken)?),
        }),
    };
    Ok(Declaration {
        interest: row.0.parse().map_err(StoreError::unreadable)?,
        note: row.1,
        at: at(row.2),
        ruled,
    })
}

pub fn find(
    conn: &mut Conn,
    person: PersonId,
    bid: BidId,
) -> Result<Option<Declaration>, StoreError> {
    let row: Option<Row> = conflicts::table
        .find((person.as_str(), bid.as_str()))
        .select(DECLARATION)
        .first(conn.link())
        .optional()?;
    row.map(declaration).transpose()
}

/// Adds what somebody declared with its ruling, or replaces it.
pub fn put(
    tx: &mut Tx,
    person: PersonId,
    bid: BidId,
    said: &Declaration,
) -> Result<(), StoreError> {
    let key = (person.as_str(), bid.as_str());
    diesel::delete(conflicts::table.find(key)).execute(tx.link())?;
    diesel::insert_into(conflicts::table)
        .values((
            conflicts::person_id.eq(person.as_str()),
            conflicts::bid_id.eq(bid.as_str()),
            conflicts::answer.eq(said.interest.as_str()),
            conflicts::note.eq(&said.note),
            conflicts::declared_at.eq(micros(said.at)),
            conflicts::ruling.eq(said.ruled.as_ref().map(|r| r.ruling.as_str())),
            conflicts::ruling_reason.eq(said.ruled.as_ref().map(|r| r.reason.as_str())),
            conflicts::ruled_by.eq(said.ruled.as_ref().map(|r| r.by.as_str())),
            conflicts::ruled_at.eq(said.ruled.as_ref().map(|r| micros(r.at))),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// What one person declared about the bids of some lots.
pub fn of_person(
    conn: &mut Conn,
    person: PersonId,
    lots: &[LotId],
) -> Result<BTreeMap<BidId, Declaration>, StoreError> {
    let lots: Vec<&str> = lots.iter().map(LotId::as_str).collect();
    let rows: Vec<(String, Row)> = conflicts::table
        .inner_join(bids::table)
        .filter(conflicts::person_id.eq(person.as_str()))
        .filter(bids::lot_id.eq_any(lots))
        .select((conflicts::bid_id, DECLARATION))
        .load(conn.link())?;
    let read = |(bid, row): (String, Row)| {
        Ok((bid.parse().map_err(StoreError::unreadable)?, declaration(row)?))
    };
    rows.into_iter().map(read).collect()
}

/// A bidder on a lot, by name: what somebody declares about. No code letter here, so that a name
/// and a letter never meet on one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bidder {
    pub bid: BidId,
    pub cooperative: OrganisationId,
    pub name: String,
    pub place: String,
}

/// Everybody whose bid on this lot was opened, by name.
pub fn bidders(conn: &mut Conn, lot: LotId) -> Result<Vec<Bidder>, StoreError> {
    let rows: Vec<(String, String, String, String)> = bids::table
        .inner_join(organisations::table)
        .filter(bids::lot_id.eq(lot.as_str()))
        .filter(bids::code.is_not_null())
        .order(organisations::name)
        .select((bids::id, organisations::id, organisations::name, organisations::place))
        .load(conn.link())?;
    let read = |(bid, cooperative, name, place): (String, String, String, String)| {
        Ok(Bidder {
            bid: bid.parse().map_err(StoreError::unreadable)?,
            cooperative: cooperative.parse().map_err(StoreError::unreadable)?,
            name,
            place,
        })
    };
    rows.into_iter().map(read).collect()
}

/// One declaration as the process lead sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub person: PersonId,
    pub assessor: String,
    pub lot_number: u16,
    pub lot_name: String,
    pub bid: BidId,
    pub cooperative: String,
    pub said: Declaration,
}

/// All declarations of a round, by lot, bidder and assessor.
pub fn of_round(conn: &mut Conn, round: RoundId) -> Result<Vec<Line>, StoreError> {
    type Whole = ((String, String), (i32, String), (String, String), Row);
    let rows: Vec<Whole> = conflicts::table
        .inner_join(bids::table.inner_join(lots::table).inner_join(organisations::table))
        .inner_join(people::table)
        .filter(bids::round_id.eq(round.as_str()))
        .order((lots::number, organisations::name, people::name))
        .select((
            (people::id, people::name),
            (lots::number, lots::name),
            (bids::id, organisations::name),
            DECLARATION,
        ))
        .load(conn.link())?;
    let read = |(person, lot, bid, row): Whole| {
        Ok(Line {
            person: person.0.parse().map_err(StoreError::unreadable)?,
            assessor: person.1,
            lot_number: u16::try_from(lot.0).map_err(StoreError::unreadable)?,
            lot_name: lot.1,
            bid: bid.0.parse().map_err(StoreError::unreadable)?,
            cooperative: bid.1,
            said: declaration(row)?,
        })
    };
    rows.into_iter().map(read).collect()
}
