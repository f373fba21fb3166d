//! A round of lots at a fixed price with one criterion, so that grades alone decide.

use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::domain::bids::example;
use crate::domain::ids::{BidId, LotId, OrganisationId, PersonId, RoundId};
use crate::domain::rounds::definition::{Criterion, Definition, Grade, Remedy};
use crate::domain::rounds::{Lot, Phase, Publication, Round};
use crate::domain::scoring::{BidGrades, Exact, LotRule, TieEnd, score_bids};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn carla() -> PersonId {
    PersonId::named("carla")
}

fn definition(rule: LotRule, limit: Option<u16>) -> Definition {
    let criterion = serde_json::json!({
        "code": "q1", "name": "Kennis van het gebied", "question": "", "kind": "quality",
        "weight": "100", "threshold": "2", "sections": [],
    });
    let grade = |value: i64| Grade {
        value: Exact::from(value),
        label: format!("cijfer {value}"),
        text: format!("Tekst bij {value}."),
    };
    let criterion: Criterion = serde_json::from_value(criterion).unwrap();
    Definition {
        lot_rule: rule,
        lots_per_bidder: limit,
        scale: (0..=10).map(grade).collect(),
        criteria: vec![criterion],
        ..example::definition()
    }
}

/// A lot whose bids read `"nabuur 8 1"`: cooperative, grade (or `-` for refused), preference.
fn lot(definition: &Definition, number: u16, bids: &[&str]) -> LotFile {
    let id = LotId::named(&number.to_string());
    let mut grades = vec![];
    let mut entrants = vec![];
    let mut reasons = std::collections::BTreeMap::new();
    for (place, line) in bids.iter().enumerate() {
        let [name, grade, preference] = line.split(' ').collect::<Vec<_>>()[..] else { panic!() };
        let code = char::from(b'A' + u8::try_from(place).unwrap()).to_string();
        let bid = BidId::named(&format!("{number}-{name}"));
        entrants.push(Entrant {
            bid,
            cooperative: OrganisationId::named(name),
            name: name.to_owned(),
            place: "Elsbroek".into(),
            number: format!("BB-{number}-{name}"),
            code: code.clone(),
            preference: preference.parse().unwrap(),
            admittance: match grade {
                "-" => Admittance::Refused(vec!["Er is geen verzekering.".into()]),
                _ => Admittance::Joins(vec![]),
            },
        });
        if grade != "-" {
            let grade = [("q1".to_owned(), grade.parse().unwrap())].into();
            grades.push(BidGrades { id: code, grades: grade, ..BidGrades::default() });
            reasons.insert((bid, "q1".to_owned()), format!("Zo doet {name} het."));
        }
    }
    let details = example::fixed_lot();
    let scheme = definition.scheme(&details);
    let standing = match grades.is_empty() {
        true => Standing::Empty,
        false => Standing::Ranked(Box::new(Ranked {
            outcome: score_bids(&scheme, &grades, None).unwrap(),
            reasons,
            prices: Default::default(),
        })),
    };
    let lot = Lot { id, round: RoundId::named("r"), number, details, shapes: vec![] };
    LotFile { lot, entrants, standing, decision: None }
}

pub fn file(rule: LotRule, limit: Option<u16>, lots: &[&[&str]]) -> RoundFile {
    let definition = definition(rule, limit);
    let lots =
        (1..).zip(lots).map(|(number, bids)| lot(&definition, number, bids)).collect::<Vec<_>>();
    let round = Round {
        id: RoundId::named("r"),
        municipality: OrganisationId::named("waldervoort"),
        phase: Phase::Opened {
            publication: Publication { at: at("2026-09-01T07:00:00Z"), hash: "f0".into() },
            opened_at: at("2026-11-01T09:00:00Z"),
        },
        definition,
        extended: None,
        version: 1,
    };
    RoundFile { round, lots }
}

fn bid(number: u16, name: &str) -> BidId {
    BidId::named(&format!("{number}-{name}"))
}

fn winners(file: &RoundFile) -> Vec<Option<String>> {
    let proposals = file.proposals();
    let name = |lot: &LotFile| {
        let winner = proposals[&lot.lot.id].winner()?;
        Some(lot.entrant(winner).unwrap().name.clone())
    };
    file.lots.iter().map(name).collect()
}

pub fn award(number: u16, name: &str) -> Draft {
    Draft {
        verdict: Some(Verdict::Award(bid(number, name))),
        reasons: "Deze inschrijving past het best.".into(),
        advantages: "Kent het dorp goed.".into(),
        deviation: String::new(),
        seen: None,
    }
}

pub fn decided(mut file: RoundFile, drafts: &[(u16, Draft)]) -> RoundFile {
    for (number, draft) in drafts {
        let id = LotId::named(&number.to_string());
        let decision = file.decide(id, draft.clone(), carla(), at("2026-11-20T10:00:00Z"));
        let lot = file.lots.iter_mut().find(|lot| lot.lot.id == id).unwrap();
        lot.decision = Some(decision.unwrap());
    }
    file
}

#[test]
fn a_bidder_keeps_the_lot_it_likes_best() {
    let lots: [&[&str]; 2] = [&["nabuur 10 2", "zorgkring 8 1"], &["nabuur 10 1", "thuis 6 1"]];
    let two = file(LotRule::BidderPreference, Some(1), &lots);
    assert_eq!(winners(&two), [Some("zorgkring".into()), Some("nabuur".into())]);
    let passed = Passed {
        bid: bid(1, "nabuur"),
        place: Some(1),
        why: Why::Prefers(vec![LotId::named("2")]),
    };
    assert_eq!(two.proposals()[&LotId::named("1")].passed(), [passed]);
    let free = file(LotRule::BidderPreference, None, &lots);
    assert_eq!(winners(&free), [Some("nabuur".into()), Some("nabuur".into())]);
}

#[test]
fn a_lot_without_a_bid_that_counts_goes_to_nobody() {
    let file = file(LotRule::BestPerLot, None, &[&["nabuur - 1"], &[], &["thuis 1 1"]]);
    let proposals = file.proposals();
    let of = |n: &str| proposals[&LotId::named(n)].clone();
    let out = |bid, why| vec![Passed { bid, place: None, why }];
    assert_eq!(of("1"), Proposal::Nobody(out(bid(1, "nabuur"), Why::NotAdmitted)));
    assert_eq!(of("2"), Proposal::Nobody(vec![]));
    assert_eq!(of("3"), Proposal::Nobody(out(bid(3, "thuis"), Why::BelowThreshold)));
    let grounds: Vec<_> = file.lots.iter().map(LotFile::likely_ground).collect();
    let (none, low) = (Ground::NoneAdmitted, Ground::QualityTooLow);
    assert_eq!(grounds, [Some(none), Some(Ground::NoBids), Some(low)]);
}

#[test]
fn a_shared_place_stops_its_own_lot_only() {
    let lots: [&[&str]; 2] = [&["nabuur 8 1", "thuis 8 1"], &["zorgkring 6 1"]];
    let mut file = file(LotRule::BestPerLot, None, &lots);
    file.round.definition.ties.end = TieEnd::StaysTied;
    let proposals = file.proposals();
    let both = [bid(1, "nabuur"), bid(1, "thuis")];
    let Proposal::Shared(found) = &proposals[&LotId::named("1")] else { panic!("{proposals:?}") };
    assert!(found.iter().all(|bid| both.contains(bid)) && found.len() == 2);
    assert_eq!(winners(&file)[1], Some("zorgkring".into()));
}

#[test]
fn a_waiting_lot_holds_up_the_others_only_where_they_hang_together() {
    let lots: [&[&str]; 2] = [&["nabuur 8 1"], &["nabuur 8 2"]];
    let mut bound = file(LotRule::BidderPreference, Some(1), &lots);
    bound.lots[1].standing = Standing::Waiting;
    assert_eq!(bound.may_decide(&bound.lots[0]), Err(DecisionRefusal::NotRipe));
    bound.round.definition.lots_per_bidder = None;
    assert_eq!(bound.may_decide(&bound.lots[0]), Ok(()));
    assert_eq!(bound.may_decide(&bound.lots[1]), Err(DecisionRefusal::NotRipe));
    assert_eq!(bound.proposals()[&LotId::named("2")], Proposal::Waiting);
}

#[test]
fn a_decision_needs_its_reasons_and_more_of_them_to_deviate() {
    let file = file(LotRule::BestPerLot, None, &[&["nabuur 8 1", "thuis 6 1", "kolk 1 1"]]);
    let lacks =
        |draft: &Draft| file.lacks(&file.lots[0], &file.proposals()[&LotId::named("1")], draft);
    assert_eq!(lacks(&award(1, "nabuur")), []);
    let nothing = Draft { verdict: None, reasons: "Goed.".into(), ..award(1, "nabuur") };
    assert_eq!(lacks(&nothing), [Lack::Verdict, Lack::Reasons]);
    let bare = Draft { advantages: "".into(), ..award(1, "nabuur") };
    assert_eq!(lacks(&bare), [Lack::Advantages]);
    assert_eq!(lacks(&award(1, "thuis")), [Lack::Deviation]);
    let because = Draft { deviation: "De winnaar trok zich terug.".into(), ..award(1, "thuis") };
    assert_eq!(lacks(&because), []);
    // A bid below a threshold has no place, so it cannot be chosen at all.
    assert_eq!(lacks(&award(1, "kolk")), [Lack::Verdict, Lack::Deviation]);
    let nobody = Draft {
        verdict: Some(Verdict::NoAward(Ground::OverBudget)),
        advantages: "".into(),
        ..award(1, "nabuur")
    };
    assert_eq!(lacks(&nobody), [Lack::Deviation]);
}

#[test]
fn nobody_gets_more_lots_than_were_announced() {
    let lots: [&[&str]; 2] = [&["nabuur 10 1", "thuis 6 1"], &["nabuur 10 2", "thuis 8 2"]];
    let file = decided(file(LotRule::BidderPreference, Some(1), &lots), &[(1, award(1, "nabuur"))]);
    let draft = Draft { deviation: "Thuis trok zich terug.".into(), ..award(2, "nabuur") };
    let refused = file.decide(LotId::named("2"), draft, carla(), at("2026-11-20T11:00:00Z"));
    assert_eq!(refused, Err(DecisionRefusal::Lacks(Lack::Limit)));
}

#[test]
fn two_who_decide_at_once_notice_each_other() {
    let file =
        decided(file(LotRule::BestPerLot, None, &[&["nabuur 8 1"]]), &[(1, award(1, "nabuur"))]);
    let id = LotId::named("1");
    let later = at("2026-11-20T11:00:00Z");
    let late = file.decide(id, award(1, "nabuur"), carla(), later);
    assert_eq!(late, Err(DecisionRefusal::Changed));
    let seen = Draft { seen: Some(at("2026-11-20T10:00:00Z")), ..award(1, "nabuur") };
    assert!(file.decide(id, seen, carla(), later).is_ok());
}

#[test]
fn a_round_is_published_once_with_every_lot_decided_and_nothing_changed() {
    let lots: [&[&str]; 2] = [&["nabuur 8 1"], &["thuis 8 1"]];
    let half = decided(file(LotRule::BestPerLot, None, &lots), &[(1, award(1, "nabuur"))]);
    let now = at("2026-11-23T09:00:00Z");
    assert_eq!(half.publish(&half.record_hash(), now), Err(DecisionRefusal::LotsOpen));
    let seen = half.record_hash();
    let whole = decided(half, &[(2, award(2, "thuis"))]);
    assert_eq!(whole.publish(&seen, now), Err(DecisionRefusal::Changed));
    let round = whole.publish(&whole.record_hash(), now).unwrap();
    assert!(matches!(round.phase, Phase::Decided { decided_at, .. } if decided_at == now));
    let again = RoundFile { round, ..whole };
    let refused = again.publish(&again.record_hash(), now);
    assert_eq!(refused, Err(DecisionRefusal::Published));
    assert_eq!(again.may_decide(&again.lots[0]), Err(DecisionRefusal::Published));
}

#[test]
fn a_letter_has_what_the_law_asks() {
    let lots: [&[&str]; 2] =
        [&["nabuur 10 2", "zorgkring 8 1", "kolk 1 1", "hulp - 1"], &["nabuur 10 1"]];
    let drafts = [(1, award(1, "zorgkring")), (2, award(2, "nabuur"))];
    let file = decided(file(LotRule::BidderPreference, Some(1), &lots), &drafts);
    let of = |name: &str| {
        let entrant = file.lots[0].entrants.iter().find(|e| e.name == name).unwrap();
        Desk::new(&file, date(2026, 11, 23)).facts(&file.lots[0], entrant).unwrap()
    };
    let nabuur = of("nabuur");
    assert_eq!(nabuur.ending, Ending::Passed(Why::Prefers(vec![LotId::named("2")])));
    assert_eq!(nabuur.own, Some(Rank { place: 1, total: Exact::from(100) }));
    let winner = nabuur.winner.unwrap();
    assert_eq!((winner.name.as_str(), winner.rank.place), ("zorgkring", 2));
    let mark = |n: i64| Mark { grade: Exact::from(n), points: Exact::from(n * 10) };
    let [line] = &nabuur.lines[..] else { panic!() };
    assert_eq!((&line.own, &line.winner), (&mark(10), &Some(mark(8))));
    assert_eq!(line.reason, "Zo doet nabuur het.");
    assert_eq!(nabuur.bids, 4);
    assert_eq!(nabuur.objection.term.counted_last_day, date(2026, 12, 13));
    assert_eq!(nabuur.objection.term.last_day, date(2026, 12, 14));
    assert!(nabuur.objection.is_extended());
    assert_eq!((nabuur.publication.as_str(), nabuur.record), ("f0", file.record_hash()));

    assert_eq!(of("zorgkring").ending, Ending::Won);
    assert_eq!(of("zorgkring").lines[0].winner, None);
    assert!(matches!(of("kolk").ending, Ending::Excluded(why) if why.len() == 1));
    assert_eq!(of("hulp").ending, Ending::Refused(vec!["Er is geen verzekering.".into()]));
    assert_eq!((of("hulp").own, of("hulp").lines), (None, vec![]));
}

#[test]
fn an_objection_to_a_subsidy_runs_in_weeks() {
    let objection = objection(Remedy::Objection { weeks: 6 }, date(2027, 2, 15));
    assert_eq!(objection.term.first_day, date(2027, 2, 16));
    assert_eq!(objection.term.counted_last_day, date(2027, 3, 29));
    assert_eq!(objection.term.last_day, date(2027, 3, 30));
}

proptest! {
    /// Whatever the grades and wishes are: a limit holds, and nobody can point to a lot that it
    /// likes better than one it got and where it stands above the one who got it.
    #[test]
    fn a_proposal_keeps_the_limit_and_leaves_nobody_with_a_grievance(
        grades in prop::collection::vec(prop::collection::vec(2_u8..=10, 3), 3),
        first in prop::collection::vec(0_usize..3, 3),
        limit in 1_u16..=3,
    ) {
        let names = ["nabuur", "thuis", "kolk"];
        // Grades differ per lot, so that no place is shared.
        let line = |lot: usize, bidder: usize| {
            let grade = usize::from(grades[lot][bidder] % 3) * 3 + bidder + 2;
            let wish = (lot + 3 - first[bidder]) % 3 + 1;
            format!("{} {grade} {wish}", names[bidder])
        };
        let lots: Vec<Vec<String>> =
            (0..3).map(|l| (0..3).map(|b| line(l, b)).collect()).collect();
        let lots: Vec<Vec<&str>> =
            lots.iter().map(|l| l.iter().map(String::as_str).collect()).collect();
        let lots: Vec<&[&str]> = lots.iter().map(Vec::as_slice).collect();
        let file = file(LotRule::BidderPreference, Some(limit), &lots);
        let got = winners(&file);
        for name in names {
            let has = got.iter().flatten().filter(|winner| *winner == name).count();
            prop_assert!(has <= usize::from(limit));
        }
        let proposals = file.proposals();
        for (lot, winner) in file.lots.iter().zip(&got) {
            let Some(winner) = winner else { continue };
            let place = |name: &str| {
                let entrant = lot.entrants.iter().find(|e| e.name == name).unwrap();
                (lot.place(entrant.bid), entrant.preference)
            };
            for name in names {
                if place(name).0 >= place(winner).0 {
                    continue;
                }
                let wished = |other: &LotFile| {
                    other.entrants.iter().find(|e| e.name == name).unwrap().preference
                };
                let mine = file.lots.iter().zip(&got).filter(|(_, w)| w.as_deref() == Some(name));
                let worst = mine.map(|(other, _)| wished(other)).max();
                prop_assert!(worst.is_some_and(|worst| worst < place(name).1));
                let passed = proposals[&lot.lot.id].passed();
                prop_assert!(passed.iter().any(|p| lot.entrant(p.bid).unwrap().name == name));
            }
        }
    }
}
