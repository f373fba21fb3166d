//! Wiring: settings become a database, templates, a mailer, routes and a running server.

use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::dev::{Server, ServerHandle};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::Data;
use actix_web::{App as Actix, HttpServer};
use jiff::SignedDuration;
use thiserror::Error;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::Semaphore;

use crate::clock::Clock;
use crate::config::{self, FileStore, Settings, Transport};
use crate::documents::far_files::{self, FarFiles};
use crate::documents::files::Files;
use crate::documents::scanner::Scanner;
use crate::domain::bids::uploads::Quota;
use crate::jobs::Worker;
use crate::live::{Hub, Rules};
use crate::mail::{Encryption, Mailer, SendError, SmtpServer};
use crate::rendering::{RenderError, Renderer};
use crate::store::{self, Database, Kind, StoreError, migrate};
use crate::web::register::{AddressError, Register};
use crate::web::{self, App, Limits};

#[derive(Debug, Error)]
pub enum StartError {
    #[error("The data folder {0} cannot be made: {1}. Check data_dir and the rights.")]
    Folder(String, std::io::Error),
    #[error("The database cannot be opened ({0}). Check database.url, and that the server runs.")]
    Store(#[from] StoreError),
    #[error("The templates cannot be read: {0}")]
    Render(#[from] RenderError),
    #[error("Mail cannot be set up: {0}. Check the settings under [mail].")]
    Mail(#[from] SendError),
    #[error("The address cannot be used: {0}. Is another program on this port? Check server.port.")]
    Address(#[from] std::io::Error),
    #[error("The trade register cannot be asked: {0}. Check register.url.")]
    Register(#[from] AddressError),
    #[error("The store of files cannot be used: {0}. Check the settings under [files].")]
    Files(std::io::Error),
    #[error("scan.clamd cannot be read: write unix:/path/of/the/socket or tcp:host:port.")]
    Scanner,
    #[error("The bundled SQLite {0} is known to damage databases. Build with a newer one.")]
    Sqlite(String),
}

/// Everything that stands once per process.
#[derive(Clone)]
pub struct House {
    pub db: Database,
    pub settings: Arc<Settings>,
    pub renderer: Arc<Renderer>,
    pub clock: Clock,
    pub live: Hub,
    register: Option<Arc<Register>>,
    pub files: Files,
    /// Where this program is.
    pub program: PathBuf,
}

impl House {
    /// Opens the database, brings its schema up to date and loads the templates.
    pub fn open(settings: Settings, clock: Clock) -> Result<House, StartError> {
        let folder = &settings.data_dir;
        std::fs::create_dir_all(folder)
            .map_err(|e| StartError::Folder(folder.display().to_string(), e))?;
        // Whoever names a scanner must not run without one.
        if !settings.scan.clamd.is_empty() && scanner(&settings).is_none() {
            return Err(StartError::Scanner);
        }
        let url = settings.database_url();
        if Kind::of(&url) == Kind::Sqlite {
            check_sqlite()?;
        }
        migrate::run(&mut store::db::connect(&url)?)?;
        let db = Database::open(&url)?;
        Ok(House {
            live: Hub::start(db.clone(), session_rules(&settings, &clock))?,
            db,
            renderer: Arc::new(Renderer::load()?),
            register: register(&settings)?,
            files: files(&settings).map_err(StartError::Files)?,
            program: std::env::current_exe()?,
            settings: Arc::new(settings),
            clock,
        })
    }

    pub fn share(&self) -> House {
        self.clone()
    }

    pub fn worker(&self) -> Result<Worker, StartError> {
        Ok(Worker {
            db: self.db.clone(),
            mailer: mailer(&self.settings)?,
            renderer: Arc::clone(&self.renderer),
            clock: self.clock.clone(),
            public_url: self.settings.public_url(),
            files: self.files.clone(),
            scanner: scanner(&self.settings),
            bid_paper: web::paper_of_receipt,
        })
    }

    /// Memory (KiB) and rounds of one password check.
    pub fn password_cost(&self) -> (u32, u32) {
        let security = &self.settings.security;
        (security.password_memory_kib, security.password_rounds)
    }

    pub fn listen(&self) -> Result<TcpListener, StartError> {
        let server = &self.settings.server;
        Ok(TcpListener::bind((server.address.as_str(), server.port))?)
    }

    /// Serves until the process is told to stop; the worker runs beside it unless switched off.
    pub fn run(&self, socket: TcpListener, opening: Opening) -> Result<(), StartError> {
        let worker = match self.settings.jobs.in_serve {
            true => Some(RunningWorker::start(self.worker()?)?),
            false => None,
        };
        actix_web::rt::System::new().block_on(async {
            let server = self.server(socket, opening)?;
            let told = stop_when_told(server.handle(), self.live.clone())?;
            let served = server.await;
            told.abort();
            served
        })?;
        drop(worker);
        Ok(())
    }

    /// The web server on a socket that is already there.
    pub fn server(&self, socket: TcpListener, kind: Opening) -> std::io::Result<Server> {
        let state = Data::new(App {
            db: self.db.clone(),
            limits: limits(&self.settings),
            renderer: Arc::clone(&self.renderer),
            clock: self.clock.clone(),
            live: self.live.clone(),
            demo: kind == Opening::Demo,
            register: self.register.clone(),
            hashing: Arc::new(Semaphore::new(cores())),
            printing: Arc::new(Semaphore::new(cores())),
            files: self.files.clone(),
            program: self.program.clone(),
            scanner: scanner(&self.settings),
            scans: Arc::new(Semaphore::new(SCANS)),
        });
        let threads = match self.settings.server.threads {
            0 => cores(),
            n => usize::from(n),
        };
        let server = HttpServer::new(move || {
            Actix::new()
                .app_data(state.clone())
                .app_data(web::path_config())
                .app_data(web::payload_config())
                .app_data(web::query_config())
                .wrap(from_fn(web::around))
                .wrap(Compress::default())
                .configure(web::routes::configure)
                .default_service(actix_web::web::to(web::missing))
        });
        Ok(server
            .workers(threads)
            .worker_max_blocking_threads(4)
            .client_request_timeout(HEAD)
            .shutdown_timeout(10)
            .disable_signals()
            .listen(socket)?
            .run())
    }
}

/// On a signal to stop, live streams end first: they would hold the server open for ever.
fn stop_when_told(server: ServerHandle, live: Hub) -> std::io::Result<tokio::task::JoinHandle<()>> {
    let mut end = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(actix_web::rt::spawn(async move {
        tokio::select! {
            _ = end.recv() => {}
            _ = interrupt.recv() => {}
        }
        live.close();
        server.stop(true).await;
    }))
}

fn register(settings: &Settings) -> Result<Option<Arc<Register>>, StartError> {
    let config::Register { url, key } = &settings.register;
    if url.is_empty() {
        return Ok(None);
    }
    Ok(Some(Arc::new(Register::new(url, key.reveal())?)))
}

fn limits(settings: &Settings) -> Limits {
    let security = &settings.security;
    Limits {
        data_dir: settings.data_dir.clone(),
        public_url: settings.public_url(),
        https: settings.server.https,
        trusted_proxies: settings.server.trusted_proxies,
        session_idle: SignedDuration::from_mins(security.session_idle_minutes.into()),
        session_longest: SignedDuration::from_hours(security.session_hours.into()),
        password_memory_kib: security.password_memory_kib,
        password_rounds: security.password_rounds,
        largest_file_mb: settings.files.largest_mb,
        quota: Quota {
            file: bytes(settings.files.largest_mb),
            bid: bytes(settings.files.bid_mb),
            cooperative: bytes(settings.files.cooperative_mb),
        },
    }
}

/// What the live streams must know of sessions.
fn session_rules(settings: &Settings, clock: &Clock) -> Rules {
    let limits = limits(settings);
    Rules {
        clock: clock.clone(),
        is_over: Box::new(move |created, seen, now| limits.is_over(created, seen, now)),
    }
}

fn bytes(megabytes: u32) -> i64 {
    i64::from(megabytes) * 1024 * 1024
}

/// A scanner reads a whole file for each; more at once would only wait there.
const SCANS: usize = 2;
/// So long the head of a request may be under way.
const HEAD: std::time::Duration = std::time::Duration::from_secs(10);

fn scanner(settings: &Settings) -> Option<Scanner> {
    let patience = std::time::Duration::from_secs(settings.scan.seconds.into());
    settings.scan.clamd.parse().ok().map(|address| Scanner { address, patience })
}

/// Where attachments are kept.
fn files(settings: &Settings) -> std::io::Result<Files> {
    let (root, files) = (settings.data_dir.join("files"), &settings.files);
    match files.store {
        FileStore::Disk => Ok(Files::on_disk(root)),
        FileStore::S3 => {
            let far = FarFiles::new(&far_files::Address {
                bucket: files.bucket.clone(),
                endpoint: files.endpoint.clone(),
                region: files.region.clone(),
                key: files.key.clone(),
                secret: files.secret.reveal().to_owned(),
            })?;
            Ok(Files::far(root, far))
        }
    }
}

/// Mail without SMTP goes to `data_dir/mail`.
fn mailer(settings: &Settings) -> Result<Mailer, SendError> {
    let mail = &settings.mail;
    match mail.transport {
        Transport::Folder => Mailer::to_folder(&mail.from, settings.data_dir.join("mail")),
        Transport::Smtp => {
            let server = SmtpServer {
                host: mail.host.clone(),
                port: mail.port,
                encryption: match mail.encryption {
                    config::Encryption::Starttls => Encryption::Starttls,
                    config::Encryption::Tls => Encryption::Tls,
                    config::Encryption::None => Encryption::None,
                },
                username: mail.username.clone(),
                password: mail.password.reveal().to_owned(),
            };
            Mailer::to_server(&mail.from, &server)
        }
    }
}

/// For whom the house opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    Real,
    Demo,
}

/// A worker on its own thread; dropping the handle stops it.
pub struct RunningWorker {
    stop: Arc<AtomicBool>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl RunningWorker {
    pub fn start(worker: Worker) -> Result<RunningWorker, StartError> {
        let stop = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&stop);
        let thread =
            std::thread::Builder::new().name("worker".into()).spawn(move || worker.work(&seen))?;
        Ok(RunningWorker { stop, thread: Some(thread) })
    }
}

impl Drop for RunningWorker {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            thread.thread().unpark();
            // A worker that panicked has said so in the log.
            let _ = thread.join();
        }
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Versions up to 3.51.2, and 3.52.0, can damage a database in WAL mode.
fn check_sqlite() -> Result<(), StartError> {
    let version = store::db::sqlite_version()?;
    let parts: Vec<u32> = version.split('.').filter_map(|p| p.parse().ok()).collect();
    let sound = parts.as_slice() >= [3, 51, 3].as_slice() && parts.as_slice() != [3, 52, 0];
    if sound { Ok(()) } else { Err(StartError::Sqlite(version)) }
}
