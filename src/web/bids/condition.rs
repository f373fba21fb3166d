//! A question that is asked only after a certain answer: the page says so, and a script hides it.

use serde::Serialize;

use super::inputs::Inputs;
use crate::domain::rounds::sections::{Condition, Kind, Section};

#[derive(Serialize)]
pub struct ConditionView {
    /// Name of the field that decides.
    field: String,
    /// Answers with which the question is asked, between spaces.
    is: String,
    /// The same for people.
    text: String,
}

/// The label of the question that decides, and the answers to it with which this one is asked.
pub fn told(section: &Section, when: &Condition, or: &str) -> (String, String) {
    let before = section.question(&when.question);
    let options = before.map(|question| match &question.kind {
        Kind::Choice { options } => options.as_slice(),
        _ => &[],
    });
    let chosen = options.unwrap_or_default().iter().filter(|o| when.is.contains(&o.code));
    let answers: Vec<String> = chosen.map(|option| format!("‘{}’", option.label)).collect();
    let label = before.map(|question| question.label.as_str()).unwrap_or_default();
    (label.to_owned(), answers.join(&format!(" {or} ")))
}

pub fn view(inputs: Inputs<'_>, section: &Section, when: &Condition) -> ConditionView {
    let (label, answers) = told(section, when, &inputs.words.r.say("bid-or"));
    let args = [("question", label.into()), ("answers", answers.into())];
    ConditionView {
        field: format!("{}.{}", section.code, when.question),
        is: when.is.join(" "),
        text: inputs.words.say("bid-only-when", &args),
    }
}
