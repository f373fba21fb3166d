//! What a form of the set-up is about: which fields it has, what they become, and where it lives.

use super::form::{Field, Words};
use super::{
    basics, criteria, letter_texts, method, participants, procedure, questions, requirements,
    rules, scale, self_check,
};
use crate::domain::ids::OrganisationId;
use crate::domain::rounds::changes::Change;
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::publication::Part;
use crate::domain::rounds::sections::{Question, Section};
use crate::rendering::layout::FieldError;
use crate::web::errors::Error;
use crate::web::forms::Typed;

/// What a form is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Part(Part),
    Criterion(String),
    NewCriterion,
    Requirement(String),
    Section(String),
    /// A question of a section.
    Question(String, String),
    NewQuestion(String),
    /// How a municipality that takes part weighs.
    Participant(OrganisationId),
}

impl Target {
    pub fn criterion(code: String) -> Target {
        if code == "new" { Target::NewCriterion } else { Target::Criterion(code) }
    }

    pub fn question_at(section: String, code: String) -> Target {
        if code == "new" { Target::NewQuestion(section) } else { Target::Question(section, code) }
    }

    pub fn part(&self) -> Part {
        match self {
            Target::Part(part) => *part,
            Target::Criterion(_) | Target::NewCriterion => Part::Criteria,
            Target::Requirement(_) => Part::Requirements,
            Target::Section(_) | Target::Question(..) | Target::NewQuestion(_) => Part::Sections,
            Target::Participant(_) => Part::Joint,
        }
    }

    pub fn title(&self) -> String {
        match self {
            Target::Part(part) => format!("part-{}", part.as_str()),
            Target::Criterion(_) => "setup-criterion-title".into(),
            Target::NewCriterion => "setup-criterion-new".into(),
            Target::Requirement(_) => "setup-requirement-title".into(),
            Target::Section(_) => "setup-section-title".into(),
            Target::Question(..) => "setup-question-title".into(),
            Target::NewQuestion(_) => "setup-question-new".into(),
            Target::Participant(_) => "joint-weights-title".into(),
        }
    }

    /// Address of the form below that of the round.
    pub fn path(&self) -> String {
        match self {
            Target::Part(part) => format!("parts/{}", part.as_str()),
            Target::Criterion(code) => format!("criteria/{code}"),
            Target::NewCriterion => "criteria/new".into(),
            Target::Requirement(code) => format!("requirements/{code}"),
            Target::Section(code) => format!("sections/{code}"),
            Target::Question(section, code) => format!("sections/{section}/questions/{code}"),
            Target::NewQuestion(section) => format!("sections/{section}/questions/new"),
            Target::Participant(id) => format!("joint/{id}"),
        }
    }

    pub fn fields(&self, d: &Definition, words: Words<'_>) -> Result<Vec<Field>, Error> {
        Ok(match self {
            Target::Part(Part::Basics) => basics::fields(d, words),
            Target::Part(Part::Procedure) => procedure::fields(d, words),
            Target::Part(Part::Grounds) => procedure::ground_fields(d, words),
            Target::Part(Part::Letters) => letter_texts::fields(d, words),
            Target::Part(Part::SelfCheck) => self_check::fields(d, words),
            Target::Part(Part::Dates) => basics::date_fields(&d.dates, words),
            Target::Part(Part::Requirements) => requirements::choice_fields(d, words),
            Target::Part(Part::Criteria) => criteria::weight_fields(d, words),
            Target::Part(Part::Method) => method::fields(d, words),
            Target::Part(Part::Scale) => scale::fields(d, words),
            Target::Part(Part::Rules) => rules::fields(d, words),
            Target::Part(Part::Sections) => questions::choice_fields(d, words),
            Target::Part(Part::Lots | Part::Joint) => return Err(Error::Missing),
            Target::Participant(id) => {
                participants::fields(d.participant(*id).ok_or(Error::Missing)?, d, words)
            }
            Target::NewCriterion => criteria::fields(&criteria::blank(d), d, words),
            Target::Criterion(code) => {
                let found = d.criteria.iter().find(|c| c.code == *code);
                criteria::fields(found.ok_or(Error::Missing)?, d, words)
            }
            Target::Requirement(code) => {
                let found = d.requirements.iter().find(|r| r.code == *code);
                requirements::fields(found.ok_or(Error::Missing)?, words)
            }
            Target::Section(code) => {
                questions::section_fields(d.section(code).ok_or(Error::Missing)?, words)
            }
            Target::Question(..) | Target::NewQuestion(_) => {
                let (section, question) = self.question(d).ok_or(Error::Missing)?;
                questions::question_fields(section, &question, words)
            }
        })
    }

    pub fn read(
        &self,
        d: &Definition,
        typed: &Typed,
        (words, now): (Words<'_>, jiff::Timestamp),
    ) -> Result<Change, Vec<FieldError>> {
        match self {
            Target::Part(Part::Basics) => basics::read(typed, words),
            Target::Part(Part::Procedure) => procedure::read(d, typed, words),
            Target::Part(Part::Grounds) => Ok(procedure::read_grounds(d, typed, words)),
            Target::Part(Part::Letters) => letter_texts::read(typed, words),
            Target::Part(Part::SelfCheck) => self_check::read(d, typed, words),
            Target::Part(Part::Dates) => basics::read_dates(typed, now, words),
            Target::Part(Part::Requirements) => Ok(requirements::read_choice(d, typed)),
            Target::Part(Part::Criteria) => criteria::read_weights(d, typed, words),
            Target::Part(Part::Method) => method::read(typed, words),
            Target::Part(Part::Scale) => scale::read(d, typed, words),
            Target::Part(Part::Rules) => rules::read(d, typed, words),
            Target::Part(Part::Sections) => Ok(questions::read_choice(d, typed)),
            Target::Part(Part::Lots | Part::Joint) => Err(vec![]),
            Target::Participant(id) => participants::read(*id, d, typed, words),
            Target::NewCriterion => criteria::read(&criteria::blank(d).code, d, typed, words),
            Target::Criterion(code) => criteria::read(code, d, typed, words),
            Target::Requirement(code) => requirements::read(code, d, typed, words),
            Target::Section(code) => questions::read_section(code, d, typed, words),
            Target::Question(..) | Target::NewQuestion(_) => match self.question(d) {
                Some((section, question)) => {
                    questions::read_question((section, &question), d, typed, words)
                }
                None => Err(vec![]),
            },
        }
    }

    /// The question this form is about, or an empty one.
    pub fn question<'d>(&self, d: &'d Definition) -> Option<(&'d Section, Question)> {
        match self {
            Target::Question(section, code) => {
                let section = d.section(section)?;
                Some((section, section.question(code)?.clone()))
            }
            Target::NewQuestion(section) => {
                let section = d.section(section)?;
                Some((section, questions::blank(section)))
            }
            Target::Part(_)
            | Target::Criterion(_)
            | Target::NewCriterion
            | Target::Requirement(_)
            | Target::Section(_)
            | Target::Participant(_) => None,
        }
    }
}
