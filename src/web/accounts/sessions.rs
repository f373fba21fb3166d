//! Signing in and out.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::{Deserialize, Serialize};

use super::problems::Problems;
use super::{Done, gate, passwords};
use crate::actions;
use crate::domain::accounts::throttle::Gate;
use crate::domain::ids::SessionId;
use crate::domain::journal::sha256_hex;
use crate::rendering::layout::{FieldError, Page};
use crate::store;
use crate::store::StoreError;
use crate::store::accounts::{Person, Session};
use crate::web::errors::Answer;
use crate::web::forms::{AnyFields, Posted};
use crate::web::frame::Token;
use crate::web::me::Me;
use crate::web::state::App;
use crate::web::{pages, urls};

#[derive(Deserialize)]
pub struct Next {
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
pub async fn sign_in_page(me: Me, query: Query<Next>, done: Query<Done>, app: Data<App>) -> Answer {
    if me.person.is_some() {
        return Ok(pages::see_other(urls::own(&query.next)));
    }
    let mut page = SignInPage {
        page: pages::frame(&app, &me, "sign-in-title"),
        email: String::new(),
        next: urls::own(&query.next).to_owned(),
        errors: vec![],
    };
    done.tell(&app, &mut page.page);
    pages::html(&app, &me, "accounts/sign_in.html", &page)
}

/// `POST /sign-in`: the same answer and the same work for a wrong password and an unknown address.
pub async fn sign_in(me: Me, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let (email, next) =
        (form.typed.text("email").to_lowercase(), form.typed.text("next").to_owned());
    let password = form.typed.exact("password").to_owned();
    if email.is_empty() || password.is_empty() {
        return come_back(&me, &app, (email, next), "sign-in-empty");
    }
    let visit = gate::pass(&app, &me, Gate::SignIn, &email).await?;
    let found = {
        let email = email.clone();
        app.read(move |conn| store::accounts::person_by_email(conn, &email)).await?
    };
    let stored = found.as_ref().and_then(|p| p.password_hash.clone());
    let right = passwords::fits(&app, stored, password).await?;
    match found.filter(|person| right && person.verified_at.is_some()) {
        Some(person) => {
            gate::succeeded(&app, visit).await?;
            start(&me, &app, &person, urls::own(&next)).await
        }
        None => come_back(&me, &app, (email, next), "sign-in-wrong"),
    }
}

fn come_back(me: &Me, app: &App, (email, next): (String, String), key: &str) -> Answer {
    let mut problems = Problems::new(app, me);
    problems.say("email", key);
    let mut page = SignInPage {
        page: pages::frame(app, me, "sign-in-title"),
        email: email.chars().take(254).collect(),
        next: urls::own(&next).to_owned(),
        errors: problems.list(),
    };
    page.page.fault = true;
    pages::faulty(app, me, "accounts/sign_in.html", &page)
}

/// Starts a session under a new token, so that a token known before sign-in is worth nothing, and
/// ends what this browser had. `next` is a place on this site.
pub async fn start(me: &Me, app: &App, person: &Person, next: &str) -> Answer {
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
    let before = me.actor.person.zip(me.session);
    let stale = app.limits.stale_sessions(me.now);
    app.write::<_, StoreError, _>(move |tx| {
        if let Some((person, old)) = before {
            store::accounts::end_session(tx, person, old)?;
        }
        store::accounts::drop_stale_sessions(tx, session.person, stale)?;
        store::accounts::add_session(tx, &session, &hash)
    })
    .await?;
    let cookie = token.cookie(&app.limits);
    Ok(HttpResponse::SeeOther().cookie(cookie).insert_header(("location", next)).finish())
}

/// `POST /sign-out`
pub async fn sign_out(me: Me, _form: Posted<AnyFields>, app: Data<App>) -> Answer {
    if let (Some(person), Some(session)) = (me.actor.person, me.session) {
        app.write(move |tx| actions::end_session(tx, person, session)).await?;
    }
    let cookie = Token::new().cookie(&app.limits);
    Ok(HttpResponse::SeeOther().cookie(cookie).insert_header(("location", "/")).finish())
}
