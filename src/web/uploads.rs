//! A form with a file. Its token is checked before a byte of the file is kept, and a file that is
//! too large stops growing on disk while the rest of it is read and forgotten: a browser only
//! shows our answer after it has sent everything.

use std::collections::BTreeMap;
use std::future::Future;
use std::time::Duration;

use actix_multipart::{Field, Multipart};
use actix_web::HttpMessage;
use actix_web::HttpRequest;
use actix_web::web::Bytes;
use futures_util::StreamExt;
use tokio::time::timeout;

use super::errors::Error;
use super::forms::{check_token, clean};
use super::frame::Token;
use super::state::App;
use crate::documents::files::Incoming;
use crate::store;

/// Characters of a field that is no file, and number of fields.
const LONGEST_FIELD: usize = 4096;
const MOST_FIELDS: usize = 20;
/// So many times the limit is read before we hang up.
const PATIENCE: u64 = 5;

/// So long a browser may send nothing while it sends a form.
const SILENCE: Duration = Duration::from_secs(60);

pub struct Upload {
    fields: BTreeMap<String, String>,
    pub file: Sent,
}

pub enum Sent {
    /// No file was chosen.
    Nothing,
    /// So many bytes, which is more than we take.
    TooLarge(u64),
    File(SentFile),
}

pub struct SentFile {
    /// As the browser said it: trust nothing of it.
    pub name: String,
    pub content: Incoming,
}

impl Upload {
    pub fn text(&self, name: &str) -> &str {
        self.fields.get(name).map(|value| value.trim()).unwrap_or_default()
    }
}

/// Reads the whole form; the field `file` goes to disk.
pub async fn receive(app: &App, req: &HttpRequest, mut form: Multipart) -> Result<Upload, Error> {
    let token = req.extensions().get::<Token>().cloned().unwrap_or_default();
    let mut upload = Upload { fields: BTreeMap::new(), file: Sent::Nothing };
    let mut fields = 0;
    while let Some(field) = soon(form.next()).await? {
        let field = field.map_err(|_| Error::Unreadable)?;
        fields += 1;
        if fields > MOST_FIELDS {
            return Err(Error::Unreadable);
        }
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            check_token(upload.text("csrf"), &token)?;
            upload.file = take(app, field).await?;
        } else {
            upload.fields.insert(name, text(field).await?);
        }
    }
    check_token(upload.text("csrf"), &token)?;
    Ok(upload)
}

/// Most bytes of one piece of a file.
pub const LARGEST_PIECE: usize = 1024 * 1024;

/// A piece of a file, and where it belongs in it.
pub struct Piece {
    pub offset: u64,
    pub bytes: Vec<u8>,
}

/// Reads a piece; its token stands before it.
pub async fn receive_piece(req: &HttpRequest, mut form: Multipart) -> Result<Piece, Error> {
    let token = req.extensions().get::<Token>().cloned().unwrap_or_default();
    let (mut csrf, mut offset) = (String::new(), None);
    while let Some(field) = soon(form.next()).await? {
        let field = field.map_err(|_| Error::Unreadable)?;
        match field.name() {
            Some("csrf") => csrf = text(field).await?,
            Some("offset") => offset = text(field).await?.parse().ok(),
            Some("piece") => {
                check_token(&csrf, &token)?;
                let offset = offset.ok_or(Error::Unreadable)?;
                return Ok(Piece { offset, bytes: bytes(field, LARGEST_PIECE).await? });
            }
            _ => return Err(Error::Unreadable),
        }
    }
    check_token(&csrf, &token)?;
    Err(Error::Unreadable)
}

async fn text(field: Field) -> Result<String, Error> {
    let bytes = bytes(field, LONGEST_FIELD).await?;
    String::from_utf8(bytes).map(clean).map_err(|_| Error::Unreadable)
}

/// Stops reading where it becomes too much.
async fn bytes(mut field: Field, most: usize) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    while let Some(chunk) = soon(field.next()).await? {
        bytes.extend_from_slice(&chunk.map_err(|_| Error::Unreadable)?);
        if bytes.len() > most {
            return Err(Error::TooLarge);
        }
    }
    Ok(bytes)
}

async fn take(app: &App, mut field: Field) -> Result<Sent, Error> {
    let name = field.content_disposition().and_then(|d| d.get_filename()).unwrap_or_default();
    let name = name.to_owned();
    let limit = u64::from(app.limits.largest_file_mb) * 1024 * 1024;
    let mut content = Some(app.files.incoming(&store::new_id().to_string())?);
    let mut size = 0;
    while let Some(chunk) = soon(field.next()).await? {
        let chunk = chunk.map_err(|_| Error::Unreadable)?;
        size += chunk.len() as u64;
        if size > limit * PATIENCE {
            return Err(Error::TooLarge);
        }
        content = match content {
            Some(file) if size <= limit => Some(write(file, chunk).await?),
            _ => None,
        };
    }
    Ok(match content {
        None => Sent::TooLarge(size),
        Some(_) if size == 0 && name.is_empty() => Sent::Nothing,
        Some(content) => Sent::File(SentFile { name, content }),
    })
}

async fn write(mut file: Incoming, chunk: Bytes) -> Result<Incoming, Error> {
    Ok(blocking(move || file.write(&chunk).map(|()| file)).await??)
}

/// What comes next, unless nothing comes any more.
async fn soon<T>(next: impl Future<Output = T>) -> Result<T, Error> {
    timeout(SILENCE, next).await.map_err(|_| Error::Unreadable)
}

/// Work on files, away from the threads that answer requests.
pub async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Error> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Error::Busy)
}
