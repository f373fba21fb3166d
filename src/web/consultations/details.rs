//! Name, theme, region and entry of a table, changed after it was set up.

use std::collections::BTreeMap;

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::desk::{Desk, Opt, Said, by, href, say, settle, show};
use super::new::{entries, municipalities, read};
use crate::actions::consultations as acts;
use crate::domain::consultations::Details;
use crate::domain::ids::{ConsultationId, ItemId, OrganisationId};
use crate::domain::permission::Act;
use crate::store;
use crate::web::App;
use crate::web::errors::Answer;
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::pages;

#[derive(Serialize)]
struct View {
    title: String,
    action: String,
    /// Names what the reader saw.
    seen: String,
    form: BTreeMap<&'static str, String>,
    entries: Vec<Opt>,
    municipalities: Vec<Opt>,
    region: Vec<String>,
    /// What it is now, beside a form that came back.
    now: Vec<Fact>,
}

#[derive(Serialize)]
struct Fact {
    label: String,
    value: String,
}

/// `GET /consultations/{consultation}/details`
pub async fn page(me: SignedIn, id: Path<ConsultationId>, app: Data<App>) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::SetUpConsultation).await?;
    view(&app, &me, &desk, Said::nothing(&Typed::default())).await
}

async fn view(app: &App, me: &Me, desk: &Desk, said: Said<'_>) -> Answer {
    let municipalities = municipalities(app, desk.table.municipality).await?;
    let details = &desk.table.details;
    let (form, region) = filled(details, &said);
    let body = View {
        title: details.title.clone(),
        action: desk.href("details"),
        seen: details.fingerprint(),
        form,
        entries: entries(app, me),
        region,
        now: match said.typed.has("title") {
            true => now((app, me), desk, &municipalities),
            false => vec![],
        },
        municipalities,
    };
    let page = desk.page(app, me, "consultation-details");
    show((app, me), "consultations/details.html", (page, body), &said)
}

/// The fields and the ticked municipalities: as they were typed, or as they are kept.
fn filled(details: &Details, said: &Said<'_>) -> (BTreeMap<&'static str, String>, Vec<String>) {
    if said.typed.has("title") {
        let typed = said.fields(&["title", "theme", "about", "entry"]);
        return (typed, said.typed.all("region").to_vec());
    }
    (kept(details), details.region.iter().map(ToString::to_string).collect())
}

fn kept(details: &Details) -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        ("title", details.title.clone()),
        ("theme", details.theme.clone()),
        ("about", details.about.clone()),
        ("entry", details.entry.as_str().to_owned()),
    ])
}

fn now((app, me): (&App, &Me), desk: &Desk, others: &[Opt]) -> Vec<Fact> {
    let details = &desk.table.details;
    let name = |id: &OrganisationId| {
        let known = others.iter().find(|one| one.value == id.as_str());
        known.map_or(desk.owner.name.as_str(), |one| one.label.as_str())
    };
    let region = details.region.iter().map(name).collect::<Vec<_>>().join(", ");
    let entry = say(app, me, &format!("consultation-entry-{}", details.entry.as_str()), &[]);
    let fact = |(key, value): (&str, &str)| Fact {
        label: say(app, me, &format!("consultation-detail-{key}"), &[]),
        value: value.to_owned(),
    };
    let facts = [
        ("title", details.title.as_str()),
        ("theme", &details.theme),
        ("about", &details.about),
        ("region", &region),
        ("entry", &entry),
    ];
    facts.map(fact).into()
}

/// `POST /consultations/{consultation}/details`
pub async fn change(
    me: SignedIn,
    id: Path<ConsultationId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::SetUpConsultation).await?;
    let known = municipalities(&app, desk.table.municipality).await?;
    let details = match read(&form.typed, desk.table.municipality, &known) {
        Ok(details) => details,
        Err(no) => return view(&app, &me, &desk, Said::no(&form.typed, no)).await,
    };
    let (ids, by, now) = ((*id, ItemId::new(store::new_id())), by(&me), me.now);
    let change = (details, form.typed.text("seen").to_owned());
    let done = app.write(move |tx| acts::change_details(tx, ids, change, by, now)).await;
    match settle(done)? {
        Ok(()) => Ok(pages::see_other(href(*id, "desk"))),
        Err(why) => {
            // Who was overtaken reads what it is now before they save again.
            let desk = Desk::open(&app, &me, *id, Act::SetUpConsultation).await?;
            view(&app, &me, &desk, Said::no(&form.typed, ("title".into(), why))).await
        }
    }
}
