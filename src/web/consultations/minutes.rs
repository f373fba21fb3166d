//! Minutes that follow from the acts: who was there, what was on the agenda, what came out. Once
//! approved everybody reads them, as a page and as a paper.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::desk::{Desk, Said, say, show};
use crate::documents::paper::{Block, Cover, Fact, Paper, Part, Words};
use crate::domain::consultations::{Decision, Item, Meeting, Request, RequestState, Seat, Task};
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::permission::Act;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::bids::documents::{as_pdf, printed};
use crate::web::downloads;
use crate::web::errors::{Answer, Error};
use crate::web::forms::Typed;
use crate::web::me::Me;
use crate::web::pages;

/// Everything that the minutes of a meeting say.
pub struct Record {
    pub meeting: Item<Meeting>,
    pub agenda: Vec<Item<Request>>,
    pub decisions: Vec<Item<Decision>>,
    pub tasks: Vec<Item<Task>>,
}

impl Record {
    pub fn load(conn: &mut Conn, of: ConsultationId, id: ItemId) -> Result<Record, Error> {
        let requests: Vec<Item<Request>> = store::consultations::items(conn, of)?;
        let on = |one: &Item<Request>| one.body.state == RequestState::Accepted { meeting: id };
        Ok(Record {
            meeting: store::consultations::one(conn, of, id)?,
            agenda: requests.into_iter().filter(on).collect(),
            decisions: store::consultations::items_under(conn, id)?,
            tasks: store::consultations::items_under(conn, id)?,
        })
    }
}

/// The same in words.
#[derive(Serialize)]
pub struct Told {
    title: String,
    place: String,
    starts_at: Timestamp,
    ends_at: Timestamp,
    attended: String,
    agenda: Vec<Asked>,
    notes: String,
    pub decisions: Vec<Decided>,
    tasks: Vec<Doing>,
    approved: Option<Approved>,
}

#[derive(Serialize)]
struct Asked {
    title: String,
    holder: String,
    why: String,
}

#[derive(Serialize)]
pub struct Decided {
    pub id: String,
    kind: String,
    text: String,
    dissents: Vec<Otherwise>,
    /// Where the reader's seat says what it thinks instead.
    pub dissent: Option<String>,
}

#[derive(Serialize)]
struct Otherwise {
    /// A seat, or the words for one that wants no name here.
    who: String,
    reason: String,
}

#[derive(Serialize)]
struct Doing {
    what: String,
    owner: String,
    due: Date,
    done: bool,
}

#[derive(Serialize)]
struct Approved {
    at: Timestamp,
    by: String,
}

pub fn told(app: &App, me: &Me, seats: &[Item<Seat>], record: &Record) -> Told {
    let meeting = &record.meeting.body;
    let there = seats.iter().filter(|seat| meeting.attended.contains(&seat.id));
    let asked = |one: &Item<Request>| Asked {
        title: one.body.title.clone(),
        holder: one.body.holder.clone(),
        why: one.body.why.clone(),
    };
    let doing = |one: &Item<Task>| Doing {
        what: one.body.what.clone(),
        owner: one.body.owner.clone(),
        due: one.body.due,
        done: one.body.done_at.is_some(),
    };
    Told {
        title: meeting.called.title.clone(),
        place: meeting.called.place.clone(),
        starts_at: meeting.called.starts_at,
        ends_at: meeting.called.ends_at,
        attended: there.map(|seat| seat.body.holder.as_str()).collect::<Vec<_>>().join(", "),
        agenda: record.agenda.iter().map(asked).collect(),
        notes: meeting.notes.clone(),
        decisions: record.decisions.iter().map(|one| decided(app, me, one)).collect(),
        tasks: record.tasks.iter().map(doing).collect(),
        approved: meeting
            .approved
            .as_ref()
            .map(|approval| Approved { at: approval.at, by: approval.by.clone() }),
    }
}

fn decided(app: &App, me: &Me, one: &Item<Decision>) -> Decided {
    let nameless = || say(app, me, "consultation-dissent-nameless", &[]);
    let otherwise = |dissent: &crate::domain::consultations::Dissent| Otherwise {
        who: dissent.name.clone().unwrap_or_else(nameless),
        reason: dissent.reason.clone(),
    };
    let kind = one.body.kind.as_str().replace('_', "-");
    Decided {
        id: one.id.to_string(),
        kind: say(app, me, &format!("consultation-decision-{kind}"), &[]),
        text: one.body.text.clone(),
        dissents: one.body.dissents.iter().map(otherwise).collect(),
        dissent: None,
    }
}

#[derive(Serialize)]
struct View {
    table: String,
    record: Told,
    pdf: String,
}

type Ids = (ConsultationId, ItemId);

/// Only what is approved; before that there are no minutes for the public.
async fn approved(app: &App, me: &Me, ids: Ids) -> Result<(Desk, Record), Error> {
    let asker = me.clone();
    let load = move |conn: &mut Conn| {
        let desk = Desk::load(conn, &asker, ids.0, Act::ViewPublic)?;
        let record = Record::load(conn, ids.0, ids.1)?;
        match record.meeting.body.approved {
            Some(_) => Ok((desk, record)),
            None => Err(Error::Missing),
        }
    };
    app.read(load).await
}

/// `GET /consultations/{consultation}/meetings/{meeting}/minutes`
pub async fn page(me: Me, ids: Path<Ids>, app: Data<App>) -> Answer {
    let (desk, record) = approved(&app, &me, *ids).await?;
    let body = View {
        table: desk.table.details.title.clone(),
        record: told(&app, &me, &desk.seats, &record),
        pdf: desk.href(&format!("meetings/{}/minutes.pdf", ids.1)),
    };
    let mut page = desk.page(&app, &me, "consultation-minutes");
    page.crumbs.pop();
    page.crumbs.push(pages::here(record.meeting.body.called.title.clone()));
    let typed = Typed::default();
    show((&app, &me), "consultations/minutes.html", (page, body), &Said::nothing(&typed))
}

/// `GET /consultations/{consultation}/meetings/{meeting}/minutes.pdf`
pub async fn pdf(me: Me, ids: Path<Ids>, app: Data<App>) -> Answer {
    let (desk, record) = approved(&app, &me, *ids).await?;
    let paper = paper(&app, &me, &desk, &record);
    let bytes = printed(&app, paper, as_pdf).await?;
    let name = say(&app, &me, "consultation-minutes-file", &[]);
    Ok(downloads::bytes(&format!("{name}.pdf"), "application/pdf", bytes))
}

fn paper(app: &App, me: &Me, desk: &Desk, record: &Record) -> Paper {
    let told = told(app, me, &desk.seats, record);
    let word = |key: &str| say(app, me, key, &[]);
    let title = format!("{}: {}", word("consultation-minutes"), told.title);
    let below = app.renderer.datetime(me.lang, told.starts_at);
    let facts = [
        ("consultation-place", told.place.clone()),
        ("consultation-attended", told.attended.clone()),
    ];
    let approved = told.approved.as_ref().map(|approval| {
        let when = app.renderer.date(me.lang, approval.at);
        let args = [("when", when.into()), ("by", approval.by.as_str().into())];
        say(app, me, "consultation-approved-by", &args)
    });
    Paper {
        lang: me.lang,
        title: title.clone(),
        author: desk.owner.name.clone(),
        ident: format!("minutes {}", record.meeting.id),
        at: record.meeting.body.approved.as_ref().map_or(record.meeting.at, |one| one.at),
        mark: None,
        footer: vec![desk.table.details.title.clone()],
        words: Words { page: word("paper-page"), of: word("paper-of"), contents: None },
        cover: Cover {
            above: desk.table.details.title.clone(),
            title,
            below,
            facts: facts.iter().map(|(key, text)| Fact::new(word(key), text)).collect(),
            note: approved.into_iter().collect(),
        },
        parts: parts(app, me, &told),
    }
}

fn parts(app: &App, me: &Me, told: &Told) -> Vec<Part> {
    let word = |key: &str| say(app, me, key, &[]);
    let agenda = told.agenda.iter().map(|one| format!("{} ({})", one.title, one.holder)).collect();
    let mut decisions = vec![];
    for one in &told.decisions {
        decisions.push(Block::heading(one.kind.clone()));
        decisions.push(Block::text(&one.text));
        let otherwise = |other: &Otherwise| {
            let args =
                [("who", other.who.as_str().into()), ("reason", other.reason.as_str().into())];
            say(app, me, "consultation-dissent-line", &args)
        };
        if !one.dissents.is_empty() {
            decisions.push(Block::List { items: one.dissents.iter().map(otherwise).collect() });
        }
    }
    let task = |one: &Doing| {
        format!("{}: {}, {}", one.owner, one.what, app.renderer.day(me.lang, one.due))
    };
    let tasks = told.tasks.iter().map(task).collect();
    let all = [
        ("consultation-agenda", vec![Block::List { items: agenda }], told.agenda.is_empty()),
        ("consultation-talked", vec![Block::text(&told.notes)], told.notes.is_empty()),
        ("consultation-decisions", decisions, told.decisions.is_empty()),
        ("consultation-tasks", vec![Block::List { items: tasks }], told.tasks.is_empty()),
    ];
    let filled = all.into_iter().filter(|(.., empty)| !empty);
    filled.map(|(key, blocks, _)| Part { title: word(key), blocks }).collect()
}
