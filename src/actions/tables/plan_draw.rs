use jiff::Timestamp;

use super::drawing::{draw_of, letters, lines, moment, runners, tell};
use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::errand::DrawNews;
use crate::domain::ids::TableId;
use crate::domain::tables::{DrawState, Fate, TableRefusal, Wish};
use crate::store::{self, Tx};

/// Plans the draw and invites every bidder it concerns; or moves it, which invites them anew. The same
/// form twice is one plan.
pub fn plan_draw(tx: &mut Tx, table: TableId, wish: Wish, by: &By, now: Timestamp) -> Done {
    let sitting = Sitting::at(tx, table)?;
    sitting.table.may_draw()?;
    let draw = draw_of(tx, &sitting)?;
    if draw.plans.iter().any(|plan| plan.id == wish.id) {
        return Ok(());
    }
    let plan =
        draw.plan(wish, &by.1, &runners(tx, &sitting, by)?, now).map_err(TableRefusal::from)?;
    let (verb, news) = match draw.state() {
        DrawState::Planned(earlier) => {
            store::draws::save_fate(tx, earlier.id, &Fate::Moved { at: now })?;
            ("moved_draw", DrawNews::Moved)
        }
        DrawState::NotNeeded | DrawState::Due | DrawState::Held(..) => {
            ("planned_draw", DrawNews::Planned)
        }
    };
    store::draws::add(tx, table, &plan, by.0)?;
    tell(tx, &plan, news, now)?;
    let particulars = vec![
        ("draw_at", moment(plan.at)),
        ("draw_place", plan.place.clone()),
        ("draw_witnesses", lines(&plan.witnesses)),
        ("draw_invited", letters(tx, &sitting, &draw.tied)?.join(", ")),
    ];
    Ok(sitting.finish(tx, (verb, particulars), by, now)?)
}
