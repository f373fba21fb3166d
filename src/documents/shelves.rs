//! What a process lead picks from while setting up a round: questions, requirements by risk class,
//! scales in words, grounds for refusing and timelines, in two languages and each with its source.
//! The files stand in `config/library` and are part of the program; they are read once.

use std::sync::LazyLock;

use serde::Deserialize;

use super::library::library;
use crate::domain::accounts::words;
use crate::domain::rounds::definition::{
    Addressee, Criterion, CriterionKind, Definition, Explain, Grade, Ground, LetterTexts, ProofDue,
    Requirement,
};
use crate::domain::rounds::procedure::Procedure;
use crate::domain::rounds::publication::Step;
use crate::domain::rounds::timeline::Timeline;
use crate::domain::scoring::Exact;
use crate::rendering::Lang;

#[derive(Debug)]
pub struct Shelves {
    /// Of quality first, then of social value.
    pub criteria: Vec<ShelfCriterion>,
    pub requirements: Vec<ShelfRequirement>,
    pub scales: Vec<ShelfScale>,
    pub grounds: Vec<ShelfGround>,
    pub timelines: Vec<ShelfTimeline>,
    pub letters: Vec<ShelfLetter>,
}

/// One text in both languages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both {
    pub nl: String,
    pub en: String,
}

impl Both {
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShelfCriterion {
    /// `K01`, or `SV01` to `SV20`.
    pub code: String,
    pub kind: CriterionKind,
    pub name: Both,
    pub question: Both,
    pub sections: Vec<String>,
    pub source: Both,
}

words! {
    /// What can go wrong for a client: A welfare, transport and courses; B household help; C
    /// guidance and day activities; D personal care and stay.
    RiskClass {
        A = "A",
        B = "B",
        C = "C",
        D = "D",
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShelfRequirement {
    pub code: String,
    pub classes: Vec<RiskClass>,
    pub source: Both,
    /// None: the Dutch text stands in the usual set.
    nl: Option<RequirementText>,
    en: RequirementText,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RequirementText {
    title: String,
    text: String,
    risk: String,
    usual_proof: String,
    equivalent: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShelfScale {
    pub code: String,
    pub title: Both,
    pub why: Both,
    pub source: Both,
    grades: Vec<ShelfGrade>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ShelfGrade {
    value: Exact,
    label: Both,
    text: Both,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShelfGround {
    pub code: String,
    pub title: Both,
    pub reason: Both,
    /// What would make the answer another one.
    pub change: Both,
    pub source: Both,
}

/// A paragraph for a decision letter.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShelfLetter {
    pub code: String,
    #[serde(rename = "for")]
    pub addressee: Addressee,
    pub title: Both,
    pub text: Both,
    pub source: Both,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShelfTimeline {
    pub procedure: Procedure,
    questions_until: Gap,
    closes_at: Gap,
    scores_due: Gap,
    table_on: Gap,
    decision_on: Gap,
    starts_on: Gap,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// Calendar days after the step before it.
    pub days: u16,
    pub source: Both,
}

impl ShelfCriterion {
    /// A copy for a round, under a code of its own and without points yet. It is judged on those
    /// of its sections that the round asks, or else on the whole plan.
    pub fn copy(&self, code: String, round: &Definition, lang: Lang) -> Criterion {
        let asked = |code: &&String| round.section(code).is_some();
        let own: Vec<String> = self.sections.iter().filter(asked).cloned().collect();
        let plan = round.sections.iter().filter(|s| s.group.is_assessed()).map(|s| s.code.clone());
        Criterion {
            code,
            name: self.name.text(lang).to_owned(),
            question: self.question.text(lang).to_owned(),
            kind: self.kind,
            weight: Exact::zero(),
            threshold: None,
            reason_required: true,
            sections: if own.is_empty() { plan.collect() } else { own },
        }
    }

    /// Whether the round has it already, by its name in either language.
    pub fn is_in(&self, round: &Definition) -> bool {
        round.criteria.iter().any(|c| c.name == self.name.nl || c.name == self.name.en)
    }
}

impl ShelfRequirement {
    pub fn copy(&self, lang: Lang) -> Requirement {
        let usual = library().requirements.iter().find(|r| r.code == self.code);
        let text = match (lang, &self.nl) {
            (Lang::En, _) => &self.en,
            (Lang::Nl, Some(own)) => own,
            (Lang::Nl, None) => return usual.map(in_steps).unwrap_or_else(|| self.made(&self.en)),
        };
        Requirement { knock_out: usual.is_some_and(|r| r.knock_out), ..self.made(text) }
    }

    fn made(&self, text: &RequirementText) -> Requirement {
        let RequirementText { title, text, risk, usual_proof, equivalent } = text.clone();
        Requirement {
            code: self.code.clone(),
            title,
            text,
            risk,
            usual_proof,
            equivalent,
            knock_out: false,
            proof: ProofDue::AtSubmission,
            explain: Explain::InSteps,
        }
    }
}

fn in_steps(requirement: &Requirement) -> Requirement {
    Requirement { explain: Explain::InSteps, ..requirement.clone() }
}

impl ShelfScale {
    pub fn copy(&self, lang: Lang) -> Vec<Grade> {
        let one = |grade: &ShelfGrade| Grade {
            value: grade.value.clone(),
            label: grade.label.text(lang).to_owned(),
            text: grade.text.text(lang).to_owned(),
        };
        self.grades.iter().map(one).collect()
    }
}

impl ShelfGround {
    pub fn copy(&self, lang: Lang) -> Ground {
        Ground {
            code: self.code.clone(),
            title: self.title.text(lang).to_owned(),
            reason: self.reason.text(lang).to_owned(),
            change: self.change.text(lang).to_owned(),
            source: self.source.text(lang).to_owned(),
        }
    }
}

/// The grounds on which a bid of this round is refused: those that it announced, as it worded them,
/// or all of the library when it announced none. What an earlier round did not say is that of the
/// library.
pub fn grounds_for(round: &Definition, lang: Lang) -> Vec<Ground> {
    let shelf = &shelves().grounds;
    if round.grounds.is_empty() {
        return shelf.iter().map(|ground| ground.copy(lang)).collect();
    }
    let or = |own: &str, known: String| if own.is_empty() { known } else { own.to_owned() };
    let whole = |own: &Ground| {
        let Some(known) = shelf.iter().find(|g| g.code == own.code) else { return own.clone() };
        let known = known.copy(lang);
        Ground {
            change: or(&own.change, known.change),
            source: or(&own.source, known.source),
            ..own.clone()
        }
    };
    round.grounds.iter().map(whole).collect()
}

impl ShelfLetter {
    pub fn is_in(&self, texts: &LetterTexts) -> bool {
        texts.of(self.addressee).contains(&self.text.nl)
    }

    /// Letters are in Dutch, the language in which the municipality decides.
    pub fn add_to(&self, texts: &mut LetterTexts) {
        if !self.is_in(texts) {
            let own = texts.of_mut(self.addressee);
            let apart = if own.is_empty() { "" } else { "\n\n" };
            own.push_str(apart);
            own.push_str(&self.text.nl);
        }
    }
}

impl ShelfTimeline {
    pub fn gap(&self, step: Step) -> &Gap {
        match step {
            Step::QuestionsUntil => &self.questions_until,
            Step::ClosesAt => &self.closes_at,
            Step::ScoresDue => &self.scores_due,
            Step::TableOn => &self.table_on,
            Step::DecisionOn => &self.decision_on,
            Step::StartsOn => &self.starts_on,
        }
    }

    pub fn timeline(&self) -> Timeline {
        let days = |step: Step| self.gap(step).days;
        Timeline {
            questions_until: days(Step::QuestionsUntil),
            closes_at: days(Step::ClosesAt),
            scores_due: days(Step::ScoresDue),
            table_on: days(Step::TableOn),
            decision_on: days(Step::DecisionOn),
            starts_on: days(Step::StartsOn),
        }
    }
}

impl Shelves {
    /// The days of a procedure; the usual ones where none is chosen.
    pub fn timeline(&self, procedure: Option<Procedure>) -> Timeline {
        let own = self.timelines.iter().find(|t| Some(t.procedure) == procedure);
        own.map_or(Timeline::USUAL, ShelfTimeline::timeline)
    }
}

static SHELVES: LazyLock<Shelves> =
    LazyLock::new(|| read().expect("the files of the library are part of the program and tested"));

pub fn shelves() -> &'static Shelves {
    &SHELVES
}

/// All lists of the files; each file has one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    criteria: Vec<ShelfCriterion>,
    #[serde(default)]
    requirements: Vec<ShelfRequirement>,
    #[serde(default)]
    scales: Vec<ShelfScale>,
    #[serde(default)]
    grounds: Vec<ShelfGround>,
    #[serde(default)]
    timelines: Vec<ShelfTimeline>,
    #[serde(default)]
    letters: Vec<ShelfLetter>,
}

fn read() -> Result<Shelves, toml::de::Error> {
    let file = |text: &str| toml::from_str::<File>(text);
    Ok(Shelves {
        criteria: file(include_str!("../../config/library/shelf_criteria.toml"))?.criteria,
        requirements: file(include_str!("../../config/library/risk_classes.toml"))?.requirements,
        scales: file(include_str!("../../config/library/scales.toml"))?.scales,
        grounds: file(include_str!("../../config/library/grounds.toml"))?.grounds,
        timelines: file(include_str!("../../config/library/timelines.toml"))?.timelines,
        letters: file(include_str!("../../config/library/letter_texts.toml"))?.letters,
    })
}

#[cfg(test)]
mod tests;
