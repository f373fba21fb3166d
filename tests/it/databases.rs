//! A fresh database for every test: a new SQLite file, or a new database in the PostgreSQL cluster
//! that `./test` starts and names in `TEST_PG_URL`.

use std::sync::atomic::{AtomicU32, Ordering};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

pub struct Database {
    url: String,
    _folder: Option<tempfile::TempDir>,
}

static NEXT: AtomicU32 = AtomicU32::new(0);

impl Database {
    pub fn fresh(kind: Kind) -> Database {
        match kind {
            Kind::Sqlite => {
                let folder = tempfile::tempdir().expect("a temporary folder");
                let url = format!("sqlite:{}", folder.path().join("test.sqlite").display());
                Database { url, _folder: Some(folder) }
            }
            Kind::Postgres => {
                let server = std::env::var("TEST_PG_URL")
                    .expect("TEST_PG_URL names a PostgreSQL server; run ./test, which starts one");
                let n = NEXT.fetch_add(1, Ordering::Relaxed);
                let name = format!("buurtbod_{}_{n}", std::process::id());
                let made = std::process::Command::new("psql")
                    .args([&server, "-qc", &format!("CREATE DATABASE {name} TEMPLATE template0")])
                    .status();
                assert!(made.is_ok_and(|s| s.success()), "the database {name} cannot be made");
                let (base, _) = server.rsplit_once('/').expect("an address ends in a database");
                Database { url: format!("{base}/{name}"), _folder: None }
            }
        }
    }

    pub fn url(&self) -> &str {
        &self.url
    }
}

/// Runs the same test on both databases.
pub fn on_both(test: impl Fn(Kind)) {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        eprintln!("on {kind:?}");
        test(kind);
    }
}
