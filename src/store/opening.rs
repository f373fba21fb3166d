//! What the opening of a round needs: the bids that were handed in, and the record afterwards.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{bids, journal, lots, memberships, organisations, rounds, submissions};
use super::time::at;
use super::{Conn, StoreError, Tx};
use crate::domain::accounts::Role;
use crate::domain::bids::Standing;
use crate::domain::ids::{BidId, LotId, PersonId, RoundId};

/// Bids that take part, before they have a code: only for the opening itself, which is why it asks
/// for the transaction that opens.
pub fn handed_in(tx: &mut Tx, round: RoundId) -> Result<Vec<(LotId, BidId)>, StoreError> {
    let rows: Vec<(String, String)> = bids::table
        .filter(bids::round_id.eq(round.as_str()))
        .filter(bids::standing.eq(Standing::Submitted.as_str()))
        .select((bids::lot_id, bids::id))
        .load(tx.link())?;
    let read = |(lot, bid): (String, String)| {
        let bid = bid.parse().map_err(StoreError::unreadable)?;
        Ok((lot.parse().map_err(StoreError::unreadable)?, bid))
    };
    rows.into_iter().map(read).collect()
}

pub fn give_code(tx: &mut Tx, bid: BidId, code: &str) -> Result<(), StoreError> {
    diesel::update(bids::table.find(bid.as_str())).set(bids::code.eq(code)).execute(tx.link())?;
    Ok(())
}

/// One bid in the record of the opening. Nothing of its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub lot_number: u16,
    pub lot_name: String,
    pub bid: BidId,
    pub cooperative: String,
    /// None: taken back before the deadline.
    pub code: Option<String>,
    pub number: String,
    pub hash: String,
    pub received_at: Timestamp,
    pub withdrawn_at: Option<Timestamp>,
}

type Row = ((i32, String), (String, Option<String>, String), (String, String, i64, Option<i64>));

/// What came in on a round that was opened, by lot and name; empty before the opening.
pub fn record(conn: &mut Conn, round: RoundId) -> Result<Vec<Line>, StoreError> {
    let rows: Vec<Row> = submissions::table
        .inner_join(
            bids::table
                .inner_join(lots::table)
                .inner_join(organisations::table)
                .inner_join(rounds::table),
        )
        .filter(bids::round_id.eq(round.as_str()))
        .filter(rounds::opened_at.is_not_null())
        .order((lots::number, organisations::name, submissions::submitted_at))
        .select((
            (lots::number, lots::name),
            (bids::id, bids::code, organisations::name),
            (
                submissions::number,
                submissions::hash,
                submissions::submitted_at,
                submissions::withdrawn_at,
            ),
        ))
        .load(conn.link())?;
    // A bid handed in again stands once, with what came in last.
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    let mut lines: Vec<Line> = Vec::new();
    for row in rows {
        let id = row.1.0.clone();
        let line = line(row)?;
        match last.get(&id) {
            Some(place) => lines[*place] = line,
            None => {
                last.insert(id, lines.len());
                lines.push(line);
            }
        }
    }
    Ok(lines)
}

fn line(((number, name), bid, submission): Row) -> Result<Line, StoreError> {
    Ok(Line {
        lot_number: u16::try_from(number).map_err(StoreError::unreadable)?,
        lot_name: name,
        bid: bid.0.parse().map_err(StoreError::unreadable)?,
        cooperative: bid.2,
        code: bid.1,
        number: submission.0,
        hash: submission.1,
        received_at: at(submission.2),
        withdrawn_at: submission.3.map(at),
    })
}

/// Somebody wanted to hand in a bid when the time was over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Late {
    pub cooperative: String,
    /// As it was called then.
    pub lot: String,
    pub at: Timestamp,
}

/// Late attempts on a round that was opened, oldest first, each cooperative once per lot.
pub fn late(conn: &mut Conn, round: RoundId) -> Result<Vec<Late>, StoreError> {
    let rows: Vec<(String, String, i64)> = journal::table
        .inner_join(
            organisations::table.on(organisations::id.nullable().eq(journal::organisation_id)),
        )
        .inner_join(rounds::table.on(rounds::id.nullable().eq(journal::round_id)))
        .filter(journal::round_id.eq(round.as_str()))
        .filter(journal::verb.eq("came_late"))
        .filter(rounds::opened_at.is_not_null())
        .order(journal::seq)
        .select((organisations::name, journal::object, journal::at))
        .load(conn.link())?;
    let mut seen = BTreeSet::new();
    let first = |(cooperative, lot, time): (String, String, i64)| {
        let once = seen.insert((cooperative.clone(), lot.clone()));
        once.then(|| Late { cooperative, lot, at: at(time) })
    };
    Ok(rows.into_iter().filter_map(first).collect())
}

/// Who hears that the bids are open: the people of each bidding cooperative who lead or sign.
pub fn to_tell(tx: &mut Tx, round: RoundId) -> Result<Vec<(BidId, PersonId)>, StoreError> {
    let rows: Vec<(String, String)> = bids::table
        .inner_join(memberships::table.on(memberships::organisation_id.eq(bids::organisation_id)))
        .filter(bids::round_id.eq(round.as_str()))
        .filter(bids::code.is_not_null())
        .filter(memberships::role.eq_any([Role::Lead.as_str(), Role::Signatory.as_str()]))
        .order((bids::id, memberships::person_id))
        .select((bids::id, memberships::person_id))
        .distinct()
        .load(tx.link())?;
    let read = |(bid, person): (String, String)| {
        Ok((
            bid.parse().map_err(StoreError::unreadable)?,
            person.parse().map_err(StoreError::unreadable)?,
        ))
    };
    rows.into_iter().map(read).collect()
}
