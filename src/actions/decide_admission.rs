use jiff::Timestamp;

use super::Failure;
use super::check_requirement::under_review;
use super::concerned::deciders;
use super::remind_of_condition::schedule_conditions;
use crate::domain::bids::Bid;
use crate::domain::errand::{Errand, Notice};
use crate::domain::ids::BidId;
use crate::domain::journal::{By, Entry};
use crate::domain::review::admissibility::{
    self, AdmissibilityRefusal, Admission, AdmissionVerdict, Check,
};
use crate::domain::review::rejection::{Rejection, Signed, Standing};
use crate::domain::rounds::{Lot, Round};
use crate::store::{self, StoreError, Tx};

/// Decides whether a bid joins, on the ground of its checks. A refusal is only proposed: it waits
/// for another person, who hears of it.
pub fn decide_admission(
    tx: &mut Tx,
    id: BidId,
    admission: Admission,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<AdmissibilityRefusal>> {
    let about = under_review(tx, id)?;
    if store::inquiries::of_bid(tx, id)?.iter().any(|one| one.holds_up(now)) {
        return Err(AdmissibilityRefusal::SupplementOpen.into());
    }
    let checks: Vec<Check> =
        store::admissibility::checks(tx, id)?.into_iter().map(|given| given.what).collect();
    let definition = &about.2.definition;
    let admission = admissibility::decide(&definition.requirements, &checks, admission)?;
    admissibility::announced(definition, admission.ground.as_deref())?;
    match admission.verdict {
        AdmissionVerdict::Admitted | AdmissionVerdict::AdmittedWithCondition => {
            admit(tx, &about, &admission, by, now)?;
            Ok(schedule_conditions(tx, id, &checks, now)?)
        }
        AdmissionVerdict::Refused => Ok(propose(tx, &about, admission, by, now)?),
    }
}

fn admit(
    tx: &mut Tx,
    (bid, lot, round): &(Bid, Lot, Round),
    admission: &Admission,
    by: &By,
    now: Timestamp,
) -> Result<(), StoreError> {
    if store::admissibility::admission(tx, bid.id)?.is_some_and(|given| given.what == *admission) {
        return Ok(());
    }
    store::rejections::clear(tx, bid.id)?;
    store::admissibility::put_admission(tx, bid.id, admission, by.0, now)?;
    let bidder = store::accounts::organisation(tx, bid.cooperative)?.name;
    let entry = Entry::new(by, "decided_admission", lot.label(), now)
        .in_round(round.id)
        .with("bidder", bidder)
        .with("verdict", admission.verdict.as_str())
        .with("reason", &admission.reason);
    store::journal::add(tx, &entry)
}

/// The same proposal twice is one.
fn propose(
    tx: &mut Tx,
    (bid, lot, round): &(Bid, Lot, Round),
    admission: Admission,
    by: &By,
    now: Timestamp,
) -> Result<(), StoreError> {
    let rejection = Rejection {
        bid: bid.id,
        ground: admission.ground.unwrap_or_default(),
        reason: admission.reason,
        proposed: Signed { by: by.0, name: by.1.clone(), at: now },
        standing: Standing::Proposed,
    };
    let same = |one: &Rejection| {
        one.is_proposed() && (&one.ground, &one.reason) == (&rejection.ground, &rejection.reason)
    };
    if store::rejections::find(tx, bid.id)?.is_some_and(|one| same(&one)) {
        return Ok(());
    }
    store::admissibility::remove_admission(tx, bid.id)?;
    store::rejections::propose(tx, &rejection)?;
    let bidder = store::accounts::organisation(tx, bid.cooperative)?.name;
    let entry = Entry::new(by, "proposed_refusal", lot.label(), now)
        .in_round(round.id)
        .with("bidder", bidder)
        .with("refusal_ground", &rejection.ground)
        .with("reason", &rejection.reason);
    store::journal::add(tx, &entry)?;
    for to in deciders(tx, round.municipality)?.into_iter().filter(|to| *to != by.0) {
        let errand = Errand::BidNotice {
            notice: Notice::RefusalProposed,
            bid: bid.id,
            inquiry: None,
            due_at: None,
            to,
        };
        store::outbox::add(tx, &errand, now)?;
    }
    Ok(())
}
