//! One hub per process. A thread asks the database for the versions of tables that somebody
//! follows: at once after an act of this process, and a few times a second because of acts of other
//! processes. It alone tells the streams, so each hears versions in the order of the commits.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::time::Duration;

use tokio::sync::watch;

use crate::domain::ids::TableId;
use crate::store::{self, Database, StoreError};

/// Longest time before an act of another process is heard.
const PAUSE: Duration = Duration::from_millis(300);

/// Cheap to clone; clones are one hub. The thread ends with the last of them.
#[derive(Clone)]
pub struct Hub {
    tables: Tables,
    wake: mpsc::SyncSender<()>,
    closing: watch::Sender<bool>,
}

type Tables = Arc<Mutex<HashMap<TableId, watch::Sender<i32>>>>;

/// What one stream hears.
pub struct Ear {
    pub versions: watch::Receiver<i32>,
    pub closing: watch::Receiver<bool>,
}

impl Hub {
    pub fn start(db: Database) -> std::io::Result<Hub> {
        // One waiting nudge says as much as many.
        let (wake, nudges) = mpsc::sync_channel(1);
        let tables = Tables::default();
        let watched = Arc::clone(&tables);
        std::thread::Builder::new()
            .name("live".into())
            .spawn(move || watch_tables(&db, &watched, &nudges))?;
        Ok(Hub { tables, wake, closing: watch::Sender::new(false) })
    }

    /// Something was committed; whoever follows hears it at once.
    pub fn nudge(&self) {
        // A full channel holds a nudge already.
        let _ = self.wake.try_send(());
    }

    /// Hears versions from `known` on.
    pub fn listen(&self, table: TableId, known: i32) -> Ear {
        let versions = {
            let mut tables = locked(&self.tables);
            let sender = tables.entry(table).or_insert_with(|| watch::Sender::new(known));
            raise(sender, known);
            sender.subscribe()
        };
        self.nudge();
        Ear { versions, closing: self.closing.subscribe() }
    }

    /// Ends every stream: the process is about to stop.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }
}

fn watch_tables(db: &Database, tables: &Tables, nudges: &mpsc::Receiver<()>) {
    loop {
        let followed = followed(tables);
        let nudged = match followed.is_empty() {
            true => nudges.recv().map_err(|_| mpsc::RecvTimeoutError::Disconnected),
            false => nudges.recv_timeout(PAUSE),
        };
        if nudged == Err(mpsc::RecvTimeoutError::Disconnected) {
            return;
        }
        if let Err(error) = tell(db, tables) {
            tracing::debug!(%error, "the versions of live tables cannot be read now");
        }
    }
}

/// Tables that somebody still follows; the others are forgotten.
fn followed(tables: &Tables) -> Vec<TableId> {
    let mut tables = locked(tables);
    tables.retain(|_, sender| sender.receiver_count() > 0);
    tables.keys().copied().collect()
}

fn tell(db: &Database, tables: &Tables) -> Result<(), StoreError> {
    let ids = followed(tables);
    if ids.is_empty() {
        return Ok(());
    }
    let versions = db.read_now(|conn| store::tables::versions(conn, &ids))?;
    let tables = locked(tables);
    for (id, version) in versions {
        if let Some(sender) = tables.get(&id) {
            raise(sender, version);
        }
    }
    Ok(())
}

/// Versions only go up.
fn raise(sender: &watch::Sender<i32>, version: i32) {
    sender.send_if_modified(|known| {
        let news = version > *known;
        *known = version.max(*known);
        news
    });
}

fn locked(
    tables: &Mutex<HashMap<TableId, watch::Sender<i32>>>,
) -> MutexGuard<'_, HashMap<TableId, watch::Sender<i32>>> {
    // The map is whole after every statement, so a panic elsewhere leaves it usable.
    tables.lock().unwrap_or_else(PoisonError::into_inner)
}
