//! A municipality sets up a table.

use actix_web::web::Data;
use serde::Serialize;

use super::desk::{No, Opt, Said, at, by, href, settle, show, words};
use crate::actions::{self, consultations as acts};
use crate::domain::accounts::Role;
use crate::domain::consultations::{Consultation, ConsultationRefusal, Details, Entry, line, note};
use crate::domain::ids::{ConsultationId, OrganisationId};
use crate::domain::permission::{Act, Place};
use crate::store;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::pages;

#[derive(Serialize)]
struct New {
    form: std::collections::BTreeMap<&'static str, String>,
    entries: Vec<Opt>,
    municipalities: Vec<Opt>,
    region: Vec<String>,
}

/// The municipality for which somebody may set up a table.
fn owner(me: &SignedIn) -> Result<OrganisationId, Error> {
    let leads = me.actor.memberships.iter().find(|m| m.role == Role::ProcessLead);
    let owner = leads.map(|m| m.organisation).ok_or(Error::Forbidden)?;
    me.may(Act::SetUpConsultation, &Place::organisation(owner))?;
    Ok(owner)
}

/// `GET /manage/consultations/new`
pub async fn page(me: SignedIn, app: Data<App>) -> Answer {
    let owner = owner(&me)?;
    view(&app, &me, owner, Said::nothing(&Typed::default())).await
}

async fn view(app: &App, me: &SignedIn, owner: OrganisationId, said: Said<'_>) -> Answer {
    let body = New {
        form: said.fields(&["title", "theme", "about", "entry"]),
        entries: entries(app, me),
        municipalities: municipalities(app, owner).await?,
        region: said.typed.all("region").to_vec(),
    };
    let page = pages::frame(app, me, "consultation-new-title");
    show((app, me), "consultations/new.html", (page, body), &said)
}

/// The other municipalities, of which a region can consist.
pub async fn municipalities(app: &App, owner: OrganisationId) -> Result<Vec<Opt>, Error> {
    let all = app.read::<_, Error, _>(|conn| Ok(store::accounts::municipalities(conn)?)).await?;
    let others = all.into_iter().filter(|one| one.id != owner);
    Ok(others.map(|one| Opt { value: one.id.to_string(), label: one.name }).collect())
}

pub fn entries(app: &App, me: &Me) -> Vec<Opt> {
    let entries: Vec<&'static str> = Entry::ALL.iter().map(|entry| entry.as_str()).collect();
    words(app, me, "consultation-entry", &entries)
}

/// `POST /manage/consultations/new`
pub async fn create(me: SignedIn, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let owner = owner(&me)?;
    let known = municipalities(&app, owner).await?;
    let details = match read(&form.typed, owner, &known) {
        Ok(details) => details,
        Err(no) => return view(&app, &me, owner, Said::no(&form.typed, no)).await,
    };
    let table = Consultation {
        id: ConsultationId::new(store::new_id()),
        municipality: owner,
        calendar: actions::new_secret(),
        made_at: me.now,
        details,
    };
    let (by, now, id) = (by(&me), me.now, table.id);
    let done = app.write(move |tx| acts::set_up_consultation(tx, &table, &by, now)).await;
    match settle(done)? {
        Ok(()) => Ok(pages::see_other(href(id, "seats"))),
        Err(why) => view(&app, &me, owner, Said::no(&form.typed, ("title".into(), why))).await,
    }
}

pub fn read(typed: &Typed, owner: OrganisationId, others: &[Opt]) -> Result<Details, No> {
    let mut region = vec![owner];
    for chosen in typed.all("region") {
        let known = others.iter().any(|one| one.value == *chosen);
        let id = chosen.parse::<OrganisationId>().ok().filter(|_| known);
        let id = at("region", id.ok_or(ConsultationRefusal::Choice))?;
        if !region.contains(&id) {
            region.push(id);
        }
    }
    let entry = typed.text("entry").parse().map_err(|_| ConsultationRefusal::Choice);
    Ok(Details {
        title: at("title", line(typed.text("title")))?,
        theme: at("theme", line(typed.text("theme")))?,
        about: at("about", note(typed.text("about")))?,
        entry: at("entry", entry)?,
        region,
        changed: None,
    })
}
