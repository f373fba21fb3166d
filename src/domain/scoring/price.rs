//! What a method makes of the quality and the price of a bid. The formulas carry the numbers of
//! `evaluation.md` 1.2.

use super::exact::Exact;
use super::logarithm;
use super::methods::{Method, Outside, PriceRule, RelativeRule};
use super::trace::{Compared, Contribution, Ratio, Source};

/// What a method knows of the other bids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Others {
    /// The lowest price that counts.
    pub lowest: Option<Exact>,
    /// The best share of quality, from 0 to 1.
    pub best: Option<Exact>,
}

/// The quality of a bid: its points, and the part of all quality points that they are.
pub(super) struct Quality {
    pub points: Contribution,
    pub share: Exact,
    /// The weight of all criteria together.
    pub weight: Exact,
}

impl Method {
    /// The outcome of a bid with the way it came about. `None` where there is none: a price that
    /// is missing, no other bid to compare with, or a division by zero.
    pub(super) fn outcome(
        &self,
        quality: Quality,
        price: Option<&Exact>,
        others: &Others,
    ) -> Option<Contribution> {
        let sum = |parts| Some(Contribution::sum(Source::Total, parts));
        let lowest = others.lowest.as_ref();
        match self {
            Method::QualityOnly { .. } | Method::Admission => sum(vec![quality.points]),
            Method::WeightedAbsolute(rule) => sum(vec![quality.points, on_the_line(rule, price?)]),
            Method::AwardOnValue { .. } => sum(vec![own_price(price?), quality.points]),
            Method::LogPrice { weight, multiple, .. } => {
                let formula = Compared::Logarithm { multiple: multiple.clone() };
                sum(vec![quality.points, compared(formula, weight, price?, lowest?)])
            }
            Method::LowBidInverse(rule) => sum(vec![
                quality.points,
                compared(Compared::Inverse, &rule.weight, price?, lowest?),
            ]),
            Method::LowBidLinear { rule, multiple } => {
                let formula = Compared::Linear { multiple: multiple.clone() };
                sum(vec![quality.points, compared(formula, &rule.weight, price?, lowest?)])
            }
            Method::ValueForMoney { factor, .. } => {
                let points = (factor * &quality.share).divided_by(price?)?;
                sum(vec![ratio(
                    Ratio::ValueForMoney { factor: factor.clone() },
                    price?,
                    quality,
                    points,
                )])
            }
            Method::PricePerPoint { .. } => {
                let points = price?.divided_by(&(&Exact::from(100) * &quality.share))?;
                sum(vec![ratio(Ratio::PricePerPoint, price?, quality, points)])
            }
            Method::UtilityIndex(rule) => sum(vec![utility(rule, quality, price?, others)?]),
        }
    }
}

fn on_the_line(rule: &PriceRule, price: &Exact) -> Contribution {
    let source = Source::Price {
        weight: rule.weight.clone(),
        price: price.clone(),
        counted: rule.counted(price).clone(),
        floor: rule.floor.clone(),
        ceiling: rule.ceiling.clone(),
    };
    Contribution::leaf(source, rule.points(price))
}

impl PriceRule {
    /// The price that counts: the bid's own, or the end of the range where the rule clamps.
    pub fn counted<'a>(&'a self, price: &'a Exact) -> &'a Exact {
        if self.below == Outside::Clamp && price < &self.floor {
            return &self.floor;
        }
        if self.above == Outside::Clamp && price > &self.ceiling {
            return &self.ceiling;
        }
        price
    }

    /// The points a price earns: weight x (ceiling - counted price) / (ceiling - floor).
    /// Zero when the range is empty, which the checks refuse.
    pub fn points(&self, price: &Exact) -> Exact {
        let left = &self.ceiling - self.counted(price);
        let share = left.divided_by(&(&self.ceiling - &self.floor));
        share.map_or_else(Exact::zero, |share| &self.weight * &share)
    }
}

fn own_price(price: &Exact) -> Contribution {
    Contribution::leaf(Source::OwnPrice { price: price.clone() }, price.clone())
}

fn compared(formula: Compared, weight: &Exact, price: &Exact, lowest: &Exact) -> Contribution {
    let points = formula.points(weight, price, lowest);
    let (weight, price, lowest) = (weight.clone(), price.clone(), lowest.clone());
    Contribution::leaf(Source::ComparedPrice { formula, weight, price, lowest }, points)
}

impl Compared {
    /// The points of a price beside the lowest one. Zero where the formula divides by zero,
    /// which the checks refuse.
    ///
    /// Source: F1, F2 and F4 of `evaluation.md` 1.2.
    pub fn points(&self, weight: &Exact, price: &Exact, lowest: &Exact) -> Exact {
        let part = match self {
            Compared::Inverse => lowest.divided_by(price),
            Compared::Linear { multiple } => {
                let nothing = multiple * lowest;
                let left = (&nothing - price).max(Exact::zero());
                left.divided_by(&(&nothing - lowest))
            }
            Compared::Logarithm { multiple } => {
                let cost = |price| logarithm::cost(weight, price, multiple);
                return weight - &(&cost(price) - &cost(lowest));
            }
        };
        part.map_or_else(Exact::zero, |part| weight * &part)
    }
}

fn ratio(formula: Ratio, price: &Exact, quality: Quality, points: Exact) -> Contribution {
    let Quality { points: of_quality, share, .. } = quality;
    let (price, quality) = (price.clone(), Box::new(of_quality));
    Contribution::leaf(Source::Ratio { formula, price, share, quality }, points)
}

/// F9: ((1 - (best - share) x N) / price) x lowest.
fn utility(
    rule: &RelativeRule,
    quality: Quality,
    price: &Exact,
    others: &Others,
) -> Option<Contribution> {
    let (best, lowest) = (others.best.clone()?, others.lowest.clone()?);
    let n = quality.weight.divided_by(&rule.weight)?;
    let left = &Exact::one() - &(&(&best - &quality.share) * &n);
    let points = (&left * &lowest).divided_by(price)?;
    Some(ratio(Ratio::UtilityIndex { best, n, lowest }, price, quality, points))
}
