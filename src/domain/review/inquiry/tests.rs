use super::*;
use crate::domain::ids::PersonId;
use jiff::civil::date;
use proptest::prelude::*;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// Seconds after 4 January 2027, 09:00 in Amsterdam.
fn at(seconds: i64) -> Timestamp {
    let start: Timestamp = "2027-01-04T09:00:00+01:00".parse().unwrap();
    start + SignedDuration::from_secs(seconds)
}

fn signed(name: &str, seconds: i64) -> Signed {
    Signed { by: PersonId::named(name), name: name.into(), at: at(seconds) }
}

fn asked(kind: InquiryKind, days: i64) -> Inquiry {
    Inquiry {
        id: InquiryId::named("i"),
        bid: BidId::named("b"),
        kind,
        about: "Q06".into(),
        question: " Stuur de polis. ".into(),
        asked: signed("ingrid", 0),
        on_behalf: None,
        due_at: at(days * DAY),
        extension: None,
        answer: String::new(),
        files: vec![],
        answered: None,
        ending: None,
    }
}

fn supplement() -> Inquiry {
    ask(asked(InquiryKind::Supplement, 5), &[]).unwrap()
}

fn explained() -> Inquiry {
    let question = ask(asked(InquiryKind::Clarification, 5), &[]).unwrap();
    question.answer("Wij bedoelen maandag.", signed("klaas", DAY)).unwrap()
}

#[test]
fn a_question_says_what_and_gives_time() {
    assert_eq!(supplement().question, "Stuur de polis.");
    let new = |days| asked(InquiryKind::Supplement, days);
    assert_eq!(ask(new(0), &[]), Err(No::TooSoon));
    assert_eq!(ask(new(43), &[]), Err(No::TooLate));
    assert!(ask(new(1), &[]).is_ok() && ask(new(42), &[]).is_ok());
    let silent = Inquiry { question: " \n".into(), ..new(5) };
    assert_eq!(ask(silent, &[]), Err(No::Empty));
    let long = Inquiry { question: "a".repeat(LONGEST + 1), ..new(5) };
    assert_eq!(ask(long, &[]), Err(No::TooLong));
}

#[test]
fn one_question_at_a_time_about_one_thing() {
    let first = supplement();
    assert_eq!(
        ask(asked(InquiryKind::Supplement, 5), std::slice::from_ref(&first)),
        Err(No::Waiting)
    );
    let other = Inquiry { about: "Q07".into(), ..asked(InquiryKind::Supplement, 5) };
    assert!(ask(other, std::slice::from_ref(&first)).is_ok());
    let done = first.answer("Hier is hij.", signed("klaas", HOUR)).unwrap();
    assert!(ask(asked(InquiryKind::Supplement, 5), &[done]).is_ok());
}

#[test]
fn an_answer_comes_in_time_and_once() {
    let last = supplement().answer("Hier is hij.", signed("klaas", 5 * DAY)).unwrap();
    assert_eq!(last.state(at(5 * DAY)), State::Done);
    assert_eq!(last.answer("Nog wat.", signed("klaas", 5 * DAY)), Err(No::Answered));
    let late = supplement().answer("Hier is hij.", signed("klaas", 5 * DAY + 1));
    assert_eq!(late, Err(No::Over));
    assert_eq!(supplement().answer(" ", signed("klaas", HOUR)), Err(No::Empty));
    let long = supplement().draft(&"a".repeat(LONGEST + 1), at(HOUR));
    assert_eq!(long, Err(No::TooLong));
}

#[test]
fn more_time_comes_once_and_with_a_reason() {
    let until = at(9 * DAY);
    assert_eq!(supplement().extend(until, " ", at(DAY)), Err(No::NoReason));
    assert_eq!(supplement().extend(at(4 * DAY), "Ziek.", at(DAY)), Err(No::TooSoon));
    assert_eq!(supplement().extend(at(60 * DAY), "Ziek.", at(DAY)), Err(No::TooLate));
    // Also when the time is over already.
    let more = supplement().extend(until, "Ziek.", at(6 * DAY)).unwrap();
    assert_eq!((more.state(at(6 * DAY)), more.due_at), (State::Open, until));
    assert_eq!(more.clone().extend(at(20 * DAY), "Weer ziek.", at(7 * DAY)), Err(No::ExtendedOnce));
    let done = more.answer("Hier.", signed("klaas", 7 * DAY)).unwrap();
    assert_eq!(done.extend(at(20 * DAY), "Toch.", at(7 * DAY)), Err(No::Ended));
}

#[test]
fn without_an_answer_one_goes_on_after_the_term() {
    let early = supplement().lapse(signed("ingrid", 5 * DAY), "Geen antwoord.");
    assert_eq!(early, Err(No::NotOver));
    assert_eq!(supplement().lapse(signed("ingrid", 6 * DAY), ""), Err(No::NoReason));
    let gone = supplement().lapse(signed("ingrid", 6 * DAY), "Geen antwoord.").unwrap();
    assert!(!gone.holds_up(at(6 * DAY)));
    assert_eq!(gone.answer("Te laat?", signed("klaas", 6 * DAY)), Err(No::Over));
}

#[test]
fn a_clarification_reaches_assessors_only_when_it_is_released() {
    let said = explained();
    assert_eq!((said.state(at(DAY)), said.released()), (State::ToJudge, None));
    let by = signed("ingrid", 2 * DAY);
    assert_eq!(said.clone().release(by.clone(), ("Tekst", "")), Err(No::NoReason));
    let open = said.clone().release(by.clone(), ("Maandag.", "Legt alleen uit.")).unwrap();
    assert_eq!(open.released(), Some("Maandag."));
    assert_eq!(open.withhold(by.clone(), "Toch niet."), Err(No::Ended));
    let shut = said.withhold(by.clone(), "Dit is een nieuw plan.").unwrap();
    assert_eq!(shut.released(), None);
    let supplement = supplement().answer("Hier.", signed("klaas", HOUR)).unwrap();
    assert_eq!(supplement.withhold(by, "Nee."), Err(No::NoClarification));
}

#[test]
fn a_clarification_is_words_and_stops_no_clock() {
    let open = ask(asked(InquiryKind::Clarification, 5), &[]).unwrap();
    assert_eq!(open.may_add_file(at(HOUR)), Err(No::NotThis));
    assert_eq!(open.pause(at(HOUR)), None);
    assert!(!open.holds_up(at(HOUR)));
}

#[test]
fn the_pause_is_that_of_the_general_act() {
    let day = |d| Some(date(2027, 1, d));
    let pause = |inquiry: &Inquiry, seconds| inquiry.pause(at(seconds)).unwrap();
    let open = supplement();
    assert_eq!(pause(&open, DAY), Pause { begins: date(2027, 1, 5), ends: None });
    // Unused: until the day on which the term ended.
    assert_eq!(pause(&open, 8 * DAY).ends, day(9));
    let done = open.clone().answer("Hier.", signed("klaas", 3 * DAY)).unwrap();
    assert_eq!(pause(&done, 8 * DAY).ends, day(7));
    let gone = open.lapse(signed("ingrid", 10 * DAY), "Geen antwoord.").unwrap();
    assert_eq!(pause(&gone, 11 * DAY).ends, day(9));
}

proptest! {
    /// Whatever happens at whatever time: there is one answer at most, it never changes, and it is
    /// never given after the term that stood then.
    #[test]
    fn what_was_answered_stays(acts in proptest::collection::vec((0..4u8, 0..3 * DAY), 1..12)) {
        let (mut now, mut inquiry) = (0, supplement());
        for (act, pause) in acts {
            now += pause;
            let before = inquiry.clone();
            let by = signed("x", now);
            let done = match act {
                0 => before.clone().answer("Een antwoord.", by),
                1 => before.clone().extend(at(now + 3 * DAY), "Ziek.", at(now)),
                2 => before.clone().lapse(by, "Geen antwoord."),
                _ => before.clone().draft("Iets.", at(now)),
            };
            let Ok(after) = done else { continue };
            if before.answered.is_some() {
                prop_assert_eq!((&after.answer, &after.answered), (&before.answer, &before.answered));
            }
            if before.answered.is_none() && after.answered.is_some() {
                prop_assert!(at(now) <= before.due_at);
                prop_assert!(before.ending.is_none());
            }
            inquiry = after;
        }
    }
}
