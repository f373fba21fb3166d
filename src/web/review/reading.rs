//! What somebody answered, as it is read: texts in paragraphs, numbers large, promises in a list.

use serde::Serialize;

use super::requirements::requirement_answers;
use crate::domain::bids::Content;
use crate::domain::bids::answers::CommitmentPart;
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::sections::{Choice, Kind, Question};
use crate::domain::words::count_words;
use crate::web::App;
use crate::web::bids::{self, support_facts, vote_words, vote_words::outcome_facts};
use crate::web::me::Me;

/// Who reads: for the words of statuses.
pub type Reader<'a> = (&'a App, &'a Me);

fn filled(content: &Content, field: &str) -> Option<String> {
    content.answers.get(field).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// What an assessor reads for one criterion.
#[derive(Debug, Default, Serialize)]
pub struct Reading {
    pub figures: Vec<Figure>,
    pub parts: Vec<Part>,
    pub words: usize,
}

/// A number that stands out.
#[derive(Debug, Serialize)]
pub struct Figure {
    pub value: String,
    pub label: String,
}

/// One question with its answer.
#[derive(Debug, Default, Serialize)]
pub struct Part {
    pub title: String,
    pub paragraphs: Vec<String>,
    pub facts: Vec<Fact>,
    pub promises: Vec<Promise>,
    /// Requirements are many: they stand folded.
    pub folded: bool,
}

#[derive(Debug, Serialize)]
pub struct Fact {
    pub term: String,
    pub text: String,
    /// A day beside or instead of the text.
    pub date: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct Promise {
    pub what: String,
    pub baseline: String,
    pub target: String,
    pub unit: String,
    pub by: Option<String>,
    pub evidence: String,
    /// Empty where the round did not ask it.
    pub owner: String,
    pub for_whom: String,
}

/// The answers of some sections in the order of the round.
pub fn reading(
    definition: &Definition,
    sections: &[String],
    content: &Content,
    reader: Reader<'_>,
) -> Reading {
    let mut reading = Reading::default();
    for section in definition.sections.iter().filter(|s| sections.contains(&s.code)) {
        for question in &section.questions {
            let field = format!("{}.{}", section.code, question.code);
            // Handed in without it: it was not asked.
            if question.when.is_some() && filled(content, &field).is_none() {
                continue;
            }
            put(&mut reading, question, &field, content);
            if matches!(question.kind, Kind::Requirements) {
                reading.parts.push(requirements(definition, question, content, reader));
            }
        }
        reading.parts.extend(people(&section.code, content, reader));
    }
    let texts = reading.parts.iter().flat_map(|part| &part.paragraphs);
    reading.words = texts.map(|text| count_words(text)).sum();
    reading
}

/// What members and residents said here, as far as it has no names.
fn people(section: &str, content: &Content, (app, me): Reader<'_>) -> Option<Part> {
    let r = bids::reader(app, me);
    let facts = match section {
        bids::VOTE_SECTION => outcome_facts(r, content.mandate.as_ref()?),
        bids::SUPPORT_SECTION => support_facts(r, content.support.as_ref()?),
        _ => return None,
    };
    let fact = |fact: vote_words::Fact| Fact { term: fact.term, text: fact.text, date: None };
    let facts = facts.into_iter().map(fact).collect();
    let title = super::say(app, me, &format!("content-{section}"), &[]);
    Some(Part { title, facts, ..Part::default() })
}

fn put(reading: &mut Reading, question: &Question, field: &str, content: &Content) {
    let title = question.label.clone();
    let text = filled(content, field);
    let fact = |text: String, date| {
        let fact = Fact { term: question.label.clone(), text, date };
        Part { facts: vec![fact], ..Part::default() }
    };
    match &question.kind {
        Kind::Text { .. } => {
            let paragraphs = text.as_deref().map(paragraphs).unwrap_or_default();
            reading.parts.push(Part { title, paragraphs, ..Part::default() });
        }
        Kind::Number { unit, .. } | Kind::Decimal { unit, .. } => {
            let value = text.map(|n| format!("{n} {unit}"));
            reading.figures.extend(value.map(|value| Figure { value, label: title }));
        }
        Kind::Line { .. } => reading.parts.extend(text.map(|t| fact(t, None))),
        Kind::Money => reading.parts.extend(text.map(|t| fact(format!("€ {t}"), None))),
        Kind::Date => {
            let day = text.filter(|t| t.parse::<jiff::civil::Date>().is_ok());
            reading.parts.extend(day.map(|d| fact(String::new(), Some(d))));
        }
        Kind::Choice { options } => {
            let chosen = options.iter().find(|o| Some(&o.code) == text.as_ref());
            reading.parts.extend(chosen.map(|o| fact(o.label.clone(), None)));
        }
        Kind::Commitments { max, .. } => {
            let promises = (1..=*max).filter_map(|n| promise(content, &format!("{field}.{n}")));
            let promises = promises.collect();
            reading.parts.push(Part { title, promises, ..Part::default() });
        }
        Kind::Table { max, columns, .. } => {
            let row = |n: u8| table_row(content, (field, n), columns);
            let facts: Vec<Fact> = (1..=*max).filter_map(row).collect();
            reading.parts.push(Part { title, facts, ..Part::default() });
        }
        // Costs are shut, files stand apart, requirements need the round.
        // An area tells which village it is.
        Kind::Costs | Kind::Files { .. } | Kind::Requirements | Kind::Area => {}
    }
}

/// The first cell of a row says what it is about.
fn table_row(content: &Content, (field, n): (&str, u8), columns: &[Choice]) -> Option<Fact> {
    let cell = |column: &Choice| filled(content, &format!("{field}.{n}.{}", column.code));
    let (first, rest) = columns.split_first()?;
    let rest: Vec<String> = rest
        .iter()
        .filter_map(|column| Some(format!("{}: {}", column.label, cell(column)?)))
        .collect();
    let term = cell(first);
    (term.is_some() || !rest.is_empty()).then(|| Fact {
        term: term.unwrap_or_default(),
        text: rest.join("; "),
        date: None,
    })
}

/// Between blank lines; single line ends stay.
fn paragraphs(text: &str) -> Vec<String> {
    let parts = text.split("\n\n").map(|part| part.trim().to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

fn promise(content: &Content, field: &str) -> Option<Promise> {
    let text = |part: CommitmentPart| filled(content, &format!("{field}.{}", part.as_str()));
    let or_empty = |part| text(part).unwrap_or_default();
    Some(Promise {
        what: text(CommitmentPart::What)?,
        baseline: or_empty(CommitmentPart::Baseline),
        target: or_empty(CommitmentPart::Target),
        unit: or_empty(CommitmentPart::Unit),
        by: text(CommitmentPart::By).filter(|d| d.parse::<jiff::civil::Date>().is_ok()),
        evidence: or_empty(CommitmentPart::Evidence),
        owner: or_empty(CommitmentPart::Owner),
        for_whom: or_empty(CommitmentPart::ForWhom),
    })
}

fn requirements(
    definition: &Definition,
    question: &Question,
    content: &Content,
    reader: Reader<'_>,
) -> Part {
    let mut answers = requirement_answers(definition, content, reader);
    let fact = |r: &crate::domain::rounds::definition::Requirement| {
        let answer = answers.remove(&r.code)?;
        let (text, date) = answer.in_one();
        (!text.is_empty()).then(|| Fact { term: r.title.clone(), text, date })
    };
    let facts = definition.requirements.iter().filter_map(fact).collect();
    Part { title: question.label.clone(), facts, folded: true, ..Part::default() }
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn blank_lines_part_paragraphs() {
        assert_eq!(paragraphs("Een\nregel.\n\n\n Twee. \n"), ["Een\nregel.", "Twee."]);
    }
}
