//! Extensions of deadlines. The moments that count stand with the round; here is why they moved.

use diesel::prelude::*;

use super::schema::{bids, extensions};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx, new_id};
use crate::domain::bids::Standing;
use crate::domain::ids::{BidId, OrganisationId, PersonId, RoundId};
use crate::domain::rounds::extension::Extension;

pub fn add(
    tx: &mut Tx,
    round: RoundId,
    extension: &Extension,
    by: PersonId,
) -> Result<(), StoreError> {
    diesel::insert_into(extensions::table)
        .values((
            extensions::id.eq(new_id().to_string()),
            extensions::round_id.eq(round.as_str()),
            extensions::previous.eq(micros(extension.previous)),
            extensions::closes_at.eq(micros(extension.closes_at)),
            extensions::reason.eq(&extension.reason),
            extensions::extended_by.eq(by.as_str()),
            extensions::extended_at.eq(micros(extension.at)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// All of a round, newest first.
pub fn of_round(conn: &mut Conn, round: RoundId) -> Result<Vec<Extension>, StoreError> {
    let rows: Vec<(i64, i64, String, i64)> = extensions::table
        .filter(extensions::round_id.eq(round.as_str()))
        .order((extensions::extended_at.desc(), extensions::closes_at.desc()))
        .select((
            extensions::previous,
            extensions::closes_at,
            extensions::reason,
            extensions::extended_at,
        ))
        .load(conn.link())?;
    let extension = |(previous, closes, reason, moment)| Extension {
        previous: at(previous),
        closes_at: at(closes),
        reason,
        at: at(moment),
    };
    Ok(rows.into_iter().map(extension).collect())
}

/// Whose bids in a round there are, for mails to them alone: nobody of the municipality may see
/// this list, or how long it is.
pub fn bids_to_tell(
    tx: &mut Tx,
    round: RoundId,
) -> Result<Vec<(BidId, OrganisationId, Standing)>, StoreError> {
    let rows: Vec<(String, String, String)> = bids::table
        .filter(bids::round_id.eq(round.as_str()))
        .order(bids::id)
        .select((bids::id, bids::organisation_id, bids::standing))
        .load(tx.link())?;
    let one = |(bid, owner, standing): (String, String, String)| {
        Ok((
            bid.parse().map_err(StoreError::unreadable)?,
            owner.parse().map_err(StoreError::unreadable)?,
            standing.parse().map_err(StoreError::unreadable)?,
        ))
    };
    rows.into_iter().map(one).collect()
}
