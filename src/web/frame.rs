//! Around every request: the browser's token, the same-site check, the security headers, and the
//! page of an error.

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue, RETRY_AFTER};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{HttpMessage, HttpResponse, ResponseError};

use super::errors::{Error, Fault};
use super::pages;
use super::state::{App, Limits};
use crate::domain::journal::sha256_hex;

const COOKIE: &str = "buurtbod";
const SECURE_COOKIE: &str = "__Host-buurtbod";

/// The random value in the browser's cookie. Signing in replaces it; the session is kept under
/// its hash, and the form token follows from it.
#[derive(Clone, Debug, Default)]
pub struct Token {
    pub value: String,
    /// Made for this request: no session can belong to it.
    pub fresh: bool,
}

impl Token {
    pub fn new() -> Token {
        let random: [u8; 32] = rand::random();
        Token { value: random.iter().map(|b| format!("{b:02x}")).collect(), fresh: true }
    }

    #[cfg(test)]
    pub fn named(value: &str) -> Token {
        Token { value: value.to_owned(), fresh: false }
    }

    pub fn csrf(&self) -> String {
        let mut hash = sha256_hex(format!("form:{}", self.value).as_bytes());
        hash.truncate(32);
        hash
    }

    /// The cookie that carries it; on https only over https and only for this host.
    pub fn cookie(&self, limits: &Limits) -> Cookie<'static> {
        Cookie::build(cookie_name(limits), self.value.clone())
            .path("/")
            .http_only(true)
            .secure(limits.https)
            .same_site(SameSite::Lax)
            .finish()
    }

    fn of(req: &ServiceRequest, limits: &Limits) -> Token {
        let cookie = req.cookie(cookie_name(limits));
        match cookie {
            Some(c)
                if c.value().len() == 64 && c.value().bytes().all(|b| b.is_ascii_hexdigit()) =>
            {
                Token { value: c.value().to_owned(), fresh: false }
            }
            _ => Token::new(),
        }
    }
}

fn cookie_name(limits: &Limits) -> &'static str {
    if limits.https { SECURE_COOKIE } else { COOKIE }
}

type Framed<B> = ServiceResponse<EitherBody<B, BoxBody>>;

pub async fn around<B: MessageBody + 'static>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<Framed<B>, actix_web::Error> {
    let Some(app) = req.app_data::<Data<App>>().cloned() else {
        return Ok(next.call(req).await?.map_into_left_body());
    };
    let limits = &app.limits;
    let token = Token::of(&req, limits);
    req.extensions_mut().insert(token.clone());
    let mut answer = if same_site(&req) {
        next.call(req).await?.map_into_left_body()
    } else {
        let refused = Error::Token.error_response();
        req.into_response(refused).map_into_right_body()
    };
    let fault = answer.response().extensions().get::<Fault>().cloned();
    if let Some(fault) = fault {
        answer = fault_page(answer, &app, &fault).await;
    }
    if token.fresh && sets_no_cookie(&answer) {
        // A cookie that cannot be written is no reason to withhold the page.
        let _ = answer.response_mut().add_cookie(&token.cookie(limits));
    }
    secure(&mut answer, limits);
    Ok(answer)
}

async fn fault_page<B: MessageBody + 'static>(
    answer: Framed<B>,
    app: &Data<App>,
    fault: &Fault,
) -> Framed<B> {
    let (req, _) = answer.into_parts();
    let page = pages::fault(&req, app, fault).await;
    let response = match page {
        Ok(html) => {
            let mut answer = HttpResponse::build(fault.status);
            if let Some(minutes) = fault.minutes {
                answer.insert_header((RETRY_AFTER, minutes * 60));
            }
            answer.content_type("text/html; charset=utf-8").body(html)
        }
        Err(error) => {
            tracing::error!(%error, "the page of an error could not be written");
            HttpResponse::build(fault.status).body(fault.status.to_string())
        }
    };
    ServiceResponse::new(req, response).map_into_right_body()
}

fn sets_no_cookie<B>(answer: &ServiceResponse<B>) -> bool {
    answer.response().cookies().all(|c| c.name() != COOKIE && c.name() != SECURE_COOKIE)
        && !answer.request().path().starts_with("/assets/")
        && answer.request().path() != "/health"
}

/// Unsafe requests must come from our own pages. Browsers say so in `Sec-Fetch-Site`, older ones
/// in `Origin`; programs send neither and still need the token in the form.
fn same_site(req: &ServiceRequest) -> bool {
    if req.method().is_safe() {
        return true;
    }
    let header = |name: &str| req.headers().get(name).and_then(|v| v.to_str().ok());
    match (header("sec-fetch-site"), header("origin")) {
        (Some(site), _) => site == "same-origin" || site == "none",
        (None, Some(origin)) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            host.is_some() && host == header("host")
        }
        (None, None) => true,
    }
}

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types app";

fn secure<B>(answer: &mut ServiceResponse<B>, limits: &Limits) {
    let headers = answer.headers_mut();
    let mut set = |name: &'static str, value: &'static str| {
        let name = HeaderName::from_static(name);
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    set("content-security-policy", POLICY);
    set("x-content-type-options", "nosniff");
    set("referrer-policy", "same-origin");
    set("x-frame-options", "DENY");
    set("permissions-policy", "camera=(), microphone=(), geolocation=()");
    set("cross-origin-opener-policy", "same-origin");
    if limits.https {
        set("strict-transport-security", "max-age=31536000; includeSubDomains");
    }
    let page = headers.get(CONTENT_TYPE).is_some_and(|t| t.as_bytes().starts_with(b"text/html"));
    if page && !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}
