//! Who belongs to an organisation; who is in charge invites others.

use actix_web::web::{Data, Path, Query};
use jiff::Timestamp;
use serde::Serialize;

use super::problems::Problems;
use super::{Done, gate};
use crate::actions::{self, Failure, Invite};
use crate::domain::accounts::credentials::Email;
use crate::domain::accounts::throttle::Gate;
use crate::domain::accounts::{Organisation, OrganisationKind, Role};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::permission::{Act, Place};
use crate::domain::refusal::Refusal;
use crate::rendering::layout::{FieldError, Page};
use crate::store::members::Member;
use crate::store::tokens::Token;
use crate::store::{self, StoreError};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::pages::{self, crumb, here};
use crate::web::state::App;

#[derive(Serialize)]
struct MembersPage {
    page: Page,
    errors: Vec<FieldError>,
    organisation: String,
    members: Vec<Shown>,
    /// May invite and take roles; then there are addresses and invitations too.
    in_charge: bool,
    invitations: Vec<Open>,
    action: String,
    email: String,
    role: String,
    roles: Vec<Choice>,
    /// What the cooperative tells about itself.
    profile: Option<String>,
}

#[derive(Serialize)]
struct Shown {
    name: String,
    email: Option<String>,
    /// Since when mail to this address comes back.
    bounced: Option<Timestamp>,
    roles: Vec<ShownRole>,
}

#[derive(Serialize)]
struct ShownRole {
    label: String,
    since: Timestamp,
    /// Page to take it.
    href: Option<String>,
}

#[derive(Serialize)]
struct Open {
    email: String,
    role: String,
    expires_at: Timestamp,
    action: String,
}

#[derive(Serialize)]
struct Choice {
    value: &'static str,
    label: String,
    hint: String,
}

/// `GET /organisations/{organisation}/members`
pub async fn show(
    me: SignedIn,
    id: Path<OrganisationId>,
    done: Query<Done>,
    app: Data<App>,
) -> Answer {
    me.may(Act::ViewMembers, &Place::organisation(*id))?;
    let mut page = page(&app, &me, *id, &Typed::default()).await?;
    done.tell(&app, &mut page.page);
    pages::html(&app, &me, "accounts/members.html", &page)
}

/// `POST /organisations/{organisation}/members`: an invitation by mail.
pub async fn invite(
    me: SignedIn,
    id: Path<OrganisationId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    me.may(Act::ManageMembers, &Place::organisation(*id))?;
    let (email, role) = match read(&app, &me, &form.typed) {
        Ok(read) => read,
        Err(errors) => return come_back(&app, &me, (*id, &form.typed), errors).await,
    };
    gate::pass(&app, &me, Gate::Invite, me.id.as_str()).await?;
    let invite = Invite { organisation: *id, email, role, secret: actions::new_secret() };
    let (by, now) = ((me.id, me.name().to_owned()), me.now);
    match app.write(move |tx| actions::invite(tx, &by, &invite, now)).await {
        Ok(()) => Ok(pages::see_other(format!("/organisations/{id}/members?done=invited"))),
        Err(Failure::Refused(why)) => {
            let mut problems = Problems::new(&app, &me);
            problems.say("role", why.key());
            come_back(&app, &me, (*id, &form.typed), problems.list()).await
        }
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

fn read(app: &App, me: &Me, typed: &Typed) -> Result<(Email, Role), Vec<FieldError>> {
    let mut problems = Problems::new(app, me);
    let email = problems.take("email", Email::parse(typed.text("email")));
    let role = typed.text("role").parse().ok();
    if role.is_none() {
        problems.say("role", "members-choose-role");
    }
    email.zip(role).ok_or_else(|| problems.list())
}

async fn come_back(
    app: &App,
    me: &SignedIn,
    (id, typed): (OrganisationId, &Typed),
    errors: Vec<FieldError>,
) -> Answer {
    let mut page = page(app, me, id, typed).await?;
    (page.page.fault, page.errors) = (true, errors);
    pages::faulty(app, me, "accounts/members.html", &page)
}

/// `POST /organisations/{organisation}/open-invitations/{invitation}/withdrawal`
pub async fn withdraw_invitation(
    me: SignedIn,
    path: Path<(OrganisationId, String)>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, hash) = path.into_inner();
    me.may(Act::ManageMembers, &Place::organisation(id))?;
    let (by, now) = ((me.id, me.name().to_owned()), me.now);
    app.write::<_, StoreError, _>(move |tx| {
        actions::withdraw_invitation(tx, &by, (id, &hash), now)
    })
    .await?;
    Ok(pages::see_other(format!("/organisations/{id}/members?done=withdrawn")))
}

struct Facts {
    organisation: Organisation,
    members: Vec<Member>,
    invitations: Vec<(String, Token)>,
    bounces: Vec<(PersonId, String, Timestamp)>,
}

async fn page(
    app: &App,
    me: &SignedIn,
    id: OrganisationId,
    typed: &Typed,
) -> Result<MembersPage, Error> {
    let now = me.now;
    let facts = app.read::<_, StoreError, _>(move |conn| {
        Ok(Facts {
            organisation: store::accounts::organisation(conn, id)?,
            members: store::members::of(conn, id)?,
            invitations: store::tokens::invitations(conn, id, now)?,
            bounces: store::mail_log::bounces(conn, id)?,
        })
    });
    let facts = facts.await?;
    let in_charge = me.can(Act::ManageMembers, &Place::organisation(id));
    let kind = facts.organisation.kind;
    Ok(MembersPage {
        page: frame(app, me, &facts.organisation),
        errors: vec![],
        members: facts
            .members
            .into_iter()
            .map(|m| shown(app, me, (m, id), &facts.bounces))
            .collect(),
        invitations: match in_charge {
            true => facts.invitations.into_iter().map(|i| open(app, me, (i, id))).collect(),
            false => vec![],
        },
        profile: (kind == OrganisationKind::Cooperative).then(|| super::organisation::address(id)),
        organisation: facts.organisation.name,
        in_charge,
        action: format!("/organisations/{id}/members"),
        email: typed.text("email").to_owned(),
        role: typed.text("role").to_owned(),
        roles: choices(app, me, kind),
    })
}

/// The frame of pages about one organisation.
pub fn frame(app: &App, me: &Me, organisation: &Organisation) -> Page {
    let mut page = match organisation.kind {
        OrganisationKind::Municipality => pages::frame_of(app, me, "members-title", organisation),
        OrganisationKind::Cooperative => pages::frame(app, me, "members-title"),
    };
    let account = app.renderer.translate(me.lang, "account-title", &[]);
    page.crumbs = vec![crumb("/account", account), here(page.title.clone())];
    page
}

fn shown(
    app: &App,
    me: &Me,
    (member, id): (Member, OrganisationId),
    bounces: &[(PersonId, String, Timestamp)],
) -> Shown {
    let in_charge = me.can(Act::ManageMembers, &Place::organisation(id));
    let page = |role: Role| {
        let person = member.person;
        format!("/organisations/{id}/members/{person}/roles/{}/withdrawal", role.as_str())
    };
    let roles = member.roles.iter().map(|(role, since)| ShownRole {
        label: role_label(app, me, *role),
        since: *since,
        href: in_charge.then(|| page(*role)),
    });
    let bounced = bounces.iter().find(|(person, ..)| in_charge && *person == member.person);
    Shown {
        roles: roles.collect(),
        name: member.name.clone(),
        email: in_charge.then(|| member.email.clone()),
        bounced: bounced.map(|(_, _, at)| *at),
    }
}

fn open(app: &App, me: &Me, ((hash, token), id): ((String, Token), OrganisationId)) -> Open {
    Open {
        role: token.role.map(|role| role_label(app, me, role)).unwrap_or_default(),
        email: token.email,
        expires_at: token.expires_at,
        action: format!("/organisations/{id}/open-invitations/{hash}/withdrawal"),
    }
}

fn choices(app: &App, me: &Me, kind: OrganisationKind) -> Vec<Choice> {
    let choice = |role: Role| Choice {
        value: role.as_str(),
        label: role_label(app, me, role),
        hint: app.renderer.translate(me.lang, &format!("role-does-{}", role.as_str()), &[]),
    };
    kind.roles().map(choice).collect()
}

pub fn role_label(app: &App, me: &Me, role: Role) -> String {
    app.renderer.translate(me.lang, &format!("role-{}", role.as_str()), &[])
}
