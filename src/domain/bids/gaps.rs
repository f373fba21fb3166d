//! The gap meter: how far each section is and everything that is still missing, each with its
//! field. Completeness for submission is "no gaps".

use std::collections::BTreeMap;

use super::answers::{Answers, CommitmentPart, DONE, Field, Form};
use super::costs::fields::{PAYER_PARTS, PAYERS};
use super::costs::{CostWarning, Costs};
use super::parties::gaps::PartyGap;
use super::requirements::{self, NotShared, RequirementPart, field_name};
use super::rule::Fault;
use crate::domain::accounts::words;
use crate::domain::rounds::sections::{Choice, Kind, Question, Section};

words! {
    /// How far a section is.
    Progress {
        /// Nothing filled in.
        Todo = "todo",
        /// Begun; what is filled in is right.
        Busy = "busy",
        /// Something filled in is not right, or called done while something is missing.
        Action = "action",
        /// Complete, and its writers say so.
        Done = "done",
        /// Nobody can write here any more.
        Closed = "closed",
    }
}

/// One thing that is missing. `field` is where to go; for files it is the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    pub field: String,
    pub why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Empty,
    /// Filled in, but not right.
    Wrong(Fault),
    /// Says how a requirement is met, but not by what.
    NoProof,
    /// A plan to meet a requirement needs a day.
    NoPlanDate,
    /// One of the five steps of who meets a requirement in another way.
    NoStep,
    /// The proof of another requirement cannot serve for this one.
    NotShared(NotShared),
    /// Fewer commitments than the round asks.
    FewCommitments {
        min: u8,
        begun: u8,
    },
    /// Fewer rows than the table needs.
    FewRows {
        min: u8,
        begun: u8,
    },
    /// Costs that contradict each other, or a price that the municipality may not accept.
    Rate(CostWarning),
    NoFile,
    /// All is there; its writers have not said that it is finished.
    NotDone,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionMeter {
    pub code: String,
    pub progress: Progress,
    pub gaps: Vec<Gap>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meter {
    pub sections: Vec<SectionMeter>,
    /// What the parties of a joint bid still have to do.
    pub parties: Vec<PartyGap>,
}

/// Number of files per section.
pub type Files = BTreeMap<String, u32>;

impl Meter {
    pub fn of(form: &Form, answers: &Answers, files: &Files) -> Meter {
        let one = |section| section_meter(form, section, (answers, files));
        Meter { sections: form.definition.sections.iter().map(one).collect(), parties: vec![] }
    }

    /// The same, with what the others in a joint bid owe.
    pub fn with_parties(self, parties: Vec<PartyGap>) -> Meter {
        Meter { parties, ..self }
    }

    /// Every section is finished, and every party signed: the bid can be handed in.
    pub fn is_complete(&self) -> bool {
        self.sections.iter().all(|s| s.progress == Progress::Done) && self.parties.is_empty()
    }

    /// How many things are missing.
    pub fn missing(&self) -> usize {
        self.gaps().count() + self.parties.len()
    }

    pub fn done(&self) -> usize {
        self.sections.iter().filter(|s| s.progress == Progress::Done).count()
    }

    pub fn section(&self, code: &str) -> Option<&SectionMeter> {
        self.sections.iter().find(|s| s.code == code)
    }

    pub fn gaps(&self) -> impl Iterator<Item = &Gap> {
        self.sections.iter().flat_map(|s| &s.gaps)
    }
}

fn section_meter(
    form: &Form,
    section: &Section,
    (answers, files): (&Answers, &Files),
) -> SectionMeter {
    let mut gaps = Vec::new();
    for question in section.questions.iter().filter(|q| form.asks(section, q, answers)) {
        let asked = Asked { form, section, question, answers };
        gaps.extend(asked.gaps(files.get(&section.code).copied().unwrap_or(0)));
    }
    let done = answers.is_done(&section.code);
    let progress = progress(form, section, answers, &gaps);
    if gaps.is_empty() && !done {
        gaps.push(Gap { field: format!("{}.{DONE}", section.code), why: Why::NotDone });
    }
    SectionMeter { code: section.code.clone(), progress, gaps }
}

fn progress(form: &Form, section: &Section, answers: &Answers, gaps: &[Gap]) -> Progress {
    let done = answers.is_done(&section.code);
    let wrong = gaps.iter().any(|g| g.why.is_wrong());
    let begun = form.fields(section).iter().any(|f| !answers.text(&f.name).is_empty());
    match (gaps.is_empty(), done) {
        (true, true) => Progress::Done,
        (false, true) => Progress::Action,
        (false, false) if wrong => Progress::Action,
        _ if begun => Progress::Busy,
        _ => Progress::Todo,
    }
}

impl Why {
    /// Something was filled in that is not right.
    fn is_wrong(self) -> bool {
        match self {
            Why::Wrong(_) | Why::Rate(_) | Why::NotShared(_) => true,
            Why::Empty
            | Why::NoProof
            | Why::NoPlanDate
            | Why::NoStep
            | Why::FewCommitments { .. }
            | Why::FewRows { .. }
            | Why::NoFile
            | Why::NotDone => false,
        }
    }
}

/// One question with all that is needed to see what its answer misses.
struct Asked<'a> {
    form: &'a Form<'a>,
    section: &'a Section,
    question: &'a Question,
    answers: &'a Answers,
}

impl Asked<'_> {
    fn name(&self) -> String {
        format!("{}.{}", self.section.code, self.question.code)
    }

    fn gaps(&self, files: u32) -> Vec<Gap> {
        let mut gaps = self.wrong();
        match &self.question.kind {
            Kind::Text { .. }
            | Kind::Line { .. }
            | Kind::Number { .. }
            | Kind::Decimal { .. }
            | Kind::Choice { .. }
            | Kind::Date
            | Kind::Area
            | Kind::Money => gaps.extend(self.empty(&self.name())),
            Kind::Costs => self.of_costs(&mut gaps),
            Kind::Requirements => self.of_requirements(&mut gaps),
            Kind::Commitments { min, max, also } => {
                self.of_commitments((*min, *max), also, &mut gaps);
            }
            Kind::Table { min, max, columns } => {
                self.of_table((*min, *max), columns, &mut gaps);
            }
            Kind::Files { .. } if files == 0 && self.question.required => {
                gaps.push(Gap { field: self.name(), why: Why::NoFile });
            }
            Kind::Files { .. } => {}
        }
        self.in_page_order(gaps)
    }

    fn fields(&self) -> Vec<Field> {
        self.form.fields_of(&self.name(), &self.question.kind)
    }

    fn in_page_order(&self, mut gaps: Vec<Gap>) -> Vec<Gap> {
        let fields = self.fields();
        gaps.sort_by_key(|gap| fields.iter().position(|f| f.name == gap.field));
        gaps
    }

    /// Filled-in fields of this question that are not right.
    fn wrong(&self) -> Vec<Gap> {
        let own = self.fields().into_iter();
        own.filter_map(|field| {
            let fault = field.rule.check(self.answers.text(&field.name)).err()?;
            Some(Gap { field: field.name, why: Why::Wrong(fault) })
        })
        .collect()
    }

    fn empty(&self, field: &str) -> Option<Gap> {
        (self.question.required && self.answers.text(field).is_empty())
            .then(|| Gap { field: field.to_owned(), why: Why::Empty })
    }

    fn of_costs(&self, gaps: &mut Vec<Gap>) {
        let field = |tail: &str| format!("{}.{tail}", self.name());
        let costs = Costs::read(self.form, self.answers, &self.name());
        for tail in costs.missing(&self.form.definition.costs, self.form.lot) {
            gaps.extend(self.empty(&field(&tail)));
        }
        for row in 1..=PAYERS {
            gaps.extend(self.of_payer(|part| field(&format!("payer.{row}.{part}"))));
        }
        let refused = costs.refused(self.form.lot).into_iter();
        gaps.extend(refused.map(|why| Gap { field: field(why.tail()), why: Why::Rate(why) }));
    }

    /// Who pays needs an amount, and an amount somebody who pays it.
    fn of_payer(&self, field: impl Fn(&str) -> String) -> Vec<Gap> {
        let is_empty = |part: &&str| self.answers.text(&field(part)).is_empty();
        let begun = !PAYER_PARTS.iter().all(&is_empty);
        let must = ["who", "amount"].into_iter().filter(|part| begun && is_empty(part));
        must.map(|part| Gap { field: field(part), why: Why::Empty }).collect()
    }

    /// Every requirement needs a status; what else it needs follows from that.
    fn of_requirements(&self, gaps: &mut Vec<Gap>) {
        let (definition, name) = (self.form.definition, self.name());
        for requirement in &definition.requirements {
            let status = field_name(&name, &requirement.code, RequirementPart::Status);
            gaps.extend(self.empty(&status));
        }
        gaps.extend(requirements::gaps(definition, (self.answers, &name)));
    }

    /// A commitment that is begun must be whole, and there must be enough of them.
    fn of_commitments(&self, (min, max): (u8, u8), also: &[CommitmentPart], gaps: &mut Vec<Gap>) {
        let asked = CommitmentPart::asked(also);
        let field = |n: u8, part: CommitmentPart| format!("{}.{n}.{}", self.name(), part.as_str());
        let parts = |n: u8| asked.iter().map(move |part| field(n, *part));
        let mut begun = 0;
        for n in 1..=max {
            let (filled, empty): (Vec<_>, Vec<_>) =
                parts(n).partition(|name| !self.answers.text(name).is_empty());
            if filled.is_empty() {
                continue;
            }
            begun += 1;
            gaps.extend(empty.into_iter().map(|field| Gap { field, why: Why::Empty }));
        }
        if begun < min && self.question.required {
            let free = (1..=max).find(|n| parts(*n).all(|f| self.answers.text(&f).is_empty()));
            let field = field(free.unwrap_or(1), CommitmentPart::What);
            gaps.push(Gap { field, why: Why::FewCommitments { min, begun } });
        }
    }
}

impl Asked<'_> {
    /// A row that is begun must be whole, and there must be enough of them.
    fn of_table(&self, (min, max): (u8, u8), columns: &[Choice], gaps: &mut Vec<Gap>) {
        let field = |n: u8, column: &Choice| format!("{}.{n}.{}", self.name(), column.code);
        let mut begun = 0;
        for n in 1..=max {
            let cells = columns.iter().map(|column| field(n, column));
            let (filled, empty): (Vec<_>, Vec<_>) =
                cells.partition(|name| !self.answers.text(name).is_empty());
            if filled.is_empty() {
                continue;
            }
            begun += 1;
            gaps.extend(empty.into_iter().map(|field| Gap { field, why: Why::Empty }));
        }
        let is_free =
            |n: &u8| columns.iter().all(|column| self.answers.text(&field(*n, column)).is_empty());
        if begun < min
            && self.question.required
            && let Some(first) = columns.first()
        {
            let free = (1..=max).find(is_free).unwrap_or(1);
            gaps.push(Gap { field: field(free, first), why: Why::FewRows { min, begun } });
        }
    }
}

#[cfg(test)]
#[path = "gaps_tests.rs"]
mod tests;
