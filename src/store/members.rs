//! Who belongs to an organisation, with which roles.

use diesel::prelude::*;
use jiff::Timestamp;

use super::db::Link;
use super::schema::{memberships, organisations, people};
use super::time::at;
use super::{Conn, StoreError, Tx};
use crate::domain::accounts::Role;
use crate::domain::ids::{OrganisationId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub person: PersonId,
    pub name: String,
    pub email: String,
    /// Roles with the moment they were given.
    pub roles: Vec<(Role, Timestamp)>,
}

/// Everybody of an organisation by name, each with all roles.
pub fn of(conn: &mut Conn, organisation: OrganisationId) -> Result<Vec<Member>, StoreError> {
    type Row = (String, String, String, String, i64);
    let rows: Vec<Row> = memberships::table
        .inner_join(people::table)
        .filter(memberships::organisation_id.eq(organisation.as_str()))
        .order((people::name, people::id, memberships::since, memberships::role))
        .select((people::id, people::name, people::email, memberships::role, memberships::since))
        .load(conn.link())?;
    let mut members: Vec<Member> = vec![];
    for (id, name, email, role, since) in rows {
        let person = id.parse().map_err(StoreError::unreadable)?;
        let role = (role.parse().map_err(StoreError::unreadable)?, at(since));
        match members.last_mut().filter(|m| m.person == person) {
            Some(member) => member.roles.push(role),
            None => members.push(Member { person, name, email, roles: vec![role] }),
        }
    }
    Ok(members)
}

/// Keeps two acts on the roles of one organisation apart until the commit.
pub fn lock(tx: &mut Tx, organisation: OrganisationId) -> Result<(), StoreError> {
    if let Link::Pg(c) = tx.link() {
        organisations::table
            .find(organisation.as_str())
            .select(organisations::id)
            .for_update()
            .first::<String>(c)?;
    }
    Ok(())
}

/// How many people have this role.
pub fn holders(
    conn: &mut Conn,
    organisation: OrganisationId,
    role: Role,
) -> Result<usize, StoreError> {
    let count: i64 = memberships::table
        .filter(memberships::organisation_id.eq(organisation.as_str()))
        .filter(memberships::role.eq(role.as_str()))
        .count()
        .get_result(conn.link())?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// Takes a role; false when this person does not have it.
pub fn take(
    tx: &mut Tx,
    organisation: OrganisationId,
    (person, role): (PersonId, Role),
) -> Result<bool, StoreError> {
    let row = memberships::table.find((person.as_str(), organisation.as_str(), role.as_str()));
    Ok(diesel::delete(row).execute(tx.link())? == 1)
}
