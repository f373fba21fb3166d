//! One hub per process. A thread asks the database for the versions of tables that somebody
//! follows: at once after an act of this process, and from time to time because of acts of other
//! processes, of which PostgreSQL tells too (`news.rs`). Versions only go up, so every stream hears
//! them in the order of the commits, whoever brings them.

use std::collections::HashMap;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak, mpsc};
use std::time::Duration;

use tokio::sync::{oneshot, watch};

use super::guard::{Entry, Guard, Rules, Who};
use super::news::{self, Hearing};
use crate::domain::ids::TableId;
use crate::store::{self, Database, StoreError};

/// Longest time before an act of another process is heard, when the database does not tell.
const PAUSE: Duration = Duration::from_millis(300);
/// The same when it does: then only what it failed to tell is found so.
const CALM: Duration = Duration::from_secs(5);

/// Cheap to clone; clones are one hub. The thread ends with the last of them.
#[derive(Clone)]
pub struct Hub {
    tables: Tables,
    wake: mpsc::SyncSender<()>,
    closing: watch::Sender<bool>,
    guard: Guard,
}

type Tables = Arc<Mutex<HashMap<TableId, watch::Sender<i32>>>>;
pub(super) type Followed = Weak<Mutex<HashMap<TableId, watch::Sender<i32>>>>;

/// What one stream hears.
pub struct Ear {
    pub(super) versions: watch::Receiver<i32>,
    pub(super) closing: watch::Receiver<bool>,
    /// Its reader may not listen any more.
    pub(super) ended: oneshot::Receiver<()>,
    /// Looked after until the stream is dropped; none in tests.
    pub(super) _entry: Option<Entry>,
}

impl Hub {
    pub fn start(db: Database, rules: Rules) -> std::io::Result<Hub> {
        // One waiting nudge says as much as many.
        let (wake, nudges) = mpsc::sync_channel(1);
        let tables = Tables::default();
        let (watched, hearing) = (Arc::clone(&tables), Hearing::default());
        let guard = Guard::start(db.clone(), rules)?;
        news::start(db.clone(), Arc::downgrade(&tables), Arc::clone(&hearing))?;
        std::thread::Builder::new()
            .name("live".into())
            .spawn(move || watch_tables(&db, &watched, (&nudges, &hearing)))?;
        Ok(Hub { tables, wake, closing: watch::Sender::new(false), guard })
    }

    /// Something was committed; whoever follows hears it at once.
    pub fn nudge(&self) {
        // A full channel holds a nudge already.
        let _ = self.wake.try_send(());
    }

    /// Hears versions from `known` on, as long as its reader may.
    pub fn listen(&self, who: Who, known: i32) -> Ear {
        let versions = {
            let mut tables = locked(&self.tables);
            let sender = tables.entry(who.table).or_insert_with(|| watch::Sender::new(known));
            raise(sender, known);
            sender.subscribe()
        };
        self.nudge();
        let (entry, ended) = self.guard.admit(who);
        Ear { versions, closing: self.closing.subscribe(), ended, _entry: Some(entry) }
    }

    /// Ends every stream: the process is about to stop.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }
}

fn watch_tables(
    db: &Database,
    tables: &Tables,
    (nudges, hearing): (&mpsc::Receiver<()>, &Hearing),
) {
    loop {
        let followed = followed(tables);
        let heard = hearing.load(Ordering::Relaxed);
        let nudged = match followed.is_empty() {
            true => nudges.recv().map_err(|_| mpsc::RecvTimeoutError::Disconnected),
            false => nudges.recv_timeout(if heard { CALM } else { PAUSE }),
        };
        if nudged == Err(mpsc::RecvTimeoutError::Disconnected) {
            return;
        }
        match tell(db, tables) {
            // The database should have told this.
            Ok(true) if heard && nudged.is_err() => hearing.store(false, Ordering::Relaxed),
            Ok(_) => {}
            Err(error) => tracing::debug!(%error, "no version of a live table can be read now"),
        }
    }
}

/// Tables that somebody still follows; the others are forgotten.
fn followed(tables: &Tables) -> Vec<TableId> {
    let mut tables = locked(tables);
    tables.retain(|_, sender| sender.receiver_count() > 0);
    tables.keys().copied().collect()
}

/// True when there was news.
fn tell(db: &Database, tables: &Tables) -> Result<bool, StoreError> {
    let ids = followed(tables);
    if ids.is_empty() {
        return Ok(false);
    }
    let versions = db.read_now(|conn| store::tables::versions(conn, &ids))?;
    let tables = locked(tables);
    let raised = versions
        .into_iter()
        .filter(|(id, version)| tables.get(id).is_some_and(|sender| raise(sender, *version)));
    Ok(raised.count() > 0)
}

/// The table is at this version; told to who follows it.
pub(super) fn raise_in(followed: &Followed, table: TableId, version: i32) {
    let Some(tables) = followed.upgrade() else { return };
    if let Some(sender) = locked(&tables).get(&table) {
        raise(sender, version);
    }
}

/// Versions only go up.
fn raise(sender: &watch::Sender<i32>, version: i32) -> bool {
    sender.send_if_modified(|known| {
        let news = version > *known;
        *known = version.max(*known);
        news
    })
}

fn locked(
    tables: &Mutex<HashMap<TableId, watch::Sender<i32>>>,
) -> MutexGuard<'_, HashMap<TableId, watch::Sender<i32>>> {
    // The map is whole after every statement, so a panic elsewhere leaves it usable.
    tables.lock().unwrap_or_else(PoisonError::into_inner)
}
