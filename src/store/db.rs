//! Connections and the one writer. What differs between the databases stands in this module
//! and nowhere else.
//!
//! On SQLite one thread writes: it takes all waiting closures into one transaction, a savepoint
//! each, commits once with `synchronous=FULL`, then answers all. That is durable and fast, and
//! nobody ever meets `database is locked`. On PostgreSQL each closure is its own transaction.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use diesel::connection::{
    AnsiTransactionManager, InstrumentationEvent, SimpleConnection, TransactionManager,
};
use diesel::prelude::*;
use diesel::{PgConnection, SqliteConnection};
use tokio::sync::oneshot;

use super::error::StoreError;
use transactions::{
    begin, begin_to_read, begun, commit_together, finish_together, in_one_moment, job,
};

#[derive(diesel::MultiConnection)]
pub enum Link {
    Pg(PgConnection),
    Sqlite(SqliteConnection),
}

/// Runs one text of code per concrete database, for what the combined type cannot do.
#[macro_export]
macro_rules! on_each {
    ($link:expr, |$c:ident| $body:expr) => {
        match $link {
            $crate::store::db::Link::Sqlite($c) => $body,
            $crate::store::db::Link::Pg($c) => $body,
        }
    };
}

// Below the macro, which it uses.
mod news;
mod transactions;

/// A connection to read with.
pub struct Conn {
    link: Link,
    /// The other end is gone; the pool must not keep it.
    lost: bool,
}

impl Conn {
    /// For queries; Diesel needs the concrete type.
    pub fn link(&mut self) -> &mut Link {
        &mut self.link
    }
}

/// Proof of a transaction: everything that writes asks for one. Reads accept it too.
pub struct Tx<'c> {
    conn: &'c mut Conn,
}

impl std::ops::Deref for Tx<'_> {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        self.conn
    }
}

impl std::ops::DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Conn {
        self.conn
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

impl Kind {
    pub fn of(url: &str) -> Kind {
        if url.starts_with("postgres") { Kind::Postgres } else { Kind::Sqlite }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Sqlite => "sqlite",
            Kind::Postgres => "postgresql",
        }
    }
}

const SQLITE_SETTINGS: &str = "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; \
    PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; \
    PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;";

/// Opens one connection; the scheme of the address decides which database it is.
pub fn connect(url: &str) -> Result<Conn, StoreError> {
    let link = match Kind::of(url) {
        Kind::Postgres => {
            let mut link = PgConnection::establish(url)?;
            link.batch_execute("SET statement_timeout = '30s'; SET lock_timeout = '10s'")?;
            Link::Pg(link)
        }
        Kind::Sqlite => {
            let mut link = SqliteConnection::establish(url.trim_start_matches("sqlite:"))?;
            link.batch_execute(SQLITE_SETTINGS)?;
            Link::Sqlite(link)
        }
    };
    Ok(Conn { link, lost: false })
}

struct Manager {
    url: String,
    /// Statements that its connections sent.
    sent: Arc<AtomicUsize>,
}

impl r2d2::ManageConnection for Manager {
    type Connection = Conn;
    type Error = StoreError;

    fn connect(&self) -> Result<Conn, StoreError> {
        let mut conn = connect(&self.url)?;
        let sent = self.sent.clone();
        conn.link.set_instrumentation(move |event: InstrumentationEvent<'_>| {
            if matches!(event, InstrumentationEvent::StartQuery { .. }) {
                sent.fetch_add(1, Ordering::Relaxed);
            }
        });
        Ok(conn)
    }

    fn is_valid(&self, conn: &mut Conn) -> Result<(), StoreError> {
        Ok(conn.link.batch_execute("SELECT 1")?)
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        conn.lost || std::thread::panicking() || on_each!(&mut conn.link, |c| broken(c))
    }
}

fn broken<C: Connection<TransactionManager = AnsiTransactionManager>>(link: &mut C) -> bool {
    AnsiTransactionManager::is_broken_transaction_manager(link)
}

type Answer = Box<dyn FnOnce(Result<(), StoreError>) + Send>;
type Job = Box<dyn FnOnce(&mut Conn) -> Answer + Send>;

/// The database as the rest of the house sees it: `read` and `write`, nothing else.
#[derive(Clone)]
pub struct Database {
    kind: Kind,
    url: String,
    pool: r2d2::Pool<Manager>,
    writer: Option<mpsc::SyncSender<Job>>,
    sent: Arc<AtomicUsize>,
}

/// So many closures share one commit at most; more would only make the first wait.
const BATCH: usize = 128;
/// So many may wait before a sender waits too.
const QUEUE: usize = 4096;

impl Database {
    /// Opens the pool and, on SQLite, starts the writer. The schema must already be there.
    pub fn open(url: &str) -> Result<Database, StoreError> {
        let kind = Kind::of(url);
        let size = match kind {
            Kind::Sqlite => 4,
            Kind::Postgres => 8,
        };
        let sent = Arc::new(AtomicUsize::new(0));
        let pool = r2d2::Pool::builder()
            .max_size(size)
            .min_idle(Some(1))
            .test_on_check_out(false)
            .connection_timeout(Duration::from_secs(5))
            .build(Manager { url: url.to_owned(), sent: sent.clone() })?;
        let writer = match kind {
            Kind::Sqlite => Some(start_writer(connect(url)?)?),
            Kind::Postgres => None,
        };
        Ok(Database { kind, url: url.to_owned(), pool, writer, sent })
    }

    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Statements that pages have sent so far, to see that a longer list does not ask more often.
    pub fn statements(&self) -> usize {
        self.sent.load(Ordering::Relaxed)
    }

    /// Reads on a blocking thread, in one transaction: all queries of a page see the same moment,
    /// and SQLite takes its locks once.
    pub async fn read<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let pool = self.pool.clone();
        let work = move || {
            let mut conn = begun(&pool, begin_to_read)?;
            in_one_moment(&mut conn, f)
        };
        tokio::task::spawn_blocking(work).await.map_err(|_| StoreError::Stopped)?
    }

    /// Runs `f` in one transaction; an `Err` undoes all it did. `f` must be short, do nothing
    /// outside the database, and be safe to run again.
    pub async fn write<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: FnOnce(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (answer, waiting) = oneshot::channel();
        // Nobody waits any more when the browser went away; the act itself stands.
        let job = job(f, move |whole| drop(answer.send(whole)));
        self.enqueue(job).await?;
        waiting.await.map_err(|_| StoreError::Stopped)?
    }

    async fn enqueue(&self, job: Job) -> Result<(), StoreError> {
        let pool = self.pool.clone();
        match &self.writer {
            Some(writer) => match writer.try_send(job) {
                Ok(()) => Ok(()),
                Err(mpsc::TrySendError::Full(_)) => Err(StoreError::Busy),
                Err(mpsc::TrySendError::Disconnected(_)) => Err(StoreError::Stopped),
            },
            None => tokio::task::spawn_blocking(move || {
                finish_together(&mut *begun(&pool, begin)?, vec![job]);
                Ok(())
            })
            .await
            .map_err(|_| StoreError::Stopped)?,
        }
    }

    /// The same as `write` for callers without a runtime (worker, command line, seeding).
    pub fn write_now<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: FnOnce(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (answer, waiting) = mpsc::sync_channel(1);
        let job = job(f, move |whole| {
            let _ = answer.send(whole);
        });
        match &self.writer {
            Some(writer) => writer.send(job).map_err(|_| StoreError::Stopped)?,
            None => finish_together(&mut *begun(&self.pool, begin)?, vec![job]),
        }
        waiting.recv().map_err(|_| StoreError::Stopped)?
    }

    /// The same as `read` for callers without a runtime.
    pub fn read_now<T, E: From<StoreError>>(
        &self,
        f: impl FnOnce(&mut Conn) -> Result<T, E>,
    ) -> Result<T, E> {
        match self.kind {
            // Copying a database, for one, is no work for a transaction.
            Kind::Sqlite => f(&mut *self.pool.get().map_err(StoreError::from)?),
            Kind::Postgres => in_one_moment(&mut *begun(&self.pool, begin_to_read)?, f),
        }
    }
}

fn start_writer(mut conn: Conn) -> Result<mpsc::SyncSender<Job>, StoreError> {
    let (sender, waiting) = mpsc::sync_channel::<Job>(QUEUE);
    std::thread::Builder::new()
        .name("writer".into())
        .spawn(move || {
            while let Ok(first) = waiting.recv() {
                let mut jobs = vec![first];
                jobs.extend(waiting.try_iter().take(BATCH - 1));
                commit_together(&mut conn, jobs);
            }
        })
        .map_err(|_| StoreError::Stopped)?;
    Ok(sender)
}

/// Writes the whole of an SQLite database, as of now, to a file that is not there yet.
pub fn copy_to(conn: &mut Conn, path: &str) -> Result<(), StoreError> {
    diesel::sql_query("VACUUM INTO ?")
        .bind::<diesel::sql_types::Text, _>(path)
        .execute(conn.link())?;
    Ok(())
}

/// Version of the SQLite that is built in.
pub fn sqlite_version() -> Result<String, StoreError> {
    #[derive(diesel::QueryableByName)]
    struct Version {
        #[diesel(sql_type = diesel::sql_types::Text)]
        version: String,
    }
    let mut link = SqliteConnection::establish(":memory:")?;
    let row: Version =
        diesel::sql_query("SELECT sqlite_version() AS version").get_result(&mut link)?;
    Ok(row.version)
}
