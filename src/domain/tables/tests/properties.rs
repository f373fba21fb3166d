//! Whatever people press, in whatever order.

use proptest::prelude::*;

use super::*;

#[derive(Clone, Debug)]
enum Act {
    Sit(usize),
    Leave(usize),
    Reveal(usize),
    Fix(usize, i64),
    Postpone(usize),
    Reopen(usize),
    FixAll,
    Sign(usize),
    Open,
    Close,
}

const PEOPLE: [&str; 5] = ["fatima", "peter", "sanne", "marijke", "daan"];

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        3 => (0..5_usize).prop_map(Act::Sit),
        1 => (0..5_usize).prop_map(Act::Leave),
        8 => (0..4_usize).prop_map(Act::Reveal),
        8 => (0..4_usize, 0..6_i64).prop_map(|(i, g)| Act::Fix(i, g * 2)),
        1 => (0..4_usize).prop_map(Act::Postpone),
        1 => (0..4_usize).prop_map(Act::Reopen),
        4 => Just(Act::FixAll),
        8 => (0..5_usize).prop_map(Act::Sign),
        3 => Just(Act::Open),
        1 => Just(Act::Close),
    ];
    prop::collection::vec(act, 1..120)
}

fn perform(table: &mut Table, act: &Act, minute: i64) -> Result<(), TableRefusal> {
    let item = |i: usize| key(["A", "B"][i / 2], ["q1", "q2"][i % 2]);
    let now = later(minute);
    match act {
        Act::Sit(who) => table.take_seat(person(PEOPLE[*who]), now),
        Act::Leave(who) => table.leave_seat(person(PEOPLE[*who]), now),
        Act::Reveal(i) => table.reveal(&item(*i), now),
        Act::Fix(i, grade) => {
            let key = item(*i);
            let mut decision = decision(table, &key, *grade);
            decision.outside = REASON.into();
            let basis = Basis { scale: &scale(), first: &[x(4), x(8)], settling: Settling::Chair };
            table.fix((&key, decision), &basis, person("marijke"), now)
        }
        Act::Postpone(i) => table.postpone(&item(*i), now),
        Act::Reopen(i) => table.reopen(&item(*i), REASON),
        Act::FixAll => table.fix_quality(&Meeting::usual(), now),
        Act::Sign(who) => table.sign(person(PEOPLE[*who]), now),
        Act::Open => {
            table.may_turn_key(person("henk"))?;
            table.open_with(&keys())
        }
        Act::Close => table.close(now),
    }
}

proptest! {
    /// Invariant 17 of `evaluation.md` chapter 8, as far as types leave it open. Whatever people
    /// press in whatever order: no price before every item has a reasoned grade
    /// and all who are present signed; after that no grade moves; a refusal changes nothing; and
    /// the store finds the same phase back.
    #[test]
    fn nothing_opens_early_and_nothing_moves_late(start in 0..4_usize, acts in acts()) {
        let empty = || preparation().open(now()).unwrap();
        let starts: [fn() -> Table; 3] = [table, settled, signed];
        let mut table = starts.get(start).map_or_else(empty, |make| make());
        for (minute, act) in acts.iter().enumerate() {
            let before = table.clone();
            let done = perform(&mut table, act, minute as i64);
            if done.is_err() {
                prop_assert_eq!(&table, &before);
            }
            prop_assert_eq!(Phase::of(table.phase.moments()), Some(table.phase.clone()));
            let seats: Vec<_> = table.seats.iter().filter(|s| s.must_sign()).collect();
            let all_signed = seats.iter().all(|s| s.signed_at.is_some());
            if matches!(table.phase, Phase::Signed(_)) || table.open_price().is_some() {
                prop_assert!(table.is_settled() && all_signed && table.has_quorum());
            }
            if !matches!(before.phase, Phase::Discussing { .. } | Phase::QualityFixed { .. }) {
                prop_assert_eq!(&table.items, &before.items);
                prop_assert_eq!(&table.seats, &before.seats);
            }
            for item in &table.items {
                if let Some(consensus) = item.consensus() {
                    let basis = Basis { scale: &scale(), first: &[x(4), x(8)], settling: Settling::Chair };
                    let because = matches!(consensus.outside, Outside::Because(_));
                    prop_assert_eq!(because, basis.is_outside(&consensus.grade));
                }
            }
        }
    }
}
