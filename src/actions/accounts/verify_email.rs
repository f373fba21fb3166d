use jiff::Timestamp;

use super::{DeadLink, own_entry};
use crate::actions::Failure;
use crate::domain::ids::PersonId;
use crate::store::accounts::Person;
use crate::store::tokens::Purpose;
use crate::store::{self, StoreError, Tx, new_id};

/// The account of somebody who registered begins: the link came back, and with it the password
/// that was chosen. Other links to the same address are worth nothing from here on.
pub fn verify_email(
    tx: &mut Tx,
    hash: &str,
    lang: &str,
    now: Timestamp,
) -> Result<Person, Failure<DeadLink>> {
    let token = store::tokens::good(tx, (hash, Purpose::Verify), now)?.ok_or(DeadLink)?;
    let known = store::accounts::person_by_email(tx, &token.email)?.is_some();
    if known || !store::tokens::use_up(tx, hash, now)? {
        return Err(DeadLink.into());
    }
    store::tokens::cancel(tx, (Purpose::Verify, &token.email), now)?;
    let person = Person {
        id: PersonId::new(new_id()),
        email: token.email,
        name: token.name.unwrap_or_default(),
        password_hash: token.password_hash,
        lang: lang.to_owned(),
        verified_at: Some(now),
    };
    match store::accounts::add_person(tx, &person, now) {
        Err(StoreError::Taken) => return Err(DeadLink.into()),
        other => other?,
    }
    let by = (person.id, person.name.clone());
    store::journal::add(tx, &own_entry(&by, "registered", now))?;
    Ok(person)
}
