//! The two keys of a round, and the way to the record once it is open.

use actix_web::web::{Data, Path, Query};
use jiff::Timestamp;
use serde::Serialize;

use super::opening_record::{Opened, Record, record};
use super::{Facts, by, count, facts, frame, say};
use crate::actions::{self, round_keys};
use crate::domain::ids::RoundId;
use crate::domain::permission::{Act, Place, Stage};
use crate::domain::scoring::Seed;
use crate::rendering::layout::{FieldError, Page};
use crate::store;
use crate::store::keys::NamedTurn;
use crate::web::App;
use crate::web::accounts::confirms;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::{Me, SignedIn};
use crate::web::paging::Wanted;
use crate::web::{pages, urls};

const TEMPLATE: &str = "review/opening.html";

#[derive(Serialize)]
struct OpeningPage {
    page: Page,
    errors: Vec<FieldError>,
    round_title: String,
    closes_at: Timestamp,
    /// The time for bids is over and the bids are shut.
    ready: bool,
    turned: Option<TurnedKey>,
    /// A first key that nobody followed in time.
    lapsed: Option<LapsedKey>,
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
struct LapsedKey {
    name: String,
    until: Timestamp,
}

struct Read {
    facts: Facts,
    turns: Vec<NamedTurn>,
    opened: Option<Opened>,
}

async fn read(app: &App, me: &SignedIn, id: RoundId, act: Act) -> Result<Read, Error> {
    let asker = me.me.clone();
    app.read::<_, Error, _>(move |conn| {
        let facts = facts(conn, &asker, id, act)?;
        Ok(Read {
            turns: store::keys::turns(conn, &round_keys(id))?,
            opened: Opened::load(conn, &facts)?,
            facts,
        })
    })
    .await
}

/// `GET /manage/rounds/{round}/opening`
pub async fn page(
    me: SignedIn,
    id: Path<RoundId>,
    wanted: Query<Wanted>,
    app: Data<App>,
) -> Answer {
    let read = read(&app, &me, id.into_inner(), Act::ViewOpening).await?;
    pages::html(&app, &me, TEMPLATE, &view(&app, &me, (&read, *wanted)))
}

fn view(app: &Data<App>, me: &SignedIn, (read, wanted): (&Read, Wanted)) -> OpeningPage {
    let round = &read.facts.round;
    let municipality = Some(round.municipality);
    let ready = round.stage(me.now) == Stage::Closed;
    let key = me.can(Act::TurnKey, &Place { municipality, ..Place::nowhere() });
    let last = read.turns.last().filter(|_| ready);
    let turned = last.filter(|t| t.turn.stands(me.now)).map(|turn| turned_key(app, me, turn));
    let lapsed = last.filter(|t| !t.turn.stands(me.now));
    let title = if read.opened.is_some() { "opening-record-title" } else { "opening-title" };
    OpeningPage {
        page: frame(app, me, title, &read.facts),
        errors: vec![],
        round_title: round.definition.title.clone(),
        closes_at: round.closes_at(),
        ready,
        can_turn: ready && key && !turned.as_ref().is_some_and(|t| t.mine),
        turned,
        lapsed: lapsed.map(|t| LapsedKey { name: t.name.clone(), until: t.turn.until() }),
        action: format!("{}/opening", urls::manage_round(round.id)),
        record: read.opened.as_ref().map(|opened| record(&read.facts, opened, wanted)),
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

/// `POST /manage/rounds/{round}/opening`: with the password once more, because a browser may have
/// been left open.
pub async fn turn(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, asker, who) = (id.into_inner(), me.me.clone(), by(&me));
    let read = read(&app, &me, id, Act::TurnKey).await?;
    if !confirms(&app, &me, form.typed.exact("password")).await? {
        return wrong_password(&app, &me, &read);
    }
    let seed = Seed::from_bytes(rand::random());
    app.write::<_, Error, _>(move |tx| {
        may_turn(tx, &asker, id)?;
        Ok(actions::turn_key(tx, id, &who, &seed, asker.now)?)
    })
    .await?;
    Ok(pages::see_other(format!("{}/opening", urls::manage_round(id))))
}

fn wrong_password(app: &Data<App>, me: &SignedIn, read: &Read) -> Answer {
    let mut page = view(app, me, (read, Wanted::default()));
    page.page.fault = true;
    let text = say(app, me, "opening-password-wrong", &[]);
    page.errors = vec![FieldError { field: "password".to_owned(), text }];
    pages::faulty(app, me, TEMPLATE, &page)
}

fn may_turn(tx: &mut store::Tx, me: &Me, id: RoundId) -> Result<(), Error> {
    me.may(Act::TurnKey, &store::places::round(tx, id, me.now)?)
}
