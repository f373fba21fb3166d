use jiff::Timestamp;

use super::drawing::{draw_of, moment, tell};
use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::errand::DrawNews;
use crate::domain::ids::{DrawId, TableId};
use crate::domain::tables::TableRefusal;
use crate::store::{self, Tx};

/// Calls the planned draw off, for a reason. It stays due.
pub fn cancel_draw(
    tx: &mut Tx,
    table: TableId,
    (seen, reason): (Option<DrawId>, &str),
    by: &By,
    now: Timestamp,
) -> Done {
    let sitting = Sitting::at(tx, table)?;
    sitting.table.may_draw()?;
    let draw = draw_of(tx, &sitting)?;
    let (plan, fate) = draw.cancel((seen, reason), now).map_err(TableRefusal::from)?;
    store::draws::save_fate(tx, plan.id, &fate)?;
    tell(tx, plan, DrawNews::Cancelled, now)?;
    let particulars = vec![("draw_at", moment(plan.at)), ("reason", reason.to_owned())];
    Ok(sitting.finish(tx, ("cancelled_draw", particulars), by, now)?)
}
