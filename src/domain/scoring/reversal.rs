//! A worked counterexample: three bids of which the third turns the order of the other two around
//! by falling away; a loser, wherever the weights allow. Made from a round's own criteria and weights, for the page on
//! which a method is chosen.

use std::cmp::Ordering;

use super::bids::{BidGrades, Outcome, Presence};
use super::exact::Exact;
use super::methods::{FallsAway, Method, PriceLimits};
use super::price::{Others, Quality};
use super::scheme::{Criterion, Scheme, TieEnd};
use super::score::score_bids;
use super::trace::{Contribution, Source};

/// Three bids, and what becomes of two of them with and without the third.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reversal {
    /// The bids A, B and C.
    pub bids: [BidGrades; 3],
    /// The outcome with all three: A stands above B.
    pub with: Outcome,
    /// The outcome without C: B stands above A.
    pub without: Outcome,
}

/// Prices of the examples, in percent of the way from the lowest to the highest valid price.
const PRICES: [i64; 8] = [100, 90, 80, 70, 60, 50, 35, 20];
/// Parts of the scale, in percent.
const SHARES: [i64; 11] = [70, 80, 60, 90, 50, 40, 30, 20, 10, 0, 100];

/// A counterexample for a scheme whose method is relative; `None` for the methods that cannot
/// turn an order around, for a scheme with problems, and where the weights leave no room for one
/// (a price that counts for nothing, say).
///
/// Thresholds and knock-outs are left aside: the example is about the formula. A bid gets the
/// same part of every scale, as near as its grades allow, or a step less on the lightest one.
/// Source: `evaluation.md` 1.4; for the principle Bergman and Lundberg (2013), "Tender
/// evaluation and supplier selection methods in public procurement".
/// Where the lot's prices or the grades are too coarse for the formula to show it, the example
/// takes lower prices, and then grades between the published ones.
pub fn rank_reversal(scheme: &Scheme) -> Option<Reversal> {
    scheme.method.falls_away()?;
    scheme.method.price_weight().filter(|weight| weight.is_positive())?;
    let bare = bare(scheme);
    let any_price = without_floor(bare.clone());
    let any_grade = with_any_grade(any_price.clone());
    [bare, any_price, any_grade].iter().find_map(example)
}

fn example(scheme: &Scheme) -> Option<Reversal> {
    if !scheme.problems().is_empty() {
        return None;
    }
    let mut levels: Vec<Level> = Vec::new();
    for share in SHARES {
        for level in [Some(Level::new(scheme, share)), Level::uneven(scheme, share)] {
            let is_new = |level: &Level| levels.iter().all(|other| other.share != level.share);
            levels.extend(level.filter(is_new));
        }
    }
    let prices = prices(&scheme.method.limits());
    let search = |third| Search { scheme, levels: &levels, prices: &prices, third }.first();
    search(Third::Loses).or_else(|| search(Third::MayWin))
}

/// Prices from the lowest to the highest valid one, or parts of the highest, or of 100,000.
fn prices(limits: &PriceLimits) -> Vec<Exact> {
    let highest = limits.ceiling.clone().unwrap_or_else(|| Exact::from(100_000));
    let lowest = limits.floor.clone().unwrap_or_else(Exact::zero);
    let width = &highest - &lowest;
    let part = |percent: i64| {
        let part = (&width * &Exact::from(percent)).divided_by(&Exact::from(100));
        &lowest + &part.unwrap_or_else(Exact::one)
    };
    PRICES.map(part).into()
}

/// The scheme with nothing in it but criteria, weights and method, and with the order computed
/// anew when a bid falls away.
fn bare(scheme: &Scheme) -> Scheme {
    let mut bare = scheme.clone();
    bare.threshold = None;
    bare.groups.clear();
    bare.ties.keys.clear();
    bare.ties.end = TieEnd::StaysTied;
    for criterion in &mut bare.criteria {
        criterion.threshold = None;
        criterion.scale.grades.iter_mut().for_each(|grade| grade.knock_out = false);
    }
    if let Method::LowBidInverse(rule)
    | Method::LowBidLinear { rule, .. }
    | Method::UtilityIndex(rule) = &mut bare.method
    {
        rule.falls_away = FallsAway::Recompute;
    }
    bare
}

fn without_floor(mut scheme: Scheme) -> Scheme {
    if let Method::LowBidInverse(rule)
    | Method::LowBidLinear { rule, .. }
    | Method::UtilityIndex(rule) = &mut scheme.method
    {
        rule.limits.floor = None;
    }
    scheme
}

fn with_any_grade(mut scheme: Scheme) -> Scheme {
    scheme.criteria.iter_mut().for_each(|criterion| criterion.scale.grades.clear());
    scheme
}

/// The same part of every scale.
struct Level {
    bid: BidGrades,
    points: Exact,
    share: Exact,
}

impl Level {
    /// The same part of every scale, as near as its grades allow.
    fn new(scheme: &Scheme, percent: i64) -> Level {
        let grade = |criterion: &Criterion| nearest(criterion, percent);
        Level::of(scheme, grade)
    }

    /// Less on the lightest criterion, for weights with which a whole step is too much.
    fn uneven(scheme: &Scheme, percent: i64) -> Option<Level> {
        let weighed = scheme.criteria.iter().filter(|criterion| criterion.weight.is_positive());
        let lightest = weighed.min_by(|one, two| one.weight.cmp(&two.weight))?;
        let lower = |criterion: &Criterion| {
            let same = nearest(criterion, percent);
            if criterion.code != lightest.code {
                return same;
            }
            criterion.scale.one_down(&same).map_or(same, |grade| grade.value.clone())
        };
        Some(Level::of(scheme, lower))
    }

    fn of(scheme: &Scheme, grade: impl Fn(&Criterion) -> Exact) -> Level {
        let mut bid = BidGrades::default();
        let mut points = Exact::zero();
        for criterion in &scheme.criteria {
            let value = grade(criterion);
            points = &points + &criterion.points(&value);
            bid.grades.insert(criterion.code.clone(), value);
        }
        let share = points.divided_by(&scheme.quality_weight()).unwrap_or_else(Exact::zero);
        Level { bid, points, share }
    }
}

fn nearest(criterion: &Criterion, percent: i64) -> Exact {
    let scale = &criterion.scale;
    let part = &scale.width() * &Exact::from(percent);
    let part = part.divided_by(&Exact::from(100)).unwrap_or_else(Exact::zero);
    let wanted = &scale.min + &part;
    let listed = scale.grades.iter().map(|grade| &grade.value);
    let nearest = listed.min_by_key(|value| (*value - &wanted).abs());
    nearest.unwrap_or(&wanted).clone()
}

/// Whether the bid that falls away may be the winner.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Third {
    Loses,
    MayWin,
}

struct Search<'a> {
    scheme: &'a Scheme,
    levels: &'a [Level],
    prices: &'a [Exact],
    third: Third,
}

impl Search<'_> {
    /// The first example in a fixed order. The formulas look at the lowest price and the best
    /// quality only, so C is extreme in one of them.
    fn first(&self) -> Option<Reversal> {
        for one in self.levels {
            for two in self.levels {
                if one.share <= two.share {
                    continue;
                }
                for (dear, cheap) in self.pairs_of_prices() {
                    // The better bid is the dearer one, or nothing could turn; it may be A or B.
                    let found =
                        self.thirds().find_map(|c| self.turned((one, dear), (two, cheap), c));
                    if found.is_some() {
                        return found;
                    }
                }
            }
        }
        None
    }

    fn pairs_of_prices(&self) -> impl Iterator<Item = (&Exact, &Exact)> {
        let below = |dear| self.prices.iter().filter(move |cheap| *cheap < dear);
        self.prices.iter().flat_map(move |dear| below(dear).map(move |cheap| (dear, cheap)))
    }

    /// A loser that is cheaper than all, or better and dearer than all.
    fn thirds(&self) -> impl Iterator<Item = Bid<'_>> {
        let worst = self.levels.iter().min_by(|one, two| one.share.cmp(&two.share));
        let best = self.levels.iter().max_by(|one, two| one.share.cmp(&two.share));
        let (cheapest, dearest) = (self.prices.iter().min(), self.prices.iter().max());
        [worst.zip(cheapest), best.zip(dearest)].into_iter().flatten()
    }

    /// The example of these three, if their outcomes turn around and their places too.
    fn turned(&self, better: Bid<'_>, cheaper: Bid<'_>, c: Bid<'_>) -> Option<Reversal> {
        let order = |lowest: &Exact, best: &Exact| {
            let others = Others { lowest: Some(lowest.clone()), best: Some(best.clone()) };
            Some(self.outcome(better, &others)?.cmp(&self.outcome(cheaper, &others)?))
        };
        let with = order(c.1.min(cheaper.1), (&c.0.share).max(&better.0.share))?;
        let without = order(cheaper.1, &better.0.share)?;
        match (with, without) {
            (Ordering::Greater, Ordering::Less) => self.proven(better, cheaper, c),
            (Ordering::Less, Ordering::Greater) => self.proven(cheaper, better, c),
            _ => None,
        }
    }

    fn outcome(&self, (level, price): Bid<'_>, others: &Others) -> Option<Exact> {
        let quality = Quality {
            points: Contribution::leaf(Source::Quality, level.points.clone()),
            share: level.share.clone(),
            weight: self.scheme.quality_weight(),
        };
        Some(self.scheme.method.outcome(quality, Some(price), others)?.points)
    }

    /// The example as the engine scores it, with rounding and places.
    fn proven(&self, a: Bid<'_>, b: Bid<'_>, c: Bid<'_>) -> Option<Reversal> {
        let bid = |id: &str, (level, price): Bid<'_>| BidGrades {
            id: id.into(),
            price: Some(price.clone()),
            ..level.bid.clone()
        };
        let bids = [bid("A", a), bid("B", b), bid("C", c)];
        let with = score_bids(self.scheme, &bids, None).ok()?;
        let place = |outcome: &Outcome, id: &str| outcome.bid(id)?.place();
        let (a, b, c) = (place(&with, "A")?, place(&with, "B")?, place(&with, "C")?);
        if a >= b || (c == 1 && self.third == Third::Loses) {
            return None;
        }
        let mut left = bids.clone();
        left[2].presence = Presence::FellAway;
        let without = score_bids(self.scheme, &left, None).ok()?;
        (place(&without, "B")? < place(&without, "A")?).then_some(Reversal { bids, with, without })
    }
}

/// Grades and a price.
type Bid<'a> = (&'a Level, &'a Exact);
