//! Problems and warnings of the domain in words, each saying what to do.

use super::form::Words;
use crate::domain::rounds::definition::CriterionKind;
use crate::domain::rounds::joined::JoinedProblem;
use crate::domain::rounds::procedure::RouteProblem;
use crate::domain::rounds::publication::{
    CriterionProblem, LotProblem, Problem, SectionProblem, Step,
};
use crate::domain::rounds::warnings::Warning;
use crate::domain::scoring::Exact;
use crate::rendering::{Arg, Lang};

pub fn problem(problem: &Problem, words: Words<'_>) -> String {
    match problem {
        Problem::NoTitle => words.say("problem-no-title"),
        Problem::NoSummary => words.say("problem-no-summary"),
        Problem::NoContact => words.say("problem-no-contact"),
        Problem::Route(what) => route(*what, words),
        Problem::Ground(code) => one(words, "problem-ground", ("code", code.clone())),
        Problem::Past(step) => one(words, "problem-past", ("step", step_name(*step, words))),
        Problem::Order(first, second) => {
            let (first, second) = (step_name(*first, words), step_name(*second, words));
            words.with("problem-order", &[("first", first.into()), ("second", second.into())])
        }
        Problem::NoLots => words.say("problem-no-lots"),
        Problem::Joined(name, what) => joined(name, what, words),
        Problem::Lot(number, what) => one(words, lot_key(*what), ("number", number.to_string())),
        Problem::NoRequirements => words.say("problem-no-requirements"),
        Problem::Requirement(code) => one(words, "problem-requirement", ("code", code.clone())),
        Problem::NoCriteria => words.say("problem-no-criteria"),
        Problem::NoCriterionOf(CriterionKind::Quality) => words.say("problem-no-quality"),
        Problem::NoCriterionOf(CriterionKind::SocialValue) => words.say("problem-no-social-value"),
        Problem::WeightSum(sum) => one(words, "problem-weight-sum", ("sum", number(sum, words))),
        Problem::Criterion(place, what) => criterion(*place, what, words),
        Problem::ShortScale => words.say("problem-short-scale"),
        Problem::SameGrade(value) => {
            one(words, "problem-same-grade", ("value", number(value, words)))
        }
        Problem::GradeWithoutText(value) => {
            one(words, "problem-grade-text", ("value", number(value, words)))
        }
        Problem::PriceWeight => words.say("problem-price-weight"),
        Problem::ThresholdOutOfReach => words.say("problem-threshold-out-of-reach"),
        Problem::PriceMultiple => words.say("problem-price-multiple"),
        Problem::LotRuleNeedsPoints => words.say("problem-lot-rule-points"),
        Problem::TieUnknown(_) => words.say("problem-tie-unknown"),
        Problem::TieTwice(_) => words.say("problem-tie-twice"),
        Problem::TieWithoutPrice => words.say("problem-tie-price"),
        Problem::LimitWithoutRule => words.say("problem-limit"),
        Problem::Remedy => words.say("problem-remedy"),
        Problem::NoSections => words.say("problem-no-sections"),
        Problem::NoPriceQuestion => words.say("problem-no-price-question"),
        Problem::Section(title, what) => one(words, section_key(*what), ("section", title.clone())),
    }
}

fn joined(name: &str, what: &JoinedProblem, words: Words<'_>) -> String {
    let key = match what {
        JoinedProblem::Twice => "problem-joined-twice",
        JoinedProblem::NoLot => "problem-joined-no-lot",
        JoinedProblem::OtherCriteria => "problem-joined-criteria",
        JoinedProblem::NoWeight => "problem-joined-weight",
        JoinedProblem::NoMandate => "problem-joined-mandate",
        JoinedProblem::WeightSum(sum) => {
            let args = [("name", name.into()), ("sum", number(sum, words).into())];
            return words.with("problem-joined-sum", &args);
        }
    };
    words.with(key, &[("name", name.into())])
}

fn one(words: Words<'_>, key: &str, (name, value): (&str, String)) -> String {
    words.with(key, &[(name, value.into())])
}

fn route(what: RouteProblem, words: Words<'_>) -> String {
    match what {
        RouteProblem::Budget => words.say("problem-residents-budget"),
        RouteProblem::EntryTooEarly(day) => {
            one(words, "problem-entry-early", ("day", words.day(day)))
        }
        RouteProblem::EntryTwice(day) => one(words, "problem-entry-twice", ("day", words.day(day))),
        RouteProblem::TooManyEntries => words.say("problem-entry-many"),
    }
}

pub fn step_name(step: Step, words: Words<'_>) -> String {
    words.say(&format!("setup-{}", step.as_str().replace('_', "-")))
}

fn section_key(what: SectionProblem) -> &'static str {
    match what {
        SectionProblem::NoTitle => "problem-section-title",
        SectionProblem::NoQuestions => "problem-section-questions",
        SectionProblem::QuestionWithoutText => "problem-section-question-text",
        SectionProblem::UnknownCondition => "problem-section-condition",
    }
}

fn lot_key(what: LotProblem) -> &'static str {
    match what {
        LotProblem::NoName => "problem-lot-name",
        LotProblem::NoTheme => "problem-lot-theme",
        LotProblem::NoDescription => "problem-lot-description",
        LotProblem::NoCategory => "problem-lot-category",
        LotProblem::NoClients => "problem-lot-clients",
        LotProblem::NoBudget => "problem-lot-budget",
        LotProblem::NoVolume => "problem-lot-volume",
        LotProblem::PriceKind => "problem-lot-price-kind",
        LotProblem::NoRate => "problem-lot-rate",
        LotProblem::FloorNotBelowCeiling => "problem-lot-floor",
        LotProblem::AreaTwice => "problem-lot-area-twice",
        LotProblem::AreaWithoutShape => "problem-lot-area-shape",
        LotProblem::UnknownMunicipality => "problem-lot-municipality",
    }
}

fn criterion(place: usize, what: &CriterionProblem, words: Words<'_>) -> String {
    let (key, section) = match what {
        CriterionProblem::NoName => ("problem-criterion-name", None),
        CriterionProblem::NoQuestion => ("problem-criterion-question", None),
        CriterionProblem::SameCode => ("problem-criterion-code", None),
        CriterionProblem::NoWeight => ("problem-criterion-weight", None),
        CriterionProblem::NoSections => ("problem-criterion-sections", None),
        CriterionProblem::UnknownSection(code) => ("problem-criterion-unknown", Some(code)),
        CriterionProblem::SealedSection(title) => ("problem-criterion-sealed", Some(title)),
        CriterionProblem::ThresholdOffScale => ("problem-criterion-threshold", None),
    };
    let mut args: Vec<(&str, Arg<'_>)> = vec![("place", place.to_string().into())];
    args.extend(section.map(|s| ("section", s.as_str().into())));
    words.with(key, &args)
}

/// An exact number as it is written here: `22,5`.
pub fn number(exact: &Exact, words: Words<'_>) -> String {
    match words.lang {
        Lang::Nl => typed_number(exact),
        Lang::En => exact.plain(),
    }
}

/// An exact number as a form field holds it; both comma and point are read back.
pub fn typed_number(exact: &Exact) -> String {
    exact.plain().replace('.', ",")
}

pub fn warning(warning: &Warning, words: Words<'_>) -> String {
    let lot = |key: &str, number: &u16| one(words, key, ("number", number.to_string()));
    let name = |key: &str, name: &String| one(words, key, ("name", name.clone()));
    match warning {
        Warning::AboveThreshold(worth) => {
            one(words, "warning-threshold-europe", ("worth", words.euro(worth.0)))
        }
        Warning::NoContractEnd(number) => lot("warning-no-contract", number),
        Warning::StartsBeforeEnd(number, end) => {
            let args = [("number", number.to_string().into()), ("end", words.day(*end).into())];
            words.with("warning-contract-runs", &args)
        }
        Warning::BudgetTooSmall(number) => lot("warning-budget", number),
        Warning::Overlap(first, second) => {
            let args = [("first", first.to_string().into()), ("second", second.to_string().into())];
            words.with("warning-overlap", &args)
        }
        Warning::AreaInArea(number, inner, outer) => {
            let args = [
                ("number", number.to_string().into()),
                ("inner", inner.as_str().into()),
                ("outer", outer.as_str().into()),
            ];
            words.with("warning-area-in-area", &args)
        }
        Warning::Threshold(criterion, value, label) => {
            let args = [
                ("name", criterion.as_str().into()),
                ("value", number(value, words).into()),
                ("label", label.as_str().into()),
            ];
            words.with("warning-threshold", &args)
        }
        Warning::TotalThreshold(total) => {
            one(words, "warning-total-threshold", ("total", number(total, words)))
        }
        Warning::OrderCanTurn => words.say("warning-order-can-turn"),
        Warning::CheaperCanRankLower => words.say("warning-cheaper-lower"),
        Warning::PointsDependOnLowestPrice => words.say("warning-lowest-price"),
        Warning::SocialValueLow(sum) => {
            one(words, "warning-social-low", ("sum", number(sum, words)))
        }
        Warning::SocialValueHigh(sum) => {
            one(words, "warning-social-high", ("sum", number(sum, words)))
        }
        Warning::NoRisk(title) => name("warning-no-risk", title),
        Warning::NoEquivalent(title) => name("warning-no-equivalent", title),
        Warning::ShortStandstill => words.say("warning-standstill"),
        Warning::OtherObjectionTerm => words.say("warning-objection"),
    }
}
