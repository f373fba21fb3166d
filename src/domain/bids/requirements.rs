//! How a bid meets the requirements: the fields of each, what is missing, and what to look at once
//! more. Who meets one in another way explains that in five steps (comply or explain).

use jiff::civil::Date;

use super::answers::{Answers, Field, RequirementStatus};
use super::gaps::{Gap, Why};
use super::rule::{Rule, day};
use crate::domain::accounts::words;
use crate::domain::rounds::definition::{Definition, Explain, ProofDue, Requirement};
use crate::domain::rounds::sections::Kind;

words! {
    /// The fields of one requirement, in the order of its card.
    RequirementPart {
        Status = "status",
        /// The danger that the requirement takes away.
        Risk = "risk",
        /// What the bidder does instead of what is usual.
        Instead = "instead",
        Proof = "proof",
        /// When a plan is carried out.
        Date = "date",
        /// When the municipality may come and look.
        CheckDate = "check_date",
        /// Who outside the bidder says that it works.
        Vouch = "vouch",
        /// The requirement whose proof is shown here too.
        SameAs = "same_as",
        /// Name of a file of the bid.
        File = "file",
        ValidUntil = "valid_until",
    }
}

/// What is asked besides the proof of who meets a requirement in another way. With the proof that
/// there is today these are the five steps.
pub const STEPS: [RequirementPart; 4] = [
    RequirementPart::Risk,
    RequirementPart::Instead,
    RequirementPart::CheckDate,
    RequirementPart::Vouch,
];

/// So many words say how a requirement is met; the proof itself comes later.
pub const PROOF_WORDS: u32 = 100;
const RISK_WORDS: u32 = 60;
const VOUCH_CHARS: u32 = 150;
const FILE_CHARS: u32 = 120;

/// Why the proof of another requirement cannot serve here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotShared {
    /// That one points on to a third, or back.
    Chain,
    /// That one is not met yet, or does not apply.
    Nothing,
}

/// The question of a round that asks about its requirements: `quality.requirements`.
pub fn question_of(definition: &Definition) -> Option<String> {
    definition.sections.iter().find_map(|section| {
        let question = section.questions.iter().find(|q| matches!(q.kind, Kind::Requirements))?;
        Some(format!("{}.{}", section.code, question.code))
    })
}

/// `quality.requirements.Q06.proof`
pub fn field_name(question: &str, code: &str, part: RequirementPart) -> String {
    format!("{question}.{code}.{}", part.as_str())
}

/// A person vouches, and the name of a file may hold that of the bidder: neither is for assessors.
pub fn names_somebody(field: &str) -> bool {
    let [.., code, part] = &field.split('.').collect::<Vec<_>>()[..] else { return false };
    let named = [RequirementPart::Vouch, RequirementPart::File];
    is_code(code) && named.iter().any(|name| name.as_str() == *part)
}

/// The steps count only for who meets the requirement in another way; they may stand there still
/// after that changed.
pub fn counts(field: &str, answers: &Answers) -> bool {
    let Some((requirement, part)) = field.rsplit_once('.') else { return true };
    let code = requirement.rsplit('.').next().unwrap_or_default();
    let is_step = is_code(code) && STEPS.iter().any(|step| step.as_str() == part);
    let status = format!("{requirement}.{}", RequirementPart::Status.as_str());
    !is_step || answers.text(&status) == RequirementStatus::Equivalent.as_str()
}

/// Codes of the library are `Q01` and on.
fn is_code(text: &str) -> bool {
    text.strip_prefix('Q').is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()))
}

/// The fields of one requirement of the round.
pub fn fields_of(definition: &Definition, question: &str, code: &str) -> Vec<Field> {
    let field = |part: &RequirementPart| Field {
        name: field_name(question, code, *part),
        rule: rule(definition, code, *part),
    };
    RequirementPart::ALL.iter().map(field).collect()
}

fn rule(definition: &Definition, code: &str, part: RequirementPart) -> Rule {
    match part {
        RequirementPart::Status => {
            Rule::choice(RequirementStatus::ALL.iter().map(|status| status.as_str()))
        }
        RequirementPart::Risk => Rule::Text { max_words: RISK_WORDS },
        RequirementPart::Instead | RequirementPart::Proof => Rule::Text { max_words: PROOF_WORDS },
        RequirementPart::Date | RequirementPart::CheckDate | RequirementPart::ValidUntil => {
            Rule::Date
        }
        RequirementPart::Vouch => Rule::Line { max_chars: VOUCH_CHARS },
        RequirementPart::SameAs => {
            let others = definition.requirements.iter().map(|r| r.code.as_str());
            Rule::choice(others.filter(|other| *other != code))
        }
        RequirementPart::File => Rule::Line { max_chars: FILE_CHARS },
    }
}

/// What a bid answers about one requirement.
#[derive(Clone, Copy)]
pub struct Reply<'a> {
    answers: &'a Answers,
    question: &'a str,
    code: &'a str,
}

impl<'a> Reply<'a> {
    pub fn new((answers, question): (&'a Answers, &'a str), code: &'a str) -> Reply<'a> {
        Reply { answers, question, code }
    }

    pub fn text(&self, part: RequirementPart) -> &'a str {
        self.answers.text(&field_name(self.question, self.code, part))
    }

    pub fn status(&self) -> Option<RequirementStatus> {
        self.text(RequirementPart::Status).parse().ok()
    }

    pub fn valid_until(&self) -> Option<Date> {
        day(self.text(RequirementPart::ValidUntil))
    }

    fn with(&self, code: &'a str) -> Reply<'a> {
        Reply { code, ..*self }
    }

    fn shows_something(&self) -> bool {
        match self.status() {
            Some(RequirementStatus::Met | RequirementStatus::Equivalent) => true,
            Some(RequirementStatus::Plan | RequirementStatus::NotApplicable) | None => false,
        }
    }

    /// The proof that serves here too must be the other's own.
    fn shared(&self) -> Option<Result<(), NotShared>> {
        let other = self.with(Some(self.text(RequirementPart::SameAs)).filter(|c| !c.is_empty())?);
        Some(if !other.text(RequirementPart::SameAs).is_empty() {
            Err(NotShared::Chain)
        } else if other.shows_something() {
            Ok(())
        } else {
            Err(NotShared::Nothing)
        })
    }

    /// What this answer lacks; one without a status lacks only that.
    fn gaps(&self, requirement: &Requirement) -> Vec<Gap> {
        let gap = |part, why| Gap { field: field_name(self.question, self.code, part), why };
        let Some(status) = self.status() else { return vec![] };
        let mut gaps = vec![];
        let unsaid = self.text(RequirementPart::Proof).is_empty();
        match (status, self.shared()) {
            (RequirementStatus::Met | RequirementStatus::Equivalent, Some(Err(why))) => {
                gaps.push(gap(RequirementPart::SameAs, Why::NotShared(why)));
            }
            (RequirementStatus::Met | RequirementStatus::Equivalent, Some(Ok(()))) => {}
            (RequirementStatus::Met | RequirementStatus::Equivalent, None)
                if requirement.proof == ProofDue::BeforeAward => {}
            _ if unsaid => gaps.push(gap(RequirementPart::Proof, Why::NoProof)),
            _ => {}
        }
        if status == RequirementStatus::Plan && self.text(RequirementPart::Date).is_empty() {
            gaps.push(gap(RequirementPart::Date, Why::NoPlanDate));
        }
        let asked =
            status == RequirementStatus::Equivalent && requirement.explain == Explain::InSteps;
        let empty = STEPS.iter().filter(|part| asked && self.text(**part).is_empty());
        gaps.extend(empty.map(|part| gap(*part, Why::NoStep)));
        gaps
    }
}

/// Everything that the answers lack, without those that have no status yet.
pub fn gaps(definition: &Definition, said: (&Answers, &str)) -> Vec<Gap> {
    let of_one = |r: &Requirement| Reply::new(said, &r.code).gaps(r);
    definition.requirements.iter().flat_map(of_one).collect()
}

/// Something about a proof that its writers should look at; it keeps no bid back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofWarning {
    /// Code of the requirement.
    pub requirement: String,
    pub what: Doubt,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It ends before the work starts.
    EndsBefore { until: Date, starts: Date },
    /// The file with this name is no longer there.
    FileGone { name: String },
}

impl ProofWarning {
    /// Where to change it.
    pub fn field(&self, question: &str) -> String {
        let part = match self.what {
            Doubt::EndsBefore { .. } => RequirementPart::ValidUntil,
            Doubt::FileGone { .. } => RequirementPart::File,
        };
        field_name(question, &self.requirement, part)
    }
}

/// What to look at once more, by requirement. `files` are the names of what is there.
pub fn warnings(
    definition: &Definition,
    said: (&Answers, &str),
    files: &[&str],
) -> Vec<ProofWarning> {
    let starts = definition.dates.starts_on;
    let of_one = |r: &Requirement| {
        let reply = Reply::new(said, &r.code);
        let ends = reply.valid_until().filter(|until| *until < starts);
        let ends = ends.map(|until| Doubt::EndsBefore { until, starts });
        let name = reply.text(RequirementPart::File);
        let gone = !name.is_empty() && !files.contains(&name);
        let gone = gone.then(|| Doubt::FileGone { name: name.to_owned() });
        let warn = |what| ProofWarning { requirement: r.code.clone(), what };
        ends.into_iter().chain(gone).map(warn).collect::<Vec<_>>()
    };
    definition.requirements.iter().flat_map(of_one).collect()
}

#[cfg(test)]
#[path = "requirements_tests.rs"]
mod tests;
