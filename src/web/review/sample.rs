//! Practising on a sample answer: the process lead makes one, assessors judge it and see afterwards
//! what the lead and the group made of it. It counts for nothing.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::{Facts, by, count, facts, frame, say};
use crate::actions::{self, Failure};
use crate::domain::ids::RoundId;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::review::places::paragraphs;
use crate::domain::review::reasons;
use crate::domain::review::sample::{Practice, Sample, SampleRefusal, spread};
use crate::domain::rounds::definition::Grade;
use crate::domain::scoring::Exact;
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::pages;

#[derive(Serialize)]
struct LeadPage {
    page: Page,
    errors: Vec<FieldError>,
    round_title: String,
    action: String,
    back: String,
    criteria: Vec<Choice>,
    criterion: String,
    text: String,
    options: Vec<Choice>,
    grade: String,
    explanation: String,
    version: i32,
    /// Who practised; from then on nothing changes any more.
    names: Vec<String>,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
}

struct OfLead {
    facts: Facts,
    sample: Option<Sample>,
    names: Vec<String>,
}

async fn of_lead(app: &Data<App>, me: &SignedIn, id: RoundId) -> Result<OfLead, Error> {
    let asker = me.clone();
    app.read(move |conn| {
        let facts = facts(conn, &asker, id, Act::AssignAssessors)?;
        let sample = store::samples::find(conn, id)?;
        Ok(OfLead { facts, sample, names: store::samples::names(conn, id)? })
    })
    .await
}

/// `GET /manage/rounds/{round}/sample`
pub async fn lead(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let read = of_lead(&app, &me, id.into_inner()).await?;
    let mut page = lead_view((&app, &me), &read);
    if me.path.ends_with("saved=1") {
        page.page.notice = Some(pages::success(say(&app, &me, "sample-saved", &[])));
    }
    pages::html(&app, &me, "review/sample_lead.html", &page)
}

/// `POST /manage/rounds/{round}/sample`
pub async fn set(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, typed) = (id.into_inner(), &form.typed);
    let read = of_lead(&app, &me, id).await?;
    let done = match typed.text("grade").parse() {
        Ok(grade) => {
            let sample = typed_sample(typed, grade);
            let (who, now) = (by(&me), me.now);
            app.write(move |tx| actions::set_sample(tx, id, sample, &who, now)).await
        }
        Err(_) => Err(SampleRefusal::OffScale.into()),
    };
    match done {
        Ok(()) => Ok(pages::see_other(format!("{}?saved=1", lead_address(id)))),
        Err(Failure::Refused(why)) => lead_again((&app, &me), &read, typed, why),
        Err(broken) => Err(broken.into()),
    }
}

fn typed_sample(typed: &Typed, grade: Exact) -> Sample {
    Sample {
        criterion: typed.text("criterion").to_owned(),
        text: typed.text("text").to_owned(),
        grade,
        explanation: typed.text("explanation").to_owned(),
        version: typed.number("version"),
    }
}

fn lead_address(round: RoundId) -> String {
    format!("/manage/rounds/{round}/sample")
}

fn lead_again(
    (app, me): (&Data<App>, &SignedIn),
    read: &OfLead,
    typed: &Typed,
    why: SampleRefusal,
) -> Answer {
    let field = match why {
        SampleRefusal::NoCriterion => "criterion",
        SampleRefusal::OffScale => "grade",
        SampleRefusal::NoReason => "explanation",
        _ => "text",
    };
    let mut page = lead_view((app, me), read);
    page.criterion = typed.text("criterion").to_owned();
    page.text = typed.text("text").to_owned();
    page.grade = typed.text("grade").to_owned();
    page.explanation = typed.text("explanation").to_owned();
    page.page.fault = true;
    let text = say(app, me, why.key(), &[("max", i64::from(reasons::MOST_WORDS).into())]);
    page.errors = vec![FieldError { field: field.into(), text }];
    pages::faulty(app, me, "review/sample_lead.html", &page)
}

fn choice(grade: &Grade) -> Choice {
    let value = grade.value.plain();
    Choice { label: format!("{value} {}", grade.label), value }
}

fn lead_view((app, me): (&Data<App>, &SignedIn), read: &OfLead) -> LeadPage {
    let OfLead { facts, sample, names } = read;
    let definition = &facts.round.definition;
    let sample = sample.as_ref();
    let text = |of: fn(&Sample) -> &String| sample.map(of).cloned().unwrap_or_default();
    let criteria = definition.criteria.iter();
    let round = facts.round.id;
    LeadPage {
        page: frame(app, me, "sample-title", facts),
        errors: vec![],
        round_title: definition.title.clone(),
        action: lead_address(round),
        back: format!("/manage/rounds/{round}/assignments"),
        criteria: criteria
            .map(|c| Choice { value: c.code.clone(), label: c.name.clone() })
            .collect(),
        criterion: text(|sample| &sample.criterion),
        text: text(|sample| &sample.text),
        options: definition.scale.iter().map(choice).collect(),
        grade: sample.map(|sample| sample.grade.plain()).unwrap_or_default(),
        explanation: text(|sample| &sample.explanation),
        version: sample.map_or(0, |sample| sample.version),
        names: names.clone(),
    }
}

#[derive(Serialize)]
struct SamplePage {
    page: Page,
    errors: Vec<FieldError>,
    round_title: String,
    action: String,
    question: String,
    name: String,
    paragraphs: Vec<String>,
    options: Vec<Scale>,
    grade: String,
    reason: String,
    max_words: u32,
    words: usize,
    compares: Option<String>,
    /// Once one has judged it.
    feedback: Option<Feedback>,
}

/// As `field.scale` wants it.
#[derive(Serialize)]
struct Scale {
    value: String,
    text: String,
}

#[derive(Serialize)]
struct Feedback {
    own: String,
    lead: String,
    explanation: String,
    /// How often each grade was given; none while the group is small.
    group: Option<Vec<GroupLine>>,
}

#[derive(Serialize)]
struct GroupLine {
    grade: String,
    count: String,
    own: bool,
}

struct Own {
    facts: Facts,
    sample: Sample,
    practice: Option<Practice>,
    grades: Vec<Exact>,
}

/// The sample, for an assessor of the round.
fn own(conn: &mut Conn, me: &SignedIn, id: RoundId) -> Result<Own, Error> {
    me.may(Act::ViewOwnReviews, &store::places::round(conn, id, me.now)?)?;
    let assigned = store::assignments::of_person(conn, me.id)?;
    if assigned.iter().all(|(round, _)| *round != id) {
        return Err(Error::Missing);
    }
    let sample = store::samples::find(conn, id)?.ok_or(Error::Missing)?;
    let practice = store::samples::practice(conn, id, me.id)?;
    // Nobody learns what others made of it before one's own is there.
    let grades = match practice {
        Some(_) => store::samples::grades(conn, id)?,
        None => vec![],
    };
    let round = store::rounds::find(conn, id)?;
    Ok(Own { facts: Facts::of(conn, round)?, sample, practice, grades })
}

/// `GET /review/rounds/{round}/sample`
pub async fn page(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.clone());
    let read = app.read(move |conn| own(conn, &asker, id)).await?;
    pages::html(&app, &me, "review/sample.html", &own_view((&app, &me), &read))
}

/// `POST /review/rounds/{round}/sample`
pub async fn practise(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, typed, asker) = (id.into_inner(), &form.typed, me.clone());
    let read = app.read(move |conn| own(conn, &asker, id)).await?;
    let done = match typed.text("grade").parse() {
        Ok(grade) => {
            let practice = Practice { grade, reason: typed.text("reason").to_owned() };
            let (who, now) = (me.id, me.now);
            app.write(move |tx| actions::practise(tx, id, who, practice, now)).await
        }
        Err(_) => Err(SampleRefusal::OffScale.into()),
    };
    match done {
        Ok(()) => Ok(pages::see_other(own_address(id))),
        Err(Failure::Refused(SampleRefusal::Done)) => {
            Err(Error::Refused(SampleRefusal::Done.key()))
        }
        Err(Failure::Refused(why)) => own_again((&app, &me), &read, typed, why),
        Err(broken) => Err(broken.into()),
    }
}

pub fn own_address(round: RoundId) -> String {
    format!("/review/rounds/{round}/sample")
}

fn own_again(
    (app, me): (&Data<App>, &SignedIn),
    read: &Own,
    typed: &Typed,
    why: SampleRefusal,
) -> Answer {
    let (field, key) = match why {
        SampleRefusal::OffScale => ("grade", "score-choose"),
        SampleRefusal::NoReason => ("reason", "sample-write"),
        _ => ("reason", "score-too-long"),
    };
    let mut page = own_view((app, me), read);
    page.grade = typed.text("grade").to_owned();
    page.reason = typed.text("reason").to_owned();
    page.words = crate::domain::words::count_words(&page.reason);
    page.page.fault = true;
    let text = say(app, me, key, &[("max", i64::from(reasons::MOST_WORDS).into())]);
    page.errors = vec![FieldError { field: field.into(), text }];
    pages::faulty(app, me, "review/sample.html", &page)
}

fn own_view((app, me): (&Data<App>, &SignedIn), read: &Own) -> SamplePage {
    let Own { facts, sample, practice, .. } = read;
    let definition = &facts.round.definition;
    let asked = definition.criteria.iter().find(|c| c.code == sample.criterion);
    let mut page = pages::frame_of(app, me, "sample-title", &facts.owner);
    page.crumbs = vec![
        pages::crumb("/review", say(app, me, "menu-review", &[])),
        pages::here(page.title.clone()),
    ];
    let reason = practice.as_ref().map(|p| p.reason.clone()).unwrap_or_default();
    let option = |grade: &Grade| Scale {
        value: grade.value.plain(),
        text: format!("{}: {}", grade.label, grade.text),
    };
    SamplePage {
        page,
        errors: vec![],
        round_title: definition.title.clone(),
        action: own_address(facts.round.id),
        question: asked.map(|c| c.question.clone()).unwrap_or_default(),
        name: asked.map(|c| c.name.clone()).unwrap_or_default(),
        paragraphs: paragraphs(&sample.text),
        options: definition.scale.iter().map(option).collect(),
        grade: String::new(),
        compares: reasons::comparing(&reason).map(str::to_owned),
        words: crate::domain::words::count_words(&reason),
        reason,
        max_words: reasons::MOST_WORDS,
        feedback: practice.as_ref().map(|practice| feedback((app, me), read, practice)),
    }
}

fn feedback((app, me): (&Data<App>, &SignedIn), read: &Own, practice: &Practice) -> Feedback {
    let scale = &read.facts.round.definition.scale;
    let label = |value: &Exact| {
        let on = scale.iter().find(|grade| grade.value == *value);
        on.map_or_else(|| value.plain(), |grade| choice(grade).label)
    };
    let line = |(grade, times): (Exact, usize)| GroupLine {
        count: say(app, me, "sample-times", &[("count", count(times))]),
        own: grade == practice.grade,
        grade: label(&grade),
    };
    let group = spread(&read.grades).map(|found| found.into_iter().rev().map(line).collect());
    Feedback {
        own: label(&practice.grade),
        lead: label(&read.sample.grade),
        explanation: read.sample.explanation.clone(),
        group,
    }
}
