use jiff::Timestamp;

use super::{By, entry_in};
use crate::domain::ids::OrganisationId;
use crate::store::{self, StoreError, Tx};

/// Makes an invitation of this organisation worthless; one that is not open is missing.
pub fn withdraw_invitation(
    tx: &mut Tx,
    by: &By,
    (id, hash): (OrganisationId, &str),
    now: Timestamp,
) -> Result<(), StoreError> {
    let open = store::tokens::invitations(tx, id, now)?;
    let (_, token) = open.into_iter().find(|(h, _)| h == hash).ok_or(StoreError::Missing)?;
    store::tokens::use_up(tx, hash, now)?;
    let organisation = store::accounts::organisation(tx, id)?;
    let mut entry = entry_in(&organisation, by, "withdrew_invitation", now);
    entry.particulars.insert("person".into(), token.email);
    store::journal::add(tx, &entry)
}
