use jiff::Timestamp;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::domain::ids::{BidId, PersonId};
use crate::domain::scoring::{Band, Bands, Exact, Scale};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn seat(state: SeatState, people: &[&str]) -> Item<Seat> {
    let sitter = |name: &&str| Sitter { person: PersonId::named(name), name: (*name).into() };
    let body = Seat {
        kind: SeatKind::Cooperative,
        holder: "Zorgkring".into(),
        organisation: None,
        state,
        people: people.iter().map(sitter).collect(),
        offers: vec![],
    };
    Item::new(ItemId::named("seat"), at("2027-01-01T12:00:00Z"), body)
}

#[test]
fn newcomers_wait_for_the_entry_moment() {
    let day = date(2027, 5, 20);
    let next = [Entry::Continuous, Entry::Quarterly, Entry::Yearly].map(|entry| entry.next(day));
    assert_eq!(next, [day, date(2027, 7, 1), date(2028, 1, 1)]);
    assert_eq!(Entry::Quarterly.next(date(2027, 10, 1)), date(2027, 10, 1));
    assert_eq!(Entry::Quarterly.next(date(2027, 10, 2)), date(2028, 1, 1));
}

#[test]
fn a_seat_counts_from_its_day_until_it_leaves() {
    let now = at("2027-03-31T12:00:00Z");
    let later = seat(SeatState::Seated { from: date(2027, 4, 1) }, &["jan"]);
    assert!(!later.body.sits(now) && later.body.sits(at("2027-04-01T00:00:00+02:00")));
    assert_eq!(
        may_sit(std::slice::from_ref(&later), PersonId::named("jan")),
        Err(ConsultationRefusal::TwoSeats)
    );
    let left = later.body.clone().leave("Te ver.".into(), now).unwrap();
    assert!(left.people.is_empty() && !left.is_alive());
    assert_eq!(left.clone().leave("Nog eens.".into(), now), Err(ConsultationRefusal::Gone));
    let offer = Offer { email: "a@b.example".into(), hash: "x".into() };
    assert_eq!(left.clone().offer(offer), Err(ConsultationRefusal::Gone));
    let left = Item { body: left, ..later };
    assert_eq!(may_sit(&[left], PersonId::named("jan")), Ok(()));
}

#[test]
fn an_agreement_is_changed_by_who_read_the_newest() {
    let by = || "Ingrid".to_owned();
    let text = |text: &str| (text.to_owned(), "daarom".to_owned());
    let first = Agreement::next(&[], 0, text("een"), by()).unwrap();
    let kept = [Item::new(ItemId::named("1"), at("2027-01-01T12:00:00Z"), first)];
    assert_eq!(Agreement::next(&kept, 0, text("twee"), by()), Err(ConsultationRefusal::Overtaken));
    assert_eq!(Agreement::next(&kept, 1, text("een"), by()), Err(ConsultationRefusal::Same));
    assert_eq!(Agreement::next(&kept, 1, text("twee"), by()).map(|one| one.number), Ok(2));
}

fn paper() -> Paper {
    let (opens, closes) = (at("2027-02-01T09:00:00Z"), at("2027-02-20T09:00:00Z"));
    let text = ("Titel".to_owned(), "Een.\n\n\n\nTwee.\nNog twee.");
    Paper::new(text, (opens, closes), "Ingrid".into(), at("2027-01-20T09:00:00Z")).unwrap()
}

fn comment(paragraph: Option<usize>) -> Comment {
    Comment {
        seat: ItemId::named("mine"),
        holder: "Zorgkring".into(),
        by: PersonId::named("jan"),
        by_name: "Jan".into(),
        paragraph,
        text: "Beter zo.".into(),
        reply: None,
    }
}

#[test]
fn comments_come_in_time_and_show_when_the_round_is_over() {
    let paper = paper();
    assert_eq!(paper.paragraphs(), ["Een.", "Twee.\nNog twee."]);
    let (before, during) = (at("2027-02-01T08:59:59Z"), at("2027-02-20T09:00:00Z"));
    let after = at("2027-02-20T09:00:01Z");
    let fits = |n, now| comment(n).fits(&paper, now);
    assert_eq!(fits(None, before), Err(ConsultationRefusal::RoundShut));
    assert_eq!(fits(Some(2), during), Ok(()));
    assert_eq!(fits(Some(3), during), Err(ConsultationRefusal::NoParagraph));
    assert_eq!(fits(Some(0), during), Err(ConsultationRefusal::NoParagraph));
    assert_eq!(fits(Some(1), after), Err(ConsultationRefusal::RoundShut));
    let shown = |own, now| comment(None).is_shown(&paper, own, now);
    let (mine, other) = (Some(ItemId::named("mine")), Some(ItemId::named("other")));
    assert_eq!(
        [shown(mine, during), shown(other, during), shown(None, during)],
        [true, false, false]
    );
    assert_eq!([shown(mine, after), shown(other, after), shown(None, after)], [true, true, true]);
    let reply =
        |at| Reply { text: "Ja.".into(), outcome: Outcome::Adopted, by: "Ingrid".into(), at };
    assert_eq!(comment(None).answer(reply(during), &paper), Err(ConsultationRefusal::RoundOpen));
    assert!(comment(None).answer(reply(after), &paper).is_ok());
}

#[test]
fn a_meeting_moves_until_it_begins_and_its_minutes_stay_once_approved() {
    let (now, later) = (at("2027-02-01T09:00:00Z"), at("2027-03-02T09:00:00Z"));
    let called = |title: &str| Called {
        title: title.into(),
        place: "Dorpshuis".into(),
        starts_at: at("2027-03-01T13:00:00Z"),
        ends_at: at("2027-03-01T15:00:00Z"),
    };
    let meeting = Meeting::new(called("Eerste"), now).unwrap();
    assert_eq!(Meeting::new(called("Eerste"), later), Err(ConsultationRefusal::Past));
    let turned = Called { ends_at: now, ..called("Eerste") };
    assert_eq!(Meeting::new(turned, now), Err(ConsultationRefusal::Order));
    let moved =
        |title, now| meeting.clone().move_to(called(title), now).map(|one| one.called.title);
    assert_eq!(moved("Eerste", now), Err(ConsultationRefusal::Same));
    assert_eq!(moved("Andere", now), Ok("Andere".to_owned()));
    assert_eq!(moved("Andere", later), Err(ConsultationRefusal::Begun));
    let noted =
        |now| meeting.clone().complete((vec![], "Rustig.".into()), now).map(|one| one.notes);
    assert_eq!(noted(now), Err(ConsultationRefusal::NotYet));
    assert_eq!(noted(later), Ok("Rustig.".to_owned()));
    let approve = |now| meeting.clone().approve("Ingrid".into(), now);
    assert_eq!(approve(now), Err(ConsultationRefusal::NotYet));
    let approved = approve(later).unwrap();
    assert_eq!(approved.still_changes(), Err(ConsultationRefusal::Approved));
    assert_eq!(
        approved.complete((vec![], "Toch niet.".into()), later),
        Err(ConsultationRefusal::Approved)
    );
}

fn told(bids: usize) -> Told {
    let grade = |bid: &str, q: &str, n: i64| (BidId::named(bid), q.to_owned(), Exact::from(n));
    Told {
        criteria: vec![("q1".into(), "Buurt".into()), ("q2".into(), "Zorg".into())],
        first: vec![
            grade("a", "q1", 8),
            grade("a", "q1", 8),
            grade("b", "q1", 2),
            grade("b", "q1", 10),
            grade("b", "q2", 4),
            grade("b", "q2", 8),
        ],
        agreed: vec![
            grade("a", "q1", 8),
            grade("b", "q1", 8),
            grade("a", "q2", 2),
            grade("b", "q2", 10),
        ],
        refused: vec!["Vog".into(), "Keurmerk".into(), "Keurmerk".into()],
        bids,
    }
}

#[test]
fn a_lot_teaches_without_naming() {
    let scale = Scale::range(Exact::from(0), Exact::from(10));
    let lesson = lessons_of(&told(3), &scale, Bands::usual());
    assert_eq!(lesson.agreement, Some([1, 1, 1]));
    assert_eq!(
        lesson.criteria,
        [("Zorg".to_owned(), Band::Red), ("Buurt".to_owned(), Band::Green)]
    );
    let refused: Vec<_> = lesson.refused.iter().map(|one| (one.title.as_str(), one.bids)).collect();
    assert_eq!(refused, [("Keurmerk", 2), ("Vog", 1)]);
    let few = lessons_of(&told(1), &scale, Bands::usual());
    assert_eq!((few.agreement, few.criteria.len()), (None, 0));
}

#[test]
fn figures_are_read_as_people_write_them() {
    let read = |text: &str| Value::parse(text).map(|value| value.0.plain());
    assert_eq!(read("1.250,50"), Ok("1250.5".to_owned()));
    assert_eq!(read(" 7,5 "), Ok("7.5".to_owned()));
    for bad in ["", "-1", "1/2", "1e9", "٣", "1,2,3", "9999999999999", "<b>"] {
        assert_eq!(Value::parse(bad), Err(ConsultationRefusal::Number), "{bad}");
    }
    let promise = |baseline: &str, target: &str| Commitment {
        field: "s.c.1".into(),
        what: "Minder gezichten".into(),
        baseline: baseline.into(),
        target: target.into(),
        unit: String::new(),
        by: String::new(),
    };
    let share =
        |from: &str, to: &str, value: &str| promise(from, to).share(&Value::parse(value).unwrap());
    assert_eq!(share("9", "3", "6"), Some(50));
    assert_eq!(share("38", "60", "100"), Some(100));
    assert_eq!(share("5", "5", "5"), None);
    assert_eq!(share("veel", "5", "5"), None);
}

proptest! {
    #[test]
    fn the_entry_moment_is_the_first_that_comes(year in 2020i16..2100, days in 0i32..364) {
        let today = Date::new(year, 1, 1).unwrap().saturating_add(jiff::Span::new().days(days));
        for entry in Entry::ALL {
            let next = entry.next(today);
            prop_assert!(next >= today);
            prop_assert_eq!(entry.next(next), next);
        }
    }

    #[test]
    fn any_typed_text_is_kept_whole_or_refused(typed in "\\PC{0,200}") {
        if let Ok(kept) = note(&typed) {
            prop_assert_eq!(kept, typed.trim());
        }
    }
}
