//! What every handler may use.

use std::path::PathBuf;
use std::sync::Arc;

use argon2::Argon2;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Semaphore;

use super::register::Register;
use crate::clock::Clock;
use crate::documents::files::Files;
use crate::documents::scanner::Scanner;
use crate::domain::bids::uploads::Quota;
use crate::live::Hub;
use crate::rendering::Renderer;
use crate::store::{Conn, Database, StoreError, Tx};

/// What the settings say that a handler must know.
#[derive(Clone, Debug)]
pub struct Limits {
    pub data_dir: PathBuf,
    /// Start of links in mails and documents, without a slash at the end.
    pub public_url: String,
    pub https: bool,
    pub trusted_proxies: u8,
    pub session_idle: SignedDuration,
    pub session_longest: SignedDuration,
    pub password_memory_kib: u32,
    pub password_rounds: u32,
    pub largest_file_mb: u32,
    pub quota: Quota,
}

/// A session is marked as used at most this often: a write per page would be a waste.
pub const TOUCH: SignedDuration = SignedDuration::from_mins(5);

impl Limits {
    /// A session that was not used for too long, or is simply too old.
    pub fn is_over(&self, created_at: Timestamp, seen_at: Timestamp, now: Timestamp) -> bool {
        let (idle, old) = self.stale_sessions(now);
        seen_at < idle || created_at < old
    }

    /// Last used before the first moment, or begun before the second: over. The mark of use may
    /// be up to `TOUCH` old.
    pub fn stale_sessions(&self, now: Timestamp) -> (Timestamp, Timestamp) {
        let before = |span| now.checked_sub(span).unwrap_or(Timestamp::UNIX_EPOCH);
        (before(self.session_idle + TOUCH), before(self.session_longest))
    }
}

pub struct App {
    pub db: Database,
    pub limits: Limits,
    pub renderer: Arc<Renderer>,
    pub clock: Clock,
    pub live: Hub,
    /// Example data are loaded: pages say so, and the mailbox can be read.
    pub demo: bool,
    /// Asked about numbers of cooperatives, where the settings name one.
    pub register: Option<Arc<Register>>,
    /// So many passwords are hashed at once; more would starve the pages.
    pub hashing: Arc<Semaphore>,
    /// So many papers are laid out at once, for the same reason.
    pub printing: Arc<Semaphore>,
    pub files: Files,
    /// This program, which draws pages of files in a process of its own.
    pub program: PathBuf,
    /// None: files are not scanned for viruses.
    pub scanner: Option<Scanner>,
    /// So many files are scanned at once; who comes later waits for the first.
    pub scans: Arc<Semaphore>,
}

impl App {
    pub async fn read<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.db.read(f).await
    }

    /// The only way to change anything; see `Database::write`.
    pub async fn write<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: FnOnce(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.db.write(f).await
    }

    /// argon2id with the cost of the settings.
    pub fn hasher(&self) -> Argon2<'static> {
        let Limits { password_memory_kib, password_rounds, .. } = self.limits;
        let params =
            argon2::Params::new(password_memory_kib, password_rounds, 1, None).unwrap_or_default();
        Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
    }
}
