//! What could turn against the municipality, live while a round is set up: each remark with its
//! reason, its source and the way to where it can be mended.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::draft::Draft;
use super::form::Words;
use super::publication::place;
use super::sentences::{self, step_name};
use crate::domain::ids::{LotId, PersonId};
use crate::domain::moments::day_of;
use crate::domain::rounds::lots::AreaRef;
use crate::domain::rounds::publication::Part;
use crate::domain::rounds::risks::{Facts, Risk, risks};
use crate::domain::rounds::warnings::{Warning, warnings};
use crate::rendering::Arg;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::Error;
use crate::web::me::SignedIn;
use crate::web::urls;

#[derive(Clone, Serialize)]
pub struct Check {
    pub text: String,
    /// Empty: the text says it.
    pub reason: String,
    /// Empty: it follows from the round itself.
    pub source: String,
    pub href: String,
    #[serde(skip)]
    pub part: Part,
}

/// What the set-up itself does not say.
pub async fn facts(app: &App, me: &SignedIn, draft: &Draft) -> Result<Facts, Error> {
    let areas: Vec<AreaRef> = draft.lots.iter().flat_map(|l| l.details.areas.clone()).collect();
    let (id, municipality, now) = (draft.round.id, draft.round.municipality, me.now);
    app.read(move |conn: &mut Conn| {
        let known = store::areas::find_all(conn, &areas)?;
        let of =
            |area: crate::domain::areas::Area| Some(((area.code, area.year), area.inhabitants?));
        let mut panels: BTreeMap<LotId, BTreeSet<PersonId>> = BTreeMap::new();
        for one in store::assignments::of_round(conn, id)? {
            panels.entry(one.lot).or_default().insert(one.person);
        }
        // While nobody is assigned, only too few people to choose from say anything.
        let smallest = panels.values().map(BTreeSet::len).min();
        let around = store::assignments::assessors(conn, municipality)?.len();
        let panel = smallest.or_else(|| (around < 3).then_some(around));
        let inhabitants = known.into_iter().filter_map(of).collect();
        Ok::<_, Error>(Facts { today: day_of(now), inhabitants, panel })
    })
    .await
}

/// Every remark on this draft: risks first.
pub fn checks(draft: &Draft, facts: &Facts, words: Words<'_>) -> Vec<Check> {
    let (definition, lots) = (&draft.round.definition, &draft.lots);
    let base = urls::manage_round(draft.round.id);
    let of_risk = |risk: &Risk| Check {
        text: words.with(&format!("risk-{}", risk.word()), &args(risk, words)),
        reason: words.say(&format!("risk-{}-why", risk.word())),
        source: words.say(&format!("risk-{}-source", risk.word())),
        href: place(&base, lots, (risk.part(), risk.lot())),
        part: risk.part(),
    };
    let of_warning = |warning: &Warning| Check {
        text: sentences::warning(warning, words),
        reason: String::new(),
        source: source(warning).map(|key| words.say(key)).unwrap_or_default(),
        href: place(&base, lots, (warning.part(), warning.lot())),
        part: warning.part(),
    };
    let risks = risks(definition, lots, facts);
    let warnings = warnings(definition, lots);
    risks.iter().map(of_risk).chain(warnings.iter().map(of_warning)).collect()
}

fn args(risk: &Risk, words: Words<'_>) -> Vec<(&'static str, Arg<'static>)> {
    let days = |days: &i32| vec![("days", i64::from(*days).into())];
    let count = |people: &usize| vec![("count", i64::try_from(*people).unwrap_or_default().into())];
    match risk {
        Risk::NoProcedure
        | Risk::OpenHouseRanks
        | Risk::RemedyOfOtherRoute
        | Risk::OneLot
        | Risk::UnevenScale => vec![],
        Risk::RootsAsKnockOut(name) | Risk::KnockOutWithoutEquivalent(name) => {
            vec![("name", name.clone().into())]
        }
        Risk::LotTooLarge(number, people) => {
            vec![("number", number.to_string().into()), ("people", i64::from(*people).into())]
        }
        Risk::ShortTime(left) | Risk::ShortAfterQuestions(left) => days(left),
        Risk::OutsideOfficeHours(step) => vec![("step", step_name(*step, words).into())],
        Risk::FreeDay(step, day) => {
            vec![("step", step_name(*step, words).into()), ("day", words.day(*day).into())]
        }
        Risk::EntryOnFreeDay(day) => vec![("day", words.day(*day).into())],
        Risk::SmallPanel(people) | Risk::EvenPanel(people) => count(people),
    }
}

/// Key of where a warning comes from.
fn source(warning: &Warning) -> Option<&'static str> {
    match warning {
        Warning::AboveThreshold(_) => Some("source-sas"),
        Warning::NoContractEnd(_) | Warning::StartsBeforeEnd(..) => Some("source-contract"),
        Warning::BudgetTooSmall(_) => Some("source-real-price"),
        Warning::OrderCanTurn
        | Warning::CheaperCanRankLower
        | Warning::PointsDependOnLowestPrice => Some("source-pianoo-relative"),
        Warning::SocialValueLow(_) | Warning::SocialValueHigh(_) => Some("source-social-value"),
        Warning::NoRisk(_) => Some("source-proportionality"),
        Warning::NoEquivalent(_) => Some("source-equivalent"),
        Warning::ShortStandstill => Some("source-standstill"),
        Warning::OtherObjectionTerm => Some("source-objection"),
        Warning::Overlap(..)
        | Warning::AreaInArea(..)
        | Warning::Threshold(..)
        | Warning::TotalThreshold(_) => None,
    }
}
