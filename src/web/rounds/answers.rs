//! Answers of the municipality: who is asked for one, what is written towards it, and what becomes of
//! a private question. Who asked is never on these pages.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::draft;
use super::form::{Choice, Words};
use crate::actions::{self, Failure, PrepareAnswer};
use crate::domain::accounts::Organisation;
use crate::domain::ids::{PersonId, QuestionId, RoundId};
use crate::domain::permission::{Act, Place};
use crate::domain::refusal::Refusal;
use crate::domain::rounds::questions::{Question, QuestionRefusal, Secrecy, Standing, may_answer};
use crate::domain::rounds::{Lot, Round};
use crate::domain::words::count_words;
use crate::rendering::layout::{FieldError, Page};
use crate::store::questions::PublishedNote;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::public::notes::NoteView;
use crate::web::public::questions::about;
use crate::web::public::views::Reader;
use crate::web::{pages, urls};

pub const MOST_WORDS: usize = 1000;
const MOST_TOPIC: usize = 80;
const TEMPLATE: &str = "rounds/question.html";

#[derive(Serialize)]
struct AnswersPage {
    page: Page,
    round_title: String,
    /// Why nothing can be answered any more.
    closed: Option<String>,
    until: jiff::Timestamp,
    waiting: Vec<Line>,
    /// How many can go into the next note.
    ready: usize,
    /// Where it is made, once there is something in it.
    note: Option<String>,
    told: Vec<Line>,
    notes: Vec<NoteView>,
    complaints: String,
}

#[derive(Serialize)]
struct Line {
    href: String,
    about: String,
    body: String,
    asked_at: jiff::Timestamp,
    private: bool,
    status: &'static str,
    status_text: String,
    handler: Option<String>,
}

#[derive(Serialize)]
struct QuestionPage {
    page: Page,
    errors: Vec<FieldError>,
    round_title: String,
    back: Option<String>,
    about: String,
    body: String,
    asked_at: jiff::Timestamp,
    private: bool,
    private_reason: String,
    status_text: String,
    /// Why it cannot be answered any more.
    closed: Option<String>,
    version: i32,
    action: String,
    topic: String,
    topics: Vec<String>,
    answer: String,
    words: usize,
    /// The answer as it was given; then nothing can be changed.
    given: Option<String>,
    /// For the process lead only.
    leads: bool,
    handler: String,
    colleagues: Vec<Choice>,
    may_tell: bool,
    disclosure: Option<String>,
    reason: String,
}

struct Facts {
    round: Round,
    lots: Vec<Lot>,
    owner: Organisation,
    questions: Vec<Question>,
    /// Everybody of the municipality by name, each once.
    colleagues: BTreeMap<PersonId, String>,
}

fn facts(conn: &mut Conn, id: RoundId) -> Result<Facts, Error> {
    let round = store::rounds::find(conn, id)?;
    let members = store::accounts::members(conn, round.municipality)?;
    let all = store::questions::of_round(conn, id)?;
    Ok(Facts {
        lots: store::rounds::lots_of(conn, id)?,
        owner: store::accounts::organisation(conn, round.municipality)?,
        // A question that was taken back is nobody's business any more.
        questions: all.into_iter().filter(|q| q.withdrawn_at.is_none()).collect(),
        colleagues: members.into_iter().map(|member| (member.person, member.name)).collect(),
        round,
    })
}

/// `GET /manage/rounds/{round}/questions`
pub async fn list(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let read = move |conn: &mut Conn| {
        asker.may(Act::AnswerQuestion, &store::places::round(conn, id, asker.now)?)?;
        Ok::<_, Error>((facts(conn, id)?, store::questions::notes_of(conn, id)?))
    };
    let (facts, notes) = app.read(read).await?;
    pages::html(&app, &me, "rounds/answers.html", &overview(&app, &me, (&facts, &notes)))
}

fn overview(app: &App, me: &Me, (facts, notes): (&Facts, &[PublishedNote])) -> AnswersPage {
    let r = Reader { renderer: &app.renderer, lang: me.lang, now: me.now };
    let (id, base) = (facts.round.id, urls::manage_round(facts.round.id));
    let lines = |wanted: &dyn Fn(&Question) -> bool| -> Vec<Line> {
        facts.questions.iter().filter(|q| wanted(q)).map(|q| line(facts, q, r)).collect()
    };
    let ready = facts.questions.iter().filter(|question| ready(question)).count();
    AnswersPage {
        page: frame(app, me, (facts, "questions-title")),
        round_title: facts.round.definition.title.clone(),
        closed: closed(&facts.round, r),
        until: facts.round.answers_until(),
        waiting: lines(&|question| question.answer.is_none()),
        ready,
        note: (ready > 0).then(|| format!("{base}/note")),
        told: lines(&|question| question.standing() == Standing::Told),
        notes: notes.iter().rev().map(|note| NoteView::new(note, id, r)).collect(),
        complaints: format!("{base}/complaints"),
    }
}

/// It can go into the next note.
pub fn ready(question: &Question) -> bool {
    question.standing() == Standing::Prepared && question.secrecy == Secrecy::Public
}

fn closed(round: &Round, r: Reader<'_>) -> Option<String> {
    may_answer(round, r.now).err().map(|why| r.say(why.key()))
}

fn frame(app: &App, me: &Me, (facts, title): (&Facts, &str)) -> Page {
    let mut page = pages::frame_of(app, me, title, &facts.owner);
    let place = Place::organisation(facts.round.municipality);
    // A colleague who only helps with this one thing has no way into the file.
    let back = match me.can(Act::ViewRoundFile, &place) {
        true => urls::manage_round(facts.round.id),
        false => urls::round(facts.round.id),
    };
    let round = pages::crumb(back, facts.round.definition.title.clone());
    page.crumbs = vec![round, pages::here(page.title.clone())];
    page
}

fn line(facts: &Facts, question: &Question, r: Reader<'_>) -> Line {
    let standing = question.standing();
    Line {
        href: address(question),
        about: about(&facts.lots, question, r),
        body: question.body.clone(),
        asked_at: question.asked_at,
        private: question.secrecy == Secrecy::Private,
        status: match standing {
            Standing::Waiting => "action",
            Standing::Disclosing => "busy",
            Standing::Prepared => "todo",
            Standing::Told | Standing::Published | Standing::Withdrawn => "done",
        },
        status_text: r.say(&format!("question-standing-{}", standing.as_str())),
        handler: question.handler.and_then(|id| facts.colleagues.get(&id).cloned()),
    }
}

fn address(question: &Question) -> String {
    format!("{}/questions/{}", urls::manage_round(question.round), question.id)
}

type Of = (RoundId, QuestionId);

/// The question, for who may do this with it.
fn one(conn: &mut Conn, me: &Me, (round, id): Of, act: Act) -> Result<(Facts, Question), Error> {
    let question = store::questions::find(conn, id)?;
    let who = (question.asked_by, question.handler);
    let place = store::places::matter(conn, question.round, who, (me.actor.person, me.now))?;
    me.may(act, &place)?;
    let gone = question.round != round || question.withdrawn_at.is_some();
    if gone { Err(Error::Missing) } else { Ok((facts(conn, round)?, question)) }
}

async fn load(app: &App, me: &SignedIn, of: Of, act: Act) -> Result<(Facts, Question), Error> {
    let asker = me.me.clone();
    app.read(move |conn| one(conn, &asker, of, act)).await
}

/// `GET /manage/rounds/{round}/questions/{question}`
pub async fn page(me: SignedIn, of: Path<Of>, app: Data<App>) -> Answer {
    let (facts, question) = load(&app, &me, of.into_inner(), Act::PrepareAnswer).await?;
    let page = view(&app, &me, (&facts, &question), None);
    pages::html(&app, &me, TEMPLATE, &page)
}

fn view(
    app: &App,
    me: &Me,
    (facts, question): (&Facts, &Question),
    typed: Option<&Typed>,
) -> QuestionPage {
    let r = Reader { renderer: &app.renderer, lang: me.lang, now: me.now };
    let leads = me.can(Act::AnswerQuestion, &Place::organisation(facts.round.municipality));
    let or = |name: &str, kept: &str| match typed.filter(|typed| typed.has(name)) {
        Some(typed) => typed.text(name).to_owned(),
        None => kept.to_owned(),
    };
    let answer = or("answer", &question.draft);
    let private = question.secrecy == Secrecy::Private;
    let handler = question.handler.map(String::from).unwrap_or_default();
    let topics: BTreeSet<&String> = facts.questions.iter().map(|q| &q.topic).collect();
    let colleague = |(id, name): (&PersonId, &String)| Choice::new(id.as_str(), name);
    let mut colleagues: Vec<Choice> = facts.colleagues.iter().map(colleague).collect();
    colleagues.sort_by(|a, b| a.label.cmp(&b.label));
    let list = format!("{}/questions", urls::manage_round(facts.round.id));
    QuestionPage {
        page: frame(app, me, (facts, "answer-title")),
        errors: vec![],
        round_title: facts.round.definition.title.clone(),
        back: leads.then_some(list),
        about: about(&facts.lots, question, r),
        body: question.body.clone(),
        asked_at: question.asked_at,
        private,
        private_reason: question.secrecy_reason.clone(),
        status_text: r.say(&format!("question-standing-{}", question.standing().as_str())),
        closed: closed(&facts.round, r),
        version: question.version,
        action: address(question),
        topic: or("topic", &question.topic),
        topics: topics.into_iter().filter(|topic| !topic.is_empty()).cloned().collect(),
        words: count_words(&answer),
        answer,
        given: question.answer.as_ref().map(|answer| answer.text.clone()),
        leads,
        handler: or("handler", &handler),
        colleagues,
        may_tell: private && !question.draft.is_empty(),
        disclosure: question.disclosure.clone(),
        reason: or("reason", ""),
    }
}

/// `POST /manage/rounds/{round}/questions/{question}`: the answer as far as it is.
pub async fn prepare(
    me: SignedIn,
    of: Path<Of>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (of, typed) = (of.into_inner(), form.typed);
    let found = load(&app, &me, of, Act::PrepareAnswer).await?;
    if let Some((field, key, max)) = wrong(&typed) {
        let args = [("max", i64::try_from(max).unwrap_or(i64::MAX).into())];
        let text = Words::of(&app, &me).with(key, &args);
        return again(&app, &me, (&found, &typed), FieldError { field: field.into(), text });
    }
    let new = PrepareAnswer {
        question: of.1,
        seen: typed.number("version"),
        topic: typed.text("topic").to_owned(),
        text: typed.text("answer").to_owned(),
    };
    let (by, now) = (draft::by(&me), me.now);
    let done = app.write(move |tx| actions::prepare_answer(tx, &new, &by, now)).await;
    finish(&app, &me, (&found, &typed), ("answer", done))
}

fn wrong(typed: &Typed) -> Option<(&'static str, &'static str, usize)> {
    if typed.text("topic").chars().count() > MOST_TOPIC {
        return Some(("topic", "answer-topic-long", MOST_TOPIC));
    }
    let words = count_words(typed.text("answer"));
    (words > MOST_WORDS).then_some(("answer", "answer-too-long", MOST_WORDS))
}

/// Back to the question, or the form once more with the sentence.
fn finish(
    app: &App,
    me: &SignedIn,
    (found, typed): (&(Facts, Question), &Typed),
    (field, done): (&str, Result<(), Failure<QuestionRefusal>>),
) -> Answer {
    match done {
        Ok(()) => Ok(pages::see_other(address(&found.1))),
        Err(Failure::Refused(
            why @ (QuestionRefusal::NoReason
            | QuestionRefusal::TooLong
            | QuestionRefusal::NoColleague
            | QuestionRefusal::NoAnswer
            | QuestionRefusal::Changed),
        )) => {
            let error = Words::of(app, me).error(field, why.key());
            again(app, me, (found, typed), error)
        }
        Err(failure) => Err(failure.into()),
    }
}

/// What was typed stays; the version is that of now, so that sending it again is a choice.
fn again(
    app: &App,
    me: &SignedIn,
    ((facts, question), typed): (&(Facts, Question), &Typed),
    error: FieldError,
) -> Answer {
    let mut page = view(app, me, (facts, question), Some(typed));
    page.errors = vec![error];
    page.page.fault = true;
    pages::faulty(app, me, TEMPLATE, &page)
}

/// `POST /manage/rounds/{round}/questions/{question}/handler`: asks a colleague.
pub async fn hand(me: SignedIn, of: Path<Of>, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let (of, typed) = (of.into_inner(), form.typed);
    let found = load(&app, &me, of, Act::AnswerQuestion).await?;
    let at = (of.1, typed.number("version"));
    let handler = match typed.text("handler") {
        "" => None,
        // Nobody has this id, so it is refused with a sentence.
        id => Some(id.parse().unwrap_or_else(|_| PersonId::named(""))),
    };
    let (by, now) = (draft::by(&me), me.now);
    let done = app.write(move |tx| actions::hand_question(tx, at, handler, &by, now)).await;
    finish(&app, &me, (&found, &typed), ("handler", done))
}

/// `POST /manage/rounds/{round}/questions/{question}/answer`: a private one, to its asker alone.
pub async fn tell(me: SignedIn, of: Path<Of>, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let (of, typed) = (of.into_inner(), form.typed);
    let found = load(&app, &me, of, Act::AnswerQuestion).await?;
    let at = (of.1, typed.number("version"));
    let (by, now) = (draft::by(&me), me.now);
    let done = app.write(move |tx| actions::tell_answer(tx, at, &by, now)).await;
    finish(&app, &me, (&found, &typed), ("answer", done))
}

/// `POST /manage/rounds/{round}/questions/{question}/disclosure`: may everybody read it?
pub async fn disclosure(
    me: SignedIn,
    of: Path<Of>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (of, typed) = (of.into_inner(), form.typed);
    let found = load(&app, &me, of, Act::AnswerQuestion).await?;
    let (at, reason) = ((of.1, typed.number("version")), typed.text("reason").to_owned());
    let (by, now) = (draft::by(&me), me.now);
    let done = app.write(move |tx| actions::ask_disclosure(tx, at, &reason, &by, now)).await;
    finish(&app, &me, (&found, &typed), ("reason", done))
}
