//! Questions and answers: everybody reads the same, at the same time. Who asked something follows it
//! here, and reads the answer to a private question; nobody else does.

use std::collections::BTreeSet;

use actix_web::web::{Data, Path, Query};
use serde::{Deserialize, Serialize};

use super::notes::NoteView;
use super::views::{Reader, lot_label};
use crate::actions::{self, AskQuestion, Failure};
use crate::domain::accounts::throttle::Gate;
use crate::domain::accounts::{Organisation, OrganisationKind};
use crate::domain::ids::{OrganisationId, QuestionId, RoundId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::questions::{
    LONGEST, Question, QuestionRefusal, Secrecy, Standing, fits, may_ask,
};
use crate::domain::rounds::{Lot, Round};
use crate::domain::words::count_words;
use crate::rendering::layout::{FieldError, Page};
use crate::store::questions::PublishedNote;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::accounts::pass_gate;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

const TEMPLATE: &str = "public/questions.html";
const MOST_WORDS: usize = 300;
const MOST_REASON_WORDS: usize = 100;

#[derive(Deserialize, Default)]
pub struct About {
    #[serde(default)]
    lot: String,
}

#[derive(Serialize)]
struct QuestionsPage {
    page: Page,
    errors: Vec<FieldError>,
    round_title: String,
    action: String,
    /// The newest first.
    notes: Vec<NoteView>,
    /// Answers of before there were notes.
    earlier: Vec<Shown>,
    own: Vec<OwnView>,
    lots: Vec<LotChoice>,
    lot: String,
    body: String,
    words: usize,
    private: bool,
    private_reason: String,
    may_ask: bool,
    signed_in: bool,
    sign_in: String,
    until: jiff::Timestamp,
    answers_until: jiff::Timestamp,
    complaints: String,
}

#[derive(Serialize)]
struct Shown {
    id: String,
    number: usize,
    about: String,
    body: String,
    answer: String,
    answered_at: jiff::Timestamp,
}

/// A question of the reader.
#[derive(Serialize)]
struct OwnView {
    about: String,
    body: String,
    private: bool,
    status: String,
    /// Only for a private question; others are in a note.
    answer: Option<String>,
    /// Why the municipality wants everybody to read it.
    disclosure: Option<String>,
    disclose: String,
    withdraw: Option<String>,
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
    notes: Vec<PublishedNote>,
    owner: Organisation,
}

fn facts(conn: &mut Conn, me: &Me, id: RoundId) -> Result<Facts, Error> {
    me.may(Act::ViewPublic, &store::places::round(conn, id, me.now)?)?;
    let round = store::rounds::find(conn, id)?;
    Ok(Facts {
        lots: store::rounds::lots_of(conn, id)?,
        questions: store::questions::of_round(conn, id)?,
        notes: store::questions::notes_of(conn, id)?,
        owner: store::accounts::organisation(conn, round.municipality)?,
        round,
    })
}

/// `GET /rounds/{round}/questions`
pub async fn page(me: Me, id: Path<RoundId>, about: Query<About>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.clone());
    let facts = app.read(move |conn| facts(conn, &asker, id)).await?;
    let mut page = view(&app, &me, &facts, &Typed::default());
    page.lot.clone_from(&about.lot);
    pages::html(&app, &me, TEMPLATE, &page)
}

/// `POST /rounds/{round}/questions`
pub async fn ask(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let facts = app.read(move |conn| facts(conn, &asker, id)).await?;
    may_ask(&facts.round, form.at).map_err(Failure::Refused)?;
    pass_gate(&app, &me, Gate::Ask, me.id.as_str()).await?;
    if let Some((field, key, max)) = wrong(&form.typed) {
        let args = [("max", i64::try_from(max).unwrap_or(i64::MAX).into())];
        let text = app.renderer.translate(me.lang, key, &args);
        return come_back(&app, &me, (&facts, &form.typed), (field, text));
    }
    let (asked, now) = (question(&me, &facts, &form.typed), form.at);
    match app.write(move |tx| actions::ask_question(tx, asked, now)).await {
        Ok(_) => Ok(pages::see_other(format!("{}/questions?asked=1", urls::round(id)))),
        Err(Failure::Refused(why @ QuestionRefusal::NoReason)) => {
            let text = app.renderer.translate(me.lang, why.key(), &[]);
            come_back(&app, &me, (&facts, &form.typed), ("private_reason", text))
        }
        Err(failure) => Err(failure.into()),
    }
}

fn wrong(typed: &Typed) -> Option<(&'static str, &'static str, usize)> {
    let (body, reason) = (typed.text("body"), typed.text("private_reason"));
    match count_words(body) {
        0 => return Some(("body", "question-empty", MOST_WORDS)),
        n if n > MOST_WORDS => return Some(("body", "question-too-long", MOST_WORDS)),
        _ => {}
    }
    if count_words(reason) > MOST_REASON_WORDS {
        return Some(("private_reason", "question-too-long", MOST_REASON_WORDS));
    }
    let long = |text: &str| fits(text).err().map(|why| why.key());
    let wrong = long(body).map(|key| ("body", key));
    let wrong = wrong.or_else(|| long(reason).map(|key| ("private_reason", key)));
    wrong.map(|(field, key)| (field, key, LONGEST))
}

/// The cooperative for which somebody acts here: only where there is no doubt which one.
pub fn cooperative(me: &Me) -> Option<OrganisationId> {
    let own = me.actor.memberships.iter().filter(|m| m.kind == OrganisationKind::Cooperative);
    let own: BTreeSet<OrganisationId> = own.map(|m| m.organisation).collect();
    own.first().copied().filter(|_| own.len() == 1)
}

fn question(me: &SignedIn, facts: &Facts, typed: &Typed) -> AskQuestion {
    let lot = facts.lots.iter().find(|lot| lot.id.as_str() == typed.text("lot"));
    let private = typed.has("private").then(|| typed.text("private_reason").to_owned());
    AskQuestion {
        round: facts.round.id,
        lot: lot.map(|lot| lot.id),
        by: (me.id, me.name().to_owned()),
        cooperative: cooperative(me),
        body: typed.text("body").to_owned(),
        private,
    }
}

fn come_back(
    app: &App,
    me: &Me,
    (facts, typed): (&Facts, &Typed),
    (field, text): (&str, String),
) -> Answer {
    let mut page = view(app, me, facts, typed);
    page.page.fault = true;
    page.errors = vec![FieldError { field: field.to_owned(), text }];
    pages::faulty(app, me, TEMPLATE, &page)
}

type Of = (RoundId, QuestionId);

/// The round of a question that is this person's own.
fn own(conn: &mut Conn, me: &Me, (round, id): Of) -> Result<(), Error> {
    let question = store::questions::find(conn, id)?;
    let who = (question.asked_by, question.handler);
    let place = store::places::matter(conn, question.round, who, (me.actor.person, me.now))?;
    me.may(Act::FollowMatter, &place)?;
    if question.round == round { Ok(()) } else { Err(Error::Missing) }
}

/// `POST /rounds/{round}/questions/{question}/withdrawal`
pub async fn withdraw(
    me: SignedIn,
    of: Path<Of>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (of, asker, now) = (of.into_inner(), me.me.clone(), form.at);
    app.read(move |conn| own(conn, &asker, of)).await?;
    let by = (me.id, me.name().to_owned());
    app.write(move |tx| actions::withdraw_question(tx, of.1, &by, now)).await?;
    Ok(pages::see_other(format!("{}/questions", urls::round(of.0))))
}

/// `POST /rounds/{round}/questions/{question}/disclosure`
pub async fn disclose(
    me: SignedIn,
    of: Path<Of>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (of, asker, now) = (of.into_inner(), me.me.clone(), form.at);
    app.read(move |conn| own(conn, &asker, of)).await?;
    let by = (me.id, me.name().to_owned());
    app.write(move |tx| actions::disclose_question(tx, of.1, &by, now)).await?;
    Ok(pages::see_other(format!("{}/questions", urls::round(of.0))))
}

fn view(app: &App, me: &Me, facts: &Facts, typed: &Typed) -> QuestionsPage {
    let r = Reader { renderer: &app.renderer, lang: me.lang, now: me.now };
    let mut page = pages::frame_of(app, me, "questions-title", &facts.owner);
    let round = &facts.round;
    page.crumbs = vec![
        pages::crumb(urls::round(round.id), round.definition.title.clone()),
        pages::here(page.title.clone()),
    ];
    if me.path.ends_with("asked=1") {
        page.notice = Some(pages::success(r.say("question-received")));
    }
    let before_notes = facts.questions.iter().filter_map(|q| shown(facts, q, r));
    let own = facts.questions.iter().filter(|q| Some(q.asked_by) == me.actor.person);
    let notes = facts.notes.iter().rev();
    QuestionsPage {
        page,
        errors: vec![],
        round_title: round.definition.title.clone(),
        action: format!("{}/questions", urls::round(round.id)),
        notes: notes.map(|note| NoteView::new(note, round.id, r)).collect(),
        earlier: (1..).zip(before_notes).map(|(number, s)| Shown { number, ..s }).collect(),
        own: own.map(|question| own_view(facts, question, r)).collect(),
        lots: facts.lots.iter().map(choice).collect(),
        lot: typed.text("lot").to_owned(),
        body: typed.text("body").to_owned(),
        words: count_words(typed.text("body")),
        private: typed.has("private"),
        private_reason: typed.text("private_reason").to_owned(),
        may_ask: may_ask(round, me.now).is_ok(),
        signed_in: me.person.is_some(),
        sign_in: urls::sign_in(&me.path),
        until: round.questions_until(),
        answers_until: round.answers_until(),
        complaints: format!("{}/complaints", urls::round(round.id)),
    }
}

fn choice(lot: &Lot) -> LotChoice {
    LotChoice { value: lot.id.to_string(), label: format!("{}. {}", lot.number, lot.details.name) }
}

/// What a question is about, in words.
pub fn about(lots: &[Lot], question: &Question, r: Reader<'_>) -> String {
    let lot = question.lot.and_then(|id| lots.iter().find(|lot| lot.id == id));
    match lot {
        Some(lot) => lot_label(lot, (r.renderer, r.lang)),
        None => r.say("question-whole-round"),
    }
}

/// Only answers that stand in no note.
fn shown(facts: &Facts, question: &Question, r: Reader<'_>) -> Option<Shown> {
    let answer = question.answer.as_ref().filter(|_| question.is_public())?;
    answer.note.is_none().then(|| Shown {
        id: question.id.to_string(),
        number: 0,
        about: about(&facts.lots, question, r),
        body: question.body.clone(),
        answer: answer.text.clone(),
        answered_at: answer.at,
    })
}

fn own_view(facts: &Facts, question: &Question, r: Reader<'_>) -> OwnView {
    let standing = question.standing();
    // That an answer is being written is the municipality's own business.
    let said = match standing {
        Standing::Prepared => Standing::Waiting,
        other => other,
    };
    let told = question.answer.as_ref().filter(|_| standing == Standing::Told);
    let open = question.answer.is_none() && question.withdrawn_at.is_none();
    let at = format!("{}/questions/{}", urls::round(question.round), question.id);
    OwnView {
        about: about(&facts.lots, question, r),
        body: question.body.clone(),
        private: question.secrecy == Secrecy::Private,
        status: r.say(&format!("question-own-{}", said.as_str())),
        answer: told.map(|answer| answer.text.clone()),
        disclosure: question.disclosure.clone().filter(|_| open),
        disclose: format!("{at}/disclosure"),
        withdraw: open.then(|| format!("{at}/withdrawal")),
    }
}
