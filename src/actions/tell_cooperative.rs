use jiff::Timestamp;

use crate::domain::accounts::Role;
use crate::domain::bids::Bid;
use crate::domain::errand::Errand;
use crate::domain::ids::PersonId;
use crate::store::{self, StoreError, Tx};

/// One errand for whoever acted and for everybody who signs or leads, each once.
pub(super) fn tell_cooperative(
    tx: &mut Tx,
    (bid, actor): (&Bid, PersonId),
    now: Timestamp,
    errand: impl Fn(PersonId) -> Errand,
) -> Result<(), StoreError> {
    let members = store::accounts::members(tx, bid.cooperative)?;
    let told = members.iter().filter(|m| matches!(m.role, Role::Lead | Role::Signatory));
    let mut people: Vec<PersonId> = told.map(|m| m.person).chain([actor]).collect();
    people.sort_unstable();
    people.dedup();
    for to in people {
        store::outbox::add(tx, &errand(to), now)?;
    }
    Ok(())
}
