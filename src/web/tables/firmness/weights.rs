//! What other weights would do: how far one may move, and what a great many drawn ones give.

use std::num::NonZeroUsize;

use serde::Serialize;

use super::super::ranked::Ranked;
use super::super::sight::drawn;
use super::Names;
use crate::domain::scoring::firmness::{
    Depth, Field, Problem, Scores, Smaa, SmaaError, SmaaSettings, Stability, WeightSpace, smaa,
    weight_stability,
};
use crate::domain::scoring::{Exact, Rounding, RoundingMode, Seed};
use crate::web::errors::Error;
use crate::web::urls;

/// Every share is then within 0.01 of what more draws would give (95 %).
const DRAWS: u32 = 10_000;
/// Printed with the answer: the same number gives the same draws.
const SEED: u64 = 2027;
/// With more bids nobody reads a table of every two of them.
const MOST_COMPARED: usize = 20;

/// Which weights a reader wants drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Space {
    Uniform,
    Ordinal,
    /// At most so many percent of itself higher or lower.
    Around(u8),
}

/// By their words in the address; the first is the usual one.
const SPACES: [(&str, Space); 5] = [
    ("uniform", Space::Uniform),
    ("ordinal", Space::Ordinal),
    ("within-10", Space::Around(10)),
    ("within-25", Space::Around(25)),
    ("within-50", Space::Around(50)),
];
const SCORES: [(&str, Scores); 2] =
    [("assessors", Scores::FromAssessors), ("settled", Scores::AsGiven)];

/// What a reader asked to see drawn.
#[derive(Clone, Copy)]
pub struct Asked {
    space: (&'static str, Space),
    scores: (&'static str, Scores),
}

impl Asked {
    /// From the address. What nobody knows is the usual one.
    pub fn read(query: &[(String, String)]) -> Asked {
        Asked { space: chosen(&SPACES, "weights", query), scores: chosen(&SCORES, "scores", query) }
    }

    fn settings(self, field: &Field) -> SmaaSettings {
        SmaaSettings {
            weights: self.space.1.of(&field.problem),
            scores: self.scores.1,
            depth: match field.bids.len() {
                0..=MOST_COMPARED => Depth::Pairwise,
                _ => Depth::AllRanks,
            },
            samples: DRAWS,
            seed: Seed::from_number(SEED),
            threads: NonZeroUsize::MIN,
        }
    }
}

fn chosen<T: Copy>(
    known: &[(&'static str, T)],
    key: &str,
    query: &[(String, String)],
) -> (&'static str, T) {
    let said = query.iter().rev().find(|(name, _)| name == key);
    let found = said.and_then(|(_, said)| known.iter().find(|(word, _)| word == said));
    *found.unwrap_or(&known[0])
}

impl Space {
    fn of(self, problem: &Problem) -> WeightSpace {
        match self {
            Space::Uniform => WeightSpace::Uniform,
            Space::Ordinal => WeightSpace::Ordinal,
            Space::Around(percent) => WeightSpace::around(problem, percent),
        }
    }
}

#[derive(Serialize)]
pub struct Weights {
    ranges: Vec<Range>,
    choices: Choices,
    /// None where hardly any weights could be drawn.
    draws: Option<Draws>,
    count: u32,
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
struct Choices {
    action: String,
    spaces: Vec<Choice>,
    space: &'static str,
    space_text: String,
    scores: Vec<Choice>,
    score: &'static str,
    score_text: String,
}

#[derive(Serialize)]
struct Choice {
    value: &'static str,
    label: String,
}

#[derive(Serialize)]
struct Draws {
    chances: Vec<Chance>,
    criteria: Vec<String>,
    centres: Vec<Centre>,
    /// One bid, or too many.
    pairs: Option<Vec<Pair>>,
}

#[derive(Serialize)]
struct Chance {
    name: String,
    first: u32,
    percents: Vec<u32>,
}

/// The weights with which a bid is first.
#[derive(Serialize)]
struct Centre {
    name: String,
    /// None for a bid that never is.
    confidence: Option<u32>,
    weights: Vec<u32>,
}

/// How often a bid has more points than each other one.
#[derive(Serialize)]
struct Pair {
    name: String,
    code: String,
    /// None for itself.
    wins: Vec<Option<String>>,
}

/// All that is told about weights.
///
/// Errors: settings that cannot be drawn with, which is a fault of ours.
pub fn weights(
    names: &Names<'_>,
    (field, ranked): (&Field, &Ranked),
    asked: Asked,
) -> Result<Weights, Error> {
    let draws = match smaa(&field.problem, &asked.settings(field)) {
        Ok(found) => Some(draws(names, (field, &found), ranked)),
        Err(SmaaError::TooTight | SmaaError::NoSuchWeights) => None,
        Err(why) => return Err(Error::Broken(why.to_string())),
    };
    Ok(Weights {
        ranges: ranges(names, field),
        choices: choices(names, asked),
        draws,
        count: DRAWS,
        seed: SEED.to_string(),
    })
}

fn ranges(names: &Names<'_>, field: &Field) -> Vec<Range> {
    // Rounded totals can put a bid first that is not first before rounding: then no range.
    let ranges = weight_stability(&field.problem, field.winner).unwrap_or_default();
    let range = |(place, (now, range)): (usize, (&Exact, &Stability))| {
        let percent = |share: &Exact| &Exact::from(100) * share;
        let text = |share: &Exact| names.words.percent(&percent(share));
        let at = |share: &Exact| drawn_percent(&percent(share));
        Range {
            name: names.criterion(place),
            now: text(now),
            low: text(&range.low),
            high: text(&range.high),
            from: at(&range.low),
            width: at(&range.high) - at(&range.low),
            at: at(now),
        }
    };
    field.problem.weights().iter().zip(&ranges).enumerate().map(range).collect()
}

fn choices(names: &Names<'_>, asked: Asked) -> Choices {
    let space = |space| match space {
        Space::Uniform => names.words.say("firm-space-uniform", &[]),
        Space::Ordinal => names.words.say("firm-space-ordinal", &[]),
        Space::Around(percent) => {
            names.words.say("firm-space-around", &[("percent", i64::from(percent).into())])
        }
    };
    let score = |scores| match scores {
        Scores::FromAssessors => names.words.say("firm-scores-assessors", &[]),
        Scores::AsGiven => names.words.say("firm-scores-settled", &[]),
    };
    Choices {
        action: urls::table_part(names.sight.table.id, "firmness#firm-draws"),
        spaces: SPACES.map(|(value, known)| Choice { value, label: space(known) }).into(),
        space: asked.space.0,
        space_text: space(asked.space.1),
        scores: SCORES.map(|(value, known)| Choice { value, label: score(known) }).into(),
        score: asked.scores.0,
        score_text: score(asked.scores.1),
    }
}

/// What came out of the draws, in the order of the ranking.
fn draws(names: &Names<'_>, (field, found): (&Field, &Smaa), ranked: &Ranked) -> Draws {
    let place = |code: &str| field.bids.iter().position(|bid| bid == code);
    let order: Vec<usize> =
        ranked.ranking.outcome.ranking().filter_map(|(_, bid)| place(&bid.id)).collect();
    let name = |bid: usize| names.bid(&field.bids[bid]);
    let chance = |bid: &usize| {
        let percents = whole_percents(&found.acceptability(*bid));
        let first = percents.first().copied().unwrap_or_default();
        Chance { name: name(*bid), first, percents }
    };
    let centre = |bid: &usize| Centre {
        name: name(*bid),
        confidence: found.confidence(*bid).map(percent),
        weights: found.central_weights(*bid).map(whole_percents).unwrap_or_default(),
    };
    let pair = |bid: &usize| {
        let wins = found.pairwise(*bid);
        let win = |other: &usize| {
            let share = wins.get(*other).filter(|_| other != bid)?;
            Some(format!("{}%", percent(*share)))
        };
        Pair {
            name: name(*bid),
            code: field.bids[*bid].clone(),
            wins: order.iter().map(win).collect(),
        }
    };
    Draws {
        chances: order.iter().map(chance).collect(),
        criteria: (0..field.problem.weights().len()).map(|at| names.criterion(at)).collect(),
        centres: order.iter().map(centre).collect(),
        pairs: (2..=MOST_COMPARED).contains(&order.len()).then(|| order.iter().map(pair).collect()),
    }
}

/// A share in whole percents.
fn percent(share: f64) -> u32 {
    (share * 100.0).round() as u32
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

    #[test]
    fn what_nobody_knows_is_the_usual_choice() {
        let read = |pairs: &[(&str, &str)]| {
            let pairs = pairs.iter().map(|(key, value)| ((*key).into(), (*value).into()));
            let asked = Asked::read(&pairs.collect::<Vec<_>>());
            (asked.space.0, asked.scores.0)
        };
        assert_eq!(read(&[]), ("uniform", "assessors"));
        assert_eq!(read(&[("weights", "any"), ("scores", ""), ("x", "y")]), read(&[]));
        assert_eq!(
            read(&[("weights", "within-25"), ("scores", "settled")]),
            ("within-25", "settled")
        );
        assert_eq!(read(&[("weights", "uniform"), ("weights", "ordinal")]).0, "ordinal");
    }
}
