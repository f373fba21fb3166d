//! Moving the deadline of a published round, for everybody: typed, looked at once more, announced.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::draft::{self, Draft};
use super::form::Words;
use crate::actions::{self, Failure};
use crate::domain::ids::RoundId;
use crate::domain::moments;
use crate::domain::permission::{Act, Stage};
use crate::domain::refusal::Refusal;
use crate::domain::rounds::Round;
use crate::domain::rounds::extension::{Extension, ExtensionRefusal, reason};
use crate::rendering::layout::{FieldError, Page};
use crate::store;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

const TEMPLATE: &str = "rounds/extension.html";

#[derive(Serialize)]
struct ExtensionPage {
    page: Page,
    errors: Vec<FieldError>,
    above: String,
    back: String,
    action: String,
    closes_at: Timestamp,
    published: Timestamp,
    moved: bool,
    /// Why it cannot be moved any more.
    why_not: Option<String>,
    /// The deadline is over, but nothing is open.
    late: bool,
    date: String,
    time: String,
    reason: String,
    preview: Option<Preview>,
    earlier: Vec<Earlier>,
}

#[derive(Serialize)]
struct Preview {
    before: Timestamp,
    after: Timestamp,
    questions: Option<Timestamp>,
}

#[derive(Serialize)]
struct Earlier {
    before: Timestamp,
    after: Timestamp,
    reason: String,
}

async fn read(app: &App, me: &SignedIn, id: RoundId) -> Result<(Draft, Vec<Extension>), Error> {
    let draft = draft::read(app, me, (id, Act::SetUpRound)).await?;
    let load = move |conn: &mut store::Conn| Ok::<_, Error>(store::extensions::of_round(conn, id)?);
    Ok((draft, app.read(load).await?))
}

/// `GET /manage/rounds/{round}/extension`
pub async fn page(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let found = read(&app, &me, id.into_inner()).await?;
    let page = view(&app, &me, &found, (&Typed::default(), vec![]));
    pages::html(&app, &me, TEMPLATE, &page)
}

/// `POST /manage/rounds/{round}/extension`
pub async fn extend(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, typed) = (id.into_inner(), form.typed);
    let found = read(&app, &me, id).await?;
    let (closes_at, why) = match typed_moment(&found.0.round, &typed, me.now) {
        Ok(read) => read,
        Err(wrong) => return again(&app, &me, &found, (&typed, wrong)),
    };
    if typed.text("step") != "send" {
        return look(&app, &me, (&found, &typed), closes_at);
    }
    let (by, now) = (draft::by(&me), me.now);
    let done = app.write(move |tx| actions::extend_deadline(tx, id, (closes_at, &why), by, now));
    match done.await {
        Ok(()) => Ok(pages::see_other(urls::manage_round(id))),
        Err(Failure::Refused(why)) => again(&app, &me, &found, (&typed, vec![("closes", why)])),
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

/// What it would become, or the form once more.
fn look(
    app: &App,
    me: &SignedIn,
    (found, typed): (&(Draft, Vec<Extension>), &Typed),
    closes_at: Timestamp,
) -> Answer {
    let mut page = view(app, me, found, (typed, vec![]));
    if typed.text("step") != "change" {
        page.preview = preview(&found.0.round, closes_at, me.now);
    }
    pages::html(app, me, TEMPLATE, &page)
}

type Wrong = Vec<(&'static str, ExtensionRefusal)>;

fn typed_moment(
    round: &Round,
    typed: &Typed,
    now: Timestamp,
) -> Result<(Timestamp, String), Wrong> {
    let mut wrong = Wrong::new();
    let moment = moments::moment(typed.text("closes_date"), typed.text("closes_time"));
    let moment = moment.map_err(ExtensionRefusal::from);
    let moment = moment.and_then(|at| round.clone().extend(at, now).map(|_| at));
    let moment = moment.map_err(|why| wrong.push(("closes", why)));
    let why = reason(typed.text("reason")).map_err(|why| wrong.push(("reason", why)));
    match (moment, why) {
        (Ok(moment), Ok(why)) => Ok((moment, why)),
        _ => Err(wrong),
    }
}

/// Questions move along when they still can be asked.
fn preview(round: &Round, closes_at: Timestamp, now: Timestamp) -> Option<Preview> {
    let extended = round.clone().extend(closes_at, now).ok()?;
    let questions = extended.questions_until();
    Some(Preview {
        before: round.closes_at(),
        after: closes_at,
        questions: (questions != round.questions_until()).then_some(questions),
    })
}

fn again(
    app: &App,
    me: &SignedIn,
    found: &(Draft, Vec<Extension>),
    (typed, wrong): (&Typed, Wrong),
) -> Answer {
    let words = Words::of(app, me);
    let errors = wrong.iter().map(|(field, why)| words.error(*field, why.key())).collect();
    let page = view(app, me, found, (typed, errors));
    if page.why_not.is_none() {
        return pages::faulty(app, me, TEMPLATE, &page);
    }
    // There is no form any more to point at; the page says why.
    let page = view(app, me, found, (typed, vec![]));
    pages::with_status(app, me, StatusCode::CONFLICT, (TEMPLATE, &page))
}

fn view(
    app: &App,
    me: &SignedIn,
    (found, extensions): &(Draft, Vec<Extension>),
    (typed, errors): (&Typed, Vec<FieldError>),
) -> ExtensionPage {
    let (round, words) = (&found.round, Words::of(app, me));
    let title = words.say("extension-title");
    let mut page = draft::frame(app, me, (found, &title));
    page.fault = !errors.is_empty();
    let stage = round.stage(me.now);
    let why_not = match stage {
        Stage::Draft => Some(ExtensionRefusal::NotPublished),
        Stage::Opened | Stage::Decided => Some(ExtensionRefusal::Opened),
        Stage::Open | Stage::Closed => None,
    };
    let earlier = |one: &Extension| Earlier {
        before: one.previous,
        after: one.closes_at,
        reason: one.reason.clone(),
    };
    ExtensionPage {
        page,
        errors,
        above: draft::name(app, me, round),
        back: urls::manage_round(round.id),
        action: format!("{}/extension", urls::manage_round(round.id)),
        closes_at: round.closes_at(),
        published: round.definition.dates.closes_at,
        moved: round.extended.is_some(),
        why_not: why_not.map(|why| words.say(why.key())),
        late: stage == Stage::Closed,
        date: typed.text("closes_date").to_owned(),
        time: typed.text("closes_time").to_owned(),
        reason: typed.text("reason").to_owned(),
        preview: None,
        earlier: extensions.iter().map(earlier).collect(),
    }
}
