//! What has to be right about the questions before a round is published.

use super::{Problem, blank};
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::sections::{Kind, Question, Section};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionProblem {
    NoTitle,
    NoQuestions,
    QuestionWithoutText,
    /// A condition names no earlier choice of the same section, or an answer that it has not.
    UnknownCondition,
}

/// Whether every section can be filled in.
pub(super) fn check(definition: &Definition, found: &mut Vec<Problem>) {
    if definition.sections.is_empty() {
        found.push(Problem::NoSections);
        return;
    }
    let mut kinds = definition.sections.iter().flat_map(|s| &s.questions).map(|q| &q.kind);
    if definition.price.bids_name_prices() && !kinds.any(|kind| matches!(kind, Kind::Costs)) {
        found.push(Problem::NoPriceQuestion);
    }
    for section in &definition.sections {
        let wrong = section_problems(section);
        found.extend(wrong.into_iter().map(|what| Problem::Section(section.title.clone(), what)));
    }
}

fn section_problems(section: &Section) -> Vec<SectionProblem> {
    use SectionProblem::*;
    let unknown = |place: usize, question: &Question| {
        let Some(when) = &question.when else { return false };
        let before = section.questions[..place].iter().find(|q| q.code == when.question);
        let Some(Kind::Choice { options }) = before.map(|q| &q.kind) else { return true };
        let offered = |code: &String| options.iter().any(|option| option.code == *code);
        when.is.is_empty() || !when.is.iter().all(offered)
    };
    let mut questions = section.questions.iter().enumerate();
    let checks = [
        (blank(&section.title), NoTitle),
        (section.questions.is_empty(), NoQuestions),
        (section.questions.iter().any(|q| blank(&q.label)), QuestionWithoutText),
        (questions.any(|(place, q)| unknown(place, q)), UnknownCondition),
    ];
    checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, what)| what).collect()
}
