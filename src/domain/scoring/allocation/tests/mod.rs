//! The rules on small examples, and invariant 15 of `evaluation.md` chapter 8; for the rules that
//! weigh values in `limits.rs`.

mod limits;

use proptest::prelude::*;

use super::super::tests::{bid, criterion, x};
use super::super::{Method, Missing, Scheme, score_bids};
use super::*;

/// A lot with one seat; `ranking` reads `"A B=C D"`, best first, `=` for a shared place.
fn lot(name: &str, ranking: &str) -> LotRanking {
    let mut place = 1;
    let mut placed = Vec::new();
    for group in ranking.split_whitespace() {
        for bidder in group.split('=') {
            placed.push(Placed { bidder: bidder.into(), place });
        }
        place = placed.len() + 1;
    }
    LotRanking { lot: name.into(), providers: 1, ranking: placed, ..LotRanking::default() }
}

fn bidder(id: &str, max_lots: Option<usize>, preference: &str) -> Bidder {
    let preference = preference.split_whitespace().map(str::to_owned).collect();
    Bidder { id: id.into(), max_lots, preference, ..Bidder::default() }
}

/// The awards as text: `"L1:A L2:-"`.
fn awards(allocation: &Allocation) -> String {
    let line = |award: &LotAward| {
        let winners = award.awarded.join("+");
        format!("{}:{}", award.lot, if winners.is_empty() { "-" } else { &winners })
    };
    allocation.lots.iter().map(line).collect::<Vec<_>>().join(" ")
}

fn passed_over(bidder: &str, place: usize, reason: Reason) -> WhyNot {
    WhyNot { bidder: bidder.into(), place: Some(place), reason }
}

fn three_lots() -> [LotRanking; 3] {
    [lot("L1", "A B C"), lot("L2", "A C B"), lot("L3", "B A C")]
}

#[test]
fn the_rule_changes_the_result() {
    let bidders =
        [bidder("A", Some(1), "L2 L1"), bidder("B", Some(1), "L1 L3"), bidder("C", None, "")];
    let by = |rule| allocate(rule, &three_lots(), &bidders).unwrap();
    assert_eq!(awards(&by(LotRule::BestPerLot)), "L1:A L2:A L3:B");
    assert_eq!(awards(&by(LotRule::FixedLotOrder)), "L1:A L2:C L3:B");
    assert_eq!(awards(&by(LotRule::BidderPreference)), "L1:B L2:A L3:C");
}

#[test]
fn every_higher_placed_bidder_gets_one_reason() {
    let bidders =
        [bidder("A", Some(1), "L2 L1"), bidder("B", Some(1), "L1 L3"), bidder("C", None, "")];
    let mut lots = three_lots();
    let out = |bidder: &str, why| Out { bidder: bidder.into(), why };
    lots[1] = lot("L2", "A C");
    lots[1].out = vec![out("B", OutReason::NotAdmitted)];
    lots[2] = lot("L3", "B A");
    lots[2].out = vec![out("C", OutReason::BelowThreshold)];

    let preferred = allocate(LotRule::BidderPreference, &lots, &bidders).unwrap();
    let l1 = LotAward {
        lot: "L1".into(),
        awarded: vec!["B".into()],
        reserve: vec![
            Placed { bidder: "A".into(), place: 1 },
            Placed { bidder: "C".into(), place: 3 },
        ],
        why_not: vec![passed_over("A", 1, Reason::PrefersOther { lots: vec!["L2".into()] })],
    };
    assert_eq!(preferred.lot("L1"), Some(&l1));
    let not_admitted =
        WhyNot { bidder: "B".into(), place: None, reason: Reason::Out(OutReason::NotAdmitted) };
    assert_eq!(preferred.lot("L2").map(|lot| &lot.why_not), Some(&vec![not_admitted]));
    let below =
        WhyNot { bidder: "C".into(), place: None, reason: Reason::Out(OutReason::BelowThreshold) };
    assert_eq!(
        preferred.lot("L3").map(|lot| lot.why_not.clone()),
        Some(vec![
            passed_over("B", 1, Reason::PrefersOther { lots: vec!["L1".into()] }),
            passed_over("A", 2, Reason::PrefersOther { lots: vec!["L2".into()] }),
            below,
        ])
    );

    let in_order = allocate(LotRule::FixedLotOrder, &lots, &bidders).unwrap();
    assert_eq!(awards(&in_order), "L1:A L2:C L3:B");
    let full = passed_over("A", 1, Reason::HasItsMaximum { lots: vec!["L1".into()] });
    assert_eq!(in_order.lot("L2").map(|lot| lot.why_not[0].clone()), Some(full));
}

#[test]
fn several_seats_and_a_bidder_that_may_have_nothing() {
    let mut lots = three_lots();
    lots[0].providers = 2;
    let bidders = [bidder("A", Some(0), ""), bidder("B", Some(2), ""), bidder("C", Some(1), "")];
    for rule in [LotRule::BidderPreference, LotRule::FixedLotOrder] {
        let allocation = allocate(rule, &lots, &bidders).unwrap();
        assert_eq!(awards(&allocation), "L1:B+C L2:B L3:-", "{rule:?}");
        let why_a = &allocation.lots[0].why_not[0];
        assert_eq!(why_a, &passed_over("A", 1, Reason::HasItsMaximum { lots: Vec::new() }));
    }
}

#[test]
fn a_shared_place_matters_only_where_it_decides() {
    let bidders = ["A", "B", "C"].map(|id| bidder(id, Some(1), ""));
    let undecided = |lot: &str| {
        let bidders = vec!["B".to_owned(), "C".to_owned()];
        AllocationError::Undecided(vec![SharedPlace { lot: lot.into(), bidders }])
    };
    let harmless = [lot("L1", "A B=C"), lot("L2", "B A C")];
    let deciding = [lot("L1", "A B=C"), lot("L2", "B=C A")];
    for rule in [LotRule::BidderPreference, LotRule::FixedLotOrder, LotRule::BestPerLot] {
        assert!(allocate(rule, &harmless, &bidders).is_ok(), "{rule:?}");
        assert_eq!(allocate(rule, &deciding, &bidders), Err(undecided("L2")), "{rule:?}");
    }
}

#[test]
fn wrong_input_is_named() {
    let mut lots = [lot("L1", "A A"), lot("L1", "X")];
    lots[1].out = vec![Out { bidder: "X".into(), why: OutReason::NotAdmitted }];
    let bidders = [bidder("A", None, "L1 L9 L1"), bidder("A", None, "")];
    let (l1, a, x) = ("L1".to_owned(), "A".to_owned(), "X".to_owned());
    let unknown = AllocationProblem::UnknownBidder { lot: l1.clone(), bidder: x };
    let expected = vec![
        AllocationProblem::SameLot { lot: l1.clone() },
        AllocationProblem::BadPreference { bidder: a.clone(), lot: "L9".into() },
        AllocationProblem::BadPreference { bidder: a.clone(), lot: l1.clone() },
        AllocationProblem::SameBidder { bidder: a.clone() },
        AllocationProblem::BidderTwice { lot: l1, bidder: a },
        unknown.clone(),
        unknown,
    ];
    let refused = allocate(LotRule::default(), &lots, &bidders);
    assert_eq!(refused, Err(AllocationError::Problems(expected)));
}

#[test]
fn a_scored_lot_becomes_a_ranking() {
    let mut scheme = Scheme::new(
        Method::QualityOnly { fixed_price: Some(x("10")) },
        vec![criterion("plan", "100", "10")],
    );
    scheme.criteria[0].threshold = Some(x("5"));
    let mut bids = vec![
        bid("A", &[("plan", "6")], None),
        bid("B", &[("plan", "8")], None),
        bid("C", &[("plan", "4")], None),
        bid("D", &[("plan", "9")], Some("11")),
    ];
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    let mut expected = lot("L1", "B A");
    let out = |bidder: &str, why| Out { bidder: bidder.into(), why };
    expected.out = vec![out("C", OutReason::BelowThreshold), out("D", OutReason::NotAdmitted)];
    assert_eq!(LotRanking::of("L1", &outcome), Ok(expected));

    bids.push(bid("E", &[], None));
    let outcome = score_bids(&scheme, &bids, None).unwrap();
    let missing = vec![Missing::Grade("plan".into())];
    let open = NotSettled { bidder: "E".into(), missing };
    assert_eq!(LotRanking::of("L1", &outcome), Err(open));
}

const IDS: [&str; 5] = ["A", "B", "C", "D", "E"];
const LOTS: [&str; 4] = ["L1", "L2", "L3", "L4"];

/// One lot on which some bidders are ranked; `shared` says who shares the place before it.
fn one_lot(name: &'static str) -> impl Strategy<Value = LotRanking> {
    let some = prop::sample::subsequence(IDS.to_vec(), 0..=IDS.len()).prop_shuffle();
    (some, prop::collection::vec(any::<bool>(), IDS.len()), 1_usize..3).prop_map(
        move |(order, shared, providers)| {
            let mut ranking: Vec<Placed> = Vec::new();
            for (at, (bidder, shares)) in order.into_iter().zip(shared).enumerate() {
                let before = ranking.last().map(|placed| placed.place).filter(|_| shares);
                ranking.push(Placed { bidder: bidder.into(), place: before.unwrap_or(at + 1) });
            }
            LotRanking { lot: name.into(), providers, ranking, ..LotRanking::default() }
        },
    )
}

/// The same lot with every shared place settled in the order of the list.
fn settled(lot: &LotRanking) -> LotRanking {
    let mut lot = lot.clone();
    for (at, placed) in lot.ranking.iter_mut().enumerate() {
        placed.place = at + 1;
    }
    lot
}

fn bidders(limits: impl Strategy<Value = Option<usize>>) -> impl Strategy<Value = Vec<Bidder>> {
    let preferences = prop::sample::subsequence(LOTS.to_vec(), 0..=LOTS.len()).prop_shuffle();
    prop::collection::vec((limits, preferences), IDS.len()).prop_map(|settings| {
        let named = IDS.into_iter().zip(settings);
        named.map(|(id, (limit, wishes))| bidder(id, limit, &wishes.join(" "))).collect()
    })
}

fn lots() -> impl Strategy<Value = Vec<LotRanking>> {
    Vec::from(LOTS.map(one_lot))
}

const RULES: [LotRule; 3] =
    [LotRule::BidderPreference, LotRule::FixedLotOrder, LotRule::BestPerLot];

fn wins<'a>(allocation: &'a Allocation, bidder: &'a str) -> impl Iterator<Item = &'a str> {
    let won = move |award: &&LotAward| award.awarded.iter().any(|winner| winner == bidder);
    allocation.lots.iter().filter(won).map(|award| award.lot.as_str())
}

/// How much a bidder wants a lot; lower is more.
fn rank_of_wish(bidder: &Bidder, lot: &str) -> (bool, usize) {
    match bidder.preference.iter().position(|wish| wish == lot) {
        Some(at) => (false, at),
        None => (true, LOTS.iter().position(|name| *name == lot).unwrap()),
    }
}

proptest! {
    /// Invariant 15: limits and seats are kept, no seat stays empty that somebody could take, and everyone
    /// above the last winner has one reason.
    #[test]
    fn limits_are_kept_and_reasons_given(
        lots in lots(),
        bidders in bidders(prop::option::of(0_usize..4)),
        which in 0_usize..3,
    ) {
        let lots: Vec<_> = lots.iter().map(settled).collect();
        let allocation = allocate(RULES[which], &lots, &bidders).unwrap();
        for bidder in bidders.iter().filter(|_| RULES[which] != LotRule::BestPerLot) {
            let limit = bidder.max_lots.unwrap_or(LOTS.len());
            prop_assert!(wins(&allocation, &bidder.id).count() <= limit);
        }
        for (lot, award) in lots.iter().zip(&allocation.lots) {
            prop_assert!(award.awarded.len() <= lot.providers);
            prop_assert_eq!(award.awarded.len() + award.reserve.len(), lot.ranking.len());
            let full = award.awarded.len() == lot.providers;
            let placed_above = |placed: &&Placed| {
                let better = lot.ranking.iter().filter(|other| other.place > placed.place);
                let beaten = better.filter(|other| award.awarded.contains(&other.bidder));
                !full || beaten.count() > 0
            };
            let expected: Vec<_> =
                award.reserve.iter().filter(placed_above).map(|placed| &placed.bidder).collect();
            let given: Vec<_> = award.why_not.iter().map(|why| &why.bidder).collect();
            prop_assert_eq!(given, expected);
        }
    }

    /// Invariant 15: no bidder stands above a winner on a lot it would rather have than one it
    /// got, or that it has room for; and the reason that is printed is true.
    #[test]
    fn deferred_acceptance_has_no_blocking_pair(
        lots in lots(),
        bidders in bidders(prop::option::of(0_usize..4)),
    ) {
        let lots: Vec<_> = lots.iter().map(settled).collect();
        let allocation = allocate(LotRule::BidderPreference, &lots, &bidders).unwrap();
        for award in &allocation.lots {
            for why in &award.why_not {
                let bidder = bidders.iter().find(|bidder| bidder.id == why.bidder).unwrap();
                let won: Vec<&str> = wins(&allocation, &bidder.id).collect();
                prop_assert_eq!(Some(won.len()), bidder.max_lots);
                let wish = rank_of_wish(bidder, &award.lot);
                prop_assert!(won.iter().all(|lot| rank_of_wish(bidder, lot) < wish));
                let lots: Vec<String> = won.into_iter().map(str::to_owned).collect();
                let expected = match lots.is_empty() {
                    true => Reason::HasItsMaximum { lots },
                    false => Reason::PrefersOther { lots },
                };
                prop_assert_eq!(&why.reason, &expected);
            }
        }
    }

    /// Invariant 15: without limits all rules give the best per lot, and so does the order of the bidders.
    #[test]
    fn without_limits_all_rules_agree(lots in lots(), bidders in bidders(Just(None))) {
        let by = |rule| allocate(rule, &lots, &bidders);
        let best = by(LotRule::BestPerLot);
        let (in_order, preferred) = (by(LotRule::FixedLotOrder), by(LotRule::BidderPreference));
        prop_assert_eq!((in_order.is_ok(), preferred.is_ok()), (best.is_ok(), best.is_ok()));
        if let Ok(best) = best {
            prop_assert_eq!(in_order, Ok(best.clone()));
            prop_assert_eq!(preferred, Ok(best.clone()));
            prop_assert!(best.lots.iter().all(|award| award.why_not.is_empty()));
        }
    }

    /// The order of the bidders does not matter, and where a shared place is let through, every
    /// way to settle it gives the same awards.
    #[test]
    fn a_shared_place_that_is_let_through_decides_nothing(
        lots in lots(),
        bidders in bidders(prop::option::of(0_usize..4)),
        which in 0_usize..3,
    ) {
        let given = allocate(RULES[which], &lots, &bidders);
        let turned: Vec<_> = bidders.iter().rev().cloned().collect();
        prop_assert_eq!(&allocate(RULES[which], &lots, &turned), &given);
        let one_way: Vec<_> = lots.iter().map(settled).collect();
        let other_way: Vec<_> = lots.iter().map(|lot| {
            let mut lot = lot.clone();
            lot.ranking.reverse();
            lot.ranking.sort_by_key(|placed| placed.place);
            settled(&lot)
        }).collect();
        if let Ok(given) = &given {
            let winners = |allocation: &Allocation| -> Vec<Vec<String>> {
                let sorted = |award: &LotAward| {
                    let mut awarded = award.awarded.clone();
                    awarded.sort();
                    awarded
                };
                allocation.lots.iter().map(sorted).collect()
            };
            for way in [one_way, other_way] {
                let settled = allocate(RULES[which], &way, &bidders).unwrap();
                prop_assert_eq!(winners(&settled), winners(given));
            }
        }
    }
}
