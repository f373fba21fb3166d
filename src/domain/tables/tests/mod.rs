mod properties;
mod votes;

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::*;
use crate::domain::ids::{BidId, LotId, PersonId, TableId};
use crate::domain::money::Cents;
use crate::domain::permission::SeatRole;
use crate::domain::review::keys::{KeyRefusal, Turn};
use crate::domain::scoring::{
    Bands, Criterion, Exact, Grade, Method, Outside as End, PriceRule, Scale, Scheme, Seed, TieEnd,
};

const REASON: &str = "Duidelijk en met bewijs.";

fn now() -> Timestamp {
    Timestamp::from_second(1_800_000_000).unwrap()
}

fn later(minutes: i64) -> Timestamp {
    now() + SignedDuration::from_mins(minutes)
}

fn person(name: &str) -> PersonId {
    PersonId::named(name)
}

fn x(number: i64) -> Exact {
    Exact::from(number)
}

fn scale() -> Scale {
    let grade = |value| Grade {
        value: x(value),
        label: format!("grade {value}"),
        text: String::new(),
        knock_out: false,
    };
    Scale::worded([0, 2, 4, 6, 8, 10].map(grade).to_vec())
}

fn scheme() -> Scheme {
    let criterion = |code: &str, weight| Criterion {
        code: code.into(),
        weight: x(weight),
        scale: scale(),
        threshold: None,
    };
    let price = PriceRule {
        weight: x(20),
        floor: x(30),
        ceiling: x(40),
        below: End::Exclude,
        above: End::Exclude,
    };
    Scheme::new(Method::WeightedAbsolute(price), vec![criterion("q1", 50), criterion("q2", 30)])
}

fn key(bid: &str, criterion: &str) -> ItemKey {
    ItemKey { bid: BidId::named(bid), criterion: criterion.into() }
}

fn preparation() -> Preparation {
    let assessor =
        |name: &str| Assessor { person: person(name), name: name.into(), locked_at: Some(now()) };
    Preparation {
        table: TableId::named("t"),
        lot: LotId::named("l"),
        assessors: ["fatima", "peter", "sanne"].map(assessor).to_vec(),
        others: vec![
            (person("marijke"), SeatRole::Chair),
            (person("daan"), SeatRole::Secretary),
            (person("peter"), SeatRole::Observer),
        ],
        bids: vec![BidId::named("A"), BidId::named("B")],
        criteria: vec!["q1".into(), "q2".into()],
    }
}

/// A table with the chair and two of the three assessors present.
fn table() -> Table {
    let mut table = preparation().open(now()).unwrap();
    for name in ["marijke", "fatima", "sanne"] {
        table.take_seat(person(name), now()).unwrap();
    }
    table
}

fn decision(table: &Table, key: &ItemKey, grade: i64) -> Decision {
    Decision {
        grade: x(grade),
        reason: REASON.into(),
        outside: String::new(),
        minority: String::new(),
        seen: table.item(key).unwrap().version,
    }
}

fn settle(table: &mut Table, key: &ItemKey, grade: i64) -> Result<(), TableRefusal> {
    table.reveal(key, now())?;
    let decision = decision(table, key, grade);
    let basis = Basis { scale: &scale(), first: &[x(4), x(8)], settling: Settling::Chair };
    table.fix((key, decision), &basis, person("marijke"), now())
}

fn settled() -> Table {
    let mut table = table();
    for key in table.items.iter().map(|i| i.key.clone()).collect::<Vec<_>>() {
        settle(&mut table, &key, 8).unwrap();
    }
    table
}

fn signed() -> Table {
    let mut table = settled();
    table.fix_quality(&Meeting::usual(), later(1)).unwrap();
    for name in ["fatima", "sanne", "marijke"] {
        table.sign(person(name), later(2)).unwrap();
    }
    table
}

fn keys() -> KeysTurned {
    let first = Turn { by: person("henk"), at: later(3) };
    let second = Turn { by: person("shanti"), at: later(4) };
    KeysTurned::by(Some(first), second).unwrap().unwrap()
}

#[test]
fn a_table_opens_when_every_assessor_has_locked() {
    let table = preparation().open(now()).unwrap();
    assert_eq!(table.phase, Phase::Discussing { opened_at: now() });
    assert_eq!(table.items.len(), 4);
    // Who scored sits as assessor, whatever other role they have.
    let roles: Vec<_> = table.seats.iter().map(|s| s.role.as_str()).collect();
    assert_eq!(roles, ["assessor", "assessor", "assessor", "chair", "secretary"]);
    let mut busy = preparation();
    busy.assessors[1].locked_at = None;
    let refusals = [
        busy,
        Preparation { assessors: vec![], ..preparation() },
        Preparation { bids: vec![], ..preparation() },
        Preparation { others: vec![], ..preparation() },
    ]
    .map(|p| p.open(now()).unwrap_err());
    use TableRefusal::{NoBids, NoChair, NotAllLocked};
    assert_eq!(refusals, [NotAllLocked, NotAllLocked, NoBids, NoChair]);
}

#[test]
fn nothing_is_shown_without_the_chair_and_most_assessors() {
    let mut table = preparation().open(now()).unwrap();
    let item = key("A", "q1");
    table.take_seat(person("marijke"), now()).unwrap();
    table.take_seat(person("fatima"), now()).unwrap();
    assert_eq!(table.reveal(&item, now()), Err(TableRefusal::NoQuorum));
    table.take_seat(person("sanne"), now()).unwrap();
    assert_eq!(table.reveal(&item, now()), Ok(()));
    table.leave_seat(person("marijke"), now()).unwrap();
    assert_eq!(table.reveal(&key("A", "q2"), now()), Err(TableRefusal::NoQuorum));
    assert_eq!(table.take_seat(person("carla"), now()), Err(TableRefusal::NoSeat));
}

#[test]
fn a_grade_needs_a_shown_item_a_place_on_the_scale_and_a_reason() {
    let mut table = table();
    let item = key("A", "q1");
    let basis = Basis { scale: &scale(), first: &[x(4), x(8)], settling: Settling::Chair };
    let fix = |table: &mut Table, decision| {
        table.fix((&item, decision), &basis, person("marijke"), later(5))
    };
    let hidden = decision(&table, &item, 8);
    assert_eq!(fix(&mut table, hidden), Err(TableRefusal::NotRevealed));
    table.reveal(&item, later(1)).unwrap();
    let good = decision(&table, &item, 8);
    let with = |change: fn(&mut Decision)| {
        let mut decision = good.clone();
        change(&mut decision);
        decision
    };
    let refused = [
        with(|d| d.grade = x(7)),
        with(|d| d.reason = "Goed.".into()),
        with(|d| d.grade = x(10)),
        with(|d| d.grade = x(2)),
        with(|d| d.seen = 1),
    ]
    .map(|d| fix(&mut table, d).unwrap_err());
    use TableRefusal::{Changed, NoReason, NotOnScale, OutsideRange};
    assert_eq!(refused, [NotOnScale, NoReason, OutsideRange, OutsideRange, Changed]);
    let outside = with(|d| {
        d.grade = x(10);
        d.outside = "Wij lazen de bijlage samen.".into();
    });
    fix(&mut table, outside).unwrap();
    let consensus = table.item(&item).unwrap().consensus().unwrap();
    assert_eq!(
        *consensus,
        Consensus {
            grade: x(10),
            reason: REASON.into(),
            outside: Outside::Because("Wij lazen de bijlage samen.".into()),
            way: Way::Chair,
            by: person("marijke"),
            at: later(5),
        }
    );
    assert_eq!(table.current, None);
    let again = decision(&table, &item, 8);
    assert_eq!(fix(&mut table, again), Err(TableRefusal::AlreadyFixed));
}

#[test]
fn an_item_put_off_keeps_the_moment_it_was_shown() {
    let mut table = table();
    let item = key("B", "q2");
    assert_eq!(table.postpone(&item, now()), Err(TableRefusal::NotRevealed));
    table.reveal(&item, later(1)).unwrap();
    table.postpone(&item, later(2)).unwrap();
    let state = ItemState::Postponed { revealed_at: later(1), at: later(2) };
    assert_eq!((&table.item(&item).unwrap().state, &table.current), (&state, &None));
    table.reveal(&item, later(3)).unwrap();
    assert_eq!(table.item(&item).unwrap().state, ItemState::Revealed { at: later(1) });
}

#[test]
fn the_quality_is_signed_by_all_who_are_present_and_answer_for_it() {
    let mut table = table();
    assert_eq!(table.fix_quality(&Meeting::usual(), now()), Err(TableRefusal::ItemsOpen));
    assert_eq!(table.sign(person("fatima"), now()), Err(TableRefusal::OtherPhase));
    let mut table = settled();
    table.take_seat(person("daan"), now()).unwrap();
    table.fix_quality(&Meeting::usual(), later(1)).unwrap();
    assert_eq!(table.sign(person("daan"), later(2)), Err(TableRefusal::MayNotSign));
    assert_eq!(table.sign(person("peter"), later(2)), Err(TableRefusal::NotPresent));
    table.sign(person("fatima"), later(2)).unwrap();
    assert_eq!(table.sign(person("fatima"), later(2)), Err(TableRefusal::AlreadySigned));
    assert_eq!(table.leave_seat(person("fatima"), later(2)), Err(TableRefusal::AlreadySigned));
    table.sign(person("marijke"), later(3)).unwrap();
    assert_eq!(table.phase.word(), "quality_fixed");
    table.sign(person("sanne"), later(4)).unwrap();
    let moments = [Some(now()), Some(later(1)), Some(later(4)), None, None];
    assert_eq!((table.phase.word(), table.phase.moments()), ("signed", moments));
    assert_eq!(table.take_seat(person("peter"), later(5)), Err(TableRefusal::OtherPhase));
}

#[test]
fn reopening_needs_a_reason_and_takes_the_signatures_back() {
    let mut table = settled();
    table.fix_quality(&Meeting::usual(), later(1)).unwrap();
    table.sign(person("fatima"), later(2)).unwrap();
    let item = key("A", "q1");
    assert_eq!(table.reopen(&item, " "), Err(TableRefusal::NoReason));
    table.reopen(&item, "Bij nalezen was bijlage 2 vergeten.").unwrap();
    assert_eq!(table.phase, Phase::Discussing { opened_at: now() });
    assert!(table.seats.iter().all(|s| s.signed_at.is_none()));
    assert_eq!(table.current, Some(item.clone()));
    assert_eq!(table.fix_quality(&Meeting::usual(), later(3)), Err(TableRefusal::ItemsOpen));
    assert_eq!(signed().reopen(&item, "Toch nog een keer kijken."), Err(TableRefusal::OtherPhase));
}

#[test]
fn two_people_open_the_price_and_only_after_signing() {
    let turn = |name: &str, minute| Turn { by: person(name), at: later(minute) };
    let again = KeysTurned::by(Some(turn("henk", 0)), turn("henk", 1));
    assert_eq!(again, Err(KeyRefusal::SamePerson));
    assert_eq!(KeysTurned::by(Some(turn("henk", 0)), turn("shanti", 11)), Ok(None));
    assert_eq!(settled().open_with(&keys()), Err(TableRefusal::OtherPhase));
    assert_eq!(settled().may_turn_key(person("henk")), Err(TableRefusal::OtherPhase));
    let mut table = signed();
    assert_eq!(table.may_turn_key(person("daan")), Err(TableRefusal::KeyHolderSits));
    assert_eq!((table.may_turn_key(person("henk")), table.open_price()), (Ok(()), None));
    table.open_with(&keys()).unwrap();
    let proof = table.open_price().unwrap();
    assert_eq!((proof.lot(), proof.at()), (table.lot, later(4)));
    assert_eq!(table.open_with(&keys()), Err(TableRefusal::OtherPhase));
    table.close(later(9)).unwrap();
    assert_eq!(table.phase.word(), "closed");
    assert_eq!(table.close(later(9)), Err(TableRefusal::OtherPhase));
}

fn sealed(seal: Seal) -> SealedSeed {
    SealedSeed::new(Seed::from_number(1), seal)
}

/// Two bids with the same grades and the same price.
fn equal() -> Priced {
    let mut table = signed();
    table.open_with(&keys()).unwrap();
    let proof = table.open_price().unwrap();
    let codes = BTreeMap::from([(BidId::named("A"), "A".into()), (BidId::named("B"), "B".into())]);
    let prices = ["A", "B"].map(|bid| (BidId::named(bid), Cents(3500))).into();
    Priced::new(&table, &proof, &codes, &prices)
}

#[test]
fn a_seed_comes_out_when_the_draw_was_held_or_when_it_decides_nothing() {
    let places = |ranking: &Ranking| -> Vec<usize> {
        ranking.outcome.ranking().map(|(place, _)| place).collect()
    };
    let drawing = || {
        let mut scheme = scheme();
        scheme.ties.end = TieEnd::Draw;
        scheme
    };
    let shut = rank(&drawing(), &equal(), &sealed(Seal::Whole)).unwrap();
    assert_eq!((places(&shut), &shut.seed), (vec![1, 1], &None));
    assert!(shut.outcome.awaits_draw());
    assert_eq!(tied(&drawing(), &equal()).unwrap(), ["A", "B"]);
    let open = rank(&drawing(), &equal(), &sealed(Seal::Broken)).unwrap();
    assert_eq!((places(&open), &open.seed), (vec![1, 2], &Some(Seed::from_number(1))));
    assert_eq!(sealed(Seal::Whole).commitment(), sealed(Seal::Broken).commitment());
    // Where bids stay tied nobody draws.
    let shared = rank(&scheme(), &equal(), &sealed(Seal::Whole)).unwrap();
    assert_eq!((places(&shared), shared.seed.is_some()), (vec![1, 1], true));
}

#[test]
fn the_ranking_is_the_published_sum() {
    let mut table = signed();
    table.open_with(&keys()).unwrap();
    let proof = table.open_price().unwrap();
    let codes = BTreeMap::from([(BidId::named("A"), "A".into()), (BidId::named("B"), "B".into())]);
    let prices =
        BTreeMap::from([(BidId::named("A"), Cents(3500)), (BidId::named("B"), Cents(3250))]);
    let priced = Priced::new(&table, &proof, &codes, &prices);
    let outcome = rank(&scheme(), &priced, &sealed(Seal::Whole)).unwrap().outcome;
    // 8 of 10 earns 40 + 24; (40 - 32.50) / 10 of 20 is 15, (40 - 35) / 10 of 20 is 10.
    let ranking: Vec<_> =
        outcome.ranking().map(|(place, bid)| (place, bid.id.as_str(), bid.total.clone())).collect();
    assert_eq!(ranking, [(1, "B", Some(x(79))), (2, "A", Some(x(74)))]);
}

#[test]
fn the_biggest_differences_come_first_and_what_was_put_off_last() {
    let mut table = table();
    let first = |bid: &'static str, criterion: &'static str, grades: [i64; 3]| {
        let names = ["fatima", "peter", "sanne"];
        let key = key(bid, criterion);
        names.into_iter().zip(grades).map(move |(name, grade)| FirstGrade {
            assessor: person(name),
            item: key.clone(),
            grade: x(grade),
            reason: REASON.into(),
        })
    };
    let grades: Vec<FirstGrade> = first("A", "q1", [8, 8, 6])
        .chain(first("B", "q1", [8, 8, 8]))
        .chain(first("A", "q2", [10, 2, 8]))
        .chain(first("B", "q2", [10, 4, 8]))
        .collect();
    let codes = BTreeMap::from([(BidId::named("A"), "A".into()), (BidId::named("B"), "B".into())]);
    let lines = |table: &Table| -> Vec<String> {
        let line = |l: AgendaLine| {
            let size = l.difference.clone().map(|d| d.plain()).unwrap_or_default();
            let mark = match (l.is_large(), l.is_green()) {
                (true, _) => "!",
                (_, true) => "=",
                _ => "",
            };
            format!("{}{} {size}{mark}", l.code, l.key.criterion)
        };
        agenda(&table.items, (&scheme(), Bands::usual()), &codes, &grades)
            .into_iter()
            .map(line)
            .collect()
    };
    assert_eq!(lines(&table), ["Aq2 8!", "Bq2 6!", "Aq1 2", "Bq1 0="]);
    table.reveal(&key("A", "q2"), now()).unwrap();
    table.postpone(&key("A", "q2"), now()).unwrap();
    assert_eq!(lines(&table), ["Bq2 6!", "Aq1 2", "Bq1 0=", "Aq2 8!"]);
    assert_eq!(grades_of(&grades, &key("A", "q2")), [x(2), x(8), x(10)]);
}

#[test]
fn equal_grades_are_a_proposal() {
    let scale = scale();
    let agreed = |grades: &[i64]| {
        let first: Vec<Exact> = grades.iter().map(|g| x(*g)).collect();
        let basis = Basis { scale: &scale, first: &first, settling: Settling::Chair };
        assert!(!basis.is_outside(&x(8)));
        basis.agreed().cloned()
    };
    assert_eq!([agreed(&[8, 8]), agreed(&[8, 6]), agreed(&[])], [Some(x(8)), None, None]);
}
