use super::super::example;
use super::scenarios::Volume;
use super::years::lowest;
use super::*;
use crate::domain::rounds::cost_terms::{CostInput, Given};
use crate::domain::rounds::definition::Definition;
use proptest::prelude::*;

/// The bid on Elsbroek of the example.
const SHEET: [(&str, &str); 8] = [
    ("price.costs.pay", "338750"),
    ("price.costs.overhead", "58.300"),
    ("price.costs.non_productive", "84700,00"),
    ("price.costs.travel_training", "23000"),
    ("price.costs.indexation", "15900"),
    ("price.costs.other", "9155"),
    ("price.costs.volume", "13.550"),
    ("price.costs.rate", "39,10"),
];

type Changes<'t> = &'t [(&'t str, &'t str)];

fn read(definition: &Definition, changes: Changes) -> Costs {
    let lot = lot();
    let changed: Vec<_> = changes.iter().map(|(tail, text)| (field(tail), *text)).collect();
    let changed = changed.iter().map(|(name, text)| (name.as_str(), *text));
    let answers = Answers::of_texts(SHEET.into_iter().chain(changed));
    Costs::read(&Form::new(definition, &lot), &answers, "price.costs")
}

fn field(tail: &str) -> String {
    if tail == "own_money" { format!("price.{tail}") } else { format!("price.costs.{tail}") }
}

fn sheet(changes: Changes) -> Costs {
    read(&example::definition(), changes)
}

fn empty() -> Costs {
    let (definition, lot) = (example::definition(), lot());
    Costs::read(&Form::new(&definition, &lot), &Answers::default(), "price.costs")
}

fn lot() -> LotDetails {
    example::lot(LotPrice::Between { floor: Cents(3_500), ceiling: Cents(4_100) })
}

fn with(inputs: Vec<CostInput>) -> Definition {
    let costs = CostTerms { inputs, contract_years: None };
    Definition { costs, ..example::definition() }
}

fn input(element: CostElement, mode: Mode, share: u16) -> CostInput {
    CostInput { element, mode, given: Given::ShareOfPay { share } }
}

#[test]
fn a_sheet_that_fits_gives_no_warning() {
    let costs = sheet(&[]);
    assert_eq!(costs.total(), Cents(52_980_500));
    assert_eq!(costs.per_unit(), Some(Cents(3_910)));
    assert_eq!(costs.income(&lot()), Some(Cents(52_980_500)));
    assert_eq!(costs.warnings(&lot()), []);
}

#[test]
fn every_warning_has_its_numbers() {
    let rate = |rate| sheet(&[("rate", rate)]).warnings(&lot());
    let budget = CostWarning::AboveBudget { budget: Cents(54_000_000), by: Cents(1_555_001 - 1) };
    let too_high = CostWarning::RateTooHigh { ceiling: Cents(4_100) };
    assert_eq!(rate("41,00"), [budget]);
    assert_eq!(rate("41,01")[0], too_high);
    let short = CostWarning::Short { by: Cents(52_980_500 - 3_499 * 13_550) };
    assert_eq!(rate("34,99"), [CostWarning::RateTooLow { floor: Cents(3_500) }, short]);
    let other = sheet(&[("volume", "13549")]).warnings(&lot());
    assert!(other.contains(&CostWarning::OtherVolume { lot: 13_550 }), "{other:?}");
    let low = CostWarning::CostsBelowFloor { tariff: Cents(2_886), floor: Cents(3_500) };
    assert_eq!(sheet(&[("pay", "200000")]).warnings(&lot()), [low]);
    let high = CostWarning::CostsAboveCeiling { tariff: Cents(4_362), ceiling: Cents(4_100) };
    assert_eq!(sheet(&[("pay", "400000")]).warnings(&lot())[0], high);
}

#[test]
fn volumes_stand_in_order() {
    let refused = |low, high| sheet(&[("volume_low", low), ("volume_high", high)]).refused(&lot());
    assert_eq!(refused("13.550", "13.550"), []);
    assert_eq!(refused("13551", ""), [CostWarning::LowNotLow]);
    assert_eq!(refused("", "13549"), [CostWarning::HighNotHigh]);
}

#[test]
fn a_fixed_price_is_what_a_unit_brings_in() {
    let lot = example::lot(LotPrice::Fixed { rate: Cents(3_900) });
    assert_eq!(sheet(&[]).warnings(&lot), [CostWarning::Short { by: Cents(135_500) }]);
    let paid = [("payer.2.who", "fund"), ("payer.2.name", "Oranje"), ("payer.2.amount", "1355")];
    assert_eq!(sheet(&paid).warnings(&lot), []);
    // Own money stands apart: it is no income.
    assert_eq!(sheet(&[("own_money", "9000")]).warnings(&lot).len(), 1);
}

#[test]
fn an_empty_sheet_warns_of_nothing() {
    let costs = empty();
    assert_eq!((costs.total(), costs.per_unit()), (Cents(0), None));
    assert_eq!(costs.warnings(&lot()), []);
    assert_eq!((costs.scenarios(&lot()), costs.years(&lot())), (vec![], vec![]));
    assert_eq!(lowest(&costs.quarters(&lot())), None);
}

#[test]
fn what_the_municipality_gives_counts() {
    let terms = with(vec![
        input(CostElement::Overhead, Mode::Suggested, 1_600),
        input(CostElement::Indexation, Mode::Fixed, 350),
    ]);
    let amounts = |changes| -> Vec<i64> {
        read(&terms, changes).elements.iter().map(|l| l.amount.map_or(-1, |a| a.0)).collect()
    };
    // The bidder's own overhead deviates; the indexation cannot.
    let own = [33_875_000, 5_830_000, 8_470_000, 2_300_000, 1_185_625, 915_500];
    assert_eq!(amounts(&[]), own);
    let given = [10_000_000, 1_600_000, 8_470_000, 2_300_000, 350_000, 915_500];
    assert_eq!(amounts(&[("overhead", ""), ("pay", "100000")]), given);
    assert_eq!(amounts(&[("overhead", ""), ("pay", "")])[1], -1);
    assert_eq!(amounts(&[("overhead", "veel")])[1], -1);
    let missing = |changes| read(&terms, changes).missing(&terms.costs, &lot()).join(" ");
    let rest = "pay overhead non_productive travel_training other volume rate";
    assert_eq!(missing(&[("overhead", ""), ("pay", "")]), rest);
    assert!(!missing(&[("overhead", "")]).contains("overhead"));
    let (form, lot) = (terms.clone(), lot());
    let form = Form::new(&form, &lot);
    assert_eq!(form.field("price.costs.indexation"), None);
    assert!(form.field("price.costs.overhead").is_some());
}

#[test]
fn less_work_saves_only_what_follows_the_volume() {
    let costs =
        sheet(&[("volume_low", "6.775"), ("variable.other", "50"), ("volume_high", "20325")]);
    let found = costs.scenarios(&lot());
    let volumes: Vec<_> = found.iter().map(|s| (s.volume, s.units)).collect();
    let expected = [(Volume::Low, 6_775), (Volume::Expected, 13_550), (Volume::High, 20_325)];
    assert_eq!(volumes, expected);
    let low: Vec<i64> = found[0].costs.iter().map(|(_, amount)| amount.0).collect();
    assert_eq!(low, [16_937_500, 5_830_000, 4_235_000, 1_150_000, 795_000, 686_625]);
    assert_eq!(found[0].total, Cents(29_634_125));
    assert_eq!(found[0].tariff, Cents(4_374));
    assert_eq!(found[0].income, Some(Cents(26_490_250)));
    assert_eq!(found[0].result, Some(Cents(-3_143_875)));
    assert_eq!((found[1].total, found[1].result), (costs.total(), Some(Cents(0))));
}

#[test]
fn years_rise_and_the_first_quarter_is_the_hardest() {
    let changes = [("rise.costs", "3,5"), ("rise.price", "2"), ("cash.paid", "after")];
    let years = sheet(&changes).years(&lot());
    let costs: Vec<_> = years.iter().map(|y| (y.number, y.costs.0, y.income.0)).collect();
    let expected =
        [(1, 52_980_500, 52_980_500), (2, 54_834_818, 54_040_110), (3, 56_754_037, 55_120_912)];
    assert_eq!(costs, expected);
    assert_eq!(years[2].result, Cents(55_120_912 - 56_754_037));
    let more = [("cash.paid", "after"), ("cash.start", "50000"), ("cash.once", "12000")];
    let quarters = sheet(&more).quarters(&lot());
    let balances: Vec<_> = quarters.iter().map(|q| q.balance.0).collect();
    assert_eq!(balances[0], 5_000_000 - 1_200_000 - 13_245_125);
    assert_eq!(lowest(&quarters).map(|q| q.number), Some(1));
    let same = sheet(&[]).quarters(&lot());
    assert!(same.iter().all(|q| q.balance == Cents(0)), "{same:?}");
}

#[test]
fn volunteers_are_worth_something_but_are_no_money() {
    let hours = [("volunteers.hours", "1.200"), ("volunteers.value", "17,50")];
    let costs = sheet(&hours);
    assert_eq!(costs.volunteers.map(Volunteers::worth), Some(Cents(2_100_000)));
    let without = Costs { volunteers: None, ..costs.clone() };
    assert_eq!(costs.scenarios(&lot()), without.scenarios(&lot()));
    assert_eq!(
        (costs.total(), costs.quarters(&lot())),
        (without.total(), without.quarters(&lot()))
    );
}

#[test]
fn bad_input_is_nothing_and_never_overflows() {
    let digits = "9".repeat(10_000);
    for wrong in ["-5", "1e999", digits.as_str(), "veel", "", "NaN", "0x10", "=1+1", "٣"] {
        let changes = SHEET.map(|(field, _)| (&field["price.costs.".len()..], wrong));
        assert_eq!(sheet(&changes).total(), Cents(0), "{wrong:.9}");
        assert_eq!(sheet(&[("volume", wrong)]).volume, None, "{wrong:.9}");
        assert_eq!(sheet(&[("rise.costs", wrong)]).rise_costs, None, "{wrong:.9}");
    }
    assert_eq!(sheet(&[("volume", "0")]).per_unit(), None);
    let most = "100.000.000.000";
    let changes = SHEET.map(|(field, _)| (&field["price.costs.".len()..], most));
    let mut changes = Vec::from(changes);
    changes.extend([("volume", "1"), ("volume_high", "100000000"), ("payer.1.who", "fund")]);
    changes.extend([("payer.1.amount", most), ("rise.costs", "100"), ("cash.once", most)]);
    let costs = sheet(&changes);
    assert_eq!(costs.total(), Cents(60_000_000_000_000));
    assert_eq!(costs.scenarios(&lot()).len(), 2);
    assert_eq!((costs.years(&lot()).len(), costs.quarters(&lot()).len()), (3, 4));
    costs.warnings(&lot());
}

proptest! {
    #[test]
    fn the_rate_is_the_nearest_cent(total in 0i64..10_000_000_000_000, volume in 1i64..100_000_000) {
        let mut costs = empty();
        costs.elements[0].amount = Some(Cents(total));
        costs.volume = Some(volume);
        let rate = i128::from(costs.per_unit().unwrap().0);
        let (total, volume) = (i128::from(total), i128::from(volume));
        let double_error = 2 * (rate * volume - total);
        prop_assert!(-volume < double_error && double_error <= volume);
    }

    #[test]
    fn scenarios_add_up(
        amounts in proptest::collection::vec(0i64..1_000_000_000, 6),
        shares in proptest::collection::vec(0u16..=10_000, 6),
        volumes in (1i64..100_000, 1i64..100_000, 1i64..100_000),
        payers in proptest::collection::vec(0i64..1_000_000_000, 0..6),
    ) {
        let mut costs = sheet(&[]);
        for (line, (amount, share)) in costs.elements.iter_mut().zip(amounts.iter().zip(shares)) {
            (line.amount, line.variable) = (Some(Cents(*amount)), Percent::of_hundredths(share));
        }
        (costs.volume_low, costs.volume, costs.volume_high) =
            (Some(volumes.0), Some(volumes.1), Some(volumes.2));
        costs.payers = payers.iter().map(|amount| Payer {
            row: 1, kind: PayerKind::Fund, name: String::new(), amount: Cents(*amount),
        }).collect();
        prop_assert_eq!(costs.payers_total().0, payers.iter().sum::<i64>());
        let lot = lot();
        for scenario in costs.scenarios(&lot) {
            let sum: i64 = scenario.costs.iter().map(|(_, amount)| amount.0).sum();
            prop_assert_eq!(scenario.total.0, sum);
            let income = scenario.income.unwrap().0;
            prop_assert_eq!(income, 3_910 * scenario.units + costs.payers_total().0);
            prop_assert_eq!(scenario.result.unwrap().0, income - sum);
            if scenario.units == volumes.1 {
                prop_assert_eq!(scenario.total, costs.total());
            }
        }
    }

    #[test]
    fn quarters_make_a_year(price in 0i64..100_000, own in 0i64..1_000_000_000, once in 0i64..1_000_000) {
        let mut costs = sheet(&[]);
        costs.rate = Some(Cents(price));
        (costs.own_money, costs.cash_once) = (Some(Cents(own)), Some(Cents(once)));
        let (lot, quarters) = (lot(), costs.quarters(&lot()));
        let total = |of: fn(&years::Quarter) -> Cents| quarters.iter().map(|q| of(q).0).sum::<i64>();
        prop_assert_eq!(total(|q| q.goes_out), costs.total().0 + once);
        prop_assert_eq!(total(|q| q.comes_in), costs.income(&lot).unwrap().0 + own);
        prop_assert_eq!(quarters[3].balance.0, total(|q| q.comes_in) - total(|q| q.goes_out));
    }
}
