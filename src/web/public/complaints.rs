//! Complaints about the rules of a round: everybody reads what was answered, without a name. Who
//! complained follows it here.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::questions::cooperative;
use crate::actions::{self, Failure, FileComplaint};
use crate::domain::accounts::Organisation;
use crate::domain::accounts::throttle::Gate;
use crate::domain::ids::RoundId;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::Round;
use crate::domain::rounds::complaints::{Complaint, ComplaintRefusal, Measure, due};
use crate::domain::words::count_words;
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::accounts::pass_gate;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::{Me, SignedIn};
use crate::web::rounds::form::Words;
use crate::web::{pages, urls};

const TEMPLATE: &str = "public/complaints.html";
const MOST_WORDS: usize = 600;

#[derive(Serialize)]
struct ComplaintsPage {
    page: Page,
    errors: Vec<FieldError>,
    round_title: String,
    action: String,
    answered: Vec<ComplaintView>,
    own: Vec<OwnView>,
    /// Why it is too late, and what else one can do.
    closed: Option<String>,
    due: Option<jiff::Timestamp>,
    until: jiff::Timestamp,
    signed_in: bool,
    sign_in: String,
    body: String,
    words: usize,
}

/// A complaint that was answered.
#[derive(Serialize)]
pub struct ComplaintView {
    title: String,
    body: String,
    ruling: String,
    grounds: String,
    measure: String,
    /// Where the measure can be seen.
    measure_href: Option<String>,
    at: jiff::Timestamp,
}

/// One of the reader that waits for an answer.
#[derive(Serialize)]
struct OwnView {
    body: String,
    due_at: jiff::Timestamp,
}

impl ComplaintView {
    pub fn new((number, complaint): (usize, &Complaint), words: Words<'_>) -> Option<Self> {
        let answer = complaint.answer.as_ref()?;
        let public = urls::round(complaint.round);
        Some(ComplaintView {
            title: words.with("complaint-number", &[("number", number.to_string().into())]),
            body: complaint.body.clone(),
            ruling: words.say(&format!("complaint-ruling-{}", answer.ruling.as_str())),
            grounds: answer.grounds.clone(),
            measure: words.say(&format!("complaint-measure-{}", answer.measure.as_str())),
            measure_href: match answer.measure {
                Measure::Amendment => Some(format!("{public}/amendments")),
                Measure::Explanation => Some(format!("{public}/questions")),
                Measure::Extension | Measure::NextRound | Measure::Nothing => None,
            },
            at: answer.at,
        })
    }
}

struct Facts {
    round: Round,
    owner: Organisation,
    complaints: Vec<Complaint>,
}

fn facts(conn: &mut Conn, me: &Me, id: RoundId) -> Result<Facts, Error> {
    me.may(Act::ViewPublic, &store::places::round(conn, id, me.now)?)?;
    let round = store::rounds::find(conn, id)?;
    Ok(Facts {
        owner: store::accounts::organisation(conn, round.municipality)?,
        complaints: store::complaints::of_round(conn, id)?,
        round,
    })
}

/// `GET /rounds/{round}/complaints`
pub async fn page(me: Me, id: Path<RoundId>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.clone());
    let facts = app.read(move |conn| facts(conn, &asker, id)).await?;
    pages::html(&app, &me, TEMPLATE, &view(&app, &me, &facts, ""))
}

/// `POST /rounds/{round}/complaints`
pub async fn file(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let facts = app.read(move |conn| facts(conn, &asker, id)).await?;
    let body = form.typed.text("body").to_owned();
    pass_gate(&app, &me, Gate::Ask, me.id.as_str()).await?;
    if count_words(&body) > MOST_WORDS {
        return again(&app, &me, (&facts, &body), "complaint-refused-long");
    }
    let by = (me.id, me.name().to_owned());
    let new = FileComplaint { round: id, by, cooperative: cooperative(&me), body: body.clone() };
    let now = form.at;
    match app.write(move |tx| actions::file_complaint(tx, new, now)).await {
        Ok(_) => Ok(pages::see_other(format!("{}/complaints?filed=1", urls::round(id)))),
        Err(Failure::Refused(why @ (ComplaintRefusal::Empty | ComplaintRefusal::TooLong))) => {
            again(&app, &me, (&facts, &body), why.key())
        }
        Err(failure) => Err(failure.into()),
    }
}

fn again(app: &App, me: &Me, (facts, body): (&Facts, &str), key: &str) -> Answer {
    let mut page = view(app, me, facts, body);
    page.errors = vec![Words::of(app, me).error("body", key)];
    page.page.fault = true;
    pages::faulty(app, me, TEMPLATE, &page)
}

fn view(app: &App, me: &Me, facts: &Facts, body: &str) -> ComplaintsPage {
    let words = Words::of(app, me);
    let mut page = pages::frame_of(app, me, "complaints-title", &facts.owner);
    let round = &facts.round;
    page.crumbs = vec![
        pages::crumb(urls::round(round.id), round.definition.title.clone()),
        pages::here(page.title.clone()),
    ];
    if me.path.ends_with("filed=1") {
        page.notice = Some(pages::success(words.say("complaint-received")));
    }
    let mine = facts.complaints.iter().filter(|c| Some(c.filed_by) == me.actor.person);
    let own = |c: &Complaint| OwnView { body: c.body.clone(), due_at: c.due_at };
    let all = (1..).zip(&facts.complaints);
    let when = due(round, me.now);
    ComplaintsPage {
        page,
        errors: vec![],
        round_title: round.definition.title.clone(),
        action: format!("{}/complaints", urls::round(round.id)),
        answered: all.filter_map(|one| ComplaintView::new(one, words)).collect(),
        own: mine.filter(|c| c.answer.is_none()).map(own).collect(),
        closed: when.err().map(|why| words.say(why.key())),
        due: when.ok(),
        until: round.complaints_until(),
        signed_in: me.person.is_some(),
        sign_in: urls::sign_in(&me.path),
        body: body.to_owned(),
        words: count_words(body),
    }
}
