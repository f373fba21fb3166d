//! The register of complaints about the rules of a round: who handles one, before when, and the answer.

use std::collections::BTreeMap;

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::draft;
use super::form::{Choice, Words};
use crate::actions::{self, AnswerComplaint, Failure};
use crate::domain::accounts::{Organisation, Role};
use crate::domain::ids::{ComplaintId, PersonId, RoundId};
use crate::domain::permission::{Act, Place};
use crate::domain::refusal::Refusal;
use crate::domain::rounds::Round;
use crate::domain::rounds::complaints::{Complaint, ComplaintRefusal, Measure, Ruling};
use crate::domain::words::count_words;
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::public::complaints::ComplaintView;
use crate::web::{pages, urls};

const TEMPLATE: &str = "rounds/complaint.html";
const MOST_WORDS: usize = 1000;
const MOST_REASON: usize = 300;

#[derive(Serialize)]
struct RegisterPage {
    page: Page,
    round_title: String,
    until: jiff::Timestamp,
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    title: String,
    href: String,
    body: String,
    filed_at: jiff::Timestamp,
    due_at: jiff::Timestamp,
    handler: Option<String>,
    status: &'static str,
    status_text: String,
}

#[derive(Serialize)]
struct ComplaintPage {
    page: Page,
    errors: Vec<FieldError>,
    round_title: String,
    back: Option<String>,
    title: String,
    body: String,
    filed_at: jiff::Timestamp,
    due_at: jiff::Timestamp,
    late: bool,
    /// The bids are closed: the terms stay as they are.
    closed: bool,
    handler_name: Option<String>,
    handler_reason: String,
    action: String,
    version: i32,
    /// For who names the handler.
    hands: bool,
    handler: String,
    reason: String,
    colleagues: Vec<Choice>,
    /// For the handler.
    answers: bool,
    ruling: String,
    rulings: Vec<Choice>,
    grounds: String,
    words: usize,
    measure: String,
    measures: Vec<Choice>,
    answered: Option<ComplaintView>,
}

struct Facts {
    round: Round,
    owner: Organisation,
    complaints: Vec<Complaint>,
    /// Everybody of the municipality with the name, and whether they lead rounds.
    colleagues: BTreeMap<PersonId, (String, bool)>,
}

fn facts(conn: &mut Conn, id: RoundId) -> Result<Facts, Error> {
    let round = store::rounds::find(conn, id)?;
    let mut colleagues: BTreeMap<PersonId, (String, bool)> = BTreeMap::new();
    for member in store::accounts::members(conn, round.municipality)? {
        let one = colleagues.entry(member.person).or_insert((member.name, false));
        one.1 |= member.role == Role::ProcessLead;
    }
    Ok(Facts {
        owner: store::accounts::organisation(conn, round.municipality)?,
        complaints: store::complaints::of_round(conn, id)?,
        colleagues,
        round,
    })
}

fn frame(app: &App, me: &Me, facts: &Facts) -> Page {
    let mut page = pages::frame_of(app, me, "complaints-title", &facts.owner);
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

/// `GET /manage/rounds/{round}/complaints`
pub async fn list(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let read = move |conn: &mut Conn| {
        asker.may(Act::ViewComplaints, &store::places::round(conn, id, asker.now)?)?;
        facts(conn, id)
    };
    let facts = app.read(read).await?;
    let words = Words::of(&app, &me);
    let all = (1..).zip(&facts.complaints);
    let page = RegisterPage {
        page: frame(&app, &me, &facts),
        round_title: facts.round.definition.title.clone(),
        until: facts.round.complaints_until(),
        lines: all.map(|one| line(&facts, one, (words, me.now))).collect(),
    };
    pages::html(&app, &me, "rounds/complaints.html", &page)
}

fn line(
    facts: &Facts,
    (number, complaint): (usize, &Complaint),
    (words, now): (Words<'_>, jiff::Timestamp),
) -> Line {
    let (status, key) = match (&complaint.answer, complaint.handler) {
        (Some(_), _) => ("done", "complaint-status-answered"),
        (None, _) if complaint.is_late(now) => ("action", "complaint-status-late"),
        (None, None) => ("action", "complaint-status-new"),
        (None, Some(_)) => ("busy", "complaint-status-handed"),
    };
    Line {
        title: words.with("complaint-number", &[("number", number.to_string().into())]),
        href: address(complaint),
        body: complaint.body.clone(),
        filed_at: complaint.filed_at,
        due_at: complaint.due_at,
        handler: handler_name(facts, complaint),
        status,
        status_text: words.say(key),
    }
}

fn handler_name(facts: &Facts, complaint: &Complaint) -> Option<String> {
    complaint.handler.and_then(|id| facts.colleagues.get(&id)).map(|(name, _)| name.clone())
}

fn address(complaint: &Complaint) -> String {
    format!("{}/complaints/{}", urls::manage_round(complaint.round), complaint.id)
}

type Of = (RoundId, ComplaintId);

struct Found {
    facts: Facts,
    complaint: Complaint,
    place: Place,
}

/// The complaint, for who may do one of these things with it.
async fn load(app: &App, me: &SignedIn, of: Of, acts: &'static [Act]) -> Result<Found, Error> {
    let asker = me.me.clone();
    app.read(move |conn: &mut Conn| {
        let complaint = store::complaints::find(conn, of.1)?;
        let who = (complaint.filed_by, complaint.handler);
        let at = (asker.actor.person, asker.now);
        let place = store::places::matter(conn, complaint.round, who, at)?;
        if !acts.iter().any(|act| asker.can(*act, &place)) {
            asker.may(acts[0], &place)?;
        }
        if complaint.round != of.0 {
            return Err(Error::Missing);
        }
        Ok(Found { facts: facts(conn, of.0)?, complaint, place })
    })
    .await
}

/// `GET /manage/rounds/{round}/complaints/{complaint}`
pub async fn page(me: SignedIn, of: Path<Of>, app: Data<App>) -> Answer {
    let acts = &[Act::ViewComplaints, Act::AnswerComplaint];
    let found = load(&app, &me, of.into_inner(), acts).await?;
    pages::html(&app, &me, TEMPLATE, &view(&app, &me, &found, None))
}

fn view(app: &App, me: &Me, found: &Found, typed: Option<&Typed>) -> ComplaintPage {
    let words = Words::of(app, me);
    let Found { facts, complaint, place } = found;
    let number = facts.complaints.iter().take_while(|c| c.id != complaint.id).count() + 1;
    let or = |name: &str, kept: String| match typed.filter(|typed| typed.has(name)) {
        Some(typed) => typed.text(name).to_owned(),
        None => kept,
    };
    let open = complaint.answer.is_none();
    let grounds = or("grounds", String::new());
    let list = format!("{}/complaints", urls::manage_round(facts.round.id));
    let choices = |all: &[&str], of: &str| -> Vec<Choice> {
        let choice = |word: &&str| Choice::new(*word, words.say(&format!("{of}-{word}")));
        all.iter().map(choice).collect()
    };
    let measures: Vec<&str> = Measure::ALL.iter().map(|measure| measure.as_str()).collect();
    let rulings: Vec<&str> = Ruling::ALL.iter().map(|ruling| ruling.as_str()).collect();
    ComplaintPage {
        page: frame(app, me, facts),
        errors: vec![],
        round_title: facts.round.definition.title.clone(),
        back: me.can(Act::ViewComplaints, place).then_some(list),
        title: words.with("complaint-number", &[("number", number.to_string().into())]),
        body: complaint.body.clone(),
        filed_at: complaint.filed_at,
        due_at: complaint.due_at,
        late: complaint.is_late(me.now),
        closed: !facts.round.takes_bids(me.now),
        handler_name: handler_name(facts, complaint),
        handler_reason: complaint.handler_reason.clone(),
        action: address(complaint),
        version: complaint.version,
        hands: open && me.can(Act::HandComplaint, place),
        handler: or("handler", complaint.handler.map(String::from).unwrap_or_default()),
        reason: or("reason", complaint.handler_reason.clone()),
        colleagues: colleagues(facts, words),
        answers: open && me.can(Act::AnswerComplaint, place),
        ruling: or("ruling", String::new()),
        rulings: choices(&rulings, "complaint-ruling"),
        words: count_words(&grounds),
        grounds,
        measure: or("measure", String::new()),
        measures: choices(&measures, "complaint-measure"),
        answered: ComplaintView::new((number, complaint), words),
    }
}

/// By name; it is said of whom they are not independent.
fn colleagues(facts: &Facts, words: Words<'_>) -> Vec<Choice> {
    let choice = |(id, (name, leads)): (&PersonId, &(String, bool))| match leads {
        true => {
            let label = words.with("complaint-leads", &[("name", name.as_str().into())]);
            Choice::new(id.as_str(), label)
        }
        false => Choice::new(id.as_str(), name),
    };
    let mut all: Vec<Choice> = facts.colleagues.iter().map(choice).collect();
    all.sort_by(|a, b| a.label.cmp(&b.label));
    all
}

/// `POST /manage/rounds/{round}/complaints/{complaint}/handler`
pub async fn hand(me: SignedIn, of: Path<Of>, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let (of, typed) = (of.into_inner(), form.typed);
    let found = load(&app, &me, of, &[Act::HandComplaint]).await?;
    // Nobody has the other id, so it is refused with a sentence.
    let handler = typed.text("handler").parse().unwrap_or_else(|_| PersonId::named(""));
    let reason: String = typed.text("reason").chars().take(MOST_REASON).collect();
    let (at, by, now) = ((of.1, typed.number("version")), draft::by(&me), me.now);
    let act =
        move |tx: &mut store::Tx| actions::hand_complaint(tx, at, (handler, &reason), &by, now);
    let done = app.write(act).await;
    finish(&app, &me, (&found, &typed), done)
}

/// `POST /manage/rounds/{round}/complaints/{complaint}/answer`
pub async fn answer(me: SignedIn, of: Path<Of>, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let (of, typed) = (of.into_inner(), form.typed);
    let found = load(&app, &me, of, &[Act::AnswerComplaint]).await?;
    let new = match read(of.1, &typed) {
        Ok(new) => new,
        Err((field, key)) => {
            let error = Words::of(&app, &me).error(field, key);
            return again(&app, &me, (&found, &typed), error);
        }
    };
    let (by, now) = (draft::by(&me), me.now);
    let done = app.write(move |tx| actions::answer_complaint(tx, new, &by, now)).await;
    finish(&app, &me, (&found, &typed), done)
}

/// Errors: the field that is wrong, and the key of its sentence.
fn read(id: ComplaintId, typed: &Typed) -> Result<AnswerComplaint, (&'static str, &'static str)> {
    let ruling = typed.text("ruling").parse();
    let measure = typed.text("measure").parse();
    if count_words(typed.text("grounds")) > MOST_WORDS {
        return Err(("grounds", "complaint-grounds-long"));
    }
    Ok(AnswerComplaint {
        complaint: id,
        seen: typed.number("version"),
        ruling: ruling.map_err(|_| ("ruling", ComplaintRefusal::NoRuling.key()))?,
        grounds: typed.text("grounds").to_owned(),
        measure: measure.map_err(|_| ("measure", "complaint-refused-no-measure"))?,
    })
}

fn finish(
    app: &App,
    me: &SignedIn,
    about: (&Found, &Typed),
    done: Result<(), Failure<ComplaintRefusal>>,
) -> Answer {
    let why = match done {
        Ok(()) => return Ok(pages::see_other(address(&about.0.complaint))),
        Err(Failure::Refused(why)) => why,
        Err(failure) => return Err(failure.into()),
    };
    let field = match why {
        ComplaintRefusal::NoColleague => "handler",
        ComplaintRefusal::Leads => "reason",
        ComplaintRefusal::NoGrounds | ComplaintRefusal::TooLong => "grounds",
        ComplaintRefusal::NoRuling => "ruling",
        ComplaintRefusal::Measure | ComplaintRefusal::TermsClosed => "measure",
        ComplaintRefusal::Changed => "grounds",
        ComplaintRefusal::TooLate | ComplaintRefusal::Empty | ComplaintRefusal::Answered => {
            return Err(Error::Refused(why.key()));
        }
    };
    again(app, me, about, Words::of(app, me).error(field, why.key()))
}

fn again(app: &App, me: &SignedIn, (found, typed): (&Found, &Typed), error: FieldError) -> Answer {
    let mut page = view(app, me, found, Some(typed));
    page.errors = vec![error];
    page.page.fault = true;
    pages::faulty(app, me, TEMPLATE, &page)
}
