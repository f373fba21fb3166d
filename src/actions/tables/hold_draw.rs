use jiff::Timestamp;

use super::drawing::{draw_of, letters, lines, moment, runners};
use super::sitting::{Sitting, Told};
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::domain::tables::{Company, Draw, Fate, Held, Plan, TableRefusal};
use crate::store::{self, StoreError, Tx};

/// Draws: from here on the seed is known, and the order follows from it.
pub fn hold_draw(tx: &mut Tx, table: TableId, company: Company, by: &By, now: Timestamp) -> Done {
    let sitting = Sitting::at(tx, table)?;
    sitting.table.may_draw()?;
    let draw = draw_of(tx, &sitting)?;
    let (plan, held) =
        draw.hold(company, &by.1, &runners(tx, &sitting, by)?, now).map_err(TableRefusal::from)?;
    store::draws::save_fate(tx, plan.id, &Fate::Held(held.clone()))?;
    let told = told(tx, &sitting, (&draw, plan, &held))?;
    Ok(sitting.finish(tx, told, by, now)?)
}

/// The seed with what everybody drew, and who was there.
fn told(
    tx: &mut Tx,
    sitting: &Sitting,
    (draw, plan, held): (&Draw, &Plan, &Held),
) -> Result<Told<'static>, StoreError> {
    let sealed = store::tables::seed(tx, sitting.table.id)?;
    let seed = sealed.drawn().ok_or(StoreError::Missing)?;
    let number = |letter: &String| format!("{letter}: {}", seed.number_for(letter));
    let numbers: Vec<String> = letters(tx, sitting, &draw.tied)?.iter().map(number).collect();
    let mut heard = vec![];
    for invitation in &held.invitations {
        let at = invitation.heard(plan.at).map(moment).unwrap_or_default();
        heard.push(format!("{}: {at}", letters(tx, sitting, &[invitation.bid])?.concat()));
    }
    let particulars = vec![
        ("draw_heard", heard.join("; ")),
        ("draw_seed", seed.to_string()),
        ("draw_numbers", numbers.join("; ")),
        ("draw_bidders", letters(tx, sitting, &held.bidders)?.join(", ")),
        ("draw_witnesses", lines(&held.witnesses)),
    ];
    Ok(("held_draw", particulars))
}
