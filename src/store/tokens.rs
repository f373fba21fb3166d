//! Links in mails: kept as hashes, good once, good for a while.

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::tokens;
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::accounts::{Role, words};
use crate::domain::ids::{OrganisationId, PersonId};

words! {
    Purpose {
        Verify = "verify",
        Reset = "reset",
        Invite = "invite",
        /// Take a place in a joint bid.
        Party = "party",
        /// Take a seat at a consultation table.
        Consultation = "consultation",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub purpose: Purpose,
    pub person: Option<PersonId>,
    pub email: String,
    pub organisation: Option<OrganisationId>,
    pub role: Option<Role>,
    /// Of somebody who registers: kept here until the address is confirmed, so that nobody can
    /// choose a password for another's address.
    pub name: Option<String>,
    pub password_hash: Option<String>,
    pub expires_at: Timestamp,
}

impl Token {
    pub fn new(purpose: Purpose, email: String, expires_at: Timestamp) -> Token {
        Token {
            purpose,
            person: None,
            email,
            organisation: None,
            role: None,
            name: None,
            password_hash: None,
            expires_at,
        }
    }
}

pub fn add(tx: &mut Tx, token: &Token, hash: &str, now: Timestamp) -> Result<(), StoreError> {
    diesel::insert_into(tokens::table)
        .values((
            tokens::hash.eq(hash),
            tokens::kind.eq(token.purpose.as_str()),
            tokens::person_id.eq(token.person.map(String::from)),
            tokens::email.eq(&token.email),
            tokens::organisation_id.eq(token.organisation.map(String::from)),
            tokens::role.eq(token.role.map(Role::as_str)),
            tokens::name.eq(&token.name),
            tokens::password_hash.eq(&token.password_hash),
            tokens::created_at.eq(micros(now)),
            tokens::expires_at.eq(micros(token.expires_at)),
        ))
        .execute(tx.link())?;
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = tokens)]
struct Row {
    hash: String,
    kind: String,
    person_id: Option<String>,
    email: String,
    organisation_id: Option<String>,
    role: Option<String>,
    name: Option<String>,
    password_hash: Option<String>,
    expires_at: i64,
}

fn parsed<T: std::str::FromStr<Err: std::fmt::Display>>(
    text: Option<String>,
) -> Result<Option<T>, StoreError> {
    text.map(|t| t.parse().map_err(StoreError::unreadable)).transpose()
}

fn token(row: Row) -> Result<Token, StoreError> {
    Ok(Token {
        purpose: row.kind.parse().map_err(StoreError::unreadable)?,
        person: parsed(row.person_id)?,
        email: row.email,
        organisation: parsed(row.organisation_id)?,
        role: parsed(row.role)?,
        name: row.name,
        password_hash: row.password_hash,
        expires_at: at(row.expires_at),
    })
}

/// The token behind a link, if it has this purpose, was not used and is still good.
pub fn good(
    conn: &mut Conn,
    (hash, purpose): (&str, Purpose),
    now: Timestamp,
) -> Result<Option<Token>, StoreError> {
    let row: Option<Row> = tokens::table
        .find(hash)
        .filter(tokens::kind.eq(purpose.as_str()))
        .filter(tokens::used_at.is_null())
        .filter(tokens::expires_at.gt(micros(now)))
        .select(Row::as_select())
        .first(conn.link())
        .optional()?;
    row.map(token).transpose()
}

/// False when it was used in the meantime.
pub fn use_up(tx: &mut Tx, hash: &str, now: Timestamp) -> Result<bool, StoreError> {
    let used = diesel::update(tokens::table.find(hash).filter(tokens::used_at.is_null()))
        .set((tokens::used_at.eq(micros(now)), tokens::password_hash.eq(None::<String>)))
        .execute(tx.link())?;
    Ok(used == 1)
}

/// Makes all unused links of this purpose to this address worthless.
pub fn cancel(
    tx: &mut Tx,
    (purpose, email): (Purpose, &str),
    now: Timestamp,
) -> Result<(), StoreError> {
    diesel::update(tokens::table)
        .filter(tokens::kind.eq(purpose.as_str()))
        .filter(tokens::email.eq(email))
        .filter(tokens::used_at.is_null())
        .set((tokens::used_at.eq(micros(now)), tokens::password_hash.eq(None::<String>)))
        .execute(tx.link())?;
    Ok(())
}

/// Invitations of an organisation that nobody accepted yet, with the hash that names them.
pub fn invitations(
    conn: &mut Conn,
    organisation: OrganisationId,
    now: Timestamp,
) -> Result<Vec<(String, Token)>, StoreError> {
    let rows: Vec<Row> = tokens::table
        .filter(tokens::kind.eq(Purpose::Invite.as_str()))
        .filter(tokens::organisation_id.eq(organisation.as_str()))
        .filter(tokens::used_at.is_null())
        .filter(tokens::expires_at.gt(micros(now)))
        .order((tokens::email, tokens::role))
        .select(Row::as_select())
        .load(conn.link())?;
    rows.into_iter().map(|row| Ok((row.hash.clone(), token(row)?))).collect()
}
