use jiff::ToSpan;
use proptest::prelude::*;

use super::super::definition::Requirement;
use super::super::extension::Extended;
use super::super::publication::tests::{lot, round};
use super::super::sections::Group;
use super::*;
use crate::domain::ids::{LotId, RoundId};

const NOW: &str = "2026-12-01T09:00:00Z";

fn now() -> Timestamp {
    NOW.parse().unwrap()
}

fn published() -> Round {
    let publication = Publication { at: now(), hash: "first".into() };
    Round { phase: Phase::Published(publication), ..round() }
}

fn draft(of: &Round) -> Round {
    Round { id: RoundId::named("draft"), phase: Phase::Amending(of.id), ..of.clone() }
}

fn amended(change: impl FnOnce(&mut Round, &mut Vec<Lot>)) -> Result<Round, AmendRefusal> {
    let (round, lots) = (published(), vec![lot(1)]);
    let mut draft = draft(&round);
    let mut draft_lots = vec![Lot { id: LotId::named("copy"), round: draft.id, ..lot(1) }];
    change(&mut draft, &mut draft_lots);
    let amendment = Amendment {
        round: &round,
        lots: &lots,
        draft: &draft,
        draft_lots: &draft_lots,
        mandates: &[],
    };
    amendment.publish("Wij vragen iets meer.", now())
}

fn found(change: impl FnOnce(&mut Definition, &mut Vec<Lot>)) -> Vec<Difference> {
    let (mut definition, mut lots) = (round().definition, vec![lot(1)]);
    let old = Terms::of(&definition, &lots);
    change(&mut definition, &mut lots);
    differences(&old, &Terms::of(&definition, &lots))
}

fn one(kind: Kind, turn: Turn, name: &str, section: Option<&str>) -> Difference {
    Difference::One { kind, turn, name: name.into(), section: section.map(str::to_owned) }
}

#[test]
fn every_part_that_changes_is_told() {
    assert_eq!(found(|_, _| {}), []);
    let later = round().definition.dates.table_on.saturating_add(7.days());
    let from = When::Day(round().definition.dates.table_on);
    assert_eq!(
        found(|d, _| {
            d.title.push('!');
            d.dates.table_on = later;
        }),
        [
            Difference::Whole(Whole::Title),
            Difference::Moved { step: Step::TableOn, from, to: When::Day(later) },
        ]
    );
    assert_eq!(
        found(|d, lots| {
            lots[0].details.clients += 1;
            d.requirements.push(Requirement {
                code: "Q06".into(),
                title: "Een verklaring".into(),
                ..d.requirements[0].clone()
            });
            d.criteria[0].weight = Exact::from(60);
            d.criteria[1].question.push_str(" Waarom?");
        }),
        [
            one(Kind::Lot, Turn::Changed, "1. Elsbroek", None),
            one(Kind::Requirement, Turn::Added, "Een verklaring", None),
            one(Kind::Criterion, Turn::Changed, "Meerwaarde", None),
            Difference::Weight {
                name: "Werkwijze".into(),
                from: Exact::from(70),
                to: Exact::from(60)
            },
        ]
    );
}

#[test]
fn a_question_is_told_with_its_section() {
    let old = round().definition.sections[0].clone();
    let all = found(|d, _| {
        d.sections[0].questions[0].label = "Hoe werkt u?".into();
        d.sections.remove(1);
        d.sections
            .push(Section { code: "risks".into(), title: "Risico’s".into(), ..old.clone() });
        d.sections[1].group = Group::Plan;
    });
    let gone = round().definition.sections[1].title.clone();
    assert_eq!(
        all,
        [
            one(Kind::Section, Turn::Added, "Risico’s", Some("risks")),
            one(Kind::Section, Turn::Removed, &gone, None),
            one(Kind::Question, Turn::Changed, "Hoe werkt u?", Some("plan")),
        ]
    );
}

#[test]
fn the_heart_of_the_award_is_called_essential() {
    let essential = |change: fn(&mut Definition, &mut Vec<Lot>)| {
        found(change).iter().any(Difference::is_essential)
    };
    assert!(essential(|d, _| d.criteria[0].weight = Exact::from(60)));
    assert!(essential(|d, _| d.scale[0].text.push('.')));
    assert!(essential(|_, lots| lots[0].details.budget.0 += 1));
    assert!(!essential(|d, _| d.contact.phone.push('1')));
    assert!(!essential(|d, _| d.requirements[0].text.push('.')));
}

#[test]
fn terms_change_only_with_a_reason_while_the_round_is_open() {
    let changed = |d: &mut Round, _: &mut Vec<Lot>| d.definition.summary.push_str(" En meer.");
    let new = amended(changed).unwrap();
    assert_eq!(new.id, round().id);
    assert_eq!(new.version, round().version);
    let publication = new.publication().unwrap();
    assert_eq!(publication.at, now());
    assert_eq!(publication.hash, publication_hash(&new.definition, &[lot(1)]));

    assert_eq!(amended(|_, _| {}), Err(AmendRefusal::Nothing));
    assert_eq!(amended(|_, lots| lots.push(lot(2))), Err(AmendRefusal::Lots));
    assert_eq!(amended(|_, lots| lots.clear()), Err(AmendRefusal::Lots));
    let earlier = |d: &mut Round, _: &mut Vec<Lot>| {
        let closes_at = d.definition.dates.closes_at;
        d.definition.dates.closes_at = closes_at - 1.hour();
    };
    assert_eq!(amended(earlier), Err(AmendRefusal::Earlier));
    let bare = |d: &mut Round, _: &mut Vec<Lot>| d.definition.title.clear();
    assert_eq!(amended(bare), Err(AmendRefusal::Incomplete));

    let (round, lots) = (published(), [lot(1)]);
    let mut new = draft(&round);
    new.definition.summary.push('!');
    let amendment =
        Amendment { round: &round, lots: &lots, draft: &new, draft_lots: &lots, mandates: &[] };
    assert_eq!(amendment.publish("  ", now()), Err(AmendRefusal::NoReason));
    let late = round.definition.dates.closes_at + 1.second();
    assert_eq!(amendment.publish("Te laat.", late), Err(AmendRefusal::NotOpen));
}

#[test]
fn a_day_that_is_over_and_stays_is_no_fault() {
    let round = published();
    let after_questions = round.definition.dates.questions_until + 1.hour();
    let mut new = draft(&round);
    new.definition.summary.push('!');
    let lots = [lot(1)];
    let amendment =
        Amendment { round: &round, lots: &lots, draft: &new, draft_lots: &lots, mandates: &[] };
    assert_eq!(amendment.problems(after_questions), []);
    assert!(amendment.publish("Een fout hersteld.", after_questions).is_ok());
}

#[test]
fn an_extension_lasts_until_the_terms_give_more_time() {
    let closes_at = published().definition.dates.closes_at;
    let later =
        Extended { closes_at: closes_at + 48.hours(), questions_until: closes_at - 24.hours() };
    let round = Round { extended: Some(later), ..published() };
    let with = |hours: i64| {
        let mut new = draft(&round);
        new.definition.summary.push('!');
        new.definition.dates.closes_at = closes_at + hours.hours();
        let lots = [lot(1)];
        let amendment =
            Amendment { round: &round, lots: &lots, draft: &new, draft_lots: &lots, mandates: &[] };
        amendment.publish("Meer uitleg.", now()).map(|round| round.closes_at())
    };
    assert_eq!(with(0), Ok(closes_at + 48.hours()));
    assert_eq!(with(24), Ok(closes_at + 48.hours()));
    assert_eq!(with(72), Ok(closes_at + 72.hours()));
}

#[test]
fn what_was_hashed_can_be_read_again() {
    let (definition, lots) = (round().definition, [lot(1), lot(2)]);
    let text = crate::domain::rounds::canonical(&definition, &lots);
    let read: Terms = serde_json::from_str(&text).unwrap();
    assert_eq!(read, Terms::of(&definition, &lots));
}

proptest! {
    #[test]
    fn who_changes_nothing_back_and_forth_tells_nothing(weight in 1i64..99, days in 1i64..30) {
        let there = |d: &mut Definition| {
            d.criteria[0].weight = Exact::from(weight);
            d.dates.table_on = d.dates.table_on.saturating_add(days.days());
        };
        let (mut definition, lots) = (round().definition, [lot(1)]);
        let old = Terms::of(&definition, &lots);
        there(&mut definition);
        let new = Terms::of(&definition, &lots);
        // As many differences there as back again.
        prop_assert_eq!(differences(&old, &new).len(), differences(&new, &old).len());
        prop_assert_eq!(differences(&new, &new), vec![]);
    }
}
