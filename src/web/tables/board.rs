//! What stands on the table's screen: grades, agenda, people and what comes next.

use serde::Serialize;

use super::item_view::{Asked, ItemView};
use super::lead::LeadView;
use super::lots::LotsView;
use super::people::People;
use super::sight::{Sight, Words, drawn};
use crate::domain::permission::{SeatRole, Stage};
use crate::domain::scoring::Exact;
use crate::domain::tables::{AgendaLine, Item, ItemKey, ItemState, Phase, Settling};
use crate::web::urls;

#[derive(Serialize)]
pub struct Board {
    pub phases: Vec<PhaseStep>,
    pub columns: Vec<Column>,
    pub price: Option<PriceColumn>,
    pub rows: Vec<Row>,
    /// The ends of the line on which single scores are drawn.
    pub level: f64,
    pub low: f64,
    pub progress: String,
    pub large: Option<String>,
    pub agenda: Vec<AgendaView>,
    /// Where the chair settles items without a difference together.
    pub agreed: Option<Door>,
    pub item: Option<ItemView>,
    pub step: Option<Step>,
    pub quorum: Option<String>,
    pub lead: Option<LeadView>,
    pub people: People,
    pub lots: LotsView,
}

#[derive(Serialize)]
pub struct PhaseStep {
    pub text: String,
    pub state: &'static str,
}

#[derive(Serialize)]
pub struct Column {
    pub name: String,
    pub points: String,
}

#[derive(Serialize)]
pub struct PriceColumn {
    pub points: String,
    pub text: String,
}

#[derive(Serialize)]
pub struct Row {
    pub code: String,
    pub name: String,
    pub cells: Vec<Cell>,
}

#[derive(Serialize)]
pub struct Cell {
    pub id: String,
    pub href: Option<String>,
    /// I may not hear of this bid.
    pub barred: bool,
    pub score: String,
    pub groups: Vec<Group>,
    pub state: &'static str,
    pub note: String,
    pub read: String,
    pub decision: Option<f64>,
    pub current: bool,
}

#[derive(Serialize)]
pub struct Group {
    value: f64,
    count: usize,
}

#[derive(Serialize)]
pub struct AgendaView {
    pub text: String,
    pub href: Option<String>,
    pub current: bool,
    pub status: Option<&'static str>,
    pub status_text: String,
}

/// A link with its words.
#[derive(Serialize)]
pub struct Door {
    pub href: String,
    pub text: String,
}

/// What the table has to do now, besides talking.
#[derive(Serialize)]
pub struct Step {
    pub title: String,
    pub text: String,
    /// A form with one button.
    pub post: Option<Door>,
    pub links: Vec<Door>,
}

impl Board {
    pub fn new(sight: &Sight, words: Words<'_>, asked: &Asked) -> Board {
        let agenda = sight.agenda();
        let item = ItemView::new(sight, words, (asked, &agenda));
        let shown = item.as_ref().map(|i| i.name.clone());
        Board {
            phases: phases(sight, words),
            columns: columns(sight, words),
            price: price(sight, words),
            rows: rows(sight, words, &agenda),
            level: sight.scheme.criteria.iter().map(|c| drawn(&c.scale.max)).fold(1.0, f64::max),
            low: sight.round.definition.scale.iter().map(|g| drawn(&g.value)).fold(0.0, f64::min),
            progress: words.say(
                "table-progress",
                &[
                    ("fixed", sight.table.fixed_items().into()),
                    ("total", sight.table.items.len().into()),
                ],
            ),
            large: large(sight, words, &agenda),
            agenda: open_lines(sight, &agenda)
                .map(|line| agenda_view(sight, words, (line, shown.as_ref())))
                .collect(),
            agreed: agreed(sight, words, &agenda),
            item,
            step: step(sight, words),
            quorum: quorum(sight, words),
            lead: LeadView::new(sight, words),
            people: People::new(sight, words),
            lots: LotsView::new(sight, words),
        }
    }
}

fn phases(sight: &Sight, words: Words<'_>) -> Vec<PhaseStep> {
    let reached = match sight.table.phase {
        Phase::Discussing { .. } => 1,
        Phase::QualityFixed { .. } => 2,
        Phase::Signed(_) => 3,
        Phase::Ranked { .. } => 4,
        Phase::Closed { .. } => 5,
    };
    let opening = if sight.has_price() { "phase-price" } else { "phase-names" };
    let keys = ["phase-alone", "phase-discuss", "phase-sign", opening, "phase-result"];
    let step = |(place, key): (usize, &str)| PhaseStep {
        text: words.say(key, &[]),
        state: match place.cmp(&reached) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal => "current",
            std::cmp::Ordering::Greater => "future",
        },
    };
    keys.into_iter().enumerate().map(step).collect()
}

fn columns(sight: &Sight, words: Words<'_>) -> Vec<Column> {
    let column = |c: &crate::domain::rounds::definition::Criterion| Column {
        name: c.name.clone(),
        points: words.scores(sight).weight(&c.weight),
    };
    sight.round.definition.criteria.iter().map(column).collect()
}

fn price(sight: &Sight, words: Words<'_>) -> Option<PriceColumn> {
    let rule = &sight.round.definition.price;
    let key = if sight.place.price_open { "price-is-open" } else { "price-is-shut" };
    rule.bids_name_prices().then(|| PriceColumn {
        points: rule.weight().map(|w| words.scores(sight).price_weight(w)).unwrap_or_default(),
        text: words.say(key, &[]),
    })
}

fn rows(sight: &Sight, words: Words<'_>, agenda: &[AgendaLine]) -> Vec<Row> {
    let mut bids: Vec<_> = sight.codes.iter().collect();
    bids.sort_by_key(|(_, code)| (code.len(), code.as_str()));
    let row = |(bid, code): (&crate::domain::ids::BidId, &String)| Row {
        code: code.clone(),
        name: match sight.bidders.get(bid) {
            Some(name) if !sight.barred.contains(bid) => name.clone(),
            _ => words.say("name-is-hidden", &[]),
        },
        cells: sight
            .scheme
            .criteria
            .iter()
            .filter_map(|c| sight.table.item(&ItemKey { bid: *bid, criterion: c.code.clone() }))
            .map(|item| cell(sight, words, (item, line_of(agenda, item))))
            .collect(),
    };
    bids.into_iter().map(row).collect()
}

fn line_of<'a>(agenda: &'a [AgendaLine], item: &Item) -> Option<&'a AgendaLine> {
    agenda.iter().find(|line| line.key == item.key)
}

fn cell(sight: &Sight, words: Words<'_>, (item, line): (&Item, Option<&AgendaLine>)) -> Cell {
    let name = sight.name_of(&item.key);
    let barred = sight.barred.contains(&item.key.bid);
    let shown: Vec<&Exact> = sight.shown(item).into_iter().map(|f| &f.grade).collect();
    let consensus = item.consensus().filter(|_| !barred);
    let large = line.is_some_and(AgendaLine::is_large);
    let note = match (barred, consensus) {
        (true, _) => words.say("item-barred", &[]),
        (false, Some(_)) => words.say("item-fixed", &[]),
        (false, None) => difference(words, item, line),
    };
    let grades: Vec<String> = shown.iter().map(|grade| words.number(grade)).collect();
    Cell {
        id: format!("cell-{name}"),
        href: (!sight.on_wall).then(|| urls::table_item(sight.table.id, &name)),
        barred,
        score: consensus.map_or_else(|| "–".to_owned(), |c| words.number(&c.grade)),
        groups: groups(&shown),
        state: match (consensus, large && !barred) {
            (Some(_), _) => "fixed",
            (None, true) => "spread",
            (None, false) => "open",
        },
        note,
        read: match grades.is_empty() {
            true => words.say("item-grades-hidden", &[]),
            false => words.say("item-grades", &[("grades", grades.join(", ").into())]),
        },
        decision: consensus.map(|c| drawn(&c.grade)),
        current: sight.table.current.as_ref() == Some(&item.key),
    }
}

fn groups(grades: &[&Exact]) -> Vec<Group> {
    let mut groups: Vec<Group> = vec![];
    for grade in grades {
        let value = drawn(grade);
        match groups.last_mut() {
            Some(last) if last.value.total_cmp(&value).is_eq() => last.count += 1,
            _ => groups.push(Group { value, count: 1 }),
        }
    }
    groups
}

/// How far the first grades lie apart: as a band until they were shown, in points after.
pub fn difference(words: Words<'_>, item: &Item, line: Option<&AgendaLine>) -> String {
    let Some(line) = line else { return String::new() };
    if item.is_postponed() {
        return words.say("item-later", &[]);
    }
    match (&item.state, &line.difference) {
        (_, None) => words.say("band-no-grades", &[]),
        (ItemState::Waiting, Some(_)) if line.is_large() => words.say("band-red", &[]),
        (ItemState::Waiting, Some(_)) if line.is_green() => words.say("band-green", &[]),
        (ItemState::Waiting, Some(_)) => words.say("band-orange", &[]),
        (_, Some(points)) => words.say("difference", &[("points", words.number(points).into())]),
    }
}

fn open_lines<'a>(
    sight: &'a Sight,
    agenda: &'a [AgendaLine],
) -> impl Iterator<Item = (&'a AgendaLine, &'a Item)> {
    agenda.iter().filter_map(|line| {
        let item = sight.table.item(&line.key)?;
        (!item.is_fixed()).then_some((line, item))
    })
}

/// Those that I may hear of.
fn heard_lines<'a>(
    sight: &'a Sight,
    agenda: &'a [AgendaLine],
) -> impl Iterator<Item = (&'a AgendaLine, &'a Item)> {
    open_lines(sight, agenda).filter(|(line, _)| !sight.barred.contains(&line.key.bid))
}

fn agenda_view(
    sight: &Sight,
    words: Words<'_>,
    ((line, item), shown): ((&AgendaLine, &Item), Option<&String>),
) -> AgendaView {
    let name = sight.name_of(&line.key);
    let text = format!("{}: {}", line.code, sight.criterion_name(&line.key.criterion));
    let current = shown == Some(&name);
    let open = !current && !sight.on_wall && !sight.barred.contains(&line.key.bid);
    let barred = sight.barred.contains(&line.key.bid);
    AgendaView {
        text,
        href: open.then(|| urls::table_item(sight.table.id, &name)),
        current,
        status: (line.is_large() && !barred).then_some("action"),
        status_text: match barred {
            true => words.say("item-barred", &[]),
            false => difference(words, item, Some(line)),
        },
    }
}

fn large(sight: &Sight, words: Words<'_>, agenda: &[AgendaLine]) -> Option<String> {
    let count = heard_lines(sight, agenda).filter(|(line, _)| line.is_large()).count();
    (count > 0).then(|| words.say("large-differences", &[("count", count.into())]))
}

fn agreed(sight: &Sight, words: Words<'_>, agenda: &[AgendaLine]) -> Option<Door> {
    let count = heard_lines(sight, agenda).filter(|(line, _)| line.is_green()).count();
    (count > 0 && sight.runs() && sight.is_discussing()).then(|| Door {
        href: urls::table_part(sight.table.id, "agreed"),
        text: words.say("agreed-link", &[("count", count.into())]),
    })
}

fn step(sight: &Sight, words: Words<'_>) -> Option<Step> {
    let door = |part: &str, key: &str| Door {
        href: urls::table_part(sight.table.id, part),
        text: words.say(key, &[]),
    };
    let minutes = || (!sight.place.barred).then(|| door("minutes", "minutes-link"));
    let step = |name: &str, post: Option<Door>, links: Vec<Option<Door>>| Step {
        title: words.say(&format!("step-{name}-title"), &[]),
        text: words.say(&format!("step-{name}"), &[]),
        post,
        links: links.into_iter().flatten().collect(),
    };
    match &sight.table.phase {
        Phase::Discussing { .. } if !sight.table.is_settled() => None,
        Phase::Discussing { .. } if sight.must_compare() => {
            let link = (!sight.place.barred).then(|| door("comparison", "comparison-link"));
            Some(step("compare", None, vec![link]))
        }
        Phase::Discussing { .. } => {
            let post = sight.runs().then(|| door("quality", "step-settled-button"));
            Some(step("settled", post, vec![minutes()]))
        }
        Phase::QualityFixed { .. } => {
            Some(step("sign", None, vec![Some(door("signature", "signature-link")), minutes()]))
        }
        Phase::Signed(_) if sight.has_price() => {
            Some(step("price", None, vec![Some(door("price", "price-link")), minutes()]))
        }
        Phase::Signed(_) => {
            Some(step("names", None, vec![Some(door("price", "names-link")), minutes()]))
        }
        Phase::Ranked { .. } | Phase::Closed { .. } if sight.place.barred => {
            Some(step("barred", None, vec![]))
        }
        Phase::Ranked { .. } | Phase::Closed { .. } => {
            Some(step("result", None, vec![Some(door("ranking", "rank-link")), minutes()]))
        }
    }
}

fn quorum(sight: &Sight, words: Words<'_>) -> Option<String> {
    let seats = || sight.table.seats.iter().filter(|s| s.role == SeatRole::Assessor);
    let short = sight.is_discussing() && !sight.table.has_quorum();
    short.then(|| {
        let here = seats().filter(|s| s.is_present()).count();
        let needed = seats().count() / 2 + 1;
        words.say("no-quorum", &[("needed", needed.into()), ("here", here.into())])
    })
}

impl Sight {
    /// The price counts in this round.
    pub fn has_price(&self) -> bool {
        self.round.definition.price.bids_name_prices()
    }

    /// I am in the chair, or stand in for who is.
    pub fn runs(&self) -> bool {
        let leads = match self.place.stand_in {
            None => self.place.seat == Some(SeatRole::Chair),
            Some(person) => person == self.me && !self.on_wall,
        };
        leads && self.place.stage >= Stage::Opened
    }

    /// Votes were announced, and not every criterion was compared across the bids.
    fn must_compare(&self) -> bool {
        let chair = self.round.definition.meeting.settling == Settling::Chair;
        let codes = self.scheme.criteria.iter().map(|c| &c.code);
        !chair && codes.into_iter().any(|code| !self.table.compared.contains(code))
    }

    pub fn is_discussing(&self) -> bool {
        matches!(self.table.phase, Phase::Discussing { .. })
    }
}
