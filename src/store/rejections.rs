//! Bids that somebody wants to refuse, and those that are refused, each with its letter.

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{bids, rejections};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{BidId, PersonId, RoundId};
use crate::domain::review::admissibility::CheckVerdict;
use crate::domain::review::rejection::{
    Letter, RefusedRequirement, Rejection, RejectionFile, Signed, Standing,
};

type Who = (Option<String>, Option<String>, Option<i64>);
type Row = (
    (String, String, String),
    (String, String, i64),
    (Option<String>, Who, Option<String>),
    (Option<String>, Option<String>),
);

#[expect(clippy::type_complexity, reason = "the columns, spelled as types and as values")]
const ALL: (
    (rejections::bid_id, rejections::ground, rejections::reason),
    (rejections::proposed_by, rejections::proposed_name, rejections::proposed_at),
    (
        rejections::ending,
        (rejections::ended_by, rejections::ended_name, rejections::ended_at),
        rejections::ended_reason,
    ),
    (rejections::letter_subject, rejections::letter_body),
) = (
    (rejections::bid_id, rejections::ground, rejections::reason),
    (rejections::proposed_by, rejections::proposed_name, rejections::proposed_at),
    (
        rejections::ending,
        (rejections::ended_by, rejections::ended_name, rejections::ended_at),
        rejections::ended_reason,
    ),
    (rejections::letter_subject, rejections::letter_body),
);

/// Somebody at some time; none unless all of it is there.
pub(super) fn signed((by, name, time): Who) -> Result<Option<Signed>, StoreError> {
    let (Some(by), Some(name), Some(time)) = (by, name, time) else { return Ok(None) };
    let by: PersonId = by.parse().map_err(StoreError::unreadable)?;
    Ok(Some(Signed { by, name, at: at(time) }))
}

fn rejection(row: Row) -> Result<Rejection, StoreError> {
    let ((bid, ground, reason), (by, name, time), (ending, who, why), (subject, body)) = row;
    let by = by.parse().map_err(StoreError::unreadable)?;
    let standing = match (ending.as_deref(), signed(who)?) {
        (None, _) => Standing::Proposed,
        (Some("returned"), Some(by)) => Standing::Returned { by, reason: why.unwrap_or_default() },
        (Some("confirmed"), Some(by)) => {
            let (subject, body) = (subject.unwrap_or_default(), body.unwrap_or_default());
            Standing::Confirmed { by, letter: Letter { subject, body } }
        }
        (Some(other), _) => return Err(StoreError::unreadable(other)),
    };
    Ok(Rejection {
        bid: bid.parse().map_err(StoreError::unreadable)?,
        ground,
        reason,
        proposed: Signed { by, name, at: at(time) },
        standing,
    })
}

pub fn find(conn: &mut Conn, bid: BidId) -> Result<Option<Rejection>, StoreError> {
    let row: Option<Row> =
        rejections::table.find(bid.as_str()).select(ALL).first(conn.link()).optional()?;
    row.map(rejection).transpose()
}

/// The refusal of an opened bid with all that its letter rests on.
pub fn file(conn: &mut Conn, id: BidId) -> Result<RejectionFile, StoreError> {
    let rejection = find(conn, id)?.ok_or(StoreError::Missing)?;
    let bid = super::bids::find(conn, id)?;
    let handed_in = super::submissions::opened(conn, id)?.ok_or(StoreError::Missing)?;
    let round = super::rounds::find(conn, bid.round)?;
    let definition = round.definition;
    let title = |code: &str| {
        let known = definition.requirements.iter().find(|r| r.code == code);
        known.map(|r| format!("{}. {}", r.code, r.title)).unwrap_or_default()
    };
    let checks = super::admissibility::checks(conn, id)?.into_iter().map(|given| given.what);
    let refused = checks.filter(|check| check.verdict == CheckVerdict::Refused);
    let refused = refused
        .map(|check| RefusedRequirement { title: title(&check.requirement), reason: check.reason })
        .collect();
    Ok(RejectionFile {
        municipality: super::accounts::organisation(conn, round.municipality)?.name,
        lot: super::rounds::find_lot(conn, bid.lot)?,
        bidder: super::accounts::organisation(conn, bid.cooperative)?,
        number: handed_in.number,
        rejection,
        refused,
        definition,
    })
}

/// All of a round, oldest first.
pub fn of_round(conn: &mut Conn, round: RoundId) -> Result<Vec<Rejection>, StoreError> {
    let rows: Vec<Row> = rejections::table
        .inner_join(bids::table)
        .filter(bids::round_id.eq(round.as_str()))
        .order((rejections::proposed_at, rejections::bid_id))
        .select(ALL)
        .load(conn.link())?;
    rows.into_iter().map(rejection).collect()
}

/// Adds a proposal; one that came back makes room for it.
pub fn propose(tx: &mut Tx, new: &Rejection) -> Result<(), StoreError> {
    clear(tx, new.bid)?;
    diesel::insert_into(rejections::table)
        .values((
            rejections::bid_id.eq(new.bid.as_str()),
            rejections::ground.eq(&new.ground),
            rejections::reason.eq(&new.reason),
            rejections::proposed_by.eq(new.proposed.by.as_str()),
            rejections::proposed_name.eq(&new.proposed.name),
            rejections::proposed_at.eq(micros(new.proposed.at)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Takes a proposal away; what is in force stays.
pub fn clear(tx: &mut Tx, bid: BidId) -> Result<(), StoreError> {
    let open = rejections::table
        .filter(rejections::bid_id.eq(bid.as_str()))
        .filter(rejections::ending.is_null().or(rejections::ending.eq("returned")));
    diesel::delete(open).execute(tx.link())?;
    Ok(())
}

/// Writes down how a proposal ended; false when somebody else was first.
pub fn end(tx: &mut Tx, ended: &Rejection) -> Result<bool, StoreError> {
    let (word, by, reason, letter) = match &ended.standing {
        Standing::Proposed => return Ok(false),
        Standing::Returned { by, reason } => ("returned", by, Some(reason), None),
        Standing::Confirmed { by, letter } => ("confirmed", by, None, Some(letter)),
    };
    let open = rejections::table
        .filter(rejections::bid_id.eq(ended.bid.as_str()))
        .filter(rejections::proposed_at.eq(micros(ended.proposed.at)))
        .filter(rejections::ending.is_null());
    let changed = diesel::update(open)
        .set((
            rejections::ending.eq(word),
            rejections::ended_by.eq(by.by.as_str()),
            rejections::ended_name.eq(&by.name),
            rejections::ended_at.eq(micros(by.at)),
            rejections::ended_reason.eq(reason),
            rejections::letter_subject.eq(letter.map(|l| &l.subject)),
            rejections::letter_body.eq(letter.map(|l| &l.body)),
        ))
        .execute(tx.link())?;
    Ok(changed == 1)
}

/// The letter of a refusal that is in force, with the moment it was sent.
pub fn letter(conn: &mut Conn, bid: BidId) -> Result<Option<(Letter, Timestamp)>, StoreError> {
    Ok(find(conn, bid)?.and_then(|found| match found.standing {
        Standing::Confirmed { by, letter } => Some((letter, by.at)),
        Standing::Proposed | Standing::Returned { .. } => None,
    }))
}
