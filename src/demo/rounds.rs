//! The rounds of this year: two open for bids, one at the table. Their texts stand in
//! `config/demo`; their dates follow from the moment of loading, so that the example stays fresh.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time, date};
use jiff::{Timestamp, ToSpan, Zoned};
use serde::Deserialize;

use super::DemoError;
use super::world::organisation;
use crate::actions::{self, CreateRound};
use crate::documents::library::{QuestionSet, library};
use crate::documents::shelves::shelves;
use crate::domain::areas::Shape;
use crate::domain::ids::{LotId, PersonId, RoundId};
use crate::domain::moments::{amsterdam, day_of};
use crate::domain::rounds::Lot;
use crate::domain::rounds::cost_terms::CostTerms;
use crate::domain::rounds::definition::{
    Contact, Criterion, Dates, Definition, Explain, PriceRule, ProofDue, Reading, Remedy,
    Requirement,
};
use crate::domain::rounds::lots::LotDetails;
use crate::domain::rounds::procedure::{Procedure, ResidentsBudget};
use crate::domain::rounds::timeline::working_day;
use crate::domain::scoring::{LotRule, Rounding, TieEnd, TieKey, TieRule};
use crate::rendering::Lang;
use crate::store::{self, Database, Tx};

const OPEN: &str = include_str!("../../config/demo/round-open.toml");
const FULL: &str = include_str!("../../config/demo/round-full.toml");
const TABLE: &str = include_str!("../../config/demo/round-table.toml");
const JOINT: &str = include_str!("../../config/demo/round-joint.toml");

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Example {
    pub(super) key: String,
    pub(super) municipality: String,
    criteria: String,
    #[serde(default)]
    asks: Asks,
    /// Sections that are read for a criterion beside those that the library names.
    #[serde(default)]
    also_reads: BTreeMap<String, Vec<String>>,
    title: String,
    summary: String,
    remedy: Remedy,
    price: PriceRule,
    contact: Contact,
    #[serde(default)]
    costs: CostTerms,
    #[serde(default)]
    procedure: Option<Procedure>,
    #[serde(default)]
    residents_budget: Option<ResidentsBudget>,
    /// Days after the deadline; an entry moment is the first working day from there.
    #[serde(default)]
    entry_after: Vec<i32>,
    /// Codes of the library.
    #[serde(default)]
    grounds: Vec<String>,
    lots: Vec<LotDetails>,
}

/// Which questions an example round asks.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Asks {
    #[default]
    Base,
    /// Every section of the national list, also those that are asked only by choice.
    All,
}

/// Districts of Waldervoort with their codes.
pub const DISTRICTS: [(&str, &str); 10] = [
    ("WK990101", "Binnenstad"),
    ("WK990102", "Stationskwartier"),
    ("WK990103", "Lindenhof"),
    ("WK990104", "De Haven"),
    ("WK990105", "Nieuwland"),
    ("WK990106", "Elsbroek"),
    ("WK990107", "Oosterveen"),
    ("WK990108", "Rietakker"),
    ("WK990109", "Zuidhoek"),
    ("WK990110", "Waterrijk"),
];

/// The round at the table once more, with its first lot in so many districts.
pub fn many_lots(key: &str, lots: usize) -> Result<Example, DemoError> {
    let mut example = read(TABLE)?;
    let of = |number: usize, like: &LotDetails| {
        let (code, name) = &DISTRICTS[number % DISTRICTS.len()];
        let mut lot = like.clone();
        // A large district is in parts.
        lot.name = match number / DISTRICTS.len() {
            0 => (*name).to_owned(),
            more => format!("{name} {}", more + 1),
        };
        for area in &mut lot.areas {
            (area.code, area.name) = ((*code).to_owned(), (*name).to_owned());
        }
        lot
    };
    let first = example.lots.first().cloned().ok_or_else(|| DemoError::content("no lots"))?;
    example.lots = (0..lots).map(|number| of(number, &first)).collect();
    key.clone_into(&mut example.key);
    example.title.push_str(": grote ronde");
    Ok(example)
}

/// How an example round lies in time.
pub(super) struct Calendar {
    pub(super) published_at: Timestamp,
    pub(super) dates: Dates,
}

/// Makes and publishes them; the oldest first, as it happened.
pub fn load(db: &Database, now: Timestamp) -> Result<(), DemoError> {
    let table = read(TABLE)?;
    let calendar = table_calendar(now)?;
    publish(db, (table, "ingrid", "Ingrid Smeets"), calendar)?;
    for (text, days) in [(FULL, (34, 31)), (OPEN, (20, 24))] {
        publish(db, (read(text)?, "rob", "Rob Verhagen"), open_calendar(now, days)?)?;
    }
    Ok(())
}

/// The draft of a round of three municipalities, and its moments: it would be published today.
pub(super) fn joint(now: Timestamp) -> Result<(Example, Calendar), DemoError> {
    Ok((read(JOINT)?, open_calendar(now, (0, 42))?))
}

fn read(text: &str) -> Result<Example, DemoError> {
    toml::from_str(text).map_err(DemoError::content)
}

/// Published so many days ago, closes in so many days at noon.
fn open_calendar(now: Timestamp, (ago, left): (i64, i64)) -> Result<Calendar, DemoError> {
    let today = today(now);
    let day = |days: i64| shifted(&today, days);
    let decision_on = day(left + 42)?;
    Ok(Calendar {
        // Never less than so many whole days ago: the last question may be as long after it.
        published_at: moment(day(-ago)?, 9)?.min(now - (ago * 24).hours()),
        dates: Dates {
            questions_until: moment(day(left - 10)?, 12)?,
            closes_at: moment(day(left)?, 12)?,
            scores_due: day(left + 21)?,
            table_on: day(left + 28)?,
            decision_on,
            starts_on: date(2028, 1, 1).max(shifted_date(decision_on, 90)?),
        },
    })
}

/// Published 80 days ago, closed 25 days ago, today at the table.
fn table_calendar(now: Timestamp) -> Result<Calendar, DemoError> {
    let today = today(now);
    let day = |days: i64| shifted(&today, days);
    let decision_on = day(16)?;
    Ok(Calendar {
        published_at: moment(day(-80)?, 9)?,
        dates: Dates {
            questions_until: moment(day(-39)?, 12)?,
            closes_at: moment(day(-25)?, 12)?,
            scores_due: day(-2)?,
            table_on: day(0)?,
            decision_on,
            starts_on: date(2027, 7, 1).max(shifted_date(decision_on, 90)?),
        },
    })
}

pub(super) fn today(now: Timestamp) -> Zoned {
    now.to_zoned(amsterdam())
}

pub(super) fn shifted(today: &Zoned, days: i64) -> Result<Date, DemoError> {
    shifted_date(today.date(), days)
}

fn shifted_date(day: Date, days: i64) -> Result<Date, DemoError> {
    day.checked_add(days.days()).map_err(DemoError::content)
}

/// A whole hour in Dutch local time.
pub(super) fn moment(day: Date, hour: i8) -> Result<Timestamp, DemoError> {
    let at = day.to_datetime(Time::constant(hour, 0, 0, 0)).to_zoned(amsterdam());
    Ok(at.map_err(DemoError::content)?.timestamp())
}

pub(super) fn definition(example: &Example, dates: Dates) -> Definition {
    let library = library();
    let criteria = match example.criteria.as_str() {
        "criteria_price" => &library.weighted_price,
        _ => &library.fixed_price,
    };
    let closing = day_of(dates.closes_at);
    let later = |days: &i32| working_day(closing.saturating_add(days.days()));
    let named = |code: &String| shelves().grounds.iter().find(|g| g.code == *code);
    Definition {
        title: example.title.clone(),
        summary: example.summary.clone(),
        contact: example.contact.clone(),
        dates,
        remedy: example.remedy,
        price: example.price.clone(),
        rounding: Rounding::default(),
        // Quality and safety decides first, then what people know of the area.
        ties: TieRule {
            keys: vec![TieKey::Criterion("q3".into()), TieKey::Criterion("q1".into())],
            end: TieEnd::Draw,
        },
        lot_rule: LotRule::BidderPreference,
        threshold: None,
        lots_per_bidder: Some(2),
        scale: criteria.scale.clone(),
        criteria: criteria.criteria.iter().map(|criterion| example.reads(criterion)).collect(),
        requirements: library.requirements.iter().map(asked).collect(),
        sections: match example.asks {
            Asks::Base => library.sections_of(QuestionSet::Base),
            Asks::All => library.sections.clone(),
        },
        reading: Reading::usual(),
        costs: example.costs.clone(),
        procedure: example.procedure,
        residents_budget: example.residents_budget.clone(),
        entry_moments: example.entry_after.iter().map(later).collect(),
        meeting: crate::domain::tables::Meeting::usual(),
        letter_texts: Default::default(),
        participants: vec![],
        self_check: Default::default(),
        grounds: example.grounds.iter().filter_map(named).map(|g| g.copy(Lang::Nl)).collect(),
    }
}

impl Example {
    fn reads(&self, criterion: &Criterion) -> Criterion {
        let mut criterion = criterion.clone();
        criterion
            .sections
            .extend(self.also_reads.get(&criterion.code).into_iter().flatten().cloned());
        criterion
    }
}

/// One requirement asks five steps of another way, and one proof may wait until a bid wins for now.
fn asked(requirement: &Requirement) -> Requirement {
    let asked = requirement.clone();
    match requirement.code.as_str() {
        "Q06" => Requirement { proof: ProofDue::BeforeAward, ..asked },
        "Q09" => Requirement { explain: Explain::InSteps, ..asked },
        _ => asked,
    }
}

type Lead = (Example, &'static str, &'static str);

fn publish(
    db: &Database,
    (example, person, name): Lead,
    calendar: Calendar,
) -> Result<(), DemoError> {
    db.write_now(move |tx| {
        let id = RoundId::named(&example.key);
        let by = (PersonId::named(person), name.to_owned());
        let new = CreateRound {
            origin: actions::Origin::Library,
            id,
            municipality: organisation(&example.municipality),
            by: by.clone(),
            definition: definition(&example, calendar.dates),
            lots: lots(tx, &example)?,
        };
        let made_at = calendar.published_at.checked_sub(14 * 24.hours());
        actions::create_round(tx, new, made_at.map_err(DemoError::content)?)?;
        actions::publish_round(tx, id, by, 1, calendar.published_at)?;
        Ok::<_, DemoError>(())
    })
}

pub(super) fn lots(tx: &mut Tx, example: &Example) -> Result<Vec<Lot>, DemoError> {
    let round = RoundId::named(&example.key);
    let mut lots = vec![];
    for (number, details) in (1..).zip(&example.lots) {
        lots.push(Lot {
            id: LotId::named(&format!("{}-{number}", example.key)),
            round,
            number,
            details: details.clone(),
            shapes: shapes(tx, details)?,
        });
    }
    Ok(lots)
}

fn shapes(tx: &mut Tx, details: &LotDetails) -> Result<Vec<Shape>, DemoError> {
    let mut shapes = vec![];
    for area in &details.areas {
        let found = store::areas::find(tx, &area.code, area.year)?;
        shapes.push(found.ok_or_else(|| DemoError::content(&area.code))?.shape);
    }
    Ok(shapes)
}
