//! What assessors declared, and the rulings of the process lead on it.

use actix_web::web::{Data, Path, Query};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::declarations::after;
use super::{Facts, by, facts, frame, say};
use crate::actions::{self, Failure};
use crate::domain::ids::{BidId, PersonId, RoundId};
use crate::domain::journal::By;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::review::conflicts::{Clearance, ConflictRefusal, Interest, Ruling};
use crate::domain::review::progress::Progress;
use crate::domain::review::sheet::State;
use crate::rendering::layout::{FieldError, Page};
use crate::store::conflicts::Line;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::Posted;
use crate::web::me::{Me, SignedIn};
use crate::web::paging::{LINES, Pages, Wanted};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct RulingsPage {
    page: Page,
    round_title: String,
    waiting: Vec<Declared>,
    ruled: Vec<Declared>,
    /// Of what was ruled; none where one page is enough.
    pages: Option<Pages>,
    /// How many declared that there is nothing.
    clear: usize,
    /// Who has not declared yet.
    silent: Vec<String>,
}

#[derive(Serialize)]
struct Declared {
    href: String,
    assessor: String,
    /// The party about whom it is, and whose bid that party is in if it is not its own.
    cooperative: String,
    bid_of: Option<String>,
    lot: String,
    interest: String,
    note: String,
    at: Timestamp,
    ruling: Option<String>,
    reason: Option<String>,
}

fn declared(app: &App, me: &Me, round: RoundId, line: &Line) -> Declared {
    let ruled = line.said.ruled.as_ref();
    Declared {
        href: match line.party.is_empty() {
            true => address(round, (line.bid, line.person)),
            false => format!("{}?party={}", address(round, (line.bid, line.person)), line.party),
        },
        assessor: line.assessor.clone(),
        cooperative: line.party_name.clone().unwrap_or_else(|| line.cooperative.clone()),
        bid_of: line.party_name.is_some().then(|| line.cooperative.clone()),
        lot: format!("{}. {}", line.lot_number, line.lot_name),
        interest: say(app, me, &format!("interest-{}", line.said.interest.as_str()), &[]),
        note: line.said.note.clone(),
        at: line.said.at,
        ruling: ruled.map(|r| say(app, me, &format!("ruling-{}", r.ruling.as_str()), &[])),
        reason: ruled.map(|r| r.reason.clone()),
    }
}

fn address(round: RoundId, (bid, person): (BidId, PersonId)) -> String {
    format!("{}/conflicts/{bid}/{person}", urls::manage_round(round))
}

/// `GET /manage/rounds/{round}/conflicts`
pub async fn list(
    me: SignedIn,
    id: Path<RoundId>,
    wanted: Query<Wanted>,
    app: Data<App>,
) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let (facts, lines, progress) = app
        .read::<_, Error, _>(move |conn| {
            let facts = facts(conn, &asker, id, Act::RuleOnConflict)?;
            let progress = store::progress::of_round(conn, &facts.round)?;
            Ok((facts, store::conflicts::of_round(conn, id)?, progress))
        })
        .await?;
    let page = rulings_page((&app, &me, *wanted), &facts, (&lines, &progress));
    pages::html(&app, &me, "review/rulings.html", &page)
}

fn rulings_page(
    (app, me, wanted): (&Data<App>, &SignedIn, Wanted),
    facts: &Facts,
    (lines, progress): (&[Line], &[Progress]),
) -> RulingsPage {
    let id = facts.round.id;
    let show = |wanted: fn(&Line) -> bool| -> Vec<Declared> {
        lines.iter().filter(|l| wanted(l)).map(|l| declared(app, me, id, l)).collect()
    };
    let mut ruled = show(|l| l.said.ruled.is_some());
    let base = format!("{}/conflicts", urls::manage_round(id));
    let pages = Pages::cut(&mut ruled, wanted, (&base, LINES));
    RulingsPage {
        page: frame(app, me, "rulings-title", facts),
        round_title: facts.round.definition.title.clone(),
        waiting: show(|l| l.said.clearance() == Clearance::Waiting),
        ruled,
        pages,
        clear: lines.iter().filter(|l| is_clear(l)).count(),
        silent: silent(progress),
    }
}

fn is_clear(line: &Line) -> bool {
    line.said.interest == Interest::None && line.said.ruled.is_none()
}

fn silent(progress: &[Progress]) -> Vec<String> {
    let silent = progress.iter().filter(|p| p.state == State::Undeclared);
    silent.map(|p| format!("{} ({}. {})", p.assessor, p.lot_number, p.lot_name)).collect()
}

#[derive(Serialize)]
struct RulingPage {
    page: Page,
    errors: Vec<FieldError>,
    said: Declared,
    action: String,
    /// The party that is ruled about; empty for the bidder.
    party: String,
    back: String,
    options: Vec<Choice>,
    ruling: String,
    reason: String,
    can_change: bool,
}

#[derive(Serialize)]
struct Choice {
    value: &'static str,
    label: String,
    hint: Option<String>,
}

#[derive(Deserialize)]
pub struct RulingForm {
    #[serde(default)]
    ruling: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    party: String,
}

/// `?party=…`: a partner or a subcontractor.
#[derive(Default, Deserialize)]
pub struct OfParty {
    #[serde(default)]
    party: String,
}

type Ids = (RoundId, BidId, PersonId);

fn read(
    conn: &mut Conn,
    me: &Me,
    (round, bid, person): Ids,
    party: &str,
) -> Result<(Facts, Line), Error> {
    let facts = facts(conn, me, round, Act::RuleOnConflict)?;
    let lines = store::conflicts::of_round(conn, round)?;
    let line =
        lines.into_iter().find(|l| (l.bid, l.person, l.party.as_str()) == (bid, person, party));
    Ok((facts, line.ok_or(Error::Missing)?))
}

/// `GET /manage/rounds/{round}/conflicts/{bid}/{person}`
pub async fn page(me: SignedIn, ids: Path<Ids>, of: Query<OfParty>, app: Data<App>) -> Answer {
    let (ids, asker) = (ids.into_inner(), me.me.clone());
    let (facts, line) = app.read(move |conn| read(conn, &asker, ids, &of.party)).await?;
    let page = view(&app, &me, (&facts, &line));
    pages::html(&app, &me, "review/ruling.html", &page)
}

fn view(app: &Data<App>, me: &Me, (facts, line): (&Facts, &Line)) -> RulingPage {
    let ruled = line.said.ruled.as_ref();
    let option = |ruling: &Ruling| Choice {
        value: ruling.as_str(),
        label: say(app, me, &format!("ruling-{}", ruling.as_str()), &[]),
        hint: Some(say(app, me, &format!("ruling-{}-hint", ruling.as_str()), &[])),
    };
    let back = format!("{}/conflicts", urls::manage_round(facts.round.id));
    let mut page = frame(app, me, "rulings-title", facts);
    page.title = format!("{}: {}", page.title, line.assessor);
    page.crumbs.pop();
    page.crumbs.push(pages::crumb(&back, say(app, me, "rulings-title", &[])));
    page.crumbs.push(pages::here(&line.assessor));
    RulingPage {
        page,
        errors: vec![],
        said: declared(app, me, facts.round.id, line),
        action: address(facts.round.id, (line.bid, line.person)),
        party: line.party.clone(),
        back,
        options: Ruling::ALL.iter().map(option).collect(),
        ruling: ruled.map(|r| r.ruling.as_str().to_owned()).unwrap_or_default(),
        reason: ruled.map(|r| r.reason.clone()).unwrap_or_default(),
        can_change: facts.round.is_under_review(),
    }
}

/// `POST /manage/rounds/{round}/conflicts/{bid}/{person}`
pub async fn rule(
    me: SignedIn,
    ids: Path<Ids>,
    form: Posted<RulingForm>,
    app: Data<App>,
) -> Answer {
    let (ids, asker, who) = (ids.into_inner(), me.me.clone(), by(&me));
    let RulingForm { ruling, reason, party } = form.fields;
    let asked = party.clone();
    let (facts, line) = app.read(move |conn| read(conn, &asker, ids, &asked)).await?;
    let Ok(chosen) = ruling.parse::<Ruling>() else {
        return again(&app, &me, (&facts, &line), (ruling, reason, ("ruling", "error-choose")));
    };
    let (about, now) = ((line.person, line.bid, party), me.now);
    match write(&app, about, (chosen, reason.clone()), (who, now)).await {
        Ok(()) => Ok(after(&app, format!("{}/conflicts", urls::manage_round(ids.0)))),
        Err(Failure::Refused(why)) => {
            again(&app, &me, (&facts, &line), (ruling, reason, ("reason", why.key())))
        }
        Err(broken) => Err(broken.into()),
    }
}

async fn write(
    app: &App,
    (person, bid, party): (PersonId, BidId, String),
    said: (Ruling, String),
    (who, now): (By, Timestamp),
) -> Result<(), Failure<ConflictRefusal>> {
    let act = move |tx: &mut store::Tx| {
        actions::rule_on_conflict(tx, (person, bid, &party), said, &who, now)
    };
    app.write(act).await
}

type Typed = (String, String, (&'static str, &'static str));

fn again(
    app: &Data<App>,
    me: &Me,
    about: (&Facts, &Line),
    (ruling, reason, (field, key)): Typed,
) -> Answer {
    let mut page = view(app, me, about);
    page.page.fault = true;
    page.errors = vec![FieldError { field: field.into(), text: say(app, me, key, &[]) }];
    (page.ruling, page.reason) = (ruling, reason);
    pages::faulty(app, me, "review/ruling.html", &page)
}
