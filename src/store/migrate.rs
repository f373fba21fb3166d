//! Brings the schema up to date, by one process at a time.

use diesel::connection::SimpleConnection;
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

/// Names of migrations that still have to run; empty when the schema is up to date.
pub fn pending(conn: &mut Conn) -> Result<Vec<String>, StoreError> {
    fn names<B: diesel::backend::Backend>(
        found: diesel::migration::Result<Vec<Box<dyn diesel::migration::Migration<B>>>>,
    ) -> Result<Vec<String>, String> {
        Ok(found.map_err(|e| e.to_string())?.iter().map(|m| m.name().to_string()).collect())
    }
    match conn.link() {
        Link::Sqlite(c) => names(c.pending_migrations(SQLITE)),
        Link::Pg(c) => names(c.pending_migrations(POSTGRES)),
    }
    .map_err(StoreError::Broken)
}

fn versions(
    ran: diesel::migration::Result<Vec<diesel::migration::MigrationVersion<'_>>>,
) -> Result<Vec<String>, String> {
    Ok(ran.map_err(|e| e.to_string())?.iter().map(ToString::to_string).collect())
}
