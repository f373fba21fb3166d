//! All tables, for everybody.

use actix_web::web::Data;
use serde::Serialize;

use super::desk::{Said, href, say, show};
use crate::domain::accounts::Role;
use crate::domain::consultations::{Consultation, Item, Seat, seat_of};
use crate::domain::permission::{Act, Place};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::Typed;
use crate::web::me::Me;
use crate::web::pages;

#[derive(Serialize)]
struct List {
    tables: Vec<Line>,
    /// For who may set one up.
    new: Option<String>,
}

#[derive(Serialize)]
struct Line {
    href: String,
    title: String,
    theme: String,
    region: String,
    seats: usize,
    /// The reader sits there.
    own: bool,
}

/// `GET /consultations`
pub async fn page(me: Me, app: Data<App>) -> Answer {
    me.may(Act::ViewPublic, &Place::nowhere())?;
    let asker = me.clone();
    let load = move |conn: &mut Conn| {
        let all = store::consultations::all(conn)?;
        all.into_iter().map(|table| line(conn, &asker, &table)).collect::<Result<Vec<_>, Error>>()
    };
    let tables = app.read(load).await?;
    let leads = me.actor.memberships.iter().any(|m| m.role == Role::ProcessLead);
    let new = leads.then(|| "/manage/consultations/new".to_owned());
    let typed = Typed::default();
    let mut page = pages::frame(&app, &me, "consultations-title");
    page.crumbs = vec![pages::crumb("/", say(&app, &me, "menu-rounds", &[]))];
    page.crumbs.push(pages::here(page.title.clone()));
    let body = (page, List { tables, new });
    show((&app, &me), "consultations/list.html", body, &Said::nothing(&typed))
}

fn line(conn: &mut Conn, me: &Me, table: &Consultation) -> Result<Line, Error> {
    let seats: Vec<Item<Seat>> = store::consultations::items(conn, table.id)?;
    let own = me.actor.person.and_then(|person| seat_of(&seats, person, me.now));
    Ok(Line {
        href: href(table.id, if own.is_some() { "desk" } else { "" }),
        title: table.details.title.clone(),
        theme: table.details.theme.clone(),
        region: store::consultations::names_of(conn, &table.details.region)?.join(", "),
        seats: seats.iter().filter(|seat| seat.body.sits(me.now)).count(),
        own: own.is_some(),
    })
}
