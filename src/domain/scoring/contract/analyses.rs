//! The analyses a document asks for, on grades from 0 to 1 per criterion; a price that earns
//! points takes part as one more criterion. They change nothing in the ranking.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use serde::Serialize;
use serde_json::{Value, json};

use super::super::bids::{BidGrades, BidOutcome, Outcome};
use super::super::exact::Exact;
use super::super::firmness::{
    BidValues, Depth, Interval, MOST_SAMPLES, Problem, Scores, Smaa, SmaaSettings, WeightSpace,
    smaa, weight_stability,
};
use super::super::panel::{Ratings, Statistic, agreement};
use super::super::scheme::Scheme;
use super::super::steps::step_effects;
use super::json::{Node, Problems};
use super::rank_input::RankInput;
use super::{MOST_BIDS, MOST_CRITERIA};

/// What was asked for.
#[derive(Clone, Default)]
pub struct Analyses {
    pub weight_stability: bool,
    pub smaa: Option<Draws>,
    pub agreement: Vec<Statistic>,
    /// The bids of which every grade is moved one step.
    pub grade_steps: Vec<String>,
}

/// The settings of rank acceptability, without seed and threads.
#[derive(Clone)]
pub struct Draws {
    weights: WeightSpace,
    scores: Scores,
    samples: u32,
}

const KEYS: [&str; 4] = ["weight_stability", "smaa", "agreement", "grade_steps"];
const SMAA_KEYS: [&str; 3] = ["weights", "samples", "scores"];
const SPACES: [(&str, Space); 2] = [("uniform", Space::Uniform), ("ordinal", Space::Ordinal)];
const SCORES: [(&str, Scores); 2] =
    [("as_given", Scores::AsGiven), ("from_assessors", Scores::FromAssessors)];
/// The draws where a document names no number.
const USUAL_SAMPLES: u32 = 10_000;
/// The most comparisons of two bids that are counted; beyond it they are left out.
const MOST_COMPARISONS: u64 = 20_000_000_000;
/// The code under which a price takes part.
const PRICE: &str = "price";

#[derive(Clone, Copy)]
enum Space {
    Uniform,
    Ordinal,
}

const ICC: &[Statistic] = &[
    Statistic::Icc11,
    Statistic::Icc21,
    Statistic::Icc31,
    Statistic::Icc1k,
    Statistic::Icc2k,
    Statistic::Icc3k,
];

const STATISTICS: [(&str, &[Statistic]); 12] = [
    ("alpha_nominal", &[Statistic::AlphaNominal]),
    ("alpha_ordinal", &[Statistic::AlphaOrdinal]),
    ("alpha_interval", &[Statistic::AlphaInterval]),
    ("alpha_ratio", &[Statistic::AlphaRatio]),
    ("icc", ICC),
    ("icc_1_1", &[Statistic::Icc11]),
    ("icc_2_1", &[Statistic::Icc21]),
    ("icc_3_1", &[Statistic::Icc31]),
    ("icc_1_k", &[Statistic::Icc1k]),
    ("icc_2_k", &[Statistic::Icc2k]),
    ("icc_3_k", &[Statistic::Icc3k]),
    ("kendall_w", &[Statistic::KendallW]),
];

impl Analyses {
    /// Reads the key `analyses`.
    pub fn read(
        node: Node<'_, '_>,
        scheme: &Scheme,
        bids: &[BidGrades],
        problems: &mut Problems,
    ) -> Option<Analyses> {
        let fields = node.fields(&KEYS, problems)?;
        let mut asked = Analyses::default();
        if let Some(node) = fields.get("weight_stability") {
            asked.weight_stability = node.flag(problems)?;
            check_sum(node, asked.weight_stability, scheme, problems);
        }
        if let Some(node) = fields.get("smaa") {
            asked.smaa = draws(node, scheme, problems);
            check_sum(node, true, scheme, problems);
        }
        if let Some(node) = fields.get("agreement") {
            for (place, raw) in node.list(STATISTICS.len(), problems)?.into_iter().enumerate() {
                let words: &[Statistic] = node.item(place, raw).word(&STATISTICS, problems)?;
                let new = words.iter().filter(|statistic| !asked.agreement.contains(statistic));
                let new: Vec<Statistic> = new.copied().collect();
                asked.agreement.extend(new);
            }
        }
        if let Some(node) = fields.get("grade_steps") {
            for (place, raw) in node.list(MOST_BIDS, problems)?.into_iter().enumerate() {
                let item = node.item(place, raw);
                let id = item.id(problems)?;
                if bids.iter().all(|bid| bid.id != id) {
                    item.fault(problems, "there is no such bid");
                }
                asked.grade_steps.push(id);
            }
        }
        Some(asked)
    }
}

/// Weights can only be moved where the outcome is their sum.
fn check_sum(node: Node<'_, '_>, asked: bool, scheme: &Scheme, problems: &mut Problems) {
    if asked && !scheme.method.adds_points() {
        node.fault(problems, "this needs a method whose outcome is a sum of points");
    }
}

fn draws(node: Node<'_, '_>, scheme: &Scheme, problems: &mut Problems) -> Option<Draws> {
    let fields = node.fields(&SMAA_KEYS, problems)?;
    let weights = match fields.get("weights") {
        None => WeightSpace::Uniform,
        Some(node) if node.is_object() => intervals(node, scheme, problems)?,
        Some(node) => match node.word(&SPACES, problems)? {
            Space::Uniform => WeightSpace::Uniform,
            Space::Ordinal => WeightSpace::Ordinal,
        },
    };
    let scores = match fields.get("scores") {
        None => Scores::AsGiven,
        Some(node) => node.word(&SCORES, problems)?,
    };
    let samples = match fields.get("samples") {
        None => USUAL_SAMPLES,
        Some(node) => {
            let samples = node.count(MOST_SAMPLES.into(), problems)?;
            if samples == 0 {
                node.fault(problems, "at least one draw is needed");
            }
            // At most a million, so it fits.
            samples as u32
        }
    };
    Some(Draws { weights, scores, samples })
}

/// A range per criterion, as a share of all weights; one that is not named may be anything.
fn intervals(node: Node<'_, '_>, scheme: &Scheme, problems: &mut Problems) -> Option<WeightSpace> {
    let codes = codes(scheme);
    let mut ranges = vec![Interval { low: Exact::zero(), high: Exact::one() }; codes.len()];
    for (code, raw) in node.object(MOST_CRITERIA + 1, problems)? {
        let node = node.under(&code, raw);
        let Some(at) = codes.iter().position(|known| *known == code) else {
            node.fault(problems, "there is no such criterion");
            continue;
        };
        let ends = node.list(2, problems)?;
        let [low, high] = ends[..] else {
            node.fault(problems, "expected the lowest and the highest share, from 0 to 1");
            continue;
        };
        let (low, high) =
            (node.item(0, low).number(problems)?, node.item(1, high).number(problems)?);
        ranges[at] = Interval { low, high };
    }
    Some(WeightSpace::Intervals(ranges))
}

/// The criteria of the analyses.
fn codes(scheme: &Scheme) -> Vec<&str> {
    let criteria = scheme.criteria.iter().map(|criterion| criterion.code.as_str());
    criteria.chain(scheme.method.price_weight().map(|_| PRICE)).collect()
}

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
        if asked.weight_stability || asked.smaa.is_some() {
            let field = Field::of(input, outcome);
            if asked.weight_stability {
                answers.stability(input, &field, outcome);
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

    fn stability(&mut self, input: &RankInput, field: &Field<'_>, outcome: &Outcome) {
        let first = outcome.ranking().next().map(|(_, bid)| bid.id.as_str());
        let winner = field.ids.iter().position(|id| Some(*id) == first);
        let ranges = match (&field.problem, winner) {
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
