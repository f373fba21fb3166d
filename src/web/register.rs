//! The trade register, asked about one number at a time. It is off unless the settings name an
//! address; its answer is a help to who fills in a profile and decides nothing.

use std::time::Duration;

use serde::Deserialize;
use thiserror::Error;

/// The whole question with its answer may take so long: somebody waits for the page.
const PATIENCE: Duration = Duration::from_secs(3);
/// More bytes are no answer to a question about one number.
const LARGEST: usize = 64 * 1024;

#[derive(Debug)]
pub struct Register {
    client: reqwest::Client,
    /// Without a slash at the end; the number comes after it.
    url: String,
    key: String,
}

/// What the register has under a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub name: String,
    pub place: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RegisterError {
    /// Not there, too slow, or not willing.
    #[error("the register does not answer")]
    Silent,
    /// It answered something else than we asked.
    #[error("the answer of the register cannot be read")]
    Unreadable,
}

/// Why the settings of the register cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AddressError {
    #[error("it is no address")]
    Unreadable,
    #[error("it must begin with https, unless it is on this machine")]
    Open,
    #[error("no client can be made for it")]
    NoClient,
}

/// The parts of an answer that are used, named as the register of the Chamber of Commerce does.
#[derive(Deserialize)]
struct Answered {
    #[serde(rename = "kvkNummer")]
    number: String,
    #[serde(rename = "naam")]
    name: String,
    #[serde(rename = "_embedded", default)]
    embedded: Embedded,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Embedded {
    #[serde(rename = "hoofdvestiging")]
    branch: Branch,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Branch {
    #[serde(rename = "adressen")]
    addresses: Vec<Address>,
}

#[derive(Deserialize)]
struct Address {
    #[serde(rename = "plaats", default)]
    place: Option<String>,
}

impl Register {
    /// Only https, or this machine: the key must not travel in the open. Never follows elsewhere.
    pub fn new(url: &str, key: &str) -> Result<Register, AddressError> {
        let address = reqwest::Url::parse(url).map_err(|_| AddressError::Unreadable)?;
        let here = matches!(address.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if address.scheme() != "https" && !(address.scheme() == "http" && here) {
            return Err(AddressError::Open);
        }
        // Somebody else in this process may have chosen it already: any choice is good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .timeout(PATIENCE)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()
            .map_err(|_| AddressError::NoClient)?;
        let url = url.trim_end_matches('/').to_owned();
        Ok(Register { client, url, key: key.to_owned() })
    }

    /// `number` is eight digits. None: the register does not know it.
    pub async fn look_up(&self, number: &str) -> Result<Option<Found>, RegisterError> {
        let request = self.client.get(format!("{}/{number}", self.url)).header("apikey", &self.key);
        let mut answer = request.send().await.map_err(|_| RegisterError::Silent)?;
        if answer.status() == reqwest::StatusCode::NOT_FOUND {
            return Ok(None);
        }
        if answer.status() != reqwest::StatusCode::OK {
            return Err(RegisterError::Silent);
        }
        let mut body = vec![];
        while let Some(piece) = answer.chunk().await.map_err(|_| RegisterError::Silent)? {
            body.extend_from_slice(&piece);
            if body.len() > LARGEST {
                return Err(RegisterError::Unreadable);
            }
        }
        read(&body, number).map(Some)
    }
}

/// Another number than the one we asked about is no answer either.
fn read(body: &[u8], number: &str) -> Result<Found, RegisterError> {
    let answered: Answered = serde_json::from_slice(body).map_err(|_| RegisterError::Unreadable)?;
    let clean = |text: String| {
        let line = crate::domain::accounts::credentials::one_line(&super::forms::clean(text));
        line.chars().take(120).collect::<String>()
    };
    let name = clean(answered.name);
    if answered.number != number || name.is_empty() {
        return Err(RegisterError::Unreadable);
    }
    let place = answered.embedded.branch.addresses.into_iter().find_map(|a| a.place);
    Ok(Found { name, place: place.map(clean) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpListener;

    /// A register that answers everybody with these bytes; none: it never answers.
    fn answering(bytes: Option<Vec<u8>>) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/profiles", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            let mut waiting = vec![];
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut asked = [0; 2048];
                let _ = stream.read(&mut asked);
                match &bytes {
                    Some(bytes) => drop(stream.write_all(bytes)),
                    None => waiting.push(stream),
                }
            }
        });
        address
    }

    fn ask(bytes: Option<Vec<u8>>) -> Result<Option<Found>, RegisterError> {
        let register = Register::new(&answering(bytes), "secret").unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(register.look_up("99001012"))
    }

    fn said(status: &str, body: &str) -> Option<Vec<u8>> {
        let length = body.len();
        let head =
            format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n");
        Some(format!("{head}\r\n{body}").into_bytes())
    }

    #[test]
    fn a_number_is_known_or_it_is_not() {
        let known = r#"{"kvkNummer":"99001012","naam":"De\u202e Nabuur U.A.","_embedded":{"hoofdvestiging":{"adressen":[{"plaats":"Elsbroek"}]}},"more":1}"#;
        let found = Found { name: "De Nabuur U.A.".into(), place: Some("Elsbroek".into()) };
        assert_eq!(ask(said("200 OK", known)), Ok(Some(found)));
        assert_eq!(ask(said("404 Not Found", "{}")), Ok(None));
    }

    #[test]
    fn what_is_no_answer_is_an_error_and_never_a_wait() {
        let silent = Err(RegisterError::Silent);
        let unreadable = Err(RegisterError::Unreadable);
        assert_eq!(ask(said("500 Broken", "")), silent);
        assert_eq!(ask(said("302 Found\r\nlocation: http://127.0.0.1:1/x", "")), silent);
        assert_eq!(ask(said("200 OK", "<html>")), unreadable);
        let other = r#"{"kvkNummer":"12345678","naam":"Een ander"}"#;
        assert_eq!(ask(said("200 OK", other)), unreadable);
        assert_eq!(ask(said("200 OK", &" ".repeat(LARGEST + 1))), unreadable);
        assert_eq!(ask(None), silent, "it never answers");
        let gone = Register::new("http://127.0.0.1:9/x", "").unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        assert_eq!(runtime.block_on(gone.look_up("99001012")), silent);
    }

    #[test]
    fn the_key_never_travels_in_the_open() {
        for open in ["http://register.example/x", "ftp://localhost/x", "file:///etc/passwd"] {
            assert_eq!(Register::new(open, "k").err(), Some(AddressError::Open), "{open}");
        }
        assert_eq!(Register::new("register", "k").err(), Some(AddressError::Unreadable));
        assert!(Register::new("http://localhost:8080/x", "k").is_ok());
    }
}
