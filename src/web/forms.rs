//! Posted forms. A form is only read when it carries the token of the page it came from.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::web::{Bytes, Data};
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use subtle::ConstantTimeEq;
use tokio::time::timeout;

use super::errors::Error;
use super::frame::Token;
use super::state::App;
use crate::domain::words::is_hidden;

/// Two hundred long answers fit; more is no form of ours.
pub const LARGEST: usize = 2 * 1024 * 1024;

/// So long a form may be under way.
const PATIENCE: Duration = Duration::from_secs(120);

/// The fields of a form, twice: as the struct asked for, and all of them by name, so that the page
/// can come back with exactly what was typed.
pub struct Posted<T> {
    pub fields: T,
    pub typed: Typed,
    /// When the whole of it was here. A body can come long after its head, so a deadline is held
    /// against this moment and not against that of `Me`.
    pub at: Timestamp,
}

/// Every field as typed; a name that came more than once keeps all values.
#[derive(Clone, Debug, Default)]
pub struct Typed(BTreeMap<String, Vec<String>>);

impl Typed {
    /// The first value, trimmed; empty when the field is not there.
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).and_then(|v| v.first()).map(|v| v.trim()).unwrap_or_default()
    }

    /// The first value with the spaces around it, for passwords.
    pub fn exact(&self, name: &str) -> &str {
        self.0.get(name).and_then(|v| v.first()).map(String::as_str).unwrap_or_default()
    }

    /// A number that a page of ours wrote into the form; 0 when somebody took it out.
    pub fn number(&self, name: &str) -> i32 {
        self.text(name).parse().unwrap_or(0)
    }

    pub fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
}

/// For forms whose fields depend on data: only `typed` counts.
#[derive(serde::Deserialize)]
pub struct AnyFields {}

impl<T: DeserializeOwned + 'static> FromRequest for Posted<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let declared =
            req.headers().get("content-length").and_then(|v| v.to_str().ok()?.parse().ok());
        let token = req.extensions().get::<Token>().cloned().unwrap_or_default();
        let body = Bytes::from_request(req, payload);
        let app = req.app_data::<Data<App>>().cloned();
        Box::pin(async move {
            if declared.unwrap_or(0usize) > LARGEST {
                return Err(Error::TooLarge);
            }
            let body = timeout(PATIENCE, body).await.map_err(|_| Error::Unreadable)?;
            let body = body.map_err(|_| Error::TooLarge)?;
            read(&body, &token, app.ok_or(Error::Busy)?.clock.now())
        })
    }
}

fn read<T: DeserializeOwned>(
    body: &[u8],
    token: &Token,
    at: Timestamp,
) -> Result<Posted<T>, Error> {
    let pairs: Vec<(String, String)> =
        serde_urlencoded::from_bytes(body).map_err(|_| Error::Unreadable)?;
    let mut typed = Typed::default();
    for (name, value) in pairs {
        typed.0.entry(name).or_default().push(clean(value));
    }
    check_token(typed.text("csrf"), token)?;
    let fields = serde_urlencoded::from_bytes(body).map_err(|_| Error::Unreadable)?;
    Ok(Posted { fields, typed, at })
}

/// Compares in constant time.
pub fn check_token(given: &str, token: &Token) -> Result<(), Error> {
    if bool::from(given.as_bytes().ct_eq(token.csrf().as_bytes())) {
        Ok(())
    } else {
        Err(Error::Token)
    }
}

/// Browsers send CRLF, and people paste signs that nobody sees.
pub fn clean(text: String) -> String {
    if text.contains(is_hidden) {
        text.chars().filter(|sign| !is_hidden(*sign)).collect()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_keeps_lines_and_loses_what_hides() {
        assert_eq!(clean("a\r\nb\u{202E}c\0".into()), "a\nbc");
    }

    #[test]
    fn a_form_without_its_token_is_not_read() {
        let token = Token::named("x");
        let good = format!("csrf={}&a=1&a=2", token.csrf());
        let at = Timestamp::UNIX_EPOCH;
        let posted = read::<AnyFields>(good.as_bytes(), &token, at).ok().unwrap();
        assert_eq!(posted.typed.all("a"), ["1", "2"]);
        assert!(matches!(read::<AnyFields>(b"csrf=&a=1", &token, at), Err(Error::Token)));
    }
}
