//! Confirming an address. Opening the link changes nothing, so that a scanner of mails cannot use
//! it up; the password that was chosen confirms, so that nobody can confirm another's choice.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::problems::Problems;
use super::{gate, passwords, sessions};
use crate::actions;
use crate::domain::accounts::throttle::Gate;
use crate::domain::journal::sha256_hex;
use crate::rendering::layout::{FieldError, Page};
use crate::store;
use crate::store::tokens::{Purpose, Token};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::Me;
use crate::web::pages;
use crate::web::state::App;

#[derive(Serialize)]
struct VerificationPage {
    page: Page,
    errors: Vec<FieldError>,
    action: String,
    email: String,
}

/// The token behind a secret, or that the link is dead.
pub async fn good(app: &App, me: &Me, secret: &str, purpose: Purpose) -> Result<Token, Error> {
    let (hash, now) = (sha256_hex(secret.as_bytes()), me.now);
    let found = app.read(move |conn| store::tokens::good(conn, (&hash, purpose), now)).await?;
    found.ok_or(Error::Gone)
}

/// `GET /verification/{secret}`
pub async fn show(me: Me, secret: Path<String>, app: Data<App>) -> Answer {
    let token = good(&app, &me, &secret, Purpose::Verify).await?;
    let page = page(&app, &me, (&secret, token.email));
    pages::html(&app, &me, "accounts/verification.html", &page)
}

/// `POST /verification/{secret}`: with the password of the registration one is in.
pub async fn verify(
    me: Me,
    secret: Path<String>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let token = good(&app, &me, &secret, Purpose::Verify).await?;
    let password = form.typed.exact("password").to_owned();
    if password.is_empty() {
        return come_back(&app, &me, (&secret, token.email), "error-required");
    }
    let visit = gate::pass(&app, &me, Gate::SignIn, &token.email).await?;
    if !passwords::fits(&app, token.password_hash, password).await? {
        return come_back(&app, &me, (&secret, token.email), "verification-wrong");
    }
    gate::succeeded(&app, visit).await?;
    let (hash, lang, now) = (sha256_hex(secret.as_bytes()), me.lang, me.now);
    let person = app.write(move |tx| actions::verify_email(tx, &hash, lang.as_str(), now)).await;
    let person = person.map_err(dead)?;
    sessions::start(&me, &app, &person, "/account?done=welcome").await
}

/// A link that died between the page and the button.
pub fn dead(failure: actions::Failure<actions::DeadLink>) -> Error {
    match failure {
        actions::Failure::Refused(_) => Error::Gone,
        actions::Failure::Store(error) => error.into(),
    }
}

fn page(app: &App, me: &Me, (secret, email): (&str, String)) -> VerificationPage {
    let action = format!("/verification/{secret}");
    let page = pages::frame(app, me, "verification-title");
    VerificationPage { page, errors: vec![], action, email }
}

fn come_back(app: &App, me: &Me, link: (&str, String), key: &str) -> Answer {
    let mut problems = Problems::new(app, me);
    problems.say("password", key);
    let mut page = page(app, me, link);
    (page.page.fault, page.errors) = (true, problems.list());
    pages::faulty(app, me, "accounts/verification.html", &page)
}
