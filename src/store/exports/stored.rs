//! Complete files that were asked for.

use diesel::prelude::*;
use jiff::Timestamp;

use crate::domain::exports::{Export, ExportState, ReadyFile};
use crate::domain::ids::{ExportId, PersonId, RoundId};
use crate::store::schema::{exports, people};
use crate::store::time::{at, micros};
use crate::store::{Conn, StoreError, Tx};

type Row = (
    (String, String, String, String, i64),
    (i32, i32, Option<i64>, Option<String>, Option<i64>, Option<i32>, Option<i64>),
);

columns!(ASKED:
    exports::id,
    exports::round_id,
    people::name,
    exports::lang,
    exports::asked_at,
);

columns!(MADE:
    exports::done,
    exports::steps,
    exports::ready_at,
    exports::hash,
    exports::size,
    exports::files,
    exports::gone_at,
);

fn export(((id, round, by_name, lang, asked_at), made): Row) -> Result<Export, StoreError> {
    let (done, steps, ready_at, hash, size, files, gone_at) = made;
    let count = |number: i32| u32::try_from(number).unwrap_or_default();
    let state = match (gone_at, ready_at, hash, size, files) {
        (Some(_), ..) => ExportState::Gone,
        (None, Some(ready), Some(hash), Some(size), Some(files)) => {
            ExportState::Ready(ReadyFile { at: at(ready), hash, size, files: count(files) })
        }
        (None, ..) => ExportState::Making { done: count(done), of: count(steps) },
    };
    Ok(Export {
        id: id.parse().map_err(StoreError::unreadable)?,
        round: round.parse().map_err(StoreError::unreadable)?,
        by_name,
        lang,
        asked_at: at(asked_at),
        state,
    })
}

pub fn add(
    tx: &mut Tx,
    (id, round): (ExportId, RoundId),
    (by, lang): (PersonId, &str),
    now: Timestamp,
) -> Result<(), StoreError> {
    diesel::insert_into(exports::table)
        .values((
            exports::id.eq(id.as_str()),
            exports::round_id.eq(round.as_str()),
            exports::asked_by.eq(by.as_str()),
            exports::lang.eq(lang),
            exports::asked_at.eq(micros(now)),
            exports::done.eq(0),
            exports::steps.eq(0),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// One file with the person who asked for it.
pub fn find(conn: &mut Conn, id: ExportId) -> Result<(Export, PersonId), StoreError> {
    let (row, by): (Row, String) = exports::table
        .inner_join(people::table)
        .filter(exports::id.eq(id.as_str()))
        .select(((ASKED, MADE), exports::asked_by))
        .first(conn.link())?;
    Ok((export(row)?, by.parse().map_err(StoreError::unreadable)?))
}

/// The last few of a round, newest first.
pub fn latest(conn: &mut Conn, round: RoundId, most: i64) -> Result<Vec<Export>, StoreError> {
    let rows: Vec<Row> = exports::table
        .inner_join(people::table)
        .filter(exports::round_id.eq(round.as_str()))
        .order((exports::asked_at.desc(), exports::id))
        .limit(most)
        .select((ASKED, MADE))
        .load(conn.link())?;
    rows.into_iter().map(export).collect()
}

/// One is being made at this moment.
pub fn waiting(conn: &mut Conn, round: RoundId) -> Result<bool, StoreError> {
    Ok(diesel::select(diesel::dsl::exists(
        exports::table
            .filter(exports::round_id.eq(round.as_str()))
            .filter(exports::ready_at.is_null())
            .filter(exports::gone_at.is_null()),
    ))
    .get_result(conn.link())?)
}

/// How far it is: so many steps of so many.
pub fn steps(tx: &mut Tx, id: ExportId, (done, of): (usize, usize)) -> Result<(), StoreError> {
    let number = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
    diesel::update(exports::table.find(id.as_str()))
        .set((exports::done.eq(number(done)), exports::steps.eq(number(of))))
        .execute(tx.link())?;
    Ok(())
}

/// True when it was being made until now.
pub fn ready(tx: &mut Tx, id: ExportId, file: &ReadyFile) -> Result<bool, StoreError> {
    let waits = exports::table
        .filter(exports::id.eq(id.as_str()))
        .filter(exports::ready_at.is_null())
        .filter(exports::gone_at.is_null());
    let changed = diesel::update(waits)
        .set((
            exports::ready_at.eq(micros(file.at)),
            exports::hash.eq(&file.hash),
            exports::size.eq(file.size),
            exports::files.eq(i32::try_from(file.files).unwrap_or(i32::MAX)),
        ))
        .execute(tx.link())?;
    Ok(changed == 1)
}

/// True when it was still there.
pub fn gone(tx: &mut Tx, id: ExportId, now: Timestamp) -> Result<bool, StoreError> {
    let there =
        exports::table.filter(exports::id.eq(id.as_str())).filter(exports::gone_at.is_null());
    let changed = diesel::update(there).set(exports::gone_at.eq(micros(now))).execute(tx.link())?;
    Ok(changed == 1)
}

/// Another file that is still there has the same bytes.
pub fn shared(conn: &mut Conn, hash: &str) -> Result<bool, StoreError> {
    Ok(diesel::select(diesel::dsl::exists(
        exports::table.filter(exports::hash.eq(hash)).filter(exports::gone_at.is_null()),
    ))
    .get_result(conn.link())?)
}
