use jiff::Timestamp;
use jiff::civil::Date;

use super::Failure;
use super::ask_mandates::who;
use crate::domain::accounts::Role;
use crate::domain::errand::{Errand, MandateNews};
use crate::domain::ids::{MandateId, OrganisationId, RoundId};
use crate::domain::journal::{By, Entry};
use crate::domain::rounds::Round;
use crate::domain::rounds::joined::{Mandate, MandateRefusal, MandateState};
use crate::domain::rounds::publication_hash;
use crate::store::{self, StoreError, Tx};

/// A mandate as somebody typed it, for the text that was on the screen.
pub struct GiveMandate {
    pub round: RoundId,
    pub municipality: OrganisationId,
    pub by: By,
    pub reference: String,
    pub decided_on: Date,
    /// Hash of the text that this person saw.
    pub terms: String,
}

/// Keeps the mandate and tells the leads of the centre.
pub fn give_mandate(
    tx: &mut Tx,
    give: GiveMandate,
    now: Timestamp,
) -> Result<(), Failure<MandateRefusal>> {
    store::joined::hold(tx, give.round)?;
    let round = store::rounds::find(tx, give.round)?;
    let lots = store::rounds::lots_of(tx, give.round)?;
    let mandate = Mandate {
        id: MandateId::new(store::new_id()),
        municipality: give.municipality,
        by: give.by,
        at: now,
        reference: give.reference.trim().to_owned(),
        decided_on: give.decided_on,
        terms: give.terms,
        withdrawn: None,
    };
    round.take_mandate(&lots, &store::joined::mandates(tx, round.id)?, &mandate)?;
    store::joined::add(tx, round.id, &mandate)?;
    let entry = entry("gave_mandate", &round, (&mandate, &mandate.by), now)
        .with("reference", &mandate.reference)
        .with("college_day", mandate.decided_on.to_string());
    store::journal::add(tx, &entry)?;
    tell_centre(tx, &round, (MandateNews::Given, give.municipality), now)?;
    Ok(())
}

/// What is taken back: whose mandate, by whom and why.
pub struct WithdrawMandate {
    pub round: RoundId,
    pub municipality: OrganisationId,
    pub by: By,
    pub reason: String,
}

/// Takes the mandate back, as long as nothing is published under it.
pub fn withdraw_mandate(
    tx: &mut Tx,
    withdraw: WithdrawMandate,
    now: Timestamp,
) -> Result<(), Failure<MandateRefusal>> {
    store::joined::hold(tx, withdraw.round)?;
    let round = store::rounds::find(tx, withdraw.round)?;
    let lots = store::rounds::lots_of(tx, withdraw.round)?;
    let all = store::joined::mandates(tx, round.id)?;
    let terms = publication_hash(&round.definition, &lots);
    let standing = MandateState::of(&all, withdraw.municipality, &terms).mandate().cloned();
    let mandate = round.withdraw_mandate(standing, (&withdraw.reason, now))?;
    store::joined::withdraw(tx, &mandate)?;
    let entry = entry("withdrew_mandate", &round, (&mandate, &withdraw.by), now)
        .with("reason", withdraw.reason.trim());
    store::journal::add(tx, &entry)?;
    tell_centre(tx, &round, (MandateNews::Withdrawn, withdraw.municipality), now)?;
    Ok(())
}

fn entry(verb: &str, round: &Round, (mandate, by): (&Mandate, &By), now: Timestamp) -> Entry {
    let name = round.definition.participant(mandate.municipality).map(|one| one.name.clone());
    Entry::new(by, verb, &round.definition.title, now)
        .in_round(round.amends().unwrap_or(round.id))
        .with("municipality", name.unwrap_or_default())
        .with("hash", &mandate.terms)
}

fn tell_centre(
    tx: &mut Tx,
    round: &Round,
    (news, municipality): (MandateNews, OrganisationId),
    now: Timestamp,
) -> Result<(), StoreError> {
    for to in who(tx, round.municipality, Role::ProcessLead)? {
        let (of, text) = (round.amends().unwrap_or(round.id), round.id);
        let errand = Errand::MandateNews { round: of, text, news, municipality, to };
        store::outbox::add(tx, &errand, now)?;
    }
    Ok(())
}
