//! One's own scores of one lot at a glance, and locking them.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::scoring_page::{address, sheet_address};
use super::{Facts, by, say};
use crate::actions;
use crate::documents::score_words::ScoreWords;
use crate::domain::ids::{AssignmentId, BidId};
use crate::domain::permission::Act;
use crate::domain::review::assignment::Assignment;
use crate::domain::review::sheet::{Lack, Sheet, State};
use crate::domain::rounds::definition::Criterion;
use crate::domain::scoring::Exact;
use crate::rendering::layout::Page;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::pages;

#[derive(Serialize)]
struct SheetPage {
    page: Page,
    lot: String,
    given: usize,
    of: usize,
    codes: Vec<String>,
    rows: Vec<Row>,
    missing: Vec<Missing>,
    /// Something is still up to the process lead.
    unsettled: bool,
    empty: bool,
    can_lock: bool,
    locked_at: Option<Timestamp>,
    lock_href: String,
    offline_href: String,
    /// Every mark with its reason, to look at before locking.
    marks: Vec<Marked>,
    conflicts_href: String,
}

#[derive(Serialize)]
struct Row {
    name: String,
    weight: String,
    cells: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    href: String,
    grade: Option<String>,
    label: String,
}

#[derive(Serialize)]
struct Marked {
    label: String,
    href: String,
    grade: Option<String>,
    reason: String,
}

#[derive(Serialize)]
struct Missing {
    href: String,
    text: String,
}

/// One's own sheet.
pub struct Read {
    pub facts: Facts,
    pub assignment: Assignment,
    pub sheet: Sheet,
}

pub fn read(conn: &mut Conn, me: &SignedIn, id: AssignmentId, act: Act) -> Result<Read, Error> {
    let assignment = store::assignments::find(conn, id)?;
    me.may(act, &store::places::lot(conn, assignment.lot, Some(me.id), me.now)?)?;
    if assignment.person != me.id {
        return Err(Error::Missing);
    }
    let lot = store::rounds::find_lot(conn, assignment.lot)?;
    let round = store::rounds::find(conn, lot.round)?;
    let sheet = store::sheets::of(conn, &assignment)?;
    Ok(Read { facts: Facts::asked(conn, round, &assignment)?, assignment, sheet })
}

/// `GET /review/assignments/{assignment}`
pub async fn overview(me: SignedIn, id: Path<AssignmentId>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.clone());
    let read = app.read(move |conn| read(conn, &asker, id, Act::LockSheet)).await?;
    if read.sheet.state == State::Undeclared {
        let place = format!("/review/lots/{}/conflicts", read.assignment.lot);
        return Ok(pages::see_other(place));
    }
    let mut page = view(&app, &me, &read, "sheet-title");
    let said = [
        ("locked=1", "sheet-locked-now"),
        ("saved=form", "form-saved"),
        ("saved=clash", "form-saved-clash"),
    ];
    let said = said.iter().find(|(end, _)| me.path.ends_with(end));
    if let Some((_, key)) = said {
        page.page.notice = Some(pages::success(say(&app, &me, key, &[])));
    }
    pages::html(&app, &me, "review/sheet.html", &page)
}

/// `GET /review/assignments/{assignment}/lock`
pub async fn locking(me: SignedIn, id: Path<AssignmentId>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.clone());
    let read = app.read(move |conn| read(conn, &asker, id, Act::LockSheet)).await?;
    if read.sheet.lock(read.facts.criteria()).is_err() {
        return Ok(pages::see_other(sheet_address(id)));
    }
    pages::html(&app, &me, "review/lock.html", &view(&app, &me, &read, "lock-title"))
}

/// `POST /review/assignments/{assignment}/lock`
pub async fn lock(
    me: SignedIn,
    id: Path<AssignmentId>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, asker, who) = (id.into_inner(), me.clone(), by(&me));
    app.write::<_, Error, _>(move |tx| {
        read(tx, &asker, id, Act::LockSheet)?;
        Ok(actions::lock_sheet(tx, id, &who, asker.now)?)
    })
    .await?;
    Ok(pages::see_other(format!("{}?locked=1", sheet_address(id))))
}

fn view(app: &Data<App>, me: &SignedIn, read: &Read, title: &str) -> SheetPage {
    let Read { facts, assignment, sheet } = read;
    let criteria = facts.criteria();
    let (given, of) = sheet.progress(criteria);
    let lot = facts.lot_label(assignment.lot);
    let mut page = facts.own_frame(app, me, title);
    page.crumbs =
        vec![pages::crumb("/review", say(app, me, "menu-review", &[])), pages::here(&lot)];
    SheetPage {
        page,
        lot,
        given,
        of,
        codes: sheet.bids.iter().map(|(_, code)| code.clone()).collect(),
        rows: criteria.iter().map(|c| row((app, me), read, c)).collect(),
        missing: missing((app, me), read, criteria),
        unsettled: sheet.state == State::Unsettled,
        empty: sheet.bids.is_empty() && sheet.state != State::Unsettled,
        can_lock: sheet.lock(criteria).is_ok(),
        locked_at: sheet.locked_at,
        offline_href: format!("{}/offline", sheet_address(assignment.id)),
        marks: marks((app, me), read, criteria),
        lock_href: format!("{}/lock", sheet_address(assignment.id)),
        conflicts_href: format!("/review/lots/{}/conflicts", assignment.lot),
    }
}

fn row((app, me): (&Data<App>, &SignedIn), read: &Read, criterion: &Criterion) -> Row {
    let cell = |(bid, code): &(BidId, String)| {
        let mark = read.sheet.mark(*bid, &criterion.code);
        let args = [("code", code.as_str().into()), ("name", criterion.name.as_str().into())];
        Cell {
            href: address(read.assignment.id, *bid, &criterion.code),
            grade: mark.grade.as_ref().map(Exact::plain),
            label: say(app, me, "sheet-cell", &args),
        }
    };
    let words = ScoreWords::new(&app.renderer, me.lang, &read.facts.round.definition);
    Row {
        name: criterion.name.clone(),
        weight: words.weight(&criterion.weight),
        cells: read.sheet.bids.iter().map(cell).collect(),
    }
}

fn marks((app, me): (&Data<App>, &SignedIn), read: &Read, criteria: &[Criterion]) -> Vec<Marked> {
    let one = |code: &str, bid: BidId, criterion: &Criterion| {
        let mark = read.sheet.mark(bid, &criterion.code);
        let args = [("code", code.into()), ("name", criterion.name.as_str().into())];
        Marked {
            label: say(app, me, "sheet-cell", &args),
            href: address(read.assignment.id, bid, &criterion.code),
            grade: mark.grade.as_ref().map(Exact::plain),
            reason: mark.reason.clone(),
        }
    };
    let of = |(bid, code): &(BidId, String)| {
        criteria.iter().map(|criterion| one(code, *bid, criterion)).collect::<Vec<_>>()
    };
    read.sheet.bids.iter().flat_map(of).collect()
}

fn missing(
    (app, me): (&Data<App>, &SignedIn),
    read: &Read,
    criteria: &[Criterion],
) -> Vec<Missing> {
    let line = |(bid, criterion, lack): (BidId, &Criterion, Lack)| {
        let key = match lack {
            Lack::Grade => "sheet-lacks-grade",
            Lack::Reason => "sheet-lacks-reason",
            Lack::Words => "sheet-lacks-words",
        };
        let code = read.sheet.code(bid).unwrap_or_default();
        let args = [("code", code.into()), ("name", criterion.name.as_str().into())];
        Missing {
            href: address(read.assignment.id, bid, &criterion.code),
            text: say(app, me, key, &args),
        }
    };
    read.sheet.missing(criteria).into_iter().map(line).collect()
}
