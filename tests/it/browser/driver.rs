//! The chromedriver process that all browsers of a test run share, and sessions on it.

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::{
    env,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

/// May the pages of this browser run scripts?
#[derive(Clone, Copy, PartialEq)]
pub enum Script {
    On,
    Off,
}

struct Driver {
    port: u16,
    folder: PathBuf,
    /// Its input closes when this process ends, however it ends; that is the sign to clean up.
    _keeper: Child,
}

static DRIVER: OnceLock<Driver> = OnceLock::new();

/// Starts chromedriver in a group of its own, waits for its input to close, then ends the whole
/// group, browsers included. Signals for the whole test run, such as Ctrl-C,
/// must not end the keeper before its work is done.
const KEEPER: &str = r#"trap '' INT HUP TERM
setsid "$1" "--port=$2" >"$3/chromedriver.log" 2>&1 &
cat >/dev/null
kill -s KILL -- "-$!"
rm -rf "$3""#;

fn driver() -> &'static Driver {
    DRIVER.get_or_init(|| {
        let program = program("CHROMEDRIVER", &["/usr/bin/chromedriver"]);
        let free = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr());
        let port = free.expect("a free port").port();
        let folder = env::temp_dir().join(format!("buurtbod-browsers-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for the browsers");
        let keeper = Command::new("sh")
            .args(["-c", KEEPER, "sh", &program, &port.to_string()])
            .arg(&folder)
            .envs([("TZ", "Europe/Amsterdam"), ("TMPDIR", &folder.to_string_lossy())])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let driver = Driver { port, folder, _keeper: keeper.expect("chromedriver can be started") };
        driver.wait_until_ready();
        driver
    })
}

/// The program that a variable names, or the usual place of it.
fn program(variable: &str, usual: &[&str]) -> String {
    let usual = usual.iter().find(|path| Path::new(path).exists()).map(|path| path.to_string());
    env::var(variable).ok().or(usual).unwrap_or_else(|| {
        panic!(
            "{variable} is not set and there is none in the usual place: run ./test, which gets it"
        )
    })
}

impl Driver {
    fn wait_until_ready(&self) {
        for _ in 0..200 {
            let ready = self.ask("GET", "/status", &Value::Null);
            if ready.is_ok_and(|answer| answer["ready"] == true) {
                return;
            }
            std::thread::park_timeout(Duration::from_millis(50));
        }
        panic!("chromedriver did not get ready in ten seconds");
    }

    /// One plain HTTP exchange, for what the client library does not know or cannot do while a
    /// test is falling.
    fn ask(&self, method: &str, path: &str, body: &Value) -> std::io::Result<Value> {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )?;
        // The driver keeps the connection open, so the length says where the answer ends.
        let mut reader = BufReader::new(stream);
        let mut length = 0;
        loop {
            let mut header = String::new();
            reader.read_line(&mut header)?;
            if header.trim().is_empty() {
                break;
            }
            if let Some(value) = header.to_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap_or(0);
            }
        }
        let mut content = vec![0; length];
        reader.read_exact(&mut content)?;
        let mut answer: Value = serde_json::from_slice(&content)?;
        Ok(answer["value"].take())
    }
}

/// A browser with a profile of its own, closed when this goes out of scope.
pub struct Session {
    pub client: Client,
    path: String,
}

impl Session {
    pub async fn start(script: Script) -> Session {
        static COUNT: AtomicUsize = AtomicUsize::new(1);
        let driver = driver();
        let profile = driver.folder.join(COUNT.fetch_add(1, Ordering::Relaxed).to_string());
        let wanted = capabilities(&profile, script);
        let address = format!("http://127.0.0.1:{}", driver.port);
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted.as_object().expect("an object").clone())
            .connect(&address)
            .await
            .unwrap_or_else(|why| panic!("Chromium did not start: {why}"));
        let id = client.session_id().await.expect("the driver answers").expect("a session");
        Session { client, path: format!("/session/{id}") }
    }

    /// A command of the Chrome DevTools protocol.
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        let path = format!("{}/goog/cdp/execute", self.path);
        driver().ask("POST", &path, &body).expect("the driver answers")
    }

    /// What the page wrote to the console since the last time, errors only.
    pub fn console_errors(&self) -> Vec<String> {
        let body = json!({ "type": "browser" });
        let path = format!("{}/se/log", self.path);
        let log = driver().ask("POST", &path, &body).expect("the driver answers");
        let errors = log.as_array().into_iter().flatten().filter(|line| line["level"] == "SEVERE");
        errors.filter_map(|line| line["message"].as_str().map(str::to_owned)).collect()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Also while a test panics, when nothing can be awaited any more.
        let _ = driver().ask("DELETE", &self.path, &Value::Null);
    }
}

fn capabilities(profile: &Path, script: Script) -> Value {
    let usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    let profile = format!("--user-data-dir={}", profile.display());
    let allowed = if script == Script::On { 1 } else { 2 };
    json!({
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "binary": program("CHROMIUM", &usual),
            "args": [
                profile, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars",
                "--force-prefers-reduced-motion", "--lang=nl", "--accept-lang=nl",
            ],
            "prefs": {
                "intl.accept_languages": "nl",
                "profile.default_content_setting_values.javascript": allowed,
            },
        },
    })
}
