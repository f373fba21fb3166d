//! Errands: what must happen after a commit (mails) is a row written in the same transaction.

use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};

use super::db::Link;
use super::schema::{bids, errands, letters, submissions};
use super::time::micros;
use super::{Conn, StoreError, Tx, new_id};
use crate::domain::errand::{About, Errand};
use crate::domain::ids::{ErrandId, PersonId};

/// So long one worker keeps an errand to itself.
const LEASE: SignedDuration = SignedDuration::from_mins(5);

pub fn add(tx: &mut Tx, errand: &Errand, due: Timestamp) -> Result<(), StoreError> {
    add_as(tx, ErrandId::new(new_id()), errand, due)
}

/// The same under an id that the caller keeps, to tell later what became of it.
pub fn add_as(
    tx: &mut Tx,
    id: ErrandId,
    errand: &Errand,
    due: Timestamp,
) -> Result<(), StoreError> {
    let payload = serde_json::to_string(errand).map_err(StoreError::unreadable)?;
    let (round, organisation) = place(tx, errand)?;
    diesel::insert_into(errands::table)
        .values((
            errands::id.eq(id.as_str()),
            errands::kind.eq(errand.kind()),
            errands::payload.eq(payload),
            errands::due_at.eq(micros(due)),
            errands::attempts.eq(0),
            errands::person_id.eq(errand.to().map(String::from)),
            errands::round_id.eq(round),
            errands::organisation_id.eq(organisation),
            errands::added_at.eq(micros(due)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// The round and the organisation to which an errand belongs.
fn place(tx: &mut Tx, errand: &Errand) -> Result<(Option<String>, Option<String>), StoreError> {
    let of_bid = |tx: &mut Tx, bid: &str| {
        bids::table.find(bid).select(bids::round_id).first::<String>(tx.link()).optional()
    };
    let round = match errand.about() {
        About::Round(round) => Some(round.to_string()),
        About::Bid(bid) => of_bid(tx, bid.as_str())?,
        About::Submission(id) => submissions::table
            .find(id.as_str())
            .inner_join(bids::table)
            .select(bids::round_id)
            .first(tx.link())
            .optional()?,
        About::Letter(id) => letters::table
            .find(id.as_str())
            .inner_join(bids::table)
            .select(bids::round_id)
            .first(tx.link())
            .optional()?,
        About::Organisation(id) => return Ok((None, Some(id.to_string()))),
        About::Nothing => None,
    };
    Ok((round, None))
}

/// Many at once, such as a mail to every member.
pub fn add_all(tx: &mut Tx, all: &[Errand], due: Timestamp) -> Result<(), StoreError> {
    for batch in all.chunks(200) {
        let row = |errand: &Errand| {
            let payload = serde_json::to_string(errand).map_err(StoreError::unreadable)?;
            Ok::<_, StoreError>((
                errands::id.eq(ErrandId::new(new_id()).as_str().to_owned()),
                errands::kind.eq(errand.kind()),
                errands::payload.eq(payload),
                errands::due_at.eq(micros(due)),
                errands::attempts.eq(0),
            ))
        };
        let rows = batch.iter().map(row).collect::<Result<Vec<_>, _>>()?;
        crate::on_each!(tx.link(), |c| diesel::insert_into(errands::table)
            .values(&rows)
            .execute(c))?;
    }
    Ok(())
}

#[derive(Debug)]
pub struct Claimed {
    pub id: ErrandId,
    pub errand: Errand,
    /// Attempts before this one.
    pub attempts: i32,
}

/// Takes the next errand that is due; no two workers take the same.
pub fn claim(tx: &mut Tx, now: Timestamp) -> Result<Option<Claimed>, StoreError> {
    let due = errands::table
        .filter(errands::done_at.is_null())
        .filter(errands::failed_at.is_null())
        .filter(errands::due_at.le(micros(now)))
        .filter(errands::locked_until.is_null().or(errands::locked_until.lt(micros(now))))
        .order(errands::due_at)
        .limit(1)
        .select((errands::id, errands::payload, errands::attempts));
    let found: Option<(String, String, i32)> = match tx.link() {
        Link::Sqlite(c) => due.first(c).optional()?,
        Link::Pg(c) => due.for_update().skip_locked().first(c).optional()?,
    };
    let Some((id, payload, attempts)) = found else { return Ok(None) };
    diesel::update(errands::table.find(&id))
        .set((
            errands::locked_until.eq(micros(now.saturating_add(LEASE).unwrap_or(now))),
            errands::attempts.eq(attempts + 1),
        ))
        .execute(tx.link())?;
    Ok(Some(Claimed {
        id: id.parse().map_err(StoreError::unreadable)?,
        errand: serde_json::from_str(&payload).map_err(StoreError::unreadable)?,
        attempts,
    }))
}

/// What stands in place of an errand that is forgotten.
pub(super) const FORGOTTEN: &str = "{}";

/// The secret of a link is forgotten; another errand is kept, so that it can be done again.
pub fn done(tx: &mut Tx, claimed: &Claimed, now: Timestamp) -> Result<(), StoreError> {
    let found = errands::table.find(claimed.id.as_str());
    diesel::update(found)
        .set((errands::done_at.eq(micros(now)), errands::error.eq(None::<String>)))
        .execute(tx.link())?;
    if claimed.errand.has_secret() {
        let found = errands::table.find(claimed.id.as_str());
        diesel::update(found).set(errands::payload.eq(FORGOTTEN)).execute(tx.link())?;
    }
    Ok(())
}

/// Nobody tries any more, until somebody asks for it.
pub fn give_up(
    tx: &mut Tx,
    id: ErrandId,
    error: &str,
    now: Timestamp,
) -> Result<Option<PersonId>, StoreError> {
    let to: Option<String> =
        errands::table.find(id.as_str()).select(errands::person_id).first(tx.link())?;
    diesel::update(errands::table.find(id.as_str()))
        .set((
            errands::failed_at.eq(micros(now)),
            errands::locked_until.eq(None::<i64>),
            errands::error.eq(error),
        ))
        .execute(tx.link())?;
    to.map(|id| id.parse().map_err(StoreError::unreadable)).transpose()
}

/// Puts an errand back for later, with what went wrong.
pub fn again(tx: &mut Tx, id: ErrandId, due: Timestamp, error: &str) -> Result<(), StoreError> {
    diesel::update(errands::table.find(id.as_str()))
        .set((
            errands::due_at.eq(micros(due)),
            errands::locked_until.eq(None::<i64>),
            errands::error.eq(error),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Errands not done yet, as their kinds, oldest first (for tests and the health page).
pub fn waiting(conn: &mut Conn) -> Result<Vec<String>, StoreError> {
    Ok(errands::table
        .filter(errands::done_at.is_null())
        .filter(errands::failed_at.is_null())
        .order((errands::due_at, errands::kind))
        .select(errands::payload)
        .load(conn.link())?)
}

/// Adds an errand unless the same one still waits: many small acts, one mail.
pub fn add_once(tx: &mut Tx, errand: &Errand, due: Timestamp) -> Result<(), StoreError> {
    let payload = serde_json::to_string(errand).map_err(StoreError::unreadable)?;
    let waits: i64 = errands::table
        .filter(errands::done_at.is_null())
        .filter(errands::failed_at.is_null())
        .filter(errands::payload.eq(payload))
        .count()
        .get_result(tx.link())?;
    if waits == 0 { add(tx, errand, due) } else { Ok(()) }
}
