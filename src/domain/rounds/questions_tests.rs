use jiff::ToSpan;
use proptest::prelude::*;

use super::super::notes::Note;
use super::super::publication::tests::{lot, round as draft};
use super::super::{Phase, Publication};
use super::*;

fn closing() -> Timestamp {
    draft().definition.dates.closes_at
}

fn round() -> Round {
    let at = draft().definition.dates.questions_until - 24.hours();
    let publication = Publication { at, hash: String::new() };
    Round { phase: Phase::Published(publication), ..draft() }
}

fn early() -> Timestamp {
    round().answers_until()
}

fn asked(secrecy: Secrecy) -> Question {
    Question {
        id: QuestionId::named("one"),
        round: round().id,
        lot: None,
        asked_by: PersonId::named("jan"),
        cooperative: None,
        body: "Mag dat?".into(),
        asked_at: early() - 24.hours(),
        secrecy,
        secrecy_reason: String::new(),
        disclosure: None,
        handler: None,
        topic: String::new(),
        draft: String::new(),
        withdrawn_at: None,
        answer: None,
        version: 1,
    }
}

fn prepared(secrecy: Secrecy) -> Question {
    asked(secrecy).prepare(&round(), (" De\n prijs ", " Ja. "), early()).unwrap()
}

fn by() -> PersonId {
    PersonId::named("rob")
}

#[test]
fn an_answer_is_prepared_and_then_published_once() {
    let ready = prepared(Secrecy::Public);
    assert_eq!((ready.topic.as_str(), ready.draft.as_str()), ("De prijs", "Ja."));
    assert_eq!(ready.standing(), Standing::Prepared);
    let done = ready.clone().publish(&round(), 2, (by(), early())).unwrap();
    assert_eq!(done.answer.as_ref().map(|a| (a.text.as_str(), a.note)), Some(("Ja.", Some(2))));
    assert!(done.is_public());
    let again = done.clone().publish(&round(), 3, (by(), early()));
    assert_eq!(again, Err(QuestionRefusal::Answered));
    assert_eq!(done.clone().withdraw(early()), Err(QuestionRefusal::Answered));
    assert_eq!(done.hand_to(None), Err(QuestionRefusal::Answered));
    let nothing = asked(Secrecy::Public).publish(&round(), 1, (by(), early()));
    assert_eq!(nothing, Err(QuestionRefusal::NoAnswer));
    let told = ready.tell(&round(), by(), early());
    assert_eq!(told, Err(QuestionRefusal::Public));
}

#[test]
fn a_private_question_becomes_public_only_when_its_asker_says_so() {
    let ready = prepared(Secrecy::Private);
    let published = ready.clone().publish(&round(), 1, (by(), early()));
    assert_eq!(published, Err(QuestionRefusal::Private));
    assert_eq!(ready.clone().disclose(), Err(QuestionRefusal::NotAsked));
    assert_eq!(ready.clone().ask_disclosure("  "), Err(QuestionRefusal::NoReason));
    let waits = ready.ask_disclosure("Het gaat iedereen aan.").unwrap();
    assert_eq!(waits.standing(), Standing::Disclosing);
    let published = waits.clone().publish(&round(), 1, (by(), early()));
    assert_eq!(published, Err(QuestionRefusal::Private));
    // Left alone, it is still answered to the asker.
    assert_eq!(waits.clone().tell(&round(), by(), early()).unwrap().standing(), Standing::Told);
    let gone = waits.clone().withdraw(early()).unwrap();
    assert_eq!(gone.standing(), Standing::Withdrawn);
    assert_eq!(gone.disclose(), Err(QuestionRefusal::Withdrawn));
    let open = waits.disclose().unwrap();
    assert!(open.publish(&round(), 1, (by(), early())).unwrap().is_public());
}

#[test]
fn the_last_day_for_answers_is_six_days_before_the_closing_time_and_moves_with_it() {
    assert_eq!(round().answers_until(), closing() - (6 * 24).hours());
    let second = early() + 1.second();
    assert_eq!(may_answer(&round(), early()), Ok(()));
    assert_eq!(may_answer(&round(), second), Err(QuestionRefusal::NoteDayOver));
    assert_eq!(may_answer(&round(), closing()), Err(QuestionRefusal::NoteDayOver));
    let closed = may_answer(&round(), closing() + 1.second());
    assert_eq!(closed, Err(QuestionRefusal::RoundClosed));
    let longer = round().extend(closing() + 24.hours(), second).unwrap();
    assert_eq!(may_answer(&longer, second), Ok(()));
    assert_eq!(may_answer(&draft(), early()), Err(QuestionRefusal::RoundClosed));
    // Who takes questions until the last days can answer them.
    let mut late = round();
    late.definition.dates.questions_until = closing() - 24.hours();
    assert_eq!(may_answer(&late, closing()), Ok(()));
}

proptest! {
    /// Whatever is chosen: each question once, numbers that count on, one group per topic, and nothing
    /// of who asked.
    #[test]
    fn a_note_has_each_question_once(
        topics in prop::collection::vec("[ab]?", 1..12),
        before in 0_usize..40,
    ) {
        let one = |(n, topic): (usize, &String)| Question {
            id: QuestionId::named(&n.to_string()),
            lot: (n % 2 == 0).then(|| lot(1).id),
            topic: topic.clone(),
            body: format!("Vraag {n}?"),
            ..prepared(Secrecy::Public)
        };
        let all: Vec<Question> = topics.iter().enumerate().map(one).collect();
        let note = Note::compile(1, (&round(), "Rietmeer"), &[lot(1)], (before, all.iter().collect()));
        let mut said: Vec<&str> = note.entries.iter().map(|e| e.question.as_str()).collect();
        let mut wanted: Vec<&str> = all.iter().map(|q| q.body.as_str()).collect();
        said.sort_unstable();
        wanted.sort_unstable();
        prop_assert_eq!(said, wanted);
        let numbers: Vec<usize> = note.entries.iter().map(|e| e.number).collect();
        prop_assert_eq!(numbers, (before + 1..=before + all.len()).collect::<Vec<_>>());
        let groups = note.by_topic();
        let names: std::collections::BTreeSet<&str> = groups.iter().map(|(t, _)| *t).collect();
        prop_assert_eq!(names.len(), groups.len());
        let jan = PersonId::named("jan");
        prop_assert!(!note.canonical().contains(jan.as_str()));
        // What is kept is what was hashed.
        let read: Note = serde_json::from_str(&note.canonical()).unwrap();
        prop_assert_eq!(read.hash(), note.hash());
    }
}
