//! What a bid says about the requirements, in words.

use super::words::{Fact, Words};
use crate::domain::bids::answers::Answers;
use crate::domain::bids::requirements::{
    Doubt, NotShared, ProofWarning, RequirementPart, counts, field_name,
};

impl Words<'_> {
    /// What to do about a step of the explanation that is empty.
    pub fn step(&self, field: &str) -> String {
        let part = field.rsplit('.').next().unwrap_or_default();
        self.r.say(&format!("bid-gap-step-{part}"))
    }

    pub fn not_shared(&self, why: NotShared) -> String {
        self.r.say(match why {
            NotShared::Chain => "bid-gap-shared-chain",
            NotShared::Nothing => "bid-gap-shared-nothing",
        })
    }

    /// Something about a proof to look at once more.
    pub fn proof_warning(&self, warning: &ProofWarning) -> String {
        let day = |day| self.r.renderer.day(self.r.lang, day).into();
        match &warning.what {
            Doubt::EndsBefore { until, starts } => {
                let args = [("until", day(*until)), ("starts", day(*starts))];
                self.say("bid-proof-ends-early", &args)
            }
            Doubt::FileGone { name } => {
                self.say("bid-proof-file-gone", &[("name", name.as_str().into())])
            }
        }
    }

    /// One fact per requirement of the round, everything that was said about it below each other.
    pub fn of_requirements(&self, question: &str, answers: &Answers) -> Vec<Fact> {
        let one = |code: &str| {
            let part = |part: &RequirementPart| {
                let field = field_name(question, code, *part);
                let text = self.value(&field, answers.text(&field));
                (!text.is_empty() && counts(&field, answers)).then(|| self.said(*part, text))
            };
            let said: Vec<String> = RequirementPart::ALL.iter().filter_map(part).collect();
            Fact {
                term: self.requirement(code).to_owned(),
                text: match said.is_empty() {
                    true => self.r.say("bid-not-answered"),
                    false => said.join("\n\n"),
                },
                field: field_name(question, code, RequirementPart::Status),
            }
        };
        self.form.definition.requirements.iter().map(|r| one(&r.code)).collect()
    }

    /// Status and proof speak for themselves; the rest is named.
    fn said(&self, part: RequirementPart, text: String) -> String {
        match part {
            RequirementPart::Status | RequirementPart::Proof => text,
            RequirementPart::Date => self.say("bid-requirement-by", &[("day", text.into())]),
            RequirementPart::Risk
            | RequirementPart::Instead
            | RequirementPart::CheckDate
            | RequirementPart::Vouch
            | RequirementPart::SameAs
            | RequirementPart::File
            | RequirementPart::ValidUntil => {
                let key = format!("bid-requirement-{}-said", part.as_str());
                self.say(&key, &[("text", text.into())])
            }
        }
    }
}
