//! The next note: the answers that are ready, looked at together, and published to everybody at once.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::answers::ready;
use super::draft;
use super::form::Words;
use crate::actions::{self, Failure};
use crate::domain::accounts::Organisation;
use crate::domain::ids::{QuestionId, RoundId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::questions::{Question, QuestionRefusal, may_answer};
use crate::domain::rounds::{Lot, Round};
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::public::notes;
use crate::web::public::questions::about;
use crate::web::public::views::Reader;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct NotePage {
    page: Page,
    errors: Vec<FieldError>,
    round_title: String,
    back: String,
    action: String,
    title: String,
    closed: Option<String>,
    ready: Vec<Ready>,
}

#[derive(Serialize)]
struct Ready {
    id: String,
    /// The version that is looked at.
    version: i32,
    chosen: bool,
    topic: String,
    about: String,
    body: String,
    answer: String,
    change: String,
}

struct Facts {
    round: Round,
    lots: Vec<Lot>,
    owner: Organisation,
    ready: Vec<Question>,
    number: i32,
}

async fn facts(app: &App, me: &SignedIn, id: RoundId) -> Result<Facts, Error> {
    let asker = me.me.clone();
    app.read(move |conn: &mut Conn| {
        asker.may(Act::AnswerQuestion, &store::places::round(conn, id, asker.now)?)?;
        let round = store::rounds::find(conn, id)?;
        let all = store::questions::of_round(conn, id)?;
        let last = store::questions::notes_of(conn, id)?.last().map_or(0, |last| last.note.number);
        Ok(Facts {
            lots: store::rounds::lots_of(conn, id)?,
            owner: store::accounts::organisation(conn, round.municipality)?,
            ready: all.into_iter().filter(ready).collect(),
            number: last + 1,
            round,
        })
    })
    .await
}

/// `GET /manage/rounds/{round}/note`
pub async fn page(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let facts = facts(&app, &me, id.into_inner()).await?;
    pages::html(&app, &me, "rounds/note.html", &view(&app, &me, &facts, None))
}

/// `POST /manage/rounds/{round}/note`
pub async fn publish(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, typed) = (id.into_inner(), form.typed);
    let facts = facts(&app, &me, id).await?;
    may_answer(&facts.round, me.now).map_err(Failure::Refused)?;
    if !typed.has("sure") {
        return again(&app, &me, (&facts, &typed), ("sure", "note-not-sure"));
    }
    let (chosen, by, now) = (chosen(&typed), draft::by(&me), me.now);
    match app.write(move |tx| actions::publish_note(tx, id, &chosen, &by, now)).await {
        Ok(number) => Ok(pages::see_other(urls::note(id, number))),
        Err(Failure::Refused(
            why @ (QuestionRefusal::NothingChosen | QuestionRefusal::Changed),
        )) => again(&app, &me, (&facts, &typed), ("chosen", why.key())),
        Err(failure) => Err(failure.into()),
    }
}

/// Each chosen question with the version that stood on the page.
fn chosen(typed: &Typed) -> BTreeMap<QuestionId, i32> {
    let ids = typed.all("chosen").iter().filter_map(|id| id.parse::<QuestionId>().ok());
    ids.map(|id| (id, typed.number(&format!("version.{id}")))).collect()
}

fn again(
    app: &App,
    me: &SignedIn,
    (facts, typed): (&Facts, &Typed),
    (field, key): (&str, &str),
) -> Answer {
    let mut page = view(app, me, facts, Some(typed));
    page.errors = vec![Words::of(app, me).error(field, key)];
    page.page.fault = true;
    let status = match key {
        "refusal-changed" => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    pages::with_status(app, me, status, ("rounds/note.html", &page))
}

fn view(app: &App, me: &Me, facts: &Facts, typed: Option<&Typed>) -> NotePage {
    let r = Reader { renderer: &app.renderer, lang: me.lang, now: me.now };
    let base = urls::manage_round(facts.round.id);
    let title = notes::title(facts.number, r);
    let mut page = pages::frame_of(app, me, "questions-title", &facts.owner);
    let back = format!("{base}/questions");
    page.crumbs = vec![
        pages::crumb(&base, facts.round.definition.title.clone()),
        pages::crumb(&back, page.title.clone()),
        pages::here(&title),
    ];
    page.title.clone_from(&title);
    let chosen = typed.map(chosen);
    let one = |question: &Question| Ready {
        id: question.id.to_string(),
        version: question.version,
        chosen: chosen.as_ref().is_none_or(|chosen| chosen.contains_key(&question.id)),
        topic: question.topic.clone(),
        about: about(&facts.lots, question, r),
        body: question.body.clone(),
        answer: question.draft.clone(),
        change: format!("{back}/{}", question.id),
    };
    NotePage {
        page,
        errors: vec![],
        round_title: facts.round.definition.title.clone(),
        action: format!("{base}/note"),
        title,
        closed: may_answer(&facts.round, me.now).err().map(|why| r.say(why.key())),
        ready: facts.ready.iter().map(one).collect(),
        back,
    }
}
