use jiff::Timestamp;

use super::{DeadLink, own_entry};
use crate::actions::Failure;
use crate::domain::errand::Errand;
use crate::store::accounts::Person;
use crate::store::tokens::Purpose;
use crate::store::{self, Tx};

/// A new password by a link from a mail. Ends every session of this person: whoever was in with
/// the old password is out.
pub fn reset_password(
    tx: &mut Tx,
    hash: &str,
    password_hash: &str,
    now: Timestamp,
) -> Result<Person, Failure<DeadLink>> {
    let token = store::tokens::good(tx, (hash, Purpose::Reset), now)?.ok_or(DeadLink)?;
    let person = token.person.ok_or(DeadLink)?;
    if !store::tokens::use_up(tx, hash, now)? {
        return Err(DeadLink.into());
    }
    store::tokens::cancel(tx, (Purpose::Reset, &token.email), now)?;
    store::accounts::set_password(tx, person, password_hash)?;
    store::accounts::end_sessions(tx, person, None)?;
    let person = store::accounts::person_by_id(tx, person)?;
    let by = (person.id, person.name.clone());
    store::journal::add(tx, &own_entry(&by, "reset_password", now))?;
    store::outbox::add(
        tx,
        &Errand::password_changed(&person.email, &person.name, &person.lang),
        now,
    )?;
    Ok(person)
}
