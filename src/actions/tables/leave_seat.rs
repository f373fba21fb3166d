use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::{PersonId, TableId};
use crate::store::{self, Tx};

/// Somebody goes; they say so themselves, or the chair does.
pub fn leave_seat(tx: &mut Tx, table: TableId, who: PersonId, by: &By, now: Timestamp) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    sitting.table.leave_seat(who, now)?;
    sitting.save_seats(tx)?;
    let name = store::accounts::person_by_id(tx, who)?.name;
    Ok(sitting.finish(tx, ("left_seat", vec![("person", name)]), by, now)?)
}
