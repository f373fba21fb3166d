//! The only doors for tests: run a house on a free port, move its clock, do its errands, read the
//! mail it sent. Everything else goes through HTTP, like everybody.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::app::{House, Opening};
use crate::clock::Clock;
use crate::config::Settings;
use crate::demo::{Lots, Size};
use crate::domain::journal::Verifier;
use crate::store::{self, StoreError};

/// A running house. Dropping it stops the server.
pub struct Instance {
    pub address: SocketAddr,
    house: House,
    handle: actix_web::dev::ServerHandle,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Instance {
    /// Starts on a free port with cheap passwords and mail in a folder of `data_dir`. Instances on
    /// one database and one `clock` are the replicas of one service.
    pub fn start(database_url: &str, data_dir: &Path, now: Timestamp) -> Instance {
        Instance::open((database_url, data_dir), now, (Opening::Demo, ""))
    }

    /// The same with settings of its own, as TOML.
    pub fn start_set(place: (&str, &Path), now: Timestamp, own: &str) -> Instance {
        Instance::open(place, now, (Opening::Demo, own))
    }

    /// The same, but not as an example.
    pub fn start_real(database_url: &str, data_dir: &Path, now: Timestamp) -> Instance {
        Instance::open((database_url, data_dir), now, (Opening::Real, ""))
    }

    fn open(
        (database_url, data_dir): (&str, &Path),
        now: Timestamp,
        (kind, own): (Opening, &str),
    ) -> Instance {
        let file = data_dir.join("own.toml");
        std::fs::write(&file, own).expect("the folder can be written");
        let mine = std::os::unix::fs::PermissionsExt::from_mode(0o600);
        std::fs::set_permissions(&file, mine).expect("the file is ours");
        let mut settings = Settings::load(Some(&file)).expect("the settings are possible");
        settings.data_dir = data_dir.to_owned();
        settings.database.url = database_url.to_owned();
        settings.server.port = 0;
        settings.server.threads = 2;
        settings.security.password_memory_kib = 64;
        settings.security.password_rounds = 1;
        let clock = Clock::default();
        clock.set(now);
        let mut house = House::open(settings, clock).expect("a fresh database opens");
        // The running program is the tests; the one that they test was built beside its folder.
        if let Some(built) = house.program.parent().and_then(Path::parent) {
            house.program = built.join("buurtbod");
        }
        let socket = house.listen().expect("a free port");
        let address = socket.local_addr().expect("a bound socket has an address");
        let (send, receive) = std::sync::mpsc::channel();
        let server_of = house.share();
        let thread = std::thread::spawn(move || {
            let system = actix_web::rt::System::new();
            let served = system.block_on(async {
                let server = server_of.server(socket, kind).expect("the server starts");
                send.send(server.handle()).expect("somebody waits for the handle");
                server.await
            });
            served.expect("the server stops in order");
        });
        let handle = receive.recv().expect("the server started");
        Instance { address, house, handle, thread: Some(thread) }
    }

    /// Loads the whole example as of now.
    pub fn load_demo(&self) {
        let now = self.house.clock.now();
        crate::demo::load(&self.house.db, &self.house.files, self.house.password_cost(), now)
            .expect("the example loads");
    }

    /// Brings the round of the example that is at the table to the end of its tables.
    pub fn finish_tables(&self) {
        crate::demo::finish_tables(&self.house.db, self.now()).expect("the tables end");
    }

    /// Changes what a round of the example published, as data. No page can do this.
    pub fn republish(&self, round: &str, change: impl FnOnce(&mut serde_json::Value)) {
        let id = round.parse().expect("an id");
        let found = self.house.db.read_now::<_, StoreError>(|c| store::rounds::find(c, id));
        let mut round = found.expect("a round of the example");
        let mut data = serde_json::to_value(&round.definition).expect("a definition");
        change(&mut data);
        round.definition = serde_json::from_value(data).expect("still a definition");
        let save = move |tx: &mut store::Tx| store::rounds::save(tx, &round);
        assert!(self.house.db.write_now::<_, StoreError, _>(save).expect("the database answers"));
    }

    /// Stops as on a signal: live streams end, requests are finished.
    pub fn stop(&mut self) {
        self.house.live.close();
        drop(self.handle.stop(true));
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the server stops in order");
        }
    }

    /// Makes the large round; answers where to look in it, as scripts read it.
    pub fn load_large(&self, bids: u32, assessors: u32) -> serde_json::Value {
        self.load_size(Size { bids, assessors, lots: Lots::AsFewAsDo })
    }

    /// The same with so many lots, half scored, with everything a round has.
    pub fn load_round_of(&self, lots: u32, bids: u32, assessors: u32) -> serde_json::Value {
        self.load_size(Size { bids, assessors, lots: Lots::Given(lots) })
    }

    fn load_size(&self, size: Size) -> serde_json::Value {
        crate::demo::load_large(&self.house.db, self.now(), size).expect("it loads");
        let loaded = crate::demo::load(
            &self.house.db,
            &self.house.files,
            self.house.password_cost(),
            self.now(),
        );
        loaded.and_then(|l| l.with_large(&self.house.db)).expect("it is there").as_json("")["large"]
            .take()
    }

    pub fn set_clock(&self, now: Timestamp) {
        self.house.clock.set(now);
    }

    pub fn now(&self) -> Timestamp {
        self.house.clock.now()
    }

    /// Does all errands that are due; answers how many.
    pub fn run_errands(&self) -> usize {
        let worker = self.house.worker().expect("mail goes to a folder");
        worker.run_due().expect("the database answers")
    }

    /// Statements that pages have sent to the database so far.
    pub fn statements(&self) -> usize {
        self.house.db.statements()
    }

    /// Errands that still wait, as JSON.
    pub fn errands(&self) -> Vec<String> {
        self.house.db.read_now::<_, StoreError>(store::outbox::waiting).expect("errands")
    }

    /// Mails sent so far, oldest first, decoded.
    pub fn mails(&self) -> Vec<SentMail> {
        let folder: PathBuf = self.house.settings.data_dir.join("mail");
        crate::documents::mailbox::kept(&folder).expect("the mail folder can be read")
    }

    /// Writes the database, as it is now, to an SQLite file that is not there yet.
    pub fn copy_database(&self, url: &str) {
        let path = url.trim_start_matches("sqlite:").to_owned();
        let copy = |conn: &mut store::Conn| store::db::copy_to(conn, &path);
        self.house.db.read_now::<_, StoreError>(copy).expect("the database can be copied");
    }

    /// Follows the journal from the first row to the last; answers how many rows hold.
    pub fn verify_journal(&self) -> Result<i64, String> {
        let rows =
            self.house.db.read_now::<_, StoreError>(|c| store::journal::after(c, 0, 1 << 40));
        let mut verifier = Verifier::default();
        for row in rows.map_err(|e| e.to_string())? {
            verifier.next(&row).map_err(|e| e.to_string())?;
        }
        Ok(verifier.end().0)
    }

    /// Tables and columns with their nullability, to compare the databases.
    pub fn columns(&self) -> Vec<(String, String, bool)> {
        self.house.db.read_now::<_, StoreError>(store::journal::columns).expect("the schema")
    }
}

pub use crate::documents::mailbox::SentMail;

/// Every route that is served, as method and pattern.
pub fn routes() -> Vec<(&'static str, &'static str)> {
    crate::web::routes::list()
}

impl Drop for Instance {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            // A server that panicked has failed its test already.
            let _ = thread.join();
        }
    }
}
