//! What somebody asks oneself before starting a bid, as far as a round has a say in it.

use serde::{Deserialize, Serialize};

use super::definition::Definition;
use super::sections::{Kind, Question};

/// What the municipality changed about the questions of the library.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SelfCheckTerms {
    /// Codes of questions that it does not ask.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub own: Vec<OwnCheck>,
}

/// A question of the municipality itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnCheck {
    pub text: String,
    /// What to do when the answer is no.
    pub advice: String,
}

/// So many questions of its own.
pub const MOST_OWN: usize = 3;

impl SelfCheckTerms {
    pub fn is_empty(&self) -> bool {
        *self == SelfCheckTerms::default()
    }

    pub fn asks(&self, code: &str) -> bool {
        !self.left_out.iter().any(|out| out == code)
    }
}

/// What a round must ask for a question of the self-check to make sense.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Needs {
    #[default]
    Nothing,
    Section(String),
    /// A section and a question in it, with a dot between.
    Question(String),
    /// Requirements that a bid answers one by one.
    Proof,
}

impl Needs {
    pub fn met_by(&self, definition: &Definition) -> bool {
        let mut questions = definition.sections.iter().flat_map(|section| {
            section.questions.iter().map(move |question| (section.code.as_str(), question))
        });
        match self {
            Needs::Nothing => true,
            Needs::Section(code) => definition.section(code).is_some(),
            Needs::Question(name) => questions.any(|one| named(one, name)),
            Needs::Proof => {
                !definition.requirements.is_empty()
                    && questions.any(|(_, question)| question.kind == Kind::Requirements)
            }
        }
    }
}

fn named((section, question): (&str, &Question), name: &str) -> bool {
    name.split_once('.') == Some((section, question.code.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::bids::example;

    #[test]
    fn a_question_needs_what_the_round_asks() {
        let full = example::definition();
        let legal_form = Needs::Question("who_we_are.legal_form".into());
        let all = [Needs::Nothing, Needs::Section("support".into()), legal_form, Needs::Proof];
        assert_eq!(all.each_ref().map(|needs| needs.met_by(&full)), [true; 4]);
        let less = Definition { sections: vec![], ..full.clone() };
        let met = all.each_ref().map(|needs| needs.met_by(&less));
        assert_eq!(met, [true, false, false, false]);
        let free = Definition { requirements: vec![], ..full };
        assert!(!Needs::Proof.met_by(&free));
    }

    #[test]
    fn terms_that_change_nothing_leave_no_trace_in_what_is_hashed() {
        let definition = example::definition();
        let json = serde_json::to_value(&definition).unwrap();
        assert!(json.get("self_check").is_none());
        let terms = SelfCheckTerms { left_out: vec!["people".into()], own: vec![] };
        let changed = Definition { self_check: terms.clone(), ..definition };
        let json = serde_json::to_string(&changed).unwrap();
        let back: Definition = serde_json::from_str(&json).unwrap();
        assert_eq!(back.self_check, terms);
        assert!(!terms.asks("people") && terms.asks("support"));
    }
}
