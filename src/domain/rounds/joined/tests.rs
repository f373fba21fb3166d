use proptest::prelude::*;

use super::*;
use crate::domain::ids::PersonId;
use crate::domain::rounds::Phase;
use crate::domain::rounds::Publication;
use crate::domain::rounds::publication::tests::{lot, now, round};
use crate::domain::rounds::publication::{LotProblem, SetUpRefusal};

fn municipality(name: &str) -> OrganisationId {
    OrganisationId::named(name)
}

fn participant(name: &str, weights: Option<[i64; 3]>) -> Participant {
    let own = |[q1, q2, price]: [i64; 3]| Weights {
        criteria: [("q1".to_owned(), q1.into()), ("q2".to_owned(), q2.into())].into(),
        price: Some(price.into()),
    };
    Participant { municipality: municipality(name), name: name.into(), weights: weights.map(own) }
}

/// Rietmeer weighs as the round does (70, 15 and 15 for the price), Duinrade in its own way.
fn joint() -> Round {
    let mut round = round();
    round.definition.participants =
        vec![participant("rietmeer", None), participant("duinrade", Some([40, 40, 20]))];
    round
}

fn lots() -> [Lot; 3] {
    let of = |number, for_whom| {
        let mut lot = lot(number);
        lot.details.for_whom = for_whom;
        lot
    };
    [
        of(1, ForWhom::Together),
        of(2, ForWhom::Participant(municipality("rietmeer"))),
        of(3, ForWhom::Participant(municipality("duinrade"))),
    ]
}

#[test]
fn a_lot_is_of_one_municipality_or_of_all() {
    let round = joint();
    let whose = lots().map(|lot| round.definition.whose(&lot.details, "Waldervoort"));
    assert_eq!(whose, ["Waldervoort, rietmeer, duinrade", "rietmeer", "duinrade"]);
    let mut centre = lot(4).details;
    centre.for_whom = ForWhom::Centre;
    assert_eq!(round.definition.whose(&centre, "Waldervoort"), "Waldervoort");
}

fn given(name: &str, terms: &str) -> Mandate {
    Mandate {
        id: MandateId::named(name),
        municipality: municipality(name),
        by: (PersonId::named(name), name.into()),
        at: now(),
        reference: "2027-14".into(),
        decided_on: "2027-01-04".parse().unwrap(),
        terms: terms.into(),
        withdrawn: None,
    }
}

fn found(change: impl FnOnce(&mut Definition, &mut [Lot; 3])) -> Vec<Problem> {
    let (mut round, mut lots) = (joint(), lots());
    change(&mut round.definition, &mut lots);
    problems(&round.definition, &lots, now())
}

#[test]
fn each_lot_is_judged_with_the_weights_of_its_municipality() {
    let round = joint();
    let weights = |lot: &Lot| {
        let scheme = round.definition.scheme(&lot.details);
        let of: Vec<String> = scheme.criteria.iter().map(|c| c.weight.plain()).collect();
        (of, scheme.method.price_weight().map(Exact::plain))
    };
    let shared = (vec!["70".to_owned(), "15".to_owned()], Some("15".to_owned()));
    let [together, shares, own] = lots();
    assert_eq!(weights(&together), shared);
    assert_eq!(weights(&shares), shared);
    assert_eq!(weights(&own), (vec!["40".to_owned(), "40".to_owned()], Some("20".to_owned())));
    assert!(round.definition.weights_differ());
    let judged = round.clone().for_lot(&own.details);
    assert_eq!(judged.definition.criteria[0].weight, Exact::from(40));
    assert_eq!(round.clone().for_lot(&shares.details), round);
}

#[test]
fn a_round_of_one_municipality_reads_as_it_did() {
    let json = serde_json::to_string(&round().definition).unwrap();
    assert!(!json.contains("participants"), "{json}");
    assert!(!serde_json::to_string(&lot(1).details).unwrap().contains("for_whom"));
    let joint = joint().definition;
    let read: Definition = serde_json::from_str(&serde_json::to_string(&joint).unwrap()).unwrap();
    assert_eq!(read, joint);
}

#[test]
fn everybody_who_takes_part_is_checked() {
    use JoinedProblem::*;
    let joined = |name: &str, what| Problem::Joined(name.into(), what);
    assert_eq!(found(|_, _| {}), []);
    assert_eq!(
        found(|d, _| d.participants.push(participant("rietmeer", None))),
        [joined("rietmeer", Twice)]
    );
    assert_eq!(
        found(|_, lots| {
            lots[0].details.for_whom = ForWhom::Centre;
            lots[1].details.for_whom = ForWhom::Centre;
        }),
        [joined("rietmeer", NoLot)]
    );
    assert_eq!(
        found(|d, _| d.participants[1] = participant("duinrade", Some([40, 40, 30]))),
        [joined("duinrade", WeightSum(110.into()))]
    );
    assert_eq!(
        found(|d, _| d.participants[1] = participant("duinrade", Some([80, 0, 20]))),
        [joined("duinrade", NoWeight)]
    );
    let other = |d: &mut Definition, change: fn(&mut Weights)| {
        change(d.participants[1].weights.as_mut().unwrap());
    };
    for change in [
        (|own| _ = own.criteria.remove("q1")) as fn(&mut Weights),
        |own| _ = own.criteria.insert("q9".into(), 1.into()),
        |own| own.price = None,
    ] {
        assert_eq!(found(|d, _| other(d, change)), [joined("duinrade", OtherCriteria)]);
    }
    let stranger = |_: &mut Definition, lots: &mut [Lot; 3]| {
        lots[1].details.for_whom = ForWhom::Participant(municipality("elders"));
    };
    assert_eq!(found(stranger), [Problem::Lot(2, LotProblem::UnknownMunicipality)]);
    // Whoever buys alone in the end is the centre still.
    let mut alone = lot(1);
    alone.details.for_whom = ForWhom::Centre;
    assert_eq!(problems(&round().definition, &[alone], now()), []);
}

#[test]
fn it_is_published_with_every_mandate_for_exactly_its_text() {
    let (round, lots) = (joint(), lots());
    let terms = publication_hash(&round.definition, &lots);
    let all = [given("rietmeer", &terms), given("duinrade", &terms)];
    assert_eq!(without_mandate(&round.definition, &lots, &all), []);
    let publish = |round: &Round, all: &[Mandate]| round.clone().publish(3, &lots, all, now());
    assert!(publish(&round, &all).is_ok());
    assert_eq!(publish(&round, &all[..1]), Err(SetUpRefusal::Incomplete));
    // A comma elsewhere is another text.
    let mut changed = round.clone();
    changed.definition.summary.push(',');
    assert_eq!(publish(&changed, &all), Err(SetUpRefusal::Incomplete));
    assert_eq!(without_mandate(&changed.definition, &lots, &all).len(), 2);
    let back = round.withdraw_mandate(Some(all[1].clone()), ("Te duur.", now())).unwrap();
    let state = [all[0].clone(), back.clone()];
    assert_eq!(publish(&round, &state), Err(SetUpRefusal::Incomplete));
    let of = |name: &str, terms: &str| MandateState::of(&state, municipality(name), terms).word();
    assert_eq!(of("rietmeer", &terms), "holds");
    assert_eq!(of("rietmeer", "other"), "outdated");
    assert_eq!(of("duinrade", &terms), "withdrawn");
    assert_eq!(of("elders", &terms), "missing");
}

#[test]
fn what_is_no_mandate_is_refused() {
    use MandateRefusal::*;
    let (round, lots) = (joint(), lots());
    let terms = publication_hash(&round.definition, &lots);
    let take = |new: Mandate| round.take_mandate(&lots, &[given("rietmeer", &terms)], &new);
    let duinrade = given("duinrade", &terms);
    assert_eq!(take(duinrade.clone()), Ok(()));
    assert_eq!(take(given("rietmeer", &terms)), Err(Given));
    assert_eq!(take(given("elders", &terms)), Err(NotAsked));
    assert_eq!(take(given("duinrade", "another text")), Err(Changed));
    assert_eq!(take(Mandate { reference: " ".into(), ..duinrade.clone() }), Err(NoReference));
    let tomorrow = "2027-01-05".parse().unwrap();
    assert_eq!(take(Mandate { decided_on: tomorrow, ..duinrade.clone() }), Err(Future));
    let mut unfinished = round.clone();
    unfinished.definition.summary.clear();
    assert_eq!(unfinished.take_mandate(&lots, &[], &duinrade), Err(Unfinished));
    let at = Publication { at: now(), hash: terms.clone() };
    let published = Round { phase: Phase::Published(at), ..round.clone() };
    assert_eq!(published.take_mandate(&lots, &[], &duinrade), Err(Published));
    let withdraw = |round: &Round, mandate, reason| {
        round.withdraw_mandate(mandate, (reason, now())).map(|_| ())
    };
    assert_eq!(withdraw(&published, Some(duinrade.clone()), "Te duur."), Err(Published));
    assert_eq!(withdraw(&round, Some(duinrade), " "), Err(NoReason));
    assert_eq!(withdraw(&round, None, "Te duur."), Err(NoMandate));
}

#[test]
fn the_centre_does_not_take_part_in_its_own_round() {
    use crate::domain::rounds::changes::Change;
    use crate::domain::rounds::publication::Part;
    let mut round = round();
    let seen = round.definition.fingerprint(Part::Joint);
    let own = Participant { municipality: round.municipality, ..participant("rietmeer", None) };
    let change = Change::Participants(vec![own]);
    assert_eq!(round.change(change, &seen), Err(SetUpRefusal::OwnMunicipality));
}

proptest! {
    /// Whatever a municipality weighs, the lot it is for is judged by just that; the rest of the
    /// terms stays, and every other lot keeps the weights of the round.
    #[test]
    fn own_weights_touch_own_lots_only(q1 in 1_i64..98, split in 0_i64..98) {
        let rest = 100 - q1;
        let q2 = 1 + split % (rest - 1);
        let price = rest - q2;
        let mut round = joint();
        round.definition.participants[1] = participant("duinrade", Some([q1, q2, price]));
        let definition = &round.definition;
        let [together, shares, own] = lots();
        prop_assert_eq!(problems(definition, &lots(), now()), vec![]);
        for lot in [&together, &shares] {
            let same = definition.for_lot(&lot.details);
            prop_assert_eq!(same.as_ref(), definition);
        }
        let judged = definition.for_lot(&own.details);
        prop_assert_eq!(&Weights::of(&judged), definition.participants[1].weights.as_ref().unwrap());
        prop_assert_eq!(judged.weight_sum(), Exact::from(100));
        prop_assert!(definition.scheme(&own.details).problems().is_empty());
        let weights = Weights::of(definition);
        let back = judged.with_weights(&weights.criteria, weights.price.clone());
        prop_assert_eq!(&back, definition);
    }
}
