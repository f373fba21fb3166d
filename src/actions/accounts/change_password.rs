use jiff::Timestamp;

use super::own_entry;
use crate::domain::errand::Errand;
use crate::domain::ids::SessionId;
use crate::store::accounts::Person;
use crate::store::{self, StoreError, Tx};

/// A new password by somebody who gave the old one. All other sessions end, and links to choose
/// yet another password are worth nothing.
pub fn change_password(
    tx: &mut Tx,
    person: &Person,
    (password_hash, session): (&str, Option<SessionId>),
    now: Timestamp,
) -> Result<(), StoreError> {
    store::accounts::set_password(tx, person.id, password_hash)?;
    store::accounts::end_sessions(tx, person.id, session)?;
    store::tokens::cancel(tx, (store::tokens::Purpose::Reset, &person.email), now)?;
    let by = (person.id, person.name.clone());
    store::journal::add(tx, &own_entry(&by, "changed_password", now))?;
    store::outbox::add(
        tx,
        &Errand::password_changed(&person.email, &person.name, &person.lang),
        now,
    )
}
