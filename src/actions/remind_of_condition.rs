use jiff::Timestamp;
use jiff::civil::Date;

use crate::domain::accounts::Role;
use crate::domain::errand::{Errand, Notice};
use crate::domain::ids::BidId;
use crate::domain::review::admissibility::Check;
use crate::domain::review::reminders::When;
use crate::store::{self, StoreError, Tx};

/// A reminder for each condition whose day is still to come, on the morning after that day.
pub(super) fn schedule_conditions(
    tx: &mut Tx,
    bid: BidId,
    checks: &[Check],
    now: Timestamp,
) -> Result<(), StoreError> {
    for check in checks.iter().filter(|check| check.condition().is_some()) {
        let Some(due) = check.due else { continue };
        let at = When::Overdue.at(due);
        if at > now {
            let requirement = check.requirement.clone();
            store::outbox::add_once(tx, &Errand::ConditionDue { bid, requirement, due }, at)?;
        }
    }
    Ok(())
}

/// Tells the process leads that the day of a condition went by. Nothing when the bid does not join
/// any more, the lot went to another, or the condition is another one by now.
pub fn remind_of_condition(
    tx: &mut Tx,
    (id, requirement, due): (BidId, &str, Date),
    now: Timestamp,
) -> Result<(), StoreError> {
    let bid = store::bids::find(tx, id)?;
    let admission = store::admissibility::admission(tx, id)?;
    let joins = admission.is_some_and(|given| given.what.verdict.joins());
    let stands = |check: &Check| {
        check.requirement == requirement && check.condition().is_some() && check.due == Some(due)
    };
    let checks = store::admissibility::checks(tx, id)?;
    let stands = checks.iter().any(|given| stands(&given.what));
    if !joins || !stands || store::decisions::is_lost(tx, &bid)? {
        return Ok(());
    }
    let round = store::rounds::find(tx, bid.round)?;
    let members = store::accounts::members(tx, round.municipality)?;
    for lead in members.iter().filter(|member| member.role == Role::ProcessLead) {
        let errand = Errand::BidNotice {
            notice: Notice::ConditionPassed,
            bid: id,
            inquiry: None,
            due_at: None,
            to: lead.person,
        };
        store::outbox::add(tx, &errand, now)?;
    }
    Ok(())
}
