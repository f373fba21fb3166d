//! One's own account: name, language, password, and where one is signed in.

use actix_web::web::{Data, Path, Query};
use jiff::Timestamp;
use serde::Serialize;

use super::problems::Problems;
use super::{Done, devices, gate, passwords};
use crate::actions;
use crate::domain::accounts::credentials::{Password, PersonName};
use crate::domain::accounts::throttle::Gate;
use crate::domain::ids::SessionId;
use crate::domain::permission::{Act, Place};
use crate::rendering::Lang;
use crate::rendering::layout::{FieldError, Page};
use crate::store;
use crate::store::StoreError;
use crate::store::accounts::{Person, Session};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::pages;
use crate::web::state::App;

#[derive(Serialize)]
struct ProfilePage {
    page: Page,
    errors: Vec<FieldError>,
    name: String,
    email: String,
    language: String,
    languages: Vec<Choice>,
    organisations: Vec<Belonging>,
    sessions: Vec<Shown>,
    /// There are more sessions than this one.
    others: bool,
    /// Since when mail to this address comes back.
    bounced: Option<Timestamp>,
}

#[derive(Serialize)]
struct Choice {
    value: &'static str,
    label: String,
}

#[derive(Serialize)]
struct Belonging {
    name: String,
    roles: String,
    href: String,
}

#[derive(Serialize)]
struct Shown {
    device: String,
    address: String,
    seen_at: Timestamp,
    current: bool,
    action: String,
}

/// `GET /account`
pub async fn show(me: SignedIn, done: Query<Done>, app: Data<App>) -> Answer {
    let mut page = page(&app, &me).await?;
    done.tell(&app, &mut page.page);
    pages::html(&app, &me, "accounts/account.html", &page)
}

/// `POST /account`
pub async fn save(me: SignedIn, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    me.may(Act::ManageOwnAccount, &Place::nowhere())?;
    let mut problems = Problems::new(&app, &me);
    let typed = form.typed.text("name").to_owned();
    let name = problems.take("name", PersonName::parse(&typed));
    let lang: Option<Lang> = form.typed.text("language").parse().ok();
    if lang.is_none() {
        problems.say("language", "error-choose");
    }
    let (Some(name), Some(lang)) = (name, lang) else {
        let mut page = page(&app, &me).await?;
        page.name = typed;
        return come_back(&app, &me, page, problems.list());
    };
    let id = me.id;
    app.write::<_, StoreError, _>(move |tx| {
        store::accounts::set_name(tx, id, name.as_str())?;
        store::accounts::set_lang(tx, id, lang.as_str())
    })
    .await?;
    Ok(pages::see_other("/account?done=name"))
}

/// `POST /account/password`: with the old one, because a browser may have been left open.
pub async fn change_password(me: SignedIn, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let person = me.me.person.clone().ok_or(Error::Missing)?;
    let mut problems = Problems::new(&app, &me);
    let chosen = Password::choose(form.typed.exact("new"), &[&person.email, &person.name]);
    let chosen = problems.take("new", chosen);
    let old = form.typed.exact("old").to_owned();
    if !is_own_password(&app, &me, &person, old).await? {
        problems.say("old", "password-old-wrong");
    }
    let problems = problems.list();
    let (Some(chosen), true) = (chosen, problems.is_empty()) else {
        return come_back(&app, &me, page(&app, &me).await?, problems);
    };
    let new = passwords::hash(&app, chosen).await?;
    let (session, now) = (me.session, me.now);
    app.write::<_, StoreError, _>(move |tx| {
        actions::change_password(tx, &person, (&new, session), now)
    })
    .await?;
    Ok(pages::see_other("/account?done=password"))
}

/// Is this the password of who is signed in? Asked again before something that cannot be undone; as
/// often as one may sign in.
pub async fn confirms(app: &Data<App>, me: &SignedIn, password: &str) -> Result<bool, Error> {
    let person = me.me.person.clone().ok_or(Error::Missing)?;
    is_own_password(app, me, &person, password.to_owned()).await
}

async fn is_own_password(
    app: &Data<App>,
    me: &SignedIn,
    person: &Person,
    password: String,
) -> Result<bool, Error> {
    if password.is_empty() {
        return Ok(false);
    }
    let visit = gate::pass(app, me, Gate::SignIn, &person.email).await?;
    let right = passwords::fits(app, person.password_hash.clone(), password).await?;
    if right {
        gate::succeeded(app, visit).await?;
    }
    Ok(right)
}

/// `POST /account/sessions/{session}/closure`
pub async fn end_one(
    me: SignedIn,
    session: Path<SessionId>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, session) = (me.id, session.into_inner());
    app.write(move |tx| actions::end_session(tx, id, session)).await?;
    Ok(pages::see_other("/account?done=session"))
}

/// `POST /account/sessions/closure`: all but this one.
pub async fn end_others(me: SignedIn, _form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let (id, kept) = (me.id, me.session);
    app.write(move |tx| store::accounts::end_sessions(tx, id, kept)).await?;
    Ok(pages::see_other("/account?done=sessions"))
}

async fn page(app: &App, me: &SignedIn) -> Result<ProfilePage, Error> {
    let id = me.id;
    let read = move |conn: &mut store::Conn| {
        let bounced = store::mail_log::bounce_of(conn, id)?;
        Ok::<_, store::StoreError>((store::accounts::sessions_of(conn, id)?, bounced))
    };
    let (sessions, bounced) = app.read(read).await?;
    let alive = |s: &Session| !app.limits.is_over(s.created_at, s.seen_at, me.now);
    let sessions: Vec<Shown> =
        sessions.iter().filter(|s| alive(s)).map(|s| shown(app, me, s)).collect();
    let languages = Lang::ALL.map(|lang| Choice {
        value: lang.as_str(),
        label: app.renderer.translate(lang, "language-name", &[]),
    });
    Ok(ProfilePage {
        page: pages::frame(app, me, "account-title"),
        errors: vec![],
        name: me.name().to_owned(),
        email: me.me.person.as_ref().map(|p| p.email.clone()).unwrap_or_default(),
        language: me.lang.as_str().to_owned(),
        languages: languages.into(),
        organisations: belongings(app, me),
        others: sessions.iter().any(|s| !s.current),
        sessions,
        bounced,
    })
}

fn come_back(app: &App, me: &SignedIn, mut page: ProfilePage, errors: Vec<FieldError>) -> Answer {
    (page.page.fault, page.errors) = (true, errors);
    pages::faulty(app, me, "accounts/account.html", &page)
}

fn shown(app: &App, me: &SignedIn, session: &Session) -> Shown {
    let say = |key, args: &[_]| app.renderer.translate(me.lang, key, args);
    let device = match devices::names(&session.agent) {
        (Some(browser), Some(system)) => {
            say("session-device", &[("browser", browser.into()), ("system", system.into())])
        }
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => say("session-unknown", &[]),
    };
    Shown {
        device,
        address: session.address.clone(),
        seen_at: session.seen_at,
        current: Some(session.id) == me.session,
        action: format!("/account/sessions/{}/closure", session.id),
    }
}

/// One line per organisation; the memberships come in the order of its name.
fn belongings(app: &App, me: &SignedIn) -> Vec<Belonging> {
    let mut list: Vec<Belonging> = vec![];
    for member in &me.actor.memberships {
        let role = app.renderer.translate(me.lang, &format!("role-{}", member.role.as_str()), &[]);
        let href = format!("/organisations/{}/members", member.organisation);
        match list.last_mut().filter(|known| known.href == href) {
            Some(known) => known.roles = format!("{}, {role}", known.roles),
            None => {
                let name = member.organisation_name.clone();
                list.push(Belonging { name, roles: role, href });
            }
        }
    }
    list
}
