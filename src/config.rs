//! Settings: one struct per concern, read once at the start from the default file, a named file
//! and the environment. An unknown key or an impossible value stops the start with one sentence.

use std::fmt;
use std::path::{Path, PathBuf};

use config::{Config, Environment, File, FileFormat};
use serde::Deserialize;
use thiserror::Error;

const DEFAULT: &str = include_str!("../config/default.toml");

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub data_dir: PathBuf,
    pub server: Server,
    pub database: DatabaseSettings,
    pub mail: Mail,
    pub security: Security,
    pub files: Files,
    pub register: Register,
    pub scan: Scan,
    pub jobs: Jobs,
    pub log: Log,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    pub address: String,
    pub port: u16,
    pub public_url: String,
    pub https: bool,
    pub trusted_proxies: u8,
    pub threads: u16,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatabaseSettings {
    pub url: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    pub transport: Transport,
    pub from: String,
    pub host: String,
    pub port: u16,
    pub encryption: Encryption,
    pub username: String,
    pub password: Secret,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Transport {
    Folder,
    Smtp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Encryption {
    Starttls,
    Tls,
    None,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Security {
    pub session_idle_minutes: u32,
    pub session_hours: u32,
    pub password_memory_kib: u32,
    pub password_rounds: u32,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Files {
    pub largest_mb: u32,
    pub bid_mb: u32,
    pub cooperative_mb: u32,
    pub store: FileStore,
    pub bucket: String,
    pub endpoint: String,
    pub region: String,
    pub key: String,
    pub secret: Secret,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FileStore {
    Disk,
    S3,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scan {
    pub clamd: String,
    pub seconds: u32,
}

/// The trade register; off without an address.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    pub url: String,
    pub key: Secret,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Jobs {
    pub in_serve: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    pub level: String,
    pub format: LogFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    Text,
    Json,
}

/// A value that is never printed.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "(not set)" } else { "(set, not shown)" })
    }
}

/// One sentence that names the key and what to do.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{0}")]
pub struct SettingsError(String);

impl Settings {
    /// Default file, then `file`, then the environment (`BUURTBOD__SERVER__PORT`).
    pub fn load(file: Option<&Path>) -> Result<Settings, SettingsError> {
        let mut sources = Config::builder().add_source(File::from_str(DEFAULT, FileFormat::Toml));
        if let Some(path) = file {
            check_secrets(path)?;
            sources = sources.add_source(File::from(path).format(FileFormat::Toml));
        }
        let environment = Environment::with_prefix("BUURTBOD")
            .prefix_separator("__")
            .separator("__")
            .try_parsing(true);
        let settings: Settings = sources
            .add_source(environment)
            .build()
            .and_then(Config::try_deserialize)
            .map_err(|e| {
                SettingsError(format!(
                    "The settings cannot be read: {e}. Compare the key with config/default.toml."
                ))
            })?;
        settings.check()?;
        Ok(settings)
    }

    fn check(&self) -> Result<(), SettingsError> {
        let refused = [
            (
                self.server.address.parse::<std::net::IpAddr>().is_err(),
                "server.address must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.",
            ),
            (
                !self.server.public_url.is_empty() && !self.server.public_url.starts_with("http"),
                "server.public_url must start with https:// (or http:// for a trial).",
            ),
            (
                self.mail.transport == Transport::Smtp && self.mail.host.is_empty(),
                "mail.host is empty while mail.transport is smtp: name the mail server, or set mail.transport to folder.",
            ),
            (
                self.mail.from.parse::<lettre::message::Mailbox>().is_err(),
                "mail.from must be a sender such as Buurtbod <noreply@example.nl>.",
            ),
            (
                self.security.session_idle_minutes == 0 || self.security.session_hours == 0,
                "security.session_idle_minutes and security.session_hours must be at least 1.",
            ),
            (
                self.security.password_memory_kib < 64 || self.security.password_rounds == 0,
                "security.password_memory_kib must be at least 64 and security.password_rounds at least 1.",
            ),
            (
                !["", "sqlite:", "postgres://", "postgresql://"].iter().any(|scheme| {
                    if scheme.is_empty() {
                        self.database.url.is_empty()
                    } else {
                        self.database.url.starts_with(scheme)
                    }
                }),
                "database.url must be empty, start with sqlite: or start with postgres://.",
            ),
            (
                cfg!(not(feature = "pg-tls")) && self.database.url.contains("sslmode=require"),
                "database.url asks for TLS, which this build cannot do: build with --features pg-tls, or use a socket or a private network.",
            ),
        ];
        let files = self.wrong_with_files();
        match refused.iter().chain(&files).find(|(wrong, _)| *wrong) {
            Some((_, sentence)) => Err(SettingsError((*sentence).to_owned())),
            None => Ok(()),
        }
    }

    /// What must not be, about files and their scanner.
    fn wrong_with_files(&self) -> [(bool, &'static str); 6] {
        [
            (
                self.files.largest_mb == 0 || self.files.largest_mb > 200,
                "files.largest_mb must be a number from 1 to 200.",
            ),
            (
                self.files.bid_mb < self.files.largest_mb
                    || self.files.cooperative_mb < self.files.bid_mb,
                "files.bid_mb must be at least files.largest_mb, and files.cooperative_mb at least files.bid_mb.",
            ),
            (
                self.files.store == FileStore::S3
                    && (self.files.bucket.is_empty() || self.files.key.is_empty()),
                "files.store is s3: name files.bucket and files.key, and give the secret in BUURTBOD__FILES__SECRET.",
            ),
            (
                !self.files.endpoint.is_empty() && !self.files.endpoint.starts_with("http"),
                "files.endpoint must start with https:// (or http:// on a private network).",
            ),
            (
                self.scan.seconds == 0 || self.scan.seconds > 300,
                "scan.seconds must be a number from 1 to 300.",
            ),
            (
                !["", "unix:/", "tcp:"].iter().any(|way| match *way {
                    "" => self.scan.clamd.is_empty(),
                    way => self.scan.clamd.starts_with(way),
                }),
                "scan.clamd must be empty, unix:/path/of/the/socket or tcp:host:port.",
            ),
        ]
    }

    /// Where the data are; without an address that is SQLite in the data folder.
    pub fn database_url(&self) -> String {
        if self.database.url.is_empty() {
            self.data_dir.join("buurtbod.sqlite").display().to_string()
        } else {
            self.database.url.clone()
        }
    }

    /// Start of every link in a mail, without a slash at the end.
    pub fn public_url(&self) -> String {
        if self.server.public_url.is_empty() {
            format!("http://{}:{}", self.server.address, self.server.port)
        } else {
            self.server.public_url.trim_end_matches('/').to_owned()
        }
    }

    /// What was understood, one setting a line, without secrets.
    pub fn describe(&self) -> Vec<(&'static str, String)> {
        vec![
            ("data_dir", self.data_dir.display().to_string()),
            ("server.address", self.server.address.clone()),
            ("server.port", self.server.port.to_string()),
            ("server.public_url", self.public_url()),
            ("server.https", self.server.https.to_string()),
            ("server.trusted_proxies", self.server.trusted_proxies.to_string()),
            ("server.threads", self.server.threads.to_string()),
            ("database.url", without_password(&self.database_url())),
            ("mail.transport", format!("{:?}", self.mail.transport).to_lowercase()),
            ("mail.from", self.mail.from.clone()),
            ("mail.host", self.mail.host.clone()),
            ("mail.port", self.mail.port.to_string()),
            ("mail.encryption", format!("{:?}", self.mail.encryption).to_lowercase()),
            ("mail.username", self.mail.username.clone()),
            ("mail.password", format!("{:?}", self.mail.password)),
            ("security.session_idle_minutes", self.security.session_idle_minutes.to_string()),
            ("security.session_hours", self.security.session_hours.to_string()),
            ("security.password_memory_kib", self.security.password_memory_kib.to_string()),
            ("security.password_rounds", self.security.password_rounds.to_string()),
            ("files.largest_mb", self.files.largest_mb.to_string()),
            ("files.bid_mb", self.files.bid_mb.to_string()),
            ("files.cooperative_mb", self.files.cooperative_mb.to_string()),
            ("files.store", format!("{:?}", self.files.store).to_lowercase()),
            ("files.bucket", self.files.bucket.clone()),
            ("files.endpoint", self.files.endpoint.clone()),
            ("files.region", self.files.region.clone()),
            ("files.key", self.files.key.clone()),
            ("files.secret", format!("{:?}", self.files.secret)),
            ("scan.clamd", self.scan.clamd.clone()),
            ("scan.seconds", self.scan.seconds.to_string()),
            ("jobs.in_serve", self.jobs.in_serve.to_string()),
            ("log.level", self.log.level.clone()),
            ("log.format", format!("{:?}", self.log.format).to_lowercase()),
        ]
    }
}

/// A file that holds a secret may be read by its owner only.
fn check_secrets(path: &Path) -> Result<(), SettingsError> {
    use std::os::unix::fs::PermissionsExt;
    let unreadable = |e: std::io::Error| {
        SettingsError(format!(
            "{} cannot be read: {e}. Check the name and the rights.",
            path.display()
        ))
    };
    let mode = std::fs::metadata(path).map_err(unreadable)?.permissions().mode();
    let text = std::fs::read_to_string(path).map_err(unreadable)?;
    let named = |line: &str| {
        let line = line.trim();
        (["password", "secret"].iter().any(|word| line.starts_with(word))
            && !line.replace(' ', "").ends_with("=\"\""))
            || (line.starts_with("url") && line.contains("://") && line.contains('@'))
    };
    if mode & 0o077 != 0 && text.lines().any(named) {
        return Err(SettingsError(format!(
            "{} holds a secret but others may read it: run chmod 600 {}.",
            path.display(),
            path.display()
        )));
    }
    Ok(())
}

fn without_password(url: &str) -> String {
    match (url.find("://"), url.rfind('@')) {
        (Some(scheme), Some(at)) if at > scheme => {
            let user = url[scheme + 3..at].split(':').next().unwrap_or_default();
            format!("{}://{user}:***{}", &url[..scheme], &url[at..])
        }
        _ => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_file_is_complete_and_possible() {
        let settings = Settings::load(None).unwrap();
        assert_eq!(settings.database_url(), "./data/buurtbod.sqlite");
        assert_eq!(settings.public_url(), "http://127.0.0.1:8080");
    }

    #[test]
    fn an_unknown_key_stops_the_start() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("own.toml");
        std::fs::write(&file, "[server]\nprot = 9\n").unwrap();
        let error = Settings::load(Some(&file)).unwrap_err().to_string();
        assert!(error.contains("prot"), "{error}");
    }

    #[test]
    fn an_impossible_value_is_named_with_its_remedy() {
        let mut settings = Settings::load(None).unwrap();
        settings.database.url = "mysql://x".into();
        assert_eq!(
            settings.check().unwrap_err().to_string(),
            "database.url must be empty, start with sqlite: or start with postgres://."
        );
    }

    #[test]
    fn a_secret_in_an_open_file_stops_the_start() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("own.toml");
        std::fs::write(&file, "[mail]\npassword = \"geheim\"\n").unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
        assert!(Settings::load(Some(&file)).unwrap_err().to_string().contains("chmod 600"));
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
        let settings = Settings::load(Some(&file)).unwrap();
        assert_eq!(format!("{:?}", settings.mail.password), "(set, not shown)");
    }

    #[test]
    fn a_password_in_an_address_is_masked() {
        assert_eq!(without_password("postgres://u:p@h/d"), "postgres://u:***@h/d");
    }
}
