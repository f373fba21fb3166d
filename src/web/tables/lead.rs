//! Who runs the table when its chair cannot, and what a screen asks that hears no stream.

use actix_web::HttpResponse;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::acts::act;
use super::board::Door;
use super::session::back;
use super::sight::{Sight, Words};
use crate::actions::tables as acts;
use crate::domain::ids::TableId;
use crate::domain::permission::{Act, SeatRole};
use crate::domain::tables::{ChairLine, Lead, may_take_over};
use crate::store::{self, Conn, StoreError};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::{SignedIn, Unattended};
use crate::web::urls;

/// What the table reads about its chair: nothing while the chair runs it.
#[derive(Serialize)]
pub struct LeadView {
    pub kind: &'static str,
    pub text: String,
    pub post: Option<Door>,
}

impl LeadView {
    pub fn new(sight: &Sight, words: Words<'_>) -> Option<LeadView> {
        match sight.lead.stand_in {
            Some(_) => Some(stood_in(sight, words)),
            None if sight.place.seat == Some(SeatRole::Secretary) => gone(sight, words),
            None => None,
        }
    }
}

fn door(sight: &Sight, words: Words<'_>, (part, key): (&str, &str)) -> Door {
    Door { href: urls::table_part(sight.table.id, part), text: words.say(key, &[]) }
}

/// Everybody reads who runs the table; the chair and who stands in can change it back.
fn stood_in(sight: &Sight, words: Words<'_>) -> LeadView {
    let Some(stand_in) = sight.lead.stand_in else {
        return LeadView { kind: "info", text: String::new(), post: None };
    };
    let mine = stand_in.person == sight.me && !sight.on_wall;
    let (key, button) = match sight.place.seat {
        Some(SeatRole::Chair) => ("lead-for-you", Some("lead-return")),
        _ if mine => ("lead-yours", Some("lead-give-back")),
        _ => ("lead-other", None),
    };
    let name = sight.name(stand_in.person);
    let since = words.clock(stand_in.since);
    LeadView {
        kind: "info",
        text: words.say(key, &[("name", name.into()), ("since", since.into())]),
        post: button.map(|key| door(sight, words, ("stand-in/end", key))),
    }
}

/// The secretary reads that the chair is gone, and can take over.
fn gone(sight: &Sight, words: Words<'_>) -> Option<LeadView> {
    if sight.on_wall || !may_take_over(&sight.table.phase) {
        return None;
    }
    let text = match sight.lead.chair(&sight.table.seats, sight.now) {
        ChairLine::Here => return None,
        ChairLine::Away => words.say("chair-away", &[]),
        ChairLine::Silent { since: None } => words.say("chair-never-heard", &[]),
        ChairLine::Silent { since: Some(since) } => {
            words.say("chair-silent", &[("since", words.clock(since).into())])
        }
    };
    let sits = sight.seat().is_some_and(|seat| seat.is_present());
    let post = sits.then(|| door(sight, words, ("stand-in", "lead-take-over")));
    Some(LeadView { kind: "warning", text, post })
}

/// The chair and the secretary are watched for: their screens ask this often, in seconds.
pub fn pulse(sight: &Sight) -> i64 {
    let matters = matches!(sight.place.seat, Some(SeatRole::Chair | SeatRole::Secretary));
    if matters { crate::domain::tables::PULSE.as_secs() } else { 0 }
}

/// `POST /tables/{table}/stand-in`
pub async fn take_over(
    me: SignedIn,
    app: Data<App>,
    table: Path<TableId>,
    _form: Posted<AnyFields>,
) -> Answer {
    let id = *table;
    act(&app, &me, (id, Act::StandIn), move |tx, by, now| acts::take_over(tx, id, by, now)).await?;
    Ok(back(id))
}

/// `POST /tables/{table}/stand-in/end`
pub async fn give_back(
    me: SignedIn,
    app: Data<App>,
    table: Path<TableId>,
    _form: Posted<AnyFields>,
) -> Answer {
    let id = *table;
    act(&app, &me, (id, Act::StandIn), move |tx, by, now| acts::give_back(tx, id, by, now)).await?;
    Ok(back(id))
}

/// How far the table is, for a screen that asks.
#[derive(Serialize)]
struct Told {
    version: i32,
    /// Whether the chair can be reached; only the secretary is told.
    chair: &'static str,
    /// Seconds of the Dutch day, by the clock of this server: no screen trusts its own.
    clock: i32,
}

/// `GET /tables/{table}/version`
pub async fn version(me: Unattended, app: Data<App>, table: Path<TableId>) -> Answer {
    let (id, asker) = (*table, me.0);
    let clock = app.renderer.second_of_day(asker.now);
    let me = asker.clone();
    let (version, lead, chair) = app.read(move |conn| look(conn, &me, id)).await?;
    if let Some(lead) = lead {
        heard(&app, &asker, (id, &lead)).await?;
    }
    let told = Told { version, chair, clock };
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(told))
}

type Look = (i32, Option<Lead>, &'static str);

/// The version; what is known of the chair's line if the chair asks; what to tell the secretary.
fn look(conn: &mut Conn, me: &SignedIn, id: TableId) -> Result<Look, Error> {
    let place = store::places::table(conn, id, Some(me.id), me.now)?;
    me.may(Act::ViewTable, &place)?;
    let version = store::tables::version(conn, id)?;
    Ok(match place.seat {
        Some(SeatRole::Chair) => (version, Some(store::leads::of(conn, id)?), ""),
        Some(SeatRole::Secretary) => {
            let seats = store::seats::of_table(conn, id)?;
            (version, None, store::leads::of(conn, id)?.chair(&seats, me.now).word())
        }
        _ => (version, None, ""),
    })
}

/// The screen of the chair is there; written down when the last time is a while ago.
pub async fn heard(
    app: &App,
    me: &SignedIn,
    (id, lead): (TableId, &Lead),
) -> Result<(), StoreError> {
    let now = me.now;
    match lead.is_fresh(now) {
        true => Ok(()),
        false => app.write(move |tx| store::leads::heard(tx, id, now)).await,
    }
}
