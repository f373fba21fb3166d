use std::collections::BTreeSet;

use jiff::Timestamp;

use super::Failure;
use crate::domain::accounts::Role;
use crate::domain::errand::{Errand, MandateNews};
use crate::domain::ids::{OrganisationId, PersonId, RoundId};
use crate::domain::journal::{By, Entry};
use crate::domain::rounds::joined::{MandateRefusal, MandateState};
use crate::domain::rounds::publication_hash;
use crate::store::{self, StoreError, Tx};

/// Asks every municipality without a mandate for the text as it is now; their decision makers get a
/// mail. Answers how many municipalities were asked.
pub fn ask_mandates(
    tx: &mut Tx,
    id: RoundId,
    by: By,
    now: Timestamp,
) -> Result<usize, Failure<MandateRefusal>> {
    let (round, lots) = (store::rounds::find(tx, id)?, store::rounds::lots_of(tx, id)?);
    round.may_be_mandated(&lots, now)?;
    let terms = publication_hash(&round.definition, &lots);
    let given = store::joined::mandates(tx, id)?;
    let waits = |own| !matches!(MandateState::of(&given, own, &terms), MandateState::Holds(_));
    let asked: Vec<_> =
        round.definition.participants.iter().filter(|one| waits(one.municipality)).collect();
    if asked.is_empty() {
        return Err(MandateRefusal::AllGiven.into());
    }
    let mut told = BTreeSet::new();
    for participant in &asked {
        for to in who(tx, participant.municipality, Role::DecisionMaker)? {
            told.insert((participant.municipality, to));
        }
    }
    if told.is_empty() {
        return Err(MandateRefusal::Nobody.into());
    }
    for (municipality, to) in &told {
        let (municipality, to) = (*municipality, *to);
        let (of, news) = (round.amends().unwrap_or(id), MandateNews::Asked);
        let errand = Errand::MandateNews { round: of, text: id, news, municipality, to };
        store::outbox::add(tx, &errand, now)?;
    }
    let names: Vec<&str> = asked.iter().map(|one| one.name.as_str()).collect();
    let entry = Entry::new(&by, "asked_mandates", &round.definition.title, now)
        .in_round(round.amends().unwrap_or(id))
        .with("municipality", names.join(", "))
        .with("hash", terms);
    store::journal::add(tx, &entry)?;
    Ok(asked.len())
}

/// Everybody with this role in a municipality.
pub(super) fn who(
    tx: &mut Tx,
    municipality: OrganisationId,
    role: Role,
) -> Result<BTreeSet<PersonId>, StoreError> {
    let members = store::accounts::members(tx, municipality)?.into_iter();
    Ok(members.filter(|member| member.role == role).map(|member| member.person).collect())
}
