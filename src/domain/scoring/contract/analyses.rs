//! The analyses a document asks for, on grades from 0 to 1 per criterion; a price that earns
//! points takes part as one more criterion. They change nothing in the ranking.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use serde::Serialize;
use serde_json::{Value, json};

use super::super::bids::Outcome;
use super::super::exact::Exact;
use super::super::firmness::{
    Depth, Field, GradeChange, ProblemError, Smaa, SmaaSettings, Upset, UpsetKind, smaa, upsets,
    weight_stability,
};
use super::super::panel::{Ratings, Statistic, agreement};
use super::super::scheme::Scheme;
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
            let field = field(input, outcome);
            if asked.weight_stability {
                answers.stability(input, &field);
            }
            if asked.grade_changes {
                answers.changes(input, &field);
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

    fn changes(&mut self, input: &RankInput, field: &Result<Field, ProblemError>) {
        self.grade_changes = Some(match field {
            Ok(field) => {
                let sets = upsets(&field.problem, field.winner, &field.steps);
                sets.iter().map(|set| named(field, &input.scheme, set)).collect()
            }
            Err(_) => {
                self.without.push(("no_grade_changes", "no bid has a place".into()));
                Value::Null
            }
        });
    }

    fn stability(&mut self, input: &RankInput, field: &Result<Field, ProblemError>) {
        let ranges = match field {
            Ok(field) => weight_stability(&field.problem, field.winner).map_err(|e| e.to_string()),
            Err(why) => Err(why.to_string()),
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
        field: &Result<Field, ProblemError>,
        (draws, threads): (&Draws, NonZeroUsize),
    ) -> Result<(), Problems> {
        let (field, seed) = match (field, &input.seed) {
            (Ok(field), Some(seed)) => (field, seed.clone()),
            (Err(why), _) => {
                self.without.push(("no_smaa", why.to_string()));
                self.smaa = Some(Value::Null);
                return Ok(());
            }
            (Ok(_), None) => return Ok(()),
        };
        let bids = field.bids.len() as u64;
        let fits = bids * bids * u64::from(draws.samples) <= MOST_COMPARISONS;
        let settings = SmaaSettings {
            weights: draws.weights.clone(),
            scores: draws.scores,
            depth: if fits { Depth::Pairwise } else { Depth::AllRanks },
            samples: draws.samples,
            seed,
            threads,
        };
        let drawn = smaa(&field.problem, &settings)
            .map_err(|error| Problems::one("/analyses/smaa", error))?;
        if !fits {
            let why = "too many bids and samples to compare every two bids in every draw";
            self.without.push(("no_pairwise", why.into()));
        }
        self.smaa = Some(drawn_shares(&drawn, &field.bids, &codes(&input.scheme)));
        Ok(())
    }
}

fn drawn_shares(drawn: &Smaa, ids: &[String], codes: &[&str]) -> Value {
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

/// The ranked bids, in the order of the document.
fn field(input: &RankInput, outcome: &Outcome) -> Result<Field, ProblemError> {
    let alone = |bid: usize, at: usize| {
        let panel = input.given[bid].panels[at].as_deref().unwrap_or_default();
        panel.iter().flatten().cloned().collect()
    };
    Field::of(&input.scheme, &input.bids, outcome, alone)
}

fn named(field: &Field, scheme: &Scheme, set: &Upset) -> Value {
    let codes = codes(scheme);
    let change = |change: &GradeChange| {
        let (bid, criterion) = (&field.bids[change.bid], codes[change.criterion]);
        json!({"bid": bid, "criterion": criterion, "step": change.step})
    };
    let changes: Vec<Value> = set.changes.iter().map(change).collect();
    match set.kind {
        UpsetKind::FallsOut => json!({"kind": "falls_out", "changes": changes}),
        UpsetKind::Overtaken { by } => {
            json!({"kind": "overtaken", "by": field.bids[by], "changes": changes})
        }
    }
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
