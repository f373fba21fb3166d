//! What an assessor has to do: one's lots, how far one is, and one button to go on.

use std::collections::BTreeMap;

use actix_web::web::Data;
use jiff::civil::Date;
use serde::Serialize;

use super::sample::own_address;
use super::scoring_page::{address, sheet_address};
use super::{count, say};
use crate::domain::ids::{BidId, RoundId};
use crate::domain::permission::{Act, Place, Stage};
use crate::domain::review::assignment::{Assignment, Pause, Scope};
use crate::domain::review::order::sequence;
use crate::domain::review::sheet::{Sheet, State};
use crate::domain::rounds::definition::Criterion;
use crate::domain::rounds::{Lot, Round};
use crate::rendering::layout::{Page, Task, TaskGroup};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::SignedIn;
use crate::web::pages;

#[derive(Serialize)]
struct DeskPage {
    page: Page,
    rounds: Vec<RoundDesk>,
}

#[derive(Serialize)]
struct RoundDesk {
    title: String,
    /// Why scoring stands still, if it does.
    paused: Option<String>,
    due: Date,
    given: usize,
    of: usize,
    /// Where to go on, if there is something to do now.
    next: Option<String>,
    groups: Vec<TaskGroup>,
}

type Row = (Assignment, Lot, Sheet);

struct Read {
    rounds: Vec<(Round, Vec<Row>)>,
    /// Rounds with a sample to practise on, and whether that is done.
    samples: BTreeMap<RoundId, bool>,
    pauses: BTreeMap<RoundId, Pause>,
}

fn read(conn: &mut Conn, me: &SignedIn) -> Result<Read, Error> {
    me.may(Act::ViewOwnReviews, &Place::nowhere())?;
    let own = store::assignments::of_person(conn, me.id)?;
    let assignments: Vec<Assignment> = own.iter().map(|(_, a)| a.clone()).collect();
    let sheets = store::sheets::of_one_person(conn, &assignments)?;
    let mut ids: Vec<RoundId> = own.iter().map(|(round, _)| *round).collect();
    ids.dedup();
    let (rounds, mut lots) = store::rounds::several(conn, &ids)?;
    let mut desks: BTreeMap<RoundId, Vec<Row>> = BTreeMap::new();
    for ((round, assignment), sheet) in own.into_iter().zip(sheets) {
        if let Some(lot) = lots.remove(&assignment.lot) {
            desks.entry(round).or_default().push((assignment, lot, sheet));
        }
    }
    let with = |round: Round| {
        let desk = desks.remove(&round.id).unwrap_or_default();
        (round, desk)
    };
    let samples = store::samples::of_rounds(conn, &ids, me.id)?;
    let pauses = store::reviews::pauses(conn, &ids)?;
    Ok(Read { rounds: rounds.into_iter().map(with).collect(), samples, pauses })
}

/// `GET /review`
pub async fn desk(me: SignedIn, app: Data<App>) -> Answer {
    let asker = me.clone();
    let read = app.read(move |conn| read(conn, &asker)).await?;
    let with = |(round, desk): &(Round, Vec<Row>)| {
        let practice = read.samples.get(&round.id).map(|done| practice(&app, &me, (round, *done)));
        let beside = Beside { practice, pause: read.pauses.get(&round.id) };
        round_desk((&app, &me), (round, desk), beside)
    };
    let rounds = read.rounds.iter().map(with);
    let page = DeskPage { rounds: rounds.collect(), page: pages::frame(&app, &me, "desk-title") };
    pages::html(&app, &me, "review/desk.html", &page)
}

/// The sample to begin with; it counts for nothing.
fn practice(app: &App, me: &SignedIn, (round, done): (&Round, bool)) -> Task {
    Task {
        name: say(app, me, "sample-title", &[]),
        hint: Some(say(app, me, "sample-desk", &[])),
        href: Some(own_address(round.id)),
        status: if done { "done" } else { "todo" },
        status_text: String::new(),
    }
}

/// What there is in a round besides its lots.
struct Beside<'a> {
    practice: Option<Task>,
    pause: Option<&'a Pause>,
}

fn round_desk(
    (app, me): (&App, &SignedIn),
    (round, desk): (&Round, &[Row]),
    Beside { practice, pause }: Beside<'_>,
) -> RoundDesk {
    let criteria = &round.definition.criteria;
    let parts = desk.iter().map(|(a, _, sheet)| sheet.progress(&a.scope.asked(criteria)));
    let (given, of) = parts.fold((0, 0), |(a, b), (given, of)| (a + given, b + of));
    let lots = desk.iter().map(|row| task(app, me, round, row));
    let tasks = practice.into_iter().chain(lots).collect();
    RoundDesk {
        title: round.definition.title.clone(),
        paused: pause.map(|p| say(app, me, "paused-for", &[("reason", p.reason.as_str().into())])),
        due: round.definition.dates.scores_due,
        given,
        of,
        next: desk.iter().find_map(|row| next(round, row)),
        groups: vec![TaskGroup { title: round.definition.title.clone(), tasks }],
    }
}

/// The first thing to do on a lot.
fn next(round: &Round, (assignment, _, sheet): &Row) -> Option<String> {
    if sheet.locked_at.is_some() || !round.is_under_review() {
        return None;
    }
    let criteria = &assignment.scope.asked(&round.definition.criteria);
    match sheet.state {
        State::NoBids => None,
        State::Undeclared => Some(format!("/review/lots/{}/conflicts", assignment.lot)),
        State::Unsettled | State::Settled => {
            let bids: Vec<BidId> = sheet.bids.iter().map(|(bid, _)| *bid).collect();
            let order = sequence(round.definition.reading, &bids, criteria);
            let lacks =
                |(bid, c): &&(BidId, &Criterion)| sheet.mark(*bid, &c.code).lacks(c).is_some();
            let first = order.iter().find(lacks);
            let to_lock = sheet.lock(criteria).is_ok();
            first
                .map(|(bid, c)| address(assignment.id, *bid, &c.code))
                .or_else(|| to_lock.then(|| format!("{}/lock", sheet_address(assignment.id))))
        }
    }
}

fn task(app: &App, me: &SignedIn, round: &Round, (assignment, lot, sheet): &Row) -> Task {
    let opened = round.stage(me.now) >= Stage::Opened;
    let asked = assignment.scope.asked(&round.definition.criteria);
    let (given, of) = sheet.progress(&asked);
    let declare = format!("/review/lots/{}/conflicts", assignment.lot);
    let own = sheet_address(assignment.id);
    let (status, hint, href) = match sheet.state {
        _ if !opened => ("closed", "desk-not-open", None),
        _ if sheet.locked_at.is_some() => ("done", "desk-locked", Some(own)),
        State::NoBids => ("closed", "desk-no-bids", None),
        State::Undeclared => ("action", "desk-declare", Some(declare)),
        State::Unsettled if given == of => ("busy", "desk-waits", Some(own)),
        State::Settled if of == 0 => ("closed", "desk-nothing", Some(own)),
        State::Settled if given == of => ("action", "desk-lock", Some(own)),
        State::Unsettled | State::Settled if given == 0 => ("todo", "desk-progress", Some(own)),
        State::Unsettled | State::Settled => ("busy", "desk-progress", Some(own)),
    };
    let args = [("given", count(given)), ("of", count(of))];
    let mut hint = say(app, me, hint, &args);
    if assignment.scope != Scope::Whole {
        let names: Vec<String> = asked.into_iter().map(|c| c.name).collect();
        hint = say(app, me, "desk-part", &[("names", names.join(", ").into())]) + " " + &hint;
    }
    Task { name: lot.label(), hint: Some(hint), href, status, status_text: String::new() }
}
