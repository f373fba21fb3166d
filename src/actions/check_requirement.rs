use jiff::Timestamp;

use super::Failure;
use crate::domain::bids::Bid;
use crate::domain::ids::BidId;
use crate::domain::journal::{By, Entry};
use crate::domain::review::admissibility::{self, AdmissibilityRefusal, Check};
use crate::domain::rounds::{Lot, Round};
use crate::store::{self, StoreError, Tx};

/// Keeps the verdict on one requirement of an opened bid. A new verdict undoes an earlier decision
/// on the bid, because that rested on the old one.
pub fn check_requirement(
    tx: &mut Tx,
    id: BidId,
    check: Check,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<AdmissibilityRefusal>> {
    let (bid, lot, round) = under_review(tx, id)?;
    let check = admissibility::check(&round.definition.requirements, check)?;
    admissibility::announced(&round.definition, check.ground.as_deref())?;
    if store::admissibility::checks(tx, id)?.iter().any(|given| given.what == check) {
        return Ok(());
    }
    let asked = store::inquiries::of_bid(tx, id)?;
    if asked.iter().any(|one| one.about == check.requirement && one.holds_up(now)) {
        return Err(AdmissibilityRefusal::SupplementOpen.into());
    }
    store::admissibility::put_check(tx, id, &check, by.0, now)?;
    store::admissibility::remove_admission(tx, id)?;
    store::rejections::clear(tx, id)?;
    let bidder = store::accounts::organisation(tx, bid.cooperative)?.name;
    let entry = Entry::new(by, "checked_requirement", lot.label(), now)
        .in_round(round.id)
        .with("bidder", bidder)
        .with("requirement", &check.requirement)
        .with("verdict", check.verdict.as_str())
        .with("condition_by", check.due.map(|day| day.to_string()).unwrap_or_default())
        .with("refusal_ground", check.ground.unwrap_or_default())
        .with("reason", &check.reason);
    store::journal::add(tx, &entry)?;
    Ok(())
}

/// The bid with its lot and round, if admission can be judged: opened, not decided, not refused by
/// letter, and the table of the lot has not met. Others who would judge it wait.
pub(super) fn under_review(
    tx: &mut Tx,
    id: BidId,
) -> Result<(Bid, Lot, Round), Failure<AdmissibilityRefusal>> {
    let bid = store::bids::find_to_change(tx, id)?;
    if bid.code.is_none() {
        return Err(StoreError::Missing.into());
    }
    let round = store::rounds::find(tx, bid.round)?;
    if !round.is_under_review() || store::assignments::table_has_met(tx, bid.lot)? {
        return Err(AdmissibilityRefusal::NotNow.into());
    }
    if store::rejections::find(tx, id)?.is_some_and(|found| found.is_in_force()) {
        return Err(AdmissibilityRefusal::LetterSent.into());
    }
    let lot = store::rounds::find_lot(tx, bid.lot)?;
    Ok((bid, lot, round))
}
