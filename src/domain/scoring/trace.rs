//! Where the points of a bid come from: a tree whose parts add up exactly to the total.

use serde::Serialize;

use super::exact::Exact;

/// One node of the trace. Its points are the exact sum of the points of its parts; a node
/// without parts has earned its points itself, as its formula shows.
///
/// Source: `evaluation.md` 8, invariant 12.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contribution {
    /// What earned the points.
    pub source: Source,
    /// The points, without rounding.
    pub points: Exact,
    /// What they are made of.
    pub parts: Vec<Contribution>,
}

/// What points come from, with the values of the formula.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Source {
    /// The whole bid.
    Total,
    /// All criteria together.
    Quality,
    /// One criterion: weight x (grade - min) / (max - min).
    Criterion {
        /// Its code.
        code: String,
        /// The most points it can earn.
        weight: Exact,
        /// The settled grade.
        grade: Exact,
        /// The label of the grade, on a worded scale.
        label: Option<String>,
        /// The lowest value of the scale.
        min: Exact,
        /// The highest value of the scale.
        max: Exact,
    },
    /// The price: weight x (ceiling - price) / (ceiling - floor).
    Price {
        /// The most points it can earn.
        weight: Exact,
        /// The price of the bid.
        price: Exact,
        /// The price that counted: the bid's, or the nearest end of the range.
        counted: Exact,
        /// The price that earns the whole weight.
        floor: Exact,
        /// The price that earns nothing.
        ceiling: Exact,
    },
}

impl Contribution {
    /// A node that is the sum of its parts.
    pub fn sum(source: Source, parts: Vec<Contribution>) -> Contribution {
        let points = parts.iter().map(|part| &part.points).sum();
        Contribution { source, points, parts }
    }

    /// A node that earned its points itself.
    pub fn leaf(source: Source, points: Exact) -> Contribution {
        Contribution { source, points, parts: Vec::new() }
    }

    /// The nodes that earned points themselves, in order.
    pub fn leaves(&self) -> Vec<&Contribution> {
        if self.parts.is_empty() {
            return vec![self];
        }
        self.parts.iter().flat_map(Contribution::leaves).collect()
    }

    /// The part for one criterion.
    pub fn criterion(&self, wanted: &str) -> Option<&Contribution> {
        let is_it =
            |source: &Source| matches!(source, Source::Criterion { code, .. } if code == wanted);
        self.leaves().into_iter().find(|leaf| is_it(&leaf.source))
    }

    /// The part for the price.
    pub fn price(&self) -> Option<&Contribution> {
        self.leaves().into_iter().find(|leaf| matches!(leaf.source, Source::Price { .. }))
    }

    /// The calculation in numbers and signs, without words, such as `40 × (8 − 0) / (10 − 0)`
    /// or, for a sum, the points of the parts, such as `32 + 12`. Decimals have a point.
    pub fn formula(&self) -> String {
        match &self.source {
            Source::Total | Source::Quality => {
                let parts = self.parts.iter().map(|part| part.points.plain());
                parts.collect::<Vec<_>>().join(" + ")
            }
            Source::Criterion { weight, grade, min, max, .. } => {
                line(weight, [grade, min], [max, min])
            }
            Source::Price { weight, counted, floor, ceiling, .. } => {
                line(weight, [ceiling, counted], [ceiling, floor])
            }
        }
    }
}

fn line(weight: &Exact, above: [&Exact; 2], below: [&Exact; 2]) -> String {
    let [from, less] = above.map(Exact::plain);
    let [most, least] = below.map(Exact::plain);
    format!("{} × ({from} − {less}) / ({most} − {least})", weight.plain())
}
