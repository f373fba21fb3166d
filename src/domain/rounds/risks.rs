//! What could turn against a municipality or keep small bidders away, looked for while a round is
//! being set up. None of it keeps a round from being published; each has its reason and its source
//! in the texts (`risk-…`). What is plainly unusual stands in `warnings`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use super::Lot;
use super::definition::{Definition, Grade, Remedy, Requirement};
use super::procedure::Procedure;
use super::publication::{Part, Step};
use crate::domain::moments::{amsterdam, day_of};
use crate::domain::scoring::Exact;
use crate::domain::terms::is_free;

/// What the set-up itself does not say.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub today: Date,
    /// Per code and year of an area, where the statistics office knows it.
    pub inhabitants: BTreeMap<(String, i16), u32>,
    /// How many people will give grades for one lot; none while nobody is known.
    pub panel: Option<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Risk {
    NoProcedure,
    /// A place in the area as a hard demand in a procurement (CJEU C-436/20).
    RootsAsKnockOut(String),
    /// An open house with points that rank bids is no open house any more.
    OpenHouseRanks,
    /// The remedy is that of another route.
    RemedyOfOtherRoute,
    /// A hard demand without anything that is as good.
    KnockOutWithoutEquivalent(String),
    /// So many people live in the areas of a lot.
    LotTooLarge(u16, u32),
    OneLot,
    /// So many days from now to the deadline.
    ShortTime(i32),
    /// So many days between the last question and the deadline.
    ShortAfterQuestions(i32),
    /// Nobody is there to help.
    OutsideOfficeHours(Step),
    FreeDay(Step, Date),
    EntryOnFreeDay(Date),
    /// Grades lie further apart in one place than in another.
    UnevenScale,
    SmallPanel(usize),
    EvenPanel(usize),
}

/// A village or neighbourhood that knows itself is smaller.
pub const LARGE: u32 = 10_000;
/// Volunteers write in the evening.
const SHORT_TIME: i32 = 28;
/// Answers have to be there six days before the deadline, and need some days to be written.
const AFTER_QUESTIONS: i32 = 10;
const SMALL_PANEL: usize = 3;

impl Risk {
    pub fn part(&self) -> Part {
        match self {
            Risk::NoProcedure | Risk::EntryOnFreeDay(_) => Part::Procedure,
            Risk::RootsAsKnockOut(_) | Risk::KnockOutWithoutEquivalent(_) => Part::Requirements,
            Risk::OpenHouseRanks => Part::Method,
            Risk::RemedyOfOtherRoute | Risk::SmallPanel(_) | Risk::EvenPanel(_) => Part::Rules,
            Risk::LotTooLarge(..) | Risk::OneLot => Part::Lots,
            Risk::ShortTime(_)
            | Risk::ShortAfterQuestions(_)
            | Risk::OutsideOfficeHours(_)
            | Risk::FreeDay(..) => Part::Dates,
            Risk::UnevenScale => Part::Scale,
        }
    }

    /// The lot it is about, where it is about one.
    pub fn lot(&self) -> Option<u16> {
        match self {
            Risk::LotTooLarge(number, _) => Some(*number),
            _ => None,
        }
    }

    /// Its word in the texts.
    pub fn word(&self) -> &'static str {
        match self {
            Risk::NoProcedure => "no-procedure",
            Risk::RootsAsKnockOut(_) => "roots",
            Risk::OpenHouseRanks => "open-house-ranks",
            Risk::RemedyOfOtherRoute => "remedy",
            Risk::KnockOutWithoutEquivalent(_) => "knock-out",
            Risk::LotTooLarge(..) => "lot-large",
            Risk::OneLot => "one-lot",
            Risk::ShortTime(_) => "short-time",
            Risk::ShortAfterQuestions(_) => "after-questions",
            Risk::OutsideOfficeHours(_) => "office-hours",
            Risk::FreeDay(..) => "free-day",
            Risk::EntryOnFreeDay(_) => "entry-free-day",
            Risk::UnevenScale => "uneven-scale",
            Risk::SmallPanel(_) => "small-panel",
            Risk::EvenPanel(_) => "even-panel",
        }
    }
}

/// Everything to think about, in the order of the set-up.
pub fn risks(definition: &Definition, lots: &[Lot], facts: &Facts) -> Vec<Risk> {
    let mut found = vec![];
    route(definition, &mut found);
    dates(definition, facts.today, &mut found);
    found.extend(lots.iter().filter_map(|lot| too_large(lot, facts)));
    if lots.len() == 1 {
        found.push(Risk::OneLot);
    }
    requirements(definition, &mut found);
    if is_uneven(&definition.scale) {
        found.push(Risk::UnevenScale);
    }
    found.extend(match facts.panel {
        Some(people) if people < SMALL_PANEL => Some(Risk::SmallPanel(people)),
        Some(people) if people % 2 == 0 => Some(Risk::EvenPanel(people)),
        Some(_) | None => None,
    });
    found
}

fn route(definition: &Definition, found: &mut Vec<Risk>) {
    let Some(procedure) = definition.procedure else {
        found.push(Risk::NoProcedure);
        return;
    };
    if procedure == Procedure::OpenHouse && !definition.criteria.is_empty() {
        found.push(Risk::OpenHouseRanks);
    }
    let objects = |remedy: &Remedy| matches!(remedy, Remedy::Objection { .. });
    if objects(&procedure.usual_remedy()) != objects(&definition.remedy) {
        found.push(Risk::RemedyOfOtherRoute);
    }
    let free = definition.entry_moments.iter().filter(|day| is_free(**day));
    found.extend(free.map(|day| Risk::EntryOnFreeDay(*day)));
}

fn dates(definition: &Definition, today: Date, found: &mut Vec<Risk>) {
    let dates = &definition.dates;
    let closing = day_of(dates.closes_at);
    let left = (closing - today).get_days();
    if (0..SHORT_TIME).contains(&left) {
        found.push(Risk::ShortTime(left));
    }
    let answering = (closing - day_of(dates.questions_until)).get_days();
    if (0..AFTER_QUESTIONS).contains(&answering) {
        found.push(Risk::ShortAfterQuestions(answering));
    }
    for (step, at) in
        [(Step::QuestionsUntil, dates.questions_until), (Step::ClosesAt, dates.closes_at)]
    {
        if is_outside_office_hours(at) {
            found.push(Risk::OutsideOfficeHours(step));
        }
    }
    let days = [
        (Step::QuestionsUntil, day_of(dates.questions_until)),
        (Step::ClosesAt, closing),
        (Step::ScoresDue, dates.scores_due),
        (Step::TableOn, dates.table_on),
        (Step::DecisionOn, dates.decision_on),
    ];
    let free = days.into_iter().filter(|(_, day)| is_free(*day));
    found.extend(free.map(|(step, day)| Risk::FreeDay(step, day)));
}

fn is_outside_office_hours(at: Timestamp) -> bool {
    !(9..17).contains(&at.to_zoned(amsterdam()).hour())
}

fn too_large(lot: &Lot, facts: &Facts) -> Option<Risk> {
    let of = |code: &String, year: i16| facts.inhabitants.get(&(code.clone(), year)).copied();
    let known = lot.details.areas.iter().filter_map(|area| of(&area.code, area.year));
    let people = known.fold(0_u32, u32::saturating_add);
    (people > LARGE).then_some(Risk::LotTooLarge(lot.number, people))
}

fn requirements(definition: &Definition, found: &mut Vec<Risk>) {
    let procures = definition.procedure.is_some_and(Procedure::is_procurement);
    for requirement in definition.requirements.iter().filter(|r| r.knock_out) {
        if procures && asks_for_roots(requirement) {
            found.push(Risk::RootsAsKnockOut(requirement.title.clone()));
        }
        if requirement.equivalent.trim().is_empty() {
            found.push(Risk::KnockOutWithoutEquivalent(requirement.title.clone()));
        }
    }
}

/// How a text asks for a seat in the area. It is a guess at words: somebody reads the remark.
const ROOTS: [&str; 16] = [
    "geworteld",
    "gevestigd in",
    "gevestigd bent in",
    "woont in",
    "wonen in",
    "wonen zelf in",
    "inwoner van",
    "inwoners van",
    "komt uit",
    "komen uit",
    "rooted",
    "based in",
    "living in",
    "live in",
    "lives in",
    "resident of",
];

fn asks_for_roots(requirement: &Requirement) -> bool {
    let text = format!("{} {}", requirement.title, requirement.text).to_lowercase();
    ROOTS.iter().any(|words| text.contains(words))
}

/// Whether two grades beside each other lie further apart than two others.
fn is_uneven(scale: &[Grade]) -> bool {
    let mut values: Vec<&Exact> = scale.iter().map(|grade| &grade.value).collect();
    values.sort();
    let mut steps = values.windows(2).map(|two| two[1] - two[0]);
    steps.next().is_some_and(|first| steps.any(|step| step != first))
}

#[cfg(test)]
mod tests;
