use jiff::civil::date;

use super::*;
use crate::domain::rounds::publication::tests::{lot, round};

fn careful() -> (Definition, Vec<Lot>) {
    let mut definition = round().definition;
    definition.procedure = Some(Procedure::LightRegime);
    (definition, vec![lot(1), lot(2)])
}

fn facts() -> Facts {
    let inhabitants = [(("WK990106".to_owned(), 2024), 3_100)].into();
    Facts { today: date(2027, 1, 4), inhabitants, panel: Some(5) }
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn a_careful_round_has_no_risks() {
    let (definition, lots) = careful();
    assert_eq!(risks(&definition, &lots, &facts()), []);
}

#[test]
fn a_round_without_a_route_is_asked_for_one() {
    let mut definition = careful().0;
    definition.procedure = None;
    assert_eq!(risks(&definition, &[lot(1), lot(2)], &facts()), [Risk::NoProcedure]);
}

#[test]
fn roots_are_a_risk_only_as_a_knock_out_in_a_procurement() {
    let (mut definition, lots) = careful();
    let title = "Geworteld in het gebied".to_owned();
    definition.requirements[0].title.clone_from(&title);
    assert_eq!(risks(&definition, &lots, &facts()), [], "not hard");
    definition.requirements[0].knock_out = true;
    let found = |definition: &Definition| risks(definition, &lots, &facts());
    assert_eq!(found(&definition), [Risk::RootsAsKnockOut(title)]);
    definition.procedure = Some(Procedure::GrantCall);
    definition.remedy = Remedy::Objection { weeks: 6 };
    assert_eq!(found(&definition), [], "a subsidy may ask it");
    definition.requirements[0].equivalent = " ".into();
    let title = definition.requirements[0].title.clone();
    assert_eq!(found(&definition), [Risk::KnockOutWithoutEquivalent(title)]);
}

#[test]
fn an_open_house_does_not_rank_and_each_route_has_its_remedy() {
    let (mut definition, lots) = careful();
    definition.procedure = Some(Procedure::OpenHouse);
    definition.remedy = Remedy::Objection { weeks: 6 };
    definition.entry_moments = vec![date(2027, 6, 1), date(2027, 12, 25)];
    let expected =
        [Risk::OpenHouseRanks, Risk::RemedyOfOtherRoute, Risk::EntryOnFreeDay(date(2027, 12, 25))];
    assert_eq!(risks(&definition, &lots, &facts()), expected);
}

#[test]
fn dates_leave_time_and_fall_when_people_are_there() {
    let (mut definition, lots) = careful();
    // The night in which the clock goes forward, on a Sunday.
    definition.dates.questions_until = at("2027-03-25T11:00:00Z");
    definition.dates.closes_at = at("2027-03-28T01:30:00Z");
    let days = Facts { today: date(2027, 3, 20), ..facts() };
    let expected = [
        Risk::ShortTime(8),
        Risk::ShortAfterQuestions(3),
        Risk::OutsideOfficeHours(Step::ClosesAt),
        Risk::FreeDay(Step::ClosesAt, date(2027, 3, 28)),
    ];
    assert_eq!(risks(&definition, &lots, &days), expected);
    // Office hours are those of the Netherlands: 15:30 UTC in summer is half past five.
    definition.dates.questions_until = at("2027-06-01T10:00:00Z");
    definition.dates.closes_at = at("2027-06-29T15:30:00Z");
    let found = risks(&definition, &lots, &days);
    assert_eq!(found, [Risk::OutsideOfficeHours(Step::ClosesAt)]);
}

#[test]
fn lots_scales_and_panels_are_looked_at() {
    let (mut definition, mut lots) = careful();
    let mut many = facts();
    many.inhabitants.insert(("WK990106".into(), 2024), 10_001);
    lots.truncate(1);
    definition.scale = [0, 3, 5, 10]
        .map(|value| Grade { value: value.into(), label: "x".into(), text: "x".into() })
        .into();
    let found = risks(&definition, &lots, &Facts { panel: Some(2), ..many.clone() });
    let large = Risk::LotTooLarge(1, 10_001);
    let expected = [large.clone(), Risk::OneLot, Risk::UnevenScale, Risk::SmallPanel(2)];
    assert_eq!(found, expected);
    let four = risks(&definition, &lots, &Facts { panel: Some(4), ..many });
    assert_eq!(four.last(), Some(&Risk::EvenPanel(4)));
    assert_eq!((large.part(), large.lot(), large.word()), (Part::Lots, Some(1), "lot-large"));
}
