use jiff::Timestamp;

use super::Failure;
use super::check_requirement::under_review;
use crate::domain::ids::BidId;
use crate::domain::journal::{By, Entry};
use crate::domain::review::admissibility::{self, AdmissibilityRefusal, Admission, Check};
use crate::store::{self, Tx};

/// Decides whether a bid joins, on the ground of its checks.
pub fn decide_admission(
    tx: &mut Tx,
    id: BidId,
    admission: Admission,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<AdmissibilityRefusal>> {
    let (bid, lot, round) = under_review(tx, id)?;
    let checks: Vec<Check> =
        store::admissibility::checks(tx, id)?.into_iter().map(|given| given.what).collect();
    let admission = admissibility::decide(&round.definition.requirements, &checks, admission)?;
    if store::admissibility::admission(tx, id)?.is_some_and(|given| given.what == admission) {
        return Ok(());
    }
    store::admissibility::put_admission(tx, id, &admission, by.0, now)?;
    let bidder = store::accounts::organisation(tx, bid.cooperative)?.name;
    let entry = Entry::new(by, "decided_admission", lot.label(), now)
        .in_round(round.id)
        .with("bidder", bidder)
        .with("verdict", admission.verdict.as_str())
        .with("reason", &admission.reason);
    store::journal::add(tx, &entry)?;
    Ok(())
}
