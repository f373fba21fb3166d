//! Three invented bids and what the rules of a round make of them, so that whoever sets it up
//! sees what a weight, a grade or a method does before it is published.

use super::definition::{Criterion, Definition};
use super::lots::LotPrice;
use crate::domain::money::Cents;
use crate::domain::scoring::{
    BidGrades, Exact, Outcome, Reversal, Scheme, ScoreError, Seed, rank_reversal, score_bids,
};

/// The invented bids A, B and C with their outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkedExample {
    pub bids: Vec<BidGrades>,
    pub outcome: Outcome,
    /// The prices are those of a lot of the round; otherwise they are invented too.
    pub prices_of_a_lot: bool,
    /// Three other bids of which one turns the order of the others around by falling away, where
    /// the method lets it.
    pub reversal: Option<Reversal>,
}

/// The lot prices that stand in for those of a round without lots.
const INVENTED: LotPrice = LotPrice::Between { floor: Cents(3_000), ceiling: Cents(4_000) };
/// The draw of an example decides nothing.
const SEED: u64 = 1;

impl Definition {
    /// Works out an example with the prices of `lot`, where they fit the price rule.
    ///
    /// Errors: the scheme is not complete yet.
    pub fn worked_example(&self, lot: Option<&LotPrice>) -> Result<WorkedExample, ScoreError> {
        let (price, prices_of_a_lot) = self.example_price(lot);
        let scheme = self.example_scheme(&price);
        let bids = self.invented_bids(&price);
        let outcome = score_bids(&scheme, &bids, Some(&Seed::from_number(SEED)))?;
        let reversal = rank_reversal(&scheme);
        Ok(WorkedExample { bids, outcome, prices_of_a_lot, reversal })
    }

    /// The prices of a lot where they fit the price rule, or else invented ones; and which it is.
    pub(super) fn example_price(&self, lot: Option<&LotPrice>) -> (LotPrice, bool) {
        let priced = self.price.bids_name_prices();
        let fits = |price: &&LotPrice| matches!(price, LotPrice::Between { floor, ceiling } if floor < ceiling);
        let of_lot = lot.filter(|_| priced).filter(fits);
        (*of_lot.unwrap_or(&INVENTED), of_lot.is_some())
    }

    /// While points do not add up to a hundred yet, an example is of as many as there are.
    pub(super) fn example_scheme(&self, price: &LotPrice) -> Scheme {
        let mut scheme = self.scheme_at(price);
        scheme.full_marks = self.weight_sum();
        scheme
    }

    /// A is the best on everything and the dearest, B lies in the middle, and C is the best only
    /// where most can be earned, and the cheapest.
    fn invented_bids(&self, price: &LotPrice) -> Vec<BidGrades> {
        let prices = match price {
            LotPrice::Between { floor, ceiling } if self.price.bids_name_prices() => {
                let middle = Cents((floor.0 + ceiling.0) / 2);
                [*ceiling, middle, *floor].map(|price| Some(price.euros()))
            }
            LotPrice::Between { .. } | LotPrice::Fixed { .. } => [None, None, None],
        };
        let heaviest = self.criteria.iter().max_by_key(|c| &c.weight).map(|c| &c.code);
        let bid = |(id, price): (&str, Option<Exact>)| {
            let grade = |c: &Criterion| {
                let of = |part| self.grade_at(c, part);
                let value = match id {
                    "A" => of(Part::Best),
                    "B" => of(Part::Middle),
                    _ if Some(&c.code) == heaviest => of(Part::Best),
                    _ => of(Part::Low),
                };
                Some((c.code.clone(), value?))
            };
            let grades = self.criteria.iter().filter_map(grade).collect();
            BidGrades { id: id.into(), price, grades, ..BidGrades::default() }
        };
        ["A", "B", "C"].into_iter().zip(prices).map(bid).collect()
    }

    /// A grade of the round's own scale that keeps a bid in, if one does.
    fn grade_at(&self, criterion: &Criterion, part: Part) -> Option<Exact> {
        let mut values: Vec<&Exact> = self.scale.iter().map(|grade| &grade.value).collect();
        values.sort();
        let stays = |value: &&Exact| criterion.threshold.as_ref().is_none_or(|t| *value >= t);
        let from = values.iter().position(stays).unwrap_or_default();
        let kept = values.get(from..)?;
        let last = kept.len().checked_sub(1)?;
        let place = match part {
            Part::Best => last,
            Part::Middle => last.div_ceil(2),
            Part::Low => last / 4,
        };
        kept.get(place).map(|value| (*value).clone())
    }
}

/// Where on a scale.
#[derive(Clone, Copy)]
enum Part {
    Best,
    Middle,
    Low,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rounds::definition::PriceRule;
    use crate::domain::rounds::publication::tests::round;
    use crate::domain::scoring::FallsAway;

    fn totals(outcome: &Outcome) -> Vec<(usize, &str, String)> {
        let total = |bid: &crate::domain::scoring::BidOutcome| {
            bid.total.as_ref().map(Exact::plain).unwrap_or_default()
        };
        outcome.ranking().map(|(place, bid)| (place, bid.id.as_str(), total(bid))).collect()
    }

    /// Criteria of 70 and 15 points on a scale of 0 and 10, and 15 points for the price.
    fn definition(price: PriceRule) -> Definition {
        Definition { price, ..round().definition }
    }

    const LOT: LotPrice = LotPrice::Between { floor: Cents(3_500), ceiling: Cents(4_100) };

    #[test]
    fn the_rules_of_the_round_are_worked_out_on_its_own_scale() {
        let definition = definition(PriceRule::WeightedAbsolute { weight: 15.into() });
        let example = definition.worked_example(Some(&LOT)).unwrap();
        let expected = [(1, "B", "92.5".into()), (2, "A", "85".into()), (2, "C", "85".into())];
        assert_eq!(totals(&example.outcome), expected);
        assert!(example.prices_of_a_lot);
        assert_eq!(example.reversal, None);
    }

    #[test]
    fn without_a_lot_prices_are_invented_and_a_fixed_price_needs_none() {
        let weighted = definition(PriceRule::WeightedAbsolute { weight: 15.into() });
        let wrong = LotPrice::Between { floor: Cents(0), ceiling: Cents(0) };
        for lot in [None, Some(&LotPrice::Fixed { rate: Cents(100) }), Some(&wrong)] {
            let example = weighted.worked_example(lot).unwrap();
            assert!(!example.prices_of_a_lot);
            assert_eq!(totals(&example.outcome)[0].1, "B");
        }
        let mut fixed = definition(PriceRule::Fixed);
        fixed.criteria[0].weight = 85.into();
        let example = fixed.worked_example(Some(&LOT)).unwrap();
        assert_eq!(example.bids.iter().filter(|bid| bid.price.is_some()).count(), 0);
        assert_eq!(totals(&example.outcome)[2], (3, "C", "85".into()));
    }

    #[test]
    fn a_relative_rule_shows_how_the_order_turns_whatever_was_chosen() {
        for falls_away in [FallsAway::KeepOrder, FallsAway::Recompute] {
            let relative = definition(PriceRule::LowBidInverse { weight: 15.into(), falls_away });
            let found = relative.worked_example(Some(&LOT)).unwrap().reversal.unwrap();
            assert_ne!(totals(&found.with)[0].1, totals(&found.without)[0].1);
        }
    }

    #[test]
    fn a_threshold_keeps_no_invented_bid_out() {
        let mut definition = definition(PriceRule::AwardOnValue);
        definition.criteria[1].threshold = Some(10.into());
        let example = definition.worked_example(None).unwrap();
        assert_eq!(example.outcome.ranking().count(), 3);
        assert_eq!(totals(&example.outcome)[0], (1, "C", "-55".into()));
    }

    #[test]
    fn weights_may_not_add_up_yet_but_there_must_be_some() {
        let wrong = definition(PriceRule::WeightedAbsolute { weight: 16.into() });
        let example = wrong.worked_example(Some(&LOT)).unwrap();
        assert_eq!(totals(&example.outcome)[0], (1, "B", "93".into()));
        let mut empty = definition(PriceRule::Fixed);
        (empty.criteria, empty.scale) = (vec![], vec![]);
        assert!(empty.worked_example(None).is_err());
    }
}
