use jiff::Timestamp;

use super::Failure;
use crate::domain::bids::answers::{Answers, RequirementStatus};
use crate::domain::bids::requirements::{Reply, question_of};
use crate::domain::ids::{BidId, EquivalentId};
use crate::domain::journal::{By, Entry};
use crate::domain::moments::day_of;
use crate::domain::review::equivalents::{self, Accepted, EquivalentRefusal};
use crate::store::{self, StoreError, Tx};

/// What the process lead writes down, without names.
pub struct KeepEquivalent {
    /// Comes with the form: the same form twice is one entry.
    pub id: EquivalentId,
    pub bid: BidId,
    pub requirement: String,
    pub what: String,
    pub conditions: String,
}

/// Puts what was accepted of an opened bid in the library of the municipality.
pub fn keep_equivalent(
    tx: &mut Tx,
    new: KeepEquivalent,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<EquivalentRefusal>> {
    let bid = store::bids::find(tx, new.bid)?;
    let round = store::rounds::find(tx, bid.round)?;
    let known = round.definition.requirements.iter().find(|r| r.code == new.requirement);
    let requirement = known.ok_or(StoreError::Missing)?;
    let checks = store::admissibility::checks(tx, bid.id)?;
    let check = checks.iter().find(|given| given.what.requirement == new.requirement);
    let status = offered(tx, &new, question_of(&round.definition))?;
    let accepted = check.filter(|given| equivalents::can_be_kept(status, Some(&given.what)));
    let accepted = Accepted {
        id: new.id,
        municipality: round.municipality,
        round: round.id,
        round_title: round.definition.title.clone(),
        requirement: requirement.code.clone(),
        title: requirement.title.clone(),
        what: equivalents::text(&new.what)?,
        conditions: equivalents::conditions(&new.conditions)?,
        accepted_on: day_of(accepted.ok_or(EquivalentRefusal::NotAccepted)?.at),
        taken_out: None,
    };
    if store::equivalents::add(tx, &accepted, now)? {
        let entry = Entry::new(by, "kept_equivalent", &accepted.title, now)
            .in_round(round.id)
            .with("requirement", &accepted.requirement)
            .with("what", &accepted.what)
            .with("conditions", &accepted.conditions);
        store::journal::add(tx, &entry)?;
    }
    Ok(())
}

/// How the bidder said that it meets this requirement.
fn offered(
    tx: &mut Tx,
    new: &KeepEquivalent,
    question: Option<String>,
) -> Result<Option<RequirementStatus>, StoreError> {
    let opened = store::submissions::opened(tx, new.bid)?.ok_or(StoreError::Missing)?;
    let answers = Answers::of_texts(opened.content.texts());
    let question = question.unwrap_or_default();
    Ok(Reply::new((&answers, &question), &new.requirement).status())
}

/// Takes an entry out of the library; it stays to be read by the municipality, with the reason.
pub fn take_out_equivalent(
    tx: &mut Tx,
    id: EquivalentId,
    because: &str,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<EquivalentRefusal>> {
    let entry = store::equivalents::find(tx, id)?;
    let because = equivalents::text(because).map_err(|why| match why {
        EquivalentRefusal::Empty => EquivalentRefusal::NoReason,
        other => other,
    })?;
    if !store::equivalents::take_out(tx, id, &because, now)? {
        return Err(EquivalentRefusal::TakenOut.into());
    }
    let entry = Entry::new(by, "took_out_equivalent", &entry.title, now)
        .in_round(entry.round)
        .with("requirement", &entry.requirement)
        .with("reason", &because);
    store::journal::add(tx, &entry)?;
    Ok(())
}
