use super::*;
use proptest::prelude::*;

fn lots(number: usize, bids: usize) -> Vec<Part> {
    (0..number).map(|n| Part { lot: lot(n), bids }).collect()
}

fn lot(number: usize) -> LotId {
    LotId::named(&format!("l{number}"))
}

fn asked(number: usize) -> Vec<Asked> {
    (1..=number).map(|n| Asked { code: format!("q{n}"), fields: BTreeSet::new() }).collect()
}

fn people(number: usize) -> Vec<Candidate> {
    let one = |n: usize| Candidate {
        person: PersonId::named(&format!("p{n}")),
        fields: BTreeSet::new(),
        conflicts: BTreeSet::new(),
        elsewhere: 0,
    };
    (0..number).map(one).collect()
}

struct Case {
    way: Way,
    minimum: usize,
    lots: Vec<Part>,
    criteria: Vec<Asked>,
    candidates: Vec<Candidate>,
    given: BTreeSet<(LotId, PersonId, String)>,
}

impl Case {
    fn new(way: Way, (people_, lots_, criteria): (usize, usize, usize)) -> Case {
        Case {
            way,
            minimum: 3,
            lots: lots(lots_, 5),
            criteria: asked(criteria),
            candidates: people(people_),
            given: BTreeSet::new(),
        }
    }

    fn propose(&self) -> Proposal {
        propose(&Wish {
            way: self.way,
            minimum: self.minimum,
            lots: &self.lots,
            criteria: &self.criteria,
            candidates: &self.candidates,
            given: &self.given,
        })
        .expect("a proposal")
    }

    /// Tasks per person: lots, criteria or items.
    fn loads(&self, found: &Proposal) -> Vec<usize> {
        let of = |c: &Candidate| {
            let own = found.chosen.iter().filter(|(_, person, _)| *person == c.person);
            let tasks: BTreeSet<String> = own
                .map(|(lot, _, code)| match self.way {
                    Way::Lot => lot.to_string(),
                    Way::Criterion => code.clone(),
                    Way::Both => format!("{lot}{code}"),
                })
                .collect();
            tasks.len()
        };
        self.candidates.iter().map(of).collect()
    }
}

fn spread(loads: &[usize]) -> usize {
    loads.iter().max().unwrap_or(&0) - loads.iter().min().unwrap_or(&0)
}

#[test]
fn twelve_lots_and_nine_people_in_every_way() {
    for way in Way::ALL {
        let case = Case::new(*way, (9, 12, 5));
        let found = case.propose();
        assert_eq!((found.short.len(), found.lay.len()), (0, 0), "{way:?}");
        assert!(spread(&case.loads(&found)) <= 1, "{way:?}: {:?}", case.loads(&found));
        assert_eq!(found, case.propose(), "the same every time");
    }
}

#[test]
fn large_lots_are_spread_like_small_ones() {
    let mut case = Case::new(Way::Lot, (6, 8, 2));
    for large in 0..4 {
        case.lots[large].bids = 40;
    }
    let found = case.propose();
    let large = |c: &Candidate| {
        (0..4).filter(|l| found.chosen.contains(&(lot(*l), c.person, "q1".into()))).count()
    };
    let loads: Vec<usize> = case.candidates.iter().map(large).collect();
    assert_eq!(loads, [2; 6]);
}

#[test]
fn a_conflict_keeps_somebody_off_and_a_shortage_says_why() {
    let mut case = Case::new(Way::Lot, (4, 2, 2));
    for person in 0..2 {
        case.candidates[person].conflicts.insert(lot(1));
    }
    let found = case.propose();
    let short = |code: &str| Short { item: (lot(1), code.into()), has: 2, free: 2 };
    assert_eq!(found.short, [short("q1"), short("q2")]);
    let near = case.candidates[0].person;
    assert!(!found.chosen.iter().any(|(l, p, _)| (*l, *p) == (lot(1), near)));
}

#[test]
fn experts_come_first_and_their_absence_is_told() {
    let mut case = Case::new(Way::Both, (6, 1, 2));
    case.criteria[1].fields = BTreeSet::from([Field::Finance]);
    for person in 3..6 {
        case.candidates[person].fields.insert(Field::Finance);
    }
    let found = case.propose();
    let experts = case.candidates[3..].iter().map(|c| c.person);
    let on = |person| found.chosen.contains(&(lot(0), person, "q2".into()));
    assert_eq!(experts.filter(|p| on(*p)).count(), 3);
    assert_eq!(found.lay, []);
    case.candidates.truncate(3);
    assert_eq!(case.propose().lay, [(lot(0), "q2".to_owned())]);
}

#[test]
fn what_stands_stays_and_work_elsewhere_counts() {
    let mut case = Case::new(Way::Lot, (6, 1, 1));
    case.given.insert((lot(0), case.candidates[5].person, "q1".into()));
    case.candidates[0].elsewhere = 4;
    let found = case.propose();
    assert!(found.chosen.is_superset(&case.given));
    assert_eq!(found.chosen.len(), 3);
    assert!(!found.chosen.contains(&(lot(0), case.candidates[0].person, "q1".into())));
}

#[test]
fn nobody_and_nothing_break_nothing() {
    let found = Case::new(Way::Lot, (0, 2, 1)).propose();
    assert_eq!((found.chosen.len(), found.short.len()), (0, 2));
    let found = Case::new(Way::Criterion, (3, 0, 0)).propose();
    assert_eq!(found, Proposal::default());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Nobody near a conflict, never more people missing than there have to be, and no more than
    /// the minimum where nobody stood before.
    #[test]
    fn a_proposal_keeps_its_promises(
        way in 0usize..3,
        (people_, lots_, criteria) in (0usize..7, 1usize..5, 1usize..4),
        conflicts in proptest::collection::vec((0usize..7, 0usize..5), 0..8),
    ) {
        let mut case = Case::new(Way::ALL[way], (people_, lots_, criteria));
        for (person, on) in conflicts {
            if person < people_ {
                case.candidates[person].conflicts.insert(lot(on));
            }
        }
        let found = case.propose();
        for (l, p, _) in &found.chosen {
            let who = case.candidates.iter().find(|c| c.person == *p).expect("a candidate");
            prop_assert!(!who.conflicts.contains(l));
        }
        for part in &case.lots {
            let free = case.candidates.iter().filter(|c| !c.conflicts.contains(&part.lot)).count();
            for asked in &case.criteria {
                let has = found.chosen.iter().filter(|(l, _, c)| *l == part.lot && *c == asked.code);
                let has = has.count();
                prop_assert!(has >= free.min(3), "{has} of {free}");
                if case.way != Way::Criterion {
                    prop_assert!(has <= 3);
                }
            }
        }
    }
}
