//! Begin, commit and take back: what a page reads in one moment, and what several acts write
//! together.

use std::panic::{AssertUnwindSafe, catch_unwind};

use diesel::connection::{AnsiTransactionManager, TransactionManager};

use super::{Answer, Conn, Job, Link, Manager, Tx};
use crate::store::error::StoreError;

/// Runs `f` in a savepoint, and answers with its result once the commit is known.
pub(super) fn job<T, E, F>(f: F, answer: impl FnOnce(Result<T, E>) + Send + 'static) -> Job
where
    F: FnOnce(&mut Tx) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    Box::new(move |conn| {
        let result = in_savepoint(conn, f);
        Box::new(move |commit| {
            answer(match commit {
                Ok(()) => result,
                Err(broken) => result.and_then(|_| Err(E::from(broken))),
            });
        })
    })
}

pub(super) fn commit_together(conn: &mut Conn, jobs: Vec<Job>) {
    match begin(conn) {
        Ok(()) => finish_together(conn, jobs),
        // The closures are not run: there is no transaction to run them in.
        Err(broken) => tracing::error!(error = %broken, "no transaction could be started"),
    }
}

/// The same in a transaction that was begun.
pub(super) fn finish_together(conn: &mut Conn, jobs: Vec<Job>) {
    let answers: Vec<Answer> = jobs.into_iter().map(|job| job(conn)).collect();
    let done = commit(conn);
    if done.is_err() {
        roll_back(conn);
    }
    for answer in answers {
        answer(match &done {
            Ok(()) => Ok(()),
            Err(broken) => Err(broken.again()),
        });
    }
}

/// A connection with a transaction begun on it. Those that a restart of the database left dead in the
/// pool are thrown away here, before anything was asked on them, so that nobody else notices.
pub(super) fn begun(
    pool: &r2d2::Pool<Manager>,
    begin: fn(&mut Conn) -> Result<(), StoreError>,
) -> Result<r2d2::PooledConnection<Manager>, StoreError> {
    let mut tried = 0;
    loop {
        let mut conn =
            pool.get().inspect_err(|error| tracing::warn!(%error, "no connection in time"))?;
        match begin(&mut conn) {
            Ok(()) => return Ok(conn),
            Err(broken) if tried == pool.max_size() => return Err(broken),
            Err(_) => conn.lost = true,
        }
        tried += 1;
    }
}

/// A transaction that only reads.
pub(super) fn begin_to_read(conn: &mut Conn) -> Result<(), StoreError> {
    match &mut conn.link {
        Link::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN")?,
        Link::Pg(c) => AnsiTransactionManager::begin_transaction_sql(
            c,
            "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
        )?,
    }
    Ok(())
}

/// Runs `f` in the transaction that was begun to read, and ends it.
pub(super) fn in_one_moment<T, E: From<StoreError>>(
    conn: &mut Conn,
    f: impl FnOnce(&mut Conn) -> Result<T, E>,
) -> Result<T, E> {
    let found = f(conn);
    match &found {
        Ok(_) => commit(conn)?,
        Err(_) => roll_back(conn),
    }
    found
}

/// SQLite must take its lock at once: a read that becomes a write can otherwise fail at any time.
pub(super) fn begin(conn: &mut Conn) -> Result<(), StoreError> {
    match &mut conn.link {
        Link::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?,
        Link::Pg(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN")?,
    }
    Ok(())
}

fn commit(conn: &mut Conn) -> Result<(), StoreError> {
    Ok(on_each!(&mut conn.link, |c| AnsiTransactionManager::commit_transaction(c))?)
}

fn roll_back(conn: &mut Conn) {
    let undone = on_each!(&mut conn.link, |c| AnsiTransactionManager::rollback_transaction(c));
    if let Err(error) = undone {
        tracing::warn!(%error, "a transaction could not be rolled back");
    }
}

/// A refusal or a panic undoes this closure only; its neighbours in the transaction stand.
fn in_savepoint<T, E: From<StoreError>>(
    conn: &mut Conn,
    f: impl FnOnce(&mut Tx) -> Result<T, E>,
) -> Result<T, E> {
    begin_savepoint(conn)?;
    let outcome = catch_unwind(AssertUnwindSafe(|| f(&mut Tx { conn })));
    match outcome {
        Ok(Ok(done)) => match commit(conn) {
            Ok(()) => Ok(done),
            Err(broken) => {
                roll_back(conn);
                Err(broken.into())
            }
        },
        Ok(Err(refused)) => {
            roll_back(conn);
            Err(refused)
        }
        Err(_) => {
            roll_back(conn);
            Err(StoreError::Panicked.into())
        }
    }
}

fn begin_savepoint(conn: &mut Conn) -> Result<(), StoreError> {
    Ok(on_each!(&mut conn.link, |c| AnsiTransactionManager::begin_transaction(c))?)
}
