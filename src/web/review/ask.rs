//! Asking one bidder: a supplement to a requirement, or a clarification for the assessors.

use actix_web::web::{Data, Path};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::admissibility::address;
use super::{Facts, by, facts, frame, not_barred, say};
use crate::actions::{self, AskBidder, Failure};
use crate::domain::bids::Bid;
use crate::domain::ids::{BidId, InquiryId, PersonId, RoundId};
use crate::domain::moments::{MomentError, day_of, moment};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::review::inquiry::{InquiryKind, InquiryRefusal, LONGEST};
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::pages;

const TEMPLATE: &str = "review/ask.html";
/// What the form proposes, in days.
const USUAL_TERM: i64 = 7;
/// Clock time at which a term ends unless somebody chooses another one.
const USUAL_TIME: &str = "17:00";

#[derive(Serialize)]
struct AskPage {
    page: Page,
    errors: Vec<FieldError>,
    back: String,
    action: String,
    /// Comes back with the form: the same form twice is one question.
    id: String,
    supplement: bool,
    /// The clock of the decision stands still meanwhile.
    still: bool,
    /// What it is about, when that is fixed.
    about: Option<String>,
    criteria: Vec<Choice>,
    criterion: String,
    assessors: Vec<Choice>,
    assessor: String,
    question: String,
    max: usize,
    due_date: String,
    due_time: String,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
}

struct Read {
    facts: Facts,
    bid: Bid,
    cooperative: String,
    assessors: Vec<(PersonId, String)>,
}

fn read(conn: &mut Conn, me: &Me, (round, bid): (RoundId, BidId)) -> Result<Read, Error> {
    let facts = facts(conn, me, round, Act::CheckAdmissibility)?;
    let bid = store::bids::find(conn, bid)?;
    if bid.round != round || bid.code.is_none() {
        return Err(Error::Missing);
    }
    not_barred(conn, me, &bid)?;
    let of_round = store::assignments::of_round(conn, round)?;
    let mut assessors = vec![];
    for one in of_round.iter().filter(|one| one.lot == bid.lot) {
        assessors.push((one.person, store::accounts::person_by_id(conn, one.person)?.name));
    }
    let cooperative = store::accounts::organisation(conn, bid.cooperative)?.name;
    Ok(Read { facts, bid, cooperative, assessors })
}

/// What the question is about.
#[derive(Clone)]
enum About {
    Requirement(String),
    Criterion,
}

/// `GET /manage/rounds/{round}/admissibility/{bid}/supplements/{requirement}`
pub async fn supplement(
    me: SignedIn,
    ids: Path<(RoundId, BidId, String)>,
    app: Data<App>,
) -> Answer {
    let (round, bid, code) = ids.into_inner();
    show(&app, &me, (round, bid), About::Requirement(code)).await
}

/// `GET /manage/rounds/{round}/admissibility/{bid}/clarifications`
pub async fn clarification(me: SignedIn, ids: Path<(RoundId, BidId)>, app: Data<App>) -> Answer {
    show(&app, &me, ids.into_inner(), About::Criterion).await
}

async fn show(app: &Data<App>, me: &SignedIn, ids: (RoundId, BidId), about: About) -> Answer {
    let asker = me.me.clone();
    let read = app.read(move |conn| read(conn, &asker, ids)).await?;
    let page = view((app, me), &read, (&about, None))?;
    pages::html(app, me, TEMPLATE, &page)
}

/// `POST /manage/rounds/{round}/admissibility/{bid}/supplements/{requirement}`
pub async fn ask_supplement(
    me: SignedIn,
    ids: Path<(RoundId, BidId, String)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (round, bid, code) = ids.into_inner();
    ask(&app, &me, (round, bid), (About::Requirement(code), &form.typed)).await
}

/// `POST /manage/rounds/{round}/admissibility/{bid}/clarifications`
pub async fn ask_clarification(
    me: SignedIn,
    ids: Path<(RoundId, BidId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    ask(&app, &me, ids.into_inner(), (About::Criterion, &form.typed)).await
}

async fn ask(
    app: &Data<App>,
    me: &SignedIn,
    ids: (RoundId, BidId),
    (about, typed): (About, &Typed),
) -> Answer {
    let (asker, who, now) = (me.me.clone(), by(me), me.now);
    let read = app.read(move |conn| read(conn, &asker, ids)).await?;
    // An unknown part has no page to come back to.
    view((app, me), &read, (&about, None))?;
    let new = match new_question(ids.1, (&about, typed)) {
        Ok(new) => new,
        Err((field, key)) => return again((app, me), &read, (&about, typed), (field, key)),
    };
    match app.write(move |tx| actions::ask_bidder(tx, new, &who, now)).await {
        Ok(()) => Ok(pages::see_other(format!("{}?asked=1", address(ids.0, ids.1)))),
        Err(Failure::Refused(why)) => match field_of(why) {
            Some(field) => again((app, me), &read, (&about, typed), (field, why.key())),
            None => Err(Error::Refused(why.key())),
        },
        Err(broken) => Err(broken.into()),
    }
}

/// The field at which a refusal shows; none when no other text would help.
fn field_of(why: InquiryRefusal) -> Option<&'static str> {
    match why {
        InquiryRefusal::Empty | InquiryRefusal::TooLong => Some("question"),
        InquiryRefusal::TooSoon | InquiryRefusal::TooLate => Some("due"),
        InquiryRefusal::NotThis => Some("criterion"),
        _ => None,
    }
}

fn new_question(
    bid: BidId,
    (about, typed): (&About, &Typed),
) -> Result<AskBidder, (&'static str, &'static str)> {
    let (kind, about) = match about {
        About::Requirement(code) => (InquiryKind::Supplement, code.clone()),
        About::Criterion => (InquiryKind::Clarification, typed.text("criterion").to_owned()),
    };
    if about.is_empty() {
        return Err(("criterion", "error-choose"));
    }
    Ok(AskBidder {
        id: typed.text("inquiry").parse().unwrap_or_else(|_| InquiryId::new(store::new_id())),
        bid,
        kind,
        about,
        question: typed.text("question").to_owned(),
        due_at: typed_moment(typed).map_err(|key| ("due", key))?,
        on_behalf: typed.text("assessor").parse().ok(),
    })
}

/// The fields `due_date` and `due_time` as a moment, or what is wrong with them.
pub fn typed_moment(typed: &Typed) -> Result<Timestamp, &'static str> {
    moment(typed.text("due_date"), typed.text("due_time")).map_err(|why| match why {
        MomentError::Day => "inquiry-due-day",
        MomentError::Time => "inquiry-due-time",
        MomentError::Skipped | MomentError::Twice => "inquiry-due-night",
    })
}

fn again(
    reader: (&Data<App>, &SignedIn),
    read: &Read,
    (about, typed): (&About, &Typed),
    (field, key): (&str, &str),
) -> Answer {
    let mut page = view(reader, read, (about, Some(typed)))?;
    page.page.fault = true;
    let text = say(reader.0, reader.1, key, &[]);
    page.errors = vec![FieldError { field: field.to_owned(), text }];
    pages::faulty(reader.0, reader.1, TEMPLATE, &page)
}

fn view(
    (app, me): (&Data<App>, &SignedIn),
    read: &Read,
    (about, typed): (&About, Option<&Typed>),
) -> Result<AskPage, Error> {
    let definition = &read.facts.round.definition;
    let back = address(read.facts.round.id, read.bid.id);
    let (title, action, fixed) = match about {
        About::Requirement(code) => {
            let known = definition.requirements.iter().find(|r| r.code == *code);
            let known = known.ok_or(Error::Missing)?;
            let fixed = Some(format!("{}. {}", known.code, known.title));
            ("supplement-title", format!("{back}/supplements/{code}"), fixed)
        }
        About::Criterion => ("clarification-title", format!("{back}/clarifications"), None),
    };
    let mut page = frame(app, me, title, &read.facts);
    page.crumbs.pop();
    page.crumbs.push(pages::crumb(&back, &read.cooperative));
    page.crumbs.push(pages::here(page.title.clone()));
    let or = |name: &str, kept: &str| typed.map_or(kept, |t| t.text(name)).to_owned();
    let usual = me.now.saturating_add(SignedDuration::from_hours(24 * USUAL_TERM));
    let usual = day_of(usual.unwrap_or(me.now)).to_string();
    let choice = |value: String, label: &str| Choice { value, label: label.to_owned() };
    Ok(AskPage {
        page,
        errors: vec![],
        back,
        action,
        id: or("inquiry", InquiryId::new(store::new_id()).as_str()),
        supplement: matches!(about, About::Requirement(_)),
        still: read.facts.round.is_under_review(),
        about: fixed,
        criteria: definition.criteria.iter().map(|c| choice(c.code.clone(), &c.name)).collect(),
        criterion: or("criterion", ""),
        assessors: read.assessors.iter().map(|(id, name)| choice(id.to_string(), name)).collect(),
        assessor: or("assessor", ""),
        question: or("question", ""),
        max: LONGEST,
        due_date: or("due_date", &usual),
        due_time: or("due_time", USUAL_TIME),
    })
}
