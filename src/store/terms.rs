//! The terms of a round under their numbers, and under which number a bid is made.

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{bids, people, round_terms, rounds};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::bids::Bid;
use crate::domain::ids::{BidId, PersonId, RoundId};
use crate::domain::rounds::amendment::Terms;
use crate::domain::rounds::{Lot, Round, canonical};

/// One publication of terms; number 1 is that of the round itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    pub number: i32,
    pub terms: Terms,
    pub hash: String,
    /// What changed and why, in the words of the municipality; empty for the first.
    pub reason: String,
    pub by_name: String,
    pub at: Timestamp,
}

/// The number under which a bid is made, and that of now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BidTerms {
    pub own: i32,
    pub latest: i32,
}

impl BidTerms {
    pub fn is_behind(self) -> bool {
        self.own < self.latest
    }
}

/// Keeps what was published, under the next number; that number.
pub fn add(
    tx: &mut Tx,
    (round, lots): (&Round, &[Lot]),
    reason: &str,
    (by, now): (PersonId, Timestamp),
) -> Result<i32, StoreError> {
    let last: Option<i32> = round_terms::table
        .filter(round_terms::round_id.eq(round.id.as_str()))
        .select(diesel::dsl::max(round_terms::number))
        .first(tx.link())?;
    let number = last.unwrap_or(0) + 1;
    let hash = round.publication().map(|publication| publication.hash.clone());
    diesel::insert_into(round_terms::table)
        .values((
            round_terms::round_id.eq(round.id.as_str()),
            round_terms::number.eq(number),
            round_terms::content.eq(canonical(&round.definition, lots)),
            round_terms::hash.eq(hash.unwrap_or_default()),
            round_terms::reason.eq(reason),
            round_terms::published_by.eq(by.as_str()),
            round_terms::published_at.eq(micros(now)),
        ))
        .execute(tx.link())?;
    diesel::update(rounds::table.find(round.id.as_str()))
        .set(rounds::terms.eq(number))
        .execute(tx.link())?;
    Ok(number)
}

/// All publications of a round, oldest first.
pub fn of_round(conn: &mut Conn, round: RoundId) -> Result<Vec<Published>, StoreError> {
    let rows: Vec<(i32, String, String, String, String, i64)> = round_terms::table
        .inner_join(people::table)
        .filter(round_terms::round_id.eq(round.as_str()))
        .order(round_terms::number)
        .select((
            round_terms::number,
            round_terms::content,
            round_terms::hash,
            round_terms::reason,
            people::name,
            round_terms::published_at,
        ))
        .load(conn.link())?;
    let one = |(number, content, hash, reason, by_name, moment): (_, String, _, _, _, _)| {
        let terms = serde_json::from_str(&content).map_err(StoreError::unreadable)?;
        Ok(Published { number, terms, hash, reason, by_name, at: at(moment) })
    };
    rows.into_iter().map(one).collect()
}

/// The texts whose hashes were published, byte for byte, with their numbers.
pub fn texts(conn: &mut Conn, round: RoundId) -> Result<Vec<(i32, String)>, StoreError> {
    Ok(round_terms::table
        .filter(round_terms::round_id.eq(round.as_str()))
        .order(round_terms::number)
        .select((round_terms::number, round_terms::content))
        .load(conn.link())?)
}

/// How many times the terms of a round were published.
pub fn count(conn: &mut Conn, round: RoundId) -> Result<i32, StoreError> {
    Ok(rounds::table.find(round.as_str()).select(rounds::terms).first(conn.link())?)
}

pub fn find(conn: &mut Conn, round: RoundId, number: i32) -> Result<Terms, StoreError> {
    let content: String = round_terms::table
        .find((round.as_str(), number))
        .select(round_terms::content)
        .first(conn.link())?;
    serde_json::from_str(&content).map_err(StoreError::unreadable)
}

/// Under which number a published text has this hash; none for one that is not of this round.
pub fn number_of(conn: &mut Conn, round: RoundId, hash: &str) -> Result<Option<i32>, StoreError> {
    Ok(round_terms::table
        .filter(round_terms::round_id.eq(round.as_str()))
        .filter(round_terms::hash.eq(hash))
        .select(diesel::dsl::max(round_terms::number))
        .first(conn.link())?)
}

pub fn of_bid(conn: &mut Conn, bid: BidId) -> Result<BidTerms, StoreError> {
    let (own, latest) = bids::table
        .find(bid.as_str())
        .inner_join(rounds::table)
        .select((bids::terms, rounds::terms))
        .first(conn.link())?;
    Ok(BidTerms { own, latest })
}

/// From now on the bid is made under this number.
pub fn carry(tx: &mut Tx, bid: BidId, number: i32) -> Result<(), StoreError> {
    diesel::update(bids::table.find(bid.as_str()))
        .set(bids::terms.eq(number))
        .execute(tx.link())?;
    Ok(())
}

/// The round and the lot of a bid on the terms under which it is made.
pub fn as_known_to(conn: &mut Conn, bid: &Bid) -> Result<(Round, Lot, BidTerms), StoreError> {
    let (round, lot) =
        (super::rounds::find(conn, bid.round)?, super::rounds::find_lot(conn, bid.lot)?);
    let terms = of_bid(conn, bid.id)?;
    if !terms.is_behind() {
        return Ok((round, lot, terms));
    }
    let (round, lot) = find(conn, bid.round, terms.own)?.before(round, lot);
    Ok((round, lot, terms))
}

/// The round and the lot of a bid on the terms with this hash; those of now where it is not known.
pub fn as_published(conn: &mut Conn, bid: &Bid, hash: &str) -> Result<(Round, Lot), StoreError> {
    let (round, lot) =
        (super::rounds::find(conn, bid.round)?, super::rounds::find_lot(conn, bid.lot)?);
    let latest = count(conn, bid.round)?;
    match number_of(conn, bid.round, hash)? {
        Some(number) if number < latest => Ok(find(conn, bid.round, number)?.before(round, lot)),
        Some(_) | None => Ok((round, lot)),
    }
}
