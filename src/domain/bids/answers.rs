//! The answers of a bid. Which fields there are follows from the round's sections and the lot,
//! never from code; an answer is kept as it was typed, and read by the kind of its question.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::Shut;
use super::costs;
use super::parties::statement;
use super::requirements;
use super::rule::Rule;
use crate::domain::accounts::words;
use crate::domain::ids::PersonId;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::lots::LotDetails;
use crate::domain::rounds::sections::{Choice, Kind, Question, Section};

words! {
    /// What a real price is made of (article 5.4 Uitvoeringsbesluit Wmo 2015), in its order.
    CostElement {
        Pay = "pay",
        Overhead = "overhead",
        NonProductive = "non_productive",
        TravelTraining = "travel_training",
        Indexation = "indexation",
        Other = "other",
    }
}

words! {
    /// How a bidder meets a requirement.
    RequirementStatus {
        Met = "met",
        /// In another way that covers the same risk.
        Equivalent = "equivalent",
        /// Not yet, with a date.
        Plan = "plan",
        NotApplicable = "not_applicable",
    }
}

words! {
    /// The fields of one commitment, in the order of the card.
    CommitmentPart {
        Criterion = "criterion",
        What = "what",
        Baseline = "baseline",
        Target = "target",
        Unit = "unit",
        By = "by",
        Evidence = "evidence",
        /// Who sees to it: a role, no name.
        Owner = "owner",
        /// Whom it is good for.
        ForWhom = "for_whom",
    }
}

impl CommitmentPart {
    /// What every commitment has; the other parts only where the round asks them.
    fn is_usual(self) -> bool {
        match self {
            CommitmentPart::Owner | CommitmentPart::ForWhom => false,
            CommitmentPart::Criterion
            | CommitmentPart::What
            | CommitmentPart::Baseline
            | CommitmentPart::Target
            | CommitmentPart::Unit
            | CommitmentPart::By
            | CommitmentPart::Evidence => true,
        }
    }

    /// The parts of a commitment, in the order of the card.
    pub fn asked(also: &[CommitmentPart]) -> Vec<CommitmentPart> {
        let all = CommitmentPart::ALL.iter().copied();
        all.filter(|part| part.is_usual() || also.contains(part)).collect()
    }
}

/// Last part of the field by which writers say that a section is finished.
pub const DONE: &str = "done";
/// Value of that field when it is.
pub const YES: &str = "yes";

/// One thing to fill in: `<section>.<question>`, with a tail for questions of several parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    pub rule: Rule,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub value: String,
    /// 1 for the first save; 0 when nothing was saved yet.
    pub version: i32,
    pub saved: Option<Saved>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    pub by: PersonId,
    pub at: Timestamp,
}

/// The answers of one bid by field. A field without an answer reads as an empty text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<String, Answer>);

impl Answers {
    pub fn put(&mut self, field: impl Into<String>, answer: Answer) {
        self.0.insert(field.into(), answer);
    }

    /// Texts without versions: of what was handed in, or of the example.
    pub fn of_texts<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Answers {
        let answer = |value: &str| Answer { value: value.to_owned(), version: 0, saved: None };
        Answers(texts.into_iter().map(|(field, value)| (field.to_owned(), answer(value))).collect())
    }

    pub fn text(&self, field: &str) -> &str {
        self.0.get(field).map(|a| a.value.as_str()).unwrap_or_default()
    }

    pub fn version(&self, field: &str) -> i32 {
        self.0.get(field).map_or(0, |a| a.version)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0.iter().map(|(field, answer)| (field.as_str(), answer))
    }

    /// Writers say that they are ready with this section.
    pub fn is_done(&self, section: &str) -> bool {
        self.text(&format!("{section}.{DONE}")) == YES
    }

    /// What this person saved last, and where.
    pub fn last_of(&self, person: PersonId) -> Option<(Timestamp, &str)> {
        let own = self.iter().filter_map(|(field, answer)| {
            let saved = answer.saved.filter(|saved| saved.by == person)?;
            Some((saved.at, field))
        });
        own.max_by_key(|(at, _)| *at)
    }

    /// What can be handed in: every answer with text, without the marks "done". The parts of a
    /// joint bid go along in their own place.
    pub fn content(&self) -> BTreeMap<String, String> {
        let filled = self.iter().filter(|(field, answer)| {
            !answer.value.is_empty()
                && field.rsplit('.').next() != Some(DONE)
                && !statement::is_of_part(field)
        });
        filled.map(|(field, answer)| (field.to_owned(), answer.value.clone())).collect()
    }
}

/// Writers save at every pause. Of their texts in a row only the last is worth showing: one after
/// which somebody else went on, or after which it was quiet for ten minutes.
pub fn ends_a_sitting(this: Saved, next: Option<Saved>) -> bool {
    match next {
        Some(next) => next.by != this.by || next.at.duration_since(this.at) > SITTING,
        None => true,
    }
}

const SITTING: SignedDuration = SignedDuration::from_mins(10);

/// The section that a field belongs to.
pub fn section_of(field: &str) -> &str {
    field.split('.').next().unwrap_or_default()
}

/// Everything that can be filled in for a bid on one lot.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    pub definition: &'a Definition,
    pub lot: &'a LotDetails,
}

impl<'a> Form<'a> {
    pub fn new(definition: &'a Definition, lot: &'a LotDetails) -> Form<'a> {
        Form { definition, lot }
    }

    pub fn section(&self, code: &str) -> Option<&'a Section> {
        self.definition.sections.iter().find(|s| s.code == code)
    }

    /// The field with this name, if the round asks it, or if a part of a joint bid has it: who
    /// may read and write that is asked where the bid is opened.
    pub fn field(&self, name: &str) -> Option<Field> {
        if statement::is_of_part(name) {
            return statement::field(name);
        }
        let section = self.section(section_of(name))?;
        let Some(question) = self.question(name) else {
            return Some(done_field(section)).filter(|field| field.name == name);
        };
        let of = format!("{}.{}", section.code, question.code);
        let fields = match (&question.kind, name.rsplit('.').nth(1)) {
            // Ten fields for each of them: making all for every one that is shown would show.
            (Kind::Requirements, Some(code)) if self.requires(code) => {
                requirements::fields_of(self.definition, &of, code)
            }
            (kind, _) => self.fields_of(&of, kind),
        };
        fields.into_iter().find(|field| field.name == name)
    }

    fn requires(&self, code: &str) -> bool {
        self.definition.requirements.iter().any(|r| r.code == code)
    }

    /// The question that a field answers; the mark "done" answers none.
    pub fn question(&self, field: &str) -> Option<&'a Question> {
        let (section, rest) = field.split_once('.')?;
        let code = rest.split('.').next()?;
        self.section(section)?.questions.iter().find(|q| q.code == code)
    }

    /// The fields of a section in the order of its page; the last is the mark "done".
    pub fn fields(&self, section: &Section) -> Vec<Field> {
        let mut fields = Vec::new();
        for question in &section.questions {
            let name = format!("{}.{}", section.code, question.code);
            fields.extend(self.fields_of(&name, &question.kind));
        }
        fields.push(done_field(section));
        fields
    }

    /// The fields of the question with this name.
    pub fn fields_of(&self, name: &str, kind: &Kind) -> Vec<Field> {
        let one = |rule| vec![Field { name: name.to_owned(), rule }];
        match kind {
            Kind::Text { max_words } => one(Rule::Text { max_words: *max_words }),
            Kind::Line { max_chars } => one(Rule::Line { max_chars: *max_chars }),
            Kind::Number { min, max, .. } => one(Rule::Number { min: *min, max: *max }),
            Kind::Choice { options } => one(Rule::choice(options.iter().map(|o| o.code.as_str()))),
            Kind::Date => one(Rule::Date),
            Kind::Money => one(Rule::Money),
            Kind::Costs => costs::fields::fields(&self.definition.costs, self.lot, name),
            Kind::Requirements => self.requirement_fields(name),
            Kind::Commitments { max, also, .. } => commitment_fields(name, *max, also),
            Kind::Table { max, columns, .. } => table_fields(name, *max, columns),
            Kind::Area => one(Rule::Area),
            Kind::Decimal { min, max, places, .. } => {
                one(Rule::Decimal { min: *min, max: *max, places: *places })
            }
            Kind::Files { .. } => Vec::new(),
        }
    }

    /// Whether this question is asked, given what was answered before it.
    pub fn asks(&self, section: &Section, question: &Question, answers: &Answers) -> bool {
        question.when.as_ref().is_none_or(|when| {
            let answer = answers.text(&format!("{}.{}", section.code, when.question));
            when.is.iter().any(|wanted| wanted == answer)
        })
    }

    /// What can be handed in: every answer with text to a question that is asked. A text whose question
    /// went with new terms stays with its writers.
    pub fn content(&self, answers: &Answers) -> BTreeMap<String, String> {
        let mut content = answers.content();
        content.retain(|field, _| {
            let section = self.section(section_of(field));
            let asked = section.zip(self.question(field));
            let asks = |(section, question)| self.asks(section, question, answers);
            self.field(field).is_some()
                && asked.is_some_and(asks)
                && requirements::counts(field, answers)
        });
        content
    }

    fn requirement_fields(&self, name: &str) -> Vec<Field> {
        let of_one = |code: &str| requirements::fields_of(self.definition, name, code);
        self.definition.requirements.iter().flat_map(|r| of_one(&r.code)).collect()
    }
}

fn done_field(section: &Section) -> Field {
    Field { name: format!("{}.{DONE}", section.code), rule: Rule::choice([YES, "no"]) }
}

fn commitment_fields(name: &str, max: u8, also: &[CommitmentPart]) -> Vec<Field> {
    let asked = CommitmentPart::asked(also);
    let parts = |n: u8| asked.iter().map(move |part| (n, *part));
    let field = |(n, part): (u8, CommitmentPart)| Field {
        name: format!("{name}.{n}.{}", part.as_str()),
        rule: match part {
            // The library of criteria is no part of the round, so any code is kept.
            CommitmentPart::Criterion => Rule::Line { max_chars: 10 },
            CommitmentPart::What => Rule::Line { max_chars: 150 },
            CommitmentPart::Baseline | CommitmentPart::Target => Rule::Quantity,
            CommitmentPart::Unit => Rule::Line { max_chars: 60 },
            CommitmentPart::By => Rule::Date,
            CommitmentPart::Evidence => Rule::Line { max_chars: 200 },
            CommitmentPart::Owner | CommitmentPart::ForWhom => Rule::Line { max_chars: 150 },
        },
    };
    (1..=max).flat_map(parts).map(field).collect()
}

/// The longest text of one cell, in characters.
pub const CELL_CHARS: u32 = 300;

fn table_fields(name: &str, max: u8, columns: &[Choice]) -> Vec<Field> {
    let cells = |n: u8| columns.iter().map(move |column| (n, column));
    let field = |(n, column): (u8, &Choice)| Field {
        name: format!("{name}.{n}.{}", column.code),
        rule: Rule::Line { max_chars: CELL_CHARS },
    };
    (1..=max).flat_map(cells).map(field).collect()
}

/// Why an answer cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteRefusal {
    #[error(transparent)]
    Shut(#[from] Shut),
    #[error("the round does not ask this")]
    NotAsked,
    #[error("far too long")]
    TooLong,
    #[error("not one of the choices")]
    NotOffered,
}

impl Refusal for WriteRefusal {
    fn key(&self) -> &'static str {
        match self {
            WriteRefusal::Shut(why) => why.key(),
            WriteRefusal::NotAsked => "bid-refusal-not-asked",
            WriteRefusal::TooLong => "bid-refusal-too-long",
            WriteRefusal::NotOffered => "bid-refusal-not-offered",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;
    use crate::domain::money::Cents;
    use crate::domain::rounds::lots::LotPrice;

    fn names(form: &Form, section: &str) -> Vec<String> {
        let section = form.section(section).unwrap();
        form.fields(section).into_iter().map(|f| f.name).collect()
    }

    #[test]
    fn plain_questions_have_one_field_and_files_none() {
        let (definition, lot) = (example::definition(), example::fixed_lot());
        let form = Form::new(&definition, &lot);
        let expected =
            ["decided_on", "votes", "decision", "done"].map(|q| format!("members_mandate.{q}"));
        assert_eq!(names(&form, "members_mandate"), expected);
    }

    #[test]
    fn composed_questions_have_a_field_per_part() {
        let definition = example::definition();
        let between = LotPrice::Between { floor: Cents(3_500), ceiling: Cents(4_100) };
        let (fixed, between) = (example::fixed_lot(), example::lot(between));
        let costs = |lot| names(&Form::new(&definition, lot), "price");
        assert_eq!(costs(&fixed).len() + 1, costs(&between).len());
        assert_eq!(costs(&between)[7], "price.costs.rate");
        let quality = names(&Form::new(&definition, &fixed), "quality");
        assert_eq!(quality.len(), 2 + 10 * definition.requirements.len() + 1);
        assert_eq!(quality[2], "quality.requirements.Q01.status");
        let social = names(&Form::new(&definition, &fixed), "social_value");
        assert_eq!(social.len(), 1 + 6 * 9 + 1);
        assert_eq!(social[8], "social_value.commitments.1.owner");
        assert_eq!(social[10], "social_value.commitments.2.criterion");
    }

    #[test]
    fn only_what_the_round_asks_is_a_field() {
        let (definition, lot) = (example::definition(), example::fixed_lot());
        let form = Form::new(&definition, &lot);
        let known = ["way_of_working.start_days", "price.costs.pay", "support.done"];
        assert!(known.iter().all(|name| form.field(name).is_some_and(|f| f.name == *name)));
        let unknown = [
            "",
            "done",
            "way_of_working",
            "way_of_working.",
            "way_of_working.price",
            "price.costs.rate",
            "support.letters",
            "quality.requirements.Q99.status",
            "social_value.commitments.7.what",
            "elsewhere.done",
        ];
        assert_eq!(unknown.map(|name| form.field(name)), [const { None }; 10]);
        assert_eq!(
            form.question("quality.requirements.Q06.date").map(|q| q.code.as_str()),
            Some("requirements")
        );
        assert_eq!(form.question("quality.done"), None);
    }

    #[test]
    fn a_sitting_ends_with_another_writer_or_a_pause() {
        let saved = |by: &str, minute: i64| Saved {
            by: PersonId::named(by),
            at: Timestamp::from_second(60 * minute).unwrap(),
        };
        let ends = |next| ends_a_sitting(saved("jan", 0), next);
        assert_eq!(
            [None, Some(saved("jan", 10)), Some(saved("jan", 11))].map(ends),
            [true, false, true]
        );
        assert!(ends(Some(saved("truus", 0))));
    }

    #[test]
    fn content_leaves_out_marks_and_what_is_empty() {
        let answers = Answers::of_texts([("a.x", "1"), ("a.y", ""), ("a.done", "yes")]);
        assert_eq!(answers.content(), BTreeMap::from([("a.x".into(), "1".into())]));
        assert!(answers.is_done("a") && !answers.is_done("b"));
    }
}
