//! Rounds and their lots.

use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{lots, rounds};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{LotId, OrganisationId, RoundId};
use crate::domain::rounds::extension::Extended;
use crate::domain::rounds::lots::LotDetails;
use crate::domain::rounds::{Lot, Phase, Publication, Round};

type Row = (
    String,
    String,
    String,
    String,
    i32,
    Option<i64>,
    Option<String>,
    Option<i64>,
    Option<i64>,
    Option<String>,
    Option<i64>,
    Option<i64>,
);

columns!(ROUND:
    rounds::id,
    rounds::organisation_id,
    rounds::phase,
    rounds::definition,
    rounds::version,
    rounds::published_at,
    rounds::hash,
    rounds::opened_at,
    rounds::decided_at,
    rounds::amends,
    rounds::closes_at,
    rounds::questions_until,
);

fn round(row: Row) -> Result<Round, StoreError> {
    let broken = || StoreError::unreadable(format!("round {} in phase {}", row.0, row.2));
    let publication = || {
        let (time, hash) = (row.5.ok_or_else(broken)?, row.6.clone().ok_or_else(broken)?);
        Ok::<_, StoreError>(Publication { at: at(time), hash })
    };
    let phase = match row.2.as_str() {
        "draft" => Phase::Draft,
        "amending" => {
            let of = row.9.as_deref().ok_or_else(broken)?;
            Phase::Amending(of.parse().map_err(StoreError::unreadable)?)
        }
        "published" => Phase::Published(publication()?),
        "opened" => {
            Phase::Opened { publication: publication()?, opened_at: at(row.7.ok_or_else(broken)?) }
        }
        "decided" => Phase::Decided {
            publication: publication()?,
            opened_at: at(row.7.ok_or_else(broken)?),
            decided_at: at(row.8.ok_or_else(broken)?),
        },
        _ => return Err(broken()),
    };
    let extended = match (row.10, row.11) {
        (Some(closes), Some(questions)) => {
            Some(Extended { closes_at: at(closes), questions_until: at(questions) })
        }
        (Some(_) | None, _) => None,
    };
    Ok(Round {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        municipality: row.1.parse().map_err(StoreError::unreadable)?,
        phase,
        definition: serde_json::from_str(&row.3).map_err(StoreError::unreadable)?,
        extended,
        version: row.4,
    })
}

/// The columns that follow from the phase.
fn phase_columns(phase: &Phase) -> (&'static str, Option<&Publication>, Option<i64>, Option<i64>) {
    match phase {
        Phase::Draft => ("draft", None, None, None),
        Phase::Amending(_) => ("amending", None, None, None),
        Phase::Published(publication) => ("published", Some(publication), None, None),
        Phase::Opened { publication, opened_at } => {
            ("opened", Some(publication), Some(micros(*opened_at)), None)
        }
        Phase::Decided { publication, opened_at, decided_at } => {
            ("decided", Some(publication), Some(micros(*opened_at)), Some(micros(*decided_at)))
        }
    }
}

pub fn add(tx: &mut Tx, round: &Round, now: Timestamp) -> Result<(), StoreError> {
    diesel::insert_into(rounds::table)
        .values((
            rounds::id.eq(round.id.as_str()),
            rounds::organisation_id.eq(round.municipality.as_str()),
            rounds::phase.eq("draft"),
            rounds::title.eq(&round.definition.title),
            rounds::definition.eq(json(&round.definition)?),
            // `save` counts it up to the version of the round.
            rounds::version.eq(round.version - 1),
            rounds::created_at.eq(micros(now)),
        ))
        .execute(tx.link())?;
    save(tx, &Round { version: round.version - 1, ..round.clone() })?;
    Ok(())
}

fn json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(StoreError::unreadable)
}

/// Saves what was changed and counts the version up; false when somebody else was first.
pub fn save(tx: &mut Tx, round: &Round) -> Result<bool, StoreError> {
    let (phase, publication, opened, decided) = phase_columns(&round.phase);
    let saved = diesel::update(
        rounds::table.find(round.id.as_str()).filter(rounds::version.eq(round.version)),
    )
    .set((
        rounds::phase.eq(phase),
        rounds::title.eq(&round.definition.title),
        rounds::definition.eq(json(&round.definition)?),
        rounds::version.eq(round.version + 1),
        rounds::published_at.eq(publication.map(|p| micros(p.at))),
        rounds::hash.eq(publication.map(|p| p.hash.clone())),
        rounds::closes_at.eq(publication.map(|_| micros(round.closes_at()))),
        rounds::questions_until.eq(round.extended.map(|now| micros(now.questions_until))),
        rounds::opened_at.eq(opened),
        rounds::decided_at.eq(decided),
        rounds::amends.eq(round.amends().map(|of| of.as_str().to_owned())),
    ))
    .execute(tx.link())?;
    if saved == 1 {
        super::joined::keep(tx, round)?;
    }
    Ok(saved == 1)
}

pub fn find(conn: &mut Conn, id: RoundId) -> Result<Round, StoreError> {
    round(rounds::table.find(id.as_str()).select(ROUND).first(conn.link())?)
}

/// Rounds that the public may know, newest first.
pub fn published(conn: &mut Conn) -> Result<Vec<Round>, StoreError> {
    let rows: Vec<Row> = rounds::table
        .filter(rounds::phase.ne_all(["draft", "amending"]))
        .order(rounds::published_at.desc())
        .select(ROUND)
        .load(conn.link())?;
    rows.into_iter().map(round).collect()
}

/// Rounds of these municipalities, newest first.
pub fn of_all(
    conn: &mut Conn,
    municipalities: &[OrganisationId],
) -> Result<Vec<Round>, StoreError> {
    let owners: Vec<&str> = municipalities.iter().map(OrganisationId::as_str).collect();
    let rows: Vec<Row> = rounds::table
        .filter(rounds::organisation_id.eq_any(owners))
        .order(rounds::created_at.desc())
        .select(ROUND)
        .load(conn.link())?;
    rows.into_iter().map(round).collect()
}

type LotRow = (String, String, i32, String, String);

const LOT: (lots::id, lots::round_id, lots::number, lots::details, lots::geometry) =
    (lots::id, lots::round_id, lots::number, lots::details, lots::geometry);

fn lot(row: LotRow) -> Result<Lot, StoreError> {
    Ok(Lot {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        round: row.1.parse().map_err(StoreError::unreadable)?,
        number: u16::try_from(row.2).map_err(StoreError::unreadable)?,
        details: serde_json::from_str(&row.3).map_err(StoreError::unreadable)?,
        shapes: serde_json::from_str(&row.4).map_err(StoreError::unreadable)?,
    })
}

/// Lots of a round in the order of their numbers.
pub fn lots_of(conn: &mut Conn, round: RoundId) -> Result<Vec<Lot>, StoreError> {
    let rows: Vec<LotRow> = lots::table
        .filter(lots::round_id.eq(round.as_str()))
        .order(lots::number)
        .select(LOT)
        .load(conn.link())?;
    rows.into_iter().map(lot).collect()
}

pub fn find_lot(conn: &mut Conn, id: LotId) -> Result<Lot, StoreError> {
    lot(lots::table.find(id.as_str()).select(LOT).first(conn.link())?)
}

/// Adds a lot, or replaces the one with this id. Only for rounds that are not published.
pub fn put_lot(tx: &mut Tx, lot: &Lot) -> Result<(), StoreError> {
    diesel::delete(lots::table.find(lot.id.as_str())).execute(tx.link())?;
    diesel::insert_into(lots::table)
        .values((
            lots::id.eq(lot.id.as_str()),
            lots::round_id.eq(lot.round.as_str()),
            lots::number.eq(i32::from(lot.number)),
            lots::name.eq(&lot.details.name),
            lots::details.eq(json(&lot.details)?),
            lots::geometry.eq(json(&lot.shapes)?),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// New facts for a lot on which there may be bids.
pub fn save_lot(tx: &mut Tx, lot: &Lot) -> Result<(), StoreError> {
    diesel::update(lots::table.find(lot.id.as_str()))
        .set((
            lots::name.eq(&lot.details.name),
            lots::details.eq(json(&lot.details)?),
            lots::geometry.eq(json(&lot.shapes)?),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// The draft of new terms for this round, if somebody works on one.
pub fn amendment_of(conn: &mut Conn, round: RoundId) -> Result<Option<RoundId>, StoreError> {
    let id: Option<String> = rounds::table
        .filter(rounds::amends.eq(round.as_str()))
        .select(rounds::id)
        .first(conn.link())
        .optional()?;
    id.map(|id| id.parse().map_err(StoreError::unreadable)).transpose()
}

/// Takes away a draft of new terms; what is published stays.
pub fn drop_amendment(tx: &mut Tx, draft: RoundId) -> Result<(), StoreError> {
    let own = rounds::table.find(draft.as_str()).filter(rounds::amends.is_not_null());
    if diesel::select(diesel::dsl::exists(own)).get_result(tx.link())? {
        diesel::delete(lots::table.filter(lots::round_id.eq(draft.as_str()))).execute(tx.link())?;
        diesel::delete(rounds::table.find(draft.as_str())).execute(tx.link())?;
    }
    Ok(())
}

pub fn remove_lot(tx: &mut Tx, id: LotId) -> Result<(), StoreError> {
    diesel::delete(lots::table.find(id.as_str())).execute(tx.link())?;
    Ok(())
}

/// Lots of several rounds without their shapes, for overviews.
pub fn lot_details(
    conn: &mut Conn,
    of: &[RoundId],
) -> Result<Vec<(RoundId, LotDetails)>, StoreError> {
    let ids: Vec<&str> = of.iter().map(RoundId::as_str).collect();
    let rows: Vec<(String, String)> = lots::table
        .filter(lots::round_id.eq_any(ids))
        .order((lots::round_id, lots::number))
        .select((lots::round_id, lots::details))
        .load(conn.link())?;
    let read = |(round, details): (String, String)| {
        Ok((
            round.parse().map_err(StoreError::unreadable)?,
            serde_json::from_str(&details).map_err(StoreError::unreadable)?,
        ))
    };
    rows.into_iter().map(read).collect()
}

/// Some rounds in the order asked for, and all their lots by id: two statements.
pub fn several(
    conn: &mut Conn,
    wanted: &[RoundId],
) -> Result<(Vec<Round>, BTreeMap<LotId, Lot>), StoreError> {
    let ids: Vec<&str> = wanted.iter().map(RoundId::as_str).collect();
    let rows: Vec<Row> =
        rounds::table.filter(rounds::id.eq_any(&ids)).select(ROUND).load(conn.link())?;
    let mut found = rows.into_iter().map(round).collect::<Result<Vec<_>, _>>()?;
    found.sort_by_key(|round| wanted.iter().position(|id| *id == round.id));
    let rows: Vec<LotRow> =
        lots::table.filter(lots::round_id.eq_any(&ids)).select(LOT).load(conn.link())?;
    let lots = rows.into_iter().map(lot).collect::<Result<Vec<_>, _>>()?;
    Ok((found, lots.into_iter().map(|lot| (lot.id, lot)).collect()))
}
