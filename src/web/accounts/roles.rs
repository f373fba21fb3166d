//! Taking a role from somebody, after a question.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::members::{frame, role_label};
use crate::actions;
use crate::domain::accounts::Role;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::permission::{Act, Place};
use crate::rendering::layout::Page;
use crate::store::{self, StoreError};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::pages;
use crate::web::state::App;

#[derive(Serialize)]
struct WithdrawalPage {
    page: Page,
    organisation: String,
    person: String,
    role: String,
    /// It is one's own.
    own: bool,
    action: String,
    back: String,
}

type Held = (OrganisationId, PersonId, Role);

/// `GET /organisations/{organisation}/members/{person}/roles/{role}/withdrawal`
pub async fn ask(me: SignedIn, path: Path<Held>, app: Data<App>) -> Answer {
    let (id, person, role) = path.into_inner();
    me.may(Act::ManageMembers, &Place::organisation(id))?;
    let found = app.read::<_, StoreError, _>(move |conn| {
        Ok((store::accounts::organisation(conn, id)?, store::members::of(conn, id)?))
    });
    let (organisation, members) = found.await?;
    let holds = |m: &&store::members::Member| {
        m.person == person && m.roles.iter().any(|(held, _)| *held == role)
    };
    let member = members.iter().find(holds).ok_or(Error::Missing)?;
    let mut page = frame(&app, &me, &organisation);
    page.title = app.renderer.translate(me.lang, "withdrawal-title", &[]);
    let page = WithdrawalPage {
        page,
        organisation: organisation.name,
        person: member.name.clone(),
        role: role_label(&app, &me, role),
        own: person == me.id,
        action: place(id, person, role),
        back: format!("/organisations/{id}/members"),
    };
    pages::html(&app, &me, "accounts/withdrawal.html", &page)
}

/// `POST /organisations/{organisation}/members/{person}/roles/{role}/withdrawal`
pub async fn take(
    me: SignedIn,
    path: Path<Held>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let held = path.into_inner();
    me.may(Act::ManageMembers, &Place::organisation(held.0))?;
    let (by, now) = ((me.id, me.name().to_owned()), me.now);
    app.write(move |tx| actions::withdraw_role(tx, &by, held, now)).await?;
    // Who took the last role from oneself may no longer see the list.
    let left = held.1 == me.id;
    Ok(pages::see_other(match left {
        true => "/account?done=withdrawn".to_owned(),
        false => format!("/organisations/{}/members?done=withdrawn", held.0),
    }))
}

fn place(id: OrganisationId, person: PersonId, role: Role) -> String {
    format!("/organisations/{id}/members/{person}/roles/{}/withdrawal", role.as_str())
}
