//! Contents in a store that speaks S3. The rest of the house waits for a file on a thread of its
//! own, so the calls here wait too; what the client of the store does meanwhile runs on one thread
//! that is there for it.

use std::future::Future;
use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;

use bytes::{Buf, Bytes};
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::path::Path;
use object_store::{ClientOptions, ObjectStoreExt, PutPayload, RetryConfig};
use tokio::runtime::{Builder, Handle};

/// Where the store is, and how to get in.
#[derive(Clone, Debug)]
pub struct Address {
    pub bucket: String,
    /// `https://s3.example.nl`; empty means that of Amazon in this region.
    pub endpoint: String,
    pub region: String,
    pub key: String,
    pub secret: String,
}

/// Cheap to clone.
#[derive(Clone)]
pub struct FarFiles {
    store: Arc<AmazonS3>,
    thread: Handle,
}

/// Asked for in pieces of so many bytes.
const PIECE: u64 = 1024 * 1024;
/// Somebody waits for the answer.
const PATIENCE: Duration = Duration::from_secs(20);
const TRIES: usize = 2;

/// A content in the store, to read from the start.
pub struct FarContent {
    files: FarFiles,
    name: Path,
    size: u64,
    at: u64,
    piece: Bytes,
}

impl FarFiles {
    pub fn new(address: &Address) -> io::Result<FarFiles> {
        // Another part of the house may have chosen the same one already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&address.bucket)
            .with_region(&address.region)
            .with_access_key_id(&address.key)
            .with_secret_access_key(&address.secret)
            .with_retry(RetryConfig {
                max_retries: TRIES,
                retry_timeout: PATIENCE,
                ..RetryConfig::default()
            })
            .with_client_options(
                ClientOptions::new()
                    .with_timeout(PATIENCE)
                    .with_connect_timeout(PATIENCE)
                    .with_allow_http(address.endpoint.starts_with("http://")),
            );
        if !address.endpoint.is_empty() {
            builder = builder.with_endpoint(&address.endpoint);
        }
        let store = Arc::new(builder.build().map_err(io::Error::other)?);
        Ok(FarFiles { store, thread: thread()? })
    }

    /// Brings a content to its place, unless it is there already.
    pub(super) fn keep(&self, hash: &str, bytes: Vec<u8>) -> io::Result<()> {
        let name = Path::from(hash);
        let there = self.wait(self.store.head(&name));
        if there.is_ok_and(|there| there.size == bytes.len() as u64) {
            return Ok(());
        }
        self.wait(self.store.put(&name, PutPayload::from(bytes))).map(|_| ())
    }

    pub(super) fn open(&self, hash: &str) -> io::Result<FarContent> {
        let name = Path::from(hash);
        let size = self.wait(self.store.head(&name))?.size;
        Ok(FarContent { files: self.clone(), name, size, at: 0, piece: Bytes::new() })
    }

    pub(super) fn remove(&self, hash: &str) -> io::Result<()> {
        self.wait(self.store.delete(&Path::from(hash)))
    }

    fn wait<T>(&self, work: impl Future<Output = object_store::Result<T>>) -> io::Result<T> {
        self.thread.block_on(work).map_err(|error| match error {
            object_store::Error::NotFound { .. } => io::ErrorKind::NotFound.into(),
            other => io::Error::other(other),
        })
    }
}

impl Read for FarContent {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.piece.is_empty() && self.at < self.size {
            let end = self.size.min(self.at + PIECE);
            let (files, name) = (self.files.clone(), self.name.clone());
            self.piece = files.wait(files.store.get_range(&name, self.at..end))?;
            self.at = end;
        }
        let length = to.len().min(self.piece.len());
        self.piece.copy_to_slice(&mut to[..length]);
        Ok(length)
    }
}

/// A thread that drives connections until the process ends.
fn thread() -> io::Result<Handle> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let handle = runtime.handle().clone();
    std::thread::Builder::new()
        .name("far-files".into())
        .spawn(move || runtime.block_on(std::future::pending::<()>()))?;
    Ok(handle)
}
