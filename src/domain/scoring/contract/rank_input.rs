//! Reads a document for `rank` and checks everything that can be checked before scoring.

use super::super::aggregation::Aggregate;
use super::super::bids::BidGrades;
use super::super::draw::Seed;
use super::super::problems::{BidProblemKind, SchemeProblem};
use super::super::rounding::{Rounding, RoundingMode};
use super::super::scheme::{Scheme, TieEnd, TieKey, TieRule};
use super::asked::Analyses;
use super::bids::{self, Given};
use super::criteria::{self, Read};
use super::json::{Fields, Node, Problems, escaped, whole};
use super::method::{self, Name};

/// A document for `rank`.
pub struct RankInput {
    pub method: Name,
    pub scheme: Scheme,
    pub bids: Vec<BidGrades>,
    /// What was given per bid, beside the grades that count.
    pub given: Vec<Given>,
    pub seed: Option<Seed>,
    pub analyses: Analyses,
}

const KEYS: [&str; 14] = [
    "method",
    "criteria",
    "price",
    "bids",
    "aggregate",
    "rounding",
    "ties",
    "seed",
    "threshold",
    "full_marks",
    "when_a_bid_falls_away",
    "analyses",
    "title",
    "version",
];

const AGGREGATES: [(&str, Aggregate); 4] = [
    ("consensus", Aggregate::Consensus),
    ("mean", Aggregate::Mean),
    ("median", Aggregate::Median),
    ("trimmed_mean", Aggregate::TrimmedMean),
];

const MODES: [(&str, RoundingMode); 3] = [
    ("half_up", RoundingMode::HalfUp),
    ("half_even", RoundingMode::HalfEven),
    ("truncate", RoundingMode::Truncate),
];

/// The most digits behind the point.
const MOST_DIGITS: u64 = 12;
/// The most tie keys.
const MOST_KEYS: usize = 101;

/// Reads a document.
///
/// Errors: every fault with its place.
pub fn read(text: &[u8]) -> Result<RankInput, Problems> {
    whole(text, &KEYS, of)
}

fn of(fields: &Fields<'_, '_>, problems: &mut Problems) -> Option<RankInput> {
    let name = fields.need("method", problems)?.word(&method::NAMES, problems)?;
    let method = method::read(name, fields, problems);
    let before = problems.errors.len();
    let Read { criteria, groups, paths } =
        criteria::read(name, fields.need("criteria", problems)?, problems)?;
    if problems.errors.len() > before {
        // Without all criteria every grade for a missing one would be a fault of its own.
        return None;
    }
    let mut scheme = Scheme::new(method?, criteria);
    scheme.groups = groups;
    let aggregate = fields.get("aggregate").and_then(|word| word.word(&AGGREGATES, problems));
    scheme.aggregate = aggregate.unwrap_or_default();
    scheme.full_marks =
        fields.some_number("full_marks", problems).unwrap_or_else(|| scheme.weight_sum());
    scheme.threshold = fields.some_number("threshold", problems);
    scheme.rounding = rounding(name, fields, problems);
    let seed = fields.get("seed").and_then(|node| seed(node, problems));
    scheme.ties = ties(fields, seed.as_ref(), problems);
    for problem in scheme.problems() {
        problems.add(scheme_path(&problem, &paths), &problem);
    }
    let (bids, given) = bids::read(&scheme, fields.need("bids", problems)?, problems)?;
    check(&scheme, &bids, problems);
    let analyses = fields.get("analyses");
    let analyses = analyses.and_then(|node| Analyses::read(node, &scheme, &bids, problems));
    let analyses = analyses.unwrap_or_default();
    if analyses.smaa.is_some() && seed.is_none() {
        problems.add("/seed".into(), "this key is missing: the draws of smaa start from a seed");
    }
    Some(RankInput { method: name, scheme, bids, given, seed, analyses })
}

/// The published rounding. An outcome per euro is far below one, so without a published rule it
/// keeps more digits than points do.
fn rounding(name: Name, fields: &Fields<'_, '_>, problems: &mut Problems) -> Rounding {
    let mut usual = Rounding::default();
    if name == Name::ValueForMoney {
        usual.digits = MOST_DIGITS as u8;
    }
    let Some(node) = fields.get("rounding") else { return usual };
    let Some(fields) = node.fields(&["digits", "mode"], problems) else { return usual };
    let digits = fields.get("digits").and_then(|node| node.count(MOST_DIGITS, problems));
    let mode = fields.get("mode").and_then(|node| node.word(&MODES, problems));
    // At most twelve, so it fits.
    let digits = digits.map_or(usual.digits, |digits| digits as u8);
    Rounding { digits, mode: mode.unwrap_or_default() }
}

/// A number below 2^64, or 64 hexadecimal digits.
pub fn seed(node: Node<'_, '_>, problems: &mut Problems) -> Option<Seed> {
    let mut aside = Problems::default();
    if let Some(text) = node.text(&mut aside)
        && let Ok(seed) = text.parse()
    {
        return Some(seed);
    }
    node.count(u64::MAX, problems).map(Seed::from_number)
}

fn ties(fields: &Fields<'_, '_>, seed: Option<&Seed>, problems: &mut Problems) -> TieRule {
    let end = if seed.is_some() { TieEnd::Draw } else { TieEnd::StaysTied };
    let Some(node) = fields.get("ties") else { return TieRule { keys: Vec::new(), end } };
    let keys = node.list(MOST_KEYS, problems).unwrap_or_default();
    let key = |(place, raw)| {
        let code = node.item(place, raw).id(problems)?;
        Some(if code == "price" { TieKey::Price } else { TieKey::Criterion(code) })
    };
    TieRule { keys: keys.into_iter().enumerate().filter_map(key).collect(), end }
}

/// Where a fault of the scheme stands in the document.
fn scheme_path(problem: &SchemeProblem, paths: &[(String, String)]) -> String {
    let of = |code: &str| {
        let path = paths.iter().find(|(name, _)| name == code).map(|(_, path)| path.clone());
        path.unwrap_or_else(|| if code == "price" { "/price".into() } else { "/criteria".into() })
    };
    match problem {
        SchemeProblem::NoCriteria
        | SchemeProblem::NoQualityWeight
        | SchemeProblem::NoCode { .. } => "/criteria".into(),
        SchemeProblem::SameCode { code } => {
            let last = paths.iter().rev().find(|(name, _)| name == code);
            last.map_or_else(|| "/criteria".into(), |(_, path)| format!("{path}/id"))
        }
        SchemeProblem::ThresholdOutOfReach { code } if code == "total" => "/threshold".into(),
        SchemeProblem::ThresholdOutOfReach { code } => format!("{}/threshold", of(code)),
        SchemeProblem::NegativeWeight { code } => of(code),
        SchemeProblem::NoRange { code }
        | SchemeProblem::SameGrade { code, .. }
        | SchemeProblem::GradeOutsideScale { code, .. }
        | SchemeProblem::KnockOutNotLowest { code } => format!("{}/scale", of(code)),
        SchemeProblem::WeightSum { .. } => "/full_marks".into(),
        SchemeProblem::PriceRange | SchemeProblem::NoPriceWeight => "/price".into(),
        SchemeProblem::MultipleTooSmall => "/price/multiple".into(),
        SchemeProblem::FactorNotPositive => "/price/factor".into(),
        SchemeProblem::UnknownPart { group: code, .. }
        | SchemeProblem::PartTwice { code }
        | SchemeProblem::EmptyGroup { code } => of(code),
        SchemeProblem::UnknownTieKey { .. }
        | SchemeProblem::SameTieKey { .. }
        | SchemeProblem::TieKeyWithoutPrice => "/ties".into(),
    }
}

/// What only the whole list of bids can tell. Grades have been checked one by one, where
/// assessors gave them.
fn check(scheme: &Scheme, bids: &[BidGrades], problems: &mut Problems) {
    for problem in scheme.bid_problems(bids) {
        let bid = format!("/bids/{}", problem.bid);
        let path = match &problem.kind {
            BidProblemKind::SameId => format!("{bid}/id"),
            BidProblemKind::NegativePrice | BidProblemKind::ZeroPrice => format!("{bid}/price"),
            BidProblemKind::UnknownCriterion { criterion }
            | BidProblemKind::NotOnScale { criterion, .. } => {
                format!("{bid}/grades/{}", escaped(criterion))
            }
        };
        if problems.errors.iter().all(|known| known.path != path) {
            problems.add(path, &problem.kind);
        }
    }
}
