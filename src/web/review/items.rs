//! Who judges which criterion of which lot: one box per item and person, as it stands or as it is
//! proposed. Nothing happens before the lead confirms.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::web::{Data, Path, Query};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::staff::{Division, Staff};
use super::{by, count, facts, frame, say};
use crate::actions::{self, Failure};
use crate::domain::ids::{LotId, PersonId, RoundId};
use crate::domain::journal::By;
use crate::domain::permission::Act;
use crate::domain::review::assignment::{AssignmentRefusal, may_assign};
use crate::domain::review::proposal::Way;
use crate::domain::rounds::Lot;
use crate::domain::rounds::definition::Criterion;
use crate::rendering::layout::Page;
use crate::store::{self, Tx};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct ItemsPage {
    page: Page,
    round_title: String,
    action: String,
    back: String,
    people: Vec<Head>,
    lots: Vec<LotRows>,
    can_change: bool,
    /// Ticked by the computer, and not confirmed yet.
    proposed: bool,
    added: usize,
    lacks: Vec<String>,
}

#[derive(Serialize)]
struct Head {
    name: String,
    /// How many items this person gets.
    items: String,
}

#[derive(Serialize)]
struct LotRows {
    label: String,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    name: String,
    cells: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    value: String,
    label: String,
    before: bool,
    ticked: bool,
    /// `box`, `fixed` (has given scores), `near` (a conflict) or `none` (fixed elsewhere).
    kind: &'static str,
    /// Is asked already, and has a conflict with a bidder of the lot.
    near: bool,
    expert: bool,
}

/// `?way=lot`: with a proposal.
#[derive(Default, Deserialize)]
pub struct Asked {
    way: Option<String>,
}

fn address(id: RoundId) -> String {
    format!("{}/assignments/items", urls::manage_round(id))
}

/// `GET /manage/rounds/{round}/assignments/items`
pub async fn page(me: SignedIn, id: Path<RoundId>, asked: Query<Asked>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let staff = app.read(move |conn| Staff::load(conn, &asker, id)).await?;
    let way = asked.way.as_ref().and_then(|way| way.parse::<Way>().ok());
    let page = view(&app, &me, &staff, way);
    pages::html(&app, &me, "review/items.html", &page)
}

fn view(app: &Data<App>, me: &Me, staff: &Staff, way: Option<Way>) -> ItemsPage {
    let stands = staff.division();
    let proposal = way.and_then(|way| staff.proposal(way));
    let (short, lay) = match &proposal {
        Some(proposal) => (proposal.short.clone(), proposal.lay.clone()),
        None => staff.lacks(),
    };
    let proposed = proposal.is_some();
    let ticked = proposal.map_or_else(|| stands.clone(), |proposal| proposal.chosen);
    let facts = &staff.facts;
    let mut page = frame(app, me, "items-title", facts);
    let back = format!("{}/assignments", urls::manage_round(facts.round.id));
    page.crumbs.insert(2, pages::crumb(&back, say(app, me, "assignments-title", &[])));
    page.wide = true;
    let head = |(person, name): &(PersonId, String)| {
        let own = ticked.iter().filter(|(_, who, _)| who == person).count();
        Head { name: name.clone(), items: say(app, me, "items-count", &[("count", count(own))]) }
    };
    ItemsPage {
        round_title: facts.round.definition.title.clone(),
        action: address(facts.round.id),
        back,
        people: staff.people.iter().map(head).collect(),
        lots: facts
            .lots
            .iter()
            .map(|lot| lot_rows((app, me), (staff, lot), (&stands, &ticked)))
            .collect(),
        can_change: may_assign(facts.round.stage(me.now)).is_ok(),
        proposed,
        added: ticked.difference(&stands).count(),
        lacks: staff.sentences((app, me), (&short, &lay)),
        page,
    }
}

fn lot_rows(
    (app, me): (&Data<App>, &Me),
    (staff, lot): (&Staff, &Lot),
    (stands, ticked): (&Division, &Division),
) -> LotRows {
    let cell = |criterion: &Criterion, (person, name): &(PersonId, String)| {
        let key = (lot.id, *person, criterion.code.clone());
        let args = [
            ("name", name.as_str().into()),
            ("lot", lot.label().into()),
            ("item", criterion.name.as_str().into()),
        ];
        let (at_work, own) = (staff.at_work.contains(&(lot.id, *person)), stands.contains(&key));
        Cell {
            value: format!("{}.{person}.{}", lot.id, criterion.code),
            label: say(app, me, "items-cell", &args),
            before: own,
            ticked: ticked.contains(&key),
            kind: match (at_work, own, staff.is_near(*person, lot.id)) {
                (true, true, _) => "fixed",
                (true, false, _) => "none",
                (false, false, true) => "near",
                (false, ..) => "box",
            },
            near: own && staff.is_near(*person, lot.id),
            expert: staff.is_expert(*person, &criterion.code),
        }
    };
    let row = |criterion: &Criterion| Row {
        name: criterion.name.clone(),
        cells: staff.people.iter().map(|person| cell(criterion, person)).collect(),
    };
    let criteria = staff.facts.round.definition.criteria.iter();
    LotRows { label: lot.label(), rows: criteria.map(row).collect() }
}

fn boxes(values: &[String]) -> Division {
    let one = |text: &String| {
        let mut parts = text.splitn(3, '.');
        let lot = parts.next()?.parse().ok()?;
        let person = parts.next()?.parse().ok()?;
        Some((lot, person, parts.next()?.to_owned()))
    };
    values.iter().filter_map(one).collect()
}

/// `POST /manage/rounds/{round}/assignments/items`
pub async fn confirm(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, asker, who) = (id.into_inner(), me.me.clone(), by(&me));
    let (now, before) = (boxes(form.typed.all("assigned")), boxes(form.typed.all("before")));
    app.write::<_, Error, _>(move |tx| {
        let facts = facts(tx, &asker, id, Act::AssignAssessors)?;
        if now.iter().chain(&before).any(|(lot, ..)| facts.lot(*lot).is_none()) {
            return Err(Error::Missing);
        }
        Ok(change(tx, (&now, &before), &facts.round.definition.criteria, (&who, asker.now))?)
    })
    .await?;
    Ok(pages::see_other(format!("{}/assignments?saved=1", urls::manage_round(id))))
}

/// Changes what was changed on the page; what a colleague changed meanwhile stays.
fn change(
    tx: &mut Tx,
    (now, before): (&Division, &Division),
    criteria: &[Criterion],
    (who, at): (&By, Timestamp),
) -> Result<(), Failure<AssignmentRefusal>> {
    let mut touched: BTreeMap<(LotId, PersonId), Vec<&str>> = BTreeMap::new();
    for (lot, person, code) in now.symmetric_difference(before) {
        touched.entry((*lot, *person)).or_default().push(code);
    }
    for ((lot, person), codes) in touched {
        let own = store::assignments::on_lot(tx, lot, person)?;
        let asked = criteria.iter().filter(|c| own.as_ref().is_some_and(|a| a.scope.asks(&c.code)));
        let mut wanted: BTreeSet<String> = asked.map(|c| c.code.clone()).collect();
        for code in codes {
            match now.contains(&(lot, person, code.to_owned())) {
                true => wanted.insert(code.to_owned()),
                false => wanted.remove(code),
            };
        }
        match wanted.is_empty() {
            true => actions::unassign(tx, lot, person, who, at)?,
            false => actions::assign_part(tx, (lot, person), &wanted, who, at)?,
        }
    }
    Ok(())
}
