use std::collections::BTreeSet;

use crate::domain::accounts::Role;
use crate::domain::bids::parties::Party;
use crate::domain::ids::{OrganisationId, PersonId, RoundId};
use crate::store::{self, StoreError, Tx};

/// Everybody who makes a bid in this round, their partners, and who asked about it; each once. How many they are stays
/// unsaid: it would tell how many bids there are.
pub(super) fn concerned(tx: &mut Tx, round: RoundId) -> Result<BTreeSet<PersonId>, StoreError> {
    let mut people: BTreeSet<PersonId> =
        store::questions::of_round(tx, round)?.iter().map(|q| q.asked_by).collect();
    let mut organisations = BTreeSet::new();
    for (bid, cooperative, _) in store::extensions::bids_to_tell(tx, round)? {
        organisations.insert(cooperative);
        let joint = store::parties::of_bid(tx, bid)?;
        organisations.extend(joint.active().filter_map(Party::member));
    }
    for organisation in organisations {
        let members = store::accounts::members(tx, organisation)?;
        people.extend(members.iter().filter(|m| m.role != Role::Member).map(|m| m.person));
    }
    Ok(people)
}

/// Everybody of a municipality who can propose or confirm the refusal of a bid, each once.
pub(super) fn deciders(
    tx: &mut Tx,
    municipality: OrganisationId,
) -> Result<BTreeSet<PersonId>, StoreError> {
    let members = store::accounts::members(tx, municipality)?;
    let deciding = |role| matches!(role, Role::ProcessLead | Role::DecisionMaker);
    Ok(members.iter().filter(|m| deciding(m.role)).map(|m| m.person).collect())
}
