//! Rounds and lots as templates show them: every answer ready, no rule left to the page.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::weights::for_whom;
use crate::domain::areas::{self, Shape};
use crate::domain::moments::day_of;
use crate::domain::permission::Stage;
use crate::domain::review::equivalents::Accepted;
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::extension::Extension;
use crate::domain::rounds::lots::{LotDetails, LotPrice};
use crate::domain::rounds::{Lot, Round};
use crate::rendering::{Lang, Renderer};
use crate::web::urls;

/// One round in a list.
#[derive(Serialize)]
pub struct RoundCard {
    pub href: String,
    pub title: String,
    pub municipality: String,
    pub lots: usize,
    /// Cents per year.
    pub budget: i64,
    pub closes_at: Timestamp,
    pub stage: &'static str,
    /// Days, or hours on the last day; nothing once it is closed.
    pub left: Option<String>,
}

impl RoundCard {
    pub fn new(round: &Round, municipality: &str, lots: &[&LotDetails], r: Reader<'_>) -> Self {
        RoundCard {
            href: urls::round(round.id),
            title: round.definition.title.clone(),
            municipality: municipality.to_owned(),
            lots: lots.len(),
            budget: lots.iter().map(|l| l.budget.0).sum(),
            closes_at: round.closes_at(),
            stage: round.stage(r.now).as_str(),
            left: left(round, r),
        }
    }
}

/// One way that a municipality accepted before.
#[derive(Serialize)]
pub struct AcceptedView {
    pub what: String,
    pub conditions: Option<String>,
    pub on: jiff::civil::Date,
}

impl AcceptedView {
    pub fn new(one: &Accepted) -> AcceptedView {
        AcceptedView {
            what: one.what.clone(),
            conditions: Some(one.conditions.clone()).filter(|text| !text.is_empty()),
            on: one.accepted_on,
        }
    }
}

/// Who reads, and when.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub renderer: &'a Renderer,
    pub lang: Lang,
    pub now: Timestamp,
}

impl Reader<'_> {
    pub fn say(&self, key: &str) -> String {
        self.renderer.translate(self.lang, key, &[])
    }
}

/// `Nog 24 dagen`, on the last day `Nog 5 uur`.
pub fn left(round: &Round, r: Reader<'_>) -> Option<String> {
    if round.stage(r.now) != Stage::Open {
        return None;
    }
    let time = round.closes_at().duration_since(r.now);
    let (key, count) = match time < SignedDuration::from_hours(24) {
        true => ("hours-left", time.as_hours()),
        false => ("days-left", time.as_hours() / 24),
    };
    Some(r.renderer.translate(r.lang, key, &[("count", count.into())]))
}

/// The deadline was moved: what it was when the round was published, what it is, and why.
#[derive(Serialize)]
pub struct Moved {
    before: Timestamp,
    after: Timestamp,
    reason: String,
}

impl Moved {
    pub fn of(round: &Round, extensions: &[Extension]) -> Option<Moved> {
        let newest = extensions.first()?;
        Some(Moved {
            before: round.definition.dates.closes_at,
            after: round.closes_at(),
            reason: newest.reason.clone(),
        })
    }
}

/// One lot in a list and on the map.
#[derive(Serialize)]
pub struct LotCard {
    pub number: u16,
    pub href: String,
    pub name: String,
    pub theme: String,
    /// Names of the areas; empty for a lot that covers the whole municipality.
    pub areas: String,
    pub clients: u32,
    pub volume: u32,
    pub unit: &'static str,
    pub budget: i64,
    pub price: PriceView,
    pub contract_ends: Option<String>,
    /// Whose lot it is, in a joint round.
    pub for_whom: Option<String>,
}

#[derive(Serialize)]
pub struct PriceView {
    pub fixed: Option<i64>,
    pub floor: Option<i64>,
    pub ceiling: Option<i64>,
}

impl From<LotPrice> for PriceView {
    fn from(price: LotPrice) -> PriceView {
        match price {
            LotPrice::Fixed { rate } => {
                PriceView { fixed: Some(rate.0), floor: None, ceiling: None }
            }
            LotPrice::Between { floor, ceiling } => {
                PriceView { fixed: None, floor: Some(floor.0), ceiling: Some(ceiling.0) }
            }
        }
    }
}

impl LotCard {
    /// `whose` are the terms of the round and the name of its municipality.
    pub fn new(lot: &Lot, whose: (&Definition, &str), r: Reader<'_>) -> LotCard {
        let details = &lot.details;
        LotCard {
            number: lot.number,
            href: urls::lot(lot.id),
            name: details.name.clone(),
            theme: details.theme.clone(),
            areas: area_names(details),
            clients: details.clients,
            volume: details.volume,
            unit: unit_key(details),
            budget: details.budget.0,
            price: details.price.into(),
            contract_ends: details.running_contract.as_ref().map(|c| c.ends_on.to_string()),
            for_whom: for_whom(details, whose, r),
        }
    }
}

/// `Perceel 6: Elsbroek`
pub fn lot_label(lot: &Lot, (renderer, lang): (&Renderer, Lang)) -> String {
    let args =
        [("number", i64::from(lot.number).into()), ("name", lot.details.name.as_str().into())];
    renderer.translate(lang, "lot-named", &args)
}

pub fn area_names(details: &LotDetails) -> String {
    let names: Vec<&str> = details.areas.iter().map(|a| a.name.as_str()).collect();
    names.join(", ")
}

/// Key of the unit, such as `unit-hour`; the message counts.
pub fn unit_key(details: &LotDetails) -> &'static str {
    use crate::domain::rounds::lots::Unit;
    match details.unit {
        Unit::Minute => "unit-minute",
        Unit::Hour => "unit-hour",
        Unit::DayPart => "unit-day-part",
        Unit::Day => "unit-day",
        Unit::Piece => "unit-piece",
    }
}

/// The map part of the templates.
#[derive(Serialize)]
pub struct MapView {
    pub view_box: String,
    pub outline: Option<String>,
    pub areas: Vec<MapAreaView>,
}

#[derive(Serialize)]
pub struct MapAreaView {
    pub number: u16,
    pub name: String,
    pub path: String,
    pub x: i32,
    pub y: i32,
    pub state: &'static str,
    pub href: String,
    pub label: String,
}

/// How each lot stands on a map: colour and words.
pub type LotState<'a> = &'a dyn Fn(&Lot) -> (&'static str, String);

/// Draws the lots that have an area; none when no lot has one.
pub fn map(lots: &[Lot], state: LotState<'_>) -> Option<MapView> {
    let drawn: Vec<&Lot> = lots.iter().filter(|l| !l.shapes.is_empty()).collect();
    let shapes: Vec<Shape> = drawn.iter().map(|l| l.shapes.concat()).collect();
    let map = areas::map(&shapes.iter().collect::<Vec<_>>())?;
    let areas = drawn.iter().zip(map.areas).map(|(lot, area)| {
        let (state, text) = state(lot);
        MapAreaView {
            number: lot.number,
            name: lot.details.name.clone(),
            path: area.path,
            x: area.x,
            y: area.y,
            state,
            href: urls::lot(lot.id),
            label: format!("{}: {}. {text}", lot.number, lot.details.name),
        }
    });
    Some(MapView {
        view_box: format!("-50 -50 {} {}", map.width + 100, map.height + 100),
        outline: None,
        areas: areas.collect(),
    })
}

/// One line of the timeline part.
#[derive(Serialize)]
pub struct Moment {
    pub at: String,
    pub exact: bool,
    pub text: String,
    pub state: &'static str,
}

/// The days of a round, past, present and to come; the first that is not past is the present one.
pub fn timeline(round: &Round, r: Reader<'_>) -> Vec<Moment> {
    let dates = &round.definition.dates;
    let day = |d: jiff::civil::Date| d.to_string();
    let today = day_of(r.now);
    let mut items = vec![
        (
            round.questions_until().to_string(),
            true,
            "timeline-questions",
            round.questions_until() < r.now,
        ),
        (round.closes_at().to_string(), true, "timeline-closes", round.closes_at() < r.now),
        (day(dates.table_on), false, "timeline-table", dates.table_on < today),
        (day(dates.decision_on), false, "timeline-decision", dates.decision_on < today),
        (day(dates.starts_on), false, "timeline-starts", dates.starts_on < today),
    ];
    if let Some(publication) = round.publication() {
        items.insert(0, (publication.at.to_string(), false, "timeline-published", true));
    }
    let present = items.iter().position(|(.., past)| !past);
    let moment = |(i, (at, exact, key, past)): (usize, (String, bool, &str, bool))| Moment {
        at,
        exact,
        text: r.say(key),
        state: match past {
            true => "past",
            false if Some(i) == present => "current",
            false => "future",
        },
    };
    items.into_iter().enumerate().map(moment).collect()
}
