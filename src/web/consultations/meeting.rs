//! One meeting: when and where, what was decided, who does what, and the minutes in the making.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::desk::{Desk, No, Opt, Said, at, by, href, settle, show, words};
use super::meetings::{CALLED, about, read_called};
use super::minutes::{Record, Told, told};
use crate::actions::consultations::{self as acts, Named, NewDecision, NewTask};
use crate::domain::bids::rule::day;
use crate::domain::consultations::{
    ConsultationRefusal, Decision, DecisionKind, Item, Paper, Seat, line, note,
};
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::moments::typed as typed_moment;
use crate::domain::permission::Act;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::pages;

type Fields = std::collections::BTreeMap<&'static str, String>;
type Ids = (ConsultationId, ItemId);

#[derive(Serialize)]
struct View {
    table: String,
    record: Told,
    cancelled: Option<String>,
    /// The public minutes, once approved.
    minutes: Option<String>,
    version: i32,
    action: String,
    /// While it did not begin.
    call: Option<Fields>,
    /// From its beginning until the minutes are approved.
    run: Option<Run>,
    form: Fields,
}

#[derive(Serialize)]
struct Run {
    kinds: Vec<Opt>,
    papers: Vec<Opt>,
    seats: Vec<Opt>,
    attended: Vec<String>,
    notes: String,
}

/// A meeting as its readers have it before them.
struct Called {
    desk: Desk,
    record: Record,
    papers: Vec<Item<Paper>>,
}

impl Called {
    async fn open(app: &App, me: &SignedIn, ids: Ids, act: Act) -> Result<Called, Error> {
        let asker = me.me.clone();
        let load = move |conn: &mut Conn| {
            let desk = Desk::load(conn, &asker, ids.0, act)?;
            let record = Record::load(conn, ids.0, ids.1)?;
            let papers = store::consultations::items(conn, ids.0)?;
            Ok::<_, Error>(Called { desk, record, papers })
        };
        app.read(load).await
    }

    /// The forms of a meeting are there at their time only. Later or earlier that is what is wrong,
    /// whatever was typed.
    fn ahead(&self, me: &Me) -> Result<(), No> {
        at("", self.record.meeting.body.ahead(me.now))
    }

    fn held(&self, me: &Me) -> Result<(), No> {
        at("", self.record.meeting.body.held(me.now))
    }

    fn href(&self, part: &str) -> String {
        self.desk.href(&format!("meetings/{}{part}", self.record.meeting.id))
    }

    fn back(&self, part: &str) -> Answer {
        Ok(pages::see_other(self.href(part)))
    }
}

/// `GET /consultations/{consultation}/meetings/{meeting}`
pub async fn page(me: SignedIn, ids: Path<Ids>, app: Data<App>) -> Answer {
    let called = Called::open(&app, &me, *ids, Act::ViewConsultation).await?;
    view(&app, &me, &called, Said::nothing(&Typed::default()))
}

fn view(app: &App, me: &Me, called: &Called, said: Said<'_>) -> Answer {
    let body = body(app, me, called, &said);
    let mut page = called.desk.page(app, me, "consultation-meetings");
    page.title = called.record.meeting.body.called.title.clone();
    show((app, me), "consultations/meeting.html", (page, body), &said)
}

fn body(app: &App, me: &Me, called: &Called, said: &Said<'_>) -> View {
    let (desk, meeting) = (&called.desk, &called.record.meeting);
    let runs = desk.runs(me);
    let open = meeting.body.still_changes().is_ok();
    let begun = meeting.body.called.starts_at <= me.now;
    let mut record = told(app, me, &desk.seats, &called.record);
    if desk.own.is_some() && open && begun {
        for one in &mut record.decisions {
            one.dissent = Some(desk.href(&format!("decisions/{}/dissent", one.id)));
        }
    }
    View {
        table: desk.table.details.title.clone(),
        record,
        cancelled: meeting.body.cancelled.clone(),
        minutes: meeting.body.approved.as_ref().map(|_| called.href("/minutes")),
        version: meeting.version,
        action: called.href(""),
        call: (runs && open && !begun).then(|| call_fields(called, said)),
        run: (runs && open && begun).then(|| run(app, me, called, said)),
        form: said.fields(&["kind", "decision", "paper", "what", "seat", "due", "reason"]),
    }
}

/// What was typed, or what stands there now.
fn call_fields(called: &Called, said: &Said<'_>) -> Fields {
    if said.typed.has("title") {
        return said.fields(&CALLED);
    }
    let now = &called.record.meeting.body.called;
    let (starts, ends) = (typed_moment(now.starts_at), typed_moment(now.ends_at));
    let values = [now.title.clone(), now.place.clone(), starts.0, starts.1, ends.0, ends.1];
    CALLED.into_iter().zip(values).collect()
}

fn run(app: &App, me: &Me, called: &Called, said: &Said<'_>) -> Run {
    let meeting = &called.record.meeting.body;
    let kinds: Vec<&'static str> = DecisionKind::ALL.iter().map(|kind| kind.as_str()).collect();
    let paper =
        |one: &Item<Paper>| Opt { value: one.id.to_string(), label: one.body.title.clone() };
    let seat = |one: &Item<Seat>| Opt { value: one.id.to_string(), label: one.body.holder.clone() };
    let kept = said.typed.has("notes");
    let attended = match kept {
        true => said.typed.all("attended").to_vec(),
        false => meeting.attended.iter().map(ToString::to_string).collect(),
    };
    Run {
        kinds: words(app, me, "consultation-decision", &kinds),
        papers: called.papers.iter().filter(|one| one.body.is_out(me.now)).map(paper).collect(),
        seats: called.desk.seats.iter().filter(|one| one.body.sits(me.now)).map(seat).collect(),
        attended,
        notes: if kept { said.typed.text("notes").to_owned() } else { meeting.notes.clone() },
    }
}

/// `POST /consultations/{consultation}/meetings/{meeting}/move`
pub async fn reschedule(
    me: SignedIn,
    ids: Path<Ids>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let called = Called::open(&app, &me, *ids, Act::RunConsultation).await?;
    let new = match called.ahead(&me).and_then(|()| read_called(&form.typed)) {
        Ok(new) => new,
        Err(no) => return view(&app, &me, &called, Said::no(&form.typed, no)),
    };
    let (ids, by, now, seen) = (*ids, by(&me), me.now, form.typed.number("version"));
    let done = app.write(move |tx| acts::move_meeting(tx, ids, (new, seen), by, now)).await;
    match settle(done)? {
        Ok(()) => called.back(""),
        Err(why) => view(&app, &me, &called, Said::no(&form.typed, (about(why).into(), why))),
    }
}

/// `POST /consultations/{consultation}/meetings/{meeting}/cancellation`
pub async fn cancel(
    me: SignedIn,
    ids: Path<Ids>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let called = Called::open(&app, &me, *ids, Act::RunConsultation).await?;
    let reason = || at("reason", note(form.typed.text("reason")));
    let reason = match called.ahead(&me).and_then(|()| reason()) {
        Ok(reason) => reason,
        Err(no) => return view(&app, &me, &called, Said::no(&form.typed, no)),
    };
    let (ids, by, now) = (*ids, by(&me), me.now);
    let done = app.write(move |tx| acts::cancel_meeting(tx, ids, reason, by, now)).await;
    match settle(done)? {
        Ok(()) => called.back(""),
        Err(why) => view(&app, &me, &called, Said::no(&form.typed, ("reason".into(), why))),
    }
}

/// `POST /consultations/{consultation}/meetings/{meeting}/decisions`
pub async fn decide(
    me: SignedIn,
    ids: Path<Ids>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let called = Called::open(&app, &me, *ids, Act::RunConsultation).await?;
    let new = match called.held(&me).and_then(|()| read_decision(&form.typed)) {
        Ok(new) => new,
        Err(no) => return view(&app, &me, &called, Said::no(&form.typed, no)),
    };
    let (ids, by, now) = (*ids, by(&me), me.now);
    let done = app.write(move |tx| acts::record_decision(tx, ids, new, by, now)).await;
    match settle(done)? {
        Ok(()) => called.back("#decisions"),
        Err(why) => view(&app, &me, &called, Said::no(&form.typed, ("decision".into(), why))),
    }
}

fn read_decision(typed: &Typed) -> Result<NewDecision, No> {
    let kind = typed.text("kind").parse().map_err(|_| ConsultationRefusal::Choice);
    let paper = match typed.text("paper") {
        "" => None,
        id => Some(at("paper", id.parse().map_err(|_| ConsultationRefusal::Choice))?),
    };
    let (kind, text) = (at("kind", kind)?, at("decision", note(typed.text("decision")))?);
    Ok(NewDecision { id: ItemId::new(store::new_id()), kind, text, paper })
}

/// `POST /consultations/{consultation}/meetings/{meeting}/tasks`
pub async fn give(me: SignedIn, ids: Path<Ids>, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let called = Called::open(&app, &me, *ids, Act::RunConsultation).await?;
    let new = match called.held(&me).and_then(|()| read_task(&form.typed)) {
        Ok(new) => new,
        Err(no) => return view(&app, &me, &called, Said::no(&form.typed, no)),
    };
    let (ids, by, now) = (*ids, by(&me), me.now);
    let done = app.write(move |tx| acts::give_task(tx, ids, new, by, now)).await;
    match settle(done)? {
        Ok(()) => called.back("#tasks"),
        Err(why) => view(&app, &me, &called, Said::no(&form.typed, ("what".into(), why))),
    }
}

fn read_task(typed: &Typed) -> Result<NewTask, No> {
    let seat = typed.text("seat").parse().map_err(|_| ConsultationRefusal::Choice);
    let due = day(typed.text("due")).ok_or(ConsultationRefusal::Moment);
    Ok(NewTask {
        id: ItemId::new(store::new_id()),
        what: at("what", line(typed.text("what")))?,
        seat: at("seat", seat)?,
        due: at("due", due)?,
    })
}

/// `POST /consultations/{consultation}/meetings/{meeting}/minutes`
pub async fn complete(
    me: SignedIn,
    ids: Path<Ids>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let called = Called::open(&app, &me, *ids, Act::RunConsultation).await?;
    let there = form.typed.all("attended");
    let known = called.desk.seats.iter().map(|seat| seat.id);
    let attended: Vec<ItemId> = known.filter(|id| there.contains(&id.to_string())).collect();
    let what = (attended, form.typed.text("notes").to_owned(), form.typed.number("version"));
    let (ids, by, now) = (*ids, by(&me), me.now);
    let done = app.write(move |tx| acts::complete_minutes(tx, ids, what, by, now)).await;
    match settle(done)? {
        Ok(()) => called.back("#minutes"),
        Err(why) => view(&app, &me, &called, Said::no(&form.typed, ("notes".into(), why))),
    }
}

/// `POST /consultations/{consultation}/meetings/{meeting}/approval`
pub async fn approve(
    me: SignedIn,
    ids: Path<Ids>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let called = Called::open(&app, &me, *ids, Act::RunConsultation).await?;
    let what = (ids.0, ids.1, form.typed.number("version"));
    let (by, now) = (by(&me), me.now);
    let done = app.write(move |tx| acts::approve_minutes(tx, what, by, now)).await;
    match settle(done)? {
        Ok(()) => called.back("/minutes"),
        Err(why) => view(&app, &me, &called, Said::no(&form.typed, ("notes".into(), why))),
    }
}

/// `POST /consultations/{consultation}/decisions/{decision}/dissent`
pub async fn dissent(
    me: SignedIn,
    ids: Path<Ids>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    Desk::open(&app, &me, ids.0, Act::SpeakAtConsultation).await?;
    let (of, decision) = *ids;
    let meeting = app.read(move |conn| meeting_of(conn, of, decision)).await?;
    let called = Called::open(&app, &me, (of, meeting), Act::SpeakAtConsultation).await?;
    let field = format!("dissent-{decision}");
    let reason = || at(&field, note(form.typed.text("dissent")));
    let reason = match called.held(&me).and_then(|()| reason()) {
        Ok(reason) => reason,
        Err(no) => return view(&app, &me, &called, Said::no(&form.typed, no)),
    };
    let named = if form.typed.has("named") { Named::ByName } else { Named::Nameless };
    let (by, now) = (by(&me), me.now);
    let done = app.write(move |tx| acts::dissent(tx, (of, decision), (reason, named), by, now));
    match settle(done.await)? {
        Ok(()) => called.back("#decisions"),
        Err(why) => view(&app, &me, &called, Said::no(&form.typed, (field, why))),
    }
}

/// The meeting in which something was decided.
fn meeting_of(conn: &mut Conn, of: ConsultationId, decision: ItemId) -> Result<ItemId, Error> {
    let found: Item<Decision> = store::consultations::one(conn, of, decision)?;
    found.parent.ok_or(Error::Missing)
}

/// `POST /consultations/{consultation}/tasks/{task}/completion`
pub async fn finish(
    me: SignedIn,
    ids: Path<Ids>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    Desk::open(&app, &me, ids.0, Act::SpeakAtConsultation).await?;
    let (ids, by, now) = (*ids, by(&me), me.now);
    app.write(move |tx| acts::finish_task(tx, ids, by, now)).await?;
    Ok(pages::see_other(href(ids.0, "desk")))
}
