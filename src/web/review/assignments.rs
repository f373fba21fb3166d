//! Who assesses which lot: one table of boxes.

use std::collections::BTreeSet;

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::{Facts, by, count, facts, frame, say};
use crate::actions::{self, Failure};
use crate::domain::ids::{LotId, PersonId, RoundId};
use crate::domain::permission::Act;
use crate::domain::review::assignment::{Assignment, AssignmentRefusal, Panel, may_assign};
use crate::rendering::layout::Page;
use crate::store::{self, Conn, Tx};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct AssignmentsPage {
    page: Page,
    round_title: String,
    action: String,
    /// Where one makes a sample to practise on.
    sample_href: String,
    lots: Vec<LotColumn>,
    people: Vec<PersonRow>,
    can_change: bool,
}

#[derive(Serialize)]
struct LotColumn {
    label: String,
    count: String,
    advice: Option<String>,
}

#[derive(Serialize)]
struct PersonRow {
    name: String,
    cells: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    /// Lot and person, as the form posts them.
    value: String,
    label: String,
    assigned: bool,
    /// Has given scores already, so the box cannot change.
    at_work: bool,
}

struct Read {
    facts: Facts,
    people: Vec<(PersonId, String)>,
    assignments: Vec<Assignment>,
    at_work: BTreeSet<(LotId, PersonId)>,
}

fn read(conn: &mut Conn, me: &Me, id: RoundId) -> Result<Read, Error> {
    let facts = facts(conn, me, id, Act::AssignAssessors)?;
    Ok(Read {
        people: store::assignments::assessors(conn, facts.round.municipality)?,
        assignments: store::assignments::of_round(conn, id)?,
        at_work: store::assignments::at_work(conn, id)?,
        facts,
    })
}

/// `GET /manage/rounds/{round}/assignments`
pub async fn page(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let read = app.read(move |conn| read(conn, &asker, id)).await?;
    let mut page = view(&app, &me, &read);
    if me.path.ends_with("saved=1") {
        let text = say(&app, &me, "assignments-saved", &[]);
        page.page.notice = Some(pages::success(text));
    }
    pages::html(&app, &me, "review/assignments.html", &page)
}

fn view(app: &Data<App>, me: &Me, read: &Read) -> AssignmentsPage {
    let Read { facts, people, assignments, at_work } = read;
    let column = |lot: &crate::domain::rounds::Lot| {
        let number = assignments.iter().filter(|a| a.lot == lot.id).count();
        let advice = match Panel::of(number) {
            Panel::TooFew => Some("assignments-too-few"),
            Panel::Even => Some("assignments-even"),
            Panel::Good => None,
        };
        LotColumn {
            label: lot.label(),
            count: say(app, me, "assignments-count", &[("count", count(number))]),
            advice: advice.map(|key| say(app, me, key, &[])),
        }
    };
    let row = |(person, name): &(PersonId, String)| {
        let cell = |lot: &crate::domain::rounds::Lot| Cell {
            value: format!("{}.{person}", lot.id),
            label: say(
                app,
                me,
                "assignments-cell",
                &[("name", name.as_str().into()), ("lot", lot.label().into())],
            ),
            assigned: assignments.iter().any(|a| (a.lot, a.person) == (lot.id, *person)),
            at_work: at_work.contains(&(lot.id, *person)),
        };
        PersonRow { name: name.clone(), cells: facts.lots.iter().map(cell).collect() }
    };
    AssignmentsPage {
        page: frame(app, me, "assignments-title", facts),
        round_title: facts.round.definition.title.clone(),
        action: format!("{}/assignments", urls::manage_round(facts.round.id)),
        sample_href: format!("{}/sample", urls::manage_round(facts.round.id)),
        lots: facts.lots.iter().map(column).collect(),
        people: people.iter().map(row).collect(),
        can_change: may_assign(facts.round.stage(me.now)).is_ok(),
    }
}

type Pair = (LotId, PersonId);

fn pairs(values: &[String]) -> BTreeSet<Pair> {
    let pair = |text: &String| {
        let (lot, person) = text.split_once('.')?;
        Some((lot.parse().ok()?, person.parse().ok()?))
    };
    values.iter().filter_map(pair).collect()
}

/// What somebody changed: boxes that are ticked now and were not when the page was shown, and the
/// other way round. What a colleague changed meanwhile stays.
fn changes(typed: &Typed) -> (Vec<Pair>, Vec<Pair>) {
    let (now, before) = (pairs(typed.all("assigned")), pairs(typed.all("before")));
    (now.difference(&before).copied().collect(), before.difference(&now).copied().collect())
}

/// `POST /manage/rounds/{round}/assignments`
pub async fn assign(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, asker, who) = (id.into_inner(), me.me.clone(), by(&me));
    let (added, removed) = changes(&form.typed);
    app.write::<_, Error, _>(move |tx| {
        let facts = facts(tx, &asker, id, Act::AssignAssessors)?;
        if added.iter().chain(&removed).any(|(lot, _)| facts.lot(*lot).is_none()) {
            return Err(Error::Missing);
        }
        Ok(change(tx, (&added, &removed), &who, asker.now)?)
    })
    .await?;
    Ok(pages::see_other(format!("{}/assignments?saved=1", urls::manage_round(id))))
}

fn change(
    tx: &mut Tx,
    (added, removed): (&[Pair], &[Pair]),
    who: &crate::domain::journal::By,
    now: jiff::Timestamp,
) -> Result<(), Failure<AssignmentRefusal>> {
    for (lot, person) in added {
        actions::assign_assessor(tx, *lot, *person, who, now)?;
    }
    for (lot, person) in removed {
        actions::unassign(tx, *lot, *person, who, now)?;
    }
    Ok(())
}
