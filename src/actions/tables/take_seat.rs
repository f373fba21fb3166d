use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::store::Tx;

/// Somebody with a seat is in the room now.
pub fn take_seat(tx: &mut Tx, table: TableId, by: &By, now: Timestamp) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    sitting.table.take_seat(by.0, now)?;
    sitting.save_seats(tx)?;
    Ok(sitting.finish(tx, ("took_seat", vec![]), by, now)?)
}
