//! Meetings of the table and what seats ask for the agenda.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::desk::{Desk, No, Opt, Said, at, by, href, say, settle, show};
use super::papers::moment_of;
use crate::actions::consultations as acts;
use crate::domain::consultations::{
    Called, ConsultationRefusal, Item, Meeting, Request, RequestState, line, note,
};
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::permission::Act;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::pages;

type Fields = std::collections::BTreeMap<&'static str, String>;

#[derive(Serialize)]
struct View {
    title: String,
    meetings: Vec<Line>,
    requests: Vec<Asked>,
    /// Where a seat asks for something on the agenda.
    ask: Option<Fields>,
    ask_action: String,
    call: Option<Fields>,
    action: String,
}

#[derive(Serialize)]
struct Line {
    title: String,
    place: String,
    starts_at: Timestamp,
    href: String,
    status: &'static str,
    status_text: String,
}

#[derive(Serialize)]
struct Asked {
    id: String,
    title: String,
    holder: String,
    why: String,
    status: &'static str,
    status_text: String,
    note: Option<String>,
    answer: Option<String>,
    meetings: Vec<Opt>,
}

/// Fields of a form that says when and where.
pub const CALLED: [&str; 6] =
    ["title", "place", "starts_date", "starts_time", "ends_date", "ends_time"];

/// `GET /consultations/{consultation}/meetings`
pub async fn page(me: SignedIn, id: Path<ConsultationId>, app: Data<App>) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::ViewConsultation).await?;
    view(&app, &me, &desk, Said::nothing(&Typed::default())).await
}

async fn view(app: &App, me: &Me, desk: &Desk, said: Said<'_>) -> Answer {
    let of = desk.table.id;
    type Found = (Vec<Item<Meeting>>, Vec<Item<Request>>);
    let load = move |conn: &mut Conn| {
        let meetings = store::consultations::items(conn, of)?;
        Ok::<Found, Error>((meetings, store::consultations::items(conn, of)?))
    };
    let (mut meetings, requests) = app.read(load).await?;
    meetings.sort_by_key(|one| std::cmp::Reverse(one.body.called.starts_at));
    let asking = |one: &Item<Request>| request_line(app, me, desk, (one, &meetings));
    let body = View {
        title: desk.table.details.title.clone(),
        meetings: meetings.iter().map(|one| meeting_line(app, me, desk, one)).collect(),
        requests: requests.iter().rev().map(asking).collect(),
        ask: desk.own.is_some().then(|| said.fields(&["topic", "why"])),
        ask_action: desk.href("requests"),
        call: desk.runs(me).then(|| said.fields(&CALLED)),
        action: desk.href("meetings"),
    };
    let page = desk.page(app, me, "consultation-meetings");
    show((app, me), "consultations/meetings.html", (page, body), &said)
}

fn meeting_line(app: &App, me: &Me, desk: &Desk, one: &Item<Meeting>) -> Line {
    let (status, key) = match (&one.body.cancelled, &one.body.approved) {
        (Some(_), _) => ("closed", "cancelled"),
        (None, Some(_)) => ("done", "approved"),
        (None, None) if one.body.called.starts_at > me.now => ("todo", "called"),
        (None, None) => ("busy", "held"),
    };
    Line {
        title: one.body.called.title.clone(),
        place: one.body.called.place.clone(),
        starts_at: one.body.called.starts_at,
        href: desk.href(&format!("meetings/{}", one.id)),
        status,
        status_text: say(app, me, &format!("consultation-meeting-is-{key}"), &[]),
    }
}

fn request_line(
    app: &App,
    me: &Me,
    desk: &Desk,
    (one, meetings): (&Item<Request>, &[Item<Meeting>]),
) -> Asked {
    let (status, key, note) = match &one.body.state {
        RequestState::Open => ("todo", "open", None),
        RequestState::Accepted { meeting } => {
            let on = meetings.iter().find(|known| known.id == *meeting);
            ("done", "accepted", on.map(|on| on.body.called.title.clone()))
        }
        RequestState::Answered { text } => ("closed", "answered", Some(text.clone())),
    };
    let open = one.body.state == RequestState::Open && desk.runs(me);
    let to_come = meetings.iter().filter(|meeting| meeting.body.still_changes().is_ok());
    let opt = |meeting: &Item<Meeting>| Opt {
        value: meeting.id.to_string(),
        label: meeting.body.called.title.clone(),
    };
    Asked {
        id: one.id.to_string(),
        title: one.body.title.clone(),
        holder: one.body.holder.clone(),
        why: one.body.why.clone(),
        status,
        status_text: say(app, me, &format!("consultation-request-is-{key}"), &[]),
        note,
        answer: open.then(|| desk.href(&format!("requests/{}/answer", one.id))),
        meetings: to_come.map(opt).collect(),
    }
}

/// `POST /consultations/{consultation}/meetings`
pub async fn call(
    me: SignedIn,
    id: Path<ConsultationId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::RunConsultation).await?;
    let called = match read_called(&form.typed) {
        Ok(called) => called,
        Err(no) => return view(&app, &me, &desk, Said::no(&form.typed, no)).await,
    };
    let (ids, by, now) = ((*id, ItemId::new(store::new_id())), by(&me), me.now);
    let done = app.write(move |tx| acts::call_meeting(tx, ids, called, by, now)).await;
    match settle(done)? {
        Ok(()) => Ok(pages::see_other(href(*id, &format!("meetings/{}", ids.1)))),
        Err(why) => view(&app, &me, &desk, Said::no(&form.typed, (about(why).into(), why))).await,
    }
}

/// The field that a rule about a meeting speaks of.
pub fn about(why: ConsultationRefusal) -> &'static str {
    match why {
        ConsultationRefusal::Order => "ends",
        ConsultationRefusal::Same => "title",
        _ => "starts",
    }
}

pub fn read_called(typed: &Typed) -> Result<Called, No> {
    Ok(Called {
        title: at("title", line(typed.text("title")))?,
        place: at("place", line(typed.text("place")))?,
        starts_at: at("starts", moment_of(typed, "starts"))?,
        ends_at: at("ends", moment_of(typed, "ends"))?,
    })
}

/// `POST /consultations/{consultation}/requests`
pub async fn ask(
    me: SignedIn,
    id: Path<ConsultationId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::SpeakAtConsultation).await?;
    let read = |typed: &Typed| -> Result<(String, String), No> {
        Ok((at("topic", line(typed.text("topic")))?, at("why", note(typed.text("why")))?))
    };
    let asked = match read(&form.typed) {
        Ok(asked) => asked,
        Err(no) => return view(&app, &me, &desk, Said::no(&form.typed, no)).await,
    };
    let (ids, by, now) = ((*id, ItemId::new(store::new_id())), by(&me), me.now);
    let done = app.write(move |tx| acts::ask_agenda(tx, ids, asked, by, now)).await;
    match settle(done)? {
        Ok(()) => Ok(pages::see_other(href(*id, "meetings#requests"))),
        Err(why) => view(&app, &me, &desk, Said::no(&form.typed, ("topic".into(), why))).await,
    }
}

/// `POST /consultations/{consultation}/requests/{request}/answer`
pub async fn answer(
    me: SignedIn,
    ids: Path<(ConsultationId, ItemId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let desk = Desk::open(&app, &me, ids.0, Act::RunConsultation).await?;
    let field = format!("meeting-{}", ids.1);
    let (of, id) = *ids;
    let load = move |conn: &mut Conn| Ok(store::consultations::one::<Request>(conn, of, id)?);
    let waits = at("", app.read::<_, Error, _>(load).await?.body.waits());
    let state = match waits.and_then(|()| read_answer(id, &form.typed)) {
        Ok(state) => state,
        Err(no) => return view(&app, &me, &desk, Said::no(&form.typed, no)).await,
    };
    let (ids, by, now) = (*ids, by(&me), me.now);
    let done = app.write(move |tx| acts::answer_request(tx, ids, state, by, now)).await;
    match settle(done)? {
        Ok(()) => Ok(pages::see_other(href(ids.0, "meetings#requests"))),
        Err(why) => view(&app, &me, &desk, Said::no(&form.typed, (field, why))).await,
    }
}

/// With a meeting it goes on the agenda, without one there is an answer in words.
fn read_answer(id: ItemId, typed: &Typed) -> Result<RequestState, No> {
    match typed.text("meeting") {
        "" => {
            let text = at(&format!("text-{id}"), note(typed.text("text")))?;
            Ok(RequestState::Answered { text })
        }
        meeting => {
            let meeting = meeting.parse().map_err(|_| ConsultationRefusal::Choice);
            Ok(RequestState::Accepted { meeting: at(&format!("meeting-{id}"), meeting)? })
        }
    }
}
