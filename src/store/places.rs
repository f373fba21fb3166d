//! The facts that the permission function asks for, read in one go per kind of thing.

use diesel::prelude::*;
use jiff::Timestamp;

use super::db::Link;
use super::schema::{assignments, bids, conflicts, lots, rounds, seats, tables};
use super::time::at;
use super::{Conn, StoreError, Tx};
use crate::domain::bids::Standing;
use crate::domain::ids::{BidId, LotId, PartyId, PersonId, RoundId, TableId};
use crate::domain::permission::{Matter, Place, Stage};

/// Reads only the columns it needs: this runs before every page.
pub fn round(conn: &mut Conn, id: RoundId, now: Timestamp) -> Result<Place, StoreError> {
    let (owner, phase, closes): (String, String, Option<i64>) = rounds::table
        .find(id.as_str())
        .select((rounds::organisation_id, rounds::phase, rounds::closes_at))
        .first(conn.link())?;
    let stage = stage((&phase, closes), now)?;
    let municipality = Some(owner.parse().map_err(StoreError::unreadable)?);
    Ok(Place { municipality, stage, ..Place::nowhere() })
}

pub(super) fn stage(
    (phase, closes): (&str, Option<i64>),
    now: Timestamp,
) -> Result<Stage, StoreError> {
    let open = closes.is_some_and(|c| now.as_second() <= at(c).as_second());
    Ok(match phase {
        "draft" | "amending" => Stage::Draft,
        "published" if open => Stage::Open,
        "published" => Stage::Closed,
        "opened" => Stage::Opened,
        "decided" => Stage::Decided,
        other => return Err(StoreError::unreadable(other)),
    })
}

/// How far the round of a bid is, and the bid itself: what every autosave asks, in one query. Whoever
/// hands the bid in at this moment is waited for, so that no text comes in behind what is frozen.
pub fn stage_of_bid(
    tx: &mut Tx,
    id: BidId,
    now: Timestamp,
) -> Result<(Stage, Standing), StoreError> {
    let query = bids::table.find(id.as_str()).inner_join(rounds::table).select((
        rounds::phase,
        rounds::closes_at,
        bids::standing,
    ));
    let (phase, closes, standing): (String, Option<i64>, String) = match tx.link() {
        // There is one writer.
        Link::Sqlite(c) => query.first(c)?,
        Link::Pg(c) => query.for_key_share().first(c)?,
    };
    Ok((stage((&phase, closes), now)?, standing.parse().map_err(StoreError::unreadable)?))
}

/// A round with the municipalities that take part in it beside its own.
pub fn joint_round(conn: &mut Conn, id: RoundId, now: Timestamp) -> Result<Place, StoreError> {
    let place = round(conn, id, now)?;
    Ok(Place { asked: super::joined::asked(conn, id)?, ..place })
}

/// A lot, for a reviewer: is it theirs, have they a seat, is the price open.
pub fn lot(
    conn: &mut Conn,
    id: LotId,
    person: Option<PersonId>,
    now: Timestamp,
) -> Result<Place, StoreError> {
    let of_round: String =
        lots::table.find(id.as_str()).select(lots::round_id).first(conn.link())?;
    let mut place = round(conn, of_round.parse().map_err(StoreError::unreadable)?, now)?;
    let Some(person) = person else { return Ok(place) };
    place.assigned = assigned(conn, id, person)?;
    let seat: Option<(Option<String>, Option<i64>)> = tables::table
        .left_join(
            seats::table
                .on(seats::table_id.eq(tables::id).and(seats::person_id.eq(person.as_str()))),
        )
        .filter(tables::lot_id.eq(id.as_str()))
        .select((seats::role.nullable(), tables::price_opened_at))
        .first(conn.link())
        .optional()?;
    if let Some((role, price)) = seat {
        place.seat = role.map(|r| r.parse().map_err(StoreError::unreadable)).transpose()?;
        place.price_open = price.is_some();
    }
    Ok(place)
}

/// A round for who wants files of it: whoever may not hear of one bid is barred from all.
pub fn files(
    conn: &mut Conn,
    id: RoundId,
    person: Option<PersonId>,
    now: Timestamp,
) -> Result<Place, StoreError> {
    let mut place = round(conn, id, now)?;
    if let Some(person) = person {
        place.barred = !super::seats::barred_in(conn, id, person)?.is_empty();
    }
    Ok(place)
}

pub fn table(
    conn: &mut Conn,
    id: TableId,
    person: Option<PersonId>,
    now: Timestamp,
) -> Result<Place, StoreError> {
    let of_lot: String =
        tables::table.find(id.as_str()).select(tables::lot_id).first(conn.link())?;
    let of_lot = of_lot.parse().map_err(StoreError::unreadable)?;
    let mut place = lot(conn, of_lot, person, now)?;
    place.stand_in = super::leads::stand_in(conn, id)?;
    if let Some(person) = person {
        place.barred = !super::seats::barred(conn, of_lot, person)?.is_empty();
    }
    Ok(place)
}

fn assigned(conn: &mut Conn, lot: LotId, person: PersonId) -> Result<bool, StoreError> {
    Ok(diesel::select(diesel::dsl::exists(
        assignments::table
            .filter(assignments::lot_id.eq(lot.as_str()))
            .filter(assignments::person_id.eq(person.as_str()))
            .filter(assignments::ended_at.is_null()),
    ))
    .get_result(conn.link())?)
}

/// A bid: whose it is, how far its round is, and whether this person may look at it as assessor.
pub fn bid(
    conn: &mut Conn,
    id: BidId,
    person: Option<PersonId>,
    now: Timestamp,
) -> Result<Place, StoreError> {
    let (of_lot, cooperative): (String, String) = bids::table
        .find(id.as_str())
        .select((bids::lot_id, bids::organisation_id))
        .first(conn.link())?;
    let lot_id = of_lot.parse().map_err(StoreError::unreadable)?;
    let mut place = lot(conn, lot_id, person, now)?;
    place.cooperative = Some(cooperative.parse().map_err(StoreError::unreadable)?);
    if let Some(person) = person {
        place.cleared = cleared(conn, id, person)?;
    }
    Ok(place)
}

/// A question of a round or a complaint about it: who asked it, and who was asked to handle it.
pub fn matter(
    conn: &mut Conn,
    id: RoundId,
    (own, handler): (PersonId, Option<PersonId>),
    (person, now): (Option<PersonId>, Timestamp),
) -> Result<Place, StoreError> {
    let place = round(conn, id, now)?;
    let matter = match person {
        Some(person) if person == own => Some(Matter::Own),
        Some(person) if Some(person) == handler => Some(Matter::Handed),
        Some(_) | None => None,
    };
    Ok(Place { matter, ..place })
}

/// A joint bid with everybody in it, at the part of one of them; that part must be of this bid.
pub fn joint(
    conn: &mut Conn,
    id: BidId,
    party: Option<PartyId>,
    now: Timestamp,
) -> Result<Place, StoreError> {
    let mut place = bid(conn, id, None, now)?;
    let joined = super::parties::joined(conn, id)?;
    place.parties = joined.iter().map(|(_, organisation)| *organisation).collect();
    if let Some(party) = party {
        let own = joined.into_iter().find(|(own, _)| *own == party);
        place.part = own.map(|(_, organisation)| organisation);
    }
    Ok(place)
}

/// Declared "none", or ruled harmless by the process lead.
fn cleared(conn: &mut Conn, bid: BidId, person: PersonId) -> Result<bool, StoreError> {
    let declared: Option<(String, Option<String>)> = conflicts::table
        .find((person.as_str(), bid.as_str()))
        .select((conflicts::answer, conflicts::ruling))
        .first(conn.link())
        .optional()?;
    Ok(match declared {
        Some((_, Some(ruling))) => ruling == "harmless",
        Some((answer, None)) => answer == "none",
        None => false,
    })
}
