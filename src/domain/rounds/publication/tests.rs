use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::domain::ids::{LotId, OrganisationId, RoundId};
use crate::domain::money::Cents;
use crate::domain::rounds::definition::{Contact, Explain, Grade, ProofDue, Remedy, Requirement};
use crate::domain::rounds::joined::ForWhom;
use crate::domain::rounds::lots::{AreaRef, Provision, RunningContract, Unit};
use crate::domain::rounds::sections::{Choice, Condition, Kind, Need, Question, Section};
use crate::domain::scoring::{Rounding, TieRule};

pub fn now() -> Timestamp {
    "2027-01-04T09:00:00Z".parse().unwrap()
}

fn criterion(code: &str, name: &str, kind: CriterionKind, weight: i64) -> Criterion {
    Criterion {
        code: code.into(),
        name: name.into(),
        question: "Hoe doet u dat?".into(),
        kind,
        weight: weight.into(),
        threshold: None,
        reason_required: true,
        sections: vec!["plan".into()],
    }
}

fn section(code: &str, group: Group) -> Section {
    let kind = match group {
        Group::Money => Kind::Costs,
        Group::Cooperative | Group::Plan | Group::Quality => Kind::Text { max_words: 100 },
    };
    Section {
        number: 1,
        code: code.into(),
        title: code.into(),
        group,
        need: Need::Must,
        purpose: String::new(),
        questions: vec![question("first", kind)],
    }
}

fn question(code: &str, kind: Kind) -> Question {
    Question {
        code: code.into(),
        label: "Wat doet u?".into(),
        hint: None,
        example: None,
        required: true,
        when: None,
        kind,
    }
}

fn grade(value: i64, label: &str) -> Grade {
    Grade { value: value.into(), label: label.into(), text: "Zoals gevraagd".into() }
}

/// A round that can be published as it stands.
pub fn round() -> Round {
    let definition = Definition {
        title: "Hulp dichtbij".into(),
        summary: "Wij zoeken hulp.".into(),
        contact: Contact { name: "Ingrid".into(), email: "i@w.example".into(), phone: "".into() },
        dates: Dates {
            questions_until: "2027-02-01T11:00:00Z".parse().unwrap(),
            closes_at: "2027-02-15T11:00:00Z".parse().unwrap(),
            scores_due: date(2027, 3, 1),
            table_on: date(2027, 3, 8),
            decision_on: date(2027, 3, 22),
            starts_on: date(2027, 7, 1),
        },
        remedy: Remedy::Standstill { days: 20 },
        price: PriceRule::WeightedAbsolute { weight: 15.into() },
        rounding: Rounding::default(),
        ties: TieRule { keys: vec![TieKey::Criterion("q1".into())], ..TieRule::default() },
        lot_rule: LotRule::BidderPreference,
        threshold: None,
        lots_per_bidder: None,
        scale: vec![grade(10, "Goed"), grade(0, "Slecht")],
        criteria: vec![
            criterion("q1", "Werkwijze", CriterionKind::Quality, 70),
            criterion("q2", "Meerwaarde", CriterionKind::SocialValue, 15),
        ],
        requirements: vec![Requirement {
            code: "Q01".into(),
            title: "Veilige hulp".into(),
            text: "De hulp is veilig.".into(),
            risk: "Ongelukken".into(),
            usual_proof: "Keurmerk".into(),
            equivalent: "Handboek".into(),
            knock_out: false,
            proof: ProofDue::AtSubmission,
            explain: Explain::InOwnWords,
        }],
        sections: vec![section("plan", Group::Plan), section("price", Group::Money)],
        reading: crate::domain::rounds::definition::Reading::usual(),
        costs: crate::domain::rounds::cost_terms::CostTerms::default(),
        procedure: None,
        residents_budget: None,
        entry_moments: vec![],
        grounds: vec![],
        meeting: crate::domain::tables::Meeting::usual(),
        letter_texts: Default::default(),
        participants: vec![],
        self_check: Default::default(),
    };
    Round {
        id: RoundId::named("round"),
        municipality: OrganisationId::named("waldervoort"),
        phase: Phase::Draft,
        definition,
        extended: None,
        version: 3,
    }
}

pub fn lot(number: u16) -> Lot {
    let details = LotDetails {
        name: "Elsbroek".into(),
        theme: "Hulp bij het huishouden".into(),
        description: "Een dorp.".into(),
        provision: Provision::Tailored,
        categories: vec!["01".into()],
        areas: vec![AreaRef { code: "WK990106".into(), year: 2024, name: "Elsbroek".into() }],
        clients: 96,
        budget: Cents(30_000_000),
        volume: 8000,
        unit: Unit::Hour,
        price: LotPrice::Between { floor: Cents(3500), ceiling: Cents(4100) },
        running_contract: Some(RunningContract {
            provider: "Zorggroep".into(),
            ends_on: date(2027, 6, 30),
        }),
        for_whom: ForWhom::Together,
    };
    let shapes = vec![vec![vec![vec![[5.0, 51.0], [5.1, 51.0], [5.1, 51.1], [5.0, 51.0]]]]];
    Lot {
        id: LotId::named(&number.to_string()),
        round: RoundId::named("round"),
        number,
        details,
        shapes,
    }
}

fn found(change: impl FnOnce(&mut Definition)) -> Vec<Problem> {
    let mut definition = round().definition;
    change(&mut definition);
    problems(&definition, &[lot(1)], now())
}

#[test]
fn a_complete_round_is_published_with_its_hash() {
    let published = round().publish(3, &[lot(1)], &[], now()).unwrap();
    let hash = publication_hash(&published.definition, &[lot(1)]);
    assert_eq!(published.phase, Phase::Published(Publication { at: now(), hash }));
    assert_eq!(published.clone().publish(3, &[lot(1)], &[], now()), Err(SetUpRefusal::Published));
}

#[test]
fn only_what_was_seen_and_is_complete_is_published() {
    assert_eq!(round().publish(2, &[lot(1)], &[], now()), Err(SetUpRefusal::Changed));
    assert_eq!(round().publish(3, &[], &[], now()), Err(SetUpRefusal::Incomplete));
}

#[test]
fn weights_must_be_exactly_a_hundred() {
    assert_eq!(found(|d| d.criteria[0].weight = 65.into()), [Problem::WeightSum(95.into())]);
    let third: Exact = "210/3".parse().unwrap();
    assert_eq!(found(|d| d.criteria[0].weight = third), []);
    let price = |d: &mut Definition| d.price = PriceRule::WeightedAbsolute { weight: 0.into() };
    assert_eq!(found(price), [Problem::WeightSum(85.into()), Problem::PriceWeight]);
}

#[test]
fn texts_that_bidders_need_must_be_there() {
    let empty = |d: &mut Definition| {
        d.title = " ".into();
        d.summary.clear();
        d.contact.email.clear();
        d.requirements[0].text.clear();
        d.scale[0].text.clear();
        d.sections.clear();
    };
    let plan = CriterionProblem::UnknownSection("plan".into());
    assert_eq!(
        found(empty),
        [
            Problem::NoTitle,
            Problem::NoSummary,
            Problem::NoContact,
            Problem::Requirement("Q01".into()),
            Problem::Criterion(1, plan.clone()),
            Problem::Criterion(2, plan),
            Problem::GradeWithoutText(10.into()),
            Problem::NoSections,
        ]
    );
}

#[test]
fn dates_come_in_order_and_after_now() {
    assert_eq!(
        found(|d| d.dates.closes_at = "2027-01-04T08:59:59Z".parse().unwrap()),
        [Problem::Past(Step::ClosesAt), Problem::Order(Step::QuestionsUntil, Step::ClosesAt)]
    );
    let same_day = |d: &mut Definition| {
        d.dates.scores_due = date(2027, 2, 15);
        d.dates.table_on = date(2027, 2, 14);
        d.dates.decision_on = date(2027, 2, 14);
        d.dates.starts_on = date(2027, 2, 14);
    };
    assert_eq!(
        found(same_day),
        [
            Problem::Order(Step::ClosesAt, Step::ScoresDue),
            Problem::Order(Step::ScoresDue, Step::TableOn),
            Problem::Order(Step::TableOn, Step::DecisionOn),
            Problem::Order(Step::DecisionOn, Step::StartsOn),
        ]
    );
}

#[test]
fn criteria_are_whole_and_hide_price_and_names() {
    let wrong = |d: &mut Definition| {
        d.criteria[0].name.clear();
        d.criteria[0].sections = vec!["price".into()];
        d.criteria[0].threshold = Some(7.into());
        d.criteria[1].code = "q1".into();
        d.criteria[1].question.clear();
        d.criteria[1].sections.clear();
    };
    use CriterionProblem as C;
    assert_eq!(
        found(wrong),
        [
            Problem::Criterion(1, C::NoName),
            Problem::Criterion(1, C::ThresholdOffScale),
            Problem::Criterion(1, C::SealedSection("price".into())),
            Problem::Criterion(2, C::NoQuestion),
            Problem::Criterion(2, C::NoSections),
            Problem::Criterion(2, C::SameCode),
        ]
    );
    assert_eq!(
        found(|d| d.criteria.clear()),
        [Problem::NoCriteria, Problem::TieUnknown("q1".into())]
    );
    assert_eq!(
        found(|d| d.criteria[1].kind = CriterionKind::Quality),
        [Problem::NoCriterionOf(CriterionKind::SocialValue)]
    );
}

#[test]
fn rules_fit_what_they_speak_of() {
    let wrong = |d: &mut Definition| {
        d.ties.keys = vec![
            TieKey::Criterion("q1".into()),
            TieKey::Criterion("q9".into()),
            TieKey::Price,
            TieKey::Price,
            TieKey::Criterion("q1".into()),
        ];
        d.lot_rule = LotRule::BestPerLot;
        d.lots_per_bidder = Some(2);
        d.remedy = Remedy::Objection { weeks: 0 };
    };
    assert_eq!(
        found(wrong),
        [
            Problem::TieUnknown("q9".into()),
            Problem::TieTwice("price".into()),
            Problem::TieTwice("q1".into()),
            Problem::LimitWithoutRule,
            Problem::Remedy,
        ]
    );
    let short = |d: &mut Definition| d.scale = vec![grade(10, "Goed")];
    assert_eq!(found(short), [Problem::ShortScale]);
    let twice = |d: &mut Definition| d.scale.push(grade(10, "Ook goed"));
    assert_eq!(found(twice), [Problem::SameGrade(10.into())]);
}

#[test]
fn a_lot_has_what_it_needs() {
    let rule = round().definition.price;
    let mut details = lot(1).details;
    details.areas.push(details.areas[0].clone());
    details.categories.clear();
    details.clients = 0;
    details.price = LotPrice::Between { floor: Cents(4100), ceiling: Cents(4100) };
    use LotProblem as L;
    assert_eq!(
        lot_problems(&details, 1, &rule),
        [L::NoCategory, L::NoClients, L::AreaTwice, L::AreaWithoutShape, L::FloorNotBelowCeiling]
    );
    assert_eq!(lot_problems(&lot(1).details, 1, &PriceRule::Fixed), [L::PriceKind]);
    details = lot(1).details;
    details.price = LotPrice::Fixed { rate: Cents(0) };
    assert_eq!(lot_problems(&details, 1, &PriceRule::Fixed), [L::NoRate]);
}

proptest! {
    /// What passes here, the engine takes for every lot.
    #[test]
    fn the_engine_takes_what_may_be_published(
        weights in prop::collection::vec(-5_i64..60, 1..5),
        price in prop::option::of(0_i64..40),
        floor in -2_i64..4,
        ceiling in -1_i64..5,
        grades in prop::collection::vec(0_i64..4, 0..5),
        threshold in prop::option::of(0_i64..5),
        tie in prop::option::of(0_usize..6),
    ) {
        let mut definition = round().definition;
        let kind = |i: usize| if i == 0 { CriterionKind::Quality } else { CriterionKind::SocialValue };
        definition.criteria = weights
            .iter()
            .enumerate()
            .map(|(i, w)| criterion(&format!("q{i}"), "Naam", kind(i), *w))
            .collect();
        // The last weight fills up to a hundred, or many a case would fail on that alone.
        let filled = Exact::from(100 - weights.iter().sum::<i64>() - price.unwrap_or(0));
        definition.criteria.push(Criterion {
            weight: filled,
            ..criterion("q9", "Naam", CriterionKind::SocialValue, 0)
        });
        definition.criteria[0].threshold = threshold.map(Exact::from);
        definition.scale = grades.iter().map(|v| grade(*v, "Woord")).collect();
        definition.price = match price {
            Some(weight) => PriceRule::WeightedAbsolute { weight: weight.into() },
            None => PriceRule::Fixed,
        };
        definition.ties.keys = match tie {
            Some(5) => vec![TieKey::Price],
            Some(i) => vec![TieKey::Criterion(format!("q{i}"))],
            None => vec![],
        };
        let mut lot = lot(1);
        lot.details.price = match price {
            Some(_) => LotPrice::Between { floor: Cents(floor), ceiling: Cents(ceiling) },
            None => LotPrice::Fixed { rate: Cents(100) },
        };
        let ours = problems(&definition, std::slice::from_ref(&lot), now());
        if ours.is_empty() {
            prop_assert_eq!(definition.scheme(&lot.details).problems(), vec![]);
        }
    }

    /// The hash follows the content: it changes with any weight and not with the order of lots.
    #[test]
    fn the_hash_follows_the_content(weight in 0_i64..100) {
        let (round, lots) = (round(), [lot(1), lot(2)]);
        let hash = publication_hash(&round.definition, &lots);
        let turned = [lots[1].clone(), lots[0].clone()];
        prop_assert_eq!(&publication_hash(&round.definition, &turned), &hash);
        let mut other = round.definition.clone();
        other.criteria[0].weight = weight.into();
        prop_assert_eq!(publication_hash(&other, &lots) == hash, weight == 70);
    }
}

#[test]
fn sections_have_questions_and_conditions_that_can_be_met() {
    use SectionProblem::*;
    let plan = |what| Problem::Section("plan".into(), what);
    assert_eq!(found(|d| d.sections[0].questions.clear()), [plan(NoQuestions)]);
    let blank = |d: &mut Definition| d.sections[0].questions[0].label.clear();
    assert_eq!(found(blank), [plan(QuestionWithoutText)]);
    let untitled = |d: &mut Definition| d.sections[0].title.clear();
    assert_eq!(found(untitled), [Problem::Section(String::new(), NoTitle)]);
    let no_price = |d: &mut Definition| {
        d.sections.remove(1);
    };
    assert_eq!(found(no_price), [Problem::NoPriceQuestion]);
    let when = |before: &str, is: &[&str]| {
        let when = Condition {
            question: before.into(),
            is: is.iter().map(|code| (*code).to_owned()).collect(),
        };
        found(|d| {
            let options = vec![Choice { code: "yes".into(), label: "Ja".into() }];
            let mut second = question("second", Kind::Date);
            second.when = Some(when);
            let choice = question("choice", Kind::Choice { options });
            d.sections[0].questions.extend([choice, second]);
        })
    };
    assert_eq!(when("choice", &["yes"]), []);
    for (before, is) in [("choice", ["no"].as_slice()), ("first", &["yes"]), ("later", &["yes"])] {
        assert_eq!(when(before, is), [plan(UnknownCondition)]);
    }
    assert_eq!(when("choice", &[]), [plan(UnknownCondition)]);
}
