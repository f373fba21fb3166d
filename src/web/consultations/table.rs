//! The table: its public page, the desk of who sits there, and asking for a seat.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::desk::{Desk, No, Opt, Said, at, by, href, say, settle, show, words};
use crate::actions::consultations::{self as acts, AskSeat};
use crate::domain::accounts::throttle::Gate;
use crate::domain::consultations::{
    Agreement, Changed, ConsultationRefusal, Decision, DecisionKind, Detail, Item, Meeting, Paper,
    Seat, SeatKind, SeatState, Task, line, note,
};
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::moments::day_of;
use crate::domain::permission::Act;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::accounts::pass_gate;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::pages;

#[derive(Serialize)]
struct Public {
    title: String,
    theme: String,
    about: String,
    chair: String,
    region: String,
    entry: String,
    next_entry: Date,
    seats: Vec<SeatLine>,
    agreement: Option<String>,
    texts: Vec<Agreed>,
    minutes: Vec<Link>,
    /// Where the next round of the municipality in the chair begins.
    lessons: Vec<Learnt>,
    /// For who sits here, or runs it.
    desk: Option<String>,
    /// What became of the reader's own question for a seat.
    asked: Option<String>,
    ask: Option<Ask>,
    sign_in: Option<String>,
}

#[derive(Serialize)]
struct SeatLine {
    holder: String,
    kind: String,
}

#[derive(Serialize)]
struct Agreed {
    text: String,
    at: Timestamp,
}

#[derive(Serialize)]
struct Learnt {
    text: String,
    holder: String,
}

#[derive(Serialize)]
pub struct Link {
    name: String,
    note: String,
    href: String,
}

#[derive(Serialize)]
struct Ask {
    action: String,
    form: std::collections::BTreeMap<&'static str, String>,
    kinds: Vec<Opt>,
}

/// `GET /consultations/{consultation}`
pub async fn page(me: Me, id: Path<ConsultationId>, app: Data<App>) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::ViewPublic).await?;
    view(&app, &me, &desk, Said::nothing(&Typed::default())).await
}

/// What everybody may read of a table.
struct Open {
    region: String,
    agreement: Option<String>,
    texts: Vec<Agreed>,
    minutes: Vec<Item<Meeting>>,
    lessons: Vec<Learnt>,
}

fn open(conn: &mut Conn, desk: &Desk) -> Result<Open, Error> {
    let id = desk.table.id;
    let versions: Vec<Item<Agreement>> = store::consultations::items(conn, id)?;
    let meetings: Vec<Item<Meeting>> = store::consultations::items(conn, id)?;
    let decisions: Vec<Item<Decision>> = store::consultations::items(conn, id)?;
    let approved = |of: Option<ItemId>| {
        meetings.iter().any(|one| Some(one.id) == of && one.body.approved.is_some())
    };
    let agreed = decisions
        .iter()
        .filter(|one| one.body.kind == DecisionKind::AgreedText && approved(one.parent));
    let texts = agreed.map(|one| Agreed { text: one.body.text.clone(), at: one.at }).collect();
    let lessons = store::consultations::lessons_for(conn, desk.table.municipality)?;
    let learnt =
        lessons.into_iter().map(|(_, one)| Learnt { text: one.body.text, holder: one.body.holder });
    Ok(Open {
        lessons: learnt.collect(),
        region: store::consultations::names_of(conn, &desk.table.details.region)?.join(", "),
        agreement: versions.into_iter().next_back().map(|one| one.body.text),
        texts,
        minutes: meetings.into_iter().filter(|one| one.body.approved.is_some()).collect(),
    })
}

/// Where everybody reads what was said about the method.
pub fn lessons_place(id: ConsultationId) -> String {
    format!("{}#lessons", href(id, ""))
}

async fn view(app: &App, me: &Me, desk: &Desk, said: Said<'_>) -> Answer {
    let held = desk.clone();
    let open = app.read(move |conn| open(conn, &held)).await?;
    let body = public((app, me), desk, open, &said);
    let mut page = desk.page(app, me, "consultations-title");
    page.crumbs.pop();
    page.title = desk.table.details.title.clone();
    show((app, me), "consultations/table.html", (page, body), &said)
}

fn public((app, me): (&App, &Me), desk: &Desk, open: Open, said: &Said<'_>) -> Public {
    let details = &desk.table.details;
    let kind = |seat: &Seat| say(app, me, &seat_kind(seat.kind), &[]);
    let sits = desk.seats.iter().filter(|seat| seat.body.sits(me.now));
    let seat =
        |seat: &Item<Seat>| SeatLine { holder: seat.body.holder.clone(), kind: kind(&seat.body) };
    let mine = me.actor.person.and_then(|p| desk.seats.iter().rev().find(|s| s.body.has(p)));
    let signed_in = me.actor.person.is_some();
    let may_ask = signed_in && mine.is_none_or(|seat| !seat.body.is_alive());
    let minutes = open.minutes.iter().map(|one| Link {
        name: one.body.called.title.clone(),
        note: app.renderer.date(me.lang, one.body.called.starts_at),
        href: desk.href(&format!("meetings/{}/minutes", one.id)),
    });
    Public {
        title: details.title.clone(),
        theme: details.theme.clone(),
        about: details.about.clone(),
        chair: desk.owner.name.clone(),
        region: open.region,
        entry: say(app, me, &format!("consultation-entry-{}", details.entry.as_str()), &[]),
        next_entry: details.entry.next(day_of(me.now)),
        seats: sits.map(seat).collect(),
        agreement: open.agreement,
        texts: open.texts,
        minutes: minutes.collect(),
        lessons: open.lessons,
        desk: desk.may(me, Act::ViewConsultation).then(|| desk.href("desk")),
        asked: mine.and_then(|seat| standing(app, me, &seat.body)),
        ask: may_ask.then(|| ask_form(app, me, desk, said)),
        sign_in: (!signed_in).then(|| crate::web::urls::sign_in(&me.path)),
    }
}

pub fn seat_kind(kind: SeatKind) -> String {
    format!("consultation-seat-{}", kind.as_str().replace('_', "-"))
}

/// What somebody reads of a seat in which they do not sit now.
fn standing(app: &App, me: &Me, seat: &Seat) -> Option<String> {
    match &seat.state {
        SeatState::Asked { .. } => Some(say(app, me, "consultation-asked", &[])),
        SeatState::Declined { reason, .. } => {
            Some(say(app, me, "consultation-declined", &[("reason", reason.as_str().into())]))
        }
        SeatState::Seated { from } if *from > day_of(me.now) => {
            let from = app.renderer.day(me.lang, *from);
            Some(say(app, me, "consultation-seated-from", &[("from", from.into())]))
        }
        SeatState::Invited | SeatState::Seated { .. } | SeatState::Left { .. } => None,
    }
}

fn ask_form(app: &App, me: &Me, desk: &Desk, said: &Said<'_>) -> Ask {
    let kinds: Vec<&'static str> = SeatKind::ALL.iter().map(|kind| kind.as_str()).collect();
    Ask {
        action: desk.href("seats"),
        form: said.fields(&["kind", "holder", "why"]),
        kinds: words(app, me, "consultation-seat", &kinds),
    }
}

/// `POST /consultations/{consultation}/seats`
pub async fn ask(
    me: SignedIn,
    id: Path<ConsultationId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::JoinConsultation).await?;
    let ask = match read(&me, &form.typed) {
        Ok(ask) => ask,
        Err(no) => return view(&app, &me, &desk, Said::no(&form.typed, no)).await,
    };
    pass_gate(&app, &me, Gate::Invite, me.id.as_str()).await?;
    let (of, by, now) = (*id, by(&me), me.now);
    let done = app.write(move |tx| acts::ask_seat(tx, of, ask, by, now)).await;
    match settle(done)? {
        Ok(()) => Ok(pages::see_other(href(of, ""))),
        Err(why) => view(&app, &me, &desk, Said::no(&form.typed, ("holder".into(), why))).await,
    }
}

fn read(me: &SignedIn, typed: &Typed) -> Result<AskSeat, No> {
    let kind = typed.text("kind").parse().map_err(|_| ConsultationRefusal::Choice);
    let holder = at("holder", line(typed.text("holder")))?;
    let own = me.actor.memberships.iter().find(|m| m.organisation_name == holder);
    Ok(AskSeat {
        id: ItemId::new(store::new_id()),
        kind: at("kind", kind)?,
        organisation: own.map(|own| own.organisation),
        holder,
        why: at("why", note(typed.text("why")))?,
    })
}

#[derive(Serialize)]
struct DeskView {
    title: String,
    theme: String,
    seat: Option<String>,
    next: Option<MeetingLine>,
    papers: Vec<PaperLine>,
    tasks: Vec<TaskLine>,
    links: Vec<Link>,
    calendar: String,
    renewal: Option<String>,
    /// What was changed last about the table itself.
    changed: Option<String>,
}

#[derive(Serialize)]
struct MeetingLine {
    title: String,
    place: String,
    at: Timestamp,
    href: String,
}

#[derive(Serialize)]
struct PaperLine {
    title: String,
    href: String,
    closes_at: Timestamp,
}

#[derive(Serialize)]
struct TaskLine {
    what: String,
    owner: String,
    due: Date,
    /// Where the own seat says that it is done.
    done: Option<String>,
}

/// `GET /consultations/{consultation}/desk`
pub async fn desk(me: SignedIn, id: Path<ConsultationId>, app: Data<App>) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::ViewConsultation).await?;
    let of = *id;
    type Found = (Vec<Item<Meeting>>, Vec<Item<Paper>>, Vec<Item<Task>>);
    let load = move |conn: &mut Conn| {
        let meetings = store::consultations::items(conn, of)?;
        let papers = store::consultations::items(conn, of)?;
        Ok::<Found, Error>((meetings, papers, store::consultations::items(conn, of)?))
    };
    let found = app.read(load).await?;
    let body = desk_view(&app, &me, &desk, &found);
    let page = desk.page(&app, &me, "consultation-desk");
    let typed = Typed::default();
    show((&app, &me), "consultations/desk.html", (page, body), &Said::nothing(&typed))
}

/// What lies on a table.
type Lying = (Vec<Item<Meeting>>, Vec<Item<Paper>>, Vec<Item<Task>>);

fn desk_view(app: &App, me: &Me, desk: &Desk, (meetings, papers, tasks): &Lying) -> DeskView {
    let to_come = meetings
        .iter()
        .filter(|one| one.body.cancelled.is_none() && one.body.called.ends_at > me.now);
    let next = to_come.min_by_key(|one| one.body.called.starts_at).map(|one| MeetingLine {
        title: one.body.called.title.clone(),
        place: one.body.called.place.clone(),
        at: one.body.called.starts_at,
        href: desk.href(&format!("meetings/{}", one.id)),
    });
    let paper = |one: &Item<Paper>| PaperLine {
        title: one.body.title.clone(),
        href: desk.href(&format!("papers/{}", one.id)),
        closes_at: one.body.closes_at,
    };
    let own = desk.own.as_ref().map(|seat| seat.id);
    let task = |one: &Item<Task>| TaskLine {
        what: one.body.what.clone(),
        owner: one.body.owner.clone(),
        due: one.body.due,
        done: (own == Some(one.body.seat))
            .then(|| desk.href(&format!("tasks/{}/completion", one.id))),
    };
    DeskView {
        title: desk.table.details.title.clone(),
        theme: desk.table.details.theme.clone(),
        seat: desk.own.as_ref().map(|seat| {
            let kind = say(app, me, &seat_kind(seat.body.kind), &[]);
            format!("{} ({kind})", seat.body.holder)
        }),
        next,
        papers: papers.iter().filter(|one| one.body.takes_comments(me.now)).map(paper).collect(),
        tasks: tasks.iter().filter(|one| one.body.done_at.is_none()).map(task).collect(),
        links: links(app, me, desk),
        calendar: format!("{}/calendars/{}", app.limits.public_url, desk.table.calendar),
        renewal: desk.runs(me).then(|| desk.href("calendar")),
        changed: desk.table.details.changed.as_ref().map(|changed| changed_text(app, me, changed)),
    }
}

fn changed_text(app: &App, me: &Me, changed: &Changed) -> String {
    let name = |one: &Detail| say(app, me, &format!("consultation-detail-{}", one.as_str()), &[]);
    let what = changed.what.iter().map(name).collect::<Vec<_>>().join(", ");
    let on = app.renderer.date(me.lang, changed.at);
    let args = [("by", changed.by.as_str().into()), ("on", on.into()), ("what", what.into())];
    say(app, me, "consultation-details-changed", &args)
}

fn links(app: &App, me: &Me, desk: &Desk) -> Vec<Link> {
    let mut parts = vec!["papers", "meetings", "agreement", "seats", "results", "monitoring"];
    if desk.may(me, Act::SetUpConsultation) {
        parts.push("details");
    }
    let link = |part: &str| Link {
        name: say(app, me, &format!("consultation-{part}"), &[]),
        note: say(app, me, &format!("consultation-{part}-note"), &[]),
        href: desk.href(part),
    };
    parts.into_iter().map(link).collect()
}
