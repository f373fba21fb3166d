use jiff::Timestamp;

use super::drawing::letters;
use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::{BidId, DrawId};
use crate::domain::tables::TableRefusal;
use crate::store::{self, StoreError, Tx};

/// Somebody of a bidder says to have read the invitation to a draw. The first time counts.
pub fn confirm_draw(tx: &mut Tx, (bid, draw): (BidId, DrawId), by: &By, now: Timestamp) -> Done {
    let table = store::draws::table_of(tx, bid)?;
    let sitting = Sitting::at(tx, table)?;
    let plans = store::draws::of_bid(tx, bid)?;
    let plan = plans.iter().find(|plan| plan.id == draw).ok_or(StoreError::Missing)?;
    if plan.invitation(bid).is_some_and(|one| one.confirmed.is_some()) {
        return Ok(());
    }
    plan.may_confirm().map_err(TableRefusal::from)?;
    store::draws::confirm(tx, (draw, bid), by, now)?;
    let particulars = vec![("bid", letters(tx, &sitting, &[bid])?.concat())];
    Ok(sitting.finish(tx, ("confirmed_draw", particulars), by, now)?)
}
