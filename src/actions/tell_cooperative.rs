use jiff::Timestamp;

use crate::domain::accounts::Role;
use crate::domain::bids::Bid;
use crate::domain::errand::Errand;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::store::{self, StoreError, Tx};

/// One errand for whoever acted and for everybody who signs or leads, each once.
pub(super) fn tell_cooperative(
    tx: &mut Tx,
    (bid, actor): (&Bid, PersonId),
    now: Timestamp,
    errand: impl Fn(PersonId) -> Errand,
) -> Result<(), StoreError> {
    let mut people = leaders_of(tx, bid.cooperative)?;
    people.push(actor);
    people.sort_unstable();
    people.dedup();
    for to in people {
        store::outbox::add(tx, &errand(to), now)?;
    }
    Ok(())
}

/// Everybody who signs or leads, each once.
pub(super) fn leaders_of(
    tx: &mut Tx,
    cooperative: OrganisationId,
) -> Result<Vec<PersonId>, StoreError> {
    let members = store::accounts::members(tx, cooperative)?;
    let told = members.iter().filter(|m| matches!(m.role, Role::Lead | Role::Signatory));
    let mut people: Vec<PersonId> = told.map(|m| m.person).collect();
    people.sort_unstable();
    people.dedup();
    Ok(people)
}
