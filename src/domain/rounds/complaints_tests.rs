use jiff::ToSpan;
use proptest::prelude::*;

use super::super::publication::tests::round as draft;
use super::super::{Phase, Publication};
use super::*;

fn closing() -> Timestamp {
    draft().definition.dates.closes_at
}

fn round() -> Round {
    let publication = Publication { at: closing() - (30 * 24).hours(), hash: String::new() };
    Round { phase: Phase::Published(publication), ..draft() }
}

fn filed() -> Complaint {
    let filed_at = closing() - (20 * 24).hours();
    Complaint {
        id: ComplaintId::named("one"),
        round: round().id,
        filed_by: PersonId::named("jan"),
        cooperative: None,
        body: "Dat is oneerlijk.".into(),
        filed_at,
        due_at: due(&round(), filed_at).unwrap(),
        handler: None,
        handler_reason: String::new(),
        answer: None,
        version: 1,
    }
}

fn answer(ruling: Ruling, measure: Measure, at: Timestamp) -> ComplaintAnswer {
    let by = PersonId::named("theo");
    ComplaintAnswer { ruling, grounds: "Daarom.".into(), measure, by, at }
}

#[test]
fn a_complaint_is_due_before_the_closing_time_or_too_late() {
    let day = |n: i64| closing() - (n * 24).hours();
    assert_eq!(due(&round(), day(20)), Ok(day(13)));
    assert_eq!(due(&round(), day(5)), Ok(day(2)));
    assert_eq!(due(&round(), day(2)), Err(ComplaintRefusal::TooLate));
    assert_eq!(due(&round(), closing() + 1.hour()), Err(ComplaintRefusal::TooLate));
    assert_eq!(due(&draft(), day(20)), Err(ComplaintRefusal::TooLate));
    assert_eq!(filed().remind_at(), filed().due_at - (2 * 24).hours());
    assert!(!filed().is_late(filed().due_at));
    assert!(filed().is_late(filed().due_at + 1.second()));
}

#[test]
fn who_leads_rounds_needs_a_reason_to_judge_them() {
    let theo = PersonId::named("theo");
    let handed = filed().hand_to(theo, Independence::Independent, " overbodig ").unwrap();
    assert_eq!((handed.handler, handed.handler_reason.as_str()), (Some(theo), ""));
    let refused = filed().hand_to(theo, Independence::LeadsRounds, " ");
    assert_eq!(refused, Err(ComplaintRefusal::Leads));
    let alone = filed().hand_to(theo, Independence::LeadsRounds, " Er is niemand. ").unwrap();
    assert_eq!(alone.handler_reason, "Er is niemand.");
}

#[test]
fn after_the_closing_time_no_other_terms_are_promised() {
    let late = closing() + 1.second();
    for measure in [Measure::Amendment, Measure::Extension, Measure::Explanation] {
        let founded = |at| filed().answered(&round(), answer(Ruling::Founded, measure, at));
        assert!(founded(closing()).is_ok());
        assert_eq!(founded(late), Err(ComplaintRefusal::TermsClosed));
    }
    let next = answer(Ruling::Partly, Measure::NextRound, late);
    let done = filed().answered(&round(), next.clone()).unwrap();
    assert_eq!(done.clone().answered(&round(), next), Err(ComplaintRefusal::Answered));
    assert!(!done.is_late(late));
    let silent = ComplaintAnswer {
        grounds: " ".into(),
        ..answer(Ruling::Unfounded, Measure::Nothing, closing())
    };
    assert_eq!(filed().answered(&round(), silent), Err(ComplaintRefusal::NoGrounds));
}

proptest! {
    /// Something is done exactly where a complaint is right.
    #[test]
    fn a_measure_follows_from_the_ruling(
        ruling in prop::sample::select(Ruling::ALL),
        measure in prop::sample::select(Measure::ALL),
    ) {
        let done = filed().answered(&round(), answer(ruling, measure, closing()));
        let right = matches!(ruling, Ruling::Founded | Ruling::Partly);
        prop_assert_eq!(done.is_ok(), right != (measure == Measure::Nothing));
    }

    /// There is always time left after the answer.
    #[test]
    fn the_answer_is_there_before_the_closing_time(hours in 49_i64..2000) {
        let due = due(&round(), closing() - hours.hours()).unwrap();
        prop_assert!(due <= closing() - 48.hours());
    }
}
