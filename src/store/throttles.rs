//! How often somebody tried. In the database, so that it holds for all instances together.

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::throttles;
use super::time::{at, micros};
use super::{StoreError, Tx};
use crate::domain::accounts::throttle::{Count, Limit};

/// Counts one more attempt under this name, in its window or in a new one.
pub fn count(tx: &mut Tx, name: &str, limit: Limit, now: Timestamp) -> Result<Count, StoreError> {
    let before = now.checked_sub(limit.within).unwrap_or(now);
    let running = throttles::table.find(name).filter(throttles::since.gt(micros(before)));
    let counted = diesel::update(running)
        .set(throttles::attempts.eq(throttles::attempts + 1))
        .execute(tx.link())?;
    if counted == 0 {
        start(tx, name, now)?;
    }
    let (attempts, since): (i32, i64) = throttles::table
        .find(name)
        .select((throttles::attempts, throttles::since))
        .first(tx.link())?;
    Ok(Count { attempts: attempts.unsigned_abs(), since: at(since) })
}

fn start(tx: &mut Tx, name: &str, now: Timestamp) -> Result<(), StoreError> {
    let fresh = (throttles::attempts.eq(1), throttles::since.eq(micros(now)));
    crate::on_each!(tx.link(), |c| diesel::insert_into(throttles::table)
        .values((throttles::name.eq(name), fresh))
        .on_conflict(throttles::name)
        .do_update()
        .set(fresh)
        .execute(c))?;
    Ok(())
}

/// One attempt less: it was not somebody guessing.
pub fn take_back(tx: &mut Tx, name: &str) -> Result<(), StoreError> {
    diesel::update(throttles::table.find(name).filter(throttles::attempts.gt(0)))
        .set(throttles::attempts.eq(throttles::attempts - 1))
        .execute(tx.link())?;
    Ok(())
}

pub fn forget(tx: &mut Tx, name: &str) -> Result<(), StoreError> {
    diesel::delete(throttles::table.find(name)).execute(tx.link())?;
    Ok(())
}

/// Counts that began before this moment matter no more.
pub fn forget_old(tx: &mut Tx, before: Timestamp) -> Result<(), StoreError> {
    diesel::delete(throttles::table.filter(throttles::since.lt(micros(before))))
        .execute(tx.link())?;
    Ok(())
}
