//! Signing in and out.

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use argon2::PasswordVerifier;
use argon2::password_hash::phc::PasswordHash;
use serde::{Deserialize, Serialize};

use super::errors::{Answer, Error};
use super::forms::{AnyFields, Posted};
use super::frame::Token;
use super::me::Me;
use super::state::App;
use super::{pages, urls};
use crate::actions;
use crate::domain::ids::SessionId;
use crate::domain::journal::sha256_hex;
use crate::rendering::layout::{FieldError, Page};
use crate::store;
use crate::store::accounts::{Person, Session};

#[derive(Deserialize)]
pub struct Next {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
pub struct SignInForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
}

#[derive(Serialize)]
struct SignInPage {
    page: Page,
    email: String,
    next: String,
    errors: Vec<FieldError>,
}

/// `GET /sign-in`
pub async fn sign_in_page(me: Me, query: Query<Next>, app: Data<App>) -> Answer {
    if me.person.is_some() {
        return Ok(pages::see_other(urls::own(&query.next)));
    }
    let page = SignInPage {
        page: pages::frame(&app, &me, "sign-in-title"),
        email: String::new(),
        next: urls::own(&query.next).to_owned(),
        errors: vec![],
    };
    pages::html(&app, &me, "accounts/sign_in.html", &page)
}

/// `POST /sign-in`: the same answer and the same work for a wrong password and an unknown address.
pub async fn sign_in(me: Me, form: Posted<SignInForm>, app: Data<App>) -> Answer {
    let email = form.fields.email.trim().to_lowercase();
    let found = {
        let email = email.clone();
        app.read(move |conn| store::accounts::person_by_email(conn, &email)).await?
    };
    let right = check_password(&app, found.as_ref(), form.fields.password).await?;
    match found.filter(|person| right && person.verified_at.is_some()) {
        Some(person) => start(&me, &app, &person, urls::own(&form.fields.next)).await,
        None => wrong(&me, &app, &email, &form.fields.next),
    }
}

fn wrong(me: &Me, app: &App, email: &str, next: &str) -> Answer {
    let text = app.renderer.translate(me.lang, "sign-in-wrong", &[]);
    let mut page = pages::frame(app, me, "sign-in-title");
    page.fault = true;
    let page = SignInPage {
        page,
        email: email.to_owned(),
        next: next.to_owned(),
        errors: vec![FieldError { field: "email".into(), text }],
    };
    pages::faulty(app, me, "accounts/sign_in.html", &page)
}

/// Starts a session under a new token, so that a token known before sign-in is worth nothing.
async fn start(me: &Me, app: &App, person: &Person, next: &str) -> Answer {
    let token = Token::new();
    let session = Session {
        id: SessionId::new(store::new_id()),
        person: person.id,
        created_at: me.now,
        seen_at: me.now,
        agent: me.agent.clone(),
        address: me.address.clone(),
    };
    let hash = sha256_hex(token.value.as_bytes());
    app.write(move |tx| store::accounts::add_session(tx, &session, &hash)).await?;
    let cookie = token.cookie(&app.limits);
    Ok(HttpResponse::SeeOther().cookie(cookie).insert_header(("location", next)).finish())
}

/// Hash of a password nobody has: an unknown address costs the same time as a known one.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5$6AHkjbpJWbpQhIOZKhrpbPS3HnTQvYMWAEZ6yYWVyzw";

async fn check_password(
    app: &Data<App>,
    person: Option<&Person>,
    password: String,
) -> Result<bool, Error> {
    let stored = person.and_then(|p| p.password_hash.clone());
    let known = stored.is_some();
    let stored = stored.unwrap_or_else(|| NOBODY.to_owned());
    let _turn = app.hashing.acquire().await.map_err(|_| Error::Busy)?;
    let hasher = app.hasher();
    let fits = tokio::task::spawn_blocking(move || {
        PasswordHash::new(&stored)
            .is_ok_and(|hash| hasher.verify_password(password.as_bytes(), &hash).is_ok())
    });
    Ok(fits.await.map_err(|_| Error::Busy)? && known)
}

/// `POST /sign-out`
pub async fn sign_out(
    me: Me,
    _form: Posted<AnyFields>,
    _req: HttpRequest,
    app: Data<App>,
) -> Answer {
    if let (Some(person), Some(session)) = (me.actor.person, me.session) {
        app.write(move |tx| actions::end_session(tx, person, session)).await?;
    }
    let cookie = Token::new().cookie(&app.limits);
    Ok(HttpResponse::SeeOther().cookie(cookie).insert_header(("location", "/")).finish())
}
