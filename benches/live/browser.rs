//! As much of a browser as a live page needs: one stream, one page part, one form.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use crate::Done;
use crate::prepare::{copy_of, example, hex, person, token};

pub struct Crowd {
    pub servers: Vec<SocketAddr>,
    pub tables: usize,
    pub windows: usize,
}

impl Crowd {
    pub fn new(bases: &str, tables: usize, windows: usize) -> Done<Crowd> {
        let servers = bases.split(',').map(str::parse).collect::<Result<Vec<_>, _>>()?;
        Ok(Crowd { servers, tables, windows })
    }

    pub fn all(&self) -> impl Iterator<Item = Window> + '_ {
        (0..self.tables).flat_map(move |table| {
            (0..self.windows).map(move |window| {
                let server = self.servers[(table + window) % self.servers.len()];
                Window { server, table, window }
            })
        })
    }
}

/// One browser window in front of one table.
#[derive(Clone, Copy)]
pub struct Window {
    pub server: SocketAddr,
    pub table: usize,
    pub window: usize,
}

/// An open stream.
pub struct Stream {
    reader: BufReader<TcpStream>,
    /// What the server said about coming back.
    pub retry: Duration,
}

impl Window {
    fn path(&self, part: &str) -> String {
        format!("/tables/{}{part}", copy_of(self.table, &example()))
    }

    fn token(&self) -> String {
        token(self.table, self.window)
    }

    async fn send(&self, head: &str, body: &str) -> Done<BufReader<TcpStream>> {
        let mut line = TcpStream::connect(self.server).await?;
        line.set_nodelay(true)?;
        let request = format!(
            "{head} HTTP/1.1\r\nHost: {}\r\nCookie: buurtbod={}\r\n{body}",
            self.server,
            self.token()
        );
        line.write_all(request.as_bytes()).await?;
        Ok(BufReader::with_capacity(2048, line))
    }

    pub async fn listen(&self) -> Done<Stream> {
        let head = format!("GET {}", self.path("/events"));
        let mut reader = self.send(&head, "Accept: text/event-stream\r\n\r\n").await?;
        match status(&mut reader).await? {
            200 => Ok(Stream { reader, retry: Duration::from_secs(2) }),
            other => Err(format!("the stream answers {other}").into()),
        }
    }

    /// Asks for the part of the page that changes; true when all of it came.
    pub async fn board(&self) -> Done<()> {
        let head = format!("GET {}", self.path("/board"));
        let mut reader = self.send(&head, "Connection: close\r\n\r\n").await?;
        let status = status(&mut reader).await?;
        let mut body = vec![];
        reader.read_to_end(&mut body).await?;
        // The last part of the page, as the last chunk.
        let whole = body.ends_with(b"0\r\n\r\n") || body.windows(8).any(|w| w == b"id=\"lots");
        match (status, whole) {
            (200, true) => Ok(()),
            _ => Err(format!("the page answers {status} with {} bytes", body.len()).into()),
        }
    }

    /// Leaves the table, or sits down again; the status of the answer.
    pub async fn act(&self, act: Act) -> Done<u16> {
        let csrf = &hex(format!("form:{}", self.token()).as_bytes())[..32];
        let me = person(self.table, self.window);
        let (part, form) = match act {
            Act::Leave => (format!("/seats/{me}/departure"), format!("csrf={csrf}")),
            Act::Sit => ("/seat".to_owned(), format!("csrf={csrf}&still=same")),
        };
        let rest = format!(
            "Connection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\n{form}",
            form.len()
        );
        let mut reader = self.send(&format!("POST {}", self.path(&part)), &rest).await?;
        let status = status(&mut reader).await?;
        let mut rest = vec![];
        reader.read_to_end(&mut rest).await?;
        Ok(status)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Act {
    Leave,
    Sit,
}

impl Act {
    pub fn other(self) -> Act {
        match self {
            Act::Leave => Act::Sit,
            Act::Sit => Act::Leave,
        }
    }
}

async fn status(reader: &mut BufReader<TcpStream>) -> Done<u16> {
    let mut line = String::new();
    reader.read_line(&mut line).await?;
    let status = line.split(' ').nth(1).and_then(|s| s.parse().ok());
    let status = status.ok_or("no answer")?;
    while !line.trim().is_empty() {
        line.clear();
        if reader.read_line(&mut line).await? == 0 {
            break;
        }
    }
    Ok(status)
}

impl Stream {
    /// The version that the next word names; an error when the stream is over.
    pub async fn next(&mut self) -> Done<i32> {
        let mut line = String::new();
        loop {
            line.clear();
            if self.reader.read_line(&mut line).await? == 0 {
                return Err("the stream is over".into());
            }
            if let Some(retry) = line.strip_prefix("retry: ") {
                self.retry = Duration::from_millis(retry.trim().parse()?);
            }
            if let Some(version) = line.strip_prefix("data: ") {
                return Ok(version.trim().parse()?);
            }
        }
    }
}
