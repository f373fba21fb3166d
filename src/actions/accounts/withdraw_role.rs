use jiff::Timestamp;

use super::{By, entry_in};
use crate::actions::Failure;
use crate::domain::accounts::Role;
use crate::domain::accounts::roles::{RoleRefusal, may_take};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::store::{self, StoreError, Tx};

/// Takes a role from somebody; works on their next request. The last one in charge keeps theirs.
pub fn withdraw_role(
    tx: &mut Tx,
    by: &By,
    (id, person, role): (OrganisationId, PersonId, Role),
    now: Timestamp,
) -> Result<(), Failure<RoleRefusal>> {
    store::members::lock(tx, id)?;
    let organisation = store::accounts::organisation(tx, id)?;
    let holders = store::members::holders(tx, id, role)?;
    if !store::members::take(tx, id, (person, role))? {
        return Err(StoreError::Missing.into());
    }
    may_take(role, organisation.kind, holders)?;
    let mut entry = entry_in(&organisation, by, "withdrew_role", now);
    entry.particulars.insert("role".into(), role.as_str().into());
    let name = store::accounts::person_by_id(tx, person)?.name;
    entry.particulars.insert("person".into(), name);
    Ok(store::journal::add(tx, &entry)?)
}
