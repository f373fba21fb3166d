//! Where people were last in the bids that they write.

use diesel::prelude::*;

use super::schema::visits;
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::bids::presence::Visit;
use crate::domain::ids::BidId;

pub fn of_bid(conn: &mut Conn, bid: BidId) -> Result<Vec<Visit>, StoreError> {
    let rows: Vec<(String, String, i64)> = visits::table
        .filter(visits::bid_id.eq(bid.as_str()))
        .select((visits::person_id, visits::section, visits::seen_at))
        .load(conn.link())?;
    let visit = |(person, section, seen): (String, String, i64)| {
        let person = person.parse().map_err(StoreError::unreadable)?;
        Ok(Visit { person, section, at: at(seen) })
    };
    rows.into_iter().map(visit).collect()
}

/// Takes the place of the visit before.
pub fn note(tx: &mut Tx, bid: BidId, visit: &Visit) -> Result<(), StoreError> {
    let last = (visits::section.eq(&visit.section), visits::seen_at.eq(micros(visit.at)));
    let row = (visits::bid_id.eq(bid.as_str()), visits::person_id.eq(visit.person.as_str()), last);
    crate::on_each!(tx.link(), |c| diesel::insert_into(visits::table)
        .values(row)
        .on_conflict((visits::bid_id, visits::person_id))
        .do_update()
        .set(last)
        .execute(c))?;
    Ok(())
}
