//! The analyses a document asks for, on grades from 0 to 1 per criterion; a price that earns
//! points takes part as one more criterion. They change nothing in the ranking.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;

use serde::Serialize;
use serde_json::{Value, json};

use super::super::bids::{BidGrades, BidOutcome, Outcome};
use super::super::exact::Exact;
use super::super::firmness::{
    BidValues, Depth, GradeChange, Landing, Problem, Smaa, SmaaSettings, Steps, Upset, UpsetKind,
    smaa, upsets, weight_stability,
};
use super::super::panel::{Ratings, Statistic, agreement};
use super::super::scheme::{Criterion, Grade, Scheme};
use super::super::steps::step_effects;
use super::asked::{Draws, STATISTICS, codes};
use super::json::Problems;
use super::rank_input::RankInput;

/// The most comparisons of two bids that are counted; beyond it they are left out.
const MOST_COMPARISONS: u64 = 20_000_000_000;

/// The answers, and what could not be answered.
#[derive(Default, Serialize)]
pub struct Answers {
    #[serde(skip_serializing_if = "Option::is_none")]
    weight_stability: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    smaa: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreement: Option<BTreeMap<String, BTreeMap<&'static str, Value>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade_changes: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade_steps: Option<Value>,
    /// What could not be answered, and why.
    #[serde(skip)]
    pub without: Vec<(&'static str, String)>,
}

impl Answers {
    /// Works out everything that was asked for.
    ///
    /// Errors: weights that cannot be drawn.
    pub fn of(
        input: &RankInput,
        outcome: &Outcome,
        threads: NonZeroUsize,
    ) -> Result<Answers, Problems> {
        let asked = &input.analyses;
        let mut answers = Answers::default();
        if asked.weight_stability || asked.smaa.is_some() || asked.grade_changes {
            let field = Field::of(input, outcome);
            if asked.weight_stability {
                answers.stability(input, &field, outcome);
            }
            if asked.grade_changes {
                answers.changes(input, &field, outcome);
            }
            if let Some(draws) = &asked.smaa {
                answers.acceptability(input, &field, (draws, threads))?;
            }
        }
        if !asked.agreement.is_empty() {
            answers.agreement = Some(agreements(input));
        }
        if !asked.grade_steps.is_empty() {
            answers.grade_steps = Some(grade_steps(input)?);
        }
        Ok(answers)
    }

    fn changes(&mut self, input: &RankInput, field: &Field<'_>, outcome: &Outcome) {
        self.grade_changes = Some(match (&field.problem, field.winner(outcome)) {
            (Ok(problem), Some(winner)) => {
                let sets = upsets(problem, winner, &field.steps(input));
                sets.iter().map(|set| field.named(&input.scheme, set)).collect()
            }
            (Err(_), _) | (_, None) => {
                self.without.push(("no_grade_changes", "no bid has a place".into()));
                Value::Null
            }
        });
    }

    fn stability(&mut self, input: &RankInput, field: &Field<'_>, outcome: &Outcome) {
        let ranges = match (&field.problem, field.winner(outcome)) {
            (Ok(problem), Some(winner)) => {
                weight_stability(problem, winner).map_err(|error| error.to_string())
            }
            (Err(why), _) => Err(why.clone()),
            (Ok(_), None) => Err("no bid has a place".into()),
        };
        self.weight_stability = Some(match ranges {
            Ok(ranges) => {
                let named = codes(&input.scheme).into_iter().zip(ranges);
                named
                    .map(|(id, range)| json!({"id": id, "low": range.low, "high": range.high}))
                    .collect()
            }
            Err(why) => {
                self.without.push(("no_weight_stability", why));
                Value::Null
            }
        });
    }

    fn acceptability(
        &mut self,
        input: &RankInput,
        field: &Field<'_>,
        (draws, threads): (&Draws, NonZeroUsize),
    ) -> Result<(), Problems> {
        let (problem, seed) = match (&field.problem, &input.seed) {
            (Ok(problem), Some(seed)) => (problem, seed.clone()),
            (Err(why), _) => {
                self.without.push(("no_smaa", why.clone()));
                self.smaa = Some(Value::Null);
                return Ok(());
            }
            (Ok(_), None) => return Ok(()),
        };
        let bids = field.ids.len() as u64;
        let fits = bids * bids * u64::from(draws.samples) <= MOST_COMPARISONS;
        let settings = SmaaSettings {
            weights: draws.weights.clone(),
            scores: draws.scores,
            depth: if fits { Depth::Pairwise } else { Depth::AllRanks },
            samples: draws.samples,
            seed,
            threads,
        };
        let drawn =
            smaa(problem, &settings).map_err(|error| Problems::one("/analyses/smaa", error))?;
        if !fits {
            let why = "too many bids and samples to compare every two bids in every draw";
            self.without.push(("no_pairwise", why.into()));
        }
        self.smaa = Some(drawn_shares(&drawn, &field.ids, &codes(&input.scheme)));
        Ok(())
    }
}

fn drawn_shares(drawn: &Smaa, ids: &[&str], codes: &[&str]) -> Value {
    let places = 0..ids.len();
    let pairwise: Vec<Vec<f64>> = places.clone().map(|bid| drawn.pairwise(bid)).collect();
    let central: Vec<Option<&[f64]>> =
        places.clone().map(|bid| drawn.central_weights(bid)).collect();
    let counted = pairwise.iter().all(|row| !row.is_empty());
    json!({
        "bids": ids,
        "criteria": codes,
        "acceptability": places.clone().map(|bid| drawn.acceptability(bid)).collect::<Vec<_>>(),
        "central_weights": central,
        "confidence": places.map(|bid| drawn.confidence(bid)).collect::<Vec<_>>(),
        "pairwise": counted.then_some(pairwise),
        "samples": drawn.samples(),
    })
}

/// The ranked bids, in the order of the document, as a matrix of values from 0 to 1.
struct Field<'a> {
    ids: Vec<&'a str>,
    problem: Result<Problem, String>,
}

impl<'a> Field<'a> {
    fn of(input: &'a RankInput, outcome: &'a Outcome) -> Field<'a> {
        let scheme = &input.scheme;
        let mut weights: Vec<Exact> =
            scheme.criteria.iter().map(|criterion| criterion.weight.clone()).collect();
        weights.extend(scheme.method.price_weight().cloned());
        let outcomes: BTreeMap<&str, &BidOutcome> =
            outcome.ranking().map(|(_, bid)| (bid.id.as_str(), bid)).collect();
        let mut ids = Vec::new();
        let mut rows = Vec::new();
        for (bid, given) in input.bids.iter().zip(&input.given) {
            let Some(outcome) = outcomes.get(bid.id.as_str()) else { continue };
            let share = |at: usize, grade: &Exact| scheme.criteria[at].scale.share(grade);
            let grades = scheme
                .criteria
                .iter()
                .enumerate()
                .filter_map(|(at, criterion)| share(at, bid.grades.get(&criterion.code)?));
            let mut values: Vec<Exact> = grades.collect();
            values.extend(price_value(scheme, outcome));
            let mut panels: Vec<Vec<Exact>> = given
                .panels
                .iter()
                .enumerate()
                .map(|(at, panel)| {
                    let grades = panel.iter().flatten().flatten();
                    grades.filter_map(|grade| share(at, grade)).collect()
                })
                .collect();
            panels.resize(values.len(), Vec::new());
            ids.push(bid.id.as_str());
            rows.push(BidValues { values, given: panels });
        }
        let problem = Problem::new(&weights, rows).map_err(|error| error.to_string());
        Field { ids, problem }
    }
}

impl Field<'_> {
    /// The place of the bid that is ranked first.
    fn winner(&self, outcome: &Outcome) -> Option<usize> {
        let first = outcome.ranking().next().map(|(_, bid)| bid.id.as_str());
        self.ids.iter().position(|id| Some(*id) == first)
    }

    /// Where every grade on a listed scale would land one step up and one step down; nothing for
    /// the price.
    fn steps(&self, input: &RankInput) -> Vec<Vec<Steps>> {
        let landing = |criterion: &Criterion, grade: &Grade| match criterion.fails(&grade.value) {
            true => Some(Landing::Out),
            false => criterion.scale.share(&grade.value).map(Landing::On),
        };
        let of_bid = |bid: &BidGrades| {
            let each = input.scheme.criteria.iter().map(|criterion| {
                let Some(grade) = bid.grades.get(&criterion.code) else { return Steps::default() };
                let near = |found: Option<&Grade>| found.and_then(|near| landing(criterion, near));
                let (up, down) = (criterion.scale.one_up(grade), criterion.scale.one_down(grade));
                Steps { up: near(up), down: near(down) }
            });
            each.chain(input.scheme.method.price_weight().map(|_| Steps::default())).collect()
        };
        let ranked: BTreeSet<&str> = self.ids.iter().copied().collect();
        let bids = input.bids.iter().filter(|bid| ranked.contains(bid.id.as_str()));
        bids.map(of_bid).collect()
    }

    fn named(&self, scheme: &Scheme, set: &Upset) -> Value {
        let codes = codes(scheme);
        let change = |change: &GradeChange| {
            let (bid, criterion) = (self.ids[change.bid], codes[change.criterion]);
            json!({"bid": bid, "criterion": criterion, "step": change.step})
        };
        let changes: Vec<Value> = set.changes.iter().map(change).collect();
        match set.kind {
            UpsetKind::FallsOut => json!({"kind": "falls_out", "changes": changes}),
            UpsetKind::Overtaken { by } => {
                json!({"kind": "overtaken", "by": self.ids[by], "changes": changes})
            }
        }
    }
}

/// The part of the weight of the price that a bid earned.
fn price_value(scheme: &Scheme, outcome: &BidOutcome) -> Option<Exact> {
    let weight = scheme.method.price_weight()?;
    let points = &outcome.trace.as_ref()?.price()?.points;
    Some(points.divided_by(weight).unwrap_or_else(Exact::zero))
}

fn agreements(input: &RankInput) -> BTreeMap<String, BTreeMap<&'static str, Value>> {
    let of = |at: usize| {
        let scale = &input.scheme.criteria[at].scale;
        let panels =
            || input.given.iter().map(|given| given.panels[at].as_deref().unwrap_or_default());
        let assessors = panels().map(<[_]>::len).max().unwrap_or_default();
        let grade = |panel: &[Option<Exact>], assessor: usize| {
            let grade = panel.get(assessor)?.as_ref()?;
            Some(scale.share(grade)?.to_f64())
        };
        let lists: Vec<Vec<Option<f64>>> = (0..assessors)
            .map(|assessor| panels().map(|panel| grade(panel, assessor)).collect())
            .collect();
        Ratings::new(&lists)
    };
    let mut answers = BTreeMap::new();
    for (at, criterion) in input.scheme.criteria.iter().enumerate() {
        let ratings = of(at);
        let statistics = input.analyses.agreement.iter().map(|statistic| {
            let value = match &ratings {
                Ok(ratings) => one_agreement(ratings, *statistic),
                Err(error) => json!({"value": null, "reason": error.to_string()}),
            };
            (name_of(*statistic), value)
        });
        answers.insert(criterion.code.clone(), statistics.collect());
    }
    answers
}

fn one_agreement(ratings: &Ratings, statistic: Statistic) -> Value {
    let found = agreement(ratings, statistic);
    let (bids, assessors) = (found.bids, found.assessors);
    match found.value {
        Ok(value) => json!({"value": value, "bids": bids, "assessors": assessors}),
        Err(why) => {
            let reason = why.to_string();
            json!({"value": null, "reason": reason, "bids": bids, "assessors": assessors})
        }
    }
}

fn name_of(statistic: Statistic) -> &'static str {
    let single = STATISTICS.iter().find(|(_, found)| *found == [statistic]);
    single.map_or("", |(name, _)| name)
}

fn grade_steps(input: &RankInput) -> Result<Value, Problems> {
    let mut answers = serde_json::Map::new();
    for id in &input.analyses.grade_steps {
        let effects = step_effects(&input.scheme, &input.bids, id, input.seed.as_ref());
        let effects = effects.map_err(|error| Problems::one("", error))?;
        answers.insert(id.clone(), json!(effects));
    }
    Ok(Value::Object(answers))
}
