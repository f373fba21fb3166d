//! What other processes did, as PostgreSQL tells it: a notice goes out with each commit that changes
//! the version of a table, in the order of the commits. Nobody relies on it. While nothing is heard
//! for sure, the hub asks the store a few times a second instead.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::hub::{Followed, raise_in};
use crate::store::{Database, StoreError};

/// Between two looks at what came in; each costs one system call.
const LOOK: Duration = Duration::from_millis(10);
/// So many looks pass before we say something to ourselves, to know that notices still come.
const LOOKS_PER_PROBE: u32 = 500;
/// After a lost connection.
const AGAIN: Duration = Duration::from_secs(1);

/// Set while notices are known to arrive.
pub(super) type Hearing = Arc<AtomicBool>;

/// Starts to listen, where the database can tell.
pub(super) fn start(db: Database, followed: Followed, hearing: Hearing) -> std::io::Result<()> {
    if !db.tells_news() {
        return Ok(());
    }
    std::thread::Builder::new().name("live-news".into()).spawn(move || {
        while followed.strong_count() > 0 {
            let Err(error) = listen(&db, &followed, &hearing) else { return };
            hearing.store(false, Ordering::Relaxed);
            tracing::warn!(%error, "no notices of live tables; the store is asked instead");
            std::thread::park_timeout(AGAIN);
        }
    })?;
    Ok(())
}

/// Returns when nobody is left to hear it.
fn listen(db: &Database, followed: &Followed, hearing: &Hearing) -> Result<(), StoreError> {
    let mut news = db.news()?;
    loop {
        news.probe()?;
        for _ in 0..LOOKS_PER_PROBE {
            for told in news.heard()? {
                // Any notice proves that notices come, also our own.
                hearing.store(true, Ordering::Relaxed);
                if let Some((table, version)) = told {
                    raise_in(followed, table, version);
                }
            }
            if followed.strong_count() == 0 {
                return Ok(());
            }
            std::thread::park_timeout(LOOK);
        }
    }
}
