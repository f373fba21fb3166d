use jiff::Timestamp;

use super::sitting::Sitting;
use super::take_over::chair_of;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::store::{self, Tx};

/// The chair runs the table again: the chair says so, or who stood in.
pub fn give_back(tx: &mut Tx, table: TableId, by: &By, now: Timestamp) -> Done {
    let sitting = Sitting::at(tx, table)?;
    let mut lead = store::leads::of(tx, table)?;
    lead.give_back()?;
    store::leads::save(tx, table, &lead)?;
    let words = vec![("chair", chair_of(tx, &sitting)?)];
    Ok(sitting.finish(tx, ("gave_back_table", words), by, now)?)
}
