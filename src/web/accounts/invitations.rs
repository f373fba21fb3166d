//! Accepting an invitation: with the account one has, or with a new one.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::members::role_label;
use super::problems::Problems;
use super::verification::{dead, good};
use super::{passwords, sessions};
use crate::actions::{self, Newcomer};
use crate::domain::accounts::credentials::{Password, PersonName};
use crate::domain::journal::sha256_hex;
use crate::rendering::layout::{FieldError, Page};
use crate::store;
use crate::store::StoreError;
use crate::store::accounts::Person;
use crate::store::tokens::{Purpose, Token};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::Me;
use crate::web::state::App;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct InvitationPage {
    page: Page,
    errors: Vec<FieldError>,
    organisation: String,
    role: String,
    role_does: String,
    email: String,
    action: String,
    way: Way,
    /// Page to sign in and come back.
    sign_in: String,
    name: String,
}

/// What the reader has to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Way {
    /// Signed in with the invited address: one button.
    pub accept: bool,
    /// Signed in with another address.
    pub other: bool,
    /// There is an account; sign in first.
    pub sign_in: bool,
    /// No account yet: name and password.
    pub new: bool,
}

/// An invitation, and what it asks of whoever opens it.
pub struct Facts {
    pub token: Token,
    /// Name of the one that invites.
    pub organisation: String,
    pub way: Way,
}

/// `purpose` is what the link is good for.
pub async fn facts(app: &App, me: &Me, (secret, purpose): (&str, Purpose)) -> Result<Facts, Error> {
    let token = good(app, me, secret, purpose).await?;
    let (email, id) = (token.email.clone(), token.organisation.ok_or(Error::Gone)?);
    let read = app.read::<_, StoreError, _>(move |conn| {
        let known = store::accounts::person_by_email(conn, &email)?.is_some();
        Ok((store::accounts::organisation(conn, id)?.name, known))
    });
    let (organisation, known) = read.await?;
    let way = match &me.person {
        Some(person) if person.email == token.email => Way { accept: true, ..Way::default() },
        Some(_) => Way { other: true, ..Way::default() },
        None if known => Way { sign_in: true, ..Way::default() },
        None => Way { new: true, ..Way::default() },
    };
    Ok(Facts { token, organisation, way })
}

/// `GET /invitations/{secret}`
pub async fn show(me: Me, secret: Path<String>, app: Data<App>) -> Answer {
    let facts = facts(&app, &me, (&secret, Purpose::Invite)).await?;
    let page = page(&app, &me, (&secret, &facts), &Typed::default());
    pages::html(&app, &me, "accounts/invitation.html", &page)
}

/// `POST /invitations/{secret}`
pub async fn accept(
    me: Me,
    secret: Path<String>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let facts = facts(&app, &me, (&secret, Purpose::Invite)).await?;
    if facts.way.new {
        return join(&app, &me, (&secret, &facts), &form.typed).await;
    }
    let Some(person) = me.person.clone().filter(|_| facts.way.accept) else {
        return Err(match facts.way.other {
            true => Error::Refused("refusal-invitation-other"),
            false => Error::SignIn { next: format!("/invitations/{secret}") },
        });
    };
    let (hash, now) = (sha256_hex(secret.as_bytes()), me.now);
    let joined = app.write(move |tx| actions::accept_invitation(tx, &person, &hash, now)).await;
    joined.map_err(dead)?;
    Ok(pages::see_other("/account?done=joined"))
}

async fn join(app: &App, me: &Me, (secret, facts): (&str, &Facts), typed: &Typed) -> Answer {
    let (name, password) = match read(app, me, typed, &facts.token.email) {
        Ok(read) => read,
        Err(errors) => {
            let mut page = page(app, me, (secret, facts), typed);
            (page.page.fault, page.errors) = (true, errors);
            return pages::faulty(app, me, "accounts/invitation.html", &page);
        }
    };
    let newcomer = Newcomer {
        name,
        password_hash: passwords::hash(app, password).await?,
        lang: me.lang.as_str().to_owned(),
    };
    let (hash, now) = (sha256_hex(secret.as_bytes()), me.now);
    let joined = app.write(move |tx| actions::join_by_invitation(tx, &newcomer, &hash, now));
    let person: Person = joined.await.map_err(dead)?;
    sessions::start(me, app, &person, "/account?done=joined").await
}

fn read(
    app: &App,
    me: &Me,
    typed: &Typed,
    email: &str,
) -> Result<(PersonName, Password), Vec<FieldError>> {
    let mut problems = Problems::new(app, me);
    let name = problems.take("name", PersonName::parse(typed.text("name")));
    let own = [typed.text("name"), email];
    let password = problems.take("password", Password::choose(typed.exact("password"), &own));
    name.zip(password).ok_or_else(|| problems.list())
}

fn page(app: &App, me: &Me, (secret, facts): (&str, &Facts), typed: &Typed) -> InvitationPage {
    let role = facts.token.role;
    let does = |r: crate::domain::accounts::Role| format!("role-does-{}", r.as_str());
    let name = match typed.has("name") {
        true => typed.text("name").to_owned(),
        false => facts.token.name.clone().unwrap_or_default(),
    };
    InvitationPage {
        page: pages::frame(app, me, "invitation-title"),
        errors: vec![],
        organisation: facts.organisation.clone(),
        role: role.map(|r| role_label(app, me, r)).unwrap_or_default(),
        role_does: role.map(|r| app.renderer.translate(me.lang, &does(r), &[])).unwrap_or_default(),
        email: facts.token.email.clone(),
        action: format!("/invitations/{secret}"),
        way: facts.way,
        sign_in: urls::sign_in(&format!("/invitations/{secret}")),
        name,
    }
}
