//! What has to be right before a round is published. Publication cannot be undone, so everything
//! that bidders would stumble over is looked for here; every problem names what to do.

use std::collections::BTreeSet;

use jiff::Timestamp;
use thiserror::Error;

use super::definition::{Criterion, CriterionKind, Dates, Definition, OutcomeUnit, PriceRule};
use super::joined::{self, Mandate};
use super::lots::{LotDetails, LotPrice};
use super::procedure::route_problems;
use super::sections::Group;
use super::{Lot, Phase, Publication, Round, publication_hash};
use crate::domain::moments::day_of;
use crate::domain::refusal::Refusal;
use crate::domain::scoring::{Exact, LotRule, TieKey, Unit};

mod problem;
mod sections;

pub use problem::{CriterionProblem, LotProblem, Part, Problem, Step};
pub use sections::SectionProblem;

/// Everything that keeps this round from being published at this moment, in reading order.
pub fn problems(definition: &Definition, lots: &[Lot], now: Timestamp) -> Vec<Problem> {
    let mut found = vec![];
    basics(definition, &mut found);
    found.extend(route_problems(definition).into_iter().map(Problem::Route));
    found.extend(date_problems(&definition.dates, now));
    all_lots(definition, lots, &mut found);
    joined::check(definition, lots, &mut found);
    requirements(definition, &mut found);
    criteria(definition, &mut found);
    scale(definition, &mut found);
    rules(definition, &mut found);
    sections::check(definition, &mut found);
    found
}

fn basics(definition: &Definition, found: &mut Vec<Problem>) {
    let contact = &definition.contact;
    let checks = [
        (blank(&definition.title), Problem::NoTitle),
        (blank(&definition.summary), Problem::NoSummary),
        (blank(&contact.name) || blank(&contact.email), Problem::NoContact),
    ];
    found.extend(checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, problem)| problem));
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// What is wrong with the dates. Days count from their start in Amsterdam: a table on the closing
/// day would come before the end.
pub fn date_problems(dates: &Dates, now: Timestamp) -> Vec<Problem> {
    let mut found = vec![];
    if dates.questions_until <= now {
        found.push(Problem::Past(Step::QuestionsUntil));
    }
    if dates.closes_at <= now {
        found.push(Problem::Past(Step::ClosesAt));
    }
    let closing_day = day_of(dates.closes_at);
    let order = [
        (dates.closes_at < dates.questions_until, Step::QuestionsUntil, Step::ClosesAt),
        (dates.scores_due <= closing_day, Step::ClosesAt, Step::ScoresDue),
        (dates.table_on < dates.scores_due, Step::ScoresDue, Step::TableOn),
        (dates.decision_on <= dates.table_on, Step::TableOn, Step::DecisionOn),
        (dates.starts_on <= dates.decision_on, Step::DecisionOn, Step::StartsOn),
    ];
    let wrong = order.into_iter().filter(|(wrong, ..)| *wrong);
    found.extend(wrong.map(|(_, first, second)| Problem::Order(first, second)));
    found
}

fn all_lots(definition: &Definition, lots: &[Lot], found: &mut Vec<Problem>) {
    if lots.is_empty() {
        found.push(Problem::NoLots);
    }
    for lot in lots {
        let wrong = lot_problems(&lot.details, lot.shapes.len(), &definition.price);
        let stranger = joined::names_a_stranger(definition, &lot.details);
        let wrong = wrong.into_iter().chain(stranger.then_some(LotProblem::UnknownMunicipality));
        found.extend(wrong.map(|what| Problem::Lot(lot.number, what)));
    }
}

/// What one lot still needs. `shapes` is how many of its areas have a shape.
pub fn lot_problems(lot: &LotDetails, shapes: usize, rule: &PriceRule) -> Vec<LotProblem> {
    use LotProblem::*;
    let areas: BTreeSet<_> = lot.areas.iter().map(|a| (&a.code, a.year)).collect();
    let checks = [
        (blank(&lot.name), NoName),
        (blank(&lot.theme), NoTheme),
        (blank(&lot.description), NoDescription),
        (lot.categories.is_empty(), NoCategory),
        (lot.clients == 0, NoClients),
        (lot.budget.0 <= 0, NoBudget),
        (lot.volume == 0, NoVolume),
        (!fits(&lot.price, rule), PriceKind),
        (areas.len() < lot.areas.len(), AreaTwice),
        (shapes != lot.areas.len(), AreaWithoutShape),
    ];
    let mut found: Vec<_> =
        checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, what)| what).collect();
    match lot.price {
        LotPrice::Fixed { rate } if rate.0 <= 0 => found.push(NoRate),
        LotPrice::Between { floor, ceiling } if floor.0 < 0 || floor >= ceiling => {
            found.push(FloorNotBelowCeiling);
        }
        LotPrice::Fixed { .. } | LotPrice::Between { .. } => {}
    }
    found
}

fn fits(price: &LotPrice, rule: &PriceRule) -> bool {
    match price {
        LotPrice::Fixed { .. } => !rule.bids_name_prices(),
        LotPrice::Between { .. } => rule.bids_name_prices(),
    }
}

fn requirements(definition: &Definition, found: &mut Vec<Problem>) {
    if definition.requirements.is_empty() {
        found.push(Problem::NoRequirements);
    }
    let empty = definition.requirements.iter().filter(|r| blank(&r.title) || blank(&r.text));
    found.extend(empty.map(|r| Problem::Requirement(r.code.clone())));
    let empty = definition.grounds.iter().filter(|g| blank(&g.title) || blank(&g.reason));
    found.extend(empty.map(|g| Problem::Ground(g.code.clone())));
}

fn criteria(definition: &Definition, found: &mut Vec<Problem>) {
    if definition.criteria.is_empty() {
        found.push(Problem::NoCriteria);
        return;
    }
    for kind in [CriterionKind::Quality, CriterionKind::SocialValue] {
        if !definition.criteria.iter().any(|c| c.kind == kind) {
            found.push(Problem::NoCriterionOf(kind));
        }
    }
    let sum = definition.weight_sum();
    if sum != Exact::from(100) && definition.price.weight_unit() == Unit::Points {
        found.push(Problem::WeightSum(sum));
    }
    let mut codes = BTreeSet::new();
    for (place, criterion) in definition.criteria.iter().enumerate() {
        let same = !codes.insert(&criterion.code);
        let mut wrong = criterion_problems(criterion, definition);
        wrong.extend(same.then_some(CriterionProblem::SameCode));
        found.extend(wrong.into_iter().map(|what| Problem::Criterion(place + 1, what)));
    }
}

fn criterion_problems(criterion: &Criterion, definition: &Definition) -> Vec<CriterionProblem> {
    use CriterionProblem::*;
    let off_scale = |t: &Exact| !definition.scale.iter().any(|grade| grade.value == *t);
    let checks = [
        (blank(&criterion.name), NoName),
        (blank(&criterion.question), NoQuestion),
        (criterion.weight <= Exact::zero(), NoWeight),
        (criterion.sections.is_empty(), NoSections),
        (criterion.threshold.as_ref().is_some_and(off_scale), ThresholdOffScale),
    ];
    let mut found: Vec<_> =
        checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, what)| what).collect();
    for code in &criterion.sections {
        match definition.sections.iter().find(|s| s.code == *code) {
            None => found.push(UnknownSection(code.clone())),
            Some(s) if !s.group.is_assessed() => found.push(SealedSection(s.title.clone())),
            Some(_) => {}
        }
    }
    found
}

impl Group {
    /// Whether assessors may read it: who the bidder is and what it costs stay hidden from them.
    pub fn is_assessed(self) -> bool {
        match self {
            Group::Plan | Group::Quality => true,
            Group::Cooperative | Group::Money => false,
        }
    }
}

fn scale(definition: &Definition, found: &mut Vec<Problem>) {
    if definition.scale.len() < 2 {
        found.push(Problem::ShortScale);
    }
    let mut values = BTreeSet::new();
    for grade in &definition.scale {
        if !values.insert(&grade.value) {
            found.push(Problem::SameGrade(grade.value.clone()));
        }
        if blank(&grade.label) || blank(&grade.text) {
            found.push(Problem::GradeWithoutText(grade.value.clone()));
        }
    }
}

fn rules(definition: &Definition, found: &mut Vec<Problem>) {
    if definition.price.weight().is_some_and(|w| *w <= Exact::zero()) {
        found.push(Problem::PriceWeight);
    }
    if definition.price.multiple().is_some_and(|multiple| *multiple <= Exact::one()) {
        found.push(Problem::PriceMultiple);
    }
    let points = definition.price.outcome_unit() == OutcomeUnit::Points;
    if points && definition.threshold.as_ref().is_some_and(|t| *t > Exact::from(100)) {
        found.push(Problem::ThresholdOutOfReach);
    }
    ties(definition, found);
    let adds_up = matches!(definition.lot_rule, LotRule::LargestLeadFirst | LotRule::MaxTotal);
    if adds_up && !points {
        found.push(Problem::LotRuleNeedsPoints);
    }
    if definition.lots_per_bidder.is_some() && definition.lot_rule == LotRule::BestPerLot {
        found.push(Problem::LimitWithoutRule);
    }
    if definition.remedy.length() == 0 {
        found.push(Problem::Remedy);
    }
}

fn ties(definition: &Definition, found: &mut Vec<Problem>) {
    let mut seen: Vec<&TieKey> = vec![];
    for key in &definition.ties.keys {
        match key {
            TieKey::Price if !definition.price.bids_name_prices() => {
                found.push(Problem::TieWithoutPrice);
            }
            TieKey::Criterion(code) if !definition.criteria.iter().any(|c| c.code == *code) => {
                found.push(Problem::TieUnknown(code.clone()));
            }
            TieKey::Criterion(code) if seen.contains(&key) => {
                found.push(Problem::TieTwice(code.clone()));
            }
            TieKey::Price if seen.contains(&key) => found.push(Problem::TieTwice("price".into())),
            TieKey::Price | TieKey::Criterion(_) => {}
        }
        seen.push(key);
    }
}

/// Why a round cannot be changed or published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SetUpRefusal {
    #[error("the round is published")]
    Published,
    /// Bids are open: grades are given, or were given.
    #[error("the bids of the round are open")]
    Opened,
    #[error("somebody else changed the round")]
    Changed,
    #[error("the round is not complete")]
    Incomplete,
    #[error("this area is not on the map")]
    UnknownArea,
    /// There may be bids on the lots that are published.
    #[error("lots of a published round cannot come or go")]
    LotsAreFixed,
    /// Whose round it is takes part already.
    #[error("the own municipality does not join its own round")]
    OwnMunicipality,
}

impl Refusal for SetUpRefusal {
    fn key(&self) -> &'static str {
        match self {
            SetUpRefusal::Published => "refusal-round-published",
            SetUpRefusal::Opened => "refusal-round-graded",
            SetUpRefusal::Changed => "refusal-round-changed",
            SetUpRefusal::Incomplete => "refusal-round-incomplete",
            SetUpRefusal::UnknownArea => "refusal-area-unknown",
            SetUpRefusal::LotsAreFixed => "amendment-refused-lots",
            SetUpRefusal::OwnMunicipality => "joint-refused-own",
        }
    }
}

impl Round {
    /// Freezes what bids will be made and judged by, with its hash, as somebody `seen` it. Who
    /// takes part gave `mandates`.
    pub fn publish(
        self,
        seen: i32,
        lots: &[Lot],
        mandates: &[Mandate],
        now: Timestamp,
    ) -> Result<Round, SetUpRefusal> {
        self.may_change()?;
        if self.version != seen || self.amends().is_some() {
            return Err(SetUpRefusal::Changed);
        }
        let missing = joined::without_mandate(&self.definition, lots, mandates);
        if !missing.is_empty() || !problems(&self.definition, lots, now).is_empty() {
            return Err(SetUpRefusal::Incomplete);
        }
        let hash = publication_hash(&self.definition, lots);
        Ok(Round { phase: Phase::Published(Publication { at: now, hash }), ..self })
    }
}

#[cfg(test)]
pub(super) mod tests;
