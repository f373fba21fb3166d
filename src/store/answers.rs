//! The answers of bids: the text that counts, and every text that ever did. A save goes through
//! only when nobody else saved since the version that its writer saw.

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{answer_versions, answers, bids, lots, people, rounds};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx, places};
use crate::domain::bids::answers::{Answer, Answers, Saved};
use crate::domain::ids::{BidId, PersonId};
use crate::domain::permission::Place;
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::lots::LotDetails;

/// One field of one bid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    pub bid: BidId,
    pub field: String,
}

/// A text as somebody saved it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub number: i32,
    pub value: String,
    pub by: PersonId,
    pub by_name: String,
    pub at: Timestamp,
}

type Row = (String, i32, String, i64);

fn answer(row: Row) -> Result<Answer, StoreError> {
    let by = row.2.parse().map_err(StoreError::unreadable)?;
    Ok(Answer { value: row.0, version: row.1, saved: Some(Saved { by, at: at(row.3) }) })
}

/// All answers of a bid.
pub fn of_bid(conn: &mut Conn, bid: BidId) -> Result<Answers, StoreError> {
    let rows: Vec<(String, Row)> = answers::table
        .filter(answers::bid_id.eq(bid.as_str()))
        .select((
            answers::field,
            (answers::value, answers::version, answers::saved_by, answers::saved_at),
        ))
        .load(conn.link())?;
    let mut all = Answers::default();
    for (field, row) in rows {
        all.put(field, answer(row)?);
    }
    Ok(all)
}

/// One answer; version 0 when there is none yet.
pub fn one(conn: &mut Conn, place: &At) -> Result<Answer, StoreError> {
    let row: Option<Row> = answers::table
        .find((place.bid.as_str(), &place.field))
        .select((answers::value, answers::version, answers::saved_by, answers::saved_at))
        .first(conn.link())
        .optional()?;
    let none = Answer { value: String::new(), version: 0, saved: None };
    row.map_or(Ok(none), answer)
}

/// Saves a text over the version that its writer saw, 0 for none; false when somebody else was
/// first. Two statements, because this runs at every pause in typing.
pub fn save(
    tx: &mut Tx,
    place: &At,
    (value, seen): (&str, i32),
    saved: Saved,
) -> Result<bool, StoreError> {
    let (bid, field) = (place.bid.as_str(), place.field.as_str());
    let by = (answers::saved_by.eq(saved.by.as_str()), answers::saved_at.eq(micros(saved.at)));
    let text = (answers::value.eq(value), answers::version.eq(seen + 1));
    let done = if seen == 0 {
        let row = (answers::bid_id.eq(bid), answers::field.eq(field), text, by);
        crate::on_each!(tx.link(), |c| diesel::insert_into(answers::table)
            .values(row)
            .on_conflict_do_nothing()
            .execute(c))?
    } else {
        diesel::update(answers::table.find((bid, field)).filter(answers::version.eq(seen)))
            .set((text, by))
            .execute(tx.link())?
    };
    if done == 1 {
        add_version(tx, place, (value, seen + 1), saved)?;
    }
    Ok(done == 1)
}

fn add_version(
    tx: &mut Tx,
    place: &At,
    (value, number): (&str, i32),
    saved: Saved,
) -> Result<(), StoreError> {
    diesel::insert_into(answer_versions::table)
        .values((
            answer_versions::bid_id.eq(place.bid.as_str()),
            answer_versions::field.eq(&place.field),
            answer_versions::version.eq(number),
            answer_versions::value.eq(value),
            answer_versions::saved_by.eq(saved.by.as_str()),
            answer_versions::saved_at.eq(micros(saved.at)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// The first texts of a new bid, all at once.
pub fn add_all(
    tx: &mut Tx,
    bid: BidId,
    texts: &[(&str, &str)],
    saved: Saved,
) -> Result<(), StoreError> {
    let (by, moment) = (saved.by.as_str(), micros(saved.at));
    let first = |(field, value): &(&str, &str)| {
        (
            answers::bid_id.eq(bid.as_str().to_owned()),
            answers::field.eq((*field).to_owned()),
            answers::value.eq((*value).to_owned()),
            answers::version.eq(1),
            answers::saved_by.eq(by),
            answers::saved_at.eq(moment),
        )
    };
    let rows: Vec<_> = texts.iter().map(first).collect();
    crate::on_each!(tx.link(), |c| diesel::insert_into(answers::table).values(&rows).execute(c))?;
    let kept = answers::table.filter(answers::bid_id.eq(bid.as_str())).select((
        answers::bid_id,
        answers::field,
        answers::version,
        answers::value,
        answers::saved_by,
        answers::saved_at,
    ));
    diesel::insert_into(answer_versions::table)
        .values(kept)
        .into_columns((
            answer_versions::bid_id,
            answer_versions::field,
            answer_versions::version,
            answer_versions::value,
            answer_versions::saved_by,
            answer_versions::saved_at,
        ))
        .execute(tx.link())?;
    Ok(())
}

/// The text of one version; none for 0 and for what never was.
pub fn text_of(conn: &mut Conn, place: &At, number: i32) -> Result<Option<String>, StoreError> {
    Ok(answer_versions::table
        .find((place.bid.as_str(), &place.field, number))
        .select(answer_versions::value)
        .first(conn.link())
        .optional()?)
}

/// What a save is checked against: whose bid it is, how far its round is, and what may be asked.
pub struct Sheet {
    pub place: Place,
    pub definition: Definition,
    pub lot: LotDetails,
}

/// One query, because this runs at every pause in typing; a second one while the bid has still to
/// take over new terms.
pub fn sheet(conn: &mut Conn, bid: BidId, now: Timestamp) -> Result<Sheet, StoreError> {
    type Row = (String, String, Option<i64>, String, String, (String, i32, i32, i32));
    let row: Row = bids::table
        .find(bid.as_str())
        .inner_join(rounds::table)
        .inner_join(lots::table.on(lots::id.eq(bids::lot_id)))
        .select((
            bids::organisation_id,
            rounds::phase,
            rounds::closes_at,
            rounds::definition,
            lots::details,
            (rounds::id, lots::number, bids::terms, rounds::terms),
        ))
        .first(conn.link())?;
    let cooperative = row.0.parse().map_err(StoreError::unreadable)?;
    let (round, number, own, latest) = row.5;
    let (definition, lot) = if own < latest {
        let round = round.parse().map_err(StoreError::unreadable)?;
        let terms = super::terms::find(conn, round, own)?;
        let number = u16::try_from(number).map_err(StoreError::unreadable)?;
        let lot = terms.lot(number).cloned().ok_or(StoreError::Missing)?;
        (terms.definition, lot)
    } else {
        let definition = serde_json::from_str(&row.3).map_err(StoreError::unreadable)?;
        (definition, serde_json::from_str(&row.4).map_err(StoreError::unreadable)?)
    };
    Ok(Sheet {
        place: Place {
            cooperative: Some(cooperative),
            stage: places::stage((&row.1, row.2), now)?,
            ..Place::nowhere()
        },
        definition,
        lot,
    })
}

/// Every text of one field, newest first.
pub fn versions(conn: &mut Conn, place: &At) -> Result<Vec<Version>, StoreError> {
    let rows: Vec<(i32, String, String, String, i64)> = answer_versions::table
        .inner_join(people::table)
        .filter(answer_versions::bid_id.eq(place.bid.as_str()))
        .filter(answer_versions::field.eq(&place.field))
        .order(answer_versions::version.desc())
        .select((
            answer_versions::version,
            answer_versions::value,
            people::id,
            people::name,
            answer_versions::saved_at,
        ))
        .load(conn.link())?;
    let version = |(number, value, by, by_name, moment): (_, _, String, _, _)| {
        let by = by.parse().map_err(StoreError::unreadable)?;
        Ok(Version { number, value, by, by_name, at: at(moment) })
    };
    rows.into_iter().map(version).collect()
}
