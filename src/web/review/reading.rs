//! What somebody answered, as it is read: texts in paragraphs, numbers large, promises in a list.

use serde::Serialize;

use super::requirements::requirement_answers;
use crate::domain::bids::Content;
use crate::domain::bids::answers::CommitmentPart;
use crate::domain::review::places::{Counter, Spot, numbered, paragraphs};
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
    pub place: Place,
}

/// The number of a paragraph, to refer to.
#[derive(Debug, Serialize)]
pub struct Place {
    #[serde(skip)]
    pub spot: Spot,
    /// `3.2.4`
    pub key: String,
    /// `3.2 ¶4`
    pub label: String,
    /// The reader marked it.
    pub marked: bool,
    pub notes: Vec<String>,
}

impl Place {
    fn next(counter: &mut Counter) -> Place {
        let spot = counter.next_spot();
        let (key, label) = (spot.key(), spot.to_string());
        Place { spot, key, label, marked: false, notes: vec![] }
    }
}

/// A paragraph of a text.
#[derive(Debug, Serialize)]
pub struct Paragraph {
    pub text: String,
    pub place: Place,
}

/// One question with its answer.
#[derive(Debug, Default, Serialize)]
pub struct Part {
    pub title: String,
    pub paragraphs: Vec<Paragraph>,
    pub facts: Vec<Fact>,
    pub promises: Vec<Promise>,
    /// Requirements are many: they stand folded.
    pub folded: bool,
}

#[derive(Debug, Default, Serialize)]
pub struct Fact {
    pub term: String,
    pub text: String,
    /// A day beside or instead of the text.
    pub date: Option<String>,
    /// None where it is no answer of its own.
    pub place: Option<Place>,
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
    pub place: Place,
}

impl Reading {
    /// Every paragraph that can be referred to, in the order of reading.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        let figures = self.figures.iter().map(|figure| &figure.place);
        figures.chain(self.parts.iter().flat_map(Part::places))
    }

    pub fn places_mut(&mut self) -> impl Iterator<Item = &mut Place> {
        let figures = self.figures.iter_mut().map(|figure| &mut figure.place);
        let parts = self.parts.iter_mut().flat_map(|part| {
            let paragraphs = part.paragraphs.iter_mut().map(|one| &mut one.place);
            let facts = part.facts.iter_mut().filter_map(|fact| fact.place.as_mut());
            let promises = part.promises.iter_mut().map(|one| &mut one.place);
            paragraphs.chain(facts).chain(promises)
        });
        figures.chain(parts)
    }
}

impl Part {
    fn places(&self) -> impl Iterator<Item = &Place> {
        let paragraphs = self.paragraphs.iter().map(|one| &one.place);
        let facts = self.facts.iter().filter_map(|fact| fact.place.as_ref());
        paragraphs.chain(facts).chain(self.promises.iter().map(|one| &one.place))
    }
}

/// The answers of some sections in the order of the round.
pub fn reading(
    definition: &Definition,
    sections: &[String],
    content: &Content,
    reader: Reader<'_>,
) -> Reading {
    let mut reading = Reading::default();
    for (section, questions) in numbered(&definition.sections, sections) {
        for (question, mut counter) in questions {
            let field = format!("{}.{}", section.code, question.code);
            // Handed in without it: it was not asked.
            if question.when.is_some() && filled(content, &field).is_none() {
                continue;
            }
            put(&mut reading, (question, &mut counter), &field, content);
            if matches!(question.kind, Kind::Requirements) {
                reading.parts.push(requirements(
                    definition,
                    (question, &mut counter),
                    content,
                    reader,
                ));
            }
        }
        reading.parts.extend(people(&section.code, content, reader));
    }
    let texts = reading.parts.iter().flat_map(|part| &part.paragraphs);
    reading.words = texts.map(|paragraph| count_words(&paragraph.text)).sum();
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
    let fact =
        |fact: vote_words::Fact| Fact { term: fact.term, text: fact.text, ..Fact::default() };
    let facts = facts.into_iter().map(fact).collect();
    let title = super::say(app, me, &format!("content-{section}"), &[]);
    Some(Part { title, facts, ..Part::default() })
}

fn put(
    reading: &mut Reading,
    (question, counter): (&Question, &mut Counter),
    field: &str,
    content: &Content,
) {
    let title = question.label.clone();
    let text = filled(content, field);
    let mut fact = |text: String, date| {
        let place = Some(Place::next(counter));
        let fact = Fact { term: question.label.clone(), text, date, place };
        Part { facts: vec![fact], ..Part::default() }
    };
    match &question.kind {
        Kind::Text { .. } => {
            let texts = text.as_deref().map(paragraphs).unwrap_or_default().into_iter();
            let numbered = texts.map(|text| Paragraph { text, place: Place::next(counter) });
            let paragraphs = numbered.collect();
            reading.parts.push(Part { title, paragraphs, ..Part::default() });
        }
        Kind::Number { unit, .. } | Kind::Decimal { unit, .. } => {
            let value = text.map(|n| format!("{n} {unit}"));
            let figure = |value| Figure { value, label: title, place: Place::next(counter) };
            reading.figures.extend(value.map(figure));
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
            let named = (1..=*max).map(|n| format!("{field}.{n}"));
            let promises = named.filter_map(|name| promise(content, &name, counter)).collect();
            reading.parts.push(Part { title, promises, ..Part::default() });
        }
        Kind::Table { max, columns, .. } => {
            let row = |n: u8| {
                let row = table_row(content, (field, n), columns)?;
                Some(Fact { place: Some(Place::next(counter)), ..row })
            };
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
        ..Fact::default()
    })
}

fn promise(content: &Content, field: &str, counter: &mut Counter) -> Option<Promise> {
    let text = |part: CommitmentPart| filled(content, &format!("{field}.{}", part.as_str()));
    let or_empty = |part| text(part).unwrap_or_default();
    let what = text(CommitmentPart::What)?;
    Some(Promise {
        place: Place::next(counter),
        what,
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
    (question, counter): (&Question, &mut Counter),
    content: &Content,
    reader: Reader<'_>,
) -> Part {
    let mut answers = requirement_answers(definition, content, reader);
    let fact = |r: &crate::domain::rounds::definition::Requirement| {
        let answer = answers.remove(&r.code)?;
        let (text, date) = answer.in_one();
        // Every answer has its number, also when there is nothing to read.
        let place = Some(Place::next(counter));
        (!text.is_empty()).then(|| Fact { term: r.title.clone(), text, date, place })
    };
    let facts = definition.requirements.iter().filter_map(fact).collect();
    Part { title: question.label.clone(), facts, folded: true, ..Part::default() }
}
