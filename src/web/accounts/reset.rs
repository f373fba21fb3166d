//! A new password for whoever forgot theirs.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::problems::Problems;
use super::verification::{dead, good};
use super::{gate, passwords};
use crate::actions;
use crate::domain::accounts::credentials::{Email, Password};
use crate::domain::accounts::throttle::Gate;
use crate::domain::journal::sha256_hex;
use crate::rendering::layout::{FieldError, Page};
use crate::store::tokens::{Purpose, Token};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::Me;
use crate::web::pages;
use crate::web::state::App;

#[derive(Serialize)]
struct AskPage {
    page: Page,
    errors: Vec<FieldError>,
    email: String,
}

#[derive(Serialize)]
struct ChoosePage {
    page: Page,
    errors: Vec<FieldError>,
    action: String,
    email: String,
}

/// `GET /password-reset`
pub async fn show(me: Me, app: Data<App>) -> Answer {
    let page = pages::frame(&app, &me, "reset-title");
    let email = me.person.as_ref().map(|p| p.email.clone()).unwrap_or_default();
    pages::html(&app, &me, "accounts/reset.html", &AskPage { page, errors: vec![], email })
}

/// `POST /password-reset`: the same answer for every address.
pub async fn ask(me: Me, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let mut problems = Problems::new(&app, &me);
    let Some(email) = problems.take("email", Email::parse(form.typed.text("email"))) else {
        let mut page = pages::frame(&app, &me, "reset-title");
        page.fault = true;
        let email = form.typed.text("email").to_owned();
        let page = AskPage { page, errors: problems.list(), email };
        return pages::faulty(&app, &me, "accounts/reset.html", &page);
    };
    gate::pass(&app, &me, Gate::Reset, email.as_str()).await?;
    let (secret, now) = (actions::new_secret(), me.now);
    app.write::<_, Error, _>(move |tx| Ok(actions::ask_reset(tx, email.as_str(), secret, now)?))
        .await?;
    Ok(pages::see_other("/mail-sent?about=reset"))
}

/// `GET /password-reset/{secret}`
pub async fn choose_page(me: Me, secret: Path<String>, app: Data<App>) -> Answer {
    let token = good(&app, &me, &secret, Purpose::Reset).await?;
    let page = page(&app, &me, &secret, &token);
    pages::html(&app, &me, "accounts/new_password.html", &page)
}

/// `POST /password-reset/{secret}`: afterwards one signs in with the new password, everywhere.
pub async fn choose(
    me: Me,
    secret: Path<String>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let token = good(&app, &me, &secret, Purpose::Reset).await?;
    let mut problems = Problems::new(&app, &me);
    let chosen = Password::choose(form.typed.exact("password"), &[&token.email]);
    let Some(password) = problems.take("password", chosen) else {
        let mut page = page(&app, &me, &secret, &token);
        (page.page.fault, page.errors) = (true, problems.list());
        return pages::faulty(&app, &me, "accounts/new_password.html", &page);
    };
    let new = passwords::hash(&app, password).await?;
    let visit = gate::pass(&app, &me, Gate::Reset, &token.email).await?;
    let (hash, now) = (sha256_hex(secret.as_bytes()), me.now);
    app.write(move |tx| actions::reset_password(tx, &hash, &new, now)).await.map_err(dead)?;
    gate::succeeded(&app, actions::Visit { gate: Gate::SignIn, ..visit }).await?;
    Ok(pages::see_other("/sign-in?done=password"))
}

fn page(app: &App, me: &Me, secret: &str, token: &Token) -> ChoosePage {
    ChoosePage {
        page: pages::frame(app, me, "new-password-title"),
        errors: vec![],
        action: format!("/password-reset/{secret}"),
        email: token.email.clone(),
    }
}
