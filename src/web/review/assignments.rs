//! Who assesses which lot: one table of boxes, what is short, and who can take over.

use std::collections::BTreeSet;

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::staff::Staff;
use super::{by, count, facts, frame, say};
use crate::actions::{self, Failure};
use crate::domain::ids::{LotId, PersonId, RoundId};
use crate::domain::journal::By;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::review::assignment::{
    Assignment, AssignmentRefusal, Panel, Scope, may_assign, minimum,
};
use crate::domain::review::expertise::{Field, Source, read_record};
use crate::domain::rounds::Lot;
use crate::domain::rounds::definition::Criterion;
use crate::rendering::layout::{FieldError, Page};
use crate::store::Tx;
use crate::store::expertise::Wanted;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct AssignmentsPage {
    page: Page,
    errors: Vec<FieldError>,
    round_title: String,
    action: String,
    /// Where one makes a sample to practise on.
    sample_href: String,
    lots: Vec<LotColumn>,
    people: Vec<PersonRow>,
    can_change: bool,
    /// Sentences about what the division lacks.
    lacks: Vec<String>,
    ways: Vec<Way>,
    items_href: String,
    minimum: String,
    questions: Vec<Question>,
    records: Vec<Record>,
}

/// Why somebody can judge a lot.
#[derive(Serialize)]
struct Record {
    who: String,
    lines: Vec<String>,
}

#[derive(Serialize)]
struct LotColumn {
    label: String,
    count: String,
    advice: Option<String>,
    reserves: String,
}

#[derive(Serialize)]
struct PersonRow {
    name: String,
    /// What this person knows about, in words.
    fields: String,
    cells: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    /// Lot and person, as the form posts them.
    value: String,
    label: String,
    reserve_label: String,
    assigned: bool,
    /// Has given scores already, so the box cannot change.
    at_work: bool,
    /// The criteria, where it is not the whole lot.
    part: Option<String>,
    reserve: bool,
}

/// A way to propose a division.
#[derive(Serialize)]
struct Way {
    href: String,
    text: String,
}

/// A criterion and the knowledge it asks for.
#[derive(Serialize)]
struct Question {
    id: String,
    name: String,
    options: Vec<Choice>,
    values: Vec<&'static str>,
}

#[derive(Serialize)]
struct Choice {
    value: &'static str,
    label: String,
}

fn address(id: RoundId) -> String {
    format!("{}/assignments", urls::manage_round(id))
}

/// `GET /manage/rounds/{round}/assignments`
pub async fn page(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let staff = app.read(move |conn| Staff::load(conn, &asker, id)).await?;
    let mut page = view(&app, &me, &staff);
    if me.path.ends_with("saved=1") {
        let text = say(&app, &me, "assignments-saved", &[]);
        page.page.notice = Some(pages::success(text));
    }
    pages::html(&app, &me, "review/assignments.html", &page)
}

fn view(app: &Data<App>, me: &Me, staff: &Staff) -> AssignmentsPage {
    let Staff { facts, people, .. } = staff;
    let (short, lay) = staff.lacks();
    let way = |way: &str| Way {
        href: format!("{}/items?way={way}", address(facts.round.id)),
        text: say(app, me, &format!("assignments-way-{way}"), &[]),
    };
    AssignmentsPage {
        page: frame(app, me, "assignments-title", facts),
        errors: vec![],
        round_title: facts.round.definition.title.clone(),
        action: address(facts.round.id),
        sample_href: format!("{}/sample", urls::manage_round(facts.round.id)),
        lots: facts.lots.iter().map(|lot| column(app, me, (staff, lot))).collect(),
        people: people.iter().map(|person| row(app, me, (staff, person))).collect(),
        can_change: may_assign(facts.round.stage(me.now)).is_ok(),
        lacks: staff.sentences((app, me), (&short, &lay)),
        ways: ["lot", "criterion", "both"].map(way).into(),
        items_href: format!("{}/items", address(facts.round.id)),
        minimum: staff.minimum.to_string(),
        questions: facts
            .round
            .definition
            .criteria
            .iter()
            .map(|c| question(app, me, (staff, c)))
            .collect(),
        records: staff.assignments.iter().map(|a| known(app, me, (staff, a))).collect(),
    }
}

fn column(app: &App, me: &Me, (staff, lot): (&Staff, &Lot)) -> LotColumn {
    let number = staff.assignments.iter().filter(|a| a.lot == lot.id).count();
    let advice = match Panel::of(number) {
        Panel::TooFew => Some("assignments-too-few"),
        Panel::Even => Some("assignments-even"),
        Panel::Good => None,
    };
    let reserves = staff.reserves.get(&lot.id).into_iter().flatten();
    LotColumn {
        label: lot.label(),
        count: say(app, me, "assignments-count", &[("count", count(number))]),
        advice: advice.map(|key| say(app, me, key, &[])),
        reserves: reserves.map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", "),
    }
}

fn row(app: &App, me: &Me, (staff, (person, name)): (&Staff, &(PersonId, String))) -> PersonRow {
    let criteria = &staff.facts.round.definition.criteria;
    let cell = |lot: &Lot| {
        let own = staff.assignments.iter().find(|a| (a.lot, a.person) == (lot.id, *person));
        let label = |key: &str| {
            let args = [("name", name.as_str().into()), ("lot", lot.label().into())];
            say(app, me, key, &args)
        };
        let reserves = staff.reserves.get(&lot.id).into_iter().flatten();
        Cell {
            value: format!("{}.{person}", lot.id),
            label: label("assignments-cell"),
            reserve_label: label("assignments-reserve-cell"),
            assigned: own.is_some(),
            at_work: staff.at_work.contains(&(lot.id, *person)),
            part: own.and_then(|a| part(&a.scope, criteria)),
            reserve: reserves.into_iter().any(|(id, _)| id == person),
        }
    };
    PersonRow {
        name: name.clone(),
        fields: fields(app, me, staff.fields(*person).into_iter()),
        cells: staff.facts.lots.iter().map(cell).collect(),
    }
}

fn known(app: &App, me: &Me, (staff, own): (&Staff, &Assignment)) -> Record {
    let record = staff.records.get(&(own.lot, own.person)).map(String::as_str).unwrap_or_default();
    let line = |(field, source, note): (Field, Source, String)| {
        let word = |key: String| say(app, me, &key, &[]);
        let field = word(format!("field-{}", field.as_str()));
        format!("{field}. {}: {note}", word(format!("source-{}", source.as_str())))
    };
    let args = [
        ("name", staff.name(own.person).to_owned().into()),
        ("lot", staff.facts.lot_label(own.lot).into()),
    ];
    Record {
        who: say(app, me, "assignments-cell", &args),
        lines: read_record(record).into_iter().map(line).collect(),
    }
}

/// Names of fields, as one line.
pub fn fields(app: &App, me: &Me, all: impl Iterator<Item = Field>) -> String {
    let word = |field: Field| say(app, me, &format!("field-{}", field.as_str()), &[]);
    all.map(word).collect::<Vec<_>>().join(", ")
}

fn part(scope: &Scope, criteria: &[Criterion]) -> Option<String> {
    match scope {
        Scope::Whole => None,
        Scope::Only(_) => {
            let asked = scope.asked(criteria).into_iter().map(|c| c.name);
            Some(asked.collect::<Vec<_>>().join(", "))
        }
    }
}

fn question(app: &App, me: &Me, (staff, criterion): (&Staff, &Criterion)) -> Question {
    let option = |field: &Field| Choice {
        value: field.as_str(),
        label: say(app, me, &format!("field-{}", field.as_str()), &[]),
    };
    let wanted = staff.wanted.get(&criterion.code).into_iter().flatten();
    Question {
        id: format!("fields-{}", criterion.code),
        name: criterion.name.clone(),
        options: Field::ALL.iter().map(option).collect(),
        values: wanted.map(|field| field.as_str()).collect(),
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
    Ok(pages::see_other(format!("{}?saved=1", address(id))))
}

fn change(
    tx: &mut Tx,
    (added, removed): (&[Pair], &[Pair]),
    who: &By,
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

/// `POST /manage/rounds/{round}/assignments/reserves`
pub async fn name_reserves(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, asker, who) = (id.into_inner(), me.me.clone(), by(&me));
    let named = pairs(form.typed.all("reserve"));
    app.write::<_, Error, _>(move |tx| {
        let facts = facts(tx, &asker, id, Act::AssignAssessors)?;
        if named.iter().any(|(lot, _)| facts.lot(*lot).is_none()) {
            return Err(Error::Missing);
        }
        for lot in &facts.lots {
            let own = named.iter().filter(|(on, _)| *on == lot.id).map(|(_, who)| *who).collect();
            actions::name_reserves(tx, lot.id, &own, &who, asker.now)?;
        }
        Ok(())
    })
    .await?;
    Ok(pages::see_other(format!("{}?saved=1", address(id))))
}

/// `POST /manage/rounds/{round}/assignments/terms`
pub async fn set_terms(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, asker, who) = (id.into_inner(), me.me.clone(), by(&me));
    let least = match minimum(form.typed.text("minimum")) {
        Ok(least) => least,
        Err(why) => return again(&app, &me, id, (&form.typed, why)).await,
    };
    let typed = form.typed;
    app.write::<_, Error, _>(move |tx| {
        let facts = facts(tx, &asker, id, Act::AssignAssessors)?;
        let wanted = wanted(&facts.round.definition.criteria, &typed);
        Ok(actions::set_review_terms(tx, id, (least, wanted), &who, asker.now)?)
    })
    .await?;
    Ok(pages::see_other(format!("{}?saved=1", address(id))))
}

fn wanted(criteria: &[Criterion], typed: &Typed) -> Wanted {
    let fields = |code: &str| {
        let all = typed.all(&format!("fields-{code}")).iter();
        all.filter_map(|field| field.parse::<Field>().ok()).collect::<BTreeSet<_>>()
    };
    criteria.iter().map(|c| (c.code.clone(), fields(&c.code))).collect()
}

async fn again(
    app: &Data<App>,
    me: &SignedIn,
    id: RoundId,
    (typed, why): (&Typed, AssignmentRefusal),
) -> Answer {
    let asker = me.me.clone();
    let staff = app.read(move |conn| Staff::load(conn, &asker, id)).await?;
    let mut page = view(app, me, &staff);
    page.page.fault = true;
    page.minimum = typed.text("minimum").to_owned();
    let text = say(app, me, why.key(), &[]);
    page.errors = vec![FieldError { field: "minimum".into(), text }];
    pages::faulty(app, me, "review/assignments.html", &page)
}
