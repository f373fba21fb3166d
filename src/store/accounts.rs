//! People, organisations, memberships and sessions.

use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{memberships, organisations, people, sessions};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::accounts::{Actor, Membership, Organisation, Role};
use crate::domain::ids::{OrganisationId, PersonId, SessionId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub email: String,
    pub name: String,
    /// None: invited, has not chosen a password yet.
    pub password_hash: Option<String>,
    pub lang: String,
    pub verified_at: Option<Timestamp>,
}

type PersonRow = (String, String, String, Option<String>, String, Option<i64>);

fn person(row: PersonRow) -> Result<Person, StoreError> {
    Ok(Person {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        email: row.1,
        name: row.2,
        password_hash: row.3,
        lang: row.4,
        verified_at: row.5.map(at),
    })
}

columns!(PERSON:
    people::id,
    people::email,
    people::name,
    people::password_hash,
    people::lang,
    people::verified_at,
);

/// Addresses are kept in lower case; look up with the same.
pub fn person_by_email(conn: &mut Conn, email: &str) -> Result<Option<Person>, StoreError> {
    let found: Option<PersonRow> = people::table
        .filter(people::email.eq(email))
        .select(PERSON)
        .first(conn.link())
        .optional()?;
    found.map(person).transpose()
}

pub fn person_by_id(conn: &mut Conn, id: PersonId) -> Result<Person, StoreError> {
    person(people::table.find(id.as_str()).select(PERSON).first(conn.link())?)
}

/// `Taken` when somebody has this address already.
pub fn add_person(tx: &mut Tx, person: &Person, now: Timestamp) -> Result<(), StoreError> {
    diesel::insert_into(people::table)
        .values((
            people::id.eq(person.id.as_str()),
            people::email.eq(&person.email),
            people::name.eq(&person.name),
            people::password_hash.eq(&person.password_hash),
            people::lang.eq(&person.lang),
            people::verified_at.eq(person.verified_at.map(micros)),
            people::created_at.eq(micros(now)),
        ))
        .execute(tx.link())?;
    Ok(())
}

pub fn add_organisation(
    tx: &mut Tx,
    organisation: &Organisation,
    now: Timestamp,
) -> Result<(), StoreError> {
    diesel::insert_into(organisations::table)
        .values((
            organisations::id.eq(organisation.id.as_str()),
            organisations::kind.eq(organisation.kind.as_str()),
            organisations::name.eq(&organisation.name),
            organisations::slug.eq(&organisation.slug),
            organisations::theme.eq(&organisation.theme),
            organisations::place.eq(&organisation.place),
            organisations::registration.eq(&organisation.registration),
            organisations::legal_form.eq(&organisation.legal_form),
            organisations::created_at.eq(micros(now)),
        ))
        .execute(tx.link())?;
    Ok(())
}

type OrganisationRow =
    (String, String, String, String, Option<String>, String, Option<String>, Option<String>);

fn organisation_from(row: OrganisationRow) -> Result<Organisation, StoreError> {
    Ok(Organisation {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        kind: row.1.parse().map_err(StoreError::unreadable)?,
        name: row.2,
        slug: row.3,
        theme: row.4,
        place: row.5,
        registration: row.6,
        legal_form: row.7,
    })
}

columns!(ORGANISATION:
    organisations::id,
    organisations::kind,
    organisations::name,
    organisations::slug,
    organisations::theme,
    organisations::place,
    organisations::registration,
    organisations::legal_form,
);

pub fn organisation(conn: &mut Conn, id: OrganisationId) -> Result<Organisation, StoreError> {
    organisation_from(
        organisations::table.find(id.as_str()).select(ORGANISATION).first(conn.link())?,
    )
}

pub fn organisation_by_slug(
    conn: &mut Conn,
    slug: &str,
) -> Result<Option<Organisation>, StoreError> {
    let row: Option<OrganisationRow> = organisations::table
        .filter(organisations::slug.eq(slug))
        .select(ORGANISATION)
        .first(conn.link())
        .optional()?;
    row.map(organisation_from).transpose()
}

/// The same role twice is one role.
pub fn add_membership(
    tx: &mut Tx,
    person: PersonId,
    organisation: OrganisationId,
    role: Role,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = (
        memberships::person_id.eq(person.as_str()),
        memberships::organisation_id.eq(organisation.as_str()),
        memberships::role.eq(role.as_str()),
        memberships::since.eq(micros(now)),
    );
    crate::on_each!(tx.link(), |c| diesel::insert_into(memberships::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(())
}

/// Everything the permission function needs to know about a person.
pub fn actor(conn: &mut Conn, id: PersonId) -> Result<Actor, StoreError> {
    Ok(actors(conn, &[id])?.remove(&id).unwrap_or_default())
}

/// The same about several people at once.
pub fn actors(conn: &mut Conn, ids: &[PersonId]) -> Result<BTreeMap<PersonId, Actor>, StoreError> {
    type Row = (String, String, String, String, String, Option<String>, String);
    let rows: Vec<Row> = memberships::table
        .inner_join(organisations::table)
        .filter(memberships::person_id.eq_any(ids.iter().map(PersonId::as_str)))
        .order((organisations::name, memberships::role))
        .select((
            memberships::person_id,
            organisations::id,
            organisations::kind,
            organisations::name,
            organisations::slug,
            organisations::theme,
            memberships::role,
        ))
        .load(conn.link())?;
    let nobody = |id: &PersonId| (*id, Actor { person: Some(*id), memberships: vec![] });
    let mut actors: BTreeMap<PersonId, Actor> = ids.iter().map(nobody).collect();
    for row in rows {
        let person = row.0.parse().map_err(StoreError::unreadable)?;
        let membership = Membership {
            organisation: row.1.parse().map_err(StoreError::unreadable)?,
            kind: row.2.parse().map_err(StoreError::unreadable)?,
            organisation_name: row.3,
            slug: row.4,
            theme: row.5,
            role: row.6.parse().map_err(StoreError::unreadable)?,
        };
        actors.entry(person).or_default().memberships.push(membership);
    }
    Ok(actors)
}

/// Somebody in an organisation, once for each role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub person: PersonId,
    pub name: String,
    pub role: Role,
}

/// Everybody in an organisation, by name.
pub fn members(conn: &mut Conn, id: OrganisationId) -> Result<Vec<Member>, StoreError> {
    let rows: Vec<(String, String, String)> = memberships::table
        .inner_join(people::table)
        .filter(memberships::organisation_id.eq(id.as_str()))
        .order((people::name, people::id, memberships::role))
        .select((people::id, people::name, memberships::role))
        .load(conn.link())?;
    let member = |(person, name, role): (String, _, String)| {
        let person = person.parse().map_err(StoreError::unreadable)?;
        Ok(Member { person, name, role: role.parse().map_err(StoreError::unreadable)? })
    };
    rows.into_iter().map(member).collect()
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    pub person: PersonId,
    pub created_at: Timestamp,
    pub seen_at: Timestamp,
    pub agent: String,
    pub address: String,
}

pub fn add_session(tx: &mut Tx, session: &Session, token_hash: &str) -> Result<(), StoreError> {
    diesel::insert_into(sessions::table)
        .values((
            sessions::id.eq(session.id.as_str()),
            sessions::token_hash.eq(token_hash),
            sessions::person_id.eq(session.person.as_str()),
            sessions::created_at.eq(micros(session.created_at)),
            sessions::seen_at.eq(micros(session.seen_at)),
            sessions::agent.eq(&session.agent),
            sessions::address.eq(&session.address),
        ))
        .execute(tx.link())?;
    Ok(())
}

type SessionRow = (String, String, i64, i64, String, String);

fn session(row: SessionRow) -> Result<Session, StoreError> {
    Ok(Session {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        person: row.1.parse().map_err(StoreError::unreadable)?,
        created_at: at(row.2),
        seen_at: at(row.3),
        agent: row.4,
        address: row.5,
    })
}

columns!(SESSION:
    sessions::id,
    sessions::person_id,
    sessions::created_at,
    sessions::seen_at,
    sessions::agent,
    sessions::address,
);

pub fn session_by_hash(conn: &mut Conn, token_hash: &str) -> Result<Option<Session>, StoreError> {
    let found: Option<SessionRow> = sessions::table
        .filter(sessions::token_hash.eq(token_hash))
        .select(SESSION)
        .first(conn.link())
        .optional()?;
    found.map(session).transpose()
}

pub fn sessions_of(conn: &mut Conn, person: PersonId) -> Result<Vec<Session>, StoreError> {
    let rows: Vec<SessionRow> = sessions::table
        .filter(sessions::person_id.eq(person.as_str()))
        .order(sessions::seen_at.desc())
        .select(SESSION)
        .load(conn.link())?;
    rows.into_iter().map(session).collect()
}

pub fn touch_session(tx: &mut Tx, id: SessionId, now: Timestamp) -> Result<(), StoreError> {
    diesel::update(sessions::table.find(id.as_str()))
        .set(sessions::seen_at.eq(micros(now)))
        .execute(tx.link())?;
    Ok(())
}

/// Ends one session of this person; false when it is not theirs.
pub fn end_session(tx: &mut Tx, person: PersonId, id: SessionId) -> Result<bool, StoreError> {
    let gone = diesel::delete(
        sessions::table.find(id.as_str()).filter(sessions::person_id.eq(person.as_str())),
    )
    .execute(tx.link())?;
    Ok(gone == 1)
}

/// Ends all sessions of this person, except possibly the one that asks.
pub fn end_sessions(
    tx: &mut Tx,
    person: PersonId,
    except: Option<SessionId>,
) -> Result<usize, StoreError> {
    let kept = except.map(String::from).unwrap_or_default();
    let theirs = sessions::table.filter(sessions::person_id.eq(person.as_str()));
    Ok(diesel::delete(theirs.filter(sessions::id.ne(kept))).execute(tx.link())?)
}

/// Forgets sessions of this person that were not used since `idle`, or began before `old`.
pub fn drop_stale_sessions(
    tx: &mut Tx,
    person: PersonId,
    (idle, old): (Timestamp, Timestamp),
) -> Result<(), StoreError> {
    let stale = sessions::seen_at.lt(micros(idle)).or(sessions::created_at.lt(micros(old)));
    diesel::delete(sessions::table.filter(sessions::person_id.eq(person.as_str())).filter(stale))
        .execute(tx.link())?;
    Ok(())
}

pub fn set_password(tx: &mut Tx, person: PersonId, hash: &str) -> Result<(), StoreError> {
    diesel::update(people::table.find(person.as_str()))
        .set(people::password_hash.eq(hash))
        .execute(tx.link())?;
    Ok(())
}

pub fn set_name(tx: &mut Tx, person: PersonId, name: &str) -> Result<(), StoreError> {
    diesel::update(people::table.find(person.as_str()))
        .set(people::name.eq(name))
        .execute(tx.link())?;
    Ok(())
}

pub fn set_lang(tx: &mut Tx, person: PersonId, lang: &str) -> Result<(), StoreError> {
    diesel::update(people::table.find(person.as_str()))
        .set(people::lang.eq(lang))
        .execute(tx.link())?;
    Ok(())
}

/// All municipalities, by name.
pub fn municipalities(conn: &mut Conn) -> Result<Vec<Organisation>, StoreError> {
    let rows: Vec<OrganisationRow> = organisations::table
        .filter(organisations::kind.eq("municipality"))
        .order(organisations::name)
        .select(ORGANISATION)
        .load(conn.link())?;
    rows.into_iter().map(organisation_from).collect()
}
