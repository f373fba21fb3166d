use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::domain::permission::SeatRole;
use crate::store::{self, StoreError, Tx};

/// The secretary runs the table, because the chair left or lost the line.
pub fn take_over(tx: &mut Tx, table: TableId, by: &By, now: Timestamp) -> Done {
    let sitting = Sitting::at(tx, table)?;
    let mut lead = store::leads::of(tx, table)?;
    let line = lead.chair(&sitting.table.seats, now).word();
    lead.take_over(&sitting.table, by.0, now)?;
    store::leads::save(tx, table, &lead)?;
    let words = vec![("chair", chair_of(tx, &sitting)?), ("line", line.to_owned())];
    Ok(sitting.finish(tx, ("took_over_table", words), by, now)?)
}

pub(super) fn chair_of(tx: &mut Tx, sitting: &Sitting) -> Result<String, StoreError> {
    let chair = sitting.table.seats.iter().find(|seat| seat.role == SeatRole::Chair);
    let Some(chair) = chair else { return Ok(String::new()) };
    Ok(store::accounts::person_by_id(tx, chair.person)?.name)
}
