//! Who asks. `Me` is anybody, `SignedIn` somebody; both carry the time of the request, which is
//! the only time the layers below ever see.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::USER_AGENT;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web::Data};
use jiff::Timestamp;

use super::errors::Error;
use super::frame::Token;
use super::state::{App, TOUCH};
use crate::domain::accounts::{Actor, Role};
use crate::domain::ids::{OrganisationId, PersonId, SessionId};
use crate::domain::journal::sha256_hex;
use crate::domain::permission::{Act, Place, may};
use crate::rendering::Lang;
use crate::store;
use crate::store::accounts::{Person, Session};

/// Anybody: a visitor or somebody signed in.
#[derive(Clone, Debug)]
pub struct Me {
    pub now: Timestamp,
    pub lang: Lang,
    pub actor: Actor,
    pub person: Option<Person>,
    pub session: Option<SessionId>,
    /// Goes into every form and must come back with it.
    pub csrf: String,
    /// Path and query of this request.
    pub path: String,
    /// Address of the browser, as far as the configured proxies can be believed.
    pub address: String,
    pub agent: String,
}

impl Me {
    /// The one way for a handler to ask whether something is allowed.
    pub fn may(&self, act: Act, place: &Place) -> Result<(), Error> {
        Error::of(may(&self.actor, act, place), &self.path)
    }

    /// The same person at a later moment: that at which the whole request was here.
    pub fn at(self, now: Timestamp) -> Me {
        Me { now, ..self }
    }

    pub fn can(&self, act: Act, place: &Place) -> bool {
        self.may(act, place).is_ok()
    }

    pub fn name(&self) -> &str {
        self.person.as_ref().map(|p| p.name.as_str()).unwrap_or_default()
    }

    pub fn has(&self, role: Role, organisation: OrganisationId) -> bool {
        self.actor.has(role, organisation)
    }
}

/// Somebody who signed in; others are sent to the sign-in page and come back afterwards.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub me: Me,
    pub id: PersonId,
}

impl SignedIn {
    /// The same person at the moment at which the whole request was here.
    pub fn at(self, now: Timestamp) -> SignedIn {
        SignedIn { me: self.me.at(now), ..self }
    }
}

impl std::ops::Deref for SignedIn {
    type Target = Me;

    fn deref(&self) -> &Me {
        &self.me
    }
}

/// Somebody who signed in, and whose page asks by itself. That is no use of the session: a screen that
/// was left open must not keep it for ever.
#[derive(Clone, Debug)]
pub struct Unattended(pub SignedIn);

/// Whether a request shows that somebody is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hand {
    Person,
    Page,
}

type Found<T> = Pin<Box<dyn Future<Output = Result<T, Error>>>>;

impl FromRequest for Me {
    type Error = Error;
    type Future = Found<Me>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Found<Me> {
        let req = req.clone();
        Box::pin(async move { find(&req, Hand::Person).await })
    }
}

impl FromRequest for SignedIn {
    type Error = Error;
    type Future = Found<SignedIn>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Found<SignedIn> {
        let req = req.clone();
        Box::pin(async move { signed_in_by(&req, Hand::Person).await })
    }
}

impl FromRequest for Unattended {
    type Error = Error;
    type Future = Found<Unattended>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Found<Unattended> {
        let req = req.clone();
        Box::pin(async move { signed_in_by(&req, Hand::Page).await.map(Unattended) })
    }
}

async fn signed_in_by(req: &HttpRequest, hand: Hand) -> Result<SignedIn, Error> {
    let me = find(req, hand).await?;
    match me.actor.person {
        Some(id) => Ok(SignedIn { me, id }),
        // After signing in one lands on a page; a form cannot be sent again by us.
        None if req.method().is_safe() => Err(Error::SignIn { next: me.path }),
        None => Err(Error::SignIn { next: String::new() }),
    }
}

async fn find(req: &HttpRequest, hand: Hand) -> Result<Me, Error> {
    let app = req.app_data::<Data<App>>().ok_or(Error::Busy)?.clone();
    let token = token_of(req);
    let now = app.clock.now();
    let mut me = stranger(req, &app, &token, now);
    if token.fresh {
        return Ok(me);
    }
    let hash = sha256_hex(token.value.as_bytes());
    let found = app.read(move |conn| signed_in(conn, &hash)).await?;
    let Some((session, person, actor)) = found else { return Ok(me) };
    if app.limits.is_over(session.created_at, session.seen_at, now) {
        return Ok(me);
    }
    if hand == Hand::Person && now.duration_since(session.seen_at) > TOUCH {
        let id = session.id;
        app.write(move |tx| store::accounts::touch_session(tx, id, now)).await?;
    }
    me.lang = person.lang.parse().unwrap_or_default();
    me.actor = actor;
    me.person = Some(person);
    me.session = Some(session.id);
    Ok(me)
}

fn signed_in(
    conn: &mut store::Conn,
    hash: &str,
) -> Result<Option<(Session, Person, Actor)>, store::StoreError> {
    let Some(session) = store::accounts::session_by_hash(conn, hash)? else { return Ok(None) };
    let person = store::accounts::person_by_id(conn, session.person)?;
    let actor = store::accounts::actor(conn, session.person)?;
    Ok(Some((session, person, actor)))
}

fn token_of(req: &HttpRequest) -> Token {
    req.extensions().get::<Token>().cloned().unwrap_or_default()
}

/// Whoever it is, without asking the database.
pub fn unknown(req: &HttpRequest, app: &App) -> Me {
    stranger(req, app, &token_of(req), app.clock.now())
}

fn stranger(req: &HttpRequest, app: &App, token: &Token, now: Timestamp) -> Me {
    let header =
        |name| req.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    Me {
        now,
        lang: super::language::of_request(req),
        actor: Actor::default(),
        person: None,
        session: None,
        csrf: token.csrf(),
        path: req.uri().path_and_query().map(ToString::to_string).unwrap_or_default(),
        address: address(req, app.limits.trusted_proxies),
        agent: header(USER_AGENT).chars().take(200).collect(),
    }
}

/// Each trusted proxy added one address at the end of the header.
fn address(req: &HttpRequest, proxies: u8) -> String {
    let peer = req.peer_addr().map(|a| a.ip().to_string()).unwrap_or_default();
    if proxies == 0 {
        return peer;
    }
    let header = req.headers().get("x-forwarded-for").and_then(|v| v.to_str().ok());
    let hops: Vec<&str> = header.unwrap_or_default().split(',').map(str::trim).collect();
    match hops.len().checked_sub(usize::from(proxies)) {
        Some(i) if !hops[i].is_empty() => hops[i].to_owned(),
        _ => peer,
    }
}
