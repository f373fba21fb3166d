//! How far the assessors are: how many of how many, and no grade anywhere.

use std::collections::BTreeSet;

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Facts, by, count, facts, frame, say};
use crate::actions::{self, Failure};
use crate::domain::ids::{AssignmentId, LotId, RoundId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::review::assignment::Pause;
use crate::domain::review::progress::Progress;
use crate::domain::review::sheet::State;
use crate::domain::rounds::Lot;
use crate::domain::rounds::definition::Criterion;
use crate::rendering::layout::{FieldError, Page};
use crate::store::assignments::Former;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct ProgressPage {
    page: Page,
    round_title: String,
    due: Date,
    criteria: Vec<Head>,
    lots: Vec<LotProgress>,
    former: Vec<FormerLine>,
    action: String,
    can_remind: bool,
    /// Why scoring stands still, if it does, and where it stops or goes on.
    paused: Option<String>,
    pause_href: Option<String>,
}

#[derive(Serialize)]
struct Head {
    number: usize,
    name: String,
}

#[derive(Serialize)]
struct LotProgress {
    label: String,
    locked: usize,
    of: usize,
    lines: Vec<ProgressLine>,
    /// People per criterion.
    people: Vec<People>,
    short: bool,
}

#[derive(Serialize)]
struct People {
    number: usize,
    short: bool,
}

#[derive(Serialize)]
struct ProgressLine {
    assessor: String,
    /// Per criterion; none where this person is not asked.
    items: Vec<Option<String>>,
    given: usize,
    of: usize,
    status: &'static str,
    status_text: String,
    locked_at: Option<Timestamp>,
    reminded_at: Option<Timestamp>,
    reopen_href: Option<String>,
    replace_href: Option<String>,
}

/// Somebody who was replaced.
#[derive(Serialize)]
struct FormerLine {
    text: String,
    reason: String,
    at: Timestamp,
    marks: String,
}

struct Board {
    facts: Facts,
    progress: Vec<Progress>,
    former: Vec<Former>,
    minimum: usize,
    /// Lots whose table has met: who assesses there stands.
    met: BTreeSet<LotId>,
}

fn read(conn: &mut Conn, me: &Me, id: RoundId) -> Result<Board, Error> {
    let facts = facts(conn, me, id, Act::ViewProgress)?;
    let tables = store::tables::of_round(conn, id)?;
    Ok(Board {
        progress: store::progress::of_round(conn, &facts.round)?,
        former: store::assignments::former(conn, id)?,
        minimum: store::reviews::minimum(conn, id)?,
        met: tables.into_keys().collect(),
        facts,
    })
}

#[derive(Deserialize)]
pub struct After {
    reminded: Option<usize>,
    replaced: Option<u8>,
}

/// `GET /manage/rounds/{round}/progress`
pub async fn page(
    me: SignedIn,
    id: Path<RoundId>,
    after: actix_web::web::Query<After>,
    app: Data<App>,
) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let board = app.read(move |conn| read(conn, &asker, id)).await?;
    let mut page = view(&app, &me, &board);
    if after.replaced.is_some() {
        page.page.notice = Some(pages::success(say(&app, &me, "progress-replaced", &[])));
    }
    if let Some(mails) = after.reminded {
        let text = say(&app, &me, "progress-reminded", &[("count", count(mails))]);
        page.page.notice = Some(pages::success(text));
    }
    pages::html(&app, &me, "review/progress.html", &page)
}

fn view(app: &Data<App>, me: &Me, board: &Board) -> ProgressPage {
    let Board { facts, progress, .. } = board;
    let round = &facts.round;
    let criteria = round.definition.criteria.iter().enumerate();
    let lots = facts.lots.iter().map(|lot| lot_progress((app, me), board, lot));
    let pause = facts.pause.as_ref();
    let about = |p: &Pause| say(app, me, "paused-for", &[("reason", p.reason.as_str().into())]);
    ProgressPage {
        criteria: criteria.map(|(at, c)| Head { number: at + 1, name: c.name.clone() }).collect(),
        lots: lots.collect(),
        former: board.former.iter().map(|f| former_line((app, me), facts, f)).collect(),
        page: frame(app, me, "progress-title", facts),
        round_title: round.definition.title.clone(),
        due: round.definition.dates.scores_due,
        action: format!("{}/reminders", urls::manage_round(round.id)),
        can_remind: round.is_under_review()
            && pause.is_none()
            && progress.iter().any(Progress::waits_for_assessor),
        paused: pause.map(about),
        pause_href: round
            .is_under_review()
            .then(|| format!("{}/pause", urls::manage_round(round.id))),
    }
}

fn lot_progress((app, me): (&Data<App>, &Me), board: &Board, lot: &Lot) -> LotProgress {
    let own: Vec<&Progress> =
        board.progress.iter().filter(|p| p.assignment.lot == lot.id).collect();
    let people = |criterion: &Criterion| {
        let number = own.iter().filter(|p| p.assignment.scope.asks(&criterion.code)).count();
        People { number, short: number < board.minimum }
    };
    let criteria = &board.facts.round.definition.criteria;
    let people: Vec<People> = criteria.iter().map(people).collect();
    LotProgress {
        label: lot.label(),
        locked: own.iter().filter(|p| p.assignment.locked_at.is_some()).count(),
        of: own.len(),
        short: people.iter().any(|p| p.short),
        people,
        lines: own.into_iter().map(|p| line((app, me), board, p)).collect(),
    }
}

fn former_line((app, me): (&Data<App>, &Me), facts: &Facts, former: &Former) -> FormerLine {
    let args = [("name", former.name.as_str().into()), ("lot", facts.lot_label(former.lot).into())];
    FormerLine {
        text: say(app, me, "progress-former-line", &args),
        reason: former.ended.reason.clone(),
        at: former.ended.at,
        marks: say(app, me, "progress-former-marks", &[("count", count(former.marks))]),
    }
}

fn line((app, me): (&Data<App>, &Me), board: &Board, progress: &Progress) -> ProgressLine {
    let facts = &board.facts;
    let locked = progress.assignment.locked_at;
    let (status, key) = match progress.state {
        _ if locked.is_some() => ("done", "progress-locked"),
        State::NoBids => ("closed", "progress-no-bids"),
        State::Undeclared => ("todo", "progress-undeclared"),
        State::Settled if progress.of() == 0 => ("closed", "progress-nothing"),
        State::Unsettled if progress.left() == 0 => ("action", "progress-unsettled"),
        State::Settled if progress.left() == 0 => ("action", "progress-not-locked"),
        State::Unsettled | State::Settled if progress.given() == 0 => ("todo", "status-todo"),
        State::Unsettled | State::Settled => ("busy", "status-busy"),
    };
    let open = facts.round.is_under_review() && !board.met.contains(&progress.assignment.lot);
    let item = |c: &Criterion| {
        let found = progress.items.iter().find(|item| item.criterion == c.code)?;
        let args = [("given", count(found.given)), ("of", count(found.of))];
        Some(say(app, me, "progress-item", &args))
    };
    ProgressLine {
        assessor: progress.assessor.clone(),
        items: facts.round.definition.criteria.iter().map(item).collect(),
        given: progress.given(),
        of: progress.of(),
        status,
        status_text: say(app, me, key, &[]),
        locked_at: locked,
        reminded_at: progress.assignment.reminded_at,
        reopen_href: (open && locked.is_some())
            .then(|| address(facts.round.id, progress.assignment.id)),
        replace_href: open.then(|| replacement_address(facts.round.id, progress.assignment.id)),
    }
}

fn address(round: RoundId, sheet: AssignmentId) -> String {
    format!("{}/assignments/{sheet}/reopening", urls::manage_round(round))
}

pub fn replacement_address(round: RoundId, sheet: AssignmentId) -> String {
    format!("{}/assignments/{sheet}/replacement", urls::manage_round(round))
}

/// `POST /manage/rounds/{round}/reminders`
pub async fn remind(
    me: SignedIn,
    id: Path<RoundId>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, asker, who) = (id.into_inner(), me.me.clone(), by(&me));
    let mails = app
        .write::<_, Error, _>(move |tx| {
            me_may(tx, &asker, (id, Act::ViewProgress))?;
            Ok(actions::remind_assessors(tx, id, &who, asker.now)?)
        })
        .await?;
    Ok(pages::see_other(format!("{}/progress?reminded={mails}", urls::manage_round(id))))
}

fn me_may(conn: &mut Conn, me: &Me, (round, act): (RoundId, Act)) -> Result<(), Error> {
    me.may(act, &store::places::round(conn, round, me.now)?)
}

#[derive(Serialize)]
struct ReopeningPage {
    page: Page,
    errors: Vec<FieldError>,
    assessor: String,
    lot: String,
    locked_at: Option<Timestamp>,
    action: String,
    back: String,
    reason: String,
}

#[derive(Deserialize)]
pub struct ReasonForm {
    #[serde(default)]
    reason: String,
}

pub type Ids = (RoundId, AssignmentId);

pub fn find(conn: &mut Conn, me: &Me, (round, sheet): Ids) -> Result<(Facts, Progress), Error> {
    me_may(conn, me, (round, Act::ReopenSheet))?;
    let board = read(conn, me, round)?;
    let found = board.progress.into_iter().find(|p| p.assignment.id == sheet);
    Ok((board.facts, found.ok_or(Error::Missing)?))
}

/// `GET /manage/rounds/{round}/assignments/{assignment}/reopening`
pub async fn reopening(me: SignedIn, ids: Path<Ids>, app: Data<App>) -> Answer {
    let (ids, asker) = (ids.into_inner(), me.me.clone());
    let found = app.read(move |conn| find(conn, &asker, ids)).await?;
    let page = reopening_view(&app, &me, (&found.0, &found.1), String::new());
    pages::html(&app, &me, "review/reopening.html", &page)
}

fn reopening_view(
    app: &Data<App>,
    me: &Me,
    (facts, progress): (&Facts, &Progress),
    reason: String,
) -> ReopeningPage {
    let back = format!("{}/progress", urls::manage_round(facts.round.id));
    let mut page = frame(app, me, "reopening-title", facts);
    page.crumbs.insert(2, pages::crumb(&back, say(app, me, "progress-title", &[])));
    ReopeningPage {
        page,
        errors: vec![],
        assessor: progress.assessor.clone(),
        lot: facts.lot_label(progress.assignment.lot),
        locked_at: progress.assignment.locked_at,
        action: address(facts.round.id, progress.assignment.id),
        back,
        reason,
    }
}

/// `POST /manage/rounds/{round}/assignments/{assignment}/reopening`
pub async fn reopen(
    me: SignedIn,
    ids: Path<Ids>,
    form: Posted<ReasonForm>,
    app: Data<App>,
) -> Answer {
    let (ids, asker, who) = (ids.into_inner(), me.me.clone(), by(&me));
    let found = app.read(move |conn| find(conn, &asker, ids)).await?;
    let (reason, now) = (form.fields.reason, me.now);
    let typed = reason.clone();
    let done = app.write(move |tx| actions::reopen_sheet(tx, ids.1, &reason, &who, now)).await;
    match done {
        Ok(()) => Ok(pages::see_other(format!("{}/progress", urls::manage_round(ids.0)))),
        Err(Failure::Refused(why)) => {
            let mut page = reopening_view(&app, &me, (&found.0, &found.1), typed);
            page.page.fault = true;
            let text = say(&app, &me, why.key(), &[]);
            page.errors = vec![FieldError { field: "reason".into(), text }];
            pages::faulty(&app, &me, "review/reopening.html", &page)
        }
        Err(broken) => Err(broken.into()),
    }
}
