//! Capacity, budget, packages and the two rules that weigh values.

use super::super::super::Exact;
use super::*;

/// A lot with values: `"A 90, B 85"`; places follow from them.
fn valued(name: &str, values: &str) -> LotRanking {
    let mut offers: Vec<(String, Exact)> = values
        .split(", ")
        .filter(|text| !text.is_empty())
        .map(|text| text.split_once(' ').unwrap())
        .map(|(bidder, value)| (bidder.to_owned(), x(value)))
        .collect();
    offers.sort_by(|one, two| two.1.cmp(&one.1));
    let place = |value: &Exact| 1 + offers.iter().filter(|(_, other)| other > value).count();
    let placed =
        offers.iter().map(|(id, value)| Placed { bidder: id.clone(), place: place(value) });
    let ranking = placed.collect();
    let offer = |value: Exact| Offer { value: Some(value), price: None };
    let offers = offers.into_iter().map(|(id, value)| (id, offer(value))).collect();
    LotRanking { lot: name.into(), providers: 1, ranking, offers, ..LotRanking::default() }
}

fn priced(mut lot: LotRanking, price: &str) -> LotRanking {
    lot.offers.values_mut().for_each(|offer| offer.price = Some(x(price)));
    lot
}

fn by(rule: LotRule, lots: &[LotRanking], bidders: &[Bidder]) -> Allocation {
    allocate(rule, lots, bidders).unwrap()
}

#[test]
fn the_clearest_lot_goes_first_and_the_total_decides_last() {
    let lots = [valued("L1", "A 90, B 85"), valued("L2", "A 80, B 40"), valued("L3", "B 70, C 60")];
    let bidders = [bidder("A", Some(1), ""), bidder("B", Some(1), ""), bidder("C", Some(1), "")];
    let lead = by(LotRule::LargestLeadFirst, &lots, &bidders);
    assert_eq!(awards(&lead), "L1:B L2:A L3:C");
    assert_eq!(lead.total, Some(x("225")));
    let order = by(LotRule::FixedLotOrder, &lots, &bidders);
    assert_eq!((awards(&order).as_str(), &order.total), ("L1:A L2:B L3:C", &Some(x("190"))));
    let best = by(LotRule::MaxTotal, &lots, &bidders);
    assert_eq!((awards(&best).as_str(), best.total), ("L1:B L2:A L3:C", Some(x("225"))));
    assert_eq!(best.unique, Unique::Proven);
    let full = Reason::HasItsMaximum { lots: vec!["L2".into()] };
    assert_eq!(best.lots[0].why_not, [passed_over("A", 1, full)]);
}

#[test]
fn filling_lots_goes_before_the_total() {
    let lots = [valued("L1", "A 100, B 1"), valued("L2", "A 50")];
    let bidders = [bidder("A", Some(1), ""), bidder("B", None, "")];
    let best = by(LotRule::MaxTotal, &lots, &bidders);
    assert_eq!((awards(&best).as_str(), best.total), ("L1:B L2:A", Some(x("51"))));
}

#[test]
fn a_division_that_is_not_the_only_best_one_says_so() {
    let lots = [valued("L1", "A 5, B 5")];
    let bidders = [bidder("A", None, ""), bidder("B", None, "")];
    assert_eq!(by(LotRule::MaxTotal, &lots, &bidders).unique, Unique::OthersAreEqual);
    let shared = SharedPlace { lot: "L1".into(), bidders: vec!["A".into(), "B".into()] };
    let undecided = Err(AllocationError::Undecided(vec![shared]));
    assert_eq!(allocate(LotRule::LargestLeadFirst, &lots, &bidders), undecided);
}

#[test]
fn capacity_is_kept_by_every_rule() {
    let mut lots = [valued("L1", "A 90, B 10"), valued("L2", "A 80, B 30"), valued("L3", "A 70")];
    for (lot, size) in lots.iter_mut().zip(["3", "2.5", "1.5"]) {
        lot.size = x(size);
    }
    let mut bidders = [bidder("A", None, ""), bidder("B", None, "")];
    bidders[0].capacity = Some(x("4"));
    for rule in [LotRule::BidderPreference, LotRule::FixedLotOrder] {
        let award = by(rule, &lots, &bidders);
        assert_eq!(awards(&award), "L1:A L2:B L3:-", "{rule:?}");
        let full = Reason::NoCapacityLeft { lots: vec!["L1".into()] };
        assert_eq!(award.lots[2].why_not, [passed_over("A", 1, full)], "{rule:?}");
    }
    let best = by(LotRule::MaxTotal, &lots, &bidders);
    assert_eq!((awards(&best).as_str(), best.total), ("L1:B L2:A L3:A", Some(x("160"))));
    assert_eq!(awards(&by(LotRule::BestPerLot, &lots, &bidders)), "L1:A L2:A L3:A");
}

#[test]
fn a_share_of_the_budget_is_kept_for_initiatives() {
    let lots = vec![
        priced(valued("L1", "A 90"), "40"),
        priced(valued("L2", "A 80, N 70"), "40"),
        priced(valued("L3", "A 60"), "40"),
    ];
    let mut bidders = vec![bidder("A", None, ""), bidder("N", None, "")];
    bidders[1].kind = BidderKind::ResidentsInitiative;
    let budget = Some(Budget { amount: x("100"), reserved: x("0.4") });
    let mut division = Division { lots, bidders, budget, ..Division::default() };
    for (rule, expected) in [
        (LotRule::FixedLotOrder, "L1:A L2:N L3:-"),
        (LotRule::MaxTotal, "L1:A L2:N L3:-"),
        // The preferences are settled first; the award that does not fit is not made.
        (LotRule::BidderPreference, "L1:A L2:- L3:-"),
    ] {
        division.rule = rule;
        assert_eq!(awards(&divide(&division).unwrap()), expected, "{rule:?}");
    }
    division.rule = LotRule::FixedLotOrder;
    let in_order = divide(&division).unwrap();
    assert_eq!(in_order.lots[1].why_not, [passed_over("A", 1, Reason::KeptForInitiatives)]);
    assert_eq!(in_order.lots[2].why_not, [passed_over("A", 1, Reason::OverBudget)]);
}

/// Kjellerstrand's combinatorial auction: five bids on four goods, optimum 11 with bids 2 and 3.
#[test]
fn packages_are_weighed_as_a_whole() {
    let lots = ["L0", "L1", "L2", "L3"].map(|name| valued(name, "")).to_vec();
    let package = |bidder: &str, lots: &[&str], value: &str| Package {
        bidder: bidder.into(),
        lots: lots.iter().map(|lot| (*lot).to_owned()).collect(),
        value: x(value),
        price: None,
    };
    let mut lots = lots;
    let single = valued("L0", "E 2");
    lots[0] = single;
    let division = Division {
        rule: LotRule::MaxTotal,
        lots,
        bidders: ["A", "B", "C", "D", "E"].map(|id| bidder(id, None, "")).to_vec(),
        packages: vec![
            package("A", &["L0", "L1"], "8"),
            package("B", &["L0", "L2"], "6"),
            package("C", &["L1", "L3"], "5"),
            package("D", &["L1", "L2", "L3"], "2"),
        ],
        ..Division::default()
    };
    let best = divide(&division).unwrap();
    assert_eq!(awards(&best), "L0:B L1:C L2:B L3:C");
    assert_eq!((best.total, best.packages), (Some(x("11")), vec![1, 2]));
}

#[test]
fn a_package_counts_afterwards_where_lots_are_awarded_one_by_one() {
    let lots = vec![valued("L1", "A 9, B 8"), valued("L2", "A 9, B 8")];
    let bidders = vec![bidder("A", None, ""), bidder("B", None, "")];
    let package = |bidder: &str, value| Package {
        bidder: bidder.into(),
        lots: vec!["L1".into(), "L2".into()],
        value: x(value),
        price: None,
    };
    let packages = vec![package("A", "19"), package("B", "30")];
    let rule = LotRule::FixedLotOrder;
    let mut division = Division { rule, lots, bidders, packages, ..Division::default() };
    let in_order = divide(&division).unwrap();
    assert_eq!((awards(&in_order).as_str(), in_order.total), ("L1:A L2:A", Some(x("19"))));
    division.rule = LotRule::MaxTotal;
    let best = divide(&division).unwrap();
    assert_eq!((awards(&best).as_str(), best.total), ("L1:B L2:B", Some(x("30"))));
    assert_eq!(best.lots[0].why_not, [passed_over("A", 1, Reason::LowerTotal)]);
}

#[test]
fn amounts_and_packages_that_are_wrong_are_named() {
    let mut lots = vec![valued("L1", "A 9"), valued("L2", "A 9")];
    lots[1].offers.clear();
    lots[0].size = x("-1");
    let package = |lots: &[&str]| Package {
        bidder: "A".into(),
        lots: lots.iter().map(|lot| (*lot).to_owned()).collect(),
        value: x("1"),
        price: Some(x("1")),
    };
    let division = Division {
        rule: LotRule::MaxTotal,
        lots,
        bidders: vec![bidder("A", None, "")],
        budget: Some(Budget { amount: x("1"), reserved: x("2") }),
        packages: vec![
            package(&["L1", "L2"]),
            package(&["L1"]),
            package(&["L1", "L9"]),
            package(&["L1", "L1"]),
        ],
    };
    let (l1, l2, a) = ("L1".to_owned(), "L2".to_owned(), "A".to_owned());
    assert_eq!(
        divide(&division),
        Err(AllocationError::Problems(vec![
            AllocationProblem::NoPrice { lot: l1, bidder: a.clone() },
            AllocationProblem::NoValue { lot: l2, bidder: a },
            AllocationProblem::BadAmount,
            AllocationProblem::BadPackage { package: 1 },
            AllocationProblem::BadPackage { package: 2 },
            AllocationProblem::BadPackage { package: 3 },
        ]))
    );
    let fine = "1.0000000001";
    let lots = [valued("L1", &format!("A {fine}"))];
    let refused = allocate(LotRule::MaxTotal, &lots, &[bidder("A", None, "")]).unwrap_err();
    assert!(refused.to_string().contains("too many digits"), "{refused}");
}

/// Every way to give out seats, for checking what the programme says.
fn best_of_all(division: &Division) -> (usize, Exact) {
    fn walk(
        division: &Division,
        lot: usize,
        seats: &mut Vec<Vec<String>>,
        best: &mut (usize, Exact),
    ) {
        if lot == division.lots.len() {
            if keeps_limits(division, seats) {
                *best = std::mem::take(best).max(worth(division, seats));
            }
            return;
        }
        let ids: Vec<&String> = division.lots[lot].offers.keys().collect();
        for chosen in 0_u32..1 << ids.len() {
            if chosen.count_ones() as usize <= division.lots[lot].providers {
                let taken = ids.iter().enumerate().filter(|(at, _)| chosen & (1 << at) != 0);
                seats.push(taken.map(|(_, id)| (*id).clone()).collect());
                walk(division, lot + 1, seats, best);
                seats.pop();
            }
        }
    }
    let mut best = (0, Exact::zero());
    walk(division, 0, &mut Vec::new(), &mut best);
    best
}

fn worth(division: &Division, seats: &[Vec<String>]) -> (usize, Exact) {
    let filled = seats.iter().filter(|seats| !seats.is_empty()).count();
    let of_lot = |(lot, seats): (&LotRanking, &Vec<String>)| -> Exact {
        seats.iter().filter_map(|id| lot.offers[id].value.as_ref()).sum()
    };
    let values: Vec<Exact> = division.lots.iter().zip(seats).map(of_lot).collect();
    (filled, values.iter().sum())
}

fn keeps_limits(division: &Division, seats: &[Vec<String>]) -> bool {
    let own = |bidder: &Bidder| {
        let lots = division.lots.iter().zip(seats).filter(|(_, seats)| seats.contains(&bidder.id));
        let lots: Vec<&LotRanking> = lots.map(|(lot, _)| lot).collect();
        let size: Exact = lots.iter().map(|lot| &lot.size).sum();
        bidder.max_lots.is_none_or(|most| lots.len() <= most)
            && bidder.capacity.as_ref().is_none_or(|most| &size <= most)
    };
    let spent = |kind: Option<BidderKind>| -> Exact {
        let of_kind = |id: &&String| {
            let bidder = division.bidders.iter().find(|bidder| bidder.id == **id).unwrap();
            kind.is_none_or(|kind| bidder.kind == kind)
        };
        let lots = division.lots.iter().zip(seats);
        let prices = lots.flat_map(|(lot, seats)| {
            seats.iter().filter(of_kind).filter_map(|id| lot.offers[id].price.as_ref())
        });
        prices.sum()
    };
    let within = |budget: &Budget| {
        let open = &budget.amount - &(&budget.amount * &budget.reserved);
        spent(None) <= budget.amount && spent(Some(BidderKind::Provider)) <= open
    };
    division.bidders.iter().all(own) && division.budget.as_ref().is_none_or(within)
}

fn divisions() -> impl Strategy<Value = Division> {
    let offer = prop::option::of((0_i64..400, 1_i64..40));
    let lot = (prop::collection::vec(offer, 4), 1_usize..3, 1_i64..7);
    let limits = (prop::option::of(0_usize..4), prop::option::of(1_i64..14), any::<bool>());
    let budget = prop::option::of((10_i64..120, 0_i64..5));
    let rules = prop::sample::select(vec![
        LotRule::BidderPreference,
        LotRule::FixedLotOrder,
        LotRule::LargestLeadFirst,
        LotRule::MaxTotal,
    ]);
    let (lots, limits) = (prop::collection::vec(lot, 4), prop::collection::vec(limits, 4));
    (rules, lots, limits, budget).prop_map(|(rule, lots, limits, budget)| {
        let part = |above: i64, below: i64| Exact::from(above).divided_by(&below.into()).unwrap();
        let lots = lots.into_iter().enumerate().map(|(at, (offers, providers, size))| {
            // A different last digit per bidder, so that no two values are the same.
            let value = |number: usize, value: i64| {
                format!("{} {}", IDS[number], part(value * 4 + number as i64, 7))
            };
            let offered: Vec<_> = offers
                .iter()
                .enumerate()
                .filter_map(|(number, offer)| offer.map(|offer| (number, offer)))
                .collect();
            let values: Vec<String> =
                offered.iter().map(|(number, offer)| value(*number, offer.0)).collect();
            let mut lot = valued(LOTS[at], &values.join(", "));
            for (number, (_, price)) in offered {
                lot.offers.get_mut(IDS[number]).unwrap().price = Some(part(price, 3));
            }
            LotRanking { providers, size: part(size, 2), ..lot }
        });
        let bidders =
            limits.into_iter().zip(IDS).map(|((max_lots, capacity, initiative), id)| Bidder {
                capacity: capacity.map(|size| part(size, 2)),
                kind: if initiative {
                    BidderKind::ResidentsInitiative
                } else {
                    BidderKind::Provider
                },
                ..bidder(id, max_lots, "L3 L1")
            });
        let budget = budget.map(|(amount, share)| Budget {
            amount: Exact::from(amount),
            reserved: part(share, 5),
        });
        Division {
            rule,
            lots: lots.collect(),
            bidders: bidders.collect(),
            budget,
            packages: Vec::new(),
        }
    })
}

fn seats_of(allocation: &Allocation) -> Vec<Vec<String>> {
    allocation.lots.iter().map(|award| award.awarded.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Invariant 15: limits, capacity and budget are kept by every rule; `MaxTotal` is the best
    /// of all divisions there are, and so at least as good as every other rule; and a looser
    /// limit never makes it worse.
    #[test]
    fn every_rule_keeps_to_the_limits_and_none_beats_max_total(division in divisions()) {
        let most = Division { rule: LotRule::MaxTotal, ..division.clone() };
        let best = divide(&most).unwrap();
        prop_assert!(keeps_limits(&most, &seats_of(&best)));
        let worth_of_best = worth(&most, &seats_of(&best));
        prop_assert_eq!(&best.total, &Some(worth_of_best.1.clone()));
        prop_assert_eq!(&worth_of_best, &best_of_all(&most));

        let other = divide(&division).unwrap();
        prop_assert!(keeps_limits(&division, &seats_of(&other)));
        prop_assert!(worth(&division, &seats_of(&other)) <= worth_of_best.clone());
        for award in &other.lots {
            let given: Vec<_> = award.why_not.iter().map(|why| &why.bidder).collect();
            let reserve = award.reserve.iter().filter(|placed| given.contains(&&placed.bidder));
            prop_assert_eq!(reserve.count(), given.len());
        }

        let mut looser = most.clone();
        looser.bidders[0].max_lots = None;
        looser.bidders[1].capacity = None;
        let looser = divide(&looser).unwrap();
        prop_assert!(worth(&most, &seats_of(&looser)) >= worth_of_best);
    }

    /// Invariant 15: without limits every rule gives the best per lot, `MaxTotal` included.
    #[test]
    fn without_limits_the_rules_that_weigh_values_agree_too(division in divisions()) {
        let mut free = Division { budget: None, ..division };
        for bidder in &mut free.bidders {
            (bidder.max_lots, bidder.capacity) = (None, None);
        }
        // A bid that is worth nothing would leave the total as it is.
        let one = |offer: &Offer| offer.value.as_ref().map(|value| value + &Exact::one());
        for lot in &mut free.lots {
            lot.offers.values_mut().for_each(|offer| offer.value = one(offer));
        }
        let by = |rule| divide(&Division { rule, ..free.clone() }).unwrap();
        let best = by(LotRule::BestPerLot);
        for rule in [LotRule::BidderPreference, LotRule::FixedLotOrder, LotRule::LargestLeadFirst, LotRule::MaxTotal] {
            let other = by(rule);
            prop_assert_eq!((&other.lots, &other.total), (&best.lots, &best.total));
        }
    }
}
