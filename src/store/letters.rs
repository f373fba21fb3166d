//! Letters to bidders, word for word as they were sent. A letter is never changed.

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{letters, lots, memberships, people};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::accounts::Role;
use crate::domain::ids::{BidId, LetterId, LotId, OrganisationId, PersonId, RoundId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub id: LetterId,
    pub lot: LotId,
    pub bid: BidId,
    /// Addresses it was sent to, with a comma between.
    pub email: String,
    pub subject: String,
    pub body: String,
    pub at: Timestamp,
}

type Row = (String, String, String, String, String, String, i64);

columns!(LETTER:
    letters::id,
    letters::lot_id,
    letters::bid_id,
    letters::email,
    letters::subject,
    letters::body,
    letters::created_at,
);

fn letter(row: Row) -> Result<Letter, StoreError> {
    Ok(Letter {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        lot: row.1.parse().map_err(StoreError::unreadable)?,
        bid: row.2.parse().map_err(StoreError::unreadable)?,
        email: row.3,
        subject: row.4,
        body: row.5,
        at: at(row.6),
    })
}

/// `Taken` when this bid has had its letter.
pub fn add(tx: &mut Tx, letter: &Letter) -> Result<(), StoreError> {
    diesel::insert_into(letters::table)
        .values((
            letters::id.eq(letter.id.as_str()),
            letters::lot_id.eq(letter.lot.as_str()),
            letters::bid_id.eq(letter.bid.as_str()),
            letters::email.eq(&letter.email),
            letters::subject.eq(&letter.subject),
            letters::body.eq(&letter.body),
            letters::created_at.eq(micros(letter.at)),
        ))
        .execute(tx.link())?;
    Ok(())
}

pub fn find(conn: &mut Conn, id: LetterId) -> Result<Letter, StoreError> {
    letter(letters::table.find(id.as_str()).select(LETTER).first(conn.link())?)
}

/// The letter about this bid.
pub fn of_bid(conn: &mut Conn, bid: BidId) -> Result<Letter, StoreError> {
    let found = letters::table.filter(letters::bid_id.eq(bid.as_str())).select(LETTER);
    letter(found.first(conn.link())?)
}

/// All letters of a round, by lot.
pub fn of_round(conn: &mut Conn, round: RoundId) -> Result<Vec<Letter>, StoreError> {
    let rows: Vec<Row> = letters::table
        .inner_join(lots::table)
        .filter(lots::round_id.eq(round.as_str()))
        .order((lots::number, letters::subject))
        .select(LETTER)
        .load(conn.link())?;
    rows.into_iter().map(letter).collect()
}

/// Who gets the letters of a cooperative: those who lead it and those who sign for it.
pub fn readers(
    conn: &mut Conn,
    cooperative: OrganisationId,
) -> Result<Vec<(PersonId, String)>, StoreError> {
    let roles = [Role::Lead.as_str(), Role::Signatory.as_str()];
    let rows: Vec<(String, String)> = memberships::table
        .inner_join(people::table)
        .filter(memberships::organisation_id.eq(cooperative.as_str()))
        .filter(memberships::role.eq_any(roles))
        .order(people::email)
        .select((people::id, people::email))
        .distinct()
        .load(conn.link())?;
    let read =
        |(id, email): (String, String)| Ok((id.parse().map_err(StoreError::unreadable)?, email));
    rows.into_iter().map(read).collect()
}
