//! Links in mails: kept as hashes, good once, good for a while.

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::tokens;
use super::time::{at, micros};
use super::{StoreError, Tx};
use crate::domain::accounts::{Role, words};
use crate::domain::ids::{OrganisationId, PersonId};

words! {
    Purpose {
        Verify = "verify",
        Reset = "reset",
        Invite = "invite",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub purpose: Purpose,
    pub person: Option<PersonId>,
    pub email: String,
    pub organisation: Option<OrganisationId>,
    pub role: Option<Role>,
    pub expires_at: Timestamp,
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
            tokens::created_at.eq(micros(now)),
            tokens::expires_at.eq(micros(token.expires_at)),
        ))
        .execute(tx.link())?;
    Ok(())
}

type Row = (String, Option<String>, String, Option<String>, Option<String>, i64);

/// The token behind a link, if it has this purpose and was not used; whether it is still good is
/// for the caller to see from `expires_at`.
pub fn unused(tx: &mut Tx, hash: &str, purpose: Purpose) -> Result<Option<Token>, StoreError> {
    let row: Option<Row> = tokens::table
        .find(hash)
        .filter(tokens::kind.eq(purpose.as_str()))
        .filter(tokens::used_at.is_null())
        .select((
            tokens::kind,
            tokens::person_id,
            tokens::email,
            tokens::organisation_id,
            tokens::role,
            tokens::expires_at,
        ))
        .first(tx.link())
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Token {
        purpose: row.0.parse().map_err(StoreError::unreadable)?,
        person: row.1.map(|t| t.parse().map_err(StoreError::unreadable)).transpose()?,
        email: row.2,
        organisation: row.3.map(|t| t.parse().map_err(StoreError::unreadable)).transpose()?,
        role: row.4.map(|t| t.parse().map_err(StoreError::unreadable)).transpose()?,
        expires_at: at(row.5),
    }))
}

/// False when somebody else used it in the meantime.
pub fn use_up(tx: &mut Tx, hash: &str, now: Timestamp) -> Result<bool, StoreError> {
    let used = diesel::update(tokens::table.find(hash).filter(tokens::used_at.is_null()))
        .set(tokens::used_at.eq(micros(now)))
        .execute(tx.link())?;
    Ok(used == 1)
}
