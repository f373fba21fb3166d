use jiff::Timestamp;

use super::{By, DeadLink, entry_in};
use crate::actions::Failure;
use crate::domain::accounts::credentials::PersonName;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::store::accounts::Person;
use crate::store::tokens::{Purpose, Token};
use crate::store::{self, StoreError, Tx, new_id};

/// Somebody who comes in by an invitation and had no account.
pub struct Newcomer {
    pub name: PersonName,
    pub password_hash: String,
    pub lang: String,
}

/// Somebody with an account takes the role; the invitation must be for their address.
pub fn accept_invitation(
    tx: &mut Tx,
    person: &Person,
    hash: &str,
    now: Timestamp,
) -> Result<OrganisationId, Failure<DeadLink>> {
    let token = store::tokens::good(tx, (hash, Purpose::Invite), now)?.ok_or(DeadLink)?;
    if token.email != person.email {
        return Err(DeadLink.into());
    }
    take_role(tx, &(person.id, person.name.clone()), (token, hash), now)
}

/// Makes the account too. The mail came to the address, so it is confirmed.
pub fn join_by_invitation(
    tx: &mut Tx,
    newcomer: &Newcomer,
    hash: &str,
    now: Timestamp,
) -> Result<Person, Failure<DeadLink>> {
    let token = store::tokens::good(tx, (hash, Purpose::Invite), now)?.ok_or(DeadLink)?;
    let person = add_newcomer(tx, newcomer, &token.email, now)?;
    take_role(tx, &(person.id, person.name.clone()), (token, hash), now)?;
    Ok(person)
}

/// Makes the account of somebody who opened the link that was sent to this address.
pub fn add_newcomer(
    tx: &mut Tx,
    newcomer: &Newcomer,
    email: &str,
    now: Timestamp,
) -> Result<Person, Failure<DeadLink>> {
    let person = Person {
        id: PersonId::new(new_id()),
        email: email.to_owned(),
        name: newcomer.name.as_str().to_owned(),
        password_hash: Some(newcomer.password_hash.clone()),
        lang: newcomer.lang.clone(),
        verified_at: Some(now),
    };
    match store::accounts::add_person(tx, &person, now) {
        // An account was made in the meantime; the link then asks to sign in.
        Err(StoreError::Taken) => Err(DeadLink.into()),
        other => {
            other?;
            Ok(person)
        }
    }
}

fn take_role(
    tx: &mut Tx,
    by: &By,
    (token, hash): (Token, &str),
    now: Timestamp,
) -> Result<OrganisationId, Failure<DeadLink>> {
    let (Some(id), Some(role)) = (token.organisation, token.role) else {
        return Err(DeadLink.into());
    };
    if !store::tokens::use_up(tx, hash, now)? {
        return Err(DeadLink.into());
    }
    store::accounts::add_membership(tx, by.0, id, role, now)?;
    let organisation = store::accounts::organisation(tx, id)?;
    let mut entry = entry_in(&organisation, by, "joined", now);
    entry.particulars.insert("role".into(), role.as_str().into());
    store::journal::add(tx, &entry)?;
    Ok(id)
}
