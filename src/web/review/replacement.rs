//! Taking an assessor off a lot, with somebody who goes on.

use actix_web::web::{Data, Path};
use serde::{Deserialize, Serialize};

use super::assignments::fields;
use super::progress::{Ids, find, replacement_address};
use super::staff::Staff;
use super::{by, count, frame, say};
use crate::actions::{self, Failure};
use crate::domain::ids::PersonId;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::review::assignment::Scope;
use crate::domain::review::progress::Progress;
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn, Tx};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::Posted;
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct ReplacementPage {
    page: Page,
    errors: Vec<FieldError>,
    assessor: String,
    lot: String,
    part: Option<String>,
    marks: String,
    action: String,
    back: String,
    options: Vec<Choice>,
    to: String,
    reason: String,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
    hint: Option<String>,
}

#[derive(Clone, Default, Deserialize)]
pub struct ReplacementForm {
    #[serde(default)]
    to: String,
    #[serde(default)]
    reason: String,
}

/// Nobody goes on.
const NOBODY: &str = "nobody";

type Read = (Staff, Progress);

fn read(conn: &mut Conn, me: &Me, ids: Ids) -> Result<Read, Error> {
    me.may(Act::AssignAssessors, &store::places::round(conn, ids.0, me.now)?)?;
    let (_, progress) = find(conn, me, ids)?;
    Ok((Staff::load(conn, me, ids.0)?, progress))
}

/// `GET /manage/rounds/{round}/assignments/{assignment}/replacement`
pub async fn page(me: SignedIn, ids: Path<Ids>, app: Data<App>) -> Answer {
    let (ids, asker) = (ids.into_inner(), me.me.clone());
    let read = app.read(move |conn| read(conn, &asker, ids)).await?;
    let reserve = first_reserve(&read).unwrap_or_default();
    let form = ReplacementForm { to: reserve, reason: String::new() };
    let page = view(&app, &me, &read, form);
    pages::html(&app, &me, "review/replacement.html", &page)
}

/// Who was named to take over and is not near a bidder.
fn first_reserve((staff, progress): &Read) -> Option<String> {
    let lot = progress.assignment.lot;
    let reserves = staff.reserves.get(&lot)?;
    let free = reserves.iter().find(|(person, _)| !staff.is_near(*person, lot));
    free.map(|(person, _)| person.to_string())
}

fn view(app: &Data<App>, me: &Me, read: &Read, form: ReplacementForm) -> ReplacementPage {
    let (staff, progress) = read;
    let facts = &staff.facts;
    let back = format!("{}/progress", urls::manage_round(facts.round.id));
    let mut page = frame(app, me, "replacement-title", facts);
    page.crumbs.insert(2, pages::crumb(&back, say(app, me, "progress-title", &[])));
    let part = match &progress.assignment.scope {
        Scope::Whole => None,
        scope => {
            let asked = scope.asked(&facts.round.definition.criteria).into_iter().map(|c| c.name);
            Some(asked.collect::<Vec<_>>().join(", "))
        }
    };
    let marks = say(app, me, "replacement-marks", &[("count", count(progress.given()))]);
    ReplacementPage {
        page,
        errors: vec![],
        assessor: progress.assessor.clone(),
        lot: facts.lot_label(progress.assignment.lot),
        part,
        marks,
        action: replacement_address(facts.round.id, progress.assignment.id),
        back,
        options: options((app, me), read),
        to: form.to,
        reason: form.reason,
    }
}

/// Reserves first, then everybody who is not on the lot yet, then nobody.
fn options((app, me): (&Data<App>, &Me), (staff, progress): &Read) -> Vec<Choice> {
    let lot = progress.assignment.lot;
    let on_lot =
        |person: PersonId| staff.assignments.iter().any(|a| (a.lot, a.person) == (lot, person));
    let is_reserve = |person: PersonId| {
        staff.reserves.get(&lot).into_iter().flatten().any(|(id, _)| *id == person)
    };
    let mut people: Vec<&(PersonId, String)> =
        staff.people.iter().filter(|(person, _)| !on_lot(*person)).collect();
    people.sort_by_key(|(person, _)| (!is_reserve(*person), staff.is_near(*person, lot)));
    let choice = |(person, name): &&(PersonId, String)| {
        let mut hints = vec![];
        if is_reserve(*person) {
            hints.push(say(app, me, "replacement-reserve", &[]));
        }
        if staff.is_near(*person, lot) {
            hints.push(say(app, me, "replacement-near", &[]));
        }
        let known = fields(app, me, staff.fields(*person).into_iter());
        if !known.is_empty() {
            hints.push(say(app, me, "replacement-knows", &[("fields", known.into())]));
        }
        let label = name.clone();
        Choice {
            value: person.to_string(),
            label,
            hint: Some(hints.join(" ")).filter(|h| !h.is_empty()),
        }
    };
    let mut options: Vec<Choice> = people.iter().map(choice).collect();
    options.push(Choice {
        value: NOBODY.to_owned(),
        label: say(app, me, "replacement-nobody", &[]),
        hint: Some(say(app, me, "replacement-nobody-hint", &[])),
    });
    options
}

/// `POST /manage/rounds/{round}/assignments/{assignment}/replacement`
pub async fn replace(
    me: SignedIn,
    ids: Path<Ids>,
    form: Posted<ReplacementForm>,
    app: Data<App>,
) -> Answer {
    let (ids, asker, who) = (ids.into_inner(), me.me.clone(), by(&me));
    let read = app.read(move |conn| read(conn, &asker, ids)).await?;
    let (form, now) = (form.fields, me.now);
    let Ok(to) = chosen(&form.to) else {
        return again(&app, &me, &read, (form, ("to", "error-choose")));
    };
    let reason = form.reason.clone();
    let act = move |tx: &mut Tx| actions::replace_assessor(tx, ids.1, (to, &reason), &who, now);
    let board = format!("{}/progress?replaced=1", urls::manage_round(ids.0));
    match app.write(act).await {
        Ok(()) => Ok(pages::see_other(board)),
        Err(Failure::Refused(why)) => {
            let field = if form.reason.trim().is_empty() { "reason" } else { "to" };
            again(&app, &me, &read, (form, (field, why.key())))
        }
        Err(broken) => Err(broken.into()),
    }
}

fn chosen(typed: &str) -> Result<Option<PersonId>, ()> {
    match typed {
        NOBODY => Ok(None),
        person => person.parse().map(Some).map_err(|_| ()),
    }
}

fn again(
    app: &Data<App>,
    me: &SignedIn,
    read: &Read,
    (form, (field, key)): (ReplacementForm, (&str, &str)),
) -> Answer {
    let mut page = view(app, me, read, form);
    page.page.fault = true;
    page.errors = vec![FieldError { field: field.into(), text: say(app, me, key, &[]) }];
    pages::faulty(app, me, "review/replacement.html", &page)
}
