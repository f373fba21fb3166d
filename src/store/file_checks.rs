//! What a virus scanner said of contents, by their hash.

use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::file_checks;
use super::time::micros;
use super::{Conn, StoreError, Tx};
use crate::domain::bids::attachments::Check;

/// Contents that are not named were never checked.
pub type Checks = BTreeMap<String, Check>;

pub fn of<'a>(
    conn: &mut Conn,
    hashes: impl Iterator<Item = &'a str>,
) -> Result<Checks, StoreError> {
    let hashes: Vec<&str> = hashes.collect();
    let rows: Vec<(String, String)> = file_checks::table
        .filter(file_checks::hash.eq_any(hashes))
        .select((file_checks::hash, file_checks::state))
        .load(conn.link())?;
    let read = |(hash, state): (String, String)| {
        Ok((hash, state.parse().map_err(StoreError::unreadable)?))
    };
    rows.into_iter().map(read).collect()
}

pub fn one(conn: &mut Conn, hash: &str) -> Result<Check, StoreError> {
    Ok(of(conn, [hash].into_iter())?.remove(hash).unwrap_or(Check::Unchecked))
}

/// Writes down what was said; `found` is what a virus is called, if there is one.
pub fn set(
    tx: &mut Tx,
    hash: &str,
    (state, found): (Check, &str),
    now: Timestamp,
) -> Result<(), StoreError> {
    let said = (
        file_checks::state.eq(state.as_str()),
        file_checks::found.eq(found.to_owned()),
        file_checks::at.eq(micros(now)),
    );
    let row = (file_checks::hash.eq(hash.to_owned()), said.clone());
    crate::on_each!(tx.link(), |c| diesel::insert_into(file_checks::table)
        .values(row)
        .on_conflict(file_checks::hash)
        .do_update()
        .set(said)
        .execute(c))?;
    Ok(())
}

/// There is no scanner any more that could say something.
pub fn forget(tx: &mut Tx, hash: &str) -> Result<(), StoreError> {
    diesel::delete(file_checks::table.find(hash)).execute(tx.link())?;
    Ok(())
}
