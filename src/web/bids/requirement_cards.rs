//! One card per requirement: whether it is met, how that shows, and what this municipality accepted
//! before from others.

use serde::Serialize;

use super::desk::Desk;
use super::inputs::{Input, Inputs, Opt};
use super::section_page::Shown;
use crate::actions::SaveAnswer;
use crate::domain::bids::answers::{RequirementStatus, section_of};
use crate::domain::bids::requirements::{
    ProofWarning, RequirementPart, STEPS, field_name, question_of, warnings,
};
use crate::domain::bids::{Attachment, PRICE_SECTION};
use crate::domain::ids::{EquivalentId, PersonId};
use crate::domain::review::equivalents::Accepted;
use crate::domain::rounds::definition::{Explain, ProofDue, Requirement};
use crate::store::answers::At;
use crate::store::{self, Conn};
use crate::web::errors::Error;
use crate::web::forms::Typed;
use crate::web::public::views::AcceptedView;

/// Start of what the button posts that takes an entry of the library over.
const START: &str = "start.";

#[derive(Serialize)]
pub struct RequirementView {
    code: String,
    title: String,
    text: String,
    risk: String,
    usual_proof: String,
    equivalent: String,
    knock_out: bool,
    /// The proof may wait until the bid wins for now.
    waits: bool,
    status: Input,
    /// Before and after the proof; only for who meets it in another way.
    steps_before: Vec<Input>,
    steps_after: Vec<Input>,
    proof: Input,
    date: Input,
    /// A file, a day, and another requirement with the same proof.
    more: Vec<Input>,
    more_filled: bool,
    warnings: Vec<String>,
    accepted: Vec<Precedent>,
}

#[derive(Serialize)]
struct Precedent {
    view: AcceptedView,
    /// What the button posts.
    start: String,
}

/// What stands beside the fields.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// Also those taken out.
    pub files: &'a [Attachment],
    pub accepted: &'a [Accepted],
}

/// What this municipality accepted before; nothing where a section asks about no requirements.
pub fn accepted(conn: &mut Conn, desk: &Desk, section: &str) -> Result<Vec<Accepted>, Error> {
    let question = question_of(&desk.round.definition);
    match question.is_some_and(|question| section_of(&question) == section) {
        true => Ok(store::equivalents::in_force(conn, desk.round.municipality)?),
        false => Ok(vec![]),
    }
}

/// Names of the files that a proof can point to: those that the municipality reads with it.
pub fn file_names(files: &[Attachment]) -> Vec<&str> {
    let there = files.iter().filter(|f| f.removed_at.is_none() && f.section != PRICE_SECTION);
    there.map(|file| file.name.as_str()).collect()
}

pub fn cards(inputs: Inputs<'_>, question: &str, beside: Beside<'_>) -> Vec<RequirementView> {
    let definition = inputs.words.form.definition;
    let names = file_names(beside.files);
    let doubts = warnings(definition, (inputs.answers, question), &names);
    let maker = Maker { inputs, question, beside, names, doubts };
    definition.requirements.iter().filter_map(|r| maker.card(r)).collect()
}

struct Maker<'a> {
    inputs: Inputs<'a>,
    question: &'a str,
    beside: Beside<'a>,
    names: Vec<&'a str>,
    doubts: Vec<ProofWarning>,
}

impl Maker<'_> {
    fn card(&self, r: &Requirement) -> Option<RequirementView> {
        let words = self.inputs.words;
        let own = self.doubts.iter().filter(|doubt| doubt.requirement == r.code);
        let before = self.beside.accepted.iter().filter(|one| one.requirement == r.code);
        let more = [RequirementPart::File, RequirementPart::ValidUntil, RequirementPart::SameAs];
        let more: Vec<Input> = more.iter().filter_map(|part| self.input(r, *part)).collect();
        let (steps_before, steps_after) = STEPS.split_at(2);
        Some(RequirementView {
            code: r.code.clone(),
            title: r.title.clone(),
            text: r.text.clone(),
            risk: r.risk.clone(),
            usual_proof: r.usual_proof.clone(),
            equivalent: r.equivalent.clone(),
            knock_out: r.knock_out,
            waits: r.proof == ProofDue::BeforeAward,
            status: self.input(r, RequirementPart::Status)?,
            steps_before: steps_before.iter().filter_map(|p| self.input(r, *p)).collect(),
            steps_after: steps_after.iter().filter_map(|p| self.input(r, *p)).collect(),
            proof: self.input(r, RequirementPart::Proof)?,
            date: self.input(r, RequirementPart::Date)?,
            more_filled: more.iter().any(|input| !input.value.is_empty()),
            more,
            warnings: own.map(|doubt| words.proof_warning(doubt)).collect(),
            accepted: before.map(precedent).collect(),
        })
    }

    fn input(&self, r: &Requirement, part: RequirementPart) -> Option<Input> {
        let words = self.inputs.words;
        let input = self.inputs.field(&field_name(self.question, &r.code, part))?;
        let label = words.r.say(&format!("bid-requirement-{}", part.as_str()));
        let hint = hint(part).map(|key| words.r.say(key));
        let input = Input { label, hint, size: "few", rows: 3, ..input };
        Some(match part {
            RequirementPart::Status => {
                let option = |status: &RequirementStatus| {
                    let key = format!("bid-requirement-{}", status.as_str());
                    Opt::new(status.as_str(), &words.r.say(&key))
                };
                Input { options: RequirementStatus::ALL.iter().map(option).collect(), ..input }
            }
            RequirementPart::Proof => {
                Input { required: r.proof == ProofDue::AtSubmission, ..input }
            }
            RequirementPart::Risk
            | RequirementPart::Instead
            | RequirementPart::CheckDate
            | RequirementPart::Vouch => Input { required: r.explain == Explain::InSteps, ..input },
            RequirementPart::Date | RequirementPart::ValidUntil => {
                Input { required: false, ..input }
            }
            RequirementPart::SameAs => self.same_as(r, input),
            RequirementPart::File => self.file(input),
        })
    }

    fn same_as(&self, r: &Requirement, input: Input) -> Input {
        let all = self.inputs.words.form.definition.requirements.iter();
        let others = all.filter(|other| other.code != r.code);
        let option = |other: &Requirement| {
            Opt::new(&other.code, &format!("{}. {}", other.code, other.title))
        };
        Input { kind: "select", required: false, options: others.map(option).collect(), ..input }
    }

    /// A file that is gone stays to be seen: saving the page would lose its name otherwise.
    fn file(&self, input: Input) -> Input {
        let mut options: Vec<Opt> = self.names.iter().map(|name| Opt::new(name, name)).collect();
        if !input.value.is_empty() && !self.names.contains(&input.value.as_str()) {
            let args = [("name", input.value.as_str().into())];
            let gone = self.inputs.words.say("bid-requirement-file-gone", &args);
            options.push(Opt::new(&input.value, &gone));
        }
        Input { kind: "select", required: false, options, ..input }
    }
}

fn hint(part: RequirementPart) -> Option<&'static str> {
    Some(match part {
        RequirementPart::Status => return None,
        RequirementPart::Risk => "bid-requirement-risk-hint",
        RequirementPart::Instead => "bid-requirement-instead-hint",
        RequirementPart::Proof => "bid-requirement-proof-hint",
        RequirementPart::Date => "bid-requirement-date-hint",
        RequirementPart::CheckDate => "bid-requirement-check_date-hint",
        RequirementPart::Vouch => "bid-requirement-vouch-hint",
        RequirementPart::SameAs => "bid-requirement-same_as-hint",
        RequirementPart::File => "bid-requirement-file-hint",
        RequirementPart::ValidUntil => "bid-requirement-valid_until-hint",
    })
}

fn precedent(one: &Accepted) -> Precedent {
    Precedent { view: AcceptedView::new(one), start: format!("{START}{}", one.id) }
}

/// The entry of the library that the pressed button names.
fn pressed<'a>(typed: &Typed, accepted: &'a [Accepted]) -> Option<&'a Accepted> {
    let id: EquivalentId = typed.text("to").strip_prefix(START)?.parse().ok()?;
    accepted.iter().find(|one| one.id == id)
}

/// The requirement whose card one comes back to.
pub fn card_of(typed: &Typed, accepted: &[Accepted]) -> Option<String> {
    pressed(typed, accepted).map(|one| one.requirement.clone())
}

/// Puts the text of the library in its field, and says that it is another way; only where nothing
/// stands yet.
pub fn start_with(
    shown: &Shown,
    typed: &Typed,
    (mut answers, by): (Vec<SaveAnswer>, PersonId),
) -> Vec<SaveAnswer> {
    let desk = &shown.desk;
    let question = question_of(&desk.round.definition);
    let Some((one, question)) = pressed(typed, &shown.accepted).zip(question) else {
        return answers;
    };
    let starts = [
        (RequirementPart::Instead, one.what.as_str()),
        (RequirementPart::Status, RequirementStatus::Equivalent.as_str()),
    ];
    for (part, text) in starts {
        let field = field_name(&question, &one.requirement, part);
        match answers.iter_mut().find(|answer| answer.place.field == field) {
            Some(answer) if answer.value.is_empty() => text.clone_into(&mut answer.value),
            Some(_) => {}
            // A browser sends no choice where none was made.
            None if desk.answers.text(&field).is_empty() => answers.push(SaveAnswer {
                seen: desk.answers.version(&field),
                place: At { bid: desk.bid.id, field },
                value: text.to_owned(),
                by,
            }),
            None => {}
        }
    }
    answers
}
