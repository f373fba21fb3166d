//! Who may still listen. One thread asks for all streams of this process, some hundreds together, and
//! each of them every beat: so who loses a seat, a role or the session loses the stream in seconds,
//! and five thousand streams cost a few statements.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak, mpsc};
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::oneshot;

use crate::clock::Clock;
use crate::domain::ids::{SessionId, TableId};
use crate::domain::permission::{Act, Verdict, may};
use crate::store::{self, Database, StoreError};

/// Each stream is looked at so often.
const BEAT: Duration = Duration::from_secs(3);
/// So many are asked for at once.
const TOGETHER: usize = 500;

/// What the settings say about sessions, and the clock they go by.
pub struct Rules {
    pub clock: Clock,
    /// A session that began and was last used at these moments is over by now.
    pub is_over: Box<dyn Fn(Timestamp, Timestamp, Timestamp) -> bool + Send>,
}

/// Who listens to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Who {
    pub session: SessionId,
    pub table: TableId,
}

/// Cheap to clone; the thread ends with the last clone.
#[derive(Clone)]
pub(super) struct Guard {
    listeners: Listeners,
    next: Arc<AtomicU64>,
    _running: mpsc::SyncSender<()>,
}

/// By number of entry. When the sender goes, the stream ends.
type Listeners = Arc<Mutex<ByNumber>>;
type ByNumber = HashMap<u64, (Who, oneshot::Sender<()>)>;

/// A stream that is looked after; dropped with it.
pub(super) struct Entry {
    number: u64,
    listeners: Weak<Mutex<ByNumber>>,
}

impl Guard {
    pub fn start(db: Database, rules: Rules) -> std::io::Result<Guard> {
        let (running, stopped) = mpsc::sync_channel(1);
        let listeners = Listeners::default();
        let watched = Arc::clone(&listeners);
        std::thread::Builder::new()
            .name("live-guard".into())
            .spawn(move || go_round(&db, &watched, (&rules, &stopped)))?;
        Ok(Guard { listeners, next: Arc::default(), _running: running })
    }

    /// The second ends when `who` may not listen any more.
    pub fn admit(&self, who: Who) -> (Entry, oneshot::Receiver<()>) {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let (end, ended) = oneshot::channel();
        locked(&self.listeners).insert(number, (who, end));
        (Entry { number, listeners: Arc::downgrade(&self.listeners) }, ended)
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        if let Some(listeners) = self.listeners.upgrade() {
            locked(&listeners).remove(&self.number);
        }
    }
}

fn go_round(db: &Database, listeners: &Listeners, (rules, stopped): (&Rules, &mpsc::Receiver<()>)) {
    loop {
        let asked: Vec<(u64, Who)> =
            locked(listeners).iter().map(|(number, (who, _))| (*number, *who)).collect();
        let parts = asked.chunks(TOGETHER);
        let pause = BEAT / u32::try_from(parts.len().max(1)).unwrap_or(1);
        for part in parts.map(Some).chain(asked.is_empty().then_some(None)) {
            if stopped.recv_timeout(pause) == Err(mpsc::RecvTimeoutError::Disconnected) {
                return;
            }
            let Some(part) = part else { continue };
            match unwelcome(db, rules, part) {
                // The store cannot be asked, and so it has no news to tell either.
                Err(error) => tracing::debug!(%error, "nobody can be asked who may listen now"),
                Ok(gone) => {
                    let mut listeners = locked(listeners);
                    gone.iter().for_each(|number| drop(listeners.remove(number)));
                }
            }
        }
    }
}

/// Those whose session is over, or who may not see the table any more.
fn unwelcome(db: &Database, rules: &Rules, asked: &[(u64, Who)]) -> Result<Vec<u64>, StoreError> {
    let now = rules.clock.now();
    let pairs: Vec<_> = asked.iter().map(|(_, who)| (who.session, who.table)).collect();
    let found = db.read_now(|conn| store::listeners::facts(conn, &pairs, now))?;
    let welcome = |facts: &Option<store::listeners::Facts>| {
        facts.as_ref().is_some_and(|f| {
            !(rules.is_over)(f.created_at, f.seen_at, now)
                && may(&f.actor, Act::ViewTable, &f.place) == Verdict::Allowed
        })
    };
    let judged = asked.iter().zip(&found);
    Ok(judged.filter(|(_, facts)| !welcome(facts)).map(|((number, _), _)| *number).collect())
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // The map is whole after every statement, so a panic elsewhere leaves it usable.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
