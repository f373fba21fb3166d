//! A fresh database for every test: a new SQLite file, or a new database in the PostgreSQL cluster
//! that `./test` starts and names in `TEST_PG_URL`. What many tests begin with is made once and then
//! copied, which takes milliseconds.

use diesel::{Connection, PgConnection, RunQueryDsl, SqliteConnection, sql_query};
use std::{
    env, fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    process,
    sync::{
        Mutex, OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// A database with a folder for the files beside it; both are gone when this is dropped.
pub struct Database {
    kind: Kind,
    /// The name on the PostgreSQL server.
    name: String,
    folder: tempfile::TempDir,
}

impl Database {
    /// Without any table.
    pub fn fresh(kind: Kind) -> Database {
        let database = Database::place(kind);
        if kind == Kind::Postgres {
            server(&format!("CREATE DATABASE {} TEMPLATE template0", database.name));
        }
        database
    }

    /// With everything that `make` puts into a fresh database and its folder. It is called once in
    /// a test run for each kind, and has closed its connections when it returns.
    pub fn like(kind: Kind, make: fn(&Database)) -> Database {
        static MODELS: [OnceLock<Model>; 2] = [const { OnceLock::new() }; 2];
        let model = MODELS[kind as usize].get_or_init(|| Model::new(kind, make));
        let copy = Database::place(kind);
        copy_folder(&model.folder, copy.folder());
        if kind == Kind::Postgres {
            server(&format!("CREATE DATABASE {} TEMPLATE {}", copy.name, model.name));
        }
        copy
    }

    fn place(kind: Kind) -> Database {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("buurtbod_{}_{n}", process::id());
        let folder = tempfile::tempdir().expect("a temporary folder");
        Database { kind, name, folder }
    }

    pub fn url(&self) -> String {
        match self.kind {
            Kind::Sqlite => format!("sqlite:{}", self.folder().join(FILE).display()),
            Kind::Postgres => {
                let address = server_address();
                let (base, _) = address.rsplit_once('/').expect("an address ends in a database");
                format!("{base}/{}", self.name)
            }
        }
    }

    /// The server ends every line to this database and takes no new one; PostgreSQL only.
    pub fn stops(&self) {
        let name = &self.name;
        server(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false"));
        server(&format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        ));
    }

    pub fn starts_again(&self) {
        server(&format!("ALTER DATABASE {} ALLOW_CONNECTIONS true", self.name));
    }

    /// Where attachments and mail go.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A place with the same files beside it, but no database yet; SQLite only.
    pub fn beside(&self) -> Database {
        let copy = Database::place(self.kind);
        copy_folder(self.folder(), copy.folder());
        for ending in ["", "-wal", "-shm"] {
            // Only the first is always there.
            let _ = std::fs::remove_file(copy.folder().join(format!("{FILE}{ending}")));
        }
        copy
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if self.kind == Kind::Postgres && !std::thread::panicking() {
            server(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
        }
    }
}

const FILE: &str = "test.sqlite";

/// A database that is only copied, until the end of the test run.
struct Model {
    name: String,
    folder: PathBuf,
}

impl Model {
    fn new(kind: Kind, make: fn(&Database)) -> Model {
        let made = Database::fresh(kind);
        make(&made);
        let name = format!("{}_model", made.name);
        let folder = models().join(&name);
        copy_folder(made.folder(), &folder);
        match kind {
            Kind::Postgres => {
                let name = &made.name;
                server(&format!(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
                ));
                server(&format!("CREATE DATABASE {name}_model TEMPLATE {name}"));
            }
            Kind::Sqlite => vacuum(&made.folder().join(FILE), &folder.join(FILE)),
        }
        Model { name, folder }
    }
}

/// One whole file, also of a database whose last writes are still in its log.
fn vacuum(from: &Path, to: &Path) {
    for left_over in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{left_over}", to.display()));
    }
    let mut sqlite = SqliteConnection::establish(&from.to_string_lossy()).expect("the database");
    // The house may still be closing its connections.
    sql_query("PRAGMA busy_timeout = 10000").execute(&mut sqlite).expect("a setting");
    let into = format!("VACUUM INTO '{}'", to.display());
    sql_query(into).execute(&mut sqlite).expect("the database can be copied");
}

/// A folder for the models of this run; those of runs that are over go.
fn models() -> PathBuf {
    let all = Path::new(env!("CARGO_TARGET_TMPDIR")).join("models");
    for run in fs::read_dir(&all).into_iter().flatten().flatten() {
        if !Path::new("/proc").join(run.file_name()).exists() {
            let _ = fs::remove_dir_all(run.path());
        }
    }
    all.join(process::id().to_string())
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy_folder(&from, &to);
        } else {
            match fs::copy(from, to) {
                // The log of a database that its house was closing; the database is copied apart.
                Err(gone) if gone.kind() == ErrorKind::NotFound => {}
                done => drop(done.expect("a file can be copied")),
            }
        }
    }
}

fn server_address() -> String {
    env::var("TEST_PG_URL")
        .expect("TEST_PG_URL names a PostgreSQL server; run ./test, which starts one")
}

/// Says something to the server, one at a time: copying wants no other user of the model.
fn server(statement: &str) {
    static SERVER: Mutex<Option<PgConnection>> = Mutex::new(None);
    let mut server = SERVER.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let connection = server.get_or_insert_with(|| {
        PgConnection::establish(&server_address()).expect("the server of TEST_PG_URL answers")
    });
    sql_query(statement).execute(connection).expect("the server does it");
}

/// Runs the same test on both databases.
pub fn on_both(test: impl Fn(Kind)) {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        eprintln!("on {kind:?}");
        test(kind);
    }
}
