//! What a bidder says about each requirement, for who judges it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::reading::Reader;
use super::say;
use crate::domain::bids::Content;
use crate::domain::bids::answers::{Answers, RequirementStatus};
use crate::domain::bids::requirements::{
    Doubt, ProofWarning, Reply, RequirementPart, STEPS, question_of, warnings,
};
use crate::domain::bids::rule::day;
use crate::domain::rounds::definition::Definition;

/// What a bidder says about one requirement; what was not said is none.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RequirementAnswer {
    pub status: Option<String>,
    pub proof: Option<String>,
    pub date: Option<String>,
    /// The other four steps of who meets it in another way, each with its name.
    pub steps: Vec<Step>,
    /// Code and title of the requirement with the same proof.
    pub same_as: Option<String>,
    /// Name of the file that proves it.
    pub file: Option<String>,
    pub valid_until: Option<String>,
    pub warnings: Vec<String>,
    #[serde(skip)]
    pub answered: Option<RequirementStatus>,
    /// What is done instead of what is usual.
    #[serde(skip)]
    pub instead: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Step {
    pub term: String,
    pub text: String,
}

/// Every requirement with its answer, by code.
pub fn requirement_answers(
    definition: &Definition,
    content: &Content,
    reader: Reader<'_>,
) -> BTreeMap<String, RequirementAnswer> {
    let Some(question) = question_of(definition) else { return BTreeMap::new() };
    let answers = Answers::of_texts(content.texts());
    let names: Vec<&str> = content.attachments.iter().map(|file| file.name.as_str()).collect();
    let doubts = warnings(definition, (&answers, &question), &names);
    let answer = |code: &String| {
        let own = doubts.iter().filter(|doubt| doubt.requirement == *code);
        let warnings = own.map(|doubt| warning(reader, doubt)).collect();
        let reply = Reply::new((&answers, &question), code);
        (code.clone(), RequirementAnswer { warnings, ..read(definition, reply, reader) })
    };
    definition.requirements.iter().map(|r| answer(&r.code)).collect()
}

fn read(definition: &Definition, reply: Reply<'_>, reader: Reader<'_>) -> RequirementAnswer {
    let text = |part| Some(reply.text(part).trim().to_owned()).filter(|text| !text.is_empty());
    let date = |part| text(part).filter(|typed| day(typed).is_some());
    let status = reply.status();
    let step = |part: &RequirementPart| {
        let key = format!("bid-requirement-{}", part.as_str());
        let said = match part {
            RequirementPart::CheckDate => {
                let read = day(reply.text(*part))?;
                reader.0.renderer.day(reader.1.lang, read)
            }
            _ => text(*part)?,
        };
        Some(Step { term: say(reader.0, reader.1, &key, &[]), text: said })
    };
    let other = text(RequirementPart::SameAs);
    let other = definition.requirements.iter().find(|r| other.as_ref() == Some(&r.code));
    let is_equivalent = status == Some(RequirementStatus::Equivalent);
    RequirementAnswer {
        status: status
            .map(|s| say(reader.0, reader.1, &format!("answer-status-{}", s.as_str()), &[])),
        proof: text(RequirementPart::Proof),
        date: date(RequirementPart::Date),
        steps: STEPS.iter().filter(|_| is_equivalent).filter_map(step).collect(),
        same_as: other.map(|r| format!("{}. {}", r.code, r.title)),
        file: text(RequirementPart::File),
        valid_until: date(RequirementPart::ValidUntil),
        warnings: vec![],
        answered: status,
        instead: text(RequirementPart::Instead),
    }
}

fn warning((app, me): Reader<'_>, doubt: &ProofWarning) -> String {
    let day = |day| app.renderer.day(me.lang, day).into();
    match &doubt.what {
        Doubt::EndsBefore { until, starts } => {
            let args = [("until", day(*until)), ("starts", day(*starts))];
            say(app, me, "bid-proof-ends-early", &args)
        }
        Doubt::FileGone { name } => {
            say(app, me, "bid-proof-file-gone", &[("name", name.as_str().into())])
        }
    }
}

impl RequirementAnswer {
    /// What is done instead, or the proof where nobody asked for that.
    pub fn in_own_words(&self) -> String {
        self.instead.clone().or_else(|| self.proof.clone()).unwrap_or_default()
    }

    /// All of it as one text, and the day of the plan.
    pub fn in_one(self) -> (String, Option<String>) {
        let steps = self.steps.into_iter().map(|step| format!("{} {}", step.term, step.text));
        let parts: Vec<String> =
            self.status.into_iter().chain(self.proof).chain(steps).chain(self.same_as).collect();
        (parts.join(". "), self.date)
    }
}
