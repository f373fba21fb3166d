use proptest::prelude::*;

use super::*;
use crate::domain::ids::{AssignmentId, LotId, PersonId};
use crate::domain::review::conflicts::{Interest, Ruled, Ruling};
use crate::domain::rounds::definition::CriterionKind;

fn criterion(code: &str) -> Criterion {
    Criterion {
        code: code.into(),
        name: code.into(),
        question: "Hoe?".into(),
        kind: CriterionKind::Quality,
        weight: Exact::from(50),
        threshold: None,
        reason_required: true,
        sections: vec![],
    }
}

fn scale() -> Vec<Grade> {
    let grade = |value: i64| Grade {
        value: Exact::from(value),
        label: value.to_string(),
        text: String::new(),
    };
    [10, 8, 6].map(grade).to_vec()
}

fn eight() -> Option<Exact> {
    Some(Exact::from(8))
}

#[test]
fn a_grade_is_one_of_the_scale() {
    let mut mark = Mark::default();
    let seven = Some(Exact::from(7));
    assert_eq!(mark.put_grade(seven, 0, &scale()), Err(SheetRefusal::OffScale));
    assert_eq!(mark.put_grade(eight(), 0, &scale()), Ok(Put::Saved));
    assert_eq!((mark.grade.clone(), mark.grade_version), (eight(), 1));
    assert_eq!(mark.put_grade(None, 1, &scale()), Ok(Put::Saved));
    assert_eq!((mark.grade, mark.grade_version), (None, 2));
}

#[test]
fn an_old_window_does_not_overwrite_and_nothing_is_lost() {
    let mut mark = Mark::default();
    assert_eq!(mark.put_reason("eerst".into(), 0), Ok(Put::Saved));
    assert_eq!(mark.put_reason("ook".into(), 0), Ok(Put::Clash));
    assert_eq!((mark.reason.as_str(), mark.other_reason.as_deref()), ("eerst", Some("ook")));
    assert!(mark.clashes());
    mark.settle();
    assert!(!mark.clashes());
    // The same text from an old window is no clash.
    assert_eq!(mark.put_reason("eerst".into(), 0), Ok(Put::Saved));
    let long = "x".repeat(reasons::MOST_CHARS + 1);
    assert_eq!(mark.put_reason(long, 1), Err(SheetRefusal::TooLong));
}

fn full(criteria: &[Criterion], bids: &[BidId]) -> Sheet {
    let mark = Mark { grade: eight(), reason: "Goed.".into(), ..Mark::default() };
    let of_bid: BTreeMap<_, _> = criteria.iter().map(|c| (c.code.clone(), mark.clone())).collect();
    Sheet {
        bids: bids.iter().map(|bid| (*bid, "A".to_owned())).collect(),
        state: State::Settled,
        marks: bids.iter().map(|bid| (*bid, of_bid.clone())).collect(),
        locked_at: None,
    }
}

#[test]
fn only_a_complete_and_settled_sheet_is_locked() {
    let criteria = [criterion("q1"), Criterion { reason_required: false, ..criterion("q2") }];
    let bid = BidId::named("b");
    let sheet = full(&criteria, &[bid]);
    let hash = sheet.lock(&criteria).unwrap();
    let mut other = sheet.clone();
    other
        .marks
        .entry(bid)
        .or_default()
        .insert("q2".into(), Mark { grade: eight(), ..Mark::default() });
    assert_eq!(other.progress(&criteria), (2, 2), "q2 needs no reason");
    assert_ne!(other.lock(&criteria).unwrap(), hash);
    other
        .marks
        .entry(bid)
        .or_default()
        .insert("q1".into(), Mark { grade: eight(), ..Mark::default() });
    assert_eq!(other.lock(&criteria), Err(SheetRefusal::Incomplete));
    let waiting = Sheet { state: State::Unsettled, ..sheet.clone() };
    assert_eq!(waiting.lock(&criteria), Err(SheetRefusal::Unsettled));
    let empty = Sheet { bids: vec![], ..sheet.clone() };
    assert_eq!(empty.lock(&criteria), Err(SheetRefusal::Empty));
    let locked = Sheet { locked_at: Some(Timestamp::UNIX_EPOCH), ..sheet.clone() };
    assert_eq!(locked.lock(&criteria), Err(SheetRefusal::Locked));
    assert_eq!(locked.may_change(), Err(SheetRefusal::Locked));
    assert_eq!(locked.reopen(" "), Err(SheetRefusal::NoReason));
    assert_eq!(locked.reopen("Een telfout."), Ok(()));
    assert_eq!(sheet.reopen("Een telfout."), Err(SheetRefusal::NotLocked));
}

#[test]
fn what_is_missing_is_named() {
    let criteria = [criterion("q1")];
    let bid = BidId::named("b");
    let of = |mark: Mark| {
        let mut sheet = full(&criteria, &[bid]);
        sheet.marks.entry(bid).or_default().insert("q1".into(), mark);
        sheet.missing(&criteria).into_iter().map(|(_, _, lack)| lack).collect::<Vec<_>>()
    };
    let graded = Mark { grade: eight(), ..Mark::default() };
    assert_eq!(of(Mark::default()), [Lack::Grade]);
    assert_eq!(of(graded.clone()), [Lack::Reason]);
    let long = "woord ".repeat(151);
    assert_eq!(of(Mark { reason: long, ..graded.clone() }), [Lack::Words]);
    assert_eq!(of(Mark { reason: "Goed.".into(), ..graded }), []);
}

fn assignment() -> Assignment {
    Assignment {
        id: AssignmentId::named("els-1"),
        lot: LotId::named("1"),
        person: PersonId::named("els"),
        scope: Default::default(),
        locked_at: None,
        reminded_at: None,
    }
}

fn declared(interest: Interest, ruling: Option<Ruling>) -> Declaration {
    let note = "Mijn nicht werkt daar.";
    let said = Declaration::new(interest, note, Timestamp::UNIX_EPOCH).unwrap();
    let ruled = ruling.map(|ruling| Ruled {
        ruling,
        reason: "Zo is het.".into(),
        by: PersonId::named("ingrid"),
        at: Timestamp::UNIX_EPOCH,
    });
    Declaration { ruled, ..said }
}

fn entrant(name: &str, verdict: Option<AdmissionVerdict>) -> Entrant {
    Entrant { bid: BidId::named(name), code: name.into(), verdict }
}

#[test]
fn texts_open_when_everything_is_declared() {
    let admitted = Some(AdmissionVerdict::Admitted);
    let entrants = [entrant("A", admitted), entrant("B", admitted)];
    let mut said = BTreeMap::from([(entrants[0].bid, declared(Interest::None, None))]);
    let sheet = Sheet::of(&assignment(), &entrants, &said, Marks::new());
    assert_eq!((sheet.state, sheet.bids.len()), (State::Undeclared, 0));
    said.insert(entrants[1].bid, declared(Interest::None, None));
    let sheet = Sheet::of(&assignment(), &entrants, &said, Marks::new());
    assert_eq!((sheet.state, sheet.bids.len()), (State::Settled, 2));
    assert_eq!(Sheet::of(&assignment(), &[], &said, Marks::new()).state, State::NoBids);
}

proptest! {
    /// A bid is on the sheet exactly when it was admitted and the assessor is cleared; and while
    /// any of that is open for a bid that can still come, the sheet cannot be locked.
    #[test]
    fn a_sheet_holds_what_may_be_read(
        rows in proptest::collection::vec((0..4usize, 0..3usize, 0..3usize), 1..8)
    ) {
        let (mut entrants, mut said) = (vec![], BTreeMap::new());
        for (i, (verdict, interest, ruling)) in rows.iter().enumerate() {
            let entrant = entrant(&i.to_string(), AdmissionVerdict::ALL.get(*verdict).copied());
            let ruling = Ruling::ALL.get(*ruling).copied();
            said.insert(entrant.bid, declared(Interest::ALL[*interest], ruling));
            entrants.push(entrant);
        }
        let sheet = Sheet::of(&assignment(), &entrants, &said, Marks::new());
        let mut open = false;
        for entrant in &entrants {
            let clearance = said[&entrant.bid].clearance();
            let joins = entrant.verdict.map(AdmissionVerdict::joins);
            let reads = joins == Some(true) && clearance == Clearance::Cleared;
            prop_assert_eq!(sheet.code(entrant.bid).is_some(), reads);
            open |= joins != Some(false) && clearance != Clearance::Recused && !reads;
        }
        prop_assert_eq!(sheet.state == State::Unsettled, open);
    }

    /// Two windows save in any order, each with what it last saw: every text that was typed is
    /// what counts, or what waits to be chosen, until it is replaced knowingly or chosen.
    #[test]
    fn the_last_text_of_a_window_is_never_lost(acts in proptest::collection::vec((0..2usize, 0..9u8), 1..30)) {
        let mut mark = Mark::default();
        let mut seen = [0; 2];
        for (window, text) in acts {
            let text = text.to_string();
            let before = mark.reason.clone();
            match mark.put_reason(text.clone(), seen[window]) {
                Ok(Put::Saved) => {
                    prop_assert_eq!(&mark.reason, &text);
                    seen[window] = mark.reason_version;
                }
                Ok(Put::Clash) => {
                    prop_assert_eq!(&mark.reason, &before);
                    prop_assert_eq!(mark.other_reason.as_ref(), Some(&text));
                    mark.settle();
                    seen[window] = mark.reason_version;
                }
                Err(_) => prop_assert!(false),
            }
        }
    }

    /// Progress and the missing list always agree, and a sheet is locked exactly when it is full.
    #[test]
    fn locked_exactly_when_full(graded in proptest::collection::vec(any::<bool>(), 6)) {
        let criteria = ["q1", "q2", "q3"].map(criterion);
        let bids = [BidId::named("a"), BidId::named("b")];
        let mut sheet = full(&criteria, &bids);
        let mut keep = graded.iter();
        for of_bid in sheet.marks.values_mut() {
            of_bid.retain(|_, _| keep.next() == Some(&true));
        }
        let given = graded.iter().filter(|g| **g).count();
        prop_assert_eq!(sheet.progress(&criteria), (given, 6));
        prop_assert_eq!(sheet.lock(&criteria).is_ok(), given == 6);
    }
}
