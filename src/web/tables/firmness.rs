//! How firm a ranking is, for the process lead. It changes nothing; what may be shown when is
//! asked of the engine.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::ranked::{Ranked, of};
use super::sight::{Sight, Words, drawn, see};
use crate::domain::ids::{PersonId, TableId};
use crate::domain::permission::Act;
use crate::domain::rounds::Phase;
use crate::domain::rounds::definition::Criterion;
use crate::domain::scoring::firmness::{
    Analysis, Depth, Field, GradeChange, Moment, Reader, Scores, SmaaSettings, Stability, Step,
    Upset, UpsetKind, WeightSpace, may_show, smaa, upsets, weight_stability,
};
use crate::domain::scoring::panel::{Agreement, Level, Ratings, Statistic, agreement};
use crate::domain::scoring::{Exact, Rounding, RoundingMode, Seed};
use crate::rendering::layout::Page;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

/// Every share is then within 0.01 of what more draws would give (95 %).
const DRAWS: u32 = 10_000;
/// Printed with the answer: the same number gives the same draws.
const SEED: u64 = 2027;

#[derive(Serialize)]
struct FirmnessPage {
    page: Page,
    above: String,
    winner: Option<String>,
    /// What could take the first place away; none while there is only one bid.
    upsets: Option<Vec<UpsetView>>,
    weights: Option<Weights>,
    panel: Vec<PanelLine>,
    ranking: String,
}

#[derive(Serialize)]
struct UpsetView {
    title: String,
    changes: Vec<String>,
}

/// What other weights would change: only in the file, after the decision.
#[derive(Serialize)]
struct Weights {
    ranges: Vec<Range>,
    chances: Vec<Chance>,
    draws: u32,
    seed: String,
}

#[derive(Serialize)]
struct Range {
    name: String,
    now: String,
    low: String,
    high: String,
    /// Percents for the drawing.
    from: f64,
    width: f64,
    at: f64,
}

#[derive(Serialize)]
struct Chance {
    name: String,
    first: u32,
    percents: Vec<u32>,
}

#[derive(Serialize)]
struct PanelLine {
    name: String,
    value: Option<String>,
    text: String,
}

/// `GET /tables/{table}/firmness`
pub async fn page(me: SignedIn, app: Data<App>, table: Path<TableId>) -> Answer {
    let sight = see(&app, &me, *table, Act::ViewSensitivity).await?;
    let ranked = of(&app, &sight).await?.ok_or(Error::Forbidden)?;
    let page = view((&app, &me), &sight, &ranked)?;
    pages::html(&app, &me, "tables/firmness.html", &page)
}

fn view(
    (app, me): (&App, &SignedIn),
    sight: &Sight,
    ranked: &Ranked,
) -> Result<FirmnessPage, Error> {
    let words = Words::of(app, me);
    let moment = match sight.round.phase {
        Phase::Decided { .. } => Moment::Decided,
        _ => Moment::Undecided,
    };
    // Nobody has a place, so there is nothing to be firm about.
    let field = ranked.field(sight).ok();
    let shown = |analysis| may_show(analysis, moment, Reader::ProcessLead).is_ok();
    let weights = field.as_ref().filter(|_| shown(Analysis::OtherWeights));
    let grades = field.as_ref().filter(|f| f.bids.len() > 1 && shown(Analysis::OtherGrades));
    let names = Names { sight, words };
    Ok(FirmnessPage {
        page: sight.frame_below(app, me, "firm-title"),
        above: words.say("table-above", &[("number", i64::from(sight.lot.number).into())]),
        winner: field.as_ref().map(|f| names.bid(&f.bids[f.winner])),
        upsets: grades.map(|field| {
            let found = upsets(&field.problem, field.winner, &field.steps);
            found.iter().map(|upset| names.upset(field, upset)).collect()
        }),
        weights: weights.map(|field| names.weights(field, ranked)).transpose()?,
        panel: panel(sight, words),
        ranking: urls::table_part(sight.table.id, "ranking"),
    })
}

struct Names<'a> {
    sight: &'a Sight,
    words: Words<'a>,
}

impl Names<'_> {
    fn bid(&self, code: &str) -> String {
        self.sight.bidder(code).to_owned()
    }

    /// The criterion at a place of the matrix; the price is the last one.
    fn criterion(&self, place: usize) -> String {
        let criteria = &self.sight.round.definition.criteria;
        let price = || self.words.say("price-word", &[]);
        criteria.get(place).map_or_else(price, |criterion| criterion.name.clone())
    }

    fn upset(&self, field: &Field, upset: &Upset) -> UpsetView {
        let count = i64::try_from(upset.changes.len()).unwrap_or(i64::MAX);
        let title = match upset.kind {
            UpsetKind::FallsOut => self.words.say("firm-falls-out", &[("count", count.into())]),
            UpsetKind::Overtaken { by } => {
                let name = self.bid(&field.bids[by]);
                let args = [("name", name.into()), ("count", count.into())];
                self.words.say("firm-overtaken", &args)
            }
        };
        let change = |change: &GradeChange| {
            let args = [
                ("name", self.bid(&field.bids[change.bid]).into()),
                ("criterion", self.criterion(change.criterion).into()),
            ];
            let key = match change.step {
                Step::Up => "firm-step-up",
                Step::Down => "firm-step-down",
            };
            self.words.say(key, &args)
        };
        UpsetView { title, changes: upset.changes.iter().map(change).collect() }
    }

    fn weights(&self, field: &Field, ranked: &Ranked) -> Result<Weights, Error> {
        let broken = |why: &dyn std::fmt::Display| Error::Broken(why.to_string());
        let settings = SmaaSettings {
            weights: WeightSpace::Uniform,
            scores: Scores::FromAssessors,
            depth: Depth::AllRanks,
            samples: DRAWS,
            seed: Seed::from_number(SEED),
            threads: NonZeroUsize::MIN,
        };
        let drawn = smaa(&field.problem, &settings).map_err(|why| broken(&why))?;
        let chance = |code: &str| {
            let place = field.bids.iter().position(|bid| bid == code)?;
            let percents = whole_percents(&drawn.acceptability(place));
            let first = percents.first().copied().unwrap_or_default();
            Some(Chance { name: self.bid(code), first, percents })
        };
        let best_first = ranked.outcome.ranking().map(|(_, bid)| bid.id.as_str());
        // Rounded totals can put a bid first that is not first before rounding: then no range.
        let ranges = weight_stability(&field.problem, field.winner).unwrap_or_default();
        let now = field.problem.weights().iter();
        let range = |(place, (now, range)): (usize, (&Exact, &Stability))| {
            let percent = |share: &Exact| &Exact::from(100) * share;
            let text = |share: &Exact| self.words.percent(&percent(share));
            let at = |share: &Exact| drawn_percent(&percent(share));
            Range {
                name: self.criterion(place),
                now: text(now),
                low: text(&range.low),
                high: text(&range.high),
                from: at(&range.low),
                width: at(&range.high) - at(&range.low),
                at: at(now),
            }
        };
        Ok(Weights {
            ranges: now.zip(&ranges).enumerate().map(range).collect(),
            chances: best_first.filter_map(chance).collect(),
            draws: DRAWS,
            seed: SEED.to_string(),
        })
    }
}

fn drawn_percent(percent: &Exact) -> f64 {
    drawn(&Rounding { digits: 2, mode: RoundingMode::HalfUp }.round(percent))
}

/// Whole percents that add up to 100: the largest remainders get what rounding down left.
fn whole_percents(shares: &[f64]) -> Vec<u32> {
    let parts: Vec<f64> = shares.iter().map(|share| share * 100.0).collect();
    let mut percents: Vec<u32> = parts.iter().map(|part| part.floor() as u32).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|a, b| parts[*b].fract().total_cmp(&parts[*a].fract()));
    let left = 100_u32.saturating_sub(percents.iter().sum());
    for place in order.into_iter().cycle().take(left as usize) {
        percents[place] += 1;
    }
    percents
}

/// How well the assessors agreed before the table, per criterion.
fn panel(sight: &Sight, words: Words<'_>) -> Vec<PanelLine> {
    let line = |criterion: &Criterion| {
        let found = ratings(sight, criterion).map(|r| agreement(&r, Statistic::AlphaOrdinal));
        let (value, text) = match found {
            Some(Agreement { value: Ok(value), bids, .. }) => {
                let level = match Level::of(Statistic::AlphaOrdinal, value) {
                    Level::Low => "firm-panel-low",
                    Level::Fair => "firm-panel-fair",
                    Level::High => "firm-panel-high",
                };
                let count = i64::try_from(bids).unwrap_or(i64::MAX);
                let text = words.say(level, &[("count", count.into())]);
                (Some(words.figures(&format!("{value:.2}"))), text)
            }
            Some(Agreement { value: Err(_), .. }) | None => {
                (None, words.say("firm-panel-none", &[]))
            }
        };
        PanelLine { name: criterion.name.clone(), value, text }
    };
    sight.round.definition.criteria.iter().map(line).collect()
}

/// One list per assessor, one place per bid.
fn ratings(sight: &Sight, criterion: &Criterion) -> Option<Ratings> {
    let bids: BTreeMap<_, usize> = sight.codes.keys().copied().zip(0..).collect();
    let mut lists: BTreeMap<PersonId, Vec<Option<f64>>> = BTreeMap::new();
    for first in sight.first.iter().filter(|f| f.item.criterion == criterion.code) {
        let Some(place) = bids.get(&first.item.bid) else { continue };
        let list = lists.entry(first.assessor).or_insert_with(|| vec![None; bids.len()]);
        list[*place] = Some(drawn(&first.grade));
    }
    Ratings::new(&lists.into_values().collect::<Vec<_>>()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_percents_add_up_to_a_hundred() {
        assert_eq!(whole_percents(&[0.333, 0.333, 0.334]), [33, 33, 34]);
        assert_eq!(whole_percents(&[0.666, 0.334]), [67, 33]);
        assert_eq!(whole_percents(&[1.0, 0.0]), [100, 0]);
        assert_eq!(whole_percents(&[]), Vec::<u32>::new());
    }
}
