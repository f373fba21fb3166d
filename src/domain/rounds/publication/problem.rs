//! What can keep a round from being published, and where in the set-up it is mended.

use super::SectionProblem;
use crate::domain::accounts::words;
use crate::domain::rounds::definition::CriterionKind;
use crate::domain::rounds::joined::JoinedProblem;
use crate::domain::rounds::procedure::RouteProblem;
use crate::domain::scoring::Exact;

words! {
    /// A part of the set-up, as it stands in the task list.
    Part {
        Basics = "basics",
        Procedure = "procedure",
        Dates = "dates",
        Lots = "lots",
        /// Other municipalities that take part.
        Joint = "joint",
        Requirements = "requirements",
        Grounds = "grounds",
        Method = "method",
        Criteria = "criteria",
        Scale = "scale",
        Rules = "rules",
        Sections = "sections",
        Letters = "letters",
        SelfCheck = "self_check",
    }
}

words! {
    /// A date of the round, in the order in which they come.
    Step {
        QuestionsUntil = "questions_until",
        ClosesAt = "closes_at",
        ScoresDue = "scores_due",
        TableOn = "table_on",
        DecisionOn = "decision_on",
        StartsOn = "starts_on",
    }
}

/// One thing that keeps a round from being published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    NoTitle,
    NoSummary,
    NoContact,
    Route(RouteProblem),
    /// Publication is now, so everything else is later.
    Past(Step),
    /// The second comes before the first.
    Order(Step, Step),
    NoLots,
    Lot(u16, LotProblem),
    /// A municipality that takes part, by its name.
    Joined(String, JoinedProblem),
    NoRequirements,
    Requirement(String),
    /// Named by its code.
    Ground(String),
    NoCriteria,
    NoCriterionOf(CriterionKind),
    WeightSum(Exact),
    /// Named by its place in the list, from 1: its name may be what is missing.
    Criterion(usize, CriterionProblem),
    /// Fewer than two grades.
    ShortScale,
    /// Two grades with the same value.
    SameGrade(Exact),
    GradeWithoutText(Exact),
    PriceWeight,
    /// A multiple of the lowest price that earns nothing is above one.
    PriceMultiple,
    /// The tie rule names a criterion that is not there.
    TieUnknown(String),
    TieTwice(String),
    /// Every bid has the same price, so it cannot decide.
    TieWithoutPrice,
    /// No bid can reach this total.
    ThresholdOutOfReach,
    /// A rule that adds up totals of lots needs totals in points.
    LotRuleNeedsPoints,
    /// A limit of lots per bidder means nothing when every lot goes to its best bidder.
    LimitWithoutRule,
    Remedy,
    NoSections,
    /// Bids name a price, and no question asks for it.
    NoPriceQuestion,
    /// Named by the title of its section.
    Section(String, SectionProblem),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LotProblem {
    NoName,
    NoTheme,
    NoDescription,
    NoCategory,
    NoClients,
    NoBudget,
    NoVolume,
    /// The price of the lot is of another kind than the price rule of the round.
    PriceKind,
    NoRate,
    FloorNotBelowCeiling,
    AreaTwice,
    AreaWithoutShape,
    /// It is for a municipality that does not take part.
    UnknownMunicipality,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CriterionProblem {
    NoName,
    NoQuestion,
    SameCode,
    NoWeight,
    NoSections,
    UnknownSection(String),
    /// Assessors must not see names or money.
    SealedSection(String),
    ThresholdOffScale,
}

impl Problem {
    /// Where in the set-up it can be mended.
    pub fn part(&self) -> Part {
        use Problem::*;
        match self {
            NoTitle | NoSummary | NoContact => Part::Basics,
            Route(_) => Part::Procedure,
            Past(_) | Order(..) => Part::Dates,
            NoLots | Lot(..) => Part::Lots,
            Joined(..) => Part::Joint,
            NoRequirements | Requirement(_) => Part::Requirements,
            Ground(_) => Part::Grounds,
            NoCriteria | NoCriterionOf(_) | WeightSum(_) | Criterion(..) => Part::Criteria,
            ShortScale | SameGrade(_) | GradeWithoutText(_) => Part::Scale,
            PriceWeight | PriceMultiple => Part::Method,
            ThresholdOutOfReach | TieUnknown(_) | TieTwice(_) | TieWithoutPrice
            | LotRuleNeedsPoints | LimitWithoutRule | Remedy => Part::Rules,
            NoSections | NoPriceQuestion | Section(..) => Part::Sections,
        }
    }
}
