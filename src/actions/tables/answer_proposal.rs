use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::domain::tables::{Answer, Item, ItemKey, Says};
use crate::store::Tx;

/// A yes or no to the proposal. With the last yes the grade of the table stands.
pub fn answer_proposal(
    tx: &mut Tx,
    table: TableId,
    (key, says): (&ItemKey, Says),
    by: &By,
    now: Timestamp,
) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    let voters = sitting.voters(tx, key.bid)?;
    let answer = Answer { person: by.0, says: says.clone(), at: now };
    sitting.table.answer(key, answer, &voters)?;
    sitting.save_item(tx, key)?;
    let mut words = sitting.words(tx, key)?;
    match says {
        Says::Yes => words.push(("answer", "yes".to_owned())),
        Says::No(why) => words.extend([("answer", "no".to_owned()), ("reason", why)]),
    }
    sitting.finish(tx, ("answered_proposal", words), by, now)?;
    let fixed = sitting.table.item(key).and_then(Item::consensus);
    if let Some(consensus) = fixed {
        let mut words = sitting.words(tx, key)?;
        words.extend([("grade", consensus.grade.plain()), ("reason", consensus.reason.clone())]);
        sitting.journal(tx, ("fixed_item", words), by, now)?;
    }
    Ok(())
}
