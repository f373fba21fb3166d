use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Failure;
use crate::domain::errand::Errand;
use crate::domain::ids::{PersonId, RoundId};
use crate::domain::journal::{By, Entry};
use crate::domain::review::sheet::SheetRefusal;
use crate::store::{self, Tx};

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
    let mut open: BTreeMap<PersonId, u32> = BTreeMap::new();
    for line in store::progress::of_round(tx, &round)? {
        if line.waits_for_assessor() && line.assignment.may_be_reminded(now) {
            store::assignments::set_reminded(tx, line.assignment.id, now)?;
            *open.entry(line.assignment.person).or_default() += line.left();
        }
    }
    for (to, left) in &open {
        let errand = Errand::AssessmentReminder { round: id, to: *to, open: *left };
        store::outbox::add(tx, &errand, now)?;
    }
    let entry = Entry::new(by, "reminded_assessors", round.definition.title, now)
        .in_round(id)
        .with("mails", open.len().to_string());
    store::journal::add(tx, &entry)?;
    Ok(open.len())
}
