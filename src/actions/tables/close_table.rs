use jiff::Timestamp;

use super::drawing::draw_of;
use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::domain::tables::TableRefusal;
use crate::store::Tx;

/// Ends the meeting, after the draw if one has to order bids. What happens with the ranking is decided elsewhere.
pub fn close_table(tx: &mut Tx, table: TableId, by: &By, now: Timestamp) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    let draw = draw_of(tx, &sitting)?;
    sitting.table.close(now)?;
    draw.may_close().map_err(TableRefusal::from)?;
    Ok(sitting.finish(tx, ("closed_table", vec![]), by, now)?)
}
