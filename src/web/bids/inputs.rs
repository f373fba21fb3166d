//! Single fields of a form, for the part `bid.input`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::when;
use super::words::Words;
use crate::domain::bids::answers::Answers;
use crate::domain::bids::gaps::{SectionMeter, Why};
use crate::domain::bids::rule::Rule;
use crate::domain::rounds::sections::{Kind, Question};
use crate::domain::words::count_words;

#[derive(Serialize)]
pub struct Input {
    /// How it is drawn: text, line, number, money, choice, select or date.
    pub kind: &'static str,
    pub id: String,
    pub label: String,
    pub hint: Option<String>,
    pub example: Option<String>,
    pub value: String,
    pub version: i32,
    pub required: bool,
    pub error: Option<String>,
    pub unit: Option<String>,
    pub max_words: Option<u32>,
    pub count: usize,
    /// Height of a text: "", "low" or "few".
    pub size: &'static str,
    pub rows: u8,
    pub options: Vec<Opt>,
    /// Clock time of the last save, if that was today.
    pub saved_at: Option<String>,
}

/// One of a few to choose from.
#[derive(Serialize)]
pub struct Opt {
    value: String,
    label: String,
}

impl Opt {
    pub fn new(value: &str, label: &str) -> Opt {
        Opt { value: value.to_owned(), label: label.to_owned() }
    }
}

/// Sentences below fields. Something wrong always shows; something missing only once the writer
/// said that the section is ready.
pub type Errors = BTreeMap<String, String>;

pub fn errors(words: Words<'_>, meter: &SectionMeter, done: Done) -> Errors {
    let shown = meter.gaps.iter().filter(|gap| match gap.why {
        Why::Wrong(_) | Why::Rate(_) | Why::NotShared(_) => true,
        Why::Empty
        | Why::NoProof
        | Why::NoPlanDate
        | Why::NoStep
        | Why::FewCommitments { .. }
        | Why::FewRows { .. }
        | Why::NoFile
        | Why::NotDone => done == Done::Yes,
    });
    shown.map(|gap| (gap.field.clone(), words.why(gap))).collect()
}

/// Did the writers say that the section is ready?
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Done {
    Yes,
    No,
}

/// Draws the fields of one section.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    pub words: Words<'a>,
    pub answers: &'a Answers,
    pub errors: &'a Errors,
}

impl Inputs<'_> {
    /// The field of a plain question.
    pub fn plain(&self, name: &str, question: &Question) -> Option<Input> {
        let unit = match &question.kind {
            Kind::Number { unit, .. } | Kind::Decimal { unit, .. } => Some(unit.clone()),
            _ => None,
        };
        let options = match &question.kind {
            Kind::Choice { options } => {
                options.iter().map(|o| Opt::new(&o.code, &o.label)).collect()
            }
            _ => vec![],
        };
        let input = self.field(name)?;
        Some(Input {
            hint: with_limit(self.words, input.max_words, question.hint.clone()),
            example: question.example.clone(),
            required: question.required,
            unit,
            options,
            ..input
        })
    }

    /// The field with this name, with its own label and nothing around it.
    pub fn field(&self, name: &str) -> Option<Input> {
        let rule = self.words.form.field(name)?.rule;
        let value = self.answers.text(name).to_owned();
        let saved = self.answers.iter().find(|(field, _)| *field == name);
        let saved = saved.and_then(|(_, answer)| answer.saved);
        let (kind, max_words) = match rule {
            Rule::Text { max_words } => ("text", Some(max_words)),
            Rule::Line { .. } => ("line", None),
            Rule::Number { .. } | Rule::Decimal { .. } | Rule::Quantity => ("number", None),
            Rule::Area => return None,
            Rule::Choice { .. } => ("choice", None),
            Rule::Date => ("date", None),
            Rule::Money => ("money", None),
            Rule::Percent => ("number", None),
        };
        Some(Input {
            kind,
            id: name.to_owned(),
            label: self.words.label(name),
            hint: None,
            example: None,
            version: self.answers.version(name),
            required: true,
            error: self.errors.get(name).cloned(),
            unit: None,
            max_words,
            count: count_words(&value),
            size: if max_words.unwrap_or(0) > 200 { "" } else { "low" },
            rows: if max_words.unwrap_or(0) > 200 { 12 } else { 6 },
            options: vec![],
            saved_at: saved.and_then(|s| when::clock_today(self.words.r, s.at)),
            value,
        })
    }
}

/// The limit in words goes before the hint.
fn with_limit(words: Words<'_>, max: Option<u32>, hint: Option<String>) -> Option<String> {
    let limit = max.map(|max| words.say("word-limit", &[("max", i64::from(max).into())]));
    match (limit, hint) {
        (Some(limit), Some(hint)) => Some(format!("{hint} {limit}")),
        (limit, hint) => limit.or(hint),
    }
}
