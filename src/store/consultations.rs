//! Consultation tables, and what lies on them. Whoever changes something takes the table itself
//! first (`find_to_change`), so that two people never judge the same things at once.

use diesel::prelude::*;

use super::db::Link;
use super::schema::{consultation_items, consultations};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::consultations::{Consultation, Item, Kept, Lesson, Seat, seat_of};
use crate::domain::ids::{ConsultationId, ItemId, OrganisationId, PersonId};
use crate::domain::permission::Place;

type Row = (String, String, String, i64, String);

columns!(ALL:
    consultations::id,
    consultations::municipality_id,
    consultations::calendar,
    consultations::made_at,
    consultations::details,
);

fn consultation(row: Row) -> Result<Consultation, StoreError> {
    Ok(Consultation {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        municipality: row.1.parse().map_err(StoreError::unreadable)?,
        calendar: row.2,
        made_at: at(row.3),
        details: serde_json::from_str(&row.4).map_err(StoreError::unreadable)?,
    })
}

pub fn add(tx: &mut Tx, one: &Consultation) -> Result<(), StoreError> {
    diesel::insert_into(consultations::table)
        .values((
            consultations::id.eq(one.id.as_str()),
            consultations::municipality_id.eq(one.municipality.as_str()),
            consultations::calendar.eq(&one.calendar),
            consultations::made_at.eq(micros(one.made_at)),
            consultations::details.eq(json(&one.details)?),
        ))
        .execute(tx.link())?;
    Ok(())
}

fn json(facts: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(facts).map_err(StoreError::unreadable)
}

/// Saves what the table is about, and the address of its calendar.
pub fn save(tx: &mut Tx, one: &Consultation) -> Result<(), StoreError> {
    diesel::update(consultations::table.find(one.id.as_str()))
        .set((
            consultations::calendar.eq(&one.calendar),
            consultations::details.eq(json(&one.details)?),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// All of them, the newest first.
pub fn all(conn: &mut Conn) -> Result<Vec<Consultation>, StoreError> {
    let rows: Vec<Row> = consultations::table
        .order((consultations::made_at.desc(), consultations::id))
        .select(ALL)
        .load(conn.link())?;
    rows.into_iter().map(consultation).collect()
}

pub fn find(conn: &mut Conn, id: ConsultationId) -> Result<Consultation, StoreError> {
    consultation(consultations::table.find(id.as_str()).select(ALL).first(conn.link())?)
}

/// The same, and nobody else changes this table before this transaction is over.
pub fn find_to_change(tx: &mut Tx, id: ConsultationId) -> Result<Consultation, StoreError> {
    let query = consultations::table.find(id.as_str()).select(ALL);
    consultation(match tx.link() {
        // There is one writer.
        Link::Sqlite(c) => query.first(c)?,
        Link::Pg(c) => query.for_update().first(c)?,
    })
}

pub fn by_calendar(conn: &mut Conn, secret: &str) -> Result<Consultation, StoreError> {
    let found = consultations::table.filter(consultations::calendar.eq(secret));
    consultation(found.select(ALL).first(conn.link())?)
}

type ItemRow = (String, Option<String>, i32, i64, String);

columns!(ITEM:
    consultation_items::id,
    consultation_items::parent,
    consultation_items::version,
    consultation_items::made_at,
    consultation_items::facts,
);

fn item<T: Kept>(row: ItemRow) -> Result<Item<T>, StoreError> {
    Ok(Item {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        parent: row.1.map(|id| id.parse().map_err(StoreError::unreadable)).transpose()?,
        version: row.2,
        at: at(row.3),
        body: serde_json::from_str(&row.4).map_err(StoreError::unreadable)?,
    })
}

/// Everything of one kind on a table, in the order in which it came.
pub fn items<T: Kept>(conn: &mut Conn, of: ConsultationId) -> Result<Vec<Item<T>>, StoreError> {
    let rows: Vec<ItemRow> = consultation_items::table
        .filter(consultation_items::consultation_id.eq(of.as_str()))
        .filter(consultation_items::kind.eq(T::KIND))
        .order((consultation_items::made_at, consultation_items::id))
        .select(ITEM)
        .load(conn.link())?;
    rows.into_iter().map(item).collect()
}

/// The same, of one thing only: the comments on a paper.
pub fn items_under<T: Kept>(conn: &mut Conn, parent: ItemId) -> Result<Vec<Item<T>>, StoreError> {
    let rows: Vec<ItemRow> = consultation_items::table
        .filter(consultation_items::parent.eq(parent.as_str()))
        .filter(consultation_items::kind.eq(T::KIND))
        .order((consultation_items::made_at, consultation_items::id))
        .select(ITEM)
        .load(conn.link())?;
    rows.into_iter().map(item).collect()
}

/// One thing of this very table; that of another is missing.
pub fn one<T: Kept>(
    conn: &mut Conn,
    of: ConsultationId,
    id: ItemId,
) -> Result<Item<T>, StoreError> {
    item(
        consultation_items::table
            .find(id.as_str())
            .filter(consultation_items::consultation_id.eq(of.as_str()))
            .filter(consultation_items::kind.eq(T::KIND))
            .select(ITEM)
            .first(conn.link())?,
    )
}

/// Keeps a thing: a new one, or over the version that it carries. False when somebody else was
/// first, or when the same form came twice.
pub fn put<T: Kept>(tx: &mut Tx, of: ConsultationId, item: &Item<T>) -> Result<bool, StoreError> {
    let facts = json(&item.body)?;
    if item.version > 0 {
        let found = consultation_items::table
            .find(item.id.as_str())
            .filter(consultation_items::version.eq(item.version));
        let done = diesel::update(found)
            .set((
                consultation_items::facts.eq(facts),
                consultation_items::version.eq(item.version + 1),
            ))
            .execute(tx.link())?;
        return Ok(done == 1);
    }
    let row = (
        consultation_items::id.eq(item.id.as_str()),
        consultation_items::consultation_id.eq(of.as_str()),
        consultation_items::kind.eq(T::KIND),
        consultation_items::parent.eq(item.parent.map(String::from)),
        consultation_items::version.eq(1),
        consultation_items::made_at.eq(micros(item.at)),
        consultation_items::facts.eq(facts),
    );
    let done = crate::on_each!(tx.link(), |c| diesel::insert_into(consultation_items::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(done == 1)
}

/// Takes away what nobody else has read.
pub fn remove(tx: &mut Tx, id: ItemId) -> Result<(), StoreError> {
    diesel::delete(consultation_items::table.find(id.as_str())).execute(tx.link())?;
    Ok(())
}

/// The facts for the permission function: whose table, and whether this person speaks at it.
pub fn place(
    conn: &mut Conn,
    id: ConsultationId,
    person: Option<PersonId>,
    now: jiff::Timestamp,
) -> Result<Place, StoreError> {
    let owner: String = consultations::table
        .find(id.as_str())
        .select(consultations::municipality_id)
        .first(conn.link())?;
    let seats: Vec<Item<Seat>> = items(conn, id)?;
    Ok(Place {
        municipality: Some(owner.parse().map_err(StoreError::unreadable)?),
        consulted: person.is_some_and(|person| seat_of(&seats, person, now).is_some()),
        ..Place::nowhere()
    })
}

/// Names of organisations, in the order asked.
pub fn names_of(
    conn: &mut Conn,
    organisations: &[OrganisationId],
) -> Result<Vec<String>, StoreError> {
    let names = organisations.iter();
    names.map(|id| super::accounts::organisation(conn, *id).map(|found| found.name)).collect()
}

/// What tables of this municipality said about the method, the newest first and each with its table:
/// where the set-up of its next round begins.
pub fn lessons_for(
    conn: &mut Conn,
    municipality: OrganisationId,
) -> Result<Vec<(Consultation, Item<Lesson>)>, StoreError> {
    let rows: Vec<(Row, ItemRow)> = consultation_items::table
        .inner_join(
            consultations::table.on(consultations::id.eq(consultation_items::consultation_id)),
        )
        .filter(consultations::municipality_id.eq(municipality.as_str()))
        .filter(consultation_items::kind.eq(Lesson::KIND))
        .order((consultation_items::made_at.desc(), consultation_items::id))
        .select((ALL, ITEM))
        .load(conn.link())?;
    rows.into_iter().map(|(table, said)| Ok((consultation(table)?, item(said)?))).collect()
}
