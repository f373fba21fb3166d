//! Questions and answers: everybody reads the same, at the same time.

use actix_web::web::{Data, Path, Query};
use serde::{Deserialize, Serialize};

use super::views;
use crate::actions::{self, AskQuestion, Failure};
use crate::domain::accounts::{Organisation, OrganisationKind};
use crate::domain::ids::{LotId, QuestionId, RoundId};
use crate::domain::permission::Act;
use crate::domain::rounds::questions::{Question, may_ask};
use crate::domain::rounds::{Lot, Round};
use crate::domain::words::count_words;
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::Posted;
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

const MOST_WORDS: usize = 300;
const MOST_WORDS_ANSWER: usize = 1000;

#[derive(Deserialize, Default)]
pub struct About {
    #[serde(default)]
    lot: String,
}

#[derive(Deserialize)]
pub struct QuestionForm {
    #[serde(default)]
    lot: String,
}

#[derive(Deserialize)]
pub struct AnswerForm {
    #[serde(default)]
    answer: String,
}

#[derive(Serialize)]
struct QuestionsPage {
    page: Page,
    errors: Vec<FieldError>,
    round_title: String,
    action: String,
    answered: Vec<Shown>,
    /// Waiting questions; only the process lead's page has them.
    waiting: Vec<Shown>,
    lots: Vec<LotChoice>,
    lot: String,
    body: String,
    words: usize,
    may_ask: bool,
    signed_in: bool,
    sign_in: String,
    until: jiff::Timestamp,
}

#[derive(Serialize)]
struct Shown {
    id: String,
    number: usize,
    about: String,
    body: String,
    asked_at: jiff::Timestamp,
    answer: Option<String>,
    answered_at: Option<jiff::Timestamp>,
    /// What was typed as answer, when the form came back.
    typed: String,
}

#[derive(Serialize)]
struct LotChoice {
    value: String,
    label: String,
}

struct Facts {
    round: Round,
    lots: Vec<Lot>,
    questions: Vec<Question>,
    owner: Organisation,
}

fn facts(conn: &mut Conn, me: &Me, id: RoundId, act: Act) -> Result<Facts, Error> {
    me.may(act, &store::places::round(conn, id, me.now)?)?;
    let round = store::rounds::find(conn, id)?;
    Ok(Facts {
        lots: store::rounds::lots_of(conn, id)?,
        questions: store::questions::of_round(conn, id)?,
        owner: store::accounts::organisation(conn, round.municipality)?,
        round,
    })
}

/// `GET /rounds/{round}/questions`
pub async fn page(me: Me, id: Path<RoundId>, about: Query<About>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.clone());
    let facts = app.read(move |conn| facts(conn, &asker, id, Act::ViewPublic)).await?;
    let mut page = view(&app, &me, &facts, View::Public);
    page.lot.clone_from(&about.lot);
    pages::html(&app, &me, "public/questions.html", &page)
}

/// `POST /rounds/{round}/questions`
pub async fn ask(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<QuestionForm>,
    app: Data<App>,
) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let facts = app.read(move |conn| facts(conn, &asker, id, Act::ViewPublic)).await?;
    let (body, lot) = (form.typed.text("body").to_owned(), form.fields.lot.clone());
    let lot_id = facts.lots.iter().find(|l| l.id.as_str() == lot).map(|l| l.id);
    may_ask(&facts.round, me.now).map_err(Failure::Refused)?;
    if let Some(key) = wrong(&body) {
        let mut page = view(&app, &me, &facts, View::Public);
        (page.lot, page.words, page.body) = (lot, count_words(&body), body);
        return come_back(&app, &me, page, ("body", key));
    }
    let asked = question(&me, id, lot_id, body);
    let now = me.now;
    app.write::<_, Error, _>(move |tx| Ok(actions::ask_question(tx, asked, now)?)).await?;
    Ok(pages::see_other(format!("{}/questions?asked=1", urls::round(id))))
}

fn wrong(body: &str) -> Option<&'static str> {
    match count_words(body) {
        0 => Some("question-empty"),
        n if n > MOST_WORDS => Some("question-too-long"),
        _ => None,
    }
}

fn question(me: &SignedIn, round: RoundId, lot: Option<LotId>, body: String) -> AskQuestion {
    let own = me.actor.memberships.iter().find(|m| m.kind == OrganisationKind::Cooperative);
    let cooperative = own.map(|m| m.organisation);
    AskQuestion { round, lot, by: (me.id, me.name().to_owned()), cooperative, body }
}

fn come_back(app: &App, me: &Me, mut page: QuestionsPage, (field, key): (&str, &str)) -> Answer {
    let most = if field == "body" { MOST_WORDS } else { MOST_WORDS_ANSWER };
    let args = [("max", i64::try_from(most).unwrap_or(i64::MAX).into())];
    let text = app.renderer.translate(me.lang, key, &args);
    page.page.fault = true;
    page.errors = vec![FieldError { field: field.to_owned(), text }];
    let template = if field == "body" { "public/questions.html" } else { "public/answers.html" };
    pages::faulty(app, me, template, &page)
}

/// `GET /manage/rounds/{round}/questions`
pub async fn manage(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let facts = app.read(move |conn| facts(conn, &asker, id, Act::AnswerQuestion)).await?;
    let page = view(&app, &me, &facts, View::Manage);
    pages::html(&app, &me, "public/answers.html", &page)
}

/// `POST /manage/rounds/{round}/questions/{question}/answer`
pub async fn answer(
    me: SignedIn,
    ids: Path<(RoundId, QuestionId)>,
    form: Posted<AnswerForm>,
    app: Data<App>,
) -> Answer {
    let ((id, question), asker) = (ids.into_inner(), me.me.clone());
    let facts = app.read(move |conn| facts(conn, &asker, id, Act::AnswerQuestion)).await?;
    if !facts.questions.iter().any(|q| q.id == question) {
        return Err(Error::Missing);
    }
    let text = form.fields.answer.trim().to_owned();
    if let Some(key) = wrong_answer(&text) {
        return answer_again(&app, &me, &facts, (question, text, key));
    }
    let (by, now) = ((me.id, me.name().to_owned()), me.now);
    let act = move |tx: &mut store::Tx| Ok(actions::answer_question(tx, question, by, text, now)?);
    app.write::<_, Error, _>(act).await?;
    Ok(pages::see_other(format!("{}/questions", urls::manage_round(id))))
}

fn wrong_answer(text: &str) -> Option<&'static str> {
    match count_words(text) {
        0 => Some("answer-empty"),
        n if n > MOST_WORDS_ANSWER => Some("answer-too-long"),
        _ => None,
    }
}

fn answer_again(
    app: &App,
    me: &Me,
    facts: &Facts,
    (question, text, key): (QuestionId, String, &str),
) -> Answer {
    let mut page = view(app, me, facts, View::Manage);
    if let Some(shown) = page.waiting.iter_mut().find(|q| q.id == question.as_str()) {
        shown.typed = text;
    }
    come_back(app, me, page, (&format!("answer-{question}"), key))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum View {
    Public,
    Manage,
}

fn view(app: &App, me: &Me, facts: &Facts, view: View) -> QuestionsPage {
    let mut page = pages::frame_of(app, me, "questions-title", &facts.owner);
    let round = &facts.round;
    let (back, action) = match view {
        View::Public => (urls::round(round.id), urls::round(round.id)),
        View::Manage => (urls::manage_round(round.id), urls::manage_round(round.id)),
    };
    page.crumbs =
        vec![pages::crumb(back, round.definition.title.clone()), pages::here(page.title.clone())];
    if me.path.ends_with("asked=1") {
        let text = app.renderer.translate(me.lang, "question-received", &[]);
        page.notice = Some(pages::success(text));
    }
    let all = facts.questions.iter().enumerate();
    let (answered, waiting): (Vec<_>, Vec<_>) = all.partition(|(_, q)| q.answer.is_some());
    let show = |list: Vec<(usize, &Question)>| -> Vec<Shown> {
        list.into_iter().enumerate().map(|(i, (_, q))| shown(app, me, facts, (i + 1, q))).collect()
    };
    QuestionsPage {
        page,
        errors: vec![],
        round_title: round.definition.title.clone(),
        action: format!("{action}/questions"),
        answered: show(answered),
        waiting: if view == View::Manage { show(waiting) } else { vec![] },
        lots: facts.lots.iter().map(choice).collect(),
        lot: String::new(),
        body: String::new(),
        words: 0,
        may_ask: may_ask(round, me.now).is_ok(),
        signed_in: me.person.is_some(),
        sign_in: urls::sign_in(&me.path),
        until: round.questions_until(),
    }
}

fn choice(lot: &Lot) -> LotChoice {
    LotChoice { value: lot.id.to_string(), label: format!("{}. {}", lot.number, lot.details.name) }
}

fn shown(app: &App, me: &Me, facts: &Facts, (number, q): (usize, &Question)) -> Shown {
    let lot = q.lot.and_then(|id| facts.lots.iter().find(|l| l.id == id));
    Shown {
        id: q.id.to_string(),
        number,
        about: match lot {
            Some(lot) => views::lot_label(lot, (&app.renderer, me.lang)),
            None => app.renderer.translate(me.lang, "question-whole-round", &[]),
        },
        body: q.body.clone(),
        asked_at: q.asked_at,
        answer: q.answer.as_ref().map(|a| a.text.clone()),
        answered_at: q.answer.as_ref().map(|a| a.at),
        typed: String::new(),
    }
}
