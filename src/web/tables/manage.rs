//! The tables of a round, for the process lead: which lots are ready, and opening a table.

use actix_web::web::{Data, Path};
use serde::{Deserialize, Serialize};

use super::board::Door;
use super::sight::Words;
use crate::actions::tables::{self as acts, OpenTable};
use crate::domain::accounts::Organisation;
use crate::domain::ids::{LotId, PersonId, RoundId, TableId};
use crate::domain::permission::{Act, SeatRole};
use crate::domain::refusal::Refusal;
use crate::domain::review::admissibility::AdmissionVerdict;
use crate::domain::rounds::{Lot, Round};
use crate::domain::scoring::Seed;
use crate::domain::tables::{Assessor, TableRefusal};
use crate::rendering::layout::Page;
use crate::store::{self, Conn, StoreError, new_id};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::Posted;
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct ManagePage {
    page: Page,
    round_title: String,
    action: String,
    lots: Vec<LotView>,
    people: Vec<PersonView>,
    chairs: Vec<ChairView>,
}

#[derive(Serialize)]
struct LotView {
    id: LotId,
    name: String,
    state: String,
    /// done, busy, todo or closed.
    status: &'static str,
    assessors: String,
    bids: String,
    doors: Vec<Door>,
    /// All assessors locked and at least one bid is admitted.
    ready: bool,
    /// What has to happen first.
    wait: Option<String>,
}

#[derive(Serialize)]
struct PersonView {
    name: String,
    text: String,
    active: bool,
}

#[derive(Serialize)]
struct ChairView {
    value: PersonId,
    label: String,
}

/// A lot with how far it is.
struct Waiting {
    lot: Lot,
    assessors: Vec<Assessor>,
    admitted: usize,
    /// Bids that have no decision about their admission.
    undecided: usize,
}

/// What was read for the page.
struct Tables {
    round: Round,
    municipality: Organisation,
    lots: Vec<Waiting>,
    /// Scoring stands still.
    paused: bool,
    tables: std::collections::BTreeMap<LotId, (TableId, String)>,
    candidates: Vec<(PersonId, String, SeatRole)>,
}

pub async fn page(me: SignedIn, app: Data<App>, round: Path<RoundId>) -> Answer {
    let (id, asker) = (*round, me.me.clone());
    let tables = app
        .read(move |conn| {
            let place = store::places::round(conn, id, asker.now)?;
            asker.may(Act::OpenTable, &place)?;
            Ok::<_, Error>(read(conn, id)?)
        })
        .await?;
    let page = ManagePage::new(&app, &me, &tables);
    pages::html(&app, &me, "tables/manage.html", &page)
}

fn read(conn: &mut Conn, id: RoundId) -> Result<Tables, StoreError> {
    let round = store::rounds::find(conn, id)?;
    let lots = store::rounds::lots_of(conn, id)?;
    let ids: Vec<LotId> = lots.iter().map(|lot| lot.id).collect();
    let entrants = store::sheets::entrants(conn, &ids)?;
    let mut assessors = store::first_grades::assessors(conn, &ids)?;
    let line = |lot: Lot| {
        let verdicts = entrants.get(&lot.id).into_iter().flatten().map(|one| one.verdict);
        Waiting {
            assessors: assessors.remove(&lot.id).unwrap_or_default(),
            admitted: verdicts.clone().filter(|v| v.is_some_and(AdmissionVerdict::joins)).count(),
            undecided: verdicts.filter(Option::is_none).count(),
            lot,
        }
    };
    Ok(Tables {
        municipality: store::accounts::organisation(conn, round.municipality)?,
        tables: store::tables::of_round(conn, id)?,
        candidates: store::seats::candidates(conn, round.municipality)?,
        paused: store::reviews::pause(conn, id)?.is_some(),
        round,
        lots: lots.into_iter().map(line).collect(),
    })
}

#[derive(Deserialize)]
pub struct Opening {
    #[serde(default)]
    lot: String,
    #[serde(default)]
    chair: String,
}

/// Opens the table of a lot.
pub async fn open(
    me: SignedIn,
    app: Data<App>,
    round: Path<RoundId>,
    form: Posted<Opening>,
) -> Answer {
    let (id, asker, now) = (*round, me.me.clone(), me.now);
    let by = (me.id, me.name().to_owned());
    let seed = Seed::from_bytes(rand::random());
    app.write(move |tx| {
        asker.may(Act::OpenTable, &store::places::round(tx, id, now)?)?;
        let lot =
            store::rounds::find_lot(tx, form.fields.lot.parse().map_err(|_| Error::Missing)?)?;
        if lot.round != id {
            return Err(Error::Missing);
        }
        let nobody = |_| Error::Refused(TableRefusal::NoChair.key());
        let chair = form.fields.chair.parse().map_err(nobody)?;
        let new = OpenTable { id: TableId::new(new_id()), lot: lot.id, chair, by, seed };
        Ok(acts::open_table(tx, new, now)?)
    })
    .await?;
    Ok(pages::see_other(urls::manage_tables(id)))
}

impl ManagePage {
    fn new(app: &App, me: &SignedIn, tables: &Tables) -> ManagePage {
        let words = Words::of(app, me);
        let mut page = pages::frame_of(app, me, "manage-tables-title", &tables.municipality);
        page.crumbs = vec![
            pages::crumb("/manage", words.say("menu-manage", &[])),
            pages::crumb(
                urls::manage_round(tables.round.id),
                tables.round.definition.title.clone(),
            ),
            pages::here(words.say("manage-tables-title", &[])),
        ];
        let person = |(_, name, role): &(PersonId, String, SeatRole)| PersonView {
            name: name.clone(),
            text: words.say(&format!("role-{}", role.as_str()), &[]),
            active: false,
        };
        let chairs = tables.candidates.iter().filter(|(.., role)| *role == SeatRole::Chair);
        ManagePage {
            page,
            round_title: tables.round.definition.title.clone(),
            action: urls::manage_tables(tables.round.id),
            lots: tables.lots.iter().map(|lot| lot_view(words, tables, lot)).collect(),
            people: tables.candidates.iter().map(person).collect(),
            chairs: chairs
                .map(|(value, label, _)| ChairView { value: *value, label: label.clone() })
                .collect(),
        }
    }
}

/// What has to happen before the table of a lot can open.
fn wait(tables: &Tables, one: &Waiting) -> Option<&'static str> {
    let Waiting { assessors, admitted, undecided, .. } = one;
    let all = !assessors.is_empty() && assessors.iter().all(|a| a.locked_at.is_some());
    let chair = tables.candidates.iter().any(|(.., role)| *role == SeatRole::Chair);
    match () {
        () if !all => Some("refusal-table-not-all-locked"),
        () if tables.paused => Some("refusal-table-paused"),
        () if *undecided > 0 => Some("refusal-table-admission-open"),
        () if *admitted == 0 => Some("refusal-table-no-bids"),
        () if !chair => Some("refusal-table-no-chair"),
        () => None,
    }
}

fn lot_view(words: Words<'_>, tables: &Tables, one: &Waiting) -> LotView {
    let Waiting { lot, assessors, admitted: bids, .. } = one;
    let locked = assessors.iter().filter(|a| a.locked_at.is_some()).count();
    let table = tables.tables.get(&lot.id);
    let wait = wait(tables, one);
    let state = match (table, wait) {
        (Some((_, phase)), _) => format!("table-phase-{phase}"),
        (None, None) => "table-phase-ready".to_owned(),
        (None, Some(_)) => "table-phase-scoring".to_owned(),
    };
    let ready = if wait.is_none() { Ready::Yes } else { Ready::NotYet };
    LotView {
        id: lot.id,
        name: lot.label(),
        state: words.say(&state, &[]),
        status: status(table.map(|(_, phase)| phase.as_str()), ready),
        assessors: words.say(
            "manage-tables-locked",
            &[("locked", locked.into()), ("total", assessors.len().into())],
        ),
        bids: words.say("manage-tables-bids", &[("count", (*bids).into())]),
        doors: table.map(|(id, phase)| doors(words, *id, phase)).unwrap_or_default(),
        ready: table.is_none() && wait.is_none(),
        wait: wait.filter(|_| table.is_none()).map(|key| words.say(key, &[])),
    }
}

fn doors(words: Words<'_>, table: TableId, phase: &str) -> Vec<Door> {
    let door = |href: String, key: &str| Door { href, text: words.say(key, &[]) };
    let mut doors = vec![
        door(urls::table(table), "manage-tables-go"),
        door(urls::table_part(table, "minutes"), "minutes-link"),
    ];
    if matches!(phase, "ranked" | "closed") {
        doors.push(door(urls::table_part(table, "ranking"), "rank-link"));
    }
    doors
}

/// Sign and colour of a state.
fn status(phase: Option<&str>, ready: Ready) -> &'static str {
    match (phase, ready) {
        (Some("ranked" | "closed"), _) => "done",
        (Some(_), _) => "busy",
        (None, Ready::Yes) => "action",
        (None, Ready::NotYet) => "todo",
    }
}

enum Ready {
    Yes,
    NotYet,
}
