use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::domain::scoring::Exact;
use crate::domain::tables::{Ballot, ItemKey, TableRefusal};
use crate::store::{StoreError, Tx};

/// One secret vote. Who voted what stands in the journal when the vote is closed, not before.
pub fn cast_vote(
    tx: &mut Tx,
    table: TableId,
    (key, grade, reason): (&ItemKey, Exact, String),
    by: &By,
    now: Timestamp,
) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    let voters = sitting.voters(tx, key.bid)?;
    let ground = sitting.ground(tx, key)?;
    let ballot = Ballot { person: by.0, grade, reason, at: now };
    sitting.table.cast(key, ballot, (&voters, &ground.basis()))?;
    sitting.save_item(tx, key)?;
    let item = sitting.table.item(key).ok_or(TableRefusal::UnknownItem)?;
    match item.talk.open_vote() {
        Some(_) => Ok(crate::store::tables::save(tx, &sitting.table)?),
        None => Ok(counted(tx, &sitting, key, by, now)?),
    }
}

/// The vote is closed: what was voted goes into the journal, without names.
pub(super) fn counted(
    tx: &mut Tx,
    sitting: &Sitting,
    key: &ItemKey,
    by: &By,
    now: Timestamp,
) -> Result<(), StoreError> {
    let mut words = sitting.words(tx, key)?;
    let item = sitting.table.item(key);
    let grades = item.and_then(|item| item.talk.votes.last()).map(|vote| vote.grades());
    let plain: Vec<String> = grades.iter().flatten().map(Exact::plain).collect();
    words.push(("votes", plain.join("; ")));
    sitting.finish(tx, ("closed_vote", words), by, now)
}
