//! What assessors know about, and what the questions of a round ask them to know.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::schema::{criterion_fields, expertise};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{PersonId, RoundId};
use crate::domain::review::expertise::{Expertise, Field};

type Row = (String, String, String, String, i64);

/// What these people know about, in the order of the fields.
pub fn of_people(
    conn: &mut Conn,
    people: &[PersonId],
) -> Result<BTreeMap<PersonId, Vec<Expertise>>, StoreError> {
    let rows: Vec<Row> = expertise::table
        .filter(expertise::person_id.eq_any(people.iter().map(PersonId::as_str)))
        .select((
            expertise::person_id,
            expertise::field,
            expertise::source,
            expertise::note,
            expertise::saved_at,
        ))
        .load(conn.link())?;
    let mut found: BTreeMap<PersonId, Vec<Expertise>> = BTreeMap::new();
    for (person, field, source, note, saved) in rows {
        let person = person.parse().map_err(StoreError::unreadable)?;
        found.entry(person).or_default().push(Expertise {
            field: field.parse().map_err(StoreError::unreadable)?,
            source: source.parse().map_err(StoreError::unreadable)?,
            note,
            at: at(saved),
        });
    }
    found.values_mut().for_each(|all| all.sort_by_key(|one| one.field));
    Ok(found)
}

/// Puts all fields of somebody in place of what was there.
pub fn put(tx: &mut Tx, person: PersonId, all: &[Expertise]) -> Result<(), StoreError> {
    diesel::delete(expertise::table.filter(expertise::person_id.eq(person.as_str())))
        .execute(tx.link())?;
    for one in all {
        diesel::insert_into(expertise::table)
            .values((
                expertise::person_id.eq(person.as_str()),
                expertise::field.eq(one.field.as_str()),
                expertise::source.eq(one.source.as_str()),
                expertise::note.eq(&one.note),
                expertise::saved_at.eq(micros(one.at)),
            ))
            .execute(tx.link())?;
    }
    Ok(())
}

/// Fields by code of the criterion; what stands nowhere anybody can judge.
pub type Wanted = BTreeMap<String, BTreeSet<Field>>;

pub fn wanted(conn: &mut Conn, round: RoundId) -> Result<Wanted, StoreError> {
    let rows: Vec<(String, String)> = criterion_fields::table
        .filter(criterion_fields::round_id.eq(round.as_str()))
        .select((criterion_fields::criterion, criterion_fields::field))
        .load(conn.link())?;
    let mut found = Wanted::new();
    for (criterion, field) in rows {
        let field = field.parse().map_err(StoreError::unreadable)?;
        found.entry(criterion).or_default().insert(field);
    }
    Ok(found)
}

pub fn put_wanted(tx: &mut Tx, round: RoundId, wanted: &Wanted) -> Result<(), StoreError> {
    diesel::delete(criterion_fields::table.filter(criterion_fields::round_id.eq(round.as_str())))
        .execute(tx.link())?;
    for (criterion, fields) in wanted {
        for field in fields {
            diesel::insert_into(criterion_fields::table)
                .values((
                    criterion_fields::round_id.eq(round.as_str()),
                    criterion_fields::criterion.eq(criterion),
                    criterion_fields::field.eq(field.as_str()),
                ))
                .execute(tx.link())?;
        }
    }
    Ok(())
}
