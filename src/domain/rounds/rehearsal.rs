//! A rehearsal: invented bids, made from a number that is shown, scored with the rules of a round.
//! The same number makes the same bids whatever the weights are, so that one sees what a weight
//! does. Nothing of it is kept.

use std::collections::BTreeMap;

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

use super::definition::{Definition, PriceRule};
use super::lots::LotPrice;
use crate::domain::money::Cents;
use crate::domain::scoring::{BidGrades, Exact, Outcome, ScoreError, Seed, score_bids};

pub const FEWEST_BIDS: usize = 2;
pub const MOST_BIDS: usize = 12;
/// How many times a rehearsal is done over to count what wins.
pub const RUNS: u64 = 50;
/// Prices are named in steps of so many cents.
const PRICE_STEP: i64 = 5;

/// How many bids, and the number that makes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trial {
    pub bids: usize,
    pub seed: u64,
}

/// How often, of [`RUNS`] times, the first place went to …
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// … a bid with the best grades, weighed.
    pub best_quality: u64,
    /// … a bid with the lowest price.
    pub cheapest: u64,
    /// … nobody: every bid fell out.
    pub nobody: u64,
}

/// A bid that stands elsewhere under other rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub bid: String,
    /// None: without a place.
    pub from: Option<usize>,
    pub to: Option<usize>,
}

impl Definition {
    /// Bids A, B, C and so on: each is good or less good as a whole, with a grade more or less per
    /// criterion, and names a price between the limits of `lot` where bids name one.
    pub fn invent(&self, lot: Option<&LotPrice>, trial: Trial) -> Vec<BidGrades> {
        let (price, _) = self.example_price(lot);
        let mut rng = ChaCha8Rng::seed_from_u64(trial.seed);
        let mut values: Vec<&Exact> = self.scale.iter().map(|grade| &grade.value).collect();
        values.sort();
        let count = trial.bids.clamp(FEWEST_BIDS, MOST_BIDS);
        ('A'..='Z').take(count).map(|id| self.one_bid(id, (&values, &price), &mut rng)).collect()
    }

    fn one_bid(
        &self,
        id: char,
        (values, price): (&[&Exact], &LotPrice),
        rng: &mut ChaCha8Rng,
    ) -> BidGrades {
        // Who bids has thought about it: the better of two draws.
        let level = below(rng, values.len()).max(below(rng, values.len()));
        let price = named_price(price, rng).filter(|_| self.price.bids_name_prices());
        let mut grade = || {
            let place = (level + below(rng, 3)).saturating_sub(1).min(values.len().max(1) - 1);
            values.get(place).map(|value| (*value).clone())
        };
        let grades = self.criteria.iter().filter_map(|c| Some((c.code.clone(), grade()?)));
        BidGrades {
            id: id.to_string(),
            grades: grades.collect(),
            price: price.map(|cents| cents.euros()),
            ..BidGrades::default()
        }
    }

    /// What the rules of this round make of invented bids.
    ///
    /// Errors: the scheme is not complete yet.
    pub fn rehearse(
        &self,
        lot: Option<&LotPrice>,
        bids: &[BidGrades],
        seed: u64,
    ) -> Result<Outcome, ScoreError> {
        let (price, _) = self.example_price(lot);
        score_bids(&self.example_scheme(&price), bids, Some(&Seed::from_number(seed)))
    }

    /// The same rules with other weights: of criteria by their code, and of the price.
    pub fn with_weights(
        &self,
        weights: &BTreeMap<String, Exact>,
        price: Option<Exact>,
    ) -> Definition {
        let mut other = self.clone();
        for criterion in &mut other.criteria {
            if let Some(weight) = weights.get(&criterion.code) {
                criterion.weight.clone_from(weight);
            }
        }
        if let (Some(own), Some(new)) = (weight_of(&mut other.price), price) {
            *own = new;
        }
        other
    }

    /// Does the rehearsal over with the numbers that follow, and counts what wins.
    ///
    /// Errors: the scheme is not complete yet.
    pub fn tally(&self, lot: Option<&LotPrice>, trial: Trial) -> Result<Tally, ScoreError> {
        let mut tally = Tally::default();
        for run in 0..RUNS {
            let seed = trial.seed.wrapping_add(run);
            let bids = self.invent(lot, Trial { seed, ..trial });
            let outcome = self.rehearse(lot, &bids, seed)?;
            let first = outcome.ranking().next().map(|(_, bid)| bid.id.clone());
            let Some(first) = first.and_then(|id| bids.iter().find(|bid| bid.id == id)) else {
                tally.nobody += 1;
                continue;
            };
            let quality = self.quality(first);
            tally.best_quality += u64::from(bids.iter().all(|bid| self.quality(bid) <= quality));
            let dearer = |bid: &BidGrades| bid.price >= first.price;
            tally.cheapest += u64::from(first.price.is_some() && bids.iter().all(dearer));
        }
        Ok(tally)
    }

    /// Grades times weights: to compare bids with, not a number of points.
    fn quality(&self, bid: &BidGrades) -> Exact {
        let part = |c: &super::definition::Criterion| Some(&c.weight * bid.grades.get(&c.code)?);
        let parts: Vec<Exact> = self.criteria.iter().filter_map(part).collect();
        parts.iter().sum()
    }
}

fn weight_of(rule: &mut PriceRule) -> Option<&mut Exact> {
    match rule {
        PriceRule::WeightedAbsolute { weight }
        | PriceRule::LogPrice { weight, .. }
        | PriceRule::LowBidInverse { weight, .. }
        | PriceRule::LowBidLinear { weight, .. }
        | PriceRule::UtilityIndex { weight, .. } => Some(weight),
        PriceRule::Fixed
        | PriceRule::AwardOnValue
        | PriceRule::ValueForMoney
        | PriceRule::PricePerPoint => None,
    }
}

/// Which bids stand elsewhere in the second outcome, in the order of the first.
pub fn moved(before: &Outcome, after: &Outcome) -> Vec<Moved> {
    let one = |bid: &crate::domain::scoring::BidOutcome| {
        let to = after.bid(&bid.id).and_then(|bid| bid.place());
        let from = bid.place();
        (from != to).then(|| Moved { bid: bid.id.clone(), from, to })
    };
    before.bids.iter().filter_map(one).collect()
}

/// A number from zero up to `count`, not included; zero when there is nothing to choose.
fn below(rng: &mut ChaCha8Rng, count: usize) -> usize {
    let count = u64::try_from(count).unwrap_or(1).max(1);
    usize::try_from(rng.next_u64() % count).unwrap_or_default()
}

fn named_price(price: &LotPrice, rng: &mut ChaCha8Rng) -> Option<Cents> {
    let LotPrice::Between { floor, ceiling } = price else { return None };
    let steps = usize::try_from((ceiling.0 - floor.0) / PRICE_STEP).unwrap_or_default();
    let step = i64::try_from(below(rng, steps + 1)).unwrap_or_default();
    Some(Cents(floor.0 + step * PRICE_STEP))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rounds::definition::PriceRule;
    use crate::domain::rounds::publication::tests::round;
    use proptest::prelude::*;

    const LOT: LotPrice = LotPrice::Between { floor: Cents(3_500), ceiling: Cents(4_100) };

    #[test]
    fn the_same_number_makes_the_same_bids_whatever_they_weigh() {
        let definition = round().definition;
        let trial = Trial { bids: 5, seed: 7 };
        let bids = definition.invent(Some(&LOT), trial);
        let names: Vec<&str> = bids.iter().map(|bid| bid.id.as_str()).collect();
        assert_eq!(names, ["A", "B", "C", "D", "E"]);
        let mut other = definition.clone();
        other.criteria[0].weight = 10.into();
        assert_eq!(other.invent(Some(&LOT), trial), bids);
        assert_ne!(definition.invent(Some(&LOT), Trial { seed: 8, ..trial }), bids);
        assert_eq!(definition.invent(None, Trial { bids: 99, seed: 7 }).len(), MOST_BIDS);
    }

    #[test]
    fn another_weight_moves_bids_and_nothing_moves_by_itself() {
        let definition = round().definition;
        let bids = definition.invent(Some(&LOT), Trial { bids: 8, seed: 3 });
        let before = definition.rehearse(Some(&LOT), &bids, 3).unwrap();
        assert_eq!(moved(&before, &before), []);
        let weights = [("q1".to_owned(), 5.into()), ("q2".to_owned(), 5.into())].into();
        let other = definition.with_weights(&weights, Some(90.into()));
        assert_eq!(other.weight_sum(), 100.into());
        let after = other.rehearse(Some(&LOT), &bids, 3).unwrap();
        let found = moved(&before, &after);
        assert!(!found.is_empty());
        for one in &found {
            assert_ne!(one.from, one.to);
        }
    }

    #[test]
    fn where_only_quality_counts_the_best_quality_always_wins() {
        let mut definition = round().definition;
        definition.price = PriceRule::Fixed;
        definition.criteria[0].weight = 85.into();
        let tally = definition.tally(None, Trial { bids: 4, seed: 1 }).unwrap();
        assert_eq!(tally, Tally { best_quality: RUNS, cheapest: 0, nobody: 0 });
    }

    #[test]
    fn a_threshold_can_keep_everybody_out_and_no_scale_is_no_rehearsal() {
        let mut definition = round().definition;
        definition.threshold = Some(100.into());
        let tally = definition.tally(Some(&LOT), Trial { bids: 2, seed: 1 }).unwrap();
        assert!(tally.nobody > 0, "{tally:?}");
        (definition.criteria, definition.scale) = (vec![], vec![]);
        let bids = definition.invent(None, Trial { bids: 2, seed: 1 });
        assert!(definition.rehearse(None, &bids, 1).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn invented_bids_keep_to_the_rules_of_the_round(bids in 0usize..20, seed: u64) {
            let definition = round().definition;
            let invented = definition.invent(Some(&LOT), Trial { bids, seed });
            prop_assert_eq!(invented.len(), bids.clamp(FEWEST_BIDS, MOST_BIDS));
            for bid in &invented {
                prop_assert_eq!(bid.grades.len(), definition.criteria.len());
                let on_scale = |g: &Exact| definition.scale.iter().any(|s| s.value == *g);
                prop_assert!(bid.grades.values().all(on_scale));
                let price = bid.price.clone().unwrap();
                prop_assert!(Exact::from(35) <= price && price <= Exact::from(41));
            }
            let outcome = definition.rehearse(Some(&LOT), &invented, seed).unwrap();
            prop_assert!(outcome.is_settled() && !outcome.awaits_draw());
        }
    }
}
