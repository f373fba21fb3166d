//! Reads which analyses a document asks for, and with which settings.

use super::super::bids::BidGrades;
use super::super::exact::Exact;
use super::super::firmness::{Interval, MOST_SAMPLES, Scores, WeightSpace};
use super::super::panel::Statistic;
use super::super::scheme::Scheme;
use super::json::{Node, Problems};
use super::{MOST_BIDS, MOST_CRITERIA};

/// What was asked for.
#[derive(Clone, Default)]
pub struct Analyses {
    pub weight_stability: bool,
    pub smaa: Option<Draws>,
    pub agreement: Vec<Statistic>,
    /// The fewest grade changes that would change the winner.
    pub grade_changes: bool,
    /// The bids of which every grade is moved one step.
    pub grade_steps: Vec<String>,
}

/// The settings of rank acceptability, without seed and threads.
#[derive(Clone)]
pub struct Draws {
    pub weights: WeightSpace,
    pub scores: Scores,
    pub samples: u32,
}

const KEYS: [&str; 5] = ["weight_stability", "smaa", "agreement", "grade_changes", "grade_steps"];
const SMAA_KEYS: [&str; 3] = ["weights", "samples", "scores"];
const SPACES: [(&str, Space); 2] = [("uniform", Space::Uniform), ("ordinal", Space::Ordinal)];
const SCORES: [(&str, Scores); 2] =
    [("as_given", Scores::AsGiven), ("from_assessors", Scores::FromAssessors)];
/// The draws where a document names no number.
const USUAL_SAMPLES: u32 = 10_000;
/// The code under which a price takes part.
const PRICE: &str = "price";

#[derive(Clone, Copy)]
enum Space {
    Uniform,
    Ordinal,
}

/// The statistics by name; a name may stand for several.
pub const STATISTICS: [(&str, &[Statistic]); 12] = [
    ("alpha_nominal", &[Statistic::AlphaNominal]),
    ("alpha_ordinal", &[Statistic::AlphaOrdinal]),
    ("alpha_interval", &[Statistic::AlphaInterval]),
    ("alpha_ratio", &[Statistic::AlphaRatio]),
    ("icc", &Statistic::ICC),
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
            if asked.weight_stability {
                check_sum(node, scheme, problems);
            }
        }
        if let Some(node) = fields.get("smaa") {
            asked.smaa = draws(node, scheme, problems);
            check_sum(node, scheme, problems);
        }
        if let Some(node) = fields.get("agreement") {
            for (place, raw) in node.list(STATISTICS.len(), problems)?.into_iter().enumerate() {
                let words: &[Statistic] = node.item(place, raw).word(&STATISTICS, problems)?;
                let new = words.iter().filter(|statistic| !asked.agreement.contains(statistic));
                let new: Vec<Statistic> = new.copied().collect();
                asked.agreement.extend(new);
            }
        }
        if let Some(node) = fields.get("grade_changes") {
            asked.grade_changes = node.flag(problems)?;
            if asked.grade_changes {
                check_sum(node, scheme, problems);
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
fn check_sum(node: Node<'_, '_>, scheme: &Scheme, problems: &mut Problems) {
    if !scheme.method.adds_points() {
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
pub fn codes(scheme: &Scheme) -> Vec<&str> {
    let criteria = scheme.criteria.iter().map(|criterion| criterion.code.as_str());
    criteria.chain(scheme.method.price_weight().map(|_| PRICE)).collect()
}
