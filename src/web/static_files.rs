//! `/assets/…`: names hold a hash of the content, so they may be kept for ever.

use actix_web::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, ETAG, VARY};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::errors::{Answer, Error};
use super::state::App;

pub async fn asset(req: HttpRequest, path: Path<String>, app: Data<App>) -> Answer {
    let asset = app.renderer.assets().get(&path).ok_or(Error::Missing)?;
    let mut answer = HttpResponse::Ok();
    answer
        .content_type(asset.mime.as_str())
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((ETAG, asset.etag.as_str()))
        .insert_header((VARY, "accept-encoding"));
    let accepted = req.headers().get(ACCEPT_ENCODING).and_then(|v| v.to_str().ok());
    match asset.brotli() {
        Some(small) if accepted.is_some_and(|a| a.contains("br")) => {
            Ok(answer.insert_header((CONTENT_ENCODING, "br")).body(small.clone()))
        }
        _ => Ok(answer.insert_header((CONTENT_ENCODING, "identity")).body(asset.bytes.clone())),
    }
}
