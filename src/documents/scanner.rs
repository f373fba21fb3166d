//! Asks clamd whether a content holds a virus: one command and the content in pieces, one answer.
//! Every step has an end, and anything that is not an answer counts as none.

use std::fmt;
use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::{Duration, Instant};

/// Where clamd listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    Unix(PathBuf),
    /// Host and port.
    Tcp(String),
}

impl FromStr for Address {
    type Err = ();

    /// `unix:/run/clamav/clamd.ctl` or `tcp:host:port`.
    fn from_str(text: &str) -> Result<Address, ()> {
        match text.split_once(':') {
            Some(("unix", path)) if path.starts_with('/') => Ok(Address::Unix(path.into())),
            Some(("tcp", host)) if has_port(host) => Ok(Address::Tcp(host.to_owned())),
            _ => Err(()),
        }
    }
}

fn has_port(host: &str) -> bool {
    host.rsplit_once(':')
        .is_some_and(|(name, port)| !name.is_empty() && port.parse::<u16>().is_ok())
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Clean,
    /// What it is called.
    Infected(String),
}

#[derive(Clone, Debug)]
pub struct Scanner {
    pub address: Address,
    /// For the whole exchange.
    pub patience: Duration,
}

/// Sent in pieces of so many bytes.
const PIECE: usize = 64 * 1024;
/// An answer is one short line.
const LONGEST_ANSWER: u64 = 1024;

impl Scanner {
    /// What clamd says of this content. An error: it said nothing, or nothing that we know.
    pub fn scan(&self, content: &mut impl Read) -> io::Result<Verdict> {
        let until = Instant::now() + self.patience;
        let mut line = self.call(until)?;
        // One that refuses a content answers before it has all of it, and hangs up.
        let sent = send(&mut line, content, until);
        let mut answer = Vec::new();
        let heard = listen(&mut line, &mut answer, until);
        match verdict(&answer) {
            Some(verdict) => Ok(verdict),
            None => Err(sent.and(heard).err().unwrap_or_else(|| {
                io::Error::new(io::ErrorKind::InvalidData, "no answer of a virus scanner")
            })),
        }
    }

    fn call(&self, until: Instant) -> io::Result<Line> {
        match &self.address {
            Address::Unix(path) => Ok(Line::Unix(UnixStream::connect(path)?)),
            Address::Tcp(host) => {
                let mut at = host.to_socket_addrs()?;
                let first = at.next().ok_or(io::ErrorKind::NotFound)?;
                Ok(Line::Tcp(TcpStream::connect_timeout(&first, rest(until)?)?))
            }
        }
    }
}

fn send(line: &mut Line, content: &mut impl Read, until: Instant) -> io::Result<()> {
    line.say(b"zINSTREAM\0", until)?;
    let mut piece = vec![0; PIECE];
    loop {
        let length = content.read(&mut piece)?;
        let size = u32::try_from(length).map_err(io::Error::other)?;
        line.say(&size.to_be_bytes(), until)?;
        if length == 0 {
            return Ok(());
        }
        line.say(&piece[..length], until)?;
    }
}

/// Up to the zero that ends an answer, or until they hang up.
fn listen(line: &mut Line, answer: &mut Vec<u8>, until: Instant) -> io::Result<()> {
    let mut piece = [0; 256];
    while !answer.contains(&0) && (answer.len() as u64) < LONGEST_ANSWER {
        line.wait(rest(until)?)?;
        match line.read(&mut piece)? {
            0 => break,
            length => answer.extend(&piece[..length]),
        }
    }
    Ok(())
}

fn verdict(answer: &[u8]) -> Option<Verdict> {
    let text = std::str::from_utf8(answer.strip_suffix(b"\0")?).ok()?;
    match text.strip_prefix("stream: ")? {
        "OK" => Some(Verdict::Clean),
        found => {
            let name = found.strip_suffix(" FOUND")?;
            let plain = !name.is_empty() && !name.contains(char::is_control);
            plain.then(|| Verdict::Infected(name.to_owned()))
        }
    }
}

/// What is left of our patience.
fn rest(until: Instant) -> io::Result<Duration> {
    match until.checked_duration_since(Instant::now()) {
        Some(rest) if !rest.is_zero() => Ok(rest),
        _ => Err(io::ErrorKind::TimedOut.into()),
    }
}

enum Line {
    Unix(UnixStream),
    Tcp(TcpStream),
}

impl Line {
    fn wait(&self, most: Duration) -> io::Result<()> {
        match self {
            Line::Unix(line) => line.set_read_timeout(Some(most)),
            Line::Tcp(line) => line.set_read_timeout(Some(most)),
        }
    }

    fn say(&mut self, bytes: &[u8], until: Instant) -> io::Result<()> {
        let most = Some(rest(until)?);
        match self {
            Line::Unix(line) => line.set_write_timeout(most).and_then(|()| line.write_all(bytes)),
            Line::Tcp(line) => line.set_write_timeout(most).and_then(|()| line.write_all(bytes)),
        }
    }

    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        match self {
            Line::Unix(line) => line.read(to),
            Line::Tcp(line) => line.read(to),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Address::Unix(path) => write!(f, "unix:{}", path.display()),
            Address::Tcp(host) => write!(f, "tcp:{host}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_path_or_a_host_with_a_port() {
        let read = |text: &str| text.parse::<Address>().map(|a| a.to_string()).ok();
        let path = "unix:/run/clamav/clamd.ctl";
        assert_eq!(read(path).as_deref(), Some(path));
        assert_eq!(read("tcp:scan.example:3310").as_deref(), Some("tcp:scan.example:3310"));
        for wrong in
            ["", "/run/clamd.ctl", "unix:run", "tcp:scan", "tcp::1", "tcp:a:99999", "x:y:1"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_an_answer_is_an_answer() {
        assert_eq!(verdict(b"stream: OK\0"), Some(Verdict::Clean));
        let found = verdict(b"stream: Eicar-Test-Signature FOUND\0");
        assert_eq!(found, Some(Verdict::Infected("Eicar-Test-Signature".into())));
        for none in [
            &b""[..],
            b"stream: OK",
            b"OK\0",
            b"stream: \0",
            b"INSTREAM size limit exceeded. ERROR\0",
            b"stream: OK\0stream: X FOUND\0",
            b"HTTP/1.1 400 Bad Request\r\n\r\n",
            b"\xFF\0",
        ] {
            assert_eq!(verdict(none), None, "{none:?}");
        }
    }
}
