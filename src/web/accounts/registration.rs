//! An account for whoever wants one. The answer never tells whether an address is known.

use actix_web::web::Data;
use serde::Serialize;

use super::problems::Problems;
use super::{gate, passwords};
use crate::actions::{self, Registration};
use crate::domain::accounts::credentials::{Email, Password, PersonName};
use crate::domain::accounts::throttle::Gate;
use crate::rendering::layout::{FieldError, Page};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::Me;
use crate::web::pages;
use crate::web::state::App;

#[derive(Serialize)]
struct RegisterPage {
    page: Page,
    errors: Vec<FieldError>,
    name: String,
    email: String,
}

/// `GET /register`
pub async fn show(me: Me, app: Data<App>) -> Answer {
    if me.person.is_some() {
        return Ok(pages::see_other("/account"));
    }
    pages::html(&app, &me, "accounts/register.html", &page(&app, &me, &Typed::default()))
}

/// `POST /register`: the password is hashed before it is known whether the address is, so that
/// both cost the same time.
pub async fn register(me: Me, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let (name, email, password) = match read(&app, &me, &form.typed) {
        Ok(read) => read,
        Err(errors) => return come_back(&app, &me, &form.typed, errors),
    };
    gate::pass(&app, &me, Gate::Register, email.as_str()).await?;
    let registration = Registration {
        email,
        name,
        password_hash: passwords::hash(&app, password).await?,
        lang: me.lang.as_str().to_owned(),
        secret: actions::new_secret(),
    };
    let now = me.now;
    app.write::<_, Error, _>(move |tx| Ok(actions::register(tx, &registration, now)?)).await?;
    Ok(pages::see_other("/mail-sent"))
}

type Read = (PersonName, Email, Password);

fn read(app: &App, me: &Me, typed: &Typed) -> Result<Read, Vec<FieldError>> {
    let mut problems = Problems::new(app, me);
    let name = problems.take("name", PersonName::parse(typed.text("name")));
    let email = problems.take("email", Email::parse(typed.text("email")));
    let own = [typed.text("name"), typed.text("email")];
    let password = problems.take("password", Password::choose(typed.exact("password"), &own));
    match (name, email, password) {
        (Some(name), Some(email), Some(password)) => Ok((name, email, password)),
        _ => Err(problems.list()),
    }
}

fn page(app: &App, me: &Me, typed: &Typed) -> RegisterPage {
    RegisterPage {
        page: pages::frame(app, me, "register-title"),
        errors: vec![],
        name: typed.text("name").to_owned(),
        email: typed.text("email").to_owned(),
    }
}

fn come_back(app: &App, me: &Me, typed: &Typed, errors: Vec<FieldError>) -> Answer {
    let mut page = page(app, me, typed);
    (page.page.fault, page.errors) = (true, errors);
    pages::faulty(app, me, "accounts/register.html", &page)
}
