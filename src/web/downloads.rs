//! A file on its way out: always to be saved, never to be shown as a page of ours.

use std::io::Read;

use actix_web::HttpResponse;
use actix_web::body::SizedStream;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_SECURITY_POLICY,
};
use actix_web::web::Bytes;

use super::errors::{Answer, Error};
use super::state::App;
use super::uploads::blocking;
use crate::documents::files::Content;
use crate::domain::bids::Attachment;
use crate::domain::bids::attachments::Check;
use crate::domain::refusal::Refusal;

/// What the browser is told about a file.
pub struct Download {
    pub name: String,
    pub media_type: String,
    /// Under which it is kept.
    pub hash: String,
    /// Bytes.
    pub size: i64,
}

impl Download {
    pub fn of(file: Attachment) -> Download {
        let media_type = file.kind.media_type().to_owned();
        Download { name: file.name, media_type, hash: file.hash, size: file.size }
    }
}

/// Read and sent in pieces of so many bytes.
const PIECE: u64 = 64 * 1024;

/// Sends a content, if what the virus scanner said of it allows that.
pub async fn send(app: &App, file: Download, check: Check) -> Answer {
    check.gives_out().map_err(|why| Error::Refused(why.key()))?;
    let (files, hash) = (app.files.clone(), file.hash.clone());
    let content = blocking(move || files.open(&hash)).await??;
    let size = u64::try_from(file.size).unwrap_or_default();
    let pieces = futures_util::stream::try_unfold(content, |content| async move {
        let piece = blocking(move || piece(content)).await??;
        Ok::<_, Error>(piece)
    });
    Ok(head(&file.name, &file.media_type).body(SizedStream::new(size, pieces)))
}

/// Sends a text that we made, as a file.
pub fn text(name: &str, media_type: &str, body: String) -> HttpResponse {
    head(name, media_type).body(body)
}

/// Sends bytes that we made, as a file.
pub fn bytes(name: &str, media_type: &str, body: Vec<u8>) -> HttpResponse {
    head(name, media_type).body(body)
}

fn head(name: &str, media_type: &str) -> actix_web::HttpResponseBuilder {
    let mut answer = HttpResponse::Ok();
    answer
        .content_type(media_type)
        .insert_header((CONTENT_DISPOSITION, disposition(name)))
        .insert_header((CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .insert_header(("cross-origin-resource-policy", "same-origin"))
        // Compression in between would hide the length.
        .insert_header((CONTENT_ENCODING, "identity"));
    answer
}

fn piece(mut content: Content) -> std::io::Result<Option<(Bytes, Content)>> {
    let mut bytes = Vec::new();
    (&mut content).take(PIECE).read_to_end(&mut bytes)?;
    Ok((!bytes.is_empty()).then(|| (bytes.into(), content)))
}

/// A plain name for old programs and the whole name for all others (RFC 6266).
fn disposition(name: &str) -> String {
    let safe = |c: char| c.is_ascii_alphanumeric() || "-_. ".contains(c);
    let plain: String = name.chars().map(|c| if safe(c) { c } else { '_' }).collect();
    let whole: String = name
        .bytes()
        .map(|b| match b {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(b).into(),
            _ => format!("%{b:02X}"),
        })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_cannot_leave_its_header() {
        assert_eq!(
            disposition("één \"x\".pdf"),
            "attachment; filename=\"__n _x_.pdf\"; filename*=UTF-8''%C3%A9%C3%A9n%20%22x%22.pdf"
        );
        assert!(!disposition("a\r\nSet-Cookie: x").contains(['\r', '\n']));
    }
}
