//! In which order an assessor goes through what there is to score.

use crate::domain::ids::BidId;
use crate::domain::rounds::definition::{Criterion, Reading};

/// Every mark that is asked, once, in the order of reading. `bids` are in the order of this assessor.
pub fn sequence<'c>(
    reading: Reading,
    bids: &[BidId],
    criteria: &'c [Criterion],
) -> Vec<(BidId, &'c Criterion)> {
    match reading {
        Reading::AcrossBids => {
            criteria.iter().flat_map(|c| bids.iter().map(move |bid| (*bid, c))).collect()
        }
        Reading::BidByBid => {
            bids.iter().flat_map(|bid| criteria.iter().map(move |c| (*bid, c))).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::AssignmentId;
    use crate::domain::review::assignment::reading_order;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn criteria(count: usize) -> Vec<Criterion> {
        let criterion = |n: usize| {
            serde_json::from_value(serde_json::json!({
                "code": format!("q{n}"), "name": "", "question": "", "kind": "quality",
                "weight": 1, "sections": [],
            }))
            .unwrap()
        };
        (0..count).map(criterion).collect()
    }

    /// What stays the same for longest changes least often.
    fn turns<T: PartialEq>(of: impl Iterator<Item = T>) -> usize {
        let all: Vec<T> = of.collect();
        all.windows(2).filter(|pair| pair[0] != pair[1]).count()
    }

    proptest! {
        #[test]
        fn everything_is_read_once(bids in 0usize..7, asked in 0usize..6, by_bid: bool) {
            let reading = if by_bid { Reading::BidByBid } else { Reading::AcrossBids };
            let bids: Vec<BidId> = (0..bids).map(|n| BidId::named(&n.to_string())).collect();
            let criteria = criteria(asked);
            let order = sequence(reading, &bids, &criteria);
            let unique: BTreeSet<(BidId, &str)> =
                order.iter().map(|(bid, c)| (*bid, c.code.as_str())).collect();
            prop_assert_eq!(order.len(), bids.len() * asked);
            prop_assert_eq!(unique.len(), order.len());
            let (by_bid_turns, by_question_turns) =
                (turns(order.iter().map(|(bid, _)| *bid)), turns(order.iter().map(|(_, c)| &c.code)));
            let fewest = match reading {
                Reading::BidByBid => (by_bid_turns, bids.len()),
                Reading::AcrossBids => (by_question_turns, asked),
            };
            if !order.is_empty() {
                prop_assert_eq!(fewest.0, fewest.1 - 1);
            }
        }

        /// The order follows from the assignment and the bids alone: the same every day, whatever
        /// order they came in, with none lost, and one bid more does not turn the others around.
        #[test]
        fn an_assessor_keeps_an_order_of_ones_own(
            mut names in proptest::collection::btree_set(0u16..500, 1..12),
            who in 0u16..500,
        ) {
            let sheet = AssignmentId::named(&who.to_string());
            let order = |names: Vec<u16>| {
                let mut bids: Vec<(BidId, String)> = names
                    .iter()
                    .map(|n| (BidId::named(&n.to_string()), n.to_string()))
                    .collect();
                reading_order(sheet, &mut bids);
                bids.into_iter().map(|(_, code)| code).collect::<Vec<_>>()
            };
            let there = order(names.iter().copied().collect());
            prop_assert_eq!(&there, &order(names.iter().rev().copied().collect()));
            prop_assert_eq!(there.len(), names.len());
            names.insert(999);
            let mut more = order(names.into_iter().collect());
            more.retain(|code| code != "999");
            prop_assert_eq!(there, more);
        }
    }
}
