//! The two keys of a round, and the record once it is open.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::{Facts, by, count, facts, frame, say};
use crate::actions::{self, round_keys};
use crate::domain::ids::RoundId;
use crate::domain::permission::{Act, Place, Stage};
use crate::domain::rounds::Phase;
use crate::domain::scoring::Seed;
use crate::rendering::layout::Page;
use crate::store;
use crate::store::keys::NamedTurn;
use crate::store::opening::Line;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct OpeningPage {
    page: Page,
    round_title: String,
    closes_at: Timestamp,
    /// The time for bids is over and the bids are shut.
    ready: bool,
    turned: Option<TurnedKey>,
    can_turn: bool,
    action: String,
    record: Option<Record>,
}

/// The first key, as long as it waits for the second.
#[derive(Serialize)]
struct TurnedKey {
    name: String,
    until: Timestamp,
    left: String,
    mine: bool,
}

#[derive(Serialize)]
struct Record {
    opened_at: Timestamp,
    keys: Vec<Key>,
    count: usize,
    lots: Vec<RecordLot>,
}

#[derive(Serialize)]
struct Key {
    name: String,
    at: Timestamp,
}

#[derive(Serialize)]
struct RecordLot {
    label: String,
    lines: Vec<RecordLine>,
}

#[derive(Serialize)]
struct RecordLine {
    cooperative: String,
    number: String,
    hash: String,
    received_at: Timestamp,
    withdrawn_at: Option<Timestamp>,
}

struct Read {
    facts: Facts,
    turns: Vec<NamedTurn>,
    record: Vec<Line>,
}

/// `GET /manage/rounds/{round}/opening`
pub async fn page(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let read = app
        .read::<_, Error, _>(move |conn| {
            Ok(Read {
                facts: facts(conn, &asker, id, Act::ViewOpening)?,
                turns: store::keys::turns(conn, &round_keys(id))?,
                record: store::opening::record(conn, id)?,
            })
        })
        .await?;
    pages::html(&app, &me, "review/opening.html", &view(&app, &me, read))
}

fn view(app: &Data<App>, me: &SignedIn, read: Read) -> OpeningPage {
    let Read { facts, turns, record } = read;
    let round = &facts.round;
    let municipality = Some(round.municipality);
    let ready = round.stage(me.now) == Stage::Closed;
    let key = me.can(Act::TurnKey, &Place { municipality, ..Place::nowhere() });
    let turned = turns.last().filter(|t| ready && t.turn.stands(me.now));
    let turned = turned.map(|turn| turned_key(app, me, turn));
    let opened = opened_at(&round.phase);
    let title = if opened.is_some() { "opening-record-title" } else { "opening-title" };
    OpeningPage {
        page: frame(app, me, title, &facts),
        round_title: round.definition.title.clone(),
        closes_at: round.closes_at(),
        ready,
        can_turn: ready && key && !turned.as_ref().is_some_and(|t| t.mine),
        turned,
        action: format!("{}/opening", urls::manage_round(round.id)),
        record: opened.map(|at| as_record(at, &facts, turns, record)),
    }
}

fn opened_at(phase: &Phase) -> Option<Timestamp> {
    match phase {
        Phase::Draft | Phase::Amending(_) | Phase::Published(_) => None,
        Phase::Opened { opened_at, .. } | Phase::Decided { opened_at, .. } => Some(*opened_at),
    }
}

fn turned_key(app: &App, me: &SignedIn, turn: &NamedTurn) -> TurnedKey {
    let until = turn.turn.until();
    let seconds = (until.as_second() - me.now.as_second()).max(0);
    let minutes = usize::try_from((seconds + 59) / 60).unwrap_or(0);
    TurnedKey {
        name: turn.name.clone(),
        until,
        left: say(app, me, "opening-minutes-left", &[("count", count(minutes))]),
        mine: turn.turn.by == me.id,
    }
}

fn as_record(
    opened_at: Timestamp,
    facts: &Facts,
    turns: Vec<NamedTurn>,
    lines: Vec<Line>,
) -> Record {
    let lots = facts.lots.iter().map(|lot| RecordLot {
        label: lot.label(),
        lines: lines.iter().filter(|l| l.lot_number == lot.number).map(line).collect(),
    });
    Record {
        opened_at,
        keys: turns.into_iter().map(|t| Key { name: t.name, at: t.turn.at }).collect(),
        count: lines.iter().filter(|l| l.withdrawn_at.is_none()).count(),
        lots: lots.collect(),
    }
}

fn line(line: &Line) -> RecordLine {
    RecordLine {
        cooperative: line.cooperative.clone(),
        number: line.number.clone(),
        hash: line.hash.clone(),
        received_at: line.received_at,
        withdrawn_at: line.withdrawn_at,
    }
}

/// `POST /manage/rounds/{round}/opening`
pub async fn turn(
    me: SignedIn,
    id: Path<RoundId>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, asker, who) = (id.into_inner(), me.me.clone(), by(&me));
    let seed = Seed::from_bytes(rand::random());
    app.write::<_, Error, _>(move |tx| {
        may_turn(tx, &asker, id)?;
        Ok(actions::turn_key(tx, id, &who, &seed, asker.now)?)
    })
    .await?;
    Ok(pages::see_other(format!("{}/opening", urls::manage_round(id))))
}

fn may_turn(tx: &mut store::Tx, me: &Me, id: RoundId) -> Result<(), Error> {
    me.may(Act::TurnKey, &store::places::round(tx, id, me.now)?)
}
