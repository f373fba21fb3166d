use jiff::Timestamp;

use super::sitting::Sitting;
use super::{By, Done};
use crate::domain::ids::TableId;
use crate::domain::review::keys::Turn;
use crate::domain::tables::{KeysTurned, TableRefusal, key_subject};
use crate::store::{self, Tx};

/// One key holder turns a key; the second one in time opens the price and the names.
pub fn turn_price_key(tx: &mut Tx, table: TableId, by: &By, now: Timestamp) -> Done {
    let mut sitting = Sitting::at(tx, table)?;
    sitting.table.may_turn_key(by.0)?;
    let subject = key_subject(table);
    let turned = store::keys::turns(tx, &subject)?;
    let (last, turn) = (turned.last(), Turn { by: by.0, at: now });
    match KeysTurned::by(last.map(|t| t.turn), turn).map_err(TableRefusal::from)? {
        None => {
            store::keys::first(tx, &subject, turn)?;
            Ok(sitting.finish(tx, ("turned_price_key", vec![]), by, now)?)
        }
        Some(keys) => {
            let with = last.map(|t| t.name.clone()).unwrap_or_default();
            sitting.table.open_with(&keys)?;
            store::keys::second(tx, &subject, turn)?;
            Ok(sitting.finish(tx, ("opened_price", vec![("with", with)]), by, now)?)
        }
    }
}
