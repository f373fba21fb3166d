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
        /// The most points it can earn. With award on value: its value in money, below zero,
        /// because it lowers the price.
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
    /// A group of criteria together.
    Group {
        /// Its code.
        code: String,
    },
    /// The price itself, from which award on value starts.
    OwnPrice {
        /// The price of the bid.
        price: Exact,
    },
    /// Points for the price beside the lowest price.
    ComparedPrice {
        /// How.
        formula: Compared,
        /// The most points it can earn.
        weight: Exact,
        /// The price of the bid.
        price: Exact,
        /// The lowest price that counts.
        lowest: Exact,
    },
    /// Quality and price in one formula, which is no sum.
    Ratio {
        /// Which formula.
        formula: Ratio,
        /// The price of the bid.
        price: Exact,
        /// The part of the weight of quality that the bid earned, from 0 to 1.
        share: Exact,
        /// The points for quality and what they are made of.
        quality: Box<Contribution>,
    },
}

/// Formulas for points beside the lowest price (`methods.rs` has them in full).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Compared {
    /// weight x lowest / price.
    Inverse,
    /// On a line from the lowest price to `multiple` times it, zero above.
    Linear {
        /// How many times the lowest price earns nothing.
        multiple: Exact,
    },
    /// weight x (1 - ln(price / lowest) / ln(multiple)), as `logarithm.rs` computes it.
    Logarithm {
        /// How many times the lowest price earns nothing.
        multiple: Exact,
    },
}

/// Formulas that divide quality and price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ratio {
    /// factor x share / price.
    ValueForMoney {
        /// The published factor.
        factor: Exact,
    },
    /// price / (100 x share).
    PricePerPoint,
    /// (1 - (best - share) x n) / price x lowest.
    UtilityIndex {
        /// The best share of quality among the bids.
        best: Exact,
        /// Weight of quality / weight of price.
        n: Exact,
        /// The lowest price among the bids.
        lowest: Exact,
    },
}

impl Source {
    /// The code, for a criterion.
    pub fn criterion(&self) -> Option<&str> {
        if let Source::Criterion { code, .. } = self { Some(code) } else { None }
    }

    /// The grade, for a criterion.
    pub fn grade(&self) -> Option<&Exact> {
        if let Source::Criterion { grade, .. } = self { Some(grade) } else { None }
    }

    /// The most points a price can earn, for a part that earns points.
    pub fn price_weight(&self) -> Option<&Exact> {
        match self {
            Source::Price { weight, .. } | Source::ComparedPrice { weight, .. } => Some(weight),
            Source::Total
            | Source::Quality
            | Source::Criterion { .. }
            | Source::Group { .. }
            | Source::OwnPrice { .. }
            | Source::Ratio { .. } => None,
        }
    }

    /// The price of the bid, for a part that comes from it.
    pub fn price(&self) -> Option<&Exact> {
        match self {
            Source::Price { price, .. }
            | Source::OwnPrice { price }
            | Source::ComparedPrice { price, .. }
            | Source::Ratio { price, .. } => Some(price),
            Source::Total | Source::Quality | Source::Criterion { .. } | Source::Group { .. } => {
                None
            }
        }
    }
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

    /// The part for one criterion, also inside a formula that divides.
    pub fn criterion(&self, wanted: &str) -> Option<&Contribution> {
        match &self.source {
            Source::Criterion { code, .. } if code == wanted => Some(self),
            Source::Ratio { quality, .. } => quality.criterion(wanted),
            Source::Total
            | Source::Quality
            | Source::Criterion { .. }
            | Source::Price { .. }
            | Source::Group { .. }
            | Source::OwnPrice { .. }
            | Source::ComparedPrice { .. } => {
                self.parts.iter().find_map(|part| part.criterion(wanted))
            }
        }
    }

    /// The part for the price.
    pub fn price(&self) -> Option<&Contribution> {
        self.leaves().into_iter().find(|leaf| match leaf.source {
            Source::Price { .. } | Source::OwnPrice { .. } | Source::ComparedPrice { .. } => true,
            Source::Total
            | Source::Quality
            | Source::Criterion { .. }
            | Source::Group { .. }
            | Source::Ratio { .. } => false,
        })
    }

    /// The part for a group of criteria.
    pub fn group(&self, wanted: &str) -> Option<&Contribution> {
        if matches!(&self.source, Source::Group { code } if code == wanted) {
            return Some(self);
        }
        self.parts.iter().find_map(|part| part.group(wanted))
    }

    /// The calculation in numbers and signs, without words, such as `40 × (8 − 0) / (10 − 0)`
    /// or, for a sum, the points of the parts, such as `32 + 12`. Decimals have a point.
    pub fn formula(&self) -> String {
        match &self.source {
            Source::Total | Source::Quality | Source::Group { .. } => {
                let parts = self.parts.iter().map(|part| part.points.plain());
                parts.collect::<Vec<_>>().join(" + ")
            }
            Source::Criterion { weight, grade, min, max, .. } => {
                line(weight, [grade, min], [max, min])
            }
            Source::Price { weight, counted, floor, ceiling, .. } => {
                line(weight, [ceiling, counted], [ceiling, floor])
            }
            Source::OwnPrice { price } => price.plain(),
            Source::ComparedPrice { formula, weight, price, lowest } => {
                formula.text([weight, price, lowest].map(Exact::plain))
            }
            Source::Ratio { formula, price, share, .. } => {
                formula.text(&price.plain(), &share.plain())
            }
        }
    }
}

impl Compared {
    fn text(&self, [weight, price, lowest]: [String; 3]) -> String {
        match self {
            Compared::Inverse => format!("{weight} × {lowest} / {price}"),
            Compared::Linear { multiple } => {
                let k = multiple.plain();
                format!("{weight} × max(0, {k} × {lowest} − {price}) / (({k} − 1) × {lowest})")
            }
            Compared::Logarithm { multiple } => {
                format!("{weight} × (1 − ln({price} / {lowest}) / ln({}))", multiple.plain())
            }
        }
    }
}

impl Ratio {
    fn text(&self, price: &str, share: &str) -> String {
        match self {
            Ratio::ValueForMoney { factor } => format!("{} × {share} / {price}", factor.plain()),
            Ratio::PricePerPoint => format!("{price} / (100 × {share})"),
            Ratio::UtilityIndex { best, n, lowest } => {
                let [best, n, lowest] = [best, n, lowest].map(Exact::plain);
                format!("(1 − ({best} − {share}) × {n}) / {price} × {lowest}")
            }
        }
    }
}

fn line(weight: &Exact, above: [&Exact; 2], below: [&Exact; 2]) -> String {
    let [from, less] = above.map(Exact::plain);
    let [most, least] = below.map(Exact::plain);
    format!("{} × ({from} − {less}) / ({most} − {least})", weight.plain())
}
