//! What an assessor knows about, in their own words, with from where.

use actix_web::web::Data;
use serde::Serialize;

use super::say;
use crate::actions::{self, Failure};
use crate::domain::permission::{Act, Place};
use crate::domain::refusal::Refusal;
use crate::domain::review::expertise::{Expertise, ExpertiseRefusal, Field, Source};
use crate::rendering::layout::{FieldError, Page};
use crate::store;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::pages;

#[derive(Serialize)]
struct ExpertisePage {
    page: Page,
    errors: Vec<FieldError>,
    fields: Vec<FieldCard>,
    sources: Vec<Choice>,
}

#[derive(Serialize)]
struct FieldCard {
    id: &'static str,
    name: String,
    hint: String,
    known: bool,
    source: String,
    note: String,
}

#[derive(Serialize)]
struct Choice {
    value: &'static str,
    label: String,
}

const ADDRESS: &str = "/review/expertise";

async fn known(app: &App, me: &SignedIn) -> Result<Vec<Expertise>, Error> {
    let (asker, id) = (me.me.clone(), me.id);
    app.read(move |conn| {
        asker.may(Act::ViewOwnReviews, &Place::nowhere())?;
        let mut found = store::expertise::of_people(conn, &[id])?;
        Ok(found.remove(&id).unwrap_or_default())
    })
    .await
}

/// `GET /review/expertise`
pub async fn page(me: SignedIn, app: Data<App>) -> Answer {
    let known = known(&app, &me).await?;
    let mut page = view(&app, &me, &known, None);
    if me.path.ends_with("saved=1") {
        page.page.notice = Some(pages::success(say(&app, &me, "expertise-saved", &[])));
    }
    pages::html(&app, &me, "review/expertise.html", &page)
}

fn view(
    app: &Data<App>,
    me: &SignedIn,
    known: &[Expertise],
    typed: Option<&Typed>,
) -> ExpertisePage {
    let mut page = pages::frame(app, me, "expertise-title");
    page.crumbs = vec![
        pages::crumb("/review", say(app, me, "menu-review", &[])),
        pages::here(page.title.clone()),
    ];
    let card = |field: &Field| {
        let id = field.as_str();
        let own = known.iter().find(|one| one.field == *field);
        let or = |name: &str, kept: &str| {
            typed.map_or(kept, |t| t.text(&format!("{name}-{id}"))).to_owned()
        };
        FieldCard {
            id,
            name: say(app, me, &format!("field-{id}"), &[]),
            hint: say(app, me, &format!("field-{id}-hint"), &[]),
            known: typed.map_or(own.is_some(), |t| t.has(&format!("known-{id}"))),
            source: or("source", own.map_or("", |one| one.source.as_str())),
            note: or("note", own.map_or("", |one| &one.note)),
        }
    };
    let source = |source: &Source| Choice {
        value: source.as_str(),
        label: say(app, me, &format!("source-{}", source.as_str()), &[]),
    };
    ExpertisePage {
        page,
        errors: vec![],
        fields: Field::ALL.iter().map(card).collect(),
        sources: Source::ALL.iter().map(source).collect(),
    }
}

type Faults = Vec<(String, &'static str)>;

/// What was ticked, and what is missing there.
fn said(typed: &Typed) -> (Vec<(Field, Source, String)>, Faults) {
    let (mut said, mut faults) = (vec![], vec![]);
    for field in Field::ALL {
        let id = field.as_str();
        if !typed.has(&format!("known-{id}")) {
            continue;
        }
        let note = typed.text(&format!("note-{id}")).to_owned();
        match typed.text(&format!("source-{id}")).parse::<Source>() {
            Err(_) => faults.push((format!("source-{id}"), "error-choose")),
            Ok(_) if note.is_empty() => {
                faults.push((format!("note-{id}"), ExpertiseRefusal::NoNote.key()));
            }
            Ok(source) => said.push((*field, source, note)),
        }
    }
    (said, faults)
}

/// `POST /review/expertise`
pub async fn save(me: SignedIn, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let known = known(&app, &me).await?;
    let (said, faults) = said(&form.typed);
    if !faults.is_empty() {
        return again(&app, &me, &known, (&form.typed, faults));
    }
    let (id, now) = (me.id, me.now);
    let fields: Vec<Field> = said.iter().map(|(field, ..)| *field).collect();
    match app.write(move |tx| actions::save_expertise(tx, id, &said, now)).await {
        Ok(()) => Ok(pages::see_other(format!("{ADDRESS}?saved=1"))),
        Err(Failure::Refused(why)) => {
            let first = fields.first().map(|field| field.as_str()).unwrap_or_default();
            again(&app, &me, &known, (&form.typed, vec![(format!("note-{first}"), why.key())]))
        }
        Err(broken) => Err(broken.into()),
    }
}

fn again(
    app: &Data<App>,
    me: &SignedIn,
    known: &[Expertise],
    (typed, faults): (&Typed, Faults),
) -> Answer {
    let mut page = view(app, me, known, Some(typed));
    page.page.fault = true;
    let error = |(field, key): (String, &str)| FieldError { field, text: say(app, me, key, &[]) };
    page.errors = faults.into_iter().map(error).collect();
    pages::faulty(app, me, "review/expertise.html", &page)
}
