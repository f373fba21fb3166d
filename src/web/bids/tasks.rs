//! The task list of a bid: how far each section is, how long there is, and who does what.

use std::collections::BTreeMap;

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::beside::{self, BesideLink};
use super::desk::{Below, Desk, Pen, reader};
use super::happening::{Happening, Judged, drawn, happening};
use super::parties;
use super::presence::{self, around, others_in, writers};
use super::todos::TodoLine;
use super::when;
use super::words::Words;
use crate::domain::accounts::Role;
use crate::domain::bids::answers::section_of;
use crate::domain::bids::comments::Writer;
use crate::domain::bids::gaps::{Meter, Progress, SectionMeter};
use crate::domain::bids::parties::PartyStanding;
use crate::domain::bids::presence::Visit;
use crate::domain::bids::todos::Todo;
use crate::domain::bids::{HandedIn, Standing};
use crate::domain::ids::{BidId, PersonId};
use crate::domain::permission::{Act, Place};
use crate::domain::rounds::Phase;
use crate::domain::rounds::extension::Extension;
use crate::domain::rounds::sections::{Group, Section};
use crate::rendering::layout::{Page, Task, TaskGroup};
use crate::store::accounts::Member;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::SignedIn;
use crate::web::public::views::{self, Moment, Moved};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct TasksPage {
    page: Page,
    lot: String,
    lot_href: String,
    title: String,
    done: usize,
    total: usize,
    steps: Vec<&'static str>,
    /// Time that is left; none when the round is closed.
    left: Option<String>,
    closes_at: jiff::Timestamp,
    moved: Option<Moved>,
    can_write: bool,
    reads_along: bool,
    submitted: Option<Submitted>,
    withdrawn: bool,
    /// What changed in the terms since the bid was begun.
    terms: Option<String>,
    /// Where the letter about this bid stands, once the round is decided.
    result: Option<String>,
    /// Where the draw stands that ordered it.
    draw: Option<String>,
    /// A party left after the bid was handed in.
    departed: Option<String>,
    /// What happens after the opening.
    happening: Option<Happening>,
    groups: Vec<TaskGroup>,
    /// What to do next, as a button.
    next: Option<Next>,
    timeline: Vec<Moment>,
    people: Vec<PersonView>,
    /// What is still to do, the nearest day first.
    todos: Vec<TodoLine>,
    todos_href: String,
    beside: Vec<BesideLink>,
    phone: String,
    tel: String,
    questions: String,
}

#[derive(Serialize)]
struct Submitted {
    number: String,
    at: jiff::Timestamp,
    receipt: String,
    /// Where to take it back; none after the deadline, or for who may not.
    withdrawal: Option<String>,
}

#[derive(Serialize)]
struct Next {
    href: String,
    text: String,
}

#[derive(Serialize)]
struct PersonView {
    name: String,
    text: String,
    active: bool,
}

/// What the page rests on.
struct Facts {
    desk: Desk,
    meter: Meter,
    members: Vec<Member>,
    handed_in: Option<HandedIn>,
    todos: Vec<Todo>,
    /// Open comments by section.
    comments: BTreeMap<String, i64>,
    visits: Vec<Visit>,
    extensions: Vec<Extension>,
    judged: Option<Judged>,
    /// Where its draw stands, once the round is decided.
    draw: Option<String>,
}

/// Who writes along, and where each of them is now.
struct Company {
    me: PersonId,
    writers: Vec<Writer>,
    around: Vec<Visit>,
}

/// `GET /bids/{bid}`
pub async fn show(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let (bid, asker) = (bid.into_inner(), me.me.clone());
    let load = move |conn: &mut Conn| {
        let desk = Desk::load(conn, &asker, bid, Act::ReadBid)?;
        Ok::<_, Error>(Facts {
            meter: desk.meter(),
            members: store::accounts::members(conn, desk.bid.cooperative)?,
            handed_in: store::submissions::standing(conn, bid)?,
            todos: store::todos::of_bid(conn, bid)?,
            comments: store::comments::open_by_section(conn, bid)?,
            visits: store::visits::of_bid(conn, bid)?,
            extensions: store::extensions::of_round(conn, desk.round.id)?,
            judged: Judged::load(conn, &desk)?,
            draw: drawn(conn, &desk)?.then(|| urls::bid_draw(bid)),
            desk,
        })
    };
    let facts = match app.read(load).await {
        Err(Error::Missing) => return parties::instead(&app, &me, bid).await,
        found => found?,
    };
    presence::note(&app, &me, (&facts.desk, &facts.visits), "").await?;
    pages::html(&app, &me, "bids/tasks.html", &view(&app, &me, &facts))
}

fn view(app: &App, me: &SignedIn, facts: &Facts) -> TasksPage {
    let Facts { desk, meter, .. } = facts;
    let words = Words::new(reader(app, me), desk.form());
    let theme = [("theme", lower_first(&desk.lot.details.theme).into())];
    let title = words.say("bid-tasks-title", &theme);
    let contact = &desk.round.definition.contact;
    let company = company(words, facts, me.id);
    let group = |group| task_group(words, (facts, &company), group);
    let mut groups: Vec<TaskGroup> = Group::ALL.into_iter().filter_map(group).collect();
    groups.push(last_group(words, facts));
    TasksPage {
        page: desk.page(app, me, title.clone(), Below::Bids),
        lot: desk.lot_name(words.r),
        lot_href: urls::lot(desk.lot.id),
        title,
        done: meter.done(),
        total: meter.sections.len(),
        steps: meter.sections.iter().map(|section| step(section.progress)).collect(),
        left: views::left(&desk.round, words.r),
        closes_at: desk.round.closes_at(),
        moved: Moved::of(&desk.round, &facts.extensions),
        can_write: desk.pen == Pen::Ready,
        reads_along: desk.pen == Pen::ReadsAlong,
        submitted: submitted(facts, me),
        terms: desk.terms.is_behind().then(|| format!("{}/terms", urls::bid(desk.bid.id))),
        withdrawn: desk.bid.standing == Standing::Withdrawn,
        result: result(facts),
        draw: facts.draw.clone(),
        departed: departed(words, facts),
        happening: facts.judged.as_ref().map(|judged| happening(words.r, desk, judged)),
        groups,
        next: next(words, facts),
        timeline: views::timeline(&desk.round, words.r),
        people: people(words, facts, &company),
        todos: TodoLine::open(words, desk, &facts.todos, None),
        todos_href: urls::bid_todos(desk.bid.id),
        beside: beside::of_bid(words.r, desk.bid.id),
        tel: contact.phone.chars().filter(char::is_ascii_digit).collect(),
        phone: contact.phone.clone(),
        questions: format!("{}/questions?lot={}", urls::round(desk.round.id), desk.lot.id),
    }
}

fn company(words: Words<'_>, facts: &Facts, me: PersonId) -> Company {
    let writers = writers(&facts.members);
    Company { around: around(&facts.desk, &facts.visits, &writers, words.r), writers, me }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// How a section looks in the row of blocks.
pub fn step(progress: Progress) -> &'static str {
    match progress {
        Progress::Done => "done",
        Progress::Busy => "busy",
        Progress::Action => "action",
        Progress::Todo | Progress::Closed => "open",
    }
}

fn submitted(facts: &Facts, me: &SignedIn) -> Option<Submitted> {
    let handed_in = facts.handed_in.as_ref()?;
    let bid = facts.desk.bid.id;
    let place = Place::organisation(facts.desk.bid.cooperative);
    let withdraws = facts.desk.pen == Pen::Submitted && me.can(Act::WithdrawBid, &place);
    Some(Submitted {
        number: handed_in.number.clone(),
        at: handed_in.at,
        receipt: urls::bid_receipt(bid),
        withdrawal: withdraws.then(|| urls::bid_withdrawal(bid)),
    })
}

/// What was handed in counts on somebody who left.
fn departed(words: Words<'_>, facts: &Facts) -> Option<String> {
    let since = facts.handed_in.as_ref()?.at;
    let name = facts.desk.joint.parties.iter().find_map(|party| match &party.standing {
        PartyStanding::Left { at, .. } if *at > since => Some(party.name.as_str()),
        PartyStanding::Left { .. }
        | PartyStanding::Invited { .. }
        | PartyStanding::Joined { .. }
        | PartyStanding::Signed(_) => None,
    })?;
    let key = match facts.desk.pen {
        Pen::Closed => "party-departed-closed",
        Pen::Ready | Pen::ReadsAlong | Pen::Submitted => "party-departed-open",
    };
    Some(words.say(key, &[("name", name.into())]))
}

fn result(facts: &Facts) -> Option<String> {
    let decided = matches!(facts.desk.round.phase, Phase::Decided { .. });
    (decided && facts.handed_in.is_some())
        .then(|| format!("{}/result", urls::bid(facts.desk.bid.id)))
}

fn task_group(
    words: Words<'_>,
    (facts, company): (&Facts, &Company),
    group: Group,
) -> Option<TaskGroup> {
    let sections = words.form.definition.sections.iter().filter(|s| s.group == group);
    let tasks: Vec<Task> = sections.map(|section| task(words, facts, company, section)).collect();
    let title = words.r.say(&format!("bid-group-{}", group.as_str()));
    (!tasks.is_empty()).then_some(TaskGroup { title, tasks })
}

fn task(words: Words<'_>, facts: &Facts, company: &Company, section: &Section) -> Task {
    let meter = facts.meter.section(&section.code);
    let progress = meter.map_or(Progress::Todo, |meter| meter.progress);
    let hints = [
        points(words, section),
        at_work(words, company, section).or_else(|| missing(words, meter)),
        comments(words, facts, section),
    ];
    let hint = hints.into_iter().flatten().collect::<Vec<_>>().join(" ");
    Task {
        name: section.title.clone(),
        hint: (!hint.is_empty()).then_some(hint),
        href: Some(urls::bid_section(facts.desk.bid.id, &section.code)),
        status: progress.as_str(),
        status_text: String::new(),
    }
}

/// What the section counts for, in the words of the round.
fn points(words: Words<'_>, section: &Section) -> Option<String> {
    let definition = words.form.definition.for_lot(words.form.lot);
    let criteria = definition.criteria.iter();
    let mut own = criteria.filter(|criterion| criterion.sections.contains(&section.code));
    if let Some(criterion) = own.next() {
        let weight = words.scores().weight(&criterion.weight);
        let args = [("name", criterion.name.as_str().into()), ("weight", weight.into())];
        return Some(words.say("bid-task-counts", &args));
    }
    let weight = definition.price.weight().filter(|_| section.group == Group::Money)?;
    let weight = words.scores().price_weight(weight);
    Some(words.say("bid-task-price-counts", &[("weight", weight.into())]))
}

/// Others who are at work there now.
fn at_work(words: Words<'_>, company: &Company, section: &Section) -> Option<String> {
    let others = others_in(&company.around, &company.writers, &section.code, company.me);
    presence::sentence(words.r, "bid-task-at-work", &others)
}

/// How much is missing in what was begun.
fn missing(words: Words<'_>, meter: Option<&SectionMeter>) -> Option<String> {
    let gaps = meter.filter(|m| matches!(m.progress, Progress::Busy | Progress::Action))?;
    let count = i64::try_from(gaps.gaps.len()).unwrap_or(i64::MAX);
    Some(match &gaps.gaps[..] {
        [only] => words.gap(only),
        _ => words.say("bid-task-gaps", &[("count", count.into())]),
    })
}

/// How many comments are open there.
fn comments(words: Words<'_>, facts: &Facts, section: &Section) -> Option<String> {
    let open = facts.comments.get(&section.code)?;
    Some(words.say("comments-in-section", &[("count", (*open).into())]))
}

/// Check and hand in.
fn last_group(words: Words<'_>, facts: &Facts) -> TaskGroup {
    let check = urls::bid_check(facts.desk.bid.id);
    let (complete, closed) = (facts.meter.is_complete(), facts.desk.pen == Pen::Closed);
    let total = i64::try_from(facts.meter.sections.len()).unwrap_or(i64::MAX);
    let handed_in = facts.handed_in.is_some();
    let submit = Task {
        name: words.r.say("bid-task-submit"),
        hint: Some(match (handed_in, complete) {
            (true, _) => words.r.say("bid-task-submitted-hint"),
            (false, true) => words.r.say("bid-task-submit-now"),
            (false, false) => words.say("bid-task-submit-hint", &[("count", total.into())]),
        }),
        href: (complete && !closed).then(|| check.clone()),
        status: match (handed_in, complete && !closed) {
            (true, _) => "done",
            (false, true) => "todo",
            (false, false) => "closed",
        },
        status_text: if handed_in { words.r.say("bid-task-submitted") } else { String::new() },
    };
    let gaps = i64::try_from(facts.meter.missing()).unwrap_or(i64::MAX);
    let look = Task {
        name: words.r.say("bid-task-check"),
        hint: Some(words.say("bid-task-check-hint", &[("count", gaps.into())])),
        href: Some(check),
        status: if complete { "todo" } else { "action" },
        status_text: if complete { words.r.say("bid-task-check-ready") } else { String::new() },
    };
    TaskGroup { title: words.r.say("bid-group-submit"), tasks: vec![look, submit] }
}

/// The first section that is not ready, or the check when all are.
fn next(words: Words<'_>, facts: &Facts) -> Option<Next> {
    if facts.desk.pen != Pen::Ready || facts.handed_in.is_some() {
        return None;
    }
    let bid = facts.desk.bid.id;
    let open = facts.meter.sections.iter().find(|section| section.progress != Progress::Done);
    Some(match open.and_then(|open| words.form.section(&open.code)) {
        Some(section) => Next {
            href: urls::bid_section(bid, &section.code),
            text: words.say("bid-tasks-next", &[("section", section.title.as_str().into())]),
        },
        None => {
            Next { href: urls::bid_check(bid), text: words.r.say("bid-tasks-check-and-submit") }
        }
    })
}

/// Everybody who can write or hand in, with where they are now or what they did last.
fn people(words: Words<'_>, facts: &Facts, company: &Company) -> Vec<PersonView> {
    company.writers.iter().map(|writer| person(words, facts, company, writer)).collect()
}

fn person(words: Words<'_>, facts: &Facts, company: &Company, writer: &Writer) -> PersonView {
    let now = company.around.iter().find(|visit| visit.person == writer.id);
    let did = match now {
        Some(visit) => Some(is_here(words, visit)),
        None => facts.desk.answers.last_of(writer.id).and_then(|(at, field)| {
            let section = words.form.section(section_of(field))?.title.as_str();
            let when = when::ago(words.r, at);
            Some(words.say("bid-person-did", &[("section", section.into()), ("when", when.into())]))
        }),
    };
    let signs = |member: &Member| member.person == writer.id && member.role == Role::Signatory;
    let signs = facts.members.iter().any(signs).then(|| words.r.say("bid-person-signs"));
    let text = [signs, did].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let name = match writer.id == company.me {
        true => words.say("bid-person-you", &[("name", writer.name.as_str().into())]),
        false => writer.name.clone(),
    };
    PersonView { name, text, active: now.is_some() }
}

fn is_here(words: Words<'_>, visit: &Visit) -> String {
    match words.form.section(&visit.section) {
        Some(section) => {
            words.say("bid-person-at-work", &[("section", section.title.as_str().into())])
        }
        None => words.r.say("bid-person-here"),
    }
}
