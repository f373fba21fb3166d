use proptest::prelude::*;

use super::super::answers::Answers;
use super::super::example;
use super::gaps::PartyGap;
use super::joint::Board;
use super::statement::{self, Reading, Statement, Topic};
use super::work::{Cell, Grid, Hand, WHOLE, Work};
use super::*;

fn second(n: i64) -> Timestamp {
    Timestamp::from_second(n).unwrap()
}

fn party(name: &str) -> Party {
    Party {
        id: PartyId::named(name),
        bid: BidId::named("bid"),
        role: PartyRole::Partner,
        name: name.to_owned(),
        organisation: None,
        standing: PartyStanding::Invited { at: second(0), email: format!("{name}@x.example") },
    }
}

fn joined(name: &str) -> Party {
    let own = (OrganisationId::named(name), name.to_owned());
    party(name).join(own, PersonId::named(name), second(1)).unwrap()
}

fn signature(hash: &str) -> Signature {
    Signature { at: second(2), by: PersonId::named("a"), name: "A".into(), hash: hash.into() }
}

/// Every question of this party answered.
fn filled(name: &str) -> Vec<(String, String)> {
    let own = |topic: &Topic| (statement::named(PartyId::named(name), topic.as_str()), "x".into());
    Topic::ALL.iter().map(own).collect()
}

fn answers(texts: &[(String, String)]) -> Answers {
    Answers::of_texts(texts.iter().map(|(field, text)| (field.as_str(), text.as_str())))
}

/// A lot with one area and one kind of help, done by these.
fn work(hands: &[Hand]) -> Work {
    let mut work = Work::default();
    for cell in Grid::of(&example::fixed_lot()).cells() {
        for hand in hands {
            work.put(cell.clone(), *hand);
        }
    }
    work
}

fn joint(parties: Vec<Party>, hands: &[Hand]) -> Joint {
    Joint { parties, board: Board { work: work(hands), ..Board::default() }, terms: 1 }
}

#[test]
fn a_party_is_invited_joins_signs_and_leaves_in_that_order() {
    assert_eq!(party("a").sign(signature("1")), Err(PartyRefusal::NotJoined));
    assert_eq!(party("a").leave("no".into(), second(3)), Err(PartyRefusal::NotJoined));
    let joined = joined("a");
    let again = (OrganisationId::named("b"), "b".to_owned());
    let by = PersonId::named("b");
    assert_eq!(joined.clone().join(again.clone(), by, second(2)), Err(PartyRefusal::AlreadyIn));
    let signed = joined.sign(signature("1")).unwrap();
    assert_eq!(signed.clone().sign(signature("1")), Err(PartyRefusal::Signed));
    let left = signed.leave("no".into(), second(3)).unwrap();
    assert_eq!((left.is_active(), left.member()), (false, None));
    assert_eq!(left.clone().sign(signature("1")), Err(PartyRefusal::Gone));
    assert_eq!(left.clone().leave("no".into(), second(4)), Err(PartyRefusal::Gone));
    assert_eq!(left.join(again, by, second(4)), Err(PartyRefusal::Gone));
}

#[test]
fn a_signature_is_over_exactly_what_it_covers() {
    let texts = filled("a");
    let before = joint(vec![joined("a"), joined("b")], &[Hand::Party(PartyId::named("a"))]);
    let hash = before.covered(&before.parties[0], &answers(&texts));
    let covered = |joint: &Joint, texts: &[(String, String)]| {
        joint.covered(&joint.parties[0], &answers(texts)) == hash
    };
    // What others write, and where they work, is not its business.
    let mut others = [texts.clone(), filled("b")].concat();
    others.push(("price.costs.rate".into(), "38".into()));
    assert!(covered(&before, &others));
    let mut beside = before.clone();
    beside.board.work = work(&[Hand::Lead, Hand::Party(PartyId::named("a"))]);
    assert!(covered(&beside, &texts));
    // Each of these is.
    let mut other_text = texts.clone();
    other_text[0].1.push('y');
    assert!(!covered(&before, &other_text));
    let private = (statement::reading_field(PartyId::named("a")), "private".to_owned());
    assert!(!covered(&before, &[texts.clone(), vec![private]].concat()));
    let mut without_work = before.clone();
    without_work.board.work = Work::default();
    assert!(!covered(&without_work, &texts));
    let mut other_role = before.clone();
    other_role.parties[0].role = PartyRole::Subcontractor;
    assert!(!covered(&other_role, &texts));
}

#[test]
fn a_signature_for_another_text_is_taken_away() {
    let signed = joined("a").sign(signature("1")).unwrap();
    assert_eq!(signed.clone().unsign("1"), None);
    let unsigned = signed.unsign("2").unwrap();
    assert_eq!(
        unsigned.standing,
        PartyStanding::Joined { at: second(2), by: PersonId::named("a") }
    );
    assert_eq!(unsigned.unsign("1"), None);
}

#[test]
fn nobody_joins_twice_or_for_the_lead() {
    let joint = joint(vec![joined("a"), party("b")], &[]);
    let may =
        |name: &str| joint.may_join(OrganisationId::named(name), OrganisationId::named("lead"));
    assert_eq!(may("lead"), Err(PartyRefusal::OwnOrganisation));
    assert_eq!(may("a"), Err(PartyRefusal::AlreadyIn));
    assert_eq!(may("b"), Ok(()));
}

#[test]
fn a_bid_of_one_cooperative_misses_nothing_here() {
    assert_eq!(Joint::default().gaps(&Answers::default(), &example::fixed_lot()), []);
}

#[test]
fn every_gap_has_a_name() {
    let lot = example::fixed_lot();
    let (a, b) = (PartyId::named("a"), PartyId::named("b"));
    let cell = Grid::of(&lot).cells().next().unwrap();
    let gaps = |joint: &Joint, texts: &[(String, String)]| joint.gaps(&answers(texts), &lot);
    let name = |name: &str| name.to_owned();
    assert_eq!(
        gaps(&joint(vec![party("a"), joined("b")], &[]), &[]),
        [
            PartyGap::NotJoined { party: a, name: name("a") },
            PartyGap::Idle { party: a, name: name("a") },
            PartyGap::Unfinished { party: b, name: name("b") },
            PartyGap::Idle { party: b, name: name("b") },
            PartyGap::EmptyCell(cell.clone()),
        ]
    );
    let busy = joint(vec![joined("a")], &[Hand::Party(a)]);
    assert_eq!(gaps(&busy, &filled("a")), [PartyGap::NotSigned { party: a, name: name("a") }]);
    let hash = busy.covered(&busy.parties[0], &answers(&filled("a")));
    let mut done = busy.clone();
    done.parties[0] = joined("a").sign(signature(&hash)).unwrap();
    assert_eq!(gaps(&done, &filled("a")), []);
    // A signature for another text is none.
    assert_eq!(gaps(&done, &[]), [PartyGap::NotSigned { party: a, name: name("a") }]);
    // Whoever goes leaves a hole, also when nobody else is left.
    let mut left = done;
    left.parties[0] = left.parties[0].clone().leave("weg".into(), second(9)).unwrap();
    assert_eq!(gaps(&left, &filled("a")), [PartyGap::LeftWork { party: a, name: name("a") }]);
    left.parties.push(party("b"));
    left.board.work = {
        let mut work = work(&[Hand::Party(a)]);
        work.put(Cell { area: name("elsewhere"), service: name("01") }, Hand::Party(b));
        work
    };
    assert_eq!(
        gaps(&left, &filled("a")),
        [
            PartyGap::LeftWork { party: a, name: name("a") },
            PartyGap::NotJoined { party: b, name: name("b") },
            // What the lot does not ask is no work.
            PartyGap::Idle { party: b, name: name("b") },
            PartyGap::EmptyCell(cell),
        ]
    );
}

#[test]
fn a_lot_without_areas_is_one_row() {
    let mut lot = example::fixed_lot();
    lot.areas.clear();
    lot.categories.clear();
    let whole = || WHOLE.to_owned();
    let cells: Vec<Cell> = Grid::of(&lot).cells().collect();
    assert_eq!(cells, [Cell { area: whole(), service: whole() }]);
    assert!(Grid::of(&lot).has(&cells[0]));
    assert!(!Grid::of(&lot).has(&Cell { area: whole(), service: "01".into() }));
}

#[test]
fn a_private_part_goes_along_as_its_hash() {
    let lot = example::fixed_lot();
    let a = PartyId::named("a");
    let mut texts = filled("a");
    texts.push((statement::reading_field(a), Reading::Private.as_str().into()));
    let mut joint = joint(vec![joined("a"), joined("b")], &[Hand::Lead, Hand::Party(a)]);
    assert_eq!(joint.handed_in(&answers(&texts), &lot), None);
    let hash = joint.covered(&joint.parties[0], &answers(&texts));
    joint.parties[0] = joined("a").sign(signature(&hash)).unwrap();
    let handed_in = joint.handed_in(&answers(&texts), &lot).unwrap();
    let [part] = &handed_in.parties[..] else { panic!("one party signed") };
    assert_eq!((part.letter.as_str(), part.reading), ("A", Reading::Private));
    assert_eq!((part.texts.len(), part.signed_hash == hash), (0, true));
    assert_eq!(handed_in.work[0].hands, ["lead", "A"]);
    texts.pop();
    let shared = joint.handed_in(&answers(&texts), &lot).unwrap();
    assert_eq!(shared.parties[0].texts.len(), Topic::ALL.len());
}

#[test]
fn only_the_questions_of_a_part_are_its_fields() {
    let a = PartyId::named("a");
    for field in statement::fields(a) {
        assert_eq!(statement::field(&field.name), Some(field.clone()));
        assert_eq!(statement::party_of(&field.name), Some(a));
    }
    let long = statement::named(a, "gives.more");
    // The same id, spelled in another way, is another row in the database.
    let braced = format!("party.{{{a}}}.gives");
    let others = ["party", "party.", "party.x.gives", "price.costs.rate", "partying.a.gives"];
    for name in others.into_iter().chain([long.as_str(), &braced]) {
        assert_eq!(statement::field(name), None, "{name}");
    }
    let over = ["woord "; statement::WORDS as usize + 1].concat();
    let texts = [(statement::named(a, "gives"), over), (statement::named(a, "gains"), "x".into())];
    let missing = Statement::of(&answers(&texts), a).missing();
    assert!(missing.contains(&Topic::Gives) && !missing.contains(&Topic::Gains));
}

fn any_work() -> impl Strategy<Value = Work> {
    let hand =
        prop_oneof![Just(Hand::Lead), "[a-c]".prop_map(|name| Hand::Party(PartyId::named(&name))),];
    let cell = ("[a-d|\"]{1,3}", "0[1-4]");
    prop::collection::vec((cell, hand), 0..12).prop_map(|cells| {
        let mut work = Work::default();
        for ((area, service), hand) in cells {
            work.put(Cell { area, service }, hand);
        }
        work
    })
}

proptest! {
    #[test]
    fn a_matrix_survives_its_text(work in any_work()) {
        let text = serde_json::to_string(&work).unwrap();
        prop_assert_eq!(serde_json::from_str::<Work>(&text).unwrap(), work);
    }

    #[test]
    fn a_signature_holds_exactly_as_long_as_its_row(one in any_work(), two in any_work()) {
        let (a, none) = (PartyId::named("a"), Answers::default());
        let with = |work: &Work| Joint {
            parties: vec![joined("a")],
            board: Board { work: work.clone(), ..Board::default() },
            terms: 1,
        };
        let hash = |joint: Joint| joint.covered(&joint.parties[0], &none);
        let same = hash(with(&one)) == hash(with(&two));
        prop_assert_eq!(same, one.of(a) == two.of(a));
    }

    #[test]
    fn no_field_name_breaks_the_reading(name in "(party)?[.]?\\PC{0,40}") {
        prop_assert!(statement::field(&name).is_none_or(|field| field.name == name));
    }
}
