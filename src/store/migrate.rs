//! Brings the schema up to date, by one process at a time.

use std::collections::HashSet;

use diesel::backend::Backend;
use diesel::connection::{DefaultLoadingMode, SimpleConnection};
use diesel::migration::MigrationSource;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sqlite::Sqlite;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::db::{Conn, Link};
use super::error::StoreError;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Any number would do, as long as every instance takes the same.
const LOCK: i64 = 20_270_101;

/// Runs what has not run yet; answers the names. Several instances may start at once: PostgreSQL
/// holds the others back with an advisory lock, SQLite with its write lock.
pub fn run(conn: &mut Conn) -> Result<Vec<String>, StoreError> {
    let ran = match conn.link() {
        Link::Sqlite(c) => versions(c.run_pending_migrations(SQLITE)),
        Link::Pg(c) => {
            c.batch_execute(&format!("SELECT pg_advisory_lock({LOCK})"))?;
            let ran = versions(c.run_pending_migrations(POSTGRES));
            c.batch_execute(&format!("SELECT pg_advisory_unlock({LOCK})"))?;
            ran
        }
    };
    ran.map_err(StoreError::Broken)
}

table! {
    /// Diesel's own list of what ran.
    __diesel_schema_migrations (version) {
        version -> Text,
    }
}

/// Names of migrations that still have to run; empty when the schema is up to date. Only reads:
/// whoever watches a service must not change it.
pub fn pending(conn: &mut Conn) -> Result<Vec<String>, StoreError> {
    let ran: HashSet<String> = __diesel_schema_migrations::table
        .select(__diesel_schema_migrations::version)
        .load_iter::<String, DefaultLoadingMode>(conn.link())?
        .collect::<Result<_, _>>()?;
    match conn.link() {
        Link::Sqlite(_) => missing::<Sqlite>(&SQLITE, &ran),
        Link::Pg(_) => missing::<Pg>(&POSTGRES, &ran),
    }
}

fn missing<B: Backend>(
    all: &impl MigrationSource<B>,
    ran: &HashSet<String>,
) -> Result<Vec<String>, StoreError> {
    let all = all.migrations().map_err(|e| StoreError::Broken(e.to_string()))?;
    let names = all.iter().map(|migration| migration.name());
    Ok(names.filter(|n| !ran.contains(&n.version().to_string())).map(|n| n.to_string()).collect())
}

fn versions(
    ran: diesel::migration::Result<Vec<diesel::migration::MigrationVersion<'_>>>,
) -> Result<Vec<String>, String> {
    Ok(ran.map_err(|e| e.to_string())?.iter().map(ToString::to_string).collect())
}
