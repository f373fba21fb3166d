use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Failure;
use crate::domain::errand::Errand;
use crate::domain::ids::{PersonId, RoundId};
use crate::domain::journal::{By, Entry};
use crate::domain::review::reminders::When;
use crate::domain::review::sheet::SheetRefusal;
use crate::domain::rounds::Round;
use crate::store::{self, StoreError, Tx};

/// Mails everybody with open scores or declarations, unless they heard it shortly before. Answers
/// how many mails go out.
pub fn remind_assessors(
    tx: &mut Tx,
    id: RoundId,
    by: &By,
    now: Timestamp,
) -> Result<usize, Failure<SheetRefusal>> {
    let round = store::rounds::find(tx, id)?;
    if !round.is_under_review() {
        return Err(SheetRefusal::NotNow.into());
    }
    if store::reviews::pause(tx, id)?.is_some() {
        return Err(SheetRefusal::Paused.into());
    }
    let mails = call(tx, &round, None, now)?;
    let entry = Entry::new(by, "reminded_assessors", round.definition.title, now)
        .in_round(id)
        .with("mails", mails.to_string());
    store::journal::add(tx, &entry)?;
    Ok(mails)
}

/// One mail to everybody who can do something now and was not reminded just before.
pub(super) fn call(
    tx: &mut Tx,
    round: &Round,
    when: Option<When>,
    now: Timestamp,
) -> Result<usize, StoreError> {
    let mut open: BTreeMap<PersonId, u32> = BTreeMap::new();
    for line in store::progress::of_round(tx, round)? {
        if line.waits_for_assessor() && line.assignment.may_be_reminded(now) {
            store::assignments::set_reminded(tx, line.assignment.id, now)?;
            *open.entry(line.assignment.person).or_default() += line.left();
        }
    }
    for (to, left) in &open {
        let errand = Errand::AssessmentReminder { round: round.id, to: *to, open: *left, when };
        store::outbox::add(tx, &errand, now)?;
    }
    Ok(open.len())
}
